// Elements from words. Everything is set as text or attribute, never as markup.

export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A line drawing of 20 by 20, hidden from screen readers: the word beside it says the same. */
export function icon(lines, className = 'icon') {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', className);
  svg.setAttribute('aria-hidden', 'true');
  for (const line of lines) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', line);
    svg.append(path);
  }
  return svg;
}

let saying;

/** Says something to those who listen. What comes within a second of it is left out: a chatty page is switched off. */
export function say(text) {
  if (saying) return;
  document.getElementById('said').textContent = text;
  saying = setTimeout(() => { saying = undefined; }, 1000);
}

/** Text in an element, set only if it differs: screen readers and selections stay where they are. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
