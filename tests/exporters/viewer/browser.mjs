// SPDX-License-Identifier: Apache-2.0
// A headless Chromium, driven over the DevTools protocol through a pipe: no package needed.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const PATIENCE = 30000; // milliseconds

/** The browser of this machine; null where there is none. ENTENTE_CHROMIUM names another. */
export function findBrowser() {
  const names = process.env.ENTENTE_CHROMIUM ? [process.env.ENTENTE_CHROMIUM] : NAMES;
  return names.find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0) ?? null;
}

/** A browser without any network: every name it looks up is unknown. */
export class Browser {
  static async launch({ flags = [] } = {}) {
    const browser = new Browser();
    browser.folder = mkdtempSync(path.join(os.tmpdir(), 'entente-browser-'));
    browser.process = spawn(findBrowser(), [
      '--headless=new', '--remote-debugging-pipe', '--no-first-run', '--no-default-browser-check', '--no-sandbox',
      '--disable-background-networking', '--disable-component-update', '--disable-dev-shm-usage', '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND', '--enable-unsafe-swiftshader', '--hide-scrollbars',
      `--user-data-dir=${browser.folder}`, ...flags, 'about:blank',
    ], { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    browser.calls = new Map();
    browser.listeners = [];
    browser.last = 0;
    browser.listen();
    const { targetInfos } = await browser.send('Target.getTargets');
    const { targetId } = targetInfos.find(({ type }) => type === 'page');
    browser.session = (await browser.send('Target.attachToTarget', { targetId, flatten: true })).sessionId;
    return browser;
  }

  /** Messages are JSON, each ended by a zero byte. */
  listen() {
    let rest = '';
    this.process.stdio[4].setEncoding('utf8').on('data', (text) => {
      const messages = (rest + text).split('\0');
      rest = messages.pop();
      messages.map((message) => JSON.parse(message)).forEach((message) => {
        const call = this.calls.get(message.id);
        if (call) {
          this.calls.delete(message.id);
          message.error ? call.reject(new Error(`${call.method}: ${message.error.message}`)) : call.resolve(message.result);
        } else {
          this.listeners.forEach((listener) => listener(message.method, message.params));
        }
      });
    });
    this.process.on('exit', () => {
      for (const { reject, method } of this.calls.values()) {
        reject(new Error(`${method}: the browser has ended`));
      }
    });
  }

  send(method, params = {}) {
    const id = ++this.last;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${method}: no answer`)), PATIENCE);
      const end = (then) => (value) => { clearTimeout(timer); then(value); };
      this.calls.set(id, { method, resolve: end(resolve), reject: end(reject) });
      this.process.stdio[3].write(`${JSON.stringify({ id, method, params, sessionId: this.session })}\0`);
    });
  }

  /** Opens a file as a reader would; keeps what it asks for and what goes wrong. */
  async open(file, { width = 1440, height = 900, hash = '', dark = false } = {}) {
    this.requests = []; // what the page asked for and its policy let pass
    this.urls = new Map();
    this.problems = [];
    this.failed = null;
    this.listeners = [(method, params) => {
      if (method === 'Network.requestWillBeSent') {
        this.requests.push(params.request.url);
        this.urls.set(params.requestId, params.request.url);
      } else if (method === 'Network.loadingFailed' && params.blockedReason === 'csp') {
        // Told of as a request, but it never left the page.
        this.requests = this.requests.filter((url) => url !== this.urls.get(params.requestId));
      } else if (method === 'Runtime.exceptionThrown') {
        this.failed = params.exceptionDetails.exception?.description ?? params.exceptionDetails.text;
        this.problems.push(this.failed);
      } else if (method === 'Log.entryAdded' && !/verbose|info/.test(params.entry.level) && !/GPU stall/.test(params.entry.text)) {
        this.problems.push(params.entry.text);
      }
    }];
    for (const domain of ['Page', 'Runtime', 'Network', 'Log']) {
      await this.send(`${domain}.enable`);
    }
    await this.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
    await this.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }] });
    await this.send('Page.navigate', { url: 'about:blank' });
    const begin = performance.now();
    await this.send('Page.navigate', { url: pathToFileURL(path.resolve(file)).href + hash });
    await this.until("document.documentElement?.dataset.ready === 'yes'");
    await this.frame();
    return performance.now() - begin;
  }

  /** The value of an expression in the page; promises are waited for. */
  async value(expression) {
    const { result, exceptionDetails } = await this.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) {
      throw new Error(`${expression}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
    }
    return result.value;
  }

  async until(condition) {
    const end = Date.now() + PATIENCE;
    while (!(await this.value(`Boolean(${condition})`))) {
      if (this.failed || Date.now() > end) {
        throw new Error(`never came true: ${condition}; ${this.problems.join('; ')}`);
      }
      await new Promise((resolve) => { setTimeout(resolve, 30); });
    }
  }

  /** Waits until what was asked for is drawn. */
  frame() {
    return this.value('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0))))');
  }

  async click(x, y) {
    for (const type of ['mouseMoved', 'mousePressed', 'mouseReleased']) {
      await this.send('Input.dispatchMouseEvent', { type, x, y, button: type === 'mouseMoved' ? 'none' : 'left', clickCount: 1 });
      await this.frame();
    }
  }

  async key(key, code = key) {
    const text = key.length === 1 ? key : undefined;
    await this.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code, text, windowsVirtualKeyCode: { Enter: 13, Tab: 9, Escape: 27, ArrowDown: 40, ArrowLeft: 37, ArrowRight: 39 }[key] });
    await this.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code });
    await this.frame();
  }

  async type(text) {
    await this.send('Input.insertText', { text });
  }

  /** The window, or the part of it that an element takes. */
  async screenshot(selector = null) {
    const clip = selector === null ? undefined : await this.value(
      `(({ x, y, width, height }) => ({ x, y, width, height, scale: 1 }))(document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect())`);
    const { data } = await this.send('Page.captureScreenshot', { format: 'png', clip });
    return Buffer.from(data, 'base64');
  }

  async close() {
    const ended = new Promise((resolve) => { this.process.once('exit', resolve); });
    this.session = undefined;
    this.send('Browser.close').catch(() => {});
    const timer = setTimeout(() => this.process.kill('SIGKILL'), 5000);
    await ended;
    clearTimeout(timer);
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
