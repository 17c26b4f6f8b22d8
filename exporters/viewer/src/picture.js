// SPDX-License-Identifier: Apache-2.0
// The current view as a PNG with title, legend and what it is of: fit to be printed or passed on.
import { arrowhead, fitsOn, lineBetween, readable } from './geometry.js';
import { byWeight, chooseNames, nameSize } from './names.js';
import { line } from './text.js';

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "DejaVu Sans", Arial, sans-serif';
const HEAD = 74;
const FOOT = 44;

/**
 * Draws on a canvas of `view.size()` plus head and foot, times `density`.
 * @param words {title, subtitle, note}
 * @param legend [{colour, text}]
 */
export function drawPicture(model, scene, view, colours, words, legend, density = 2) {
  const { width, height } = view.size();
  const canvas = document.createElement('canvas');
  canvas.width = width * density;
  canvas.height = (height + HEAD + FOOT) * density;
  const context = canvas.getContext('2d');
  context.scale(density, density);
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, width, height + HEAD + FOOT);

  context.save();
  context.translate(0, HEAD);
  context.beginPath();
  context.rect(0, 0, width, height);
  context.clip();
  drawGraph(context, model, scene, view, colours);
  context.restore();

  context.fillStyle = colours.ink;
  context.textBaseline = 'alphabetic';
  context.font = `700 24px Georgia, "Times New Roman", "DejaVu Serif", serif`;
  context.fillText(line(words.title, 90), 24, 36, width - 48);
  context.font = `13px ${FONT}`;
  context.fillStyle = colours.faint;
  context.fillText(line(words.subtitle, 200), 24, 58, width - 48);
  drawLegend(context, legend, colours, height + HEAD + 18);
  context.fillStyle = colours.faint;
  context.font = `11px ${FONT}`;
  context.fillText(line(words.note, 250), 24, height + HEAD + 36, width - 48);
  return canvas;
}

function drawLegend(context, legend, colours, y) {
  let x = 24;
  context.font = `12px ${FONT}`;
  for (const { colour, text, dashed } of legend) {
    context.strokeStyle = colour;
    context.lineWidth = 3;
    context.setLineDash(dashed ? [5, 4] : []);
    context.beginPath();
    context.moveTo(x, y - 4);
    context.lineTo(x + 22, y - 4);
    context.stroke();
    context.setLineDash([]);
    context.fillStyle = colours.ink;
    context.fillText(text, x + 28, y);
    x += 28 + context.measureText(text).width + 18;
  }
}

function drawGraph(context, model, scene, view, colours) {
  const labels = [];
  const names = chooseNames(scene, byWeight(model), (index) => view.place(index), view.size());
  const order = model.relations.filter(({ index }) => scene.relations[index] !== null)
    .sort((a, b) => Number(scene.relations[b.index].back) - Number(scene.relations[a.index].back));
  for (const relation of order) {
    const shown = scene.relations[relation.index];
    const gap = relation.directed ? 6 + shown.width : 0;
    const place = lineBetween(view.place(relation.source), view.place(relation.target), relation.curve, gap);
    if (place === null) {
      continue;
    }
    context.strokeStyle = shown.colour;
    context.lineWidth = shown.width;
    context.setLineDash(shown.dashed ? [6, 4] : []);
    context.beginPath();
    context.moveTo(place.start.x, place.start.y);
    context.quadraticCurveTo(place.control.x, place.control.y, place.end.x, place.end.y);
    context.stroke();
    context.setLineDash([]);
    if (relation.directed) {
      const [tip, left, right] = arrowhead(place.tip, place.end, shown.width);
      context.fillStyle = shown.colour;
      context.beginPath();
      context.moveTo(tip.x, tip.y);
      context.lineTo(left.x, left.y);
      context.lineTo(right.x, right.y);
      context.fill();
    }
    if (shown.label !== '' && fitsOn(place, shown.label)) {
      labels.push({ text: shown.label, ...place.middle, angle: readable(place.angle), font: `500 11px ${FONT}`, base: 'middle' });
    }
  }
  scene.actors.forEach((shown, number) => {
    if (shown === null) {
      return;
    }
    const { x, y, r } = view.place(number);
    context.beginPath();
    context.arc(x, y, r, 0, 2 * Math.PI);
    context.fillStyle = shown.colour;
    context.fill();
    context.strokeStyle = shown.chosen ? colours.ink : colours.paper;
    context.lineWidth = shown.chosen ? 3 : 1.5;
    context.stroke();
    const named = names.get(number);
    if (named) {
      labels.push({ text: shown.label, ...named, angle: 0, font: `600 ${nameSize(r)}px ${FONT}`, base: 'top' });
    }
  });
  context.textAlign = 'center';
  context.lineJoin = 'round';
  for (const { text, x, y, angle, font, base } of labels) {
    context.save();
    context.translate(x, y);
    context.rotate(angle);
    context.font = font;
    context.textBaseline = base;
    context.strokeStyle = colours.paper;
    context.lineWidth = 4;
    if (base === 'middle') { // on a line
      const width = context.measureText(text).width;
      context.fillStyle = colours.paper;
      context.fillRect(-width / 2 - 4, -8, width + 8, 15);
    } else {
      context.strokeText(text, 0, 0);
    }
    context.fillStyle = colours.ink;
    context.fillText(text, 0, 0);
    context.restore();
  }
  context.textAlign = 'start';
}

/** Offers bytes as a file. */
export function download(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
