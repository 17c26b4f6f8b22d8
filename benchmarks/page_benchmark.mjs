// SPDX-License-Identifier: Apache-2.0
// How long the interactive page takes to open and to follow the hand, in headless Chromium.
//
// usage: node page_benchmark.mjs PAGE [CHROMIUM-FLAG...]
//   prints milliseconds; a frame of 16.7 is as fluent as most screens can show. "script" is the
//   page's own share of a frame with its layout; the rest is drawing. Without a graphics card
//   Chromium draws on the processor; on a machine with one, give --use-angle=vulkan or gl.
import { Browser, findBrowser } from '../tests/exporters/viewer/browser.mjs';

const [page, ...flags] = process.argv.slice(2);
if (page === undefined || findBrowser() === null) {
  console.error('usage: node page_benchmark.mjs PAGE [CHROMIUM-FLAG...]; needs Chromium');
  process.exit(2);
}

const FRAMES = 60;
const browser = await Browser.launch({ flags });

/** Seconds that the page has run scripts and laid out so far. */
async function busy() {
  const { metrics } = await browser.send('Performance.getMetrics');
  const of = (name) => metrics.find((metric) => metric.name === name).value;
  return of('ScriptDuration') + of('LayoutDuration') + of('RecalcStyleDuration');
}

/** Does something each frame and tells how long frames took. `act` is a function of the page. */
async function frames(act) {
  const before = await busy();
  const times = await browser.value(`(async () => {
    const act = ${act};
    const times = [];
    let last = performance.now();
    for (let i = 0; i < ${FRAMES}; ++i) {
      act(i);
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
      const now = performance.now();
      times.push(now - last);
      last = now;
    }
    return times;
  })()`);
  times.sort((a, b) => a - b);
  return { median: times[FRAMES / 2], worst: times[FRAMES - 1], script: (1000 * (await busy() - before)) / FRAMES };
}

const columns = (what, ...values) => console.log(what.padEnd(40) + values.map((value) => String(value).padStart(9)).join(''));
const show = (what, { median, worst, script }) => columns(what, median.toFixed(1), worst.toFixed(1), script.toFixed(1));

const opened = await browser.open(page);
const renderer = await browser.value(`(() => {
  const gl = document.createElement('canvas').getContext('webgl');
  const info = gl?.getExtension('WEBGL_debug_renderer_info');
  return info ? gl.getParameter(info.UNMASKED_RENDERER_WEBGL) : 'no WebGL';
})()`);
console.log(renderer);
columns('milliseconds', 'median', 'worst', 'script');
columns('ready', opened.toFixed(0));
await browser.send('Performance.enable');
show('a frame at rest', await frames('() => {}'));

const mouse = (type, x, y, buttons) => `document.querySelector('.sigma-mouse').dispatchEvent(new MouseEvent('${type}', {bubbles: true, clientX: ${x}, clientY: ${y}, buttons: ${buttons}}))`;
await browser.value(mouse('mousedown', 500, 400, 1));
show('a frame while dragging the graph', await frames(`(i) => document.dispatchEvent(new MouseEvent('mousemove', {bubbles: true, clientX: 500 + 3 * i, clientY: 400 + i, buttons: 1}))`));
await browser.value(mouse('mouseup', 680, 460, 0));
await browser.value('new Promise((done) => setTimeout(done, 1000))');
show('a frame while zooming', await frames(`(i) => document.querySelector('.sigma-mouse').dispatchEvent(new WheelEvent('wheel', {bubbles: true, cancelable: true, clientX: 600, clientY: 400, deltaY: i < 30 ? -120 : 120}))`));
await browser.value('new Promise((done) => setTimeout(done, 1000))');
show('a frame while hovering', await frames(`(i) => document.querySelector('.sigma-mouse').dispatchEvent(new MouseEvent('mousemove', {bubbles: true, clientX: 300 + 10 * i, clientY: 300 + 4 * i}))`));
show('a frame while sliding in time', await frames(`(i) => { const slider = document.querySelectorAll('.slider input')[1]; slider.value = String(Number(slider.max) - Math.round(i * (slider.max - slider.min) / 80)); slider.dispatchEvent(new Event('input', {bubbles: true})); }`));
await browser.close();
