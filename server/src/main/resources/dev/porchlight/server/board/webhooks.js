// Webhooks, for administrators: how each subscription fares, its log, and what is parked and can be sent again.
import { h, say } from './dom.js';
import { carryOut, row, section, table } from './parts.js';
import { at } from './time.js';

export class Webhooks {
  #api;
  #refusal;
  #none = h('p', { class: 'note' }, 'Nobody has subscribed.');
  #all = h('tbody');
  #details = h('div', { class: 'webhook-details', tabindex: '-1', hidden: true });

  /** `refusal` shows why something was not done. */
  constructor(api, refusal) {
    this.#api = api;
    this.#refusal = refusal;
    this.element = section('Webhooks', this.#none,
      table('Webhooks', ['Address', 'Name', 'State', 'Sent', 'Waiting', 'Parked', ''], this.#all), this.#details);
  }

  async show() {
    const { webhooks } = await this.#api.get('/v1/webhooks');
    this.#none.hidden = webhooks.length > 0;
    this.#details.hidden = true;
    this.#all.replaceChildren(...webhooks.map((one) =>
      row([one.url, one.name, one.state, String(one.last), String(one.waiting), String(one.parked)], 'Look into', one.url, undefined,
        () => this.#open(one))));
  }

  #open(one) {
    return carryOut(async () => {
      const path = `/v1/webhooks/${encodeURIComponent(one.id)}`;
      const { attempts } = await this.#api.get(`${path}/attempts`);
      const { parked } = await this.#api.get(`${path}/parked`);
      this.#details.replaceChildren(h('h3', {}, one.url), ...(one.state === 'active' ? [] : [this.#enable(one, path)]),
        h('h4', {}, 'Parked'), parked.length === 0 ? h('p', { class: 'note' }, 'Nothing is parked.') : this.#parked(one, path, parked),
        h('h4', {}, 'Last tries'), attempts.length === 0 ? h('p', { class: 'note' }, 'Nothing was sent yet.') : log(one, attempts));
      this.#details.hidden = false;
      this.#details.focus();
    }, this.#refusal);
  }

  #enable(one, path) {
    return h('p', {}, h('button', { type: 'button', class: 'primary', onclick: () => carryOut(async () => {
      await this.#api.post(`${path}/enable`);
      say('The receiver is asked to prove itself.');
      await this.show();
    }, this.#refusal) }, 'Ask it to prove itself now'));
  }

  #parked(one, path, parked) {
    return table(`Parked deliveries to ${one.url}`, ['Number', 'Event', 'User', 'Happened', 'Tries', ''],
      h('tbody', {}, ...parked.map((delivery) =>
        row([String(delivery.number), delivery.event, delivery.user, at(delivery.at), String(delivery.attempts)], 'Send again',
          `delivery ${delivery.number}`, undefined, () => carryOut(async () => {
            await this.#api.post(`${path}/parked/${delivery.number}/send`);
            say(`Delivery ${delivery.number} waits again.`);
            await this.#open(one);
          }, this.#refusal)))));
  }
}

function log(one, attempts) {
  return table(`Last tries to send to ${one.url}`, ['When', 'Number', 'Event', 'User', 'Status', 'Took', 'What became of it'],
    h('tbody', {}, ...attempts.map((attempt) => h('tr', {}, h('th', { scope: 'row' }, at(attempt.at)),
      ...[attempt.number ?? '', attempt.event, attempt.user ?? '', attempt.status ?? 'none', `${attempt.millis} ms`, attempt.note]
        .map((cell) => h('td', {}, String(cell)))))));
}
