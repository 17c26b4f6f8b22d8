// SPDX-License-Identifier: Apache-2.0
// The time slider: a histogram of what passes the other filters, two handles, and play.
import { el, icon, replace, svg } from './dom.js';
import { counted } from './text.js';
import { daysOf, histogram, showSteps, stepsOf, ticks } from './timeline.js';

const PLAY_INTERVAL = 350; // milliseconds a step
const PLAY_STEPS = 60; // about so many, however fine the steps are
const HEIGHT = 64;

export class TimeView {
  constructor(container, model, timeline, change) {
    this.model = model;
    this.timeline = timeline;
    this.change = change;
    this.timer = null;
    if (timeline === null) {
      container.append(el('p', { class: 'quiet' }, 'No sighting in this graph is dated.'));
      return;
    }
    const handle = (label, move) => el('input', {
      type: 'range', min: 0, max: timeline.steps, step: 1, 'aria-label': label, oninput: (event) => {
        this.stop();
        move(Number(event.target.value));
      },
    });
    this.low = handle('Begin of the period', (value) => this.set(Math.min(value, this.b - 1), this.b));
    this.high = handle('End of the period', (value) => this.set(this.a, Math.max(value, this.a + 1)));
    this.bars = svg('svg', { class: 'bars', preserveAspectRatio: 'none', viewBox: `0 0 ${timeline.steps} ${HEIGHT}`, 'aria-hidden': 'true' });
    this.axis = el('div', { class: 'axis', 'aria-hidden': 'true' });
    this.range = el('output', { class: 'period' });
    this.undated = el('span', { class: 'quiet' });
    this.playButton = el('button', { type: 'button', class: 'round-button', onclick: () => this.toggle() });
    this.reset = el('button', { type: 'button', class: 'more', onclick: () => { this.stop(); this.set(0, timeline.steps); } }, 'All time');
    container.append(
      el('div', { class: 'time-head' }, this.playButton, this.range, this.reset, this.undated,
        el('span', { class: 'quiet unit' }, `one bar is a ${timeline.unit}`)),
      el('div', { class: 'slider' }, this.bars, this.low, this.high, this.axis));
    for (const { step, text } of ticks(timeline)) {
      const tick = el('span', { class: 'tick' }, text);
      tick.style.left = `${(step / timeline.steps) * 100}%`;
      this.axis.append(tick);
    }
    this.drag();
    this.showPlaying();
  }

  /** Dragging between the handles moves the whole period. */
  drag() {
    let grip = null;
    this.bars.addEventListener('pointerdown', (event) => {
      this.stop();
      const step = this.stepAt(event);
      if (step >= this.a && step < this.b && !(this.a === 0 && this.b === this.timeline.steps)) {
        grip = { step, a: this.a, b: this.b };
      } else {
        grip = { step, from: step };
        this.set(step, step + 1);
      }
      this.bars.setPointerCapture(event.pointerId);
    });
    this.bars.addEventListener('pointermove', (event) => {
      if (grip === null) {
        return;
      }
      const step = this.stepAt(event);
      if (grip.from !== undefined) {
        this.set(Math.min(grip.from, step), Math.max(grip.from, step) + 1);
        return;
      }
      const width = grip.b - grip.a;
      const a = Math.min(Math.max(grip.a + step - grip.step, 0), this.timeline.steps - width);
      this.set(a, a + width);
    });
    for (const end of ['pointerup', 'pointercancel']) {
      this.bars.addEventListener(end, () => { grip = null; });
    }
  }

  stepAt(event) {
    const box = this.bars.getBoundingClientRect();
    const step = Math.floor(((event.clientX - box.left) / box.width) * this.timeline.steps);
    return Math.min(Math.max(step, 0), this.timeline.steps - 1);
  }

  set(a, b) {
    const { from, to } = daysOf(this.timeline, a, b);
    this.change((filters) => {
      filters.from = from;
      filters.to = to;
    });
  }

  show(filters, evaluation, colours) {
    if (this.timeline === null) {
      return;
    }
    [this.a, this.b] = stepsOf(this.timeline, filters.from, filters.to);
    this.low.value = String(this.a);
    this.high.value = String(this.b);
    const text = showSteps(this.timeline, this.a, this.b);
    this.low.setAttribute('aria-valuetext', `period: ${text}`);
    this.high.setAttribute('aria-valuetext', `period: ${text}`);
    const whole = this.a === 0 && this.b === this.timeline.steps;
    this.range.textContent = text;
    this.reset.hidden = whole;
    this.drawBars(histogram(this.model, this.timeline, evaluation.onTimeline), colours, whole);
  }

  drawBars(bars, colours, whole) {
    this.undated.textContent = bars.undated > 0
      ? `${counted(bars.undated, 'undated sighting')} ${whole ? 'shown too' : 'left out'}` : '';
    let high = 1;
    for (let step = 0; step < this.timeline.steps; ++step) {
      high = Math.max(high, bars.cooperation[step] + bars.conflict[step] + bars.standing[step]);
    }
    const found = [];
    for (let step = 0; step < this.timeline.steps; ++step) {
      const inside = step >= this.a && step < this.b;
      let y = HEIGHT;
      for (const [side, quad] of [['cooperation', 1], ['standing', 4], ['conflict', 3]]) {
        const height = (bars[side][step] / high) * (HEIGHT - 4);
        y -= height;
        if (height > 0) {
          found.push(svg('rect', {
            x: step + 0.08, y: y.toFixed(2), width: 0.84, height: height.toFixed(2),
            fill: colours.quads[quad], 'fill-opacity': inside ? 1 : 0.22,
          }));
        }
      }
    }
    const ground = svg('rect', { x: 0, y: 0, width: this.timeline.steps, height: HEIGHT, fill: 'transparent' });
    const chosen = whole ? null : svg('rect', { x: this.a, y: 0, width: this.b - this.a, height: HEIGHT, fill: colours.quads[1], 'fill-opacity': 0.1 });
    replace(this.bars, ground, chosen, found);
  }

  toggle() {
    this.timer === null ? this.play() : this.stop();
  }

  /** Moves a chosen period to the end; with all time chosen, lets the graph grow from its begin. */
  play() {
    const { steps } = this.timeline;
    const stride = Math.max(1, Math.round(steps / PLAY_STEPS));
    const growing = this.a === 0;
    const width = this.b - this.a;
    if (growing && this.b === steps) {
      this.set(0, stride);
    } else if (this.b === steps) {
      this.set(0, width);
    }
    const moving = !growing;
    this.timer = setInterval(() => {
      const b = Math.min(this.b + stride, steps);
      if (this.b >= steps) {
        this.stop();
        return;
      }
      this.set(moving ? b - width : 0, b);
    }, PLAY_INTERVAL);
    this.showPlaying();
  }

  stop() {
    clearInterval(this.timer);
    this.timer = null;
    this.showPlaying();
  }

  showPlaying() {
    const playing = this.timer !== null;
    replace(this.playButton, icon(playing ? 'pause' : 'play'));
    this.playButton.setAttribute('aria-label', playing ? 'Stop playing' : 'Play through time');
    this.playButton.title = playing ? 'Stop' : 'Play through time';
  }
}
