// SPDX-License-Identifier: Apache-2.0
// The search box with its list of findings: a combobox as the ARIA practices describe it.
import { el, name, replace } from './dom.js';
import { makeIndex, search } from './search.js';

const WAIT = 120; // milliseconds after the last key

export class SearchView {
  constructor(container, model, select) {
    this.model = model;
    this.select = select;
    this.index = makeIndex(model);
    this.found = [];
    this.active = -1;
    this.input = el('input', {
      type: 'search', id: 'search', placeholder: 'Search actors, relations, sentences', autocomplete: 'off', spellcheck: 'false',
      role: 'combobox', 'aria-expanded': 'false', 'aria-controls': 'findings', 'aria-autocomplete': 'list',
      'aria-label': 'Search actors, relations and sentences',
      oninput: () => this.later(), onkeydown: (event) => this.key(event), onfocus: () => this.find(),
      onblur: () => setTimeout(() => this.show([]), 150),
    });
    this.list = el('ul', { id: 'findings', role: 'listbox', 'aria-label': 'Findings', hidden: true });
    container.append(this.input, this.list);
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.find(), WAIT);
  }

  find() {
    this.show(search(this.model, this.index, this.input.value), this.input.value.trim() !== '');
  }

  show(found, asked = false) {
    this.found = found;
    this.active = -1;
    const nothing = asked && found.length === 0 ? el('li', { class: 'nothing' }, 'Nothing found') : null;
    replace(this.list, found.map((one, i) => el('li', {
      role: 'option', id: `finding-${i}`, 'aria-selected': 'false', onmousedown: (event) => { event.preventDefault(); this.take(i); },
    }, this.words(one))), nothing);
    this.list.hidden = found.length === 0 && nothing === null;
    this.input.setAttribute('aria-expanded', String(!this.list.hidden));
    this.input.removeAttribute('aria-activedescendant');
  }

  words({ kind, number, sighting }) {
    const { model } = this;
    if (kind === 'actor') {
      return [el('span', { class: 'what' }, model.kinds[model.actors[number].kind]), name(model.actors[number].name, 70)];
    }
    const relation = model.relations[number];
    const pair = [name(model.actors[relation.source].name, 40), relation.directed ? ' → ' : ' ↔ ', name(model.actors[relation.target].name, 40)];
    const text = kind === 'relation' ? model.labels[relation.label] : model.sentences[model.sightings.sentence[sighting]];
    return [el('span', { class: 'what' }, kind), pair, el('span', { class: 'excerpt' }, name(text, 110))];
  }

  key(event) {
    const { key } = event;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      this.activate(key === 'ArrowDown' ? this.active + 1 : this.active - 1);
    } else if (key === 'Enter') {
      clearTimeout(this.timer);
      if (this.found.length === 0) {
        this.find();
      }
      this.take(Math.max(this.active, 0));
    } else if (key === 'Escape') {
      event.stopPropagation();
      this.list.hidden ? (this.input.value = '') : this.show([]);
    }
  }

  activate(i) {
    if (this.found.length === 0) {
      return;
    }
    const next = (i + this.found.length) % this.found.length;
    this.list.children[this.active]?.setAttribute('aria-selected', 'false');
    this.list.children[next].setAttribute('aria-selected', 'true');
    this.list.children[next].scrollIntoView({ block: 'nearest' });
    this.input.setAttribute('aria-activedescendant', `finding-${next}`);
    this.active = next;
  }

  take(i) {
    const one = this.found[i];
    if (one === undefined) {
      return;
    }
    this.show([]);
    this.select(one.kind === 'actor' ? { actor: one.number } : { relation: one.number });
  }
}
