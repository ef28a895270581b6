// Everybody who can be seen, with the newest answer about each: what the whole page shows.

const PAGE = 2000;
const QUERY = 1000;
const FAVOURITES = 'porchlight.favourites';
const REFRESH_MILLIS = 30_000;

/** Events: `list` when people come, go or change places, `answer` (detail: id) when an answer takes another's place. */
export class People extends EventTarget {
  #api;
  #users = new Map();
  #answers = new Map();
  #favourites = new Set(stored());
  #sorted = [];
  #search = '';
  #statuses = new Set();
  #shown = [];
  #refreshing;

  constructor(api) {
    super();
    this.#api = api;
  }

  /** Reads all users, then their answers. Without the right to list, there is only the token's own user. */
  async load(own) {
    if (own) this.#admit([own]);
    try {
      let page = '';
      do {
        const answer = await this.#api.get(`/v2/users?page_size=${PAGE}&next_page_token=${encodeURIComponent(page)}`);
        this.#admit(answer.users);
        page = answer.next_page_token;
      } while (page);
    } catch (refused) {
      if (refused.code !== 4711 || !own) throw refused;
    }
    await this.refresh();
    this.#refreshing = setInterval(() => this.#refreshFilter(), REFRESH_MILLIS);
  }

  close() {
    clearInterval(this.#refreshing);
  }

  /** Asks again for all answers. Those on screen come by themselves; filters and counts need the others, too. */
  async refresh() {
    const ids = [...this.#users.keys()];
    for (let start = 0; start < ids.length; start += QUERY) {
      const answer = await this.#api.post('/v1/presence/query', { users: ids.slice(start, start + QUERY) });
      answer.users.forEach((one) => this.#accept(one));
      this.#arrange();
    }
  }

  /** The newest revision wins, however late, often or out of order answers come; and one that corrects what was told. */
  tell(answer) {
    const first = !this.#answers.has(answer.user);
    if (!this.#accept(answer)) return;
    if (first || this.#statuses.size > 0) this.#arrange();
    if (!first) this.dispatchEvent(new CustomEvent('answer', { detail: answer.user }));
  }

  /** Begins to show a user who was added. */
  add(user) {
    this.#admit([user]);
  }

  remove(id) {
    this.#users.delete(id);
    this.#answers.delete(id);
    this.#sort();
  }

  get shown() {
    return this.#shown;
  }

  get size() {
    return this.#users.size;
  }

  user(id) {
    return this.#users.get(id);
  }

  answer(id) {
    return this.#answers.get(id);
  }

  name(id) {
    return this.#users.get(id)?.display_name ?? id;
  }

  /** The ids of at most so many people whose name or e-mail address holds the text. */
  matching(text, limit) {
    const wanted = folded(text);
    const found = [];
    for (const id of this.#sorted) {
      if (found.length === limit) break;
      if (this.#users.get(id).folded.includes(wanted)) found.push(id);
    }
    return found;
  }

  get favourites() {
    return [...this.#favourites].filter((id) => this.#users.has(id));
  }

  isFavourite(id) {
    return this.#favourites.has(id);
  }

  toggleFavourite(id) {
    if (!this.#favourites.delete(id)) this.#favourites.add(id);
    localStorage.setItem(FAVOURITES, JSON.stringify([...this.#favourites]));
    this.#sort();
  }

  get search() {
    return this.#search;
  }

  set search(text) {
    this.#search = folded(text);
    this.#arrange();
  }

  get statuses() {
    return this.#statuses;
  }

  toggleStatus(status) {
    if (!this.#statuses.delete(status)) this.#statuses.add(status);
    this.#arrange();
  }

  /** How many have each status. */
  counts() {
    const counts = new Map();
    for (const { status } of this.#answers.values()) counts.set(status, (counts.get(status) ?? 0) + 1);
    return counts;
  }

  #refreshFilter() {
    // A refresh that fails is tried again the next time; the connection's state tells people.
    if (!document.hidden && this.#users.size > 0) this.refresh().catch(() => {});
  }

  #accept(answer) {
    const known = this.#answers.get(answer.user);
    if (!this.#users.has(answer.user) || (known && known.revision >= answer.revision && !answer.corrected)) return false;
    this.#answers.set(answer.user, answer);
    return true;
  }

  #admit(users) {
    for (const user of users) {
      this.#users.set(user.id, { ...user, folded: folded(`${user.display_name} ${user.email}`) });
    }
    this.#sort();
  }

  #sort() {
    const order = new Intl.Collator(undefined, { sensitivity: 'base' }).compare;
    const first = (id) => (this.#favourites.has(id) ? 0 : 1);
    this.#sorted = [...this.#users.keys()]
      .sort((a, b) => first(a) - first(b) || order(this.name(a), this.name(b)) || (a < b ? -1 : 1));
    this.#arrange();
  }

  #arrange() {
    this.#shown = this.#sorted.filter((id) => this.#fits(id));
    this.dispatchEvent(new Event('list'));
  }

  #fits(id) {
    return this.#users.get(id).folded.includes(this.#search)
      && (this.#statuses.size === 0 || this.#statuses.has(this.#answers.get(id)?.status));
  }
}

/** Without case and accents: `nygard` finds Nygård. */
function folded(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function stored() {
  try {
    const ids = JSON.parse(localStorage.getItem(FAVOURITES) ?? '[]');
    return Array.isArray(ids) ? ids : [];
  } catch {
    return [];
  }
}
