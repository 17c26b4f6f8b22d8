// SPDX-License-Identifier: Apache-2.0
// The same graph as SVG, where a browser has no WebGL. It moves, filters and answers clicks too.
import { replace, svg } from './dom.js';
import { arrowhead, fitsOn, lineBetween, readable } from './geometry.js';
import { byWeight, chooseNames, nameSize } from './names.js';
import { discScale } from './scene.js';

const PADDING = 60;

export class SvgView {
  constructor(container, model, scene, colours, { select, hover }) {
    this.model = model;
    this.container = container;
    this.order = byWeight(model);
    this.centre = { x: 0, y: 0 };
    this.scale = 1;
    this.root = svg('svg', { class: 'graph-svg', width: '100%', height: '100%' });
    container.append(this.root);
    const focusOf = (event) => {
      const { actor, relation } = event.target.dataset ?? {};
      return actor !== undefined ? { actor: Number(actor) }
        : relation !== undefined ? { relation: Number(relation) } : null;
    };
    this.root.addEventListener('click', (event) => {
      if (!this.dragged) {
        select(focusOf(event));
      }
    });
    let over = null;
    this.root.addEventListener('pointerover', (event) => {
      const focus = focusOf(event);
      const key = JSON.stringify(focus);
      if (key !== over) {
        over = key;
        this.root.style.cursor = focus ? 'pointer' : '';
        hover(focus);
      }
    });
    this.listenToMoves();
    this.fit();
    this.show(scene, colours);
    new ResizeObserver(() => this.draw()).observe(container);
  }

  listenToMoves() {
    let from = null;
    this.root.addEventListener('pointerdown', (event) => {
      from = { x: event.clientX, y: event.clientY };
      this.dragged = false;
    });
    window.addEventListener('pointermove', (event) => {
      if (from === null) {
        return;
      }
      const x = event.clientX - from.x;
      const y = event.clientY - from.y;
      if (this.dragged || Math.hypot(x, y) > 4) {
        this.dragged = true;
        this.centre = { x: this.centre.x - x / this.scale, y: this.centre.y + y / this.scale };
        from = { x: event.clientX, y: event.clientY };
        this.draw();
      }
    });
    window.addEventListener('pointerup', () => {
      from = null;
    });
    this.root.addEventListener('wheel', (event) => {
      event.preventDefault();
      this.zoom(event.deltaY < 0 ? 1.2 : 1 / 1.2);
    }, { passive: false });
  }

  show(scene, colours) {
    this.scene = scene;
    this.colours = colours;
    this.draw();
  }

  size() {
    return { width: this.container.clientWidth || 800, height: this.container.clientHeight || 600 };
  }

  place(index) {
    const { width, height } = this.size();
    const { x, y, radius } = this.model.actors[index];
    return {
      x: width / 2 + (x - this.centre.x) * this.scale,
      y: height / 2 - (y - this.centre.y) * this.scale,
      r: radius * discScale(this.model, width) * Math.sqrt(this.scale / (this.fitted || 1)),
    };
  }

  zoom(factor) {
    this.scale *= factor;
    this.draw();
  }

  pan(x, y) {
    const { width, height } = this.size();
    this.centre = { x: this.centre.x + (x * width) / this.scale, y: this.centre.y - (y * height) / this.scale };
    this.draw();
  }

  fit() {
    const xs = this.model.actors.map(({ x }) => x);
    const ys = this.model.actors.map(({ y }) => y);
    const low = { x: least(xs), y: least(ys) };
    const high = { x: -least(xs.map((x) => -x)), y: -least(ys.map((y) => -y)) };
    const { width, height } = this.size();
    this.centre = { x: (low.x + high.x) / 2, y: (low.y + high.y) / 2 };
    this.scale = Math.min((width - 2 * PADDING) / Math.max(high.x - low.x, 1),
      (height - 2 * PADDING) / Math.max(high.y - low.y, 1), 2);
    this.fitted = this.scale;
    if (this.scene) {
      this.draw();
    }
  }

  lookAt(indices) {
    const middle = (of) => indices.reduce((sum, index) => sum + of(this.model.actors[index]), 0) / indices.length;
    this.centre = { x: middle(({ x }) => x), y: middle(({ y }) => y) };
    this.draw();
  }

  draw() {
    if (!this.scene) {
      return;
    }
    const back = svg('g');
    const frontLines = svg('g');
    const discs = svg('g');
    const labels = svg('g', { 'pointer-events': 'none' });
    const { relations, actors } = this.scene;
    this.names = chooseNames(this.scene, this.order, (index) => this.place(index), this.size());
    relations.forEach((shown, number) => {
      if (shown !== null) {
        this.addLine(shown, number, shown.back ? back : frontLines, labels);
      }
    });
    actors.forEach((shown, number) => {
      if (shown !== null) {
        this.addActor(shown, number, discs, labels);
      }
    });
    replace(this.root, back, frontLines, discs, labels);
  }

  addLine(shown, number, lines, labels) {
    const relation = this.model.relations[number];
    const gap = relation.directed ? 6 + shown.width : 0;
    const place = lineBetween(this.place(relation.source), this.place(relation.target), relation.curve, gap);
    if (place === null) {
      return;
    }
    const { start, control, end } = place;
    lines.append(svg('path', {
      d: `M${at(start)} Q${at(control)} ${at(end)}`, fill: 'none', stroke: shown.colour,
      'stroke-width': shown.width, 'stroke-dasharray': shown.dashed ? '6 4' : null, 'data-relation': number,
    }));
    if (relation.directed) {
      lines.append(svg('path', {
        d: `M${arrowhead(place.tip, end, shown.width).map(at).join('L')}Z`, fill: shown.colour, 'data-relation': number,
      }));
    }
    if (shown.label !== '' && fitsOn(place, shown.label)) {
      const angle = (readable(place.angle) * 180) / Math.PI;
      labels.append(this.text(shown.label, place.middle.x, place.middle.y, 11, 500,
        `rotate(${angle.toFixed(1)} ${at(place.middle, ' ')})`, 'central'));
    }
  }

  addActor(shown, number, discs, labels) {
    const { x, y, r } = this.place(number);
    discs.append(svg('circle', {
      cx: x.toFixed(1), cy: y.toFixed(1), r: r.toFixed(1), fill: shown.colour, 'data-actor': number,
      stroke: shown.chosen ? this.colours.ink : this.colours.paper, 'stroke-width': shown.chosen ? 3 : 1.5,
    }));
    const named = this.names.get(number);
    if (named) {
      labels.append(this.text(shown.label, named.x, named.y, nameSize(r), 600, null, 'hanging'));
    }
  }

  text(words, x, y, size, weight, transform, baseline) {
    return svg('text', {
      x: x.toFixed(1), y: y.toFixed(1), 'font-size': size, 'font-weight': weight, 'text-anchor': 'middle',
      'dominant-baseline': baseline, fill: this.colours.ink, stroke: this.colours.paper, 'stroke-width': 4,
      'stroke-linejoin': 'round', 'paint-order': 'stroke', transform,
    }, words);
  }
}

function least(values) {
  return values.reduce((low, value) => Math.min(low, value), Infinity);
}

function at({ x, y }, between = ',') {
  return `${x.toFixed(1)}${between}${y.toFixed(1)}`;
}
