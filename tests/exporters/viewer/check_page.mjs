// SPDX-License-Identifier: Apache-2.0
// Opens a page in a real browser, without any network, and uses it as a reader would.
//
// usage: node check_page.mjs PAGE GRAPH.json [SCREENSHOTS]
//   GRAPH.json is the same graph in our JSON format: what the page shows must agree with it
//   exits with 77 where there is no browser
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Browser, findBrowser } from './browser.mjs';

const [page, graphFile, pictures] = process.argv.slice(2);
if (findBrowser() === null) {
  console.log('no Chromium is installed');
  process.exit(77);
}
const graph = JSON.parse(readFileSync(graphFile, 'utf8'));
const browser = await Browser.launch();

const steps = [];
const step = (what, run) => steps.push({ what, run });
const counts = () => browser.value("({...document.querySelector('.counts').dataset})");
const text = (selector) => browser.value(`document.querySelector(${JSON.stringify(selector)})?.textContent ?? ''`);
const press = async (selector) => {
  await browser.value(`(() => { const found = document.querySelector(${JSON.stringify(selector)}); if (!found) { throw new Error('no ${selector.replaceAll("'", '')}'); } found.click(); })()`);
  await browser.frame();
};
const shoot = async (name) => {
  if (pictures) {
    mkdirSync(pictures, { recursive: true });
    writeFileSync(path.join(pictures, `${name}.png`), await browser.screenshot());
  }
};
const mentions = graph.relations.reduce((sum, relation) => sum + relation.mentions, 0);
const everything = { relations: String(graph.relations.length), actors: String(graph.nodes.length), mentions: String(mentions) };
const agrees = async (want) => {
  const { relations, actors, mentions: seen } = await counts();
  assert.deepEqual({ relations, actors, mentions: seen }, want);
};

step('it opens from the disk and asks for nothing else', async () => {
  await browser.open(page);
  assert.equal(browser.requests.length, 1);
  assert.match(browser.requests[0], /^file:/);
  assert.equal(await text('.failure'), '');
  await shoot('graph');
});

step('its policy keeps scripts from running and data from leaving', async () => {
  const before = browser.requests.length;
  const outcome = await browser.value(`(async () => {
    window.broken = false;
    const script = document.createElement('script');
    script.textContent = 'window.broken = true';
    document.body.append(script);
    const image = new Image();
    image.src = 'https://example.org/x.png';
    const blocked = await new Promise((done) => { image.onerror = () => done(true); image.onload = () => done(false); });
    let fetched = true;
    try { await fetch('https://example.org/'); } catch { fetched = false; }
    let evaluated = true;
    try { eval('1'); } catch { evaluated = false; }
    return { broken: window.broken, blocked, fetched, evaluated };
  })()`);
  assert.deepEqual(outcome, { broken: false, blocked: true, fetched: false, evaluated: false });
  assert.equal(browser.requests.filter((url) => /^https?:/.test(url)).length, 0, `asked for ${browser.requests.slice(before)}`);
  browser.problems = []; // which told of the attempts
});

step('it counts what the graph counts', () => agrees(everything));

step('it draws with WebGL', async () => {
  assert.equal(await browser.value("document.querySelector('.canvas').dataset.drawing"), 'webgl');
  const canvases = await browser.value("document.querySelectorAll('.canvas canvas').length");
  assert.ok(canvases > 3);
});

step('a click on a circle shows who it is, a click on a line what it rests on', async () => {
  const heaviest = graph.nodes.reduce((best, node, i) => (node.weight > graph.nodes[best].weight ? i : best), 0);
  const box = await browser.value("(({left, top}) => ({left, top}))(document.querySelector('.canvas').getBoundingClientRect())");
  const at = await browser.value(`entente.graph.place(${heaviest})`);
  await browser.click(box.left + at.x, box.top + at.y);
  await browser.until("document.querySelector('.details h2')");
  assert.equal(await text('.details .kind code'), graph.nodes[heaviest].code);
  await shoot('actor');

  await browser.key('Escape');
  const line = await browser.value(`(() => {
    // A place on the first line that no circle covers.
    for (const relation of entente.model.relations) {
      const from = entente.graph.place(relation.source);
      const to = entente.graph.place(relation.target);
      if (relation.curve === 0 && Math.hypot(to.x - from.x, to.y - from.y) > from.r + to.r + 40) {
        return { index: relation.index, x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
      }
    }
    return null;
  })()`);
  assert.ok(line, 'no line to click at');
  await browser.click(box.left + line.x, box.top + line.y);
  await browser.until("document.querySelector('.evidence li')");
  const hit = await browser.value('entente.state.selected.relation');
  const relation = graph.relations[hit];
  assert.equal(await browser.value("document.querySelectorAll('.evidence li').length"), Math.min(relation.mentions, 15));
  await shoot('relation');
});

step('behind every relation stands its evidence, word by word', async () => {
  const shown = Math.min(graph.relations.length, 12);
  for (let i = 0; i < shown; ++i) {
    const relation = graph.relations[i];
    await browser.value(`entente.select({ relation: ${i} })`);
    await browser.frame();
    const [first] = relation.evidence;
    assert.equal(await text('.evidence li blockquote'), first.text);
    assert.ok((await text('.evidence li .origin')).includes((first.title || first.doc).slice(0, 100)));
    const link = await browser.value("document.querySelector('.evidence li .origin a')?.getAttribute('href') ?? ''");
    assert.equal(link !== '', /^https?:\/\/[^\s]/.test(first.uri), `link to ${first.uri}`);
  }
});

step('cue and actors are marked', async () => {
  const marked = graph.relations.findIndex(({ evidence }) => evidence[0]?.text.includes('visited'));
  if (marked < 0) {
    return;
  }
  await browser.value(`entente.select({ relation: ${marked} })`);
  await browser.frame();
  assert.equal(await text('mark.cue'), 'visited');
  assert.notEqual(await text('mark.source'), '');
  assert.notEqual(await text('mark.target'), '');
});

step('filters leave what passes, by the numbers of the graph', async () => {
  await press('.details .close');
  await browser.value("entente.filter((filters) => { filters.category.clear(); })");
  const [category] = graph.relations[0].categories;
  const withIt = graph.relations.filter(({ categories }) => categories.some(({ name }) => name === category.name));
  const number = await browser.value(`entente.model.categories.findIndex(({ name }) => name === ${JSON.stringify(category.name)})`);
  await press('#more-category');
  await press(`#category-${number}`);
  await agrees({
    relations: String(withIt.length),
    actors: String(new Set(withIt.flatMap(({ source, target }) => [source, target])).size),
    mentions: String(withIt.reduce((sum, { categories }) => sum + categories.find(({ name }) => name === category.name).mentions, 0)),
  });
  await shoot('filtered');
  assert.match(await browser.value('new Promise((done) => setTimeout(() => done(location.hash), 400))'), new RegExp(`category=${category.name}`));
  await press('.active .chip button');
  await agrees(everything);
});

step('the slider leaves the relations of its period', async () => {
  const dated = graph.relations.filter(({ period }) => period);
  if (dated.length === 0) {
    return;
  }
  await browser.value("(() => { const low = document.querySelectorAll('.slider input')[0]; low.value = String(Number(low.max) - 1); low.dispatchEvent(new Event('input')); })()");
  await browser.frame();
  const { from } = await browser.value('({ from: entente.state.filters.from })');
  assert.notEqual(from, null);
  const since = new Date(from * 86400000).toISOString().slice(0, 10);
  const alive = dated.filter(({ period }) => period.to > since);
  assert.equal((await counts()).relations, String(alive.length));
  await browser.value("(() => { const [low, high] = document.querySelectorAll('.slider input'); if (Number(low.value) >= Number(high.value)) { throw new Error('handles crossed'); } })()");
  await press('.time-head .more');
  await agrees(everything);
});

step('play moves through time and ends', async () => {
  await press('.round-button');
  await browser.until("entente.state.filters.to !== null || entente.timeView.timer === null");
  await press('.round-button');
  assert.equal(await browser.value('entente.timeView.timer === null'), true);
  await browser.value('entente.timeView.set(0, entente.timeline.steps)');
  await browser.frame();
  await agrees(everything);
});

step('search finds actors with the keyboard alone', async () => {
  const { name, code } = graph.nodes[0];
  await browser.key('/');
  assert.equal(await browser.value('document.activeElement.id'), 'search');
  await browser.type(code);
  await browser.until("document.querySelectorAll('#findings [role=option]').length > 0");
  await browser.key('ArrowDown');
  await browser.key('Enter');
  assert.equal(await text('.details .kind code'), code, name);
});

step('the table shows the same, sorts, and says how', async () => {
  await press('#view-table');
  assert.equal(await browser.value("document.querySelectorAll('tbody tr').length"), Math.min(graph.relations.length, 100));
  await press('#sort-source');
  assert.equal(await browser.value("document.querySelector('th[aria-sort=ascending]').textContent.includes('Actor')"), true);
  await shoot('table');
  await press('#table-actors');
  assert.equal(await browser.value("document.querySelectorAll('tbody tr').length"), Math.min(graph.nodes.length, 100));
  await press('#table-relations');
  await press('#view-graph');
});

step('names and sentences from outside are text', async () => {
  assert.equal(await browser.value("document.querySelectorAll('script').length"), 3); // two of ours, and the refused one
  assert.equal(await browser.value("document.querySelectorAll('.page img, .page iframe, .page object, .page embed, .page base').length"), 0);
  assert.equal(await browser.value('document.title.length > 0 && window.broken'), false);
  const wide = await browser.value('document.documentElement.scrollWidth <= window.innerWidth');
  assert.equal(wide, true, 'something is wider than the window');
});

step('every control has a name', async () => {
  await browser.send('Accessibility.enable');
  const { nodes } = await browser.send('Accessibility.getFullAXTree');
  const roles = new Set(['button', 'checkbox', 'slider', 'combobox', 'link', 'searchbox', 'textbox']);
  const nameless = nodes.filter((node) => !node.ignored && roles.has(node.role?.value) && !node.name?.value?.trim());
  assert.deepEqual(nameless.map((node) => node.role.value), []);
  assert.ok(nodes.some((node) => node.role?.value === 'slider'));
});

step('pictures and tables can be saved', async () => {
  const { width, height, colours } = await browser.value(`(() => {
    const canvas = entente.picture();
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    const colours = new Set();
    for (let i = 0; i < data.length; i += 404) { colours.add(data[i] * 65536 + data[i + 1] * 256 + data[i + 2]); }
    return { width: canvas.width, height: canvas.height, colours: colours.size };
  })()`);
  assert.ok(width > 800 && height > 600 && colours > 5);
  if (pictures) {
    const url = await browser.value('entente.picture().toDataURL()');
    writeFileSync(path.join(pictures, 'saved.png'), Buffer.from(url.split(',')[1], 'base64'));
  }
  const saved = await browser.value(`new Promise((done) => {
    const create = URL.createObjectURL;
    URL.createObjectURL = (blob) => { blob.text().then((text) => { URL.createObjectURL = create; done(text); }); return 'blob:none'; };
    HTMLAnchorElement.prototype.click = () => {};
    entente.saveTable('relations');
  })`);
  assert.ok(saved.startsWith('relation,') || saved.startsWith('\uFEFFrelation,'));
  assert.equal(saved.split(/\r\n(?=r\d+,)/).length, graph.relations.length + 1);
});

step('an address brings back the view', async () => {
  const relation = graph.relations[0];
  await browser.open(page, { hash: `#relation=${relation.id}&theme=dark&status=actual` });
  assert.equal(await browser.value('document.documentElement.dataset.theme'), 'dark');
  assert.equal(await browser.value('entente.state.selected.relation'), 0);
  assert.equal((await counts()).relations, String(graph.relations.filter(({ statuses }) => statuses.some(({ name }) => name === 'actual')).length));
  await shoot('dark');
});

step('what changes while sliding is drawn as if all were drawn anew', async () => {
  await browser.open(page);
  const slide = (which, share) => browser.value(`(() => {
    const slider = document.querySelectorAll('.slider input')[${which}];
    if (slider) {
      slider.value = String(Math.round(Number(slider.min) + ${share} * (slider.max - slider.min)));
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    }
  })()`);
  for (const [which, share] of [[1, 0.3], [1, 0.7], [0, 0.4]]) {
    await slide(which, share);
    await browser.frame();
  }
  const slid = await browser.screenshot('.canvas');
  await press('[title="Light or dark"]');
  assert.ok(!slid.equals(await browser.screenshot('.canvas')), 'another theme looks the same');
  await press('[title="Light or dark"]'); // all colours changed, twice: nothing old is left
  await browser.until('document.getAnimations().length === 0'); // of buttons
  assert.ok(slid.equals(await browser.screenshot('.canvas')), 'the picture differs');
});

step('without WebGL the same graph is drawn as SVG', async () => {
  await browser.open(page, { hash: '#drawing=svg' });
  assert.equal(await browser.value("document.querySelector('.canvas').dataset.drawing"), 'svg');
  await agrees(everything);
  assert.equal(await browser.value("document.querySelectorAll('.graph-svg circle').length"), graph.nodes.length);
  await browser.value("document.querySelector('.graph-svg circle').dispatchEvent(new MouseEvent('click', { bubbles: true }))");
  await browser.frame();
  assert.equal(await text('.details .kind code'), graph.nodes[0].code);
  await shoot('svg');
});

step('a narrow window has all of it below each other', async () => {
  await browser.open(page, { width: 390, height: 800 });
  assert.equal(await browser.value('document.documentElement.scrollWidth <= window.innerWidth'), true);
  await shoot('narrow');
});

let failed = 0;
try {
  for (const { what, run } of steps) {
    try {
      await run();
      assert.deepEqual(browser.problems ?? [], []);
      console.log(`ok      ${what}`);
    } catch (error) {
      ++failed;
      console.log(`FAILED  ${what}\n${error.stack}`);
      browser.problems = [];
    }
  }
} finally {
  await browser.close();
}
process.exit(failed === 0 ? 0 : 1);
