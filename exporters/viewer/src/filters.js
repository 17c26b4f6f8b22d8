// SPDX-License-Identifier: Apache-2.0
// Which sightings pass, and what the relations, facets and totals come to under them.
import { ACTUAL, MATERIAL_CONFLICT, NO_DAY, STANDING, VERBAL_CONFLICT } from './model.js';

/** The facets: filters that choose among values. An empty set lets everything pass. */
export const FACETS = ['category', 'topic', 'status', 'kind', 'publisher'];

const BIT = { time: 1, category: 2, topic: 4, status: 8, kind: 16, publisher: 32, confidence: 64, actor: 128 };

/** A state in which everything passes. Days are half-open, null where open-ended. */
export function noFilters() {
  return {
    from: null,
    to: null,
    category: new Set(),
    topic: new Set(),
    status: new Set(),
    kind: new Set(),
    publisher: new Set(),
    confidence: 0, // hundredths
    sources: 1, // independent sources that a relation needs
    actor: null, // number of the one whose relations are shown
  };
}

export function isFiltering(state) {
  return state.from !== null || state.to !== null || state.confidence > 0 || state.sources > 1 ||
    state.actor !== null || FACETS.some((facet) => state[facet].size > 0);
}

/** Which filters refuse sighting i, as bits. */
function refusals(model, state, i) {
  const { sightings } = model;
  const relation = model.relations[sightings.relation[i]];
  let bits = 0;
  if (state.from !== null || state.to !== null) {
    const dated = sightings.from[i] !== NO_DAY;
    if (!dated || (state.from !== null && sightings.to[i] <= state.from) ||
        (state.to !== null && sightings.from[i] >= state.to)) {
      bits |= BIT.time;
    }
  }
  if (state.category.size > 0 && !state.category.has(sightings.category[i])) {
    bits |= BIT.category;
  }
  if (state.topic.size > 0 && !sightings.topics[i].some((topic) => state.topic.has(topic))) {
    bits |= BIT.topic;
  }
  if (state.status.size > 0 && !state.status.has(sightings.status[i])) {
    bits |= BIT.status;
  }
  if (state.kind.size > 0 && !(state.kind.has(model.actors[relation.source].kind) &&
                               state.kind.has(model.actors[relation.target].kind))) {
    bits |= BIT.kind;
  }
  if (state.publisher.size > 0) {
    const article = sightings.article[i];
    if (article < 0 || !state.publisher.has(model.articles[article].publisher)) {
      bits |= BIT.publisher;
    }
  }
  if (sightings.confidence[i] < state.confidence) {
    bits |= BIT.confidence;
  }
  if (state.actor !== null && relation.source !== state.actor && relation.target !== state.actor) {
    bits |= BIT.actor;
  }
  return bits;
}

function emptyFacets(model) {
  return {
    category: new Int32Array(model.categories.length),
    topic: new Int32Array(model.topics.length),
    status: new Int32Array(model.statuses.length),
    kind: new Int32Array(model.kinds.length),
    publisher: new Int32Array(model.publishers.length),
  };
}

/** Counts sighting i in each facet whose own filter is the only one that may refuse it. */
function countFacets(model, facets, i, bits) {
  const { sightings } = model;
  const times = sightings.times[i];
  const only = (facet) => (bits & ~BIT[facet]) === 0;
  if (only('category')) {
    facets.category[sightings.category[i]] += times;
  }
  if (only('topic')) {
    for (const topic of sightings.topics[i]) {
      facets.topic[topic] += times;
    }
  }
  if (only('status')) {
    facets.status[sightings.status[i]] += times;
  }
  if (only('kind')) {
    const relation = model.relations[sightings.relation[i]];
    const source = model.actors[relation.source].kind;
    const target = model.actors[relation.target].kind;
    facets.kind[source] += times;
    if (target !== source) {
      facets.kind[target] += times;
    }
  }
  if (only('publisher') && sightings.article[i] >= 0) {
    facets.publisher[model.articles[sightings.article[i]].publisher] += times;
  }
}

// How quad classes of equal weight rank: conflict first.
const SEVERITY = [1, 2, 3, 4, 0];
// What a sighting counts by its status: as core/graph/label.hpp has it.
const WORTH = [1, 0.7, 0.4, 0.1];

/** What one relation comes to by the sightings that pass; null where none does. */
function summarise(model, relation, passes, seenSource) {
  const { sightings } = model;
  const last = relation.first + relation.count;
  const byQuad = [0, 0, 0, 0, 0];
  let rows = 0;
  let mentions = 0;
  let actual = 0;
  let sources = 0;
  let from = NO_DAY;
  let to = NO_DAY;
  for (let i = relation.first; i < last; ++i) {
    if (!passes[i]) {
      continue;
    }
    ++rows;
    const times = sightings.times[i];
    mentions += times;
    actual += sightings.status[i] === ACTUAL ? times : 0;
    const { quad } = model.categories[sightings.category[i]];
    byQuad[quad] += sightings.confidence[i] * WORTH[sightings.status[i]] * times;
    const article = sightings.article[i];
    if (article >= 0 && seenSource[model.articles[article].source] !== relation.index + 1) {
      seenSource[model.articles[article].source] = relation.index + 1;
      ++sources;
    }
    if (sightings.from[i] !== NO_DAY) {
      from = from === NO_DAY ? sightings.from[i] : Math.min(from, sightings.from[i]);
      to = to === NO_DAY ? sightings.to[i] : Math.max(to, sightings.to[i]);
    }
  }
  if (rows === 0) {
    return null;
  }
  if (rows === relation.count) { // nothing is left out: what the store says holds
    return {
      mentions: relation.mentions, sources: relation.sources, quad: relation.quad,
      label: relation.label, from: relation.from, to: relation.to, weight: relation.weight,
      unreal: actual * 2 < mentions,
    };
  }
  let quad = STANDING;
  for (let q = 0; q < byQuad.length; ++q) {
    if (byQuad[q] > byQuad[quad] || (byQuad[q] === byQuad[quad] && SEVERITY[q] > SEVERITY[quad])) {
      quad = q;
    }
  }
  return {
    mentions, sources, quad, label: commonLabel(model, relation, passes, quad), from, to,
    weight: byQuad.reduce((sum, value) => sum + value, 0) / 100,
    unreal: actual * 2 < mentions,
  };
}

/** The most frequent label of a quad class; of equals the one of the most certain sighting. */
function commonLabel(model, relation, passes, quad) {
  const { sightings } = model;
  const counts = new Map();
  for (let i = relation.first; i < relation.first + relation.count; ++i) {
    if (passes[i] && model.categories[sightings.category[i]].quad === quad) {
      counts.set(sightings.label[i], (counts.get(sightings.label[i]) ?? 0) + 1);
    }
  }
  let best = relation.label;
  let most = 0;
  for (const [label, count] of counts) {
    if (count > most && model.labels[label] !== '') {
      best = label;
      most = count;
    }
  }
  return best;
}

/**
 * Applies the filters.
 *
 * Returns `passes` by sighting, `relations` (a summary by relation, null where hidden), `shown`
 * (numbers of visible relations), `actorShown` by actor, `facets` (how many sightings each value
 * would show), `onTimeline` by sighting (what passes all filters but the one of time), and `totals`.
 */
export function evaluate(model, state) {
  const { sightings } = model;
  const passes = new Uint8Array(sightings.count);
  const onTimeline = new Uint8Array(sightings.count);
  const facets = emptyFacets(model);
  for (let i = 0; i < sightings.count; ++i) {
    const bits = refusals(model, state, i);
    passes[i] = bits === 0 ? 1 : 0;
    onTimeline[i] = (bits & ~BIT.time) === 0 ? 1 : 0;
    countFacets(model, facets, i, bits);
  }
  const seenSource = new Int32Array(model.sourceCount);
  const relations = new Array(model.relations.length).fill(null);
  const shown = [];
  const actorShown = new Uint8Array(model.actors.length);
  for (const relation of model.relations) {
    const summary = summarise(model, relation, passes, seenSource);
    if (summary === null || summary.sources < (model.hasEvidence ? state.sources : 0)) {
      continue;
    }
    relations[relation.index] = summary;
    shown.push(relation.index);
    actorShown[relation.source] = 1;
    actorShown[relation.target] = 1;
  }
  return {
    passes, onTimeline, facets, relations, shown, actorShown,
    totals: totalsOf(model, passes, relations, shown, actorShown),
  };
}

/** Sightings and sources count once, also where a topic or sector puts them into two relations. */
function totalsOf(model, passes, relations, shown, actorShown) {
  const { sightings } = model;
  const ids = new Set();
  const sources = new Set();
  let beyond = 0; // sightings that only the relation's own number tells of
  for (const number of shown) {
    const relation = model.relations[number];
    let rows = 0;
    for (let i = relation.first; i < relation.first + relation.count; ++i) {
      if (!passes[i]) {
        continue;
      }
      ++rows;
      if (sightings.article[i] < 0) {
        beyond += sightings.times[i] - 1;
        ids.add(-1 - i);
      } else {
        ids.add(sightings.id[i]);
        sources.add(model.articles[sightings.article[i]].source);
      }
    }
    if (rows === relation.count && model.hasEvidence) {
      beyond += Math.max(relations[number].mentions - rows, 0);
    }
  }
  return {
    relations: shown.length,
    actors: actorShown.reduce((sum, one) => sum + one, 0),
    mentions: ids.size + beyond,
    articles: sources.size,
  };
}

/** Cooperation above, conflict below, anything else between. */
export function side(quad) {
  return quad === VERBAL_CONFLICT || quad === MATERIAL_CONFLICT ? 'conflict'
    : quad === STANDING ? 'standing' : 'cooperation';
}
