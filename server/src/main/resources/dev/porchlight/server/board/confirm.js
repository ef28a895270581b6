// Dialogs that ask before something is removed, and that show a secret once.
import { h } from './dom.js';

function open(dialog) {
  document.body.append(dialog);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.showModal();
}

/** Answers whether the person agreed. */
export function confirmed(question, verb) {
  return new Promise((answer) => {
    const dialog = h('dialog', { class: 'card', 'aria-labelledby': 'question', onclose: () => answer(dialog.returnValue === 'yes') },
      h('h2', { id: 'question' }, question),
      h('div', { class: 'actions' },
        h('button', { type: 'button', class: 'quiet', autofocus: true, onclick: () => dialog.close('no') }, 'Cancel'),
        h('button', { type: 'button', class: 'danger', onclick: () => dialog.close('yes') }, verb)));
    open(dialog);
  });
}

/** Shows secrets (pairs of label and text) that nobody can ask for again. */
export function showOnce(title, secrets) {
  const done = h('p', { class: 'note', role: 'status' });
  const line = ([label, text], index) => h('div', { class: 'secret' },
    h('label', { for: `secret-${index}` }, label),
    h('input', { id: `secret-${index}`, readonly: true, value: text, spellcheck: 'false', onfocus: (event) => event.target.select() }),
    h('button', { type: 'button', class: 'quiet', 'aria-label': `Copy: ${label}`, onclick: () => copy(label, text, done) }, 'Copy'));
  const dialog = h('dialog', { class: 'card', 'aria-labelledby': 'once' },
    h('h2', { id: 'once' }, title),
    h('p', {}, 'Write it down now: it is shown this once, and only its hash is kept.'),
    ...secrets.map(line), done,
    h('div', { class: 'actions' }, h('button', { type: 'button', class: 'primary', onclick: () => dialog.close() }, 'I have it')));
  open(dialog);
}

async function copy(label, text, done) {
  try {
    await navigator.clipboard.writeText(text);
    done.textContent = `${label}: copied.`;
  } catch {
    done.textContent = 'This browser does not let the page copy: select the text and copy it.';
  }
}
