// Search, and filters by status with how many have each.
import { h, setText } from './dom.js';
import { badge, STATUSES, word } from './statuses.js';

class PeopleToolbar extends HTMLElement {
  #people;
  #chips = new Map();
  #count = h('p', { class: 'count', role: 'status' });
  #filters = h('div', { class: 'chips', role: 'group', 'aria-label': 'Show only' });
  #input = h('input', { type: 'search', id: 'search', placeholder: 'Name or e-mail', autocomplete: 'off', spellcheck: 'false' });
  #pending;

  connectedCallback() {
    this.append(
      h('div', { class: 'search' }, h('label', { for: 'search', class: 'unseen' }, 'Search for people'), this.#input, this.#count),
      this.#filters);
    this.#input.addEventListener('input', () => { this.#people.search = this.#input.value; });
  }

  follow(people) {
    this.#people = people;
    this.#input.value = '';
    this.#filters.replaceChildren(...STATUSES.map((status) => this.#chip(status)));
    for (const event of ['list', 'answer']) people.addEventListener(event, () => this.#soon());
    this.#show();
  }

  #chip(status) {
    const number = h('span', { class: 'number' });
    const chip = h('button', { type: 'button', class: 'chip', 'aria-pressed': 'false', onclick: () => this.#toggle(status) },
      badge(status), number);
    this.#chips.set(status, { chip, number });
    return chip;
  }

  #toggle(status) {
    this.#people.toggleStatus(status);
    this.#show();
  }

  /** Counting ten thousand at every change would be waste. */
  #soon() {
    this.#pending ??= setTimeout(() => {
      this.#pending = undefined;
      this.#show();
    }, 200);
  }

  #show() {
    const counts = this.#people.counts();
    for (const [status, { chip, number }] of this.#chips) {
      const pressed = this.#people.statuses.has(status);
      const many = counts.get(status) ?? 0;
      chip.hidden = many === 0 && !pressed;
      chip.setAttribute('aria-pressed', String(pressed));
      setText(number, String(many));
      chip.title = `Only ${word(status)}`;
    }
    const { length } = this.#people.shown;
    const all = this.#people.size;
    const text = length === all ? `${all.toLocaleString()} people` : `${length.toLocaleString()} of ${all.toLocaleString()} people`;
    setText(this.#count, text);
  }
}

customElements.define('people-toolbar', PeopleToolbar);
