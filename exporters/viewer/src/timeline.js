// SPDX-License-Identifier: Apache-2.0
// The stretch of time a graph covers, in steps a slider can take.
import { NO_DAY } from './model.js';
import { dayOf, parts, showDay, showRange, showYears } from './days.js';
import { side } from './filters.js';

const MOST_STEPS = 140;

// Each unit: the first day of the step that holds a day, and of the step after a first day.
const UNITS = [
  { name: 'day', floor: (day) => day, next: (day) => day + 1 },
  { name: 'week', floor: (day) => day - ((((day + 3) % 7) + 7) % 7), next: (day) => day + 7 },
  monthsUnit('month', 1),
  monthsUnit('quarter', 3),
  yearsUnit('year', 1),
  yearsUnit('5 years', 5),
  yearsUnit('decade', 10),
  yearsUnit('century', 100),
];

function monthsUnit(name, months) {
  return {
    name,
    floor: (day) => {
      const [year, month] = parts(day);
      return dayOf(year, month - (month % months), 1);
    },
    next: (day) => {
      const [year, month] = parts(day);
      return dayOf(year, month + months, 1);
    },
  };
}

function yearsUnit(name, years) {
  return {
    name,
    floor: (day) => {
      const [year] = parts(day);
      return dayOf(year - (((year % years) + years) % years), 0, 1);
    },
    next: (day) => dayOf(parts(day)[0] + years, 0, 1),
  };
}

/**
 * The ends of the time axis: all dates, unless a few of them lie so far out that the rest would be
 * squeezed together. Those then count in the first and the last step.
 */
function axis(model) {
  const { sightings } = model;
  const firsts = [];
  for (let i = 0; i < sightings.count; ++i) {
    if (sightings.from[i] !== NO_DAY) {
      firsts.push([sightings.from[i], sightings.to[i]]);
    }
  }
  if (firsts.length === 0) {
    return null;
  }
  const begins = Int32Array.from(firsts, ([from]) => from).sort();
  const ends = Int32Array.from(firsts, ([, to]) => to).sort();
  const at = (sorted, share) => sorted[Math.min(Math.floor(share * sorted.length), sorted.length - 1)];
  const low = at(begins, 0.03);
  const high = at(ends, 0.97);
  const reach = Math.max(high - low, 30) * 0.6;
  return {
    from: low - begins[0] > reach ? low : begins[0],
    to: ends[ends.length - 1] - high > reach ? high : ends[ends.length - 1],
    first: begins[0],
    last: ends[ends.length - 1],
    before: low - begins[0] > reach,
    after: ends[ends.length - 1] - high > reach,
  };
}

/**
 * The steps of the slider: `bounds` are the first days of each and the day behind the last.
 * Null where no sighting is dated.
 */
export function makeTimeline(model) {
  const range = axis(model);
  if (range === null) {
    return null;
  }
  const days = range.to - range.from;
  const widths = [1, 7, 30.4, 91.3, 365.25, 1826, 3652, 36525];
  let unit = UNITS[UNITS.length - 1];
  for (let u = 0; u < UNITS.length; ++u) {
    if (days / widths[u] <= MOST_STEPS) {
      unit = UNITS[u];
      break;
    }
  }
  const bounds = [unit.floor(range.from)];
  while (bounds[bounds.length - 1] < range.to || bounds.length < 2) {
    bounds.push(unit.next(bounds[bounds.length - 1]));
  }
  const { first, last, before, after } = range;
  return { unit: unit.name, bounds, steps: bounds.length - 1, first, last, before, after };
}

/** The step that holds a day; days beyond the ends are in the first or last. */
export function stepOf(timeline, day) {
  const { bounds } = timeline;
  let low = 0;
  let high = timeline.steps - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (bounds[middle] <= day) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

/**
 * How many sightings lie in each step, by side. One that stretches over several steps, as a date
 * does that only names a year, counts in each by an equal share.
 */
export function histogram(model, timeline, counts) {
  const { sightings } = model;
  const bars = {
    cooperation: new Float64Array(timeline.steps),
    conflict: new Float64Array(timeline.steps),
    standing: new Float64Array(timeline.steps),
    undated: 0,
  };
  for (let i = 0; i < sightings.count; ++i) {
    if (!counts[i]) {
      continue;
    }
    if (sightings.from[i] === NO_DAY) {
      bars.undated += sightings.times[i];
      continue;
    }
    const first = stepOf(timeline, sightings.from[i]);
    const last = Math.max(first, stepOf(timeline, sightings.to[i] - 1));
    const share = sightings.times[i] / (last - first + 1);
    const bar = bars[side(model.categories[sightings.category[i]].quad)];
    for (let step = first; step <= last; ++step) {
      bar[step] += share;
    }
  }
  return bars;
}

/** The days that steps [a, b) stand for; null at an end of the axis, where all beyond is meant. */
export function daysOf(timeline, a, b) {
  return {
    from: a <= 0 ? null : timeline.bounds[a],
    to: b >= timeline.steps ? null : timeline.bounds[b],
  };
}

/** The steps [a, b) that stand for days. */
export function stepsOf(timeline, from, to) {
  const a = from === null ? 0 : stepOf(timeline, from);
  const b = to === null ? timeline.steps : stepOf(timeline, to - 1) + 1;
  return [Math.min(a, timeline.steps - 1), Math.max(b, a + 1)];
}

/** Steps [a, b) in words. What lies beyond the axis is said where it counts in. */
export function showSteps(timeline, a, b) {
  const before = a === 0 && timeline.before;
  const after = b === timeline.steps && timeline.after;
  if (a === 0 && b === timeline.steps) {
    return showYears(timeline.first, timeline.last);
  }
  if (before) {
    return `until ${showDay(timeline.bounds[b] - 1)}`;
  }
  return after ? `since ${showDay(timeline.bounds[a])}` : showRange(timeline.bounds[a], timeline.bounds[b]);
}

/** Where the axis has years or days written: [{step, text}], few enough to be read. */
export function ticks(timeline, most = 9) {
  const found = [];
  const [firstYear] = parts(timeline.bounds[0]);
  const [lastYear] = parts(timeline.bounds[timeline.steps]);
  const span = lastYear - firstYear;
  if (span >= 3) {
    const every = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500].find((step) => span / step <= most) ?? 1000;
    for (let year = Math.ceil(firstYear / every) * every; year <= lastYear; year += every) {
      const step = stepOfFraction(timeline, dayOf(year, 0, 1));
      if (step !== null) {
        found.push({ step, text: `${year}` });
      }
    }
    return found;
  }
  const every = Math.ceil(timeline.steps / most);
  for (let step = 0; step < timeline.steps; step += every) {
    found.push({ step, text: showRange(timeline.bounds[step], timeline.bounds[step + 1]) });
  }
  return found;
}

function stepOfFraction(timeline, day) {
  const { bounds, steps } = timeline;
  if (day < bounds[0] || day > bounds[steps]) {
    return null;
  }
  const step = stepOf(timeline, day);
  return step + (day - bounds[step]) / (bounds[step + 1] - bounds[step]);
}
