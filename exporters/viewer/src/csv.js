// SPDX-License-Identifier: Apache-2.0
// What is shown as tables for spreadsheets.
import { NO_DAY } from './model.js';
import { isoDay } from './days.js';

const FORMULA = '[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]';
const BEGINS_FORMULA = new RegExp(`^[\\s']*${FORMULA}`);
const FORMULA_BEHIND = new RegExp(`([,;|\\t\\r\\n])(?='*${FORMULA})`, 'g'); // for who splits there

/** One field. An apostrophe stands before what a spreadsheet of any locale would take for a formula. */
export function field(value) {
  if (value === null || value === undefined) {
    return '';
  }
  if (typeof value === 'number') {
    return String(value);
  }
  const split = value.replace(FORMULA_BEHIND, "$1'");
  const inert = BEGINS_FORMULA.test(split) ? `'${split}` : split;
  return /["\n\r,;\t]|^\s|\s$/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** RFC 4180, with a byte order mark so that Excel takes it as UTF-8. */
export function toCsv(header, rows) {
  return `\uFEFF${[header, ...rows].map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}

const dayOrNothing = (day) => (day === NO_DAY ? '' : isoDay(day));

/** Days are half-open: `until` is the day behind the last. */
export function relationsCsv(model, evaluation) {
  const header = ['relation', 'source', 'source_name', 'target', 'target_name', 'directed', 'label',
    'quad', 'mentions', 'sources', 'since', 'until', 'score'];
  return toCsv(header, evaluation.shown.map((number) => {
    const relation = model.relations[number];
    const summary = evaluation.relations[number];
    return [relation.id, model.actors[relation.source].code, model.actors[relation.source].name,
      model.actors[relation.target].code, model.actors[relation.target].name,
      relation.directed ? 'true' : 'false', model.labels[summary.label], model.quads[summary.quad],
      summary.mentions, summary.sources, dayOrNothing(summary.from), dayOrNothing(summary.to),
      relation.score];
  }));
}

export function evidenceCsv(model, evaluation) {
  const { sightings } = model;
  const header = ['relation', 'mention', 'source', 'target', 'category', 'mode', 'label', 'status',
    'topics', 'confidence', 'since', 'until', 'sentence', 'title', 'publisher', 'published', 'uri'];
  const rows = [];
  for (const number of evaluation.shown) {
    const relation = model.relations[number];
    for (let i = relation.first; i < relation.first + relation.count; ++i) {
      if (!evaluation.passes[i] || sightings.article[i] < 0) {
        continue;
      }
      const article = model.articles[sightings.article[i]];
      const back = sightings.direction[i] < 0;
      rows.push([relation.id, sightings.id[i],
        model.actors[back ? relation.target : relation.source].code,
        model.actors[back ? relation.source : relation.target].code,
        model.categories[sightings.category[i]].name, model.modes[sightings.mode[i]] ?? '',
        model.labels[sightings.label[i]], model.statuses[sightings.status[i]],
        sightings.topics[i].map((topic) => model.topics[topic]).join('; '),
        sightings.confidence[i] / 100, dayOrNothing(sightings.from[i]), dayOrNothing(sightings.to[i]),
        sightings.sentence[i] < 0 ? '' : model.sentences[sightings.sentence[i]],
        article.title, model.publishers[article.publisher], article.date, article.uri]);
    }
  }
  return toCsv(header, rows);
}
