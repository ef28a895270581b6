// The page's beginning: who is signed in, which part is shown, and who is told what.
import { Api } from './api.js';
import { say } from './dom.js';
import { People } from './people.js';
import { word } from './statuses.js';
import { Watch } from './watch.js';
import { openWhy } from './why.js';
import './admin-page.js';
import './connection-state.js';
import { readClock } from './dev-page.js';
import './people-grid.js';
import './person-panel.js';
import './toolbar.js';

const TOKEN = 'porchlight.token';
const THEME = 'porchlight.theme';
const MOST_FAVOURITES = 1000;

const $ = (id) => document.getElementById(id);
const grid = document.querySelector('people-grid');
const panel = document.querySelector('person-panel');
const connection = document.querySelector('connection-state');
const demo = document.querySelector('meta[name=porchlight-demo]').content === 'true';
const dev = document.querySelector('meta[name=porchlight-dev]').content === 'true';

let signedIn;

async function signIn(token) {
  const api = new Api(token, (message) => signOut(message));
  const { own, admin } = await introduce(api);
  sessionStorage.setItem(TOKEN, token);
  const people = new People(api);
  const watch = new Watch(token, (id) => people.answer(id)?.revision);
  signedIn = { api, people, watch, admin };
  $('sign-in').hidden = true;
  $('sign-out').hidden = false;
  document.querySelector('nav').hidden = !admin && !dev;
  document.querySelector('[data-page=administration]').hidden = !admin;
  document.querySelector('[data-page=emulator]').hidden = !dev;
  connect(own);
  showPage();
  await people.load(own);
  const first = own?.id ?? people.shown[0];
  if (first !== undefined) choose(first, false);
  want();
}

/** Who the token's own user is, and whether it is an administrator's. A token that is good for neither is refused. */
async function introduce(api) {
  const own = await api.get('/v2/users/me').catch(unless([4700, 4711]));
  const tokens = await api.get('/v1/tokens').catch(unless([4711]));
  return { own, admin: tokens !== undefined };
}

function unless(codes) {
  return (refused) => {
    if (!codes.includes(refused.code)) throw refused;
  };
}

function connect(own) {
  const { api, people, watch, admin } = signedIn;
  grid.follow(people);
  panel.follow(api, people, own?.id);
  document.querySelector('people-toolbar').follow(people);
  if (admin) $('administration').follow(api, people, demo || dev);
  if (dev) followEmulator(api);
  connection.follow(watch);
  let wasLost = false;
  watch.addEventListener('answer', (event) => people.tell(event.detail));
  watch.addEventListener('state', () => {
    if (watch.state === 'live' && wasLost) people.refresh().catch((refused) => say(refused.message));
    // A handshake that is refused has no code that a page could read, so the token is tried by a request: if it is no
    // longer good, that ends in signing out.
    if (watch.state === 'ended' || (watch.state === 'waiting' && wasLost)) api.post('/v1/presence/query', { users: [] }).catch(() => {});
    wasLost = watch.state === 'waiting' || (wasLost && watch.state !== 'live');
  });
  people.addEventListener('answer', (event) => {
    const id = event.detail;
    if (people.isFavourite(id)) say(`${people.name(id)}: ${word(people.answer(id).status)}.`);
  });
  people.addEventListener('list', want);
}

/** Shows somebody's details; `forward` over the list where there is no room beside it. */
function choose(id, forward) {
  panel.choose(id, forward);
  grid.chosen = id;
}

/** Interest is in whom the page shows: those on screen, the favourites and the chosen person. */
function want() {
  if (!signedIn) return;
  const { people, watch } = signedIn;
  const ids = [...grid.onScreen, ...people.favourites.slice(0, MOST_FAVOURITES)];
  if (panel.person !== undefined && people.user(panel.person)) ids.push(panel.person);
  watch.want(ids);
}

function signOut(message) {
  signedIn?.watch.close();
  signedIn?.people.close();
  sessionStorage.removeItem(TOKEN);
  if (signedIn) {
    // Nothing that was read with the token stays in the page.
    if (message) sessionStorage.setItem('porchlight.parting', message);
    location.reload();
    return;
  }
  showSignIn(message);
}

function showSignIn(message) {
  $('sign-in').hidden = false;
  $('enter-demo').hidden = !demo;
  $('enter-demo').textContent = dev ? 'Enter the emulator' : 'Enter the demo';
  $('sign-in-refusal').hidden = !message;
  $('sign-in-refusal').textContent = message ?? '';
  $(demo ? 'enter-demo' : 'token').focus();
}

async function attempt(token) {
  try {
    await signIn(await token);
  } catch (refused) {
    if (refused.status !== 401) signOut(refused.message);
  }
}

const TITLES = { board: 'Porchlight', administration: 'Administration · Porchlight', emulator: 'Emulator · Porchlight' };

/** The page that the address names, if whoever is signed in may see it; else the board. */
function wanted() {
  if (location.hash === '#/administration' && signedIn?.admin) return 'administration';
  return location.hash === '#/emulator' && signedIn && dev ? 'emulator' : 'board';
}

function showPage() {
  const page = wanted();
  for (const id of Object.keys(TITLES)) $(id).hidden = !signedIn || id !== page;
  for (const link of document.querySelectorAll('nav a')) {
    if (link.dataset.page === page) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  document.title = TITLES[page];
  if (signedIn && page !== 'board') $(page).open();
}

/** Count-downs go by the emulator's clock, which somebody else may move, too. */
function followEmulator(api) {
  $('emulator').follow(api, () => {
    sessionStorage.setItem('porchlight.parting', 'Everything is as at the start.');
    location.reload();
  });
  const look = () => readClock(api).catch(() => {}).then(() => setTimeout(look, 5000));
  look();
}

function showTheme(theme) {
  document.documentElement.dataset.theme = theme;
  $('theme').textContent = `Theme: ${theme}`;
}

$('theme').addEventListener('click', () => {
  const themes = ['system', 'light', 'dark'];
  const theme = themes[(themes.indexOf(document.documentElement.dataset.theme) + 1) % themes.length];
  localStorage.setItem(THEME, theme);
  showTheme(theme);
});
$('sign-out').addEventListener('click', () => signOut());
$('sign-in-form').addEventListener('submit', (event) => {
  event.preventDefault();
  attempt($('token').value.trim());
  event.target.reset();
});
$('enter-demo').addEventListener('click', () =>
  attempt(fetch('/board/demo', { cache: 'no-store' }).then((response) => response.json()).then((answer) => answer.access_token)));
addEventListener('hashchange', () => {
  showPage();
  $('main').focus();
});
grid.addEventListener('interest', want);
grid.addEventListener('choose', (event) => choose(event.detail, true));
grid.addEventListener('why', (event) => openWhy(signedIn.api, event.detail, signedIn.people.name(event.detail)));
panel.addEventListener('leave', () => grid.focusActive());

showTheme(localStorage.getItem(THEME) ?? 'system');
const parting = sessionStorage.getItem('porchlight.parting') ?? undefined;
sessionStorage.removeItem('porchlight.parting');
const stored = sessionStorage.getItem(TOKEN);
if (stored && !parting) attempt(stored);
else showSignIn(parting);
