// SPDX-License-Identifier: Apache-2.0
// The filters beside the graph: what to choose, and how many sightings each choice would show.
import { el, name, replace, swatch } from './dom.js';
import { number, words } from './text.js';

const SHOWN_VALUES = 10;

/** The facets in the order of the page. `text` is what a person calls a value. */
function facetsOf(model) {
  return [
    { facet: 'topic', title: 'Topics', names: model.topics, text: (value) => words(value) },
    { facet: 'status', title: 'Said to be', names: model.statuses, text: (value) => words(value) },
    { facet: 'kind', title: 'Kinds of actors', names: model.kinds, text: (value) => words(value) },
    { facet: 'publisher', title: 'Publishers', names: model.publishers, text: (value) => value || '(not known)' },
  ];
}

export class FacetsView {
  /** @param change called with a function that changes the filters */
  constructor(container, model, change) {
    this.model = model;
    this.change = change;
    this.expanded = new Set();
    this.quads = el('section', { class: 'facet' });
    this.groups = facetsOf(model).map((facet) => ({ ...facet, box: el('section', { class: 'facet' }) }));
    this.confidence = el('input', {
      type: 'range', min: 0, max: 100, step: 5, id: 'confidence', 'aria-label': 'Least confidence',
      oninput: () => change((filters) => { filters.confidence = Number(this.confidence.value); }),
    });
    this.confidenceText = el('output', { for: 'confidence' });
    const most = model.relations.reduce((high, relation) => Math.max(high, relation.sources), 1);
    this.sources = el('input', {
      type: 'range', min: 1, max: Math.max(Math.min(most, 20), 2), step: 1, id: 'sources',
      'aria-label': 'Fewest independent sources of a relation', disabled: most < 2,
      oninput: () => change((filters) => { filters.sources = Number(this.sources.value); }),
    });
    this.sourcesText = el('output', { for: 'sources' });
    container.append(
      this.quads, ...this.groups.map(({ box }) => box),
      el('section', { class: 'facet' },
        el('h2', {}, 'Certainty'),
        el('label', { class: 'range' }, el('span', {}, 'Confidence at least ', this.confidenceText), this.confidence),
        el('label', { class: 'range' }, el('span', {}, 'Independent sources at least ', this.sourcesText), this.sources)));
  }

  show(filters, evaluation, colours) {
    this.showQuads(filters, evaluation, colours);
    for (const group of this.groups) {
      this.showGroup(group, filters, evaluation, colours);
    }
    this.confidence.value = String(filters.confidence);
    this.confidenceText.textContent = `${filters.confidence} %`;
    this.sources.value = String(filters.sources);
    this.sourcesText.textContent = String(filters.sources);
  }

  /** A box to tick; keeps the focus over redrawing by its id. */
  row({ id, checked, mixed, colour, round, text, count, help, level, toggle }) {
    const box = el('input', { type: 'checkbox', id, checked, onchange: (event) => toggle(event.target.checked) });
    box.indeterminate = Boolean(mixed);
    return el('li', { class: `value${level ? ' inner' : ''}${count === 0 ? ' none' : ''}` },
      el('label', { title: help ?? null }, box, colour ? swatch(colour, round) : null,
        el('span', { class: 'value-name' }, name(text, 60)), el('span', { class: 'count' }, number(count))));
  }

  showQuads(filters, evaluation, colours) {
    const { model } = this;
    const rows = [];
    model.quads.forEach((quad, q) => {
      const categories = model.categories.map((category, i) => ({ ...category, i })).filter((category) => category.quad === q)
        .sort((a, b) => evaluation.facets.category[b.i] - evaluation.facets.category[a.i] || a.i - b.i);
      if (categories.length === 0) {
        return;
      }
      const ticked = categories.filter(({ i }) => filters.category.has(i)).length;
      rows.push(this.row({
        id: `quad-${q}`, checked: ticked === categories.length, mixed: ticked > 0 && ticked < categories.length,
        colour: colours.quads[q], text: words(quad),
        count: categories.reduce((sum, { i }) => sum + evaluation.facets.category[i], 0),
        toggle: (on) => this.change((state) => categories.forEach(({ i }) => (on ? state.category.add(i) : state.category.delete(i)))),
      }));
      if (this.expanded.has('category')) {
        categories.forEach(({ i, name: category, description }) => rows.push(this.row({
          id: `category-${i}`, level: 1, checked: filters.category.has(i), text: words(category), help: description,
          count: evaluation.facets.category[i],
          toggle: (on) => this.change((state) => (on ? state.category.add(i) : state.category.delete(i))),
        })));
      }
    });
    this.fill(this.quads, 'Relations', rows, this.more('category', 'Show categories', 'Hide categories'));
  }

  showGroup({ facet, title, names, text, box }, filters, evaluation, colours) {
    const counts = evaluation.facets[facet];
    const used = names.map((value, i) => ({ value, i }))
      .filter(({ i }) => counts[i] > 0 || filters[facet].has(i));
    if (facet !== 'status') {
      used.sort((a, b) => counts[b.i] - counts[a.i] || a.i - b.i);
    }
    box.hidden = used.length === 0 || (facet === 'publisher' && names.length === 1 && names[0] === '');
    const all = this.expanded.has(facet);
    const rows = used.filter(({ i }, place) => all || place < SHOWN_VALUES || filters[facet].has(i)).map(({ value, i }) => this.row({
      id: `${facet}-${i}`, checked: filters[facet].has(i), text: text(value), count: counts[i],
      colour: facet === 'kind' ? colours.kinds[i] : null, round: true,
      toggle: (on) => this.change((state) => (on ? state[facet].add(i) : state[facet].delete(i))),
    }));
    this.fill(box, title, rows, used.length > SHOWN_VALUES ? this.more(facet, `Show all ${used.length}`, 'Show fewer') : null);
  }

  more(facet, open, close) {
    const expanded = this.expanded.has(facet);
    return el('button', {
      type: 'button', class: 'more', id: `more-${facet}`, 'aria-expanded': String(expanded),
      onclick: () => {
        expanded ? this.expanded.delete(facet) : this.expanded.add(facet);
        this.change(() => {});
      },
    }, expanded ? close : open);
  }

  fill(box, title, rows, more) {
    const focused = box.contains(document.activeElement) ? document.activeElement.id : '';
    replace(box, el('h2', {}, title), el('ul', { class: 'values' }, rows), more);
    if (focused) {
      document.getElementById(focused)?.focus();
    }
  }
}
