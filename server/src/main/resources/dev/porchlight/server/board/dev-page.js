// For whoever tests against an emulator: its clock, faults, what arrived, and the way back to the start.
import { confirmed } from './confirm.js';
import { h, say, setText } from './dom.js';
import { carryOut, field, form, section, table } from './parts.js';
import { everySecond, serverNow, setServerTime, whole } from './time.js';

const STEPS = [['+1 minute', 'PT1M'], ['+20 minutes', 'PT20M'], ['+1 hour', 'PT1H'], ['+1 day', 'P1D']];
const MOST_SHOWN = 100;

/** Tells the page what time it is for the server. */
export async function readClock(api) {
  const clock = await api.get('/_dev/clock');
  setServerTime(clock.now, clock.frozen);
  return clock;
}

class DevPage extends HTMLElement {
  #api;
  #refusal = h('p', { class: 'refusal', role: 'alert', hidden: true });
  #now = h('p', { class: 'clock' });
  #freeze = h('button', { type: 'button', onclick: () => this.#move({ frozen: !this.#frozen }) });
  #faults = h('tbody');
  #requests = h('tbody');
  #note = h('p', { class: 'note', role: 'status' });
  #frozen = false;

  follow(api, afterReset) {
    this.#api = api;
    const steps = STEPS.map(([label, duration]) => h('button', { type: 'button', onclick: () => this.#move({ advance: duration }) }, label));
    const reset = h('button', { type: 'button', class: 'danger', onclick: () => this.#reset(afterReset) }, 'Reset everything');
    this.replaceChildren(h('h1', {}, 'Emulator'), this.#refusal,
      section('Clock', this.#now, h('div', { class: 'steps', role: 'group', 'aria-label': 'Move the clock' }, ...steps, this.#freeze), this.#setForm(),
        h('p', { class: 'note' }, 'Whatever comes due on the way happens at its own instant, in order.')),
      section('Faults', h('p', { class: 'note' }, 'The next requests that match go wrong. An empty field matches any.'), this.#faultForm(),
        table('Faults to come', ['Method', 'Path', 'User', 'Left', 'What happens'], this.#faults),
        h('div', { class: 'actions' }, h('button', { type: 'button', class: 'quiet', onclick: () => this.#forget('faults') }, 'Forget the faults'))),
      section('What arrived', this.#note, table('Requests', ['At', 'Request', 'Who', 'Status', 'Refused by', 'Body'], this.#requests),
        h('div', { class: 'actions' },
          h('button', { type: 'button', class: 'quiet', onclick: () => this.#carryOut(() => this.#show()) }, 'Look again'),
          h('button', { type: 'button', class: 'quiet', onclick: () => this.#forget('requests') }, 'Forget the requests'))),
      section('Begin again', h('p', { class: 'note' }, 'Users, tokens, clock, faults and requests as at the start.'), h('p', {}, reset)));
    everySecond(() => { if (!this.hidden) this.#tick(); });
  }

  open() {
    return this.#carryOut(() => this.#show());
  }

  async #show() {
    this.#frozen = (await readClock(this.#api)).frozen;
    setText(this.#freeze, this.#frozen ? 'Let it run' : 'Freeze');
    this.#tick();
    const { faults } = await this.#api.get('/_dev/faults');
    this.#faults.replaceChildren(...faults.map((fault) =>
      cells(fault.method ?? 'any', fault.path ?? 'any', fault.user ?? 'anybody', String(fault.times), effect(fault))));
    const { requests, dropped } = await this.#api.get('/_dev/requests');
    const shown = requests.slice(-MOST_SHOWN).reverse();
    setText(this.#note, `${requests.length + dropped} since the start; the newest ${shown.length} are shown.`);
    this.#requests.replaceChildren(...shown.map((one) =>
      cells(whole(one.at), `${one.method} ${one.path}${one.query ? `?${one.query}` : ''}`, one.by ?? 'nobody', String(one.status || 'none'), one.rule ?? '',
        (one.body ?? '').slice(0, 300))));
  }

  #tick() {
    setText(this.#now, `${new Date(serverNow()).toISOString().replace(/\.\d+Z/, 'Z')}${this.#frozen ? ', frozen' : ''}`);
  }

  #setForm() {
    return form('Set the clock', [field('Instant, such as 2026-03-27T04:00:00Z', 'set', { required: true })], ({ set }) => this.#move({ set }));
  }

  #faultForm() {
    const methods = ['', 'GET', 'PUT', 'POST', 'PATCH', 'DELETE'].map((one) => h('option', { value: one }, one || 'any'));
    const outcomes = [['answer', 'answers'], ['late', 'is late'], ['drop', 'is cut off']].map(([value, label]) => h('option', { value }, label));
    return form('Add a fault', [
      h('p', { class: 'field' }, h('label', { for: 'fault-method' }, 'Method'), h('select', { id: 'fault-method', name: 'method' }, ...methods)),
      field('Path', 'path', { placeholder: '/v2/users/{userId}/presence_status', size: '36' }), field('User', 'user'),
      field('Times', 'times', { type: 'number', min: '1', max: '1000000', value: '1', required: true }),
      h('p', { class: 'field' }, h('label', { for: 'fault-what' }, 'The request'), h('select', { id: 'fault-what', name: 'what' }, ...outcomes)),
      field('Status', 'status', { type: 'number', min: '200', max: '599', value: '503' }), field('Seconds late', 'seconds', { type: 'number', min: '0', max: '600', value: '0' }),
    ], ({ method, path, user, times, what, status, seconds }) => this.#carryOut(async () => {
      await this.#api.post('/_dev/faults', {
        ...(method && { method }), ...(path && { path }), ...(user && { user }), times: Number(times),
        ...((what === 'late' || Number(seconds) > 0) && { delay: `PT${Number(seconds)}S` }),
        ...(what === 'answer' && { status: Number(status) }), ...(what === 'drop' && { drop: true }) });
      await this.#show();
      say('The fault is added.');
    }));
  }

  #move(move) {
    return this.#carryOut(async () => {
      await this.#api.post('/_dev/clock', move);
      await this.#show();
      say(`It is ${this.#now.textContent}.`);
    });
  }

  #forget(what) {
    return this.#carryOut(async () => {
      await this.#api.delete(`/_dev/${what}`);
      await this.#show();
    });
  }

  async #reset(afterReset) {
    if (!await confirmed('Begin again with nobody in it?', 'Reset')) return;
    await this.#carryOut(async () => {
      await this.#api.post('/_dev/reset');
      afterReset();
    });
  }

  #carryOut(action) {
    return carryOut(action, this.#refusal);
  }
}

function cells(first, ...others) {
  return h('tr', {}, h('th', { scope: 'row' }, first), ...others.map((other) => h('td', {}, other)));
}

function effect({ status, delay, drop }) {
  const late = delay ? ` after ${delay.slice(2).toLowerCase()}` : '';
  if (drop) return `cut off${late}`;
  return status ? `${status}${late}` : `answered${late}`;
}

customElements.define('dev-page', DevPage);
