// SPDX-License-Identifier: Apache-2.0
// Lines between discs: a quadratic curve from edge to edge, its middle, and the arrow at its end.

/**
 * The line of a relation on the page.
 * @param from,to centres with radius: {x, y, r}, y downward
 * @param curve how far it bends, as a share of its length; 0 is straight
 * @param gap pixels kept free at the far end for an arrowhead
 * Returns null where the discs cover it.
 */
export function lineBetween(from, to, curve, gap) {
  const x = to.x - from.x;
  const y = to.y - from.y;
  const length = Math.hypot(x, y);
  if (length <= from.r + to.r + gap) {
    return null;
  }
  const control = {
    x: (from.x + to.x) / 2 + y * curve,
    y: (from.y + to.y) / 2 - x * curve,
  };
  const start = towards(from, control, from.r);
  const end = towards(to, control, to.r + gap);
  const middle = {
    x: (start.x + 2 * control.x + end.x) / 4,
    y: (start.y + 2 * control.y + end.y) / 4,
  };
  const tip = towards(to, control, to.r);
  return { start, control, end, tip, middle, angle: Math.atan2(end.y - start.y, end.x - start.x) };
}

function towards(from, to, distance) {
  const x = to.x - from.x;
  const y = to.y - from.y;
  const length = Math.max(Math.hypot(x, y), 1e-9);
  return { x: from.x + (x / length) * distance, y: from.y + (y / length) * distance };
}

/** The three corners of an arrowhead whose point is at `tip`. */
export function arrowhead(tip, end, width) {
  const x = tip.x - end.x;
  const y = tip.y - end.y;
  const length = Math.max(Math.hypot(x, y), 1e-9);
  const half = 2.5 + width;
  const across = { x: (-y / length) * half, y: (x / length) * half };
  return [tip, { x: end.x + across.x, y: end.y + across.y }, { x: end.x - across.x, y: end.y - across.y }];
}

/** An angle at which text is not upside down. */
export function readable(angle) {
  return angle > Math.PI / 2 ? angle - Math.PI : angle < -Math.PI / 2 ? angle + Math.PI : angle;
}

/** Whether there is room on a line for words of 11 pixels. */
export function fitsOn(place, text) {
  const width = [...text].length * 6;
  return width + 6 < Math.hypot(place.end.x - place.start.x, place.end.y - place.start.y);
}

const PIECES = 12; // straight ones that stand for a curve

/** How far a point is from a line of lineBetween(), in pixels. */
export function distanceTo({ start, control, end, tip }, x, y) {
  let nearest = Infinity;
  let from = start;
  for (let i = 1; i <= PIECES; ++i) {
    const t = i / PIECES;
    const to = i === PIECES ? tip : {
      x: (1 - t) ** 2 * start.x + 2 * t * (1 - t) * control.x + t ** 2 * end.x,
      y: (1 - t) ** 2 * start.y + 2 * t * (1 - t) * control.y + t ** 2 * end.y,
    };
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const along = ((x - from.x) * dx + (y - from.y) * dy) / Math.max(dx * dx + dy * dy, 1e-9);
    const share = Math.min(Math.max(along, 0), 1);
    nearest = Math.min(nearest, Math.hypot(x - from.x - share * dx, y - from.y - share * dy));
    from = to;
  }
  return nearest;
}

/**
 * Number of the relation whose line is nearest to a point, null where none is within reach.
 * @param shown numbers of relations
 * @param place where an actor is on the screen: number -> {x, y, r}
 */
export function relationAt(model, shown, place, x, y, reach) {
  let best = null;
  let nearest = reach;
  for (const number of shown) {
    const { source, target, curve } = model.relations[number];
    const from = place(source);
    const to = place(target);
    // A curve stays within its ends and the bend to its side.
    const margin = reach + Math.abs(curve) * Math.hypot(to.x - from.x, to.y - from.y);
    if (x < Math.min(from.x, to.x) - margin || x > Math.max(from.x, to.x) + margin ||
        y < Math.min(from.y, to.y) - margin || y > Math.max(from.y, to.y) + margin) {
      continue;
    }
    const line = lineBetween(from, to, curve, 0);
    const distance = line === null ? Infinity : distanceTo(line, x, y);
    if (distance <= nearest) {
      nearest = distance;
      best = number;
    }
  }
  return best;
}
