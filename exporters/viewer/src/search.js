// SPDX-License-Identifier: Apache-2.0
// Finds actors by name or code, relations by what they are about, and sentences by their words.
import { fold } from './text.js';

const MOST_ACTORS = 8;
const MOST_RELATIONS = 6;
const MOST_SENTENCES = 6;
const LONGEST = 2000; // characters of a text that are looked at

/** Prepares a model for searching; costs nothing until the first search. */
export function makeIndex(model) {
  let prepared = null;
  const prepare = () => {
    const folded = (text) => fold(text.slice(0, LONGEST));
    const labels = model.labels.map(folded);
    return {
      actors: model.actors.map((actor) => ({ name: folded(actor.name), code: folded(actor.code) })),
      labels,
      sentences: model.sentences.map(folded),
    };
  };
  return {
    get texts() {
      prepared ??= prepare();
      return prepared;
    },
  };
}

function rankActor({ name, code }, wanted) {
  if (code === wanted || name === wanted) {
    return 0;
  }
  if (name.startsWith(wanted)) {
    return 1;
  }
  if (name.includes(` ${wanted}`) || code.startsWith(wanted)) {
    return 2;
  }
  return name.includes(wanted) || code.includes(wanted) ? 3 : -1;
}

/** [{kind: 'actor' | 'relation' | 'sentence', number, sighting}], best first. */
export function search(model, index, query) {
  const wanted = fold(query).trim();
  if (wanted === '') {
    return [];
  }
  const { actors, labels, sentences } = index.texts;
  const words = wanted.split(/\s+/);
  const hasAll = (text) => words.every((word) => text.includes(word));

  const people = [];
  actors.forEach((actor, number) => {
    const rank = rankActor(actor, wanted);
    if (rank >= 0) {
      people.push({ number, rank, weight: model.actors[number].weight });
    }
  });
  people.sort((a, b) => a.rank - b.rank || b.weight - a.weight || a.number - b.number);
  const found = people.slice(0, MOST_ACTORS).map(({ number }) => ({ kind: 'actor', number }));

  let count = 0;
  for (const relation of model.relations) { // heaviest first, as they come
    if (count === MOST_RELATIONS) {
      break;
    }
    const text = `${actors[relation.source].name} ${labels[relation.label]} ${actors[relation.target].name}`;
    if (hasAll(text) && (words.length > 1 || labels[relation.label].includes(wanted))) {
      found.push({ kind: 'relation', number: relation.index });
      ++count;
    }
  }

  count = 0;
  const seen = new Set();
  const { sightings } = model;
  for (let i = 0; i < sightings.count && count < MOST_SENTENCES; ++i) {
    const sentence = sightings.sentence[i];
    if (sentence >= 0 && !seen.has(sentence) && hasAll(sentences[sentence])) {
      seen.add(sentence);
      found.push({ kind: 'sentence', number: sightings.relation[i], sighting: i });
      ++count;
    }
  }
  return found;
}
