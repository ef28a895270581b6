// The connection that tells of changes: watches who is on screen, and comes back when it breaks.

const FIRST_WAIT_MILLIS = 500;
const LONGEST_WAIT_MILLIS = 30_000;
const GATHER_MILLIS = 60;

/**
 * Events: `answer` (detail: an answer), `unknown` (detail: ids), `state`. The state is `connecting`, `live`, `waiting` (until
 * `retryAt`) or `ended` (for `reason`).
 */
export class Watch extends EventTarget {
  #token;
  #known;
  #socket;
  #wanted = new Set();
  #watching = new Set();
  #attempt = 0;
  #advice;
  #waiting;
  #gathering;

  state = 'connecting';
  retryAt;
  reason;

  /** `known` answers the revision that is known of a user, or undefined. */
  constructor(token, known) {
    super();
    this.#token = token;
    this.#known = known;
    this.tryNow = this.tryNow.bind(this);
    addEventListener('online', this.tryNow);
    this.#connect();
  }

  /** Watches these and nobody else. */
  want(ids) {
    this.#wanted = new Set(ids);
    this.#gathering ??= setTimeout(() => this.#send(), GATHER_MILLIS);
  }

  /** Ends the wait. */
  tryNow() {
    if (this.state === 'waiting') this.#connect();
  }

  close() {
    removeEventListener('online', this.tryNow);
    clearTimeout(this.#waiting);
    clearTimeout(this.#gathering);
    this.state = 'ended';
    this.#socket?.close();
  }

  #connect() {
    clearTimeout(this.#waiting);
    const address = new URL('/v1/watch', location.href);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    this.#socket = new WebSocket(address, ['porchlight.v1', `porchlight.token.${this.#token}`]);
    this.#socket.onopen = () => this.#opened();
    this.#socket.onmessage = (message) => this.#hear(JSON.parse(message.data));
    this.#socket.onclose = (close) => this.#closed(close);
    this.#enter('connecting');
  }

  #opened() {
    this.#attempt = 0;
    this.#advice = undefined;
    this.#watching.clear();
    this.#enter('live');
    this.#send();
  }

  #send() {
    this.#gathering = undefined;
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    const watch = [...this.#wanted].filter((id) => !this.#watching.has(id));
    const unwatch = [...this.#watching].filter((id) => !this.#wanted.has(id));
    if (watch.length === 0 && unwatch.length === 0) return;
    const known = {};
    for (const id of watch) {
      const revision = this.#known(id);
      if (revision !== undefined) known[id] = revision;
    }
    this.#socket.send(JSON.stringify({ watch, unwatch, known }));
    this.#watching = new Set(this.#wanted);
  }

  #hear(message) {
    if (message.user) this.dispatchEvent(new CustomEvent('answer', { detail: message }));
    if (message.unknown) this.dispatchEvent(new CustomEvent('unknown', { detail: message.unknown }));
    if (message.reconnect_in !== undefined) this.#advice = message.reconnect_in;
  }

  /** 44xx: coming back the same way will not help. Everything else: later, and not all at the same time. */
  #closed(close) {
    if (this.state === 'ended') return;
    if (close.code >= 4400 && close.code < 4500) {
      this.reason = close.reason;
      this.#enter('ended');
      return;
    }
    const longest = Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS * 2 ** this.#attempt);
    const wait = this.#advice ?? longest * (0.5 + Math.random() / 2);
    this.#advice = undefined;
    this.#attempt += 1;
    this.retryAt = Date.now() + wait;
    this.#waiting = setTimeout(this.tryNow, wait);
    this.#enter('waiting');
  }

  #enter(state) {
    this.state = state;
    this.dispatchEvent(new Event('state'));
  }
}
