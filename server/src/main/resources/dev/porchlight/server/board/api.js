// The server's API with one token, and its refusals in words.

/** A request that the server did not carry out, or that did not reach it (`status` 0). */
export class Refused extends Error {
  constructor(status, problem, retryAfter) {
    super(inWords(status, problem));
    this.status = status;
    this.code = problem?.code;
    this.retryAfter = retryAfter;
  }
}

function inWords(status, problem) {
  if (status === 0) return 'The server cannot be reached.';
  if (status === 429) return 'Too soon: an app may change a person’s status once a minute.';
  const errors = (problem?.errors ?? []).map((error) => sentence(error.message ?? ''));
  return errors.length > 0 ? errors.join(' ') : problem?.message ?? `The server answered ${status}.`;
}

/** `status: the user is not signed in (expected: …)` begins with the field, which the page shows in its own way. */
function sentence(message) {
  const text = message.replace(/^(status|duration): (?=\p{L})/u, '');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
}

export class Api {
  #token;
  #whenDenied;

  /** `whenDenied` is called with a message when the token is not (or no longer) good. */
  constructor(token, whenDenied) {
    this.#token = token;
    this.#whenDenied = whenDenied;
  }

  get token() {
    return this.#token;
  }

  get(path) {
    return this.#ask('GET', path);
  }

  put(path, body) {
    return this.#ask('PUT', path, body);
  }

  post(path, body) {
    return this.#ask('POST', path, body);
  }

  delete(path) {
    return this.#ask('DELETE', path);
  }

  async #ask(method, path, body) {
    const headers = { Authorization: `Bearer ${this.#token}` };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    let response;
    let answer;
    try {
      response = await fetch(path, { method, headers, body: JSON.stringify(body), cache: 'no-store' });
      const text = await response.text();
      answer = text === '' ? null : JSON.parse(text);
    } catch {
      throw new Refused(0);
    }
    if (response.ok) return answer;
    const refused = new Refused(response.status, answer, Number(response.headers.get('Retry-After')) || undefined);
    if (response.status === 401) this.#whenDenied(refused.message);
    throw refused;
  }
}

export function userPath(id, rest = '') {
  return `/v1/users/${encodeURIComponent(id)}${rest}`;
}
