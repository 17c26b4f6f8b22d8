// SPDX-License-Identifier: Apache-2.0
// Bundles the page's program and style, and writes them with their hashes and licences.
//
// usage: node build.mjs FOLDER     FOLDER holds node_modules and takes the output
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const source = path.dirname(fileURLToPath(import.meta.url));
const folder = path.resolve(process.argv[2] ?? source);
const modules = path.join(folder, 'node_modules');
const { buildSync } = createRequire(path.join(folder, 'package.json'))('esbuild');

/** Bundles one file and returns its text and the packages that went into it. */
function bundle(entry, options) {
  const result = buildSync({
    absWorkingDir: source,
    entryPoints: [entry],
    nodePaths: [modules],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    target: ['es2020'],
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    ...options,
  });
  const packages = Object.keys(result.metafile.inputs)
    .map((input) => input.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)\//)?.[1])
    .filter(Boolean);
  return { text: result.outputFiles[0].text, packages };
}

/** The name, version and licence text of a package. */
function licence(name) {
  const place = path.join(modules, name);
  const { version, license } = JSON.parse(readFileSync(path.join(place, 'package.json'), 'utf8'));
  const file = readdirSync(place).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file || !existsSync(path.join(place, file))) {
    throw new Error(`${name} comes without a licence text`);
  }
  return `${name} ${version} (${license})\n\n${readFileSync(path.join(place, file), 'utf8').trim()}\n`;
}

/** Refuses what would end the element it stands in, or what the page's policy forbids. */
function check(name, text) {
  for (const pattern of [/<\/(script|style)/i, /<!--/, /\r/, /\beval\s*\(/, /new Function\s*\(/]) {
    if (pattern.test(text)) {
      throw new Error(`${name} holds ${pattern}, which cannot stand in the page`);
    }
  }
}

/** As a Content-Security-Policy names the text of an inline element. */
function hash(text) {
  return 'sha256-' + createHash('sha256').update(text, 'utf8').digest('base64');
}

const script = bundle('src/main.js', { format: 'iife' });
const style = bundle('src/style.css', {});
const licences = [...new Set(script.packages)].sort().map(licence).join('\n---\n\n');

for (const [name, text] of [['viewer.js', script.text], ['viewer.css', style.text]]) {
  check(name, text);
  writeFileSync(path.join(folder, name), text);
  writeFileSync(path.join(folder, `${name}.hash`), hash(text));
}
check('licences.txt', licences);
writeFileSync(path.join(folder, 'licences.txt'), licences);
