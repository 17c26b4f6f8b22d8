// SPDX-License-Identifier: Apache-2.0
// Words from outside, made fit to be shown on one line, matched and counted.

// Controls, and the characters that reorder what stands beside them.
const UNFIT = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** One line of at most `limit` characters; what is longer ends in "…". */
export function line(text, limit = Infinity) {
  // Cut before cleaning, so that a text of any length costs little.
  const clean = text.slice(0, limit * 4 + 400).replace(/\s+/gu, ' ').replace(UNFIT, '').trim();
  const characters = limit === Infinity ? null : [...clean];
  const cut = characters !== null && (characters.length > limit || text.length > limit * 4 + 400);
  return cut ? `${characters.slice(0, Math.max(limit - 1, 0)).join('')}…` : clean;
}

/** Without case and diacritics, for matching. */
export function fold(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** "1,204" */
export function number(value) {
  return value.toLocaleString('en-US');
}

/** "1 relation", "1,204 relations" */
export function counted(value, noun, plural = `${noun}s`) {
  return `${number(value)} ${value === 1 ? noun : plural}`;
}

/** With a capital first letter. */
export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "CYBER_ATTACK" or "cyber-attack" as a person would write it. */
export function words(name) {
  return capital(name.toLowerCase().replace(/[_-]+/g, ' '));
}
