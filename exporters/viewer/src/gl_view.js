// SPDX-License-Identifier: Apache-2.0
// The graph in WebGL, by sigma.
import { MultiDirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { EdgeArrowProgram, EdgeLineProgram, EdgeRectangleProgram, NodeCircleProgram } from 'sigma/rendering';
import EdgeCurveProgram, { EdgeCurvedArrowProgram } from '@sigma/edge-curve';
import { lineBetween, readable, relationAt } from './geometry.js';
import { byWeight, chooseNames, nameSize } from './names.js';
import { mix } from './palette.js';
import { discScale } from './scene.js';

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", Arial, sans-serif';
const FEW_ACTORS = 60;
const MANY_RELATIONS = 3000;
const REACH = 6; // pixels
const FAR = 0.4; // of the camera's distance that shows all: from here on arrowheads are too small
const REST = 120; // milliseconds without movement

export function hasWebGl() {
  try {
    const canvas = document.createElement('canvas');
    return Boolean(window.WebGL2RenderingContext && canvas.getContext('webgl2'));
  } catch {
    return false;
  }
}

function lineType(relation) {
  if (relation.curve !== 0) {
    return relation.directed ? 'curvedArrow' : 'curved';
  }
  return relation.directed ? 'arrow' : 'line';
}

/** Without any, sigma need not walk over all relations in each frame to find that out. */
function hasLabels(scene) {
  return scene.relations.some((relation) => relation !== null && relation.label !== '');
}

/** Keys of the actors and relations that look different in another scene. */
function changes(before, after) {
  const keys = (which) => after[which].flatMap((shown, number) => (same(before[which][number], shown) ? [] : [String(number)]));
  return { nodes: keys('actors'), edges: keys('relations') };
}

function same(one, other) {
  return one === null || other === null ? one === other
    : Object.keys(one).every((key) => one[key] === other[key]);
}

function makeGraph(model, width) {
  const scale = discScale(model, width);
  const graph = new MultiDirectedGraph();
  for (const actor of model.actors) {
    graph.addNode(String(actor.index), { x: actor.x, y: actor.y, size: actor.radius * scale });
  }
  for (const relation of model.relations) {
    graph.addEdgeWithKey(String(relation.index), String(relation.source), String(relation.target), {
      type: lineType(relation), curvature: relation.curve, size: 1,
    });
  }
  return graph;
}

/** Text with a rim in the colour of the paper, so that it can be read on lines. */
function rimmedText(context, text, x, y, colours, rim) {
  context.lineJoin = 'round';
  context.lineWidth = rim;
  context.strokeStyle = colours.paper;
  context.strokeText(text, x, y);
  context.fillStyle = colours.ink;
  context.fillText(text, x, y);
}

export class GlView {
  /**
   * @param container an element with a size
   * @param listeners {select(focus or null), hover(focus or null)}
   */
  constructor(container, model, scene, colours, listeners) {
    this.model = model;
    this.scene = scene;
    this.colours = colours;
    this.order = byWeight(model);
    this.names = null; // chosen when the first of a frame is to be drawn
    this.large = model.relations.length > MANY_RELATIONS;
    this.moving = false;
    this.plain = this.isPlain(scene, 1);
    this.sigma = new Sigma(makeGraph(model, container.clientWidth || 760), container, {
      allowInvalidContainer: true,
      defaultDrawNodeLabel: (context, data) => this.drawName(context, data),
      defaultDrawNodeHover: (context, data) => this.drawRing(context, data),
      defaultDrawEdgeLabel: (...all) => this.drawLabel(...all),
      edgeProgramClasses: {
        hair: EdgeLineProgram,
        line: EdgeRectangleProgram,
        arrow: EdgeArrowProgram,
        curved: withLabels(EdgeCurveProgram, (...all) => this.drawLabel(...all)),
        curvedArrow: withLabels(EdgeCurvedArrowProgram, (...all) => this.drawLabel(...all)),
      },
      edgeReducer: (key, data) => this.reduceRelation(Number(key), data),
      doubleClickTimeout: 1, // two quick clicks are two clicks
      hideEdgesOnMove: this.large,
      maxCameraRatio: 3,
      minCameraRatio: 0.02,
      minEdgeThickness: 0.9,
      nodeProgramClasses: { circle: withoutPickingWhile(() => this.moving) },
      nodeReducer: (key, data) => this.reduceActor(Number(key), data),
      renderEdgeLabels: hasLabels(scene),
      stagePadding: 70,
      zIndex: true,
    });
    this.listen(container, listeners);
    this.sigma.refresh(); // with names
  }

  listen(container, { select, hover }) {
    const { sigma } = this;
    sigma.on('beforeRender', () => {
      this.names = null;
    });
    sigma.getCamera().on('updated', ({ ratio }) => {
      this.stir();
      const plain = this.isPlain(this.scene, ratio);
      if (plain !== this.plain) {
        this.plain = plain;
        sigma.refresh(); // at once: show() relies on what is indexed
      }
    });
    const at = (focus, cursor) => {
      container.style.cursor = cursor;
      hover(focus);
    };
    // Thin lines are hard to hit to the pixel, so what is near a line is on it.
    const near = ({ event: { x, y } }) => {
      const shown = this.scene.relations.flatMap((one, number) => (one === null || one.back ? [] : [number]));
      const places = new Map();
      const place = (index) => places.get(index) ?? places.set(index, this.place(index)).get(index);
      const relation = relationAt(this.model, shown, place, x, y, REACH);
      return relation === null ? null : { relation };
    };
    let overActor = false;
    let waiting = false;
    sigma.on('clickNode', ({ node }) => select({ actor: Number(node) }));
    sigma.on('clickStage', (event) => select(near(event)));
    sigma.on('enterNode', ({ node }) => { overActor = true; at({ actor: Number(node) }, 'pointer'); });
    sigma.on('leaveNode', () => { overActor = false; at(null, ''); });
    let last = null;
    sigma.on('moveBody', (event) => {
      if (overActor || waiting) {
        return;
      }
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        const focus = overActor ? null : near(event);
        if (!overActor && focus?.relation !== last?.relation) {
          last = focus;
          at(focus, focus === null ? '' : 'pointer');
        }
      });
    });
  }

  /** Whether there are so many lines, so far away, that arrowheads would only cost time. */
  isPlain(scene, ratio) {
    return this.large && ratio > FAR && !scene.focused &&
      scene.relations.reduce((shown, one) => shown + (one === null ? 0 : 1), 0) > MANY_RELATIONS;
  }

  /** While a large graph moves, what lies under the pointer is not asked for. */
  stir() {
    if (this.large) {
      this.moving = true;
      clearTimeout(this.rest);
      this.rest = setTimeout(() => {
        this.moving = false;
        this.sigma.scheduleRender();
      }, REST);
    }
  }

  reduceActor(index, data) {
    const shown = this.scene.actors[index];
    if (shown === null) {
      return { ...data, hidden: true, label: null, zIndex: 2 };
    }
    return {
      ...data,
      color: shown.colour,
      label: shown.back ? null : shown.label,
      forceLabel: !shown.back, // drawName() decides
      highlighted: shown.chosen,
      zIndex: shown.back ? 0 : shown.chosen ? 3 : 2,
    };
  }

  reduceRelation(index, data) {
    const shown = this.scene.relations[index];
    if (shown === null) {
      return { ...data, hidden: true, label: null, zIndex: 1, type: this.plain ? 'hair' : data.type };
    }
    return {
      ...data,
      type: this.plain ? 'hair' : data.type,
      color: shown.dashed && !shown.back ? mix(shown.colour, this.colours.paper, 0.5) : shown.colour, // no dashes here
      size: shown.width,
      label: shown.label || null,
      forceLabel: shown.label !== '',
      zIndex: shown.back ? 0 : shown.chosen ? 3 : 1,
    };
  }

  drawName(context, data, always = false) {
    if (!data.label || !this.sigma) { // which draws before it is made
      return;
    }
    this.names ??= chooseNames(this.scene, this.order, (index) => this.place(index), this.size());
    const chosen = this.names.get(Number(data.key));
    if (!chosen && !always) {
      return;
    }
    const { x, y } = chosen ?? { x: data.x, y: data.y + data.size + 2 };
    context.font = `600 ${nameSize(data.size)}px ${FONT}`;
    context.textAlign = 'center';
    context.textBaseline = 'top';
    rimmedText(context, data.label, x, y, this.colours, 4);
    context.textAlign = 'start';
    context.textBaseline = 'alphabetic';
  }

  drawRing(context, data) {
    context.beginPath();
    context.arc(data.x, data.y, data.size + 3.5, 0, 2 * Math.PI);
    context.fillStyle = this.colours.paper;
    context.fill();
    context.lineWidth = 2.5;
    context.strokeStyle = this.colours.ink;
    context.stroke();
    this.drawName(context, data, true);
  }

  drawLabel(context, data, source, target) {
    if (!data.label) {
      return;
    }
    const place = lineBetween({ x: source.x, y: source.y, r: source.size },
      { x: target.x, y: target.y, r: target.size }, data.curvature ?? 0, 0);
    if (place === null) {
      return;
    }
    context.font = `500 11px ${FONT}`;
    const width = context.measureText(data.label).width;
    const room = Math.hypot(place.end.x - place.start.x, place.end.y - place.start.y);
    if (width > room - 6) {
      return; // comes back when one looks closer
    }
    context.save();
    context.translate(place.middle.x, place.middle.y);
    context.rotate(readable(place.angle));
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillStyle = this.colours.paper;
    context.fillRect(-width / 2 - 4, -8, width + 8, 15);
    context.fillStyle = this.colours.ink;
    context.fillText(data.label, 0, 0);
    context.restore();
  }

  show(scene, colours) {
    const before = { scene: this.scene, colours: this.colours };
    this.scene = scene;
    this.colours = colours;
    const labels = hasLabels(scene);
    const relabelled = this.sigma.getSetting('renderEdgeLabels') !== labels;
    if (relabelled) {
      this.sigma.setSetting('renderEdgeLabels', labels);
    }
    this.stir();
    const plain = this.isPlain(scene, this.sigma.getCamera().ratio);
    const sameType = plain === this.plain;
    this.plain = plain;
    const sameOrder = !before.scene.focused && !scene.focused; // what stands in front is drawn last
    if (sameOrder && sameType && !relabelled && before.colours.paper === colours.paper) {
      this.sigma.refresh({ partialGraph: changes(before.scene, scene), skipIndexation: true });
    } else {
      this.sigma.refresh();
    }
  }

  /** Where an actor is on the screen, in pixels: {x, y, r}. */
  place(index) {
    const data = this.sigma.getNodeDisplayData(String(index));
    const { x, y } = this.sigma.framedGraphToViewport(data);
    return { x, y, r: this.sigma.scaleSize(data.size) };
  }

  size() {
    return this.sigma.getDimensions();
  }

  zoom(factor) {
    const camera = this.sigma.getCamera();
    camera.animate({ ratio: camera.getBoundedRatio(camera.ratio / factor) }, { duration: 150 });
  }

  pan(x, y) {
    const camera = this.sigma.getCamera();
    camera.animate({ x: camera.x + x * camera.ratio, y: camera.y - y * camera.ratio }, { duration: 120 });
  }

  fit() {
    this.sigma.getCamera().animatedReset({ duration: 250 });
  }

  /** Brings actors into the middle, so close that they stand apart. */
  lookAt(indices) {
    const places = indices.map((index) => this.sigma.getNodeDisplayData(String(index)));
    const middle = (of) => places.reduce((sum, place) => sum + of(place), 0) / places.length;
    const camera = this.sigma.getCamera();
    const apart = Math.hypot(places[0].x - places[places.length - 1].x, places[0].y - places[places.length - 1].y);
    const close = places.length > 1 ? Math.max(apart * 2.2, 0.05)
      : this.model.actors.length <= FEW_ACTORS ? 1 : 0.45;
    camera.animate({ x: middle(({ x }) => x), y: middle(({ y }) => y), ratio: Math.min(camera.ratio, close) }, { duration: 300 });
  }
}

/** The program that draws actors; while something moves, without the hidden picture for picking. */
function withoutPickingWhile(moving) {
  return class extends NodeCircleProgram {
    render(params) {
      const { pickProgram } = this;
      this.pickProgram = moving() ? null : pickProgram;
      super.render(params);
      this.pickProgram = pickProgram;
    }
  };
}

/** The program with our way to draw its labels. */
function withLabels(Program, draw) {
  return class extends Program {
    constructor(...all) {
      super(...all);
      this.drawLabel = draw;
    }
  };
}
