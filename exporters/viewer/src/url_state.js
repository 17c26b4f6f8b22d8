// SPDX-License-Identifier: Apache-2.0
// What is shown, as the part of the address behind "#": so a view can be kept and passed on.
import { noFilters } from './filters.js';
import { isoDay, parseIsoDay } from './days.js';

const NAMES = {
  category: (model) => model.categories.map((category) => category.name),
  topic: (model) => model.topics,
  status: (model) => model.statuses,
  kind: (model) => model.kinds,
  publisher: (model) => model.publishers,
};

/** The state in an address; empty where nothing differs from the first view. */
export function encodeState(model, state) {
  const { filters, selected, view, theme } = state;
  const found = new URLSearchParams();
  if (filters.from !== null) {
    found.set('since', isoDay(filters.from));
  }
  if (filters.to !== null) {
    found.set('until', isoDay(filters.to));
  }
  for (const [facet, names] of Object.entries(NAMES)) {
    for (const value of [...filters[facet]].sort((a, b) => a - b)) {
      found.append(facet, names(model)[value]);
    }
  }
  if (filters.confidence > 0) {
    found.set('confidence', String(filters.confidence / 100));
  }
  if (filters.sources > 1) {
    found.set('sources', String(filters.sources));
  }
  if (filters.actor !== null) {
    found.set('only', model.actors[filters.actor].code);
  }
  if (selected?.actor !== undefined) {
    found.set('actor', model.actors[selected.actor].code);
  }
  if (selected?.relation !== undefined) {
    found.set('relation', model.relations[selected.relation].id);
  }
  if (view !== 'graph') {
    found.set('view', view);
  }
  if (theme !== 'auto') {
    found.set('theme', theme);
  }
  return found.toString();
}

function numberIn(text, low, high, otherwise) {
  const value = text === null || text.trim() === '' ? NaN : Number(text);
  return Number.isFinite(value) ? Math.min(Math.max(value, low), high) : otherwise;
}

function selection(model, found) {
  const actor = model.actors.findIndex(({ code }) => code === found.get('actor'));
  if (actor >= 0) {
    return { actor };
  }
  const relation = model.relations.findIndex(({ id }) => id === found.get('relation'));
  return relation >= 0 ? { relation } : null;
}

/** The state that an address names. What it names and this graph does not know is passed over. */
export function decodeState(model, text) {
  const found = new URLSearchParams(text.replace(/^#/, ''));
  const filters = noFilters();
  filters.from = parseIsoDay(found.get('since') ?? '');
  filters.to = parseIsoDay(found.get('until') ?? '');
  if (filters.from !== null && filters.to !== null && filters.to <= filters.from) {
    filters.from = null;
    filters.to = null;
  }
  for (const [facet, names] of Object.entries(NAMES)) {
    const all = names(model);
    for (const name of found.getAll(facet)) {
      const value = all.indexOf(name);
      if (value >= 0) {
        filters[facet].add(value);
      }
    }
  }
  filters.confidence = Math.round(numberIn(found.get('confidence'), 0, 1, 0) * 100);
  filters.sources = Math.round(numberIn(found.get('sources'), 1, 1000, 1));
  const only = model.actors.findIndex(({ code }) => code === found.get('only'));
  filters.actor = only >= 0 ? only : null;
  return {
    filters,
    selected: selection(model, found),
    view: found.get('view') === 'table' ? 'table' : 'graph',
    theme: ['light', 'dark'].includes(found.get('theme')) ? found.get('theme') : 'auto',
  };
}
