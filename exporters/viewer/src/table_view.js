// SPDX-License-Identifier: Apache-2.0
// All that the graph shows as tables: what screen readers and the exact use best.
import { el, name, replace, swatch } from './dom.js';
import { NO_DAY } from './model.js';
import { showRange, showYears } from './days.js';
import { number, words } from './text.js';

const ROWS_AT_ONCE = 100;
const LONG = 31; // days

/** To the day where it is short, else the years. */
function showPeriod({ from, to }) {
  return from === NO_DAY ? '–' : to - from > LONG ? showYears(from, to) : showRange(from, to);
}

export class TableView {
  constructor(container, model, select) {
    this.container = container;
    this.model = model;
    this.select = select;
    this.which = 'relations';
    this.page = 0;
    this.sort = { relations: ['mentions', false], actors: ['mentions', false] };
  }

  show(selected, evaluation, colours) {
    this.last = [selected, evaluation, colours];
    const columns = this.which === 'relations' ? this.relationColumns(evaluation, colours) : this.actorColumns(evaluation, colours);
    const rows = this.sorted(columns, this.which === 'relations' ? [...evaluation.shown] : this.actors(evaluation));
    const pages = Math.max(Math.ceil(rows.length / ROWS_AT_ONCE), 1);
    this.page = Math.min(this.page, pages - 1);
    const shown = rows.slice(this.page * ROWS_AT_ONCE, (this.page + 1) * ROWS_AT_ONCE);
    const focused = this.container.contains(document.activeElement) ? document.activeElement.id : '';
    replace(this.container, this.head(rows.length, pages),
      el('div', { class: 'table-scroll', tabindex: 0, role: 'region', 'aria-label': `Table of ${this.which}` },
        el('table', {},
          el('caption', { class: 'hidden' }, `${words(this.which)} that pass the filters`),
          el('thead', {}, el('tr', {}, columns.map((column) => this.headCell(column)))),
          el('tbody', {}, shown.map((row) => this.row(columns, row, selected))))));
    if (focused) {
      document.getElementById(focused)?.focus();
    }
  }

  again() {
    this.show(...this.last);
  }

  actors(evaluation) {
    return this.model.actors.filter(({ index }) => evaluation.actorShown[index]).map(({ index }) => index);
  }

  relationColumns(evaluation, colours) {
    const { model } = this;
    const of = (row) => evaluation.relations[row];
    const actor = (index) => model.actors[index].name;
    return [
      { key: 'source', title: 'Actor', value: (row) => actor(model.relations[row].source), text: (row) => name(actor(model.relations[row].source), 60), head: true },
      { key: 'direction', title: 'Direction', hiddenTitle: true, value: (row) => Number(model.relations[row].directed), text: (row) => el('span', { 'aria-label': model.relations[row].directed ? 'to' : 'and' }, model.relations[row].directed ? '→' : '↔') },
      { key: 'target', title: 'Actor or target', value: (row) => actor(model.relations[row].target), text: (row) => name(actor(model.relations[row].target), 60) },
      { key: 'label', title: 'What', value: (row) => model.labels[of(row).label], text: (row) => name(model.labels[of(row).label], 60) },
      { key: 'quad', title: 'Class', value: (row) => of(row).quad, text: (row) => [swatch(colours.quads[of(row).quad]), words(model.quads[of(row).quad])] },
      { key: 'mentions', title: 'Sightings', numeric: true, value: (row) => of(row).mentions, text: (row) => number(of(row).mentions) },
      { key: 'sources', title: 'Sources', numeric: true, value: (row) => of(row).sources, text: (row) => number(of(row).sources) },
      { key: 'period', title: 'Period', value: (row) => of(row).from, text: (row) => el('span', { class: 'one-line' }, showPeriod(of(row))) },
      { key: 'score', title: 'Score', numeric: true, value: (row) => model.relations[row].score, text: (row) => model.relations[row].score.toFixed(1).replace('-', '−') },
    ];
  }

  actorColumns(evaluation, colours) {
    const { model } = this;
    const shown = model.actors.map(({ index }) => model.relationsOf[index].filter((relation) => evaluation.relations[relation] !== null));
    const mentions = shown.map((all) => all.reduce((sum, relation) => sum + evaluation.relations[relation].mentions, 0));
    return [
      { key: 'name', title: 'Actor', value: (row) => model.actors[row].name, text: (row) => name(model.actors[row].name, 80), head: true },
      { key: 'code', title: 'Code', value: (row) => model.actors[row].code, text: (row) => el('code', {}, model.actors[row].code) },
      { key: 'kind', title: 'Kind', value: (row) => model.actors[row].kind, text: (row) => [swatch(colours.kinds[model.actors[row].kind], true), words(model.kinds[model.actors[row].kind])] },
      { key: 'relations', title: 'Relations', numeric: true, value: (row) => shown[row].length, text: (row) => number(shown[row].length) },
      { key: 'mentions', title: 'Sightings', numeric: true, value: (row) => mentions[row], text: (row) => number(mentions[row]) },
    ];
  }

  sorted(columns, rows) {
    const [key, rising] = this.sort[this.which];
    const { value } = columns.find((column) => column.key === key);
    const sign = rising ? 1 : -1;
    return rows.sort((left, right) => {
      const [a, b] = [value(left), value(right)];
      const order = typeof a === 'string' ? a.localeCompare(b, 'en') : a - b;
      return sign * order || left - right;
    });
  }

  headCell(column) {
    const [key, rising] = this.sort[this.which];
    const sorted = key === column.key;
    return el('th', { scope: 'col', class: column.numeric ? 'numeric' : null, 'aria-sort': sorted ? (rising ? 'ascending' : 'descending') : 'none' },
      el('button', { type: 'button', id: `sort-${column.key}`, onclick: () => {
        this.sort[this.which] = [column.key, sorted ? !rising : !column.numeric];
        this.page = 0;
        this.again();
      } }, el('span', { class: column.hiddenTitle ? 'hidden' : null }, column.title), sorted ? el('span', { 'aria-hidden': 'true' }, rising ? ' ▲' : ' ▼') : null));
  }

  row(columns, row, selected) {
    const focus = this.which === 'relations' ? { relation: row } : { actor: row };
    const chosen = selected !== null && (focus.relation !== undefined ? selected.relation === row : selected.actor === row);
    return el('tr', { class: chosen ? 'chosen' : null, onclick: () => this.select(focus) }, columns.map((column) => {
      const inside = column.head ? el('button', { type: 'button', class: 'link', 'aria-current': chosen ? 'true' : null }, column.text(row)) : column.text(row);
      return el(column.head ? 'th' : 'td', { scope: column.head ? 'row' : null, class: column.numeric ? 'numeric' : null }, inside);
    }));
  }

  head(count, pages) {
    const tab = (which, text) => el('button', {
      type: 'button', class: 'toggle', id: `table-${which}`, 'aria-pressed': String(this.which === which),
      onclick: () => { this.which = which; this.page = 0; this.again(); },
    }, text);
    const turn = (by, text, id) => el('button', { type: 'button', class: 'button', id, disabled: by < 0 ? this.page === 0 : this.page === pages - 1, onclick: () => { this.page += by; this.again(); } }, text);
    return el('div', { class: 'table-head' },
      el('div', { class: 'toggles', role: 'group', 'aria-label': 'Which table' }, tab('relations', 'Relations'), tab('actors', 'Actors')),
      pages > 1 ? el('div', { class: 'pages' }, turn(-1, 'Back', 'page-back'), el('span', {}, `${number(this.page * ROWS_AT_ONCE + 1)}–${number(Math.min((this.page + 1) * ROWS_AT_ONCE, count))} of ${number(count)}`), turn(1, 'On', 'page-on')) : null);
  }
}
