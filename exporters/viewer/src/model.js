// SPDX-License-Identifier: Apache-2.0
// The graph as the page uses it: the data of exporters/page_data.cpp, decoded into columns.

export const FORMAT = 'entente-page 1';

/** Stands for a day that is not known. */
export const NO_DAY = -2147483648;

/** Numbers of the quad classes and statuses, as in the data. */
export const VERBAL_COOPERATION = 0;
export const MATERIAL_COOPERATION = 1;
export const VERBAL_CONFLICT = 2;
export const MATERIAL_CONFLICT = 3;
export const STANDING = 4;
export const ACTUAL = 0;

const day = (value) => (value === null ? NO_DAY : value);

function decodeActor(row, index) {
  const [code, name, kind, weight, relations, mentions, x, y, radius] = row;
  return { index, code, name: name || code, kind, weight, relations, mentions, x, y, radius };
}

function decodeRelation(row, index) {
  const [source, target, directed, key, quad, category, label, labelDirection, score, weight,
    mentions, sources, events, from, to, topics, sightings] = row;
  return {
    index, id: `r${index + 1}`, source, target, directed: directed === 1, key, quad, category,
    label, labelDirection, score, weight, mentions, sources, events,
    from: day(from), to: day(to), topics, first: 0, count: sightings.length,
  };
}

/** What stands for the evidence of a relation that came without: one row, counted many times. */
function standIn(relation) {
  return [0, -1, relation.category, -1, relation.label, ACTUAL, 100, 0,
    relation.from === NO_DAY ? null : relation.from, relation.to === NO_DAY ? null : relation.to,
    relation.topics, 0, -1];
}

function emptyColumns(count) {
  return {
    count,
    id: new Float64Array(count),
    relation: new Int32Array(count),
    article: new Int32Array(count),
    category: new Int32Array(count),
    mode: new Int32Array(count),
    label: new Int32Array(count),
    status: new Uint8Array(count),
    confidence: new Uint8Array(count),
    direction: new Int8Array(count),
    from: new Int32Array(count),
    to: new Int32Array(count),
    times: new Int32Array(count),
    alleged: new Uint8Array(count),
    speaker: new Int32Array(count),
    sentence: new Int32Array(count),
    topics: new Array(count),
    places: new Array(count),
  };
}

function fillColumns(columns, i, row, relation) {
  columns.relation[i] = relation.index;
  [columns.id[i], columns.article[i], columns.category[i], columns.mode[i], columns.label[i],
    columns.status[i], columns.confidence[i], columns.direction[i]] = row;
  columns.from[i] = day(row[8]);
  columns.to[i] = day(row[9]);
  columns.topics[i] = row[10];
  columns.alleged[i] = row[11];
  columns.speaker[i] = row[12];
  columns.sentence[i] = row.length > 13 ? row[13] : -1;
  columns.places[i] = row.length > 13 ? row.slice(14, 20) : null;
  columns.times[i] = 1;
}

/** Curvature of each relation, so that those between the same two actors lie beside each other. */
function spreadParallel(relations) {
  const pairs = new Map();
  for (const relation of relations) {
    const low = Math.min(relation.source, relation.target);
    const key = `${low} ${Math.max(relation.source, relation.target)}`;
    if (!pairs.has(key)) {
      pairs.set(key, []);
    }
    pairs.get(key).push(relation);
  }
  for (const parallel of pairs.values()) {
    parallel.forEach((relation, i) => {
      const step = i - (parallel.length - 1) / 2;
      const bend = parallel.length === 1 ? 0 : 0.28 * step * Math.min(1, 5 / parallel.length);
      relation.curve = relation.source <= relation.target ? bend : -bend;
    });
  }
}

/**
 * Decodes the data of a page.
 * @throws {Error} where it is of another format
 */
export function decode(raw) {
  if (raw.format !== FORMAT) {
    throw new Error(`this page holds data of format "${raw.format}", not "${FORMAT}"`);
  }
  const actors = raw.actors.map(decodeActor);
  const relations = raw.relations.map(decodeRelation);
  let count = 0;
  relations.forEach((relation) => {
    relation.first = count;
    relation.count = Math.max(relation.count, 1);
    count += relation.count;
  });
  const sightings = emptyColumns(count);
  let hasEvidence = relations.length === 0;
  relations.forEach((relation, r) => {
    const rows = raw.relations[r][16];
    if (rows.length === 0) {
      fillColumns(sightings, relation.first, standIn(relation), relation);
      sightings.times[relation.first] = relation.mentions;
    } else {
      hasEvidence = true;
      rows.forEach((row, i) => fillColumns(sightings, relation.first + i, row, relation));
    }
  });
  spreadParallel(relations);
  const ofActor = actors.map(() => []);
  for (const relation of relations) {
    ofActor[relation.source].push(relation.index);
    if (relation.target !== relation.source) {
      ofActor[relation.target].push(relation.index);
    }
  }
  const articles = raw.articleTable.map(([id, title, uri, publisher, date, source]) =>
    ({ id, title, uri, publisher, date, source }));
  return {
    title: raw.title,
    description: raw.description,
    articleCount: raw.articles,
    relationsTotal: raw.relationsTotal,
    quads: raw.quads,
    kinds: raw.kinds,
    statuses: raw.statuses,
    categories: raw.categories.map(([name, quad, description]) => ({ name, quad, description })),
    modes: raw.modes,
    labels: raw.labels,
    topics: raw.topics,
    publishers: raw.publishers,
    speakers: raw.speakers,
    sentences: raw.sentences,
    articles,
    sourceCount: articles.reduce((most, article) => Math.max(most, article.source + 1), 0),
    actors,
    relations,
    relationsOf: ofActor,
    sightings,
    hasEvidence,
  };
}
