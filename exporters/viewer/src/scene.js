// SPDX-License-Identifier: Apache-2.0
// What is to be drawn, whoever draws it: colours, widths, labels, and what stands back.
import { line } from './text.js';
import { showYears } from './days.js';
import { NO_DAY } from './model.js';
import { mix } from './palette.js';

const LABELLED_RELATIONS = 45;
const NAME_LIMIT = 26;
const LABEL_LIMIT = 30;
const CROWD = 600; // relations from which on lines are thinner and paler, so that one sees through

/** Width of a relation's line by its independent sources, 1.6 to 7 pixels. */
export function lineWidth(summary) {
  return Math.min(1.6 + Math.log2(Math.max(summary.sources, 1)) + 0.2 * Math.log2(summary.mentions + 1), 7);
}

/** How large discs are drawn on so wide a screen: crowds smaller. */
export function discScale(model, width) {
  const crowd = Math.max(Math.min(Math.sqrt(160 / model.actors.length), 1), 0.4);
  return crowd * Math.max(Math.min(Math.sqrt(width / 760), 1), 0.5);
}

/** "gas pipeline project · 3 · 2015–22" */
export function relationLabel(model, summary) {
  const what = line(model.labels[summary.label] ?? '', LABEL_LIMIT);
  const years = summary.from === NO_DAY ? '' : showYears(summary.from, summary.to);
  return [what, summary.mentions, years].filter((part) => part !== '').join(' · ');
}

/** Actors and relations that stay in front: the chosen or pointed-at one with its neighbours. */
function front(model, evaluation, focus) {
  if (focus === null) {
    return null;
  }
  const actors = new Set();
  const relations = new Set();
  if (focus.actor !== undefined) {
    actors.add(focus.actor);
    for (const number of model.relationsOf[focus.actor]) {
      if (evaluation.relations[number] !== null) {
        relations.add(number);
        actors.add(model.relations[number].source);
        actors.add(model.relations[number].target);
      }
    }
  } else {
    relations.add(focus.relation);
    actors.add(model.relations[focus.relation].source);
    actors.add(model.relations[focus.relation].target);
  }
  return { actors, relations };
}

/**
 * The picture. `actors` and `relations` are by number; null stands for what is hidden. `focused` says
 * that some stand in front of others.
 * @param focus {actor} or {relation} or null
 */
export function makeScene(model, evaluation, focus, colours) {
  const inFront = front(model, evaluation, focus);
  const crowded = evaluation.shown.length > CROWD;
  const few = evaluation.shown.length <= LABELLED_RELATIONS;
  const actors = model.actors.map((actor) => {
    if (!evaluation.actorShown[actor.index]) {
      return null;
    }
    const back = inFront !== null && !inFront.actors.has(actor.index);
    return {
      colour: back ? colours.quiet : colours.kinds[actor.kind],
      label: line(actor.name, NAME_LIMIT),
      back,
      chosen: focus !== null && focus.actor === actor.index,
      front: inFront !== null && !back,
    };
  });
  const relations = model.relations.map((relation) => {
    const summary = evaluation.relations[relation.index];
    if (summary === null) {
      return null;
    }
    const back = inFront !== null && !inFront.relations.has(relation.index);
    const chosen = focus !== null && focus.relation === relation.index;
    const close = inFront !== null && !back && inFront.relations.size <= LABELLED_RELATIONS;
    return {
      colour: back ? colours.quiet : crowded && inFront === null ? mix(colours.quads[summary.quad], colours.paper, 0.3) : colours.quads[summary.quad],
      width: lineWidth(summary) * (crowded && (inFront === null || back) ? 0.6 : 1) + (chosen ? 2 : 0),
      label: !back && (few || chosen || close) ? relationLabel(model, summary) : '',
      dashed: summary.unreal,
      back,
      chosen,
    };
  });
  return { actors, relations, few, focused: focus !== null };
}
