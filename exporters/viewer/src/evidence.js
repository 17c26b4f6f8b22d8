// SPDX-License-Identifier: Apache-2.0
// A sentence cut into the words that name its actors, those that say what happens, and the rest.

const ROLES = ['cue', 'source', 'target'];

/**
 * Pieces of the sentence in order: [{text, role}], role null for plain text.
 * @param places begin and end of cue, source and target in UTF-16 units, -1 where unknown; where
 *     they overlap the first one wins
 */
export function pieces(sentence, places) {
  const spans = [];
  ROLES.forEach((role, i) => {
    const begin = places?.[2 * i] ?? -1;
    const end = places?.[2 * i + 1] ?? -1;
    const fits = begin >= 0 && begin < end && end <= sentence.length;
    if (fits && !spans.some((other) => begin < other.end && other.begin < end)) {
      spans.push({ begin, end, role });
    }
  });
  spans.sort((left, right) => left.begin - right.begin);
  const found = [];
  let at = 0;
  const add = (end, role) => {
    if (end > at) {
      found.push({ text: sentence.slice(at, end), role });
      at = end;
    }
  };
  for (const { begin, end, role } of spans) {
    add(begin, null);
    add(end, role);
  }
  add(sentence.length, null);
  return found;
}

/** The address where it is one that a reader may safely follow, else null. */
export function safeLink(address) {
  try {
    const url = new URL(address);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}

/** Numbers of the sightings of a relation that pass, the most certain or the latest first. */
export function sightingsOf(model, evaluation, relation, order) {
  const { first, count } = model.relations[relation];
  const found = [];
  for (let i = first; i < first + count; ++i) {
    if (evaluation.passes[i] && model.sightings.article[i] >= 0) {
      found.push(i);
    }
  }
  if (order === 'latest') {
    found.sort((left, right) => model.sightings.from[right] - model.sightings.from[left] || left - right);
  }
  return found;
}
