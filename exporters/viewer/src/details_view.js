// SPDX-License-Identifier: Apache-2.0
// The panel beside the graph: what a relation rests on, who an actor is, or the graph as a whole.
import { el, icon, name, replace, swatch } from './dom.js';
import { pieces, safeLink, sightingsOf } from './evidence.js';
import { side } from './filters.js';
import { NO_DAY } from './model.js';
import { showRange } from './days.js';
import { counted, number, words } from './text.js';

const SIGHTINGS_AT_ONCE = 15;
const RELATIONS_AT_ONCE = 25;

export class DetailsView {
  /** @param act {select(focus), only(actor or null)} */
  constructor(container, model, act) {
    this.container = container;
    this.model = model;
    this.act = act;
    this.order = 'certain';
    this.shownSightings = SIGHTINGS_AT_ONCE;
    this.shownRelations = RELATIONS_AT_ONCE;
    this.key = '';
  }

  show(selected, evaluation, filters, colours) {
    const key = JSON.stringify(selected);
    if (key !== this.key) {
      this.key = key;
      this.shownSightings = SIGHTINGS_AT_ONCE;
      this.shownRelations = RELATIONS_AT_ONCE;
      this.container.scrollTop = 0;
    }
    this.last = [selected, evaluation, filters, colours];
    const focused = this.container.contains(document.activeElement) ? document.activeElement.id : '';
    if (selected?.relation !== undefined) {
      replace(this.container, this.relation(selected.relation, evaluation, colours));
    } else if (selected?.actor !== undefined) {
      replace(this.container, this.actor(selected.actor, evaluation, filters, colours));
    } else {
      replace(this.container, this.overview(evaluation, colours));
    }
    if (focused) {
      document.getElementById(focused)?.focus();
    }
  }

  again() {
    this.show(...this.last);
  }

  close() {
    return el('button', { type: 'button', class: 'icon-button close', 'aria-label': 'Close', title: 'Close (Escape)', onclick: () => this.act.select(null) }, icon('close'));
  }

  actorButton(index) {
    return el('button', { type: 'button', class: 'link', onclick: () => this.act.select({ actor: index }) }, name(this.model.actors[index].name));
  }

  relation(index, evaluation, colours) {
    const { model } = this;
    const relation = model.relations[index];
    const summary = evaluation.relations[index];
    const head = el('header', { class: 'card-head' }, this.close(),
      el('h2', {}, this.actorButton(relation.source),
        el('span', { class: 'between', 'aria-label': relation.directed ? 'to' : 'and' }, relation.directed ? ' → ' : ' ↔ '),
        this.actorButton(relation.target)));
    if (summary === null) {
      return [head, el('p', { class: 'quiet' }, 'No sighting of this relation passes the filters.')];
    }
    const label = model.labels[summary.label];
    const facts = [
      ['Sightings', summary.mentions === relation.mentions ? number(summary.mentions) : `${number(summary.mentions)} of ${number(relation.mentions)}`],
      ['Independent sources', number(summary.sources)],
      ['Period', summary.from === NO_DAY ? 'not dated' : showRange(summary.from, summary.to)],
      ['Conflict to cooperation', this.score(relation.score)],
    ];
    return [head,
      el('p', { class: 'chips' }, el('span', { class: 'chip' }, swatch(colours.quads[summary.quad]), words(model.quads[summary.quad])),
        relation.key ? el('span', { class: 'chip' }, name(words(relation.key), 60)) : null),
      label ? el('p', { class: 'label' }, name(label)) : null,
      el('dl', { class: 'facts' }, facts.map(([what, value]) => el('div', {}, el('dt', {}, what), el('dd', {}, value)))),
      this.evidence(index, evaluation, colours)];
  }

  score(score) {
    const bar = el('span', { class: 'score-bar', 'aria-hidden': 'true' }, el('span', { class: 'score-mark' }));
    bar.firstChild.style.left = `${((Math.max(-10, Math.min(10, score)) + 10) / 20) * 100}%`;
    return [el('span', { title: 'from −10, war, to +10' }, score > 0 ? `+${score.toFixed(1)}` : score.toFixed(1).replace('-', '−')), bar];
  }

  evidence(index, evaluation, colours) {
    const { model } = this;
    const all = sightingsOf(model, evaluation, index, this.order);
    if (all.length === 0) {
      return el('p', { class: 'quiet' }, 'This file was written without evidence.');
    }
    const withSentence = all.filter((i) => model.sightings.sentence[i] >= 0);
    const shown = withSentence.slice(0, this.shownSightings);
    const beyond = evaluation.relations[index].mentions - withSentence.length;
    const order = (value, text) => el('button', {
      type: 'button', class: 'toggle', id: `order-${value}`, 'aria-pressed': String(this.order === value),
      onclick: () => { this.order = value; this.again(); },
    }, text);
    return [
      el('div', { class: 'evidence-head' }, el('h3', {}, 'Evidence'), el('div', { class: 'toggles', role: 'group', 'aria-label': 'Order of the evidence' }, order('certain', 'Most certain'), order('latest', 'Latest'))),
      el('ol', { class: 'evidence' }, shown.map((i) => this.sighting(i, index, colours))),
      withSentence.length > shown.length
        ? el('button', { type: 'button', class: 'more', id: 'more-evidence', onclick: () => { this.shownSightings += 50; this.again(); } }, `Show ${Math.min(50, withSentence.length - shown.length)} more`) : null,
      beyond > 0 ? el('p', { class: 'quiet' }, `${counted(beyond, 'more sighting')} of this relation: the page holds the sentences of the most certain ones.`) : null,
    ];
  }

  sighting(i, index, colours) {
    const { model } = this;
    const { sightings } = model;
    const relation = model.relations[index];
    const category = model.categories[sightings.category[i]];
    const mode = model.modes[sightings.mode[i]];
    const status = model.statuses[sightings.status[i]];
    const article = model.articles[sightings.article[i]];
    const back = sightings.direction[i] < 0;
    const from = model.actors[back ? relation.target : relation.source];
    const to = model.actors[back ? relation.source : relation.target];
    const date = sightings.from[i] === NO_DAY ? 'not dated' : showRange(sightings.from[i], sightings.to[i]);
    const speaker = model.speakers[sightings.speaker[i]];
    const sentence = model.sentences[sightings.sentence[i]];
    const item = el('li', {},
      el('p', { class: 'sighting-head' },
        el('time', {}, date),
        el('span', { class: 'chip small', title: category.description }, swatch(colours.quads[category.quad]), mode ? `${words(category.name)}: ${words(mode).toLowerCase()}` : words(category.name)),
        status !== 'actual' ? el('span', { class: 'chip small warn' }, words(status)) : null,
        sightings.alleged[i] ? el('span', { class: 'chip small warn' }, 'Alleged') : null,
        el('span', { class: 'confidence', title: 'How sure the reading of this sentence is' }, `${sightings.confidence[i]} %`)),
      el('p', { class: 'who' }, name(from.name, 60), sightings.direction[i] === 0 ? ' ↔ ' : ' → ', name(to.name, 60),
        speaker ? [', says ', name(speaker, 80)] : null),
      el('blockquote', { dir: 'auto' }, pieces(sentence, sightings.places[i]).map(({ text, role }) =>
        (role === null ? text : el('mark', { class: role, title: { cue: 'what happens', source: 'who', target: 'to or with whom' }[role] }, text)))),
      this.origin(article));
    item.style.borderColor = colours.quads[category.quad];
    return item;
  }

  origin(article) {
    const { model } = this;
    const link = safeLink(article.uri);
    const title = article.title || article.id;
    const publisher = model.publishers[article.publisher];
    return el('p', { class: 'origin' },
      link ? el('a', { href: link, target: '_blank', rel: 'noopener noreferrer' }, name(title, 160), icon('out')) : el('cite', {}, name(title, 160)),
      publisher ? [' · ', name(publisher, 80)] : null, article.date ? ` · ${article.date}` : null);
  }

  actor(index, evaluation, filters, colours) {
    const { model } = this;
    const actor = model.actors[index];
    const relations = model.relationsOf[index].filter((number_) => evaluation.relations[number_] !== null)
      .sort((a, b) => evaluation.relations[b].weight - evaluation.relations[a].weight || a - b);
    const mentions = relations.reduce((sum, number_) => sum + evaluation.relations[number_].mentions, 0);
    const partners = new Set(relations.map((number_) => this.other(number_, index)));
    const only = filters.actor === index;
    return [
      el('header', { class: 'card-head' }, this.close(),
        el('p', { class: 'kind' }, swatch(colours.kinds[actor.kind], true), words(model.kinds[actor.kind]), ' · ', el('code', {}, actor.code)),
        el('h2', {}, name(actor.name))),
      el('dl', { class: 'facts' },
        [['Relations', number(relations.length)], ['With actors', number(partners.size)], ['Sightings', number(mentions)]]
          .map(([what, value]) => el('div', {}, el('dt', {}, what), el('dd', {}, value)))),
      this.balance(relations, evaluation, colours),
      el('p', {}, el('button', { type: 'button', class: 'button', id: 'only-actor', 'aria-pressed': String(only), onclick: () => this.act.only(only ? null : index) }, only ? 'Show all actors again' : 'Show only its relations')),
      el('h3', {}, relations.length === 0 ? 'No relation passes the filters' : 'Relations'),
      this.relationList(relations, evaluation, colours, index)];
  }

  other(relation, index) {
    const { source, target } = this.model.relations[relation];
    return source === index ? target : source;
  }

  /** How much of what an actor does is cooperation, and how much conflict. */
  balance(relations, evaluation, colours) {
    const parts = { cooperation: 0, standing: 0, conflict: 0 };
    for (const number_ of relations) {
      const { first, count } = this.model.relations[number_];
      for (let i = first; i < first + count; ++i) {
        if (evaluation.passes[i]) {
          parts[side(this.model.categories[this.model.sightings.category[i]].quad)] += this.model.sightings.times[i];
        }
      }
    }
    const total = parts.cooperation + parts.standing + parts.conflict;
    if (total === 0) {
      return null;
    }
    const percent = (part) => Math.round((parts[part] / total) * 100);
    const bar = el('div', { class: 'balance', role: 'img', 'aria-label': `${percent('cooperation')} % cooperation, ${percent('conflict')} % conflict` });
    for (const [part, quad] of [['cooperation', 1], ['standing', 4], ['conflict', 3]]) {
      if (parts[part] > 0) {
        const piece = el('span', { title: `${words(part)}: ${percent(part)} %` });
        piece.style.width = `${(parts[part] / total) * 100}%`;
        piece.style.background = colours.quads[quad];
        bar.append(piece);
      }
    }
    return [bar, el('p', { class: 'balance-words quiet', 'aria-hidden': 'true' }, el('span', {}, `${percent('cooperation')} % cooperation`), el('span', {}, `${percent('conflict')} % conflict`))];
  }

  relationList(relations, evaluation, colours, from) {
    const { model } = this;
    const shown = relations.slice(0, this.shownRelations);
    return [
      el('ul', { class: 'relations' }, shown.map((number_) => {
        const relation = model.relations[number_];
        const summary = evaluation.relations[number_];
        const arrow = !relation.directed ? ' ↔ ' : ' → ';
        const who = from === undefined ? [name(model.actors[relation.source].name, 50), arrow, name(model.actors[relation.target].name, 50)]
          : [el('span', { class: 'arrow' }, !relation.directed ? '↔ ' : relation.source === from ? '→ ' : '← '), name(model.actors[this.other(number_, from)].name, 60)];
        return el('li', {}, el('button', { type: 'button', class: 'relation', onclick: () => this.act.select({ relation: number_ }) },
          swatch(colours.quads[summary.quad]),
          el('span', { class: 'relation-words' }, el('span', { class: 'relation-who' }, who), el('span', { class: 'relation-label' }, name(model.labels[summary.label], 60))),
          el('span', { class: 'count' }, number(summary.mentions))));
      })),
      relations.length > shown.length
        ? el('button', { type: 'button', class: 'more', id: 'more-relations', onclick: () => { this.shownRelations += 100; this.again(); } }, `Show more of ${number(relations.length)}`) : null,
    ];
  }

  overview(evaluation, colours) {
    const strongest = [...evaluation.shown].sort((a, b) => evaluation.relations[b].weight - evaluation.relations[a].weight || a - b);
    return [
      el('header', { class: 'card-head' }, el('h2', {}, 'Strongest relations')),
      el('p', { class: 'quiet' }, 'Choose a line to read the sentences behind it, or a circle to see who it is.'),
      strongest.length === 0 ? el('p', {}, 'Nothing passes the filters.') : this.relationList(strongest, evaluation, colours)];
  }
}
