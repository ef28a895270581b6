// The list of people. Only the rows on screen exist, so ten thousand people scroll like ten.
import { h, icon, setText } from './dom.js';
import { badge, tone } from './statuses.js';
import { ago, everySecond, until, whole } from './time.js';

const OVERSCAN = 6;
const STAR = ['M10 2.6l2.3 4.7l5.2.8l-3.8 3.6l.9 5.2l-4.6-2.500l-4.6 2.500l.9-5.200l-3.8-3.600l5.2-.8z'];

/**
 * A grid of rows. Arrow keys go from row to row, and left and right to the buttons of a row; Enter chooses the person.
 * Events: `choose` and `why` (detail: id), `interest` when other rows are on screen.
 */
class PeopleGrid extends HTMLElement {
  #people;
  #rows = new Map();
  #active;
  #chosen;
  #pending;
  #canvas = h('div', { class: 'canvas', role: 'presentation' });
  #body = h('div', { class: 'rows', role: 'rowgroup' }, this.#canvas);
  #empty = h('p', { class: 'empty', hidden: true }, 'Nobody fits. Change the search or the filters.');
  #grid = h('div', { role: 'grid', 'aria-labelledby': 'people-title', 'aria-readonly': 'true' },
    h('div', { role: 'rowgroup', class: 'head' }, h('div', { role: 'row', 'aria-rowindex': '1', class: 'row' },
      ...['Favourite', 'Person', 'Status', 'Since', 'Until', 'Why'].map((name) => h('span', { role: 'columnheader' }, name)))),
    this.#body);

  connectedCallback() {
    this.append(this.#grid, this.#empty);
    this.#body.addEventListener('scroll', () => this.#soon(), { passive: true });
    this.#body.addEventListener('keydown', (event) => this.#key(event));
    this.#body.addEventListener('focusin', (event) => this.#focused(event.target.closest('[role=row]')?.dataset.id));
    this.#body.addEventListener('click', (event) => this.#click(event));
    new ResizeObserver(() => this.#soon()).observe(this.#body);
    everySecond(() => this.#tick());
  }

  follow(people) {
    this.#people = people;
    this.#rows.clear();
    this.#canvas.replaceChildren();
    this.#body.scrollTop = 0;
    people.addEventListener('list', () => this.#soon());
    people.addEventListener('answer', (event) => this.#flash(event.detail));
    this.#soon();
  }

  /** Marks the person whose details are shown. */
  set chosen(id) {
    this.#chosen = id;
    this.#soon();
  }

  /** The ids of those on screen. */
  get onScreen() {
    return [...this.#rows.keys()];
  }

  focusActive() {
    this.#rows.get(this.#active)?.focus();
  }

  #soon() {
    this.#pending ??= requestAnimationFrame(() => {
      this.#pending = undefined;
      if (this.#people) this.#draw();
    });
  }

  get #height() {
    return parseFloat(getComputedStyle(this).getPropertyValue('--row')) || 60;
  }

  #draw() {
    const { shown } = this.#people;
    const height = this.#height;
    this.#empty.hidden = shown.length > 0;
    this.#grid.setAttribute('aria-rowcount', String(shown.length + 1));
    this.#canvas.style.height = `${shown.length * height}px`;
    if (!shown.includes(this.#active)) this.#active = shown[0];
    const first = Math.max(0, Math.floor(this.#body.scrollTop / height) - OVERSCAN);
    const last = Math.min(shown.length, Math.ceil((this.#body.scrollTop + this.#body.clientHeight) / height) + OVERSCAN);
    const indexes = new Map();
    for (let index = first; index < last; index++) indexes.set(shown[index], index);
    // The row that has the focus stays, or the focus would be lost.
    if (this.#active !== undefined && !indexes.has(this.#active)) indexes.set(this.#active, shown.indexOf(this.#active));
    this.#keep(indexes, height);
    this.dispatchEvent(new Event('interest'));
  }

  #keep(indexes, height) {
    for (const [id, row] of this.#rows) {
      if (!indexes.has(id)) {
        row.remove();
        this.#rows.delete(id);
      }
    }
    const focused = this.#canvas.contains(document.activeElement) ? document.activeElement : undefined;
    const order = [...indexes].sort((a, b) => a[1] - b[1]);
    order.forEach(([id, index], place) => {
      const row = this.#rows.get(id) ?? this.#make(id);
      row.style.transform = `translateY(${index * height}px)`;
      row.setAttribute('aria-rowindex', String(index + 2));
      row.tabIndex = id === this.#active ? 0 : -1;
      row.setAttribute('aria-selected', String(id === this.#chosen));
      if (this.#canvas.children[place] !== row) this.#canvas.insertBefore(row, this.#canvas.children[place] ?? null);
      this.#fill(row, id);
    });
    // A row that changes its place loses the focus on the way.
    if (focused?.isConnected) focused.focus({ preventScroll: true });
  }

  #make(id) {
    const cell = (className, ...children) => h('div', { role: 'gridcell', class: className }, ...children);
    const row = h('div', { role: 'row', class: 'row person', 'data-id': id },
      cell('star', h('button', { type: 'button', tabindex: '-1', 'data-does': 'favourite', class: 'star-button' }, icon(STAR))),
      cell('who', h('span', { class: 'avatar', 'aria-hidden': 'true' }),
        h('span', { class: 'names' }, h('span', { class: 'name' }), h('span', { class: 'email' }))),
      cell('status'), cell('since'), cell('until'),
      cell('ask', h('button', { type: 'button', tabindex: '-1', 'data-does': 'why', class: 'quiet small' }, 'Why?')));
    this.#rows.set(id, row);
    return row;
  }

  #fill(row, id) {
    const user = this.#people.user(id);
    const answer = this.#people.answer(id);
    const favourite = this.#people.isFavourite(id);
    const name = this.#people.name(id);
    const star = row.querySelector('.star-button');
    star.setAttribute('aria-pressed', String(favourite));
    star.setAttribute('aria-label', `Favourite: ${name}`);
    setText(row.querySelector('.avatar'), initials(name));
    row.querySelector('.avatar').className = `avatar ${tone(answer?.status)}`;
    setText(row.querySelector('.name'), name);
    setText(row.querySelector('.email'), user.email);
    const status = row.querySelector('.status');
    if (status.firstChild?.dataset.status !== (answer?.status ?? 'unknown')) status.replaceChildren(badge(answer?.status));
    row.querySelector('[data-does=why]').setAttribute('aria-label', `Why? ${name}`);
    this.#times(row, answer);
  }

  #times(row, answer) {
    const since = row.querySelector('.since');
    setText(since, answer ? ago(answer.since) : '');
    if (answer) since.title = whole(answer.since);
    const end = row.querySelector('.until');
    setText(end, until(answer));
    end.classList.toggle('running', answer?.status === 'Do_Not_Disturb' && Boolean(answer.until));
  }

  #tick() {
    for (const [id, row] of this.#rows) this.#times(row, this.#people.answer(id));
  }

  #flash(id) {
    const row = this.#rows.get(id);
    if (!row) return;
    this.#fill(row, id);
    row.classList.remove('changed');
    requestAnimationFrame(() => row.classList.add('changed'));
  }

  #focused(id) {
    if (id === undefined || id === this.#active) return;
    if (this.#rows.has(this.#active)) this.#rows.get(this.#active).tabIndex = -1;
    this.#active = id;
    this.#rows.get(id).tabIndex = 0;
  }

  #click(event) {
    const id = event.target.closest('[role=row]')?.dataset.id;
    if (id === undefined) return;
    const does = event.target.closest('button')?.dataset.does;
    if (does === 'favourite') this.#people.toggleFavourite(id);
    else this.dispatchEvent(new CustomEvent(does ?? 'choose', { detail: id }));
  }

  #key(event) {
    const page = Math.max(1, Math.floor(this.#body.clientHeight / this.#height) - 1);
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
    if (event.key in steps) this.#go(steps[event.key]);
    else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') this.#aside(event.key === 'ArrowRight' ? 1 : -1);
    else if (event.key === 'Enter' && event.target.role === 'row') this.dispatchEvent(new CustomEvent('choose', { detail: this.#active }));
    else return;
    event.preventDefault();
  }

  /** To another row. It is made before it gets the focus. */
  #go(steps) {
    const { shown } = this.#people;
    const index = Math.min(shown.length - 1, Math.max(0, shown.indexOf(this.#active) + steps));
    const height = this.#height;
    const top = index * height;
    if (top < this.#body.scrollTop) this.#body.scrollTop = top;
    const under = top + height - this.#body.clientHeight;
    if (under > this.#body.scrollTop) this.#body.scrollTop = under;
    const before = this.#rows.get(this.#active);
    this.#active = shown[index];
    if (before) before.tabIndex = -1;
    this.#draw();
    this.#rows.get(this.#active)?.focus({ preventScroll: true });
  }

  /** Among a row and its buttons. */
  #aside(step) {
    const row = this.#rows.get(this.#active);
    const places = [row, ...row.querySelectorAll('button')];
    const next = places.indexOf(document.activeElement) + step;
    places[Math.min(places.length - 1, Math.max(0, next))].focus();
  }
}

function initials(name) {
  const words = name.split(/[\s@.]+/u).filter(Boolean);
  return words.slice(0, 2).map((one) => one[0].toUpperCase()).join('');
}

customElements.define('people-grid', PeopleGrid);
