// SPDX-License-Identifier: Apache-2.0
// A small graph as a page holds it, for tests of the viewer's modules.
import { decode } from '../../../exporters/viewer/src/model.js';
import { dayOf } from '../../../exporters/viewer/src/days.js';

export const day = (text) => {
  const [year, month, date] = text.split('-').map(Number);
  return dayOf(year, month - 1, date);
};

/** One sighting; categories 0 CONSULT, 1 AID, 2 ASSAULT; statuses and topics by number. */
export function sighting(id, { article = 0, category = 0, status = 0, confidence = 80, on = null, topics = [], label = category, direction = 1, sentence = -1, places = [-1, -1, -1, -1, -1, -1] } = {}) {
  const from = on === null ? null : day(on);
  const row = [id, article, category, 0, label, status, confidence, direction, from, from === null ? null : from + 1, topics, 0, 0];
  return sentence < 0 ? row : [...row, sentence, ...places];
}

export function relation(source, target, sightings, { quad = 0, category = 0, label = category, directed = 0, mentions = sightings.length, sources = mentions, topics = [] } = {}) {
  const dates = sightings.flatMap((row) => (row[8] === null ? [] : [row[8]]));
  return [source, target, directed, '', quad, category, label, 0, 1.5, 2, mentions, sources, mentions,
    dates.length ? Math.min(...dates) : null, dates.length ? Math.max(...dates) + 1 : null, topics, sightings];
}

/** Pakistan, Russia, NATO; four relations' worth of sightings from three articles, two of them near-copies. */
export function raw(changes = {}) {
  return {
    format: 'entente-page 1', title: 'Test', description: '', articles: 2, relationsTotal: 2,
    quads: ['verbal cooperation', 'material cooperation', 'verbal conflict', 'material conflict', 'standing relation'],
    kinds: ['state', 'organisation', 'region', 'group', 'party', 'company', 'population', 'person'],
    statuses: ['actual', 'planned', 'hypothetical', 'negated'],
    actors: [
      ['PAK', 'Pakistan', 0, 3, 2, 5, -10, 0, 12],
      ['RUS', 'Russia', 0, 2, 1, 3, 10, 0, 10],
      ['NATO', 'NATO', 1, 1, 1, 2, 0, 20, 6],
    ],
    relations: [
      relation(0, 1, [
        sighting(1, { on: '2015-03-01', topics: [0], sentence: 0, places: [9, 16, 0, 8, 17, 23] }),
        sighting(2, { on: '2018-06-01', article: 1, category: 1, confidence: 60, topics: [0, 1] }),
        sighting(3, { on: '2022-02-23', article: 2, status: 1, confidence: 40 }),
      ], { sources: 2 }),
      relation(2, 0, [
        sighting(4, { on: '2011-11-26', category: 2, article: 2 }),
        sighting(5, { category: 2, article: 2, confidence: 90 }),
      ], { quad: 3, category: 2, directed: 1, sources: 1 }),
    ],
    categories: [['CONSULT', 0, 'meets'], ['AID', 1, 'gives'], ['ASSAULT', 3, 'attacks']],
    modes: ['visit'], labels: ['state visit', 'pipeline', 'air strike'], topics: ['energy', 'trade'],
    publishers: ['Times', 'Post'], speakers: [''], sentences: ['Pakistan visited Russia in spring.'],
    articleTable: [
      ['a1', 'First', 'https://example.org/1', 0, '2015-03-02', 0],
      ['a2', 'Copy of the first', 'https://example.org/2', 1, '2015-03-02', 0],
      ['a3', 'Third', 'javascript:alert(1)', 1, '2022-02-24', 1],
    ],
    ...changes,
  };
}

export const model = (changes) => decode(raw(changes));
