// SPDX-License-Identifier: Apache-2.0
// The page's own modules, without a browser.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { field, evidenceCsv, relationsCsv, toCsv } from '../../../exporters/viewer/src/csv.js';
import { dayOf, isoDay, parseIsoDay, showRange, showYears } from '../../../exporters/viewer/src/days.js';
import { pieces, safeLink, sightingsOf } from '../../../exporters/viewer/src/evidence.js';
import { evaluate, isFiltering, noFilters } from '../../../exporters/viewer/src/filters.js';
import { arrowhead, distanceTo, lineBetween, readable, relationAt } from '../../../exporters/viewer/src/geometry.js';
import { decode } from '../../../exporters/viewer/src/model.js';
import { byWeight, chooseNames } from '../../../exporters/viewer/src/names.js';
import { mix, palette } from '../../../exporters/viewer/src/palette.js';
import { makeScene } from '../../../exporters/viewer/src/scene.js';
import { makeIndex, search } from '../../../exporters/viewer/src/search.js';
import { counted, fold, line, words } from '../../../exporters/viewer/src/text.js';
import { daysOf, histogram, makeTimeline, showSteps, stepOf, stepsOf, ticks } from '../../../exporters/viewer/src/timeline.js';
import { decodeState, encodeState } from '../../../exporters/viewer/src/url_state.js';
import { day, model, raw, relation, sighting } from './fixture.mjs';

const with_ = (changes) => Object.assign(noFilters(), changes);
const evaluated = (changes = {}, of = model()) => evaluate(of, with_(changes));

describe('data', () => {
  it('keeps every sighting beside its relation', () => {
    const { relations, sightings } = model();
    assert.equal(sightings.count, 5);
    assert.deepEqual([...sightings.relation], [0, 0, 0, 1, 1]);
    assert.deepEqual(relations.map(({ first, count }) => [first, count]), [[0, 3], [3, 2]]);
  });
  it('of another format is refused', () => {
    assert.throws(() => decode({ ...raw(), format: 'entente-page 2' }), /entente-page 2/);
  });
  it('without evidence still has counts to filter by', () => {
    const bare = model({ relations: [relation(0, 1, [], { mentions: 7, sources: 3, topics: [1] })] });
    assert.equal(bare.hasEvidence, false);
    assert.equal(evaluated({}, bare).totals.mentions, 7);
    assert.equal(evaluated({ topic: new Set([1]) }, bare).totals.mentions, 7);
    assert.equal(evaluated({ topic: new Set([0]) }, bare).totals.relations, 0);
  });
  it('bends parallel relations to different sides, whichever way they go', () => {
    const { relations } = model({ relations: [relation(0, 1, [sighting(1)]), relation(1, 0, [sighting(2)])] });
    assert.notEqual(relations[0].curve, 0);
    // Seen from the same end the two bends have opposite signs.
    assert.equal(relations[0].curve, relations[1].curve);
  });
});

describe('filters', () => {
  it('that are none let through what the store said', () => {
    const { totals, relations } = evaluated();
    assert.deepEqual(totals, { relations: 2, actors: 3, mentions: 5, articles: 2 });
    assert.equal(relations[0].sources, 2);
    assert.equal(isFiltering(noFilters()), false);
  });
  const rows = [
    ['category', { category: new Set([1]) }, { relations: 1, actors: 2, mentions: 1, articles: 1 }],
    ['topic', { topic: new Set([0]) }, { relations: 1, actors: 2, mentions: 2, articles: 1 }],
    ['status', { status: new Set([1]) }, { relations: 1, actors: 2, mentions: 1, articles: 1 }],
    ['kind: both ends count', { kind: new Set([0]) }, { relations: 1, actors: 2, mentions: 3, articles: 2 }],
    ['publisher', { publisher: new Set([0]) }, { relations: 1, actors: 2, mentions: 1, articles: 1 }],
    ['confidence', { confidence: 80 }, { relations: 2, actors: 3, mentions: 3, articles: 2 }],
    ['independent sources', { sources: 2 }, { relations: 1, actors: 2, mentions: 3, articles: 2 }],
    ['actor', { actor: 2 }, { relations: 1, actors: 2, mentions: 2, articles: 1 }],
    ['time leaves out what is not dated', { from: day('2011-01-01') }, { relations: 2, actors: 3, mentions: 4, articles: 2 }],
    ['time is half-open at its end', { to: day('2011-11-26') }, { relations: 0, actors: 0, mentions: 0, articles: 0 }],
    ['time holds its first day', { from: day('2022-02-23') }, { relations: 1, actors: 2, mentions: 1, articles: 1 }],
    ['two facets must both hold', { category: new Set([0]), status: new Set([0]) }, { relations: 1, actors: 2, mentions: 1, articles: 1 }],
  ];
  for (const [what, changes, want] of rows) {
    it(`by ${what}`, () => {
      assert.deepEqual(evaluated(changes).totals, want);
      assert.equal(isFiltering(with_(changes)), true);
    });
  }
  it('tell what each choice would show, were its own facet open', () => {
    const { facets } = evaluated({ category: new Set([0]) });
    assert.deepEqual([...facets.category], [2, 1, 2]); // as if no category were ticked
    assert.deepEqual([...facets.status], [1, 1, 0, 0]); // among what is ticked
  });
  it('change class, label and period of a relation to those of what is left', () => {
    const [summary] = evaluated({ category: new Set([1]) }).relations;
    assert.equal(summary.quad, 1);
    assert.equal(summary.label, 1);
    assert.equal(summary.from, day('2018-06-01'));
    assert.equal(summary.unreal, false);
    assert.equal(evaluated({ status: new Set([1]) }).relations[0].unreal, true);
  });
  it('count near-copies as one source', () => {
    assert.equal(evaluated({ status: new Set([0]) }).relations[0].sources, 1);
  });
  it('count a sighting once that stands in two relations', () => {
    const twice = model({ relations: [relation(0, 1, [sighting(1)]), relation(0, 1, [sighting(1)])] });
    assert.equal(evaluated({}, twice).totals.mentions, 1);
  });
});

describe('days', () => {
  it('survive there and back, also before 1970', () => {
    for (const text of ['1815-06-18', '1969-12-31', '1970-01-01', '2024-02-29']) {
      assert.equal(isoDay(parseIsoDay(text)), text);
    }
    for (const text of ['2023-02-29', '2023-13-01', '23-01-01', '', 'x']) {
      assert.equal(parseIsoDay(text), null);
    }
    assert.equal(dayOf(1970, 0, 1), 0);
  });
  const rows = [
    ['2022-02-23', '2022-02-24', '23 Feb 2022'], ['2022-02-01', '2022-03-01', 'Feb 2022'],
    ['2022-01-01', '2023-01-01', '2022'], ['2020-01-01', '2023-01-01', '2020–2022'],
    ['2022-03-02', '2022-03-06', '2–5 Mar 2022'], ['2022-01-01', '2022-04-01', 'Jan–Mar 2022'],
    ['2021-12-31', '2022-01-03', '31 Dec 2021 – 2 Jan 2022'],
  ];
  for (const [from, to, want] of rows) {
    it(`say [${from}, ${to}) as "${want}"`, () => assert.equal(showRange(day(from), day(to)), want));
  }
  it('shorten years of one century', () => {
    assert.equal(showYears(day('2014-05-01'), day('2022-01-02')), '2014–22');
    assert.equal(showYears(day('1998-05-01'), day('2004-01-02')), '1998–2004');
  });
});

describe('time', () => {
  it('covers all dates in steps, and each date is in its step', () => {
    const of = model();
    const timeline = makeTimeline(of);
    for (const date of ['2011-11-26', '2015-03-01', '2022-02-23']) {
      const step = stepOf(timeline, day(date));
      assert.ok(timeline.bounds[step] <= day(date) && day(date) < timeline.bounds[step + 1]);
    }
    assert.ok(timeline.steps <= 140);
    const bars = histogram(of, timeline, new Uint8Array(5).fill(1));
    const sum = (bar) => bar.reduce((all, one) => all + one, 0);
    assert.ok(Math.abs(sum(bars.cooperation) - 3) < 1e-9);
    assert.ok(Math.abs(sum(bars.conflict) - 1) < 1e-9);
    assert.equal(bars.undated, 1);
  });
  it('is open at the ends of the slider', () => {
    const timeline = makeTimeline(model());
    assert.deepEqual(daysOf(timeline, 0, timeline.steps), { from: null, to: null });
    const { from, to } = daysOf(timeline, 3, 5);
    assert.deepEqual(stepsOf(timeline, from, to), [3, 5]);
    assert.match(showSteps(timeline, 0, timeline.steps), /^2011–22$/);
  });
  it('is not squeezed by one date far out', () => {
    const sightings = [sighting(0, { on: '1066-10-14' })];
    for (let i = 1; i < 100; ++i) {
      sightings.push(sighting(i, { on: `20${10 + (i % 12)}-05-01` }));
    }
    const timeline = makeTimeline(model({ relations: [relation(0, 1, sightings)] }));
    assert.equal(isoDay(timeline.bounds[0]).slice(0, 4), '2010');
    assert.equal(stepOf(timeline, day('1066-10-14')), 0);
    assert.equal(timeline.before, true);
    assert.match(showSteps(timeline, 0, 5), /^until /);
    assert.ok(ticks(timeline).length >= 2);
  });
  it('is none where nothing is dated', () => {
    assert.equal(makeTimeline(model({ relations: [relation(0, 1, [sighting(1)])] })), null);
  });
});

describe('address', () => {
  it('gives back the state it was made of', () => {
    const of = model();
    const state = {
      filters: with_({ from: day('2012-01-01'), to: day('2020-01-01'), category: new Set([0, 2]), topic: new Set([1]), kind: new Set([0]), publisher: new Set([1]), status: new Set([0]), confidence: 65, sources: 2, actor: 1 }),
      selected: { relation: 1 }, view: 'table', theme: 'dark',
    };
    assert.deepEqual(decodeState(of, `#${encodeState(of, state)}`), state);
  });
  it('is empty for the first view', () => {
    assert.equal(encodeState(model(), { filters: noFilters(), selected: null, view: 'graph', theme: 'auto' }), '');
  });
  it('of another graph, or of nobody, does no harm', () => {
    for (const text of ['#category=NOSUCH&actor=XXX&since=2020-99-99&confidence=x&sources=-5&view=hack', '#%%%', '#since=2022-01-01&until=2021-01-01']) {
      const { filters, selected, view } = decodeState(model(), text);
      assert.equal(isFiltering(filters), false);
      assert.equal(selected, null);
      assert.equal(view, 'graph');
    }
  });
});

describe('evidence', () => {
  it('marks cue and actors, and loses no letter', () => {
    const sentence = 'Pakistan visited Russia in spring.';
    const found = pieces(sentence, [9, 16, 0, 8, 17, 23]);
    assert.deepEqual(found.filter(({ role }) => role), [
      { text: 'Pakistan', role: 'source' }, { text: 'visited', role: 'cue' }, { text: 'Russia', role: 'target' }]);
    assert.equal(found.map(({ text }) => text).join(''), sentence);
  });
  it('passes over places that are unknown, overlap or lie outside', () => {
    for (const places of [null, [-1, -1, -1, -1, -1, -1], [5, 5, 9, 3, 0, 99], [0, 4, 2, 6, 0, 4]]) {
      assert.equal(pieces('0123456', places).map(({ text }) => text).join(''), '0123456');
    }
    assert.equal(pieces('0123456', [0, 4, 2, 6, 4, 6]).filter(({ role }) => role).length, 2);
  });
  it('links to the web and nowhere else', () => {
    assert.equal(safeLink('https://example.org/a b'), 'https://example.org/a%20b');
    for (const address of ['javascript:alert(1)', 'JaVaScript:alert(1)', ' javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'vbscript:x', '//example.org', '', 'nonsense']) {
      assert.equal(safeLink(address), null);
    }
  });
  it('comes most certain or latest first', () => {
    const of = model();
    const all = evaluate(of, noFilters());
    assert.deepEqual(sightingsOf(of, all, 0, 'certain'), [0, 1, 2]);
    assert.deepEqual(sightingsOf(of, all, 0, 'latest'), [2, 1, 0]);
  });
});

describe('search', () => {
  const of = model();
  const index = makeIndex(of);
  it('finds actors by name, code and without marks', () => {
    assert.deepEqual(search(of, index, 'pakis')[0], { kind: 'actor', number: 0 });
    assert.deepEqual(search(of, index, 'RUS')[0], { kind: 'actor', number: 1 });
    assert.deepEqual(search(of, index, 'Rússia')[0], { kind: 'actor', number: 1 });
    assert.deepEqual(search(of, index, '  '), []);
    assert.deepEqual(search(of, index, 'nowhere'), []);
  });
  it('finds relations and sentences', () => {
    assert.deepEqual(search(of, index, 'air strike'), [{ kind: 'relation', number: 1 }]);
    assert.ok(search(of, index, 'spring visited').some(({ kind, sighting: at }) => kind === 'sentence' && at === 0));
  });
});

describe('tables', () => {
  it('hold no formula and break at no sign', () => {
    for (const [value, want] of [['=cmd()', "'=cmd()"], ['+1', "'+1"], ['@x', "'@x"], ['-x', "'-x"], ['a,b', '"a,b"'], ['a "b"', '"a ""b"""'], ['two\nlines', '"two\nlines"'], ['\t=x', '"\'\t\'=x"'], [-5, '-5'], [null, ''], [' x', '" x"'],
      ['a;=1', '"a;\'=1"'], ['a,-1', '"a,\'-1"'], ['a;\'=1', '"a;\'\'=1"'], ['\uFF1D1', "'\uFF1D1"], ['a; =1', '"a; =1"'], ['2015-16', '2015-16']]) {
      assert.equal(field(value), want);
    }
    assert.equal(toCsv(['a'], [['b']]), '\uFEFFa\r\nb\r\n');
  });
  it('hold what is shown', () => {
    const of = model();
    assert.equal(relationsCsv(of, evaluated({ actor: 2 })).trim().split('\r\n').length, 2);
    const evidence = evidenceCsv(of, evaluated());
    assert.equal(evidence.trim().split('\r\n').length, 6);
    assert.match(evidence, /r1,1,PAK,RUS,CONSULT,visit,state visit,actual,energy,0.8,2015-03-01,2015-03-02,Pakistan visited Russia in spring\.,First,Times,2015-03-02,https:/);
  });
});

describe('picture', () => {
  const of = model();
  it('shows what passes, and lets the rest stand back', () => {
    const scene = makeScene(of, evaluated({ actor: 2 }), null, palette(false));
    assert.equal(scene.relations[0], null);
    assert.equal(scene.actors[1], null);
    const focused = makeScene(of, evaluated(), { actor: 2 }, palette(false));
    assert.equal(focused.relations[0].back, true);
    assert.equal(focused.actors[2].chosen, true);
    assert.equal(focused.actors[0].front, true);
  });
  it('labels with what, how often and when', () => {
    const scene = makeScene(of, evaluated(), null, palette(false));
    assert.equal(scene.relations[0].label, 'state visit · 3 · 2015–22');
  });
  it('names never cover each other', () => {
    const scene = makeScene(of, evaluated(), null, palette(false));
    const size = { width: 800, height: 600 };
    const apart = chooseNames(scene, byWeight(of), (i) => ({ x: 100 + 200 * i, y: 300, r: 10 }), size);
    assert.deepEqual([...apart.keys()].sort(), [0, 1, 2]);
    const near = chooseNames(scene, byWeight(of), (i) => ({ x: 300 + i, y: 300, r: 10 }), size);
    const boxes = [...near].map(([i, { x, y }]) => ({ left: x - scene.actors[i].label.length * 3, right: x + scene.actors[i].label.length * 3, top: y, bottom: y + 13 }));
    for (let a = 0; a < boxes.length; ++a) {
      for (let b = a + 1; b < boxes.length; ++b) {
        assert.ok(boxes[a].right < boxes[b].left || boxes[b].right < boxes[a].left || boxes[a].bottom <= boxes[b].top || boxes[b].bottom <= boxes[a].top);
      }
    }
    assert.ok(near.has(0)); // the heaviest
  });
  it('draws lines from rim to rim', () => {
    const { start, end, middle, angle } = lineBetween({ x: 0, y: 0, r: 10 }, { x: 100, y: 0, r: 20 }, 0, 0);
    assert.deepEqual([start.x, end.x, middle.x, angle], [10, 80, 47.5, 0]);
    assert.equal(lineBetween({ x: 0, y: 0, r: 10 }, { x: 25, y: 0, r: 20 }, 0, 0), null);
    assert.equal(arrowhead({ x: 10, y: 0 }, { x: 0, y: 0 }, 1).length, 3);
    assert.ok(Math.abs(readable(Math.PI)) < 1e-9);
    assert.equal(mix('#000000', '#ffffff', 0.5), '#808080');
  });
});

describe('pointing', () => {
  it('at a line needs no pixel to be hit', () => {
    const straight = lineBetween({ x: 0, y: 0, r: 10 }, { x: 100, y: 0, r: 10 }, 0, 0);
    assert.ok(Math.abs(distanceTo(straight, 50, 4) - 4) < 1e-9);
    assert.ok(Math.abs(distanceTo(straight, 100, 0) - 10) < 1e-9);
    const bent = lineBetween({ x: 0, y: 0, r: 10 }, { x: 100, y: 0, r: 10 }, 0.4, 0);
    assert.ok(distanceTo(bent, bent.middle.x, bent.middle.y) < 1);
    assert.ok(distanceTo(bent, 50, 0) > 15);
  });
  it('takes the nearest line, and none that is far', () => {
    const of = model();
    const place = (i) => [{ x: 0, y: 0, r: 5 }, { x: 100, y: 0, r: 5 }, { x: 0, y: 100, r: 5 }][i];
    assert.equal(relationAt(of, [0, 1], place, 50, 3, 6), 0);
    assert.equal(relationAt(of, [0, 1], place, 3, 50, 6), 1);
    assert.equal(relationAt(of, [1], place, 50, 3, 6), null);
    assert.equal(relationAt(of, [0, 1], place, 50, 50, 6), null);
  });
});

describe('text', () => {
  it('is one line without controls', () => {
    assert.equal(line('a\n\tb\u0000\u202Ec'), 'a bc');
    assert.equal(line('😀'.repeat(50), 10), `${'😀'.repeat(9)}…`);
    assert.equal([...line('x'.repeat(10000), 26)].length, 26);
    assert.equal(line('</script>'), '</script>');
  });
  it('is folded, counted and spelled', () => {
    assert.equal(fold('Élysée'), 'elysee');
    assert.equal(counted(1, 'relation'), '1 relation');
    assert.equal(counted(1204, 'relation'), '1,204 relations');
    assert.equal(words('CYBER_ATTACK'), 'Cyber attack');
  });
});
