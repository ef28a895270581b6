// Whether what the page shows is live, in words.
import { h, say, setText } from './dom.js';
import { everySecond } from './time.js';

class ConnectionState extends HTMLElement {
  #watch;
  #word = h('span', { class: 'word' });
  #again = h('button', { type: 'button', class: 'quiet small', hidden: true, onclick: () => this.#watch.tryNow() }, 'Try now');

  connectedCallback() {
    this.hidden = true;
    this.append(h('span', { class: 'dot', 'aria-hidden': 'true' }), this.#word, this.#again);
    everySecond(() => this.#show());
  }

  /** Shows the state of this connection; of none, nothing. */
  follow(watch) {
    this.#watch = watch;
    this.hidden = !watch;
    let was = 'connecting';
    watch?.addEventListener('state', () => {
      if (watch.state === 'waiting' && was === 'live') say('The connection is lost.');
      if (watch.state === 'live' && was === 'lost') say('The connection is back.');
      was = watch.state === 'live' ? 'live' : was === 'connecting' ? was : 'lost';
      this.#show();
    });
    this.#show();
  }

  #show() {
    if (!this.#watch) return;
    const { state, retryAt, reason } = this.#watch;
    this.dataset.state = state;
    this.#again.hidden = state !== 'waiting';
    setText(this.#word, {
      live: 'Live',
      connecting: 'Connecting…',
      waiting: `Not connected, next try in ${Math.max(0, Math.ceil((retryAt - Date.now()) / 1000))} s`,
      ended: `Not connected: ${reason || 'ended'}`,
    }[state]);
  }
}

customElements.define('connection-state', ConnectionState);
