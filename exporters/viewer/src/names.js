// SPDX-License-Identifier: Apache-2.0
// Which names there is room for, and where: none covers another, and the heavier go first.

const CHARACTER = 0.6; // width of a letter, on average, as a share of its height
const CROWD = 150;

export function nameSize(radius) {
  return Math.min(11 + radius * 0.22, 17);
}

/**
 * Where names are shown: a map from the number of an actor to the place of its name, {x, y}, the
 * middle of the name's upper edge. Below the disc if there is room, else above or beside it.
 * @param scene of scene.js
 * @param order numbers of all actors, heaviest first
 * @param place where an actor is on the screen: number -> {x, y, r}
 * @param size {width, height} of the screen; what lies outside needs no name
 */
export function chooseNames(scene, order, place, { width, height }) {
  const candidates = [];
  for (const index of order) {
    const shown = scene.actors[index];
    if (shown === null || shown.back) {
      continue;
    }
    const { x, y, r } = place(index);
    if (x > -60 && y > -40 && x < width + 60 && y < height + 40) {
      candidates.push({ index, x, y, r, shown });
    }
  }
  candidates.sort((a, b) => Number(b.shown.chosen) - Number(a.shown.chosen)); // keeps the order else
  // A name across a large disc is hard to read; in a crowd, fewer names say more.
  const discs = candidates.filter(({ r }) => r > 7)
    .map(({ index, x, y, r }) => ({ index, left: x - r + 2, right: x + r - 2, top: y - r + 2, bottom: y + r - 2 }));
  const air = candidates.length > CROWD ? { x: 22, y: 9 } : { x: 2, y: 0 };
  const names = [];
  const chosen = new Map();
  for (const { index, x, y, r, shown } of candidates) {
    const letters = nameSize(r);
    const half = ([...shown.label].length * letters * CHARACTER) / 2;
    const places = [[0, r + 2], [0, -r - letters - 4], [r + half + 4, -letters / 2], [-r - half - 4, -letters / 2]];
    for (const [dx, dy] of places) {
      const box = { left: x + dx - half - air.x, right: x + dx + half + air.x, top: y + dy - air.y, bottom: y + dy + letters + 2 + air.y };
      const covered = names.some((other) => overlap(box, other)) ||
        discs.some((other) => other.index !== index && overlap(box, other));
      if (!covered || shown.chosen) {
        names.push(box);
        chosen.set(index, { x: x + dx, y: y + dy });
        break;
      }
    }
  }
  return chosen;
}

function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Numbers of the actors, heaviest first. */
export function byWeight(model) {
  return model.actors.map(({ index }) => index)
    .sort((a, b) => model.actors[b].weight - model.actors[a].weight || a - b);
}
