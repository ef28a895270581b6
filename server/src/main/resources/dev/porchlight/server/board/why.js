// An explanation in plain sentences, in a dialog.
import { userPath } from './api.js';
import { h } from './dom.js';
import { badge, word } from './statuses.js';
import { at, countdown, secondsTo } from './time.js';

/** Who or what did something, as the server names it: `user:ada`, `app:calendar`, `token:night shift`, `operator`. */
function by(name) {
  const [kind, rest] = name.split(/:(.*)/s);
  return { user: rest, app: `the app ${rest}`, token: `whoever holds the token “${rest}”`, operator: 'the server’s operator' }[kind] ?? name;
}

function reason(name, { status, since, until, why }) {
  const end = until ? ` until ${at(until)}` : '';
  const declared = why.declaration;
  const said = declared ? `${by(declared.by)} set ${word(declared.status)} at ${at(declared.since)}` : '';
  const claim = why.claims.find(({ source }) => why.winner === `claim:${source}`);
  const reported = claim ? `${claim.source} reports ${word(claim.status)} since ${at(claim.since)}${end}` : '';
  const used = why.sessions.filter(({ state }) => state === 'active').map(client).join(' and ');
  return {
    nobody_signed_in: `No client of ${name} is signed in, so ${name} is Offline whatever else is known.`,
    do_not_disturb_declared: `${said}${end}. A wish not to be disturbed stands above everything else.`,
    declared: `${said}${end}, and nothing stands above that.`,
    newer_claim: `${reported}. That is newer than what was set: ${said}.`,
    idle_since_declared: `${said}, but no client of ${name} has been in use since, so ${name} is ${word(status)}.`,
    claimed: `${reported}, and nobody has set anything that stands above that.`,
    active_session: `${name} is using ${used || 'a client'}, and nothing else says more.`,
    idle_sessions: `${name} is signed in, but no client has been in use since ${at(since)}.`,
  }[why.rule] ?? `The rule ${why.rule} applies.`;
}

export function client({ platform, version }) {
  return `a ${platform} client ${version}`;
}

function known({ why }) {
  const facts = why.sessions.map((session) =>
    `Signed in with ${client(session)} since ${at(session.since)}, ${session.state === 'active' ? 'in use' : 'not in use'} since ${at(session.state_since)}.`);
  facts.push(...why.claims.map((claim) =>
    `${claim.source} reports ${word(claim.status)} since ${at(claim.since)}${claim.until ? ` until ${at(claim.until)}` : ''}.`));
  if (why.declaration) {
    const { status, since, until, by: who } = why.declaration;
    facts.push(`${by(who)} set ${word(status)} at ${at(since)}${until ? ` until ${at(until)}` : ''}.`);
  }
  return facts.length > 0 ? facts : ['Nothing: no client is signed in, nobody has set anything, nothing is reported.'];
}

function next({ why }) {
  return why.next_change
    ? `It next changes by itself at ${at(why.next_change)}, in ${countdown(secondsTo(why.next_change))}.`
    : 'It does not change by itself.';
}

/** Opens the dialog, and closes it with Escape or its button; the focus then goes back to where it was. */
export async function openWhy(api, id, name) {
  const title = h('h2', { id: 'why-title' }, `Why is ${name} …?`);
  const words = h('div', { class: 'why' }, h('p', {}, 'Asking the server…'));
  const dialog = h('dialog', { class: 'card', 'aria-labelledby': 'why-title', onclose: () => dialog.remove() },
    title, words,
    h('div', { class: 'actions' }, h('button', { type: 'button', class: 'primary', onclick: () => dialog.close() }, 'Close')));
  document.body.append(dialog);
  dialog.showModal();
  try {
    const presence = await api.get(userPath(id, '/presence'));
    title.textContent = `Why is ${name} “${word(presence.status)}”?`;
    words.replaceChildren(
      h('p', { class: 'reason' }, badge(presence.status)),
      h('p', {}, capital(reason(name, presence))),
      h('h3', {}, 'All that is known'),
      h('ul', {}, ...known(presence).map((fact) => h('li', {}, capital(fact)))),
      h('p', {}, next(presence)));
  } catch (refused) {
    words.replaceChildren(h('p', { class: 'refusal', role: 'alert' }, refused.message));
  }
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
