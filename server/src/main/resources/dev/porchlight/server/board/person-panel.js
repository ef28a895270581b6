// One person: the status and its end, a way to set it, and the sessions and claims behind it.
import { userPath } from './api.js';
import { h, say, setText } from './dom.js';
import { badge, SETTABLE, word } from './statuses.js';
import { at, everySecond, secondsTo, until } from './time.js';
import { client, openWhy } from './why.js';

const NARROW = matchMedia('(max-width: 60rem)');

/** Event: `leave` when a person on a narrow screen goes back to the list. */
class PersonPanel extends HTMLElement {
  #api;
  #people;
  #id;
  #own;
  #retryAt;
  #asked = 0;
  #back = h('button', { type: 'button', class: 'quiet back', onclick: () => this.#leave() }, '← All people');
  #whose = h('p', { class: 'whose' });
  #name = h('h2', { tabindex: '-1' });
  #email = h('p', { class: 'email' });
  #now = h('p', { class: 'now' });
  #end = h('p', { class: 'end' });
  #refusal = h('p', { class: 'refusal', role: 'alert', hidden: true });
  #retry = h('p', { class: 'retry', hidden: true });
  #minutes = h('input', { id: 'minutes', type: 'number', min: '1', max: '1440', value: '20', inputmode: 'numeric' });
  #choices = h('div', { class: 'choices', role: 'group', 'aria-label': 'Set the status' });
  #behind = h('div', { class: 'behind' });

  connectedCallback() {
    this.setAttribute('role', 'region');
    this.setAttribute('aria-label', 'One person');
    this.hidden = true;
    for (const status of SETTABLE) {
      this.#choices.append(h('button', { type: 'button', class: 'choice', onclick: () => this.#set(status) }, badge(status)));
    }
    this.append(this.#back, this.#whose, this.#name, this.#email, this.#now, this.#end,
      h('button', { type: 'button', class: 'quiet', onclick: () => openWhy(this.#api, this.#id, this.#people.name(this.#id)) }, 'Why?'),
      h('h3', {}, 'Set the status'), this.#refusal, this.#retry, this.#choices,
      h('p', { class: 'minutes' }, h('label', { for: 'minutes' }, 'Do not disturb for'), this.#minutes, ' minutes'),
      h('button', { type: 'button', class: 'quiet', onclick: () => this.#withdraw() }, 'Clear what was set'),
      this.#behind);
    everySecond(() => this.#tick());
    addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.classList.contains('over') && !document.querySelector('dialog[open]')) this.#leave();
    });
  }

  follow(api, people, own) {
    this.#api = api;
    this.#people = people;
    this.#own = own;
    this.#id = undefined;
    this.hidden = true;
    people.addEventListener('answer', (event) => { if (event.detail === this.#id) this.#show(); });
    people.addEventListener('list', () => this.#show());
  }

  get person() {
    return this.#id;
  }

  /** Shows somebody. On a narrow screen the panel covers the list, if it is to come forward. */
  choose(id, forward) {
    if (id !== this.#id) {
      this.#id = id;
      this.#refuse(undefined);
    }
    // Sessions and claims that do not change the answer are told by nobody.
    delete this.#behind.dataset.of;
    this.hidden = false;
    this.classList.toggle('over', forward && NARROW.matches);
    document.body.classList.toggle('covered', this.classList.contains('over'));
    this.#show();
    if (this.classList.contains('over')) this.#name.focus();
  }

  #leave() {
    this.classList.remove('over');
    document.body.classList.remove('covered');
    this.dispatchEvent(new Event('leave'));
  }

  #show() {
    if (this.#id === undefined || !this.#people.user(this.#id)) return;
    const answer = this.#people.answer(this.#id);
    setText(this.#whose, this.#id === this.#own ? 'You' : 'Chosen');
    setText(this.#name, this.#people.name(this.#id));
    setText(this.#email, this.#people.user(this.#id).email);
    if (this.#now.firstChild?.dataset.status !== (answer?.status ?? 'unknown')) this.#now.replaceChildren(badge(answer?.status));
    this.#choices.querySelectorAll('button').forEach((choice, index) =>
      choice.setAttribute('aria-pressed', String(SETTABLE[index] === answer?.status)));
    this.#tick();
    this.#explain(`${this.#id} ${answer?.revision}`);
  }

  #tick() {
    if (this.#id === undefined) return;
    const answer = this.#people.answer(this.#id);
    setText(this.#end, answer ? [`Since ${at(answer.since)}`, until(answer)].filter(Boolean).join(', ') : '');
    this.#retry.hidden = this.#retryAt === undefined;
    if (this.#retryAt !== undefined) {
      const left = secondsTo(this.#retryAt);
      setText(this.#retry, left > 0 ? `You can try again in ${left} s.` : 'You can try again now.');
    }
  }

  async #set(status) {
    const body = status === 'Do_Not_Disturb' ? { status, duration: this.#minutes.valueAsNumber || this.#minutes.value } : { status };
    const id = this.#id;
    await this.#carryOut(id, () => this.#api.put(`/v2/users/${encodeURIComponent(id)}/presence_status`, body), `${this.#people.name(id)}: ${word(status)}.`);
  }

  async #withdraw() {
    const id = this.#id;
    await this.#carryOut(id, () => this.#api.delete(userPath(id, '/declaration')), 'What was set is cleared.');
  }

  async #carryOut(id, request, done) {
    try {
      await request();
      this.#refuse(undefined);
      say(done);
    } catch (refused) {
      if (id === this.#id) this.#refuse(refused);
    }
  }

  #refuse(refused) {
    this.#refusal.hidden = !refused;
    this.#refusal.textContent = refused?.message ?? '';
    this.#retryAt = refused?.retryAfter ? new Date(Date.now() + refused.retryAfter * 1000).toISOString() : undefined;
    this.#tick();
  }

  /** The sessions and claims, asked for again when the answer has another revision. */
  async #explain(wanted, again = false) {
    if (this.#behind.dataset.of === wanted && !again) return;
    this.#behind.dataset.of = wanted;
    const asked = ++this.#asked;
    try {
      const { why } = await this.#api.get(userPath(this.#id, '/presence'));
      if (asked === this.#asked) this.#behind.replaceChildren(...this.#lists(why));
    } catch (refused) {
      if (asked === this.#asked) this.#behind.replaceChildren(h('p', { class: 'note' }, refused.message));
    }
  }

  #lists(why) {
    const session = (one) => this.#line(`${one.platform} ${one.version}`, `${one.state === 'active' ? 'in use' : 'not in use'}, lease until ${at(one.lease_until)}`,
      'Sign out', `Sign out ${client(one)}`, `/sessions/${encodeURIComponent(one.session_id)}`);
    const claim = (one) => this.#line(one.source, `${word(one.status)}${one.until ? ` until ${at(one.until)}` : ''}`,
      'Release', `Release ${one.source}`, `/claims/${encodeURIComponent(one.source)}`);
    const list = (title, lines, none) => [h('h3', {}, title), lines.length > 0 ? h('ul', { class: 'lines' }, ...lines) : h('p', { class: 'note' }, none)];
    return [...list('Sessions', why.sessions.map(session), 'No client is signed in.'),
      ...list('Claims', why.claims.map(claim), 'No meeting, call or calendar reports anything.')];
  }

  #line(title, text, verb, label, path) {
    const id = this.#id;
    const remove = async () => {
      await this.#carryOut(id, () => this.#api.delete(userPath(id, path)), `${label}: done.`);
      if (id === this.#id) await this.#explain(this.#behind.dataset.of, true);
    };
    return h('li', {}, h('span', {}, h('strong', {}, title), h('span', { class: 'note' }, text)),
      h('button', { type: 'button', class: 'quiet small', 'aria-label': label, onclick: remove }, verb));
  }
}

customElements.define('person-panel', PersonPanel);
