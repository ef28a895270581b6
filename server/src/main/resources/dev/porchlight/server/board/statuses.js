// What a status looks like: a word, a drawing and a colour, so that none of them is needed to tell two apart.
import { h, icon } from './dom.js';

const RING = 'M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15';

const TABLE = {
  Available: { word: 'Available', tone: 'green', lines: [RING, 'M6.5 10.3l2.4 2.4l4.6-5'] },
  Away: { word: 'Away', tone: 'amber', lines: [RING, 'M10 5.8v4.4l3 2'] },
  Busy: { word: 'Busy', tone: 'red', lines: [RING, 'M10 5.5v5.5M10 14v.2'] },
  Do_Not_Disturb: { word: 'Do not disturb', tone: 'red', lines: [RING, 'M6 10h8'] },
  In_A_Zoom_Meeting: { word: 'In a meeting', tone: 'blue', lines: ['M2.5 5.5h10v9h-10z', 'M12.5 9l5-3v8l-5-3'] },
  In_Calendar_Event: { word: 'Calendar event', tone: 'violet', lines: ['M3 4.5h14v12.5h-14z', 'M3 8.5h14M7 2.5v4M13 2.5v4'] },
  On_A_Call: { word: 'On a call', tone: 'blue',
    lines: ['M4 2.8l3 .4l1 3.4l-1.7 1.5a10 10 0 0 0 5.6 5.6l1.5-1.7l3.4 1l.4 3c-7.4 1.9-15-5.6-13.2-13.200z'] },
  Presenting: { word: 'Presenting', tone: 'violet', lines: ['M2.5 3.500h15v10h-15z', 'M10 13.500v4M6.5 17.500h7M10 10.500v-4.500M7.8 7.800l2.2-2.200l2.2 2.2'] },
  Out_of_Office: { word: 'Out of office', tone: 'grey', lines: ['M4 17.500v-15h8v15zM12 10h6M15.5 7.500l2.5 2.500l-2.5 2.5'] },
  Offline: { word: 'Offline', tone: 'grey', lines: [RING, 'M7.5 7.500l5 5M12.5 7.500l-5 5'] },
};

export const STATUSES = Object.keys(TABLE);
export const SETTABLE = STATUSES.filter((status) => status !== 'Offline');

const UNKNOWN = { word: 'Not known yet', tone: 'grey', lines: [RING] };

export function word(status) {
  return (TABLE[status] ?? UNKNOWN).word;
}

export function tone(status) {
  return (TABLE[status] ?? UNKNOWN).tone;
}

/** The drawing and the word. */
export function badge(status) {
  const { tone: colour, lines } = TABLE[status] ?? UNKNOWN;
  return h('span', { class: `badge ${colour}`, 'data-status': status ?? 'unknown' }, icon(lines), h('span', {}, word(status)));
}
