// What the pages for administrators and testers are made of: cards, tables, forms.
import { confirmed } from './confirm.js';
import { h } from './dom.js';

export function section(title, ...children) {
  const id = `section-${title.toLowerCase().replace(/\W/g, '-')}`;
  return h('section', { class: 'card', 'aria-labelledby': id }, h('h2', { id }, title), ...children);
}

export function table(caption, heads, body) {
  return h('div', { class: 'scroller', tabindex: '0', role: 'group', 'aria-label': caption }, h('table', {},
    h('caption', { class: 'unseen' }, caption),
    h('thead', {}, h('tr', {}, ...heads.map((head) => head ? h('th', { scope: 'col' }, head) : h('td')))), body));
}

export function row(cells, verb, name, question, remove) {
  const act = async () => { if (question === undefined || await confirmed(question, verb)) await remove(); };
  return h('tr', {}, ...cells.map((cell, index) => h(index === 0 ? 'th' : 'td', index === 0 ? { scope: 'row' } : {}, cell)),
    h('td', {}, h('button', { type: 'button', class: 'quiet small', 'aria-label': `${verb}: ${name}`, onclick: act }, verb)));
}

let fields = 0;

export function field(label, name, properties = {}) {
  const id = `field-${++fields}`;
  return h('p', { class: 'field' }, h('label', { for: id }, label), h('input', { id, name, autocomplete: 'off', ...properties }));
}

/** `act` gets the fields' values and the scopes that are ticked, and answers whether the form may be emptied. */
export function form(verb, parts, act) {
  const element = h('form', { class: 'line-form', onsubmit: async (event) => {
    event.preventDefault();
    const data = new FormData(element);
    const chosen = data.getAll('scope');
    data.delete('scope');
    if (await act(Object.fromEntries([...data].map(([name, value]) => [name, value.trim()])), chosen)) element.reset();
  } }, ...parts, h('button', { type: 'submit', class: 'primary' }, verb));
  return element;
}

/** Carries an action out, and shows in `refusal` why not. Answers whether it was done. */
export async function carryOut(action, refusal) {
  try {
    await action();
    refusal.hidden = true;
    return true;
  } catch (refused) {
    refusal.textContent = refused.message;
    refusal.hidden = false;
    refusal.scrollIntoView({ block: 'nearest' });
    return false;
  }
}
