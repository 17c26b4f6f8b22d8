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
