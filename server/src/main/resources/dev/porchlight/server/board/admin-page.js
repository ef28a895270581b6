// For administrators: users, apps, tokens and webhooks; and in the demo, clients that can be signed in with any version.
import { userPath } from './api.js';
import { showOnce } from './confirm.js';
import { h, say } from './dom.js';
import { carryOut, field, form, row, section, table } from './parts.js';
import { at } from './time.js';
import { Webhooks } from './webhooks.js';

const SCOPES = ['porchlight:admin', 'user:read:admin', 'user:write:admin', 'user:read', 'user:write'];
const MOST_SHOWN = 50;
const DAY_SECONDS = 86_400;

class AdminPage extends HTMLElement {
  #api;
  #people;
  #refusal = h('p', { class: 'refusal', role: 'alert', hidden: true });
  #search = h('input', { id: 'admin-search', type: 'search', autocomplete: 'off', oninput: () => this.#showUsers() });
  #users = h('tbody');
  #usersNote = h('p', { class: 'note', role: 'status' });
  #apps = h('tbody');
  #tokens = h('tbody');
  #webhooks;
  #clients = h('tbody');
  #signedIn = [];

  follow(api, people, demo) {
    this.#api = api;
    this.#people = people;
    this.#webhooks = new Webhooks(api, this.#refusal);
    this.replaceChildren(h('h1', {}, 'Administration'), this.#refusal,
      section('Users', this.#userForm(), h('p', { class: 'field' }, h('label', { for: 'admin-search' }, 'Find a user'), this.#search),
        this.#usersNote, table('Users', ['Name', 'E-mail', 'Id', ''], this.#users)),
      section('Apps', this.#appForm(), table('Apps', ['Name', 'Client id', 'Scopes', 'Made', ''], this.#apps)),
      section('Tokens', this.#tokenForm(), table('Tokens', ['Name', 'User', 'Scopes', 'Made', 'Ends', ''], this.#tokens)),
      this.#webhooks.element,
      demo && section('Virtual clients', h('p', { class: 'note' }, 'Sign somebody in with a client of any version, and see what it may do.'),
        this.#clientForm(), table('Virtual clients', ['Person', 'Client', 'State', ''], this.#clients)));
    people.addEventListener('list', () => { if (!this.hidden) this.#showUsers(); });
  }

  async open() {
    this.#showUsers();
    await this.#carryOut(async () => {
      await this.#showApps();
      await this.#showTokens();
      await this.#webhooks.show();
    });
  }

  #userForm() {
    return form('Add a user', [field('E-mail', 'email', { type: 'email', required: true }), field('First name', 'first_name'),
      field('Last name', 'last_name'), field('Id (made if empty)', 'id')], (values) => this.#carryOut(async () => {
      const info = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
      const { id } = await this.#api.post('/v2/users', { action: 'create', user_info: { ...info, type: 1 } });
      this.#people.add(await this.#api.get(`/v2/users/${encodeURIComponent(id)}`));
      await this.#people.refresh();
      say(`${values.email} is added.`);
    }));
  }

  #appForm() {
    return form('Add an app', [field('Name', 'name', { required: true }), scopes('app')], ({ name }, chosen) => this.#carryOut(async () => {
      const app = await this.#api.post('/v1/apps', { name, scopes: chosen });
      showOnce(`The app ${app.name}`, [['Client id', app.client_id], ['Client secret', app.client_secret]]);
      await this.#showApps();
    }));
  }

  #tokenForm() {
    return form('Create a token', [field('Name', 'name', { required: true }), field('User (id or e-mail; empty for a server)', 'user'),
      field('Ends after days (empty for never)', 'days', { type: 'number', min: '1', max: '3660' }), scopes('token')],
    ({ name, user, days }, chosen) => this.#carryOut(async () => {
      const body = { name, scopes: chosen, ...(user && { user }), ...(days && { expires_in: Number(days) * DAY_SECONDS }) };
      const token = await this.#api.post('/v1/tokens', body);
      showOnce(`The token ${token.name}`, [['Access token', token.access_token]]);
      await this.#showTokens();
    }));
  }

  #clientForm() {
    const platform = h('select', { id: 'client-platform', name: 'platform' }, ...['desktop', 'mobile', 'web', 'room'].map((one) => h('option', {}, one)));
    const state = h('select', { id: 'client-state', name: 'state' }, h('option', { value: 'active' }, 'in use'), h('option', { value: 'idle' }, 'not in use'));
    return form('Sign a client in', [field('Person (id or e-mail)', 'user', { required: true }), field('Version', 'version', { required: true, value: '5.13.3' }),
      h('p', { class: 'field' }, h('label', { for: 'client-platform' }, 'Platform'), platform),
      h('p', { class: 'field' }, h('label', { for: 'client-state' }, 'State'), state)],
    ({ user, version, platform: on, state: how }) => this.#carryOut(async () => {
      const session = `board-${on}-${crypto.getRandomValues(new Uint32Array(1))[0].toString(36)}`;
      await this.#api.put(userPath(user, `/sessions/${session}`), { platform: on, version, state: how, lease: DAY_SECONDS });
      this.#signedIn.push({ user, session, client: `${on} ${version}`, state: how === 'active' ? 'in use' : 'not in use' });
      this.#showClients();
      say(`${user} is signed in with ${version}.`);
    }));
  }

  #showUsers() {
    const all = this.#people.matching(this.#search.value, MOST_SHOWN + 1);
    const ids = all.slice(0, MOST_SHOWN);
    this.#usersNote.textContent = all.length > MOST_SHOWN ? `The first ${MOST_SHOWN} are shown. Search to see others.` : '';
    this.#users.replaceChildren(...ids.map((id) => {
      const { email } = this.#people.user(id);
      const name = this.#people.name(id);
      return row([name, email, id], 'Remove', name, `Remove ${name} and all that is known of them?`, () => this.#carryOut(async () => {
        await this.#api.delete(`/v2/users/${encodeURIComponent(id)}`);
        this.#people.remove(id);
      }));
    }));
  }

  async #showApps() {
    const { apps } = await this.#api.get('/v1/apps');
    this.#apps.replaceChildren(...apps.map((app) =>
      row([app.name, app.client_id, app.scopes.join(' '), at(app.created_at)], 'Remove', app.name, `Remove the app ${app.name} and its tokens?`,
        () => this.#carryOut(async () => {
          await this.#api.delete(`/v1/apps/${encodeURIComponent(app.client_id)}`);
          await this.#showApps();
        }))));
  }

  async #showTokens() {
    const { tokens } = await this.#api.get('/v1/tokens');
    this.#tokens.replaceChildren(...tokens.map((token) =>
      row([token.name, token.user_id ?? 'none', token.scopes.join(' '), at(token.created_at), token.expires_at ? at(token.expires_at) : 'never'],
        'Revoke', token.name, `Revoke the token ${token.name}? Whoever uses it is cut off at once.`, () => this.#carryOut(async () => {
          await this.#api.delete(`/v1/tokens/${encodeURIComponent(token.token_id)}`);
          await this.#showTokens();
        }))));
  }

  #showClients() {
    this.#clients.replaceChildren(...this.#signedIn.map((one) =>
      row([this.#people.name(one.user), one.client, one.state], 'Sign out', `${one.user} ${one.client}`, undefined, () => this.#carryOut(async () => {
        await this.#api.delete(userPath(one.user, `/sessions/${one.session}`));
        this.#signedIn = this.#signedIn.filter((other) => other !== one);
        this.#showClients();
      }))));
  }

  /** Answers whether it was done; if not, says why. */
  #carryOut(action) {
    return carryOut(action, this.#refusal);
  }
}

function scopes(what) {
  return h('fieldset', { class: 'scopes' }, h('legend', {}, 'May'), ...SCOPES.map((scope) =>
    h('label', { for: `${what}-${scope}` }, h('input', { id: `${what}-${scope}`, type: 'checkbox', name: 'scope', value: scope }), scope)));
}

customElements.define('admin-page', AdminPage);
