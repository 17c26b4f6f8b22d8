// SPDX-License-Identifier: Apache-2.0
// The page: reads its data, keeps one state, and has every view show it.
import { DetailsView } from './details_view.js';
import { FacetsView } from './facets_view.js';
import { GlView, hasWebGl } from './gl_view.js';
import { SearchView } from './search_view.js';
import { SvgView } from './svg_view.js';
import { TableView } from './table_view.js';
import { TimeView } from './time_view.js';
import { evidenceCsv, relationsCsv } from './csv.js';
import { el, icon, name, replace, swatch } from './dom.js';
import { FACETS, evaluate, isFiltering, noFilters } from './filters.js';
import { decode } from './model.js';
import { palette } from './palette.js';
import { download, drawPicture } from './picture.js';
import { makeScene } from './scene.js';
import { capital, counted, line, number, words } from './text.js';
import { makeTimeline, showSteps, stepsOf } from './timeline.js';
import { decodeState, encodeState } from './url_state.js';

const darkScheme = window.matchMedia('(prefers-color-scheme: dark)');

class Page {
  constructor(model) {
    this.model = model;
    this.timeline = makeTimeline(model);
    this.state = decodeState(model, location.hash);
    this.pointed = null; // the actor or relation under the pointer
    this.build();
    this.evaluation = evaluate(model, this.state.filters);
    this.setTheme();
    this.showAll();
    window.addEventListener('hashchange', () => this.fromAddress());
    darkScheme.addEventListener('change', () => { this.setTheme(); this.showAll(); });
    document.addEventListener('keydown', (event) => this.key(event));
  }

  get dark() {
    return this.state.theme === 'auto' ? darkScheme.matches : this.state.theme === 'dark';
  }

  get colours() {
    return palette(this.dark);
  }

  // What the page is made of

  build() {
    const { model } = this;
    this.counts = el('p', { class: 'counts', role: 'status' });
    this.searchBox = el('div', { class: 'search' });
    this.chips = el('div', { class: 'active', 'aria-label': 'Filters that are on' });
    this.filterPanel = el('aside', { class: 'filters', 'aria-label': 'Filters' });
    this.detailsPanel = el('aside', { class: 'details', 'aria-label': 'Details', tabindex: -1 });
    this.canvas = el('div', {
      class: 'canvas', tabindex: 0, role: 'application', id: 'graph-view',
      'aria-label': 'Graph of relations. Arrow keys move, plus and minus zoom, 0 shows all, period and comma walk through the actors, Enter keeps one. The table shows the same.',
    });
    this.tablePanel = el('div', { class: 'table', id: 'table-view' });
    this.legend = el('div', { class: 'legend', 'aria-label': 'Legend' });
    this.empty = el('p', { class: 'empty', hidden: true }, 'Nothing passes the filters.');
    this.zoomButtons = el('div', { class: 'zoom', role: 'group', 'aria-label': 'View of the graph' },
      this.iconButton('plus', 'Closer', () => this.graph.zoom(1.5)),
      this.iconButton('minus', 'Further away', () => this.graph.zoom(1 / 1.5)),
      this.iconButton('fit', 'Show all', () => this.graph.fit()));
    this.stage = el('main', { class: 'stage' }, this.chips, this.canvas, this.tablePanel, this.legend, this.zoomButtons, this.empty);
    this.time = el('section', { class: 'time', 'aria-label': 'Time' });
    this.about = this.aboutDialog();
    document.body.append(el('div', { class: 'page' }, this.head(), this.filterPanel, this.stage, this.time, this.detailsPanel), this.about);
    document.documentElement.dataset.ready = 'building';

    const change = (edit) => this.filter(edit);
    this.facets = new FacetsView(this.filterPanel, model, change);
    this.timeView = new TimeView(this.time, model, this.timeline, change);
    this.details = new DetailsView(this.detailsPanel, model, {
      select: (focus) => this.select(focus, true),
      only: (actor) => this.filter((filters) => { filters.actor = actor; }),
    });
    this.table = new TableView(this.tablePanel, model, (focus) => this.select(focus));
    this.search = new SearchView(this.searchBox, model, (focus) => this.select(focus, true));
  }

  head() {
    const { model } = this;
    const view = (which, text) => el('button', { type: 'button', class: 'toggle', id: `view-${which}`, onclick: () => this.setView(which) }, text);
    this.viewButtons = { graph: view('graph', 'Graph'), table: view('table', 'Table') };
    const item = (text, action) => el('button', { type: 'button', class: 'menu-item', onclick: (event) => { event.target.closest('details').open = false; action(); } }, text);
    return el('header', { class: 'head' },
      el('div', { class: 'titles' }, el('h1', {}, name(line(model.title, 160) || 'Graph')),
        model.description ? el('p', { class: 'description' }, name(line(model.description, 300))) : null, this.counts),
      this.searchBox,
      el('div', { class: 'tools' },
        el('div', { class: 'toggles', role: 'group', 'aria-label': 'View' }, this.viewButtons.graph, this.viewButtons.table),
        el('details', { class: 'menu' }, el('summary', { class: 'button' }, 'Save'),
          el('div', { class: 'menu-items' },
            item('Picture of this view (PNG)', () => this.savePicture()),
            item('Relations (CSV)', () => this.saveTable('relations')),
            item('Evidence (CSV)', () => this.saveTable('evidence')))),
        this.iconButton('sun', 'Light or dark', () => this.turnTheme()),
        el('button', { type: 'button', class: 'button', onclick: () => this.about.showModal() }, 'About')));
  }

  iconButton(which, text, action) {
    return el('button', { type: 'button', class: 'icon-button', 'aria-label': text, title: text, onclick: action }, icon(which));
  }

  aboutDialog() {
    const { model } = this;
    const licences = document.getElementById('licences')?.textContent ?? '';
    return el('dialog', { class: 'about', 'aria-labelledby': 'about-title' },
      el('h2', { id: 'about-title' }, 'About this page'),
      el('p', {}, `Each line stands for sentences in ${counted(model.articleCount, 'independent article')} that say what two actors do to or with each other. A program has read them: it can err, and an article can. What counts is the sentence; it stands behind every line, with its source.`),
      el('ul', {},
        el('li', {}, 'Circles are actors; the larger, the more is said of them.'),
        el('li', {}, 'Lines are relations; the wider, the more independent sources. Near-copies of an article count as one. An arrow says that all goes one way.'),
        el('li', {}, 'Blue is cooperation, orange and red are conflict: dark where deeds, light where words prevail. Pale or dashed lines are mostly planned, possible or denied.'),
        el('li', {}, 'Confidence is how sure the reading of a sentence is: of ten readings at 80 %, about eight are right.'),
        el('li', {}, 'The address of the page holds the filters: a bookmark keeps a view.'),
        el('li', {}, 'Keys: / searches, Escape lets go, + and − zoom, 0 shows all, . and , walk through the actors.')),
      el('p', {}, 'The page loads nothing and sends nothing.'),
      el('details', {}, el('summary', {}, 'Licences of the libraries in this page'), el('pre', {}, licences)),
      el('form', { method: 'dialog' }, el('button', { class: 'button' }, 'Close')));
  }

  /** The graph is drawn once its place has a size. */
  makeGraph(scene) {
    const listeners = { select: (focus) => this.select(focus), hover: (focus) => this.point(focus) };
    const wantsSvg = new URLSearchParams(location.hash.slice(1)).get('drawing') === 'svg';
    const View = hasWebGl() && !wantsSvg ? GlView : SvgView;
    this.canvas.dataset.drawing = View === GlView ? 'webgl' : 'svg';
    this.graph = new View(this.canvas, this.model, scene, this.colours, listeners);
  }

  // What changes the state

  filter(edit) {
    edit(this.state.filters);
    this.evaluation = evaluate(this.model, this.state.filters);
    this.changed();
  }

  select(focus, move = false) {
    this.state.selected = focus;
    this.pointed = null;
    this.changed();
    if (move && focus !== null && this.state.view === 'graph' && this.graph) {
      const { source, target } = focus.relation !== undefined ? this.model.relations[focus.relation] : {};
      const actors = focus.actor !== undefined ? [focus.actor] : [source, target];
      if (actors.every((actor) => this.evaluation.actorShown[actor])) {
        this.graph.lookAt(actors);
      }
    }
  }

  point(focus) {
    this.pointed = focus;
    this.later('graph', () => this.showGraph());
  }

  setView(view) {
    this.state.view = view;
    this.changed();
  }

  turnTheme() {
    this.state.theme = this.dark ? 'light' : 'dark';
    this.setTheme();
    this.changed();
  }

  setTheme() {
    document.documentElement.dataset.theme = this.dark ? 'dark' : 'light';
  }

  fromAddress() {
    if (location.hash.slice(1) === this.address) {
      return;
    }
    this.state = decodeState(this.model, location.hash);
    this.evaluation = evaluate(this.model, this.state.filters);
    this.setTheme();
    this.showAll();
  }

  changed() {
    this.address = encodeState(this.model, this.state);
    clearTimeout(this.addressTimer);
    // Browsers limit how often an address may change; sliding changes it often.
    this.addressTimer = setTimeout(() => history.replaceState(null, '', `#${this.address}`), 250);
    this.later('all', () => this.showAll());
  }

  /** Runs what was asked for last before the next frame. */
  later(what, action) {
    this.waiting ??= new Map();
    if (this.waiting.size === 0) {
      requestAnimationFrame(() => {
        const actions = this.waiting.has('all') ? [this.waiting.get('all')] : [...this.waiting.values()];
        this.waiting.clear();
        actions.forEach((run) => run());
      });
    }
    this.waiting.set(what, action);
  }

  key(event) {
    const inField = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== 'checkbox';
    if (event.ctrlKey || event.metaKey || event.altKey || this.about.open) {
      return;
    }
    if (event.key === '/' && !inField) {
      event.preventDefault();
      this.search.input.focus();
    } else if (event.key === 'Escape') {
      this.select(null);
    } else if (event.target === this.canvas && this.graph) {
      this.graphKey(event);
    }
  }

  graphKey(event) {
    const moves = { ArrowLeft: [-0.1, 0], ArrowRight: [0.1, 0], ArrowUp: [0, -0.1], ArrowDown: [0, 0.1] };
    if (moves[event.key]) {
      event.preventDefault();
      this.graph.pan(...moves[event.key]);
    } else if (event.key === '+' || event.key === '=') {
      this.graph.zoom(1.3);
    } else if (event.key === '-') {
      this.graph.zoom(1 / 1.3);
    } else if (event.key === '0') {
      this.graph.fit();
    } else if (event.key === '.' || event.key === ',') {
      this.walk(event.key === '.' ? 1 : -1);
    }
  }

  /** To the next actor in order of weight. */
  walk(by) {
    const order = this.model.actors.filter(({ index }) => this.evaluation.actorShown[index])
      .sort((a, b) => b.weight - a.weight || a.index - b.index);
    if (order.length === 0) {
      return;
    }
    const at = order.findIndex(({ index }) => index === this.state.selected?.actor);
    const next = order[(at + by + order.length + (at < 0 && by < 0 ? 1 : 0)) % order.length];
    this.select({ actor: next.index }, true);
  }

  // What shows the state

  showAll() {
    const { filters, selected, view } = this.state;
    const { colours, evaluation } = this;
    this.showCounts();
    this.showChips();
    this.facets.show(filters, evaluation, colours);
    this.timeView.show(filters, evaluation, colours);
    this.details.show(selected, evaluation, filters, colours);
    for (const [which, button] of Object.entries(this.viewButtons)) {
      button.setAttribute('aria-pressed', String(which === view));
    }
    this.stage.dataset.view = view;
    this.empty.hidden = evaluation.shown.length > 0 || view === 'table';
    if (view === 'table') {
      this.table.show(selected, evaluation, colours);
    } else {
      this.showGraph();
    }
    this.showLegend();
    document.documentElement.dataset.ready = 'yes';
  }

  showGraph() {
    if (this.state.view !== 'graph') {
      return;
    }
    this.scene = makeScene(this.model, this.evaluation, this.focus(), this.colours);
    if (this.graph) {
      this.graph.show(this.scene, this.colours);
    } else {
      this.makeGraph(this.scene);
    }
  }

  /** What stands in front: what is chosen, else what is pointed at; nothing that is filtered out. */
  focus() {
    const shown = (focus) => focus !== null && (focus.actor !== undefined
      ? this.evaluation.actorShown[focus.actor] : this.evaluation.relations[focus.relation] !== null);
    return [this.pointed, this.state.selected].find(shown) ?? null;
  }

  totalsText() {
    const { relations, actors, mentions, articles } = this.evaluation.totals;
    const sources = isFiltering(this.state.filters) || !this.model.hasEvidence ? articles : Math.max(articles, 0);
    return [counted(relations, 'relation'), counted(actors, 'actor'), counted(mentions, 'sighting'),
      ...(this.model.hasEvidence ? [counted(sources, 'independent article')] : [])];
  }

  showCounts() {
    const { model } = this;
    const { totals } = this.evaluation;
    Object.assign(this.counts.dataset, totals);
    const all = model.relations.length;
    const of = totals.relations < all ? ` (of ${number(all)})` : '';
    const cut = model.relationsTotal > all ? ` · the ${number(all)} strongest of ${number(model.relationsTotal)} in the store` : '';
    const [relations, ...rest] = this.totalsText();
    this.counts.textContent = `${relations}${of} · ${rest.join(' · ')}${cut}`;
  }

  chip(text, clear) {
    return el('span', { class: 'chip removable' }, el('span', {}, text), el('button', { type: 'button', 'aria-label': 'Remove this filter', onclick: () => this.filter(clear) }, icon('close')));
  }

  showChips() {
    const { filters } = this.state;
    const { model, timeline } = this;
    const chips = [];
    if (filters.from !== null || filters.to !== null) {
      const text = timeline === null ? 'a period' : showSteps(timeline, ...stepsOf(timeline, filters.from, filters.to));
      chips.push(this.chip(text, (all) => { all.from = null; all.to = null; }));
    }
    if (filters.actor !== null) {
      chips.push(this.chip(['only ', name(model.actors[filters.actor].name, 40)], (all) => { all.actor = null; }));
    }
    const names = { category: (i) => words(model.categories[i].name), topic: (i) => words(model.topics[i]), status: (i) => words(model.statuses[i]), kind: (i) => words(model.kinds[i]), publisher: (i) => model.publishers[i] || '(not known)' };
    for (const facet of FACETS) {
      const values = [...filters[facet]];
      if (values.length > 0) {
        const text = values.length > 2 ? `${values.length} ${{ category: 'categories', topic: 'topics', status: 'statuses', kind: 'kinds', publisher: 'publishers' }[facet]}` : values.map((i) => line(names[facet](i), 30)).join(' or ');
        chips.push(this.chip(el('bdi', {}, text), (all) => all[facet].clear()));
      }
    }
    if (filters.confidence > 0) {
      chips.push(this.chip(`confidence ≥ ${filters.confidence} %`, (all) => { all.confidence = 0; }));
    }
    if (filters.sources > 1) {
      chips.push(this.chip(`sources ≥ ${filters.sources}`, (all) => { all.sources = 1; }));
    }
    if (chips.length > 1) {
      chips.push(el('button', { type: 'button', class: 'more', onclick: () => this.filter((all) => Object.assign(all, noFilters())) }, 'Remove all'));
    }
    replace(this.chips, chips);
    this.chips.hidden = chips.length === 0;
  }

  legendEntries() {
    const quads = new Set(this.evaluation.shown.map((relation) => this.evaluation.relations[relation].quad));
    return this.model.quads.map((quad, q) => ({ colour: this.colours.quads[q], text: capital(quad), q })).filter(({ q }) => quads.has(q));
  }

  showLegend() {
    const kinds = new Set(this.model.actors.filter(({ index }) => this.evaluation.actorShown[index]).map(({ kind }) => kind));
    replace(this.legend,
      el('ul', {}, this.legendEntries().map(({ colour, text }) => el('li', {}, swatch(colour), text))),
      el('ul', {}, [...kinds].sort((a, b) => a - b).map((kind) => el('li', {}, swatch(this.colours.kinds[kind], true), words(this.model.kinds[kind])))));
  }

  // What leaves the page

  fileName(end) {
    const stem = line(this.model.title, 60).normalize('NFKD').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
    return `${stem || 'graph'}${end}`;
  }

  picture() {
    if (!this.graph) {
      this.setView('graph');
      this.showAll();
    }
    this.scene ??= makeScene(this.model, this.evaluation, this.focus(), this.colours);
    const { filters } = this.state;
    const period = this.timeline === null ? '' : showSteps(this.timeline, ...stepsOf(this.timeline, filters.from, filters.to));
    return drawPicture(this.model, this.scene, this.graph, this.colours, {
      title: this.model.title,
      subtitle: [period, ...this.totalsText()].filter(Boolean).join(' · '),
      note: [line(this.model.description, 120), 'read from articles by entente; line width: independent sources; dashed: mostly planned, possible or denied'].filter(Boolean).join(' · '),
    }, this.legendEntries());
  }

  savePicture() {
    this.picture().toBlob((blob) => download(blob, this.fileName('.png')), 'image/png');
  }

  saveTable(which) {
    const text = which === 'relations' ? relationsCsv(this.model, this.evaluation) : evidenceCsv(this.model, this.evaluation);
    download(new Blob([text], { type: 'text/csv;charset=utf-8' }), this.fileName(`-${which}.csv`));
  }
}

function start() {
  const data = document.getElementById('graph');
  try {
    const page = new Page(decode(JSON.parse(data.textContent)));
    data.remove();
    // For who wants to ask the page in the browser's console; nothing in the page uses it.
    window.entente = page;
  } catch (error) {
    document.body.append(el('p', { class: 'failure', role: 'alert' }, `This page cannot show its graph: ${error.message}`));
    throw error;
  }
}

start();
