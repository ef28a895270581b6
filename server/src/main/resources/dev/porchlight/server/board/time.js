// Instants as people say them, in the reader's own time zone.

const CLOCK = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const DAY = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const WHOLE = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

let ahead = 0;
let standing;

/** What time it is for the server: an emulator's clock can be moved, and can stand still. */
export function setServerTime(now, frozen) {
  ahead = Date.parse(now) - Date.now();
  standing = frozen ? Date.parse(now) : undefined;
}

/** In milliseconds, as `Date.now()`, which it is of every server but an emulator. */
export function serverNow() {
  return standing ?? Date.now() + ahead;
}

/** `10:45`, or with the day if that is another than today. */
export function at(instant) {
  const date = new Date(instant);
  const today = date.toDateString() === new Date(serverNow()).toDateString();
  return today ? CLOCK.format(date) : `${DAY.format(date)}, ${CLOCK.format(date)}`;
}

export function whole(instant) {
  return WHOLE.format(new Date(instant));
}

/** Whole seconds from now on; 0 if it is over. */
export function secondsTo(instant) {
  return Math.max(0, Math.ceil((Date.parse(instant) - serverNow()) / 1000));
}

/** `39:05`, or `1:00:00` from an hour on. */
export function countdown(seconds) {
  const two = (number) => String(number).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const tail = `${two(minutes % 60)}:${two(seconds % 60)}`;
  return minutes < 60 ? `${minutes}:${two(seconds % 60)}` : `${Math.floor(minutes / 60)}:${tail}`;
}

/** `40 s`, `3 min`, `2 h`, `5 d`. */
export function ago(instant) {
  const seconds = Math.max(0, Math.floor((serverNow() - Date.parse(instant)) / 1000));
  if (seconds < 60) return `${seconds} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  if (seconds < 86400) return `${Math.floor(seconds / 3600)} h`;
  return `${Math.floor(seconds / 86400)} d`;
}

/** The end of an answer in a few words: a count-down for Do_Not_Disturb, the time for others. */
export function until(answer) {
  if (!answer?.until) return '';
  return answer.status === 'Do_Not_Disturb' ? `${countdown(secondsTo(answer.until))} left` : `until ${at(answer.until)}`;
}

const listeners = new Set();

/** Calls once a second while the page can be seen, until the answered function is called. */
export function everySecond(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tick() {
  if (!document.hidden) listeners.forEach((listener) => listener());
  setTimeout(tick, 1000 - (Date.now() % 1000));
}
tick();
