// SPDX-License-Identifier: Apache-2.0
// Elements from plain calls. Text becomes text nodes, so that no word of an article is markup.

/**
 * el('button', {class: 'x', onclick: f, 'aria-label': 'y'}, 'text', child, [more])
 * Properties that begin with "on" are listeners; null, undefined and false leave an attribute out.
 */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  append(element, children);
  return element;
}

export function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child !== null && child !== undefined && child !== false) {
      element.append(typeof child === 'number' ? String(child) : child);
    }
  }
  return element;
}

export function replace(element, ...children) {
  element.replaceChildren();
  return append(element, children);
}

const SVG = 'http://www.w3.org/2000/svg';

export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) {
      element.setAttribute(name, String(value));
    }
  }
  return append(element, children);
}

/** A name from outside: its direction of writing does not reorder what stands around it. */
export function name(text, limit = 300) {
  const characters = text.length > limit ? `${[...text].slice(0, limit).join('')}…` : text;
  return el('bdi', text.length > limit ? { title: text.slice(0, 2000) } : {}, characters);
}

/** A colour swatch; what it means is said beside it. */
export function swatch(colour, round = false) {
  const dot = el('span', { class: round ? 'swatch round' : 'swatch', 'aria-hidden': 'true' });
  dot.style.background = colour;
  return dot;
}

const ICONS = {
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  fit: 'M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3',
  play: 'M5 3.5v9l7-4.5z',
  pause: 'M5.5 3.5v9M10.5 3.5v9',
  close: 'M4 4l8 8M12 4l-8 8',
  sun: 'M8 5a3 3 0 100 6 3 3 0 000-6M8 1.5v1.5M8 13v1.5M1.5 8H3M13 8h1.5M3.4 3.4l1 1M11.6 11.6l1 1M3.4 12.6l1-1M11.6 4.4l1-1',
  out: 'M6 3H3v10h10v-3M9 3h4v4M13 3L7.5 8.5',
};

export function icon(which) {
  return svg('svg', { viewBox: '0 0 16 16', width: 16, height: 16, fill: which === 'play' ? 'currentColor' : 'none', stroke: 'currentColor', 'stroke-width': 1.6, 'stroke-linecap': 'round', 'stroke-linejoin': 'round', 'aria-hidden': 'true' },
    svg('path', { d: ICONS[which] }));
}
