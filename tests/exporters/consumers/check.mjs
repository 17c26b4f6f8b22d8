// SPDX-License-Identifier: Apache-2.0
// Opens a file of ours with libraries of JavaScript and compares what arrived with the truth.
//
// usage: node check.mjs CONSUMER FILE TRUTH      run where node_modules are; see check.py for TRUTH
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';

const require = createRequire(pathToFileURL(join(process.cwd(), 'package.json')));
const [consumer, file, truthFile] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');
const truth = JSON.parse(readFileSync(truthFile, 'utf8'));

function same(what, found, wanted) {
  if (!Object.is(found, wanted)) {
    console.error(`${what}: found ${JSON.stringify(found)}, wanted ${JSON.stringify(wanted)}`);
    process.exit(1);
  }
}

const xmlText = (value) =>
  typeof value === 'string' ? value.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '\ufffd')
                            : value;

/// One line as it is shown: blanks joined, controls and reordering characters replaced.
function cleanLine(value, limit) {
  const line = value.replace(/[ \t\n\v\f\r\x85\xa0\u2028\u2029]+/g, ' ')
    .replace(/^ +| +$/g, '')
    .replace(/[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, '\ufffd');
  const points = [...line];
  return points.length <= limit ? line : points.slice(0, limit - 1).join('') + '…';
}

async function withWindow() {
  const {JSDOM} = require('jsdom');
  const dom = new JSDOM('<!doctype html><body></body>');
  globalThis.window = dom.window;
  globalThis.document = dom.window.document;
  return dom;
}

const checks = {
  async graphology() {
    const {MultiDirectedGraph} = require('graphology');
    const graphml = require('graphology-graphml');
    const graph = graphml.parse(MultiDirectedGraph, text);
    compare(graph);
  },

  async 'graphology-gexf'() {
    const {MultiDirectedGraph} = require('graphology');
    const gexf = require('graphology-gexf');
    compare(gexf.parse(MultiDirectedGraph, text));
  },

  async mermaid() {
    await withWindow();
    const url = pathToFileURL(require.resolve('mermaid'));
    const {default: mermaid} = await import(url);
    mermaid.initialize({startOnLoad: false});
    const before = mermaid.mermaidAPI.getConfig().securityLevel;
    const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
    same('security level', mermaid.mermaidAPI.getConfig().securityLevel, before);
    const {config} = await mermaid.parse(text); // of directives, of which there are none
    same('directives', JSON.stringify(config ?? {}), '{}');
    const shown = (label) => label.replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCharCode(code));
    const names = new Map([...diagram.db.getVertices().values()].map((v) => [v.id, shown(v.text)]));
    const edges = diagram.db.getEdges();
    const wanted = truth.edges.slice(0, edges.length);
    same('edges', edges.length, Math.min(truth.edges.length, 120));
    const nameOf = new Map(truth.nodes.map((node) => [node.id, node.name]));
    wanted.forEach((edge, i) => {
      const label = cleanLine(edge.label, 40) || edge.category; // Mermaid trims U+FEFF as well
      same(`label ${i}`, shown(edges[i].text).split(' · ')[0].trim(), label.split(' · ')[0].trim());
      for (const [end, code] of [['start', edge.source], ['end', edge.target]]) {
        same(`${end} ${i}`, names.get(edges[i][end]).trim(),
             (cleanLine(nameOf.get(code), 40) || code).trim());
      }
    });
    same('nodes', names.size, new Set(wanted.flatMap((edge) => [edge.source, edge.target])).size);
  },

  async markdown() {
    const html = require('markdown-it')({html: true, linkify: true}).enable(['table']).render(text);
    const {JSDOM} = require('jsdom');
    const {document} = new JSDOM(html).window;
    const allowed = new Set(['H1', 'H2', 'P', 'TABLE', 'THEAD', 'TBODY', 'TR', 'TH', 'TD',
                             'BLOCKQUOTE', 'A']);
    for (const element of document.body.querySelectorAll('*')) {
      if (!allowed.has(element.tagName)) {
        same('element', element.outerHTML.slice(0, 200), 'none but those of a report');
      }
    }
    for (const link of document.querySelectorAll('a')) {
      same('link', /^https?:/.test(link.getAttribute('href')), true);
    }
    const rows = [...document.querySelectorAll('tbody tr')];
    same('rows', rows.length, truth.edges.length);
    const nameOf = new Map(truth.nodes.map((node) => [node.id, node.name]));
    rows.forEach((row, i) => {
      const cells = [...row.children].map((cell) => cell.textContent.trim());
      const edge = truth.edges[i];
      const mark = edge.directed ? ' → ' : ' – ';
      const name = (code) => cleanLine(nameOf.get(code), Infinity) || code;
      same(`actors ${i}`, cells[1], (name(edge.source) + mark + name(edge.target)).trim());
      same(`label ${i}`, cells[3],
           (edge.label === '' ? edge.category : cleanLine(edge.label, Infinity)).trim());
    });
    const quotes = [...document.querySelectorAll('blockquote p:first-child')];
    if (truth.edges.every((edge) => edge.mentions === 1)) {
      truth.edges.forEach((edge, i) => {
        if (cleanLine(edge.sentence, Infinity) !== '') {
          same(`sentence ${i}`, quotes[i].textContent.trim(),
               cleanLine(edge.sentence, Infinity).trim());
        }
      });
    }
  },
};

function compare(graph) {
  same('nodes', graph.order, truth.nodes.length);
  same('edges', graph.size, truth.edges.length);
  for (const node of truth.nodes) {
    same(`node ${node.id}`, graph.hasNode(node.id), true);
    for (const name of ['label', 'kind']) {
      same(`${name} of ${node.id}`, graph.getNodeAttribute(node.id, name) ?? '',
           xmlText(name === 'label' ? node.name : node[name]));
    }
  }
  for (const edge of truth.edges) {
    same(`source of ${edge.id}`, graph.source(edge.id), edge.source);
    same(`target of ${edge.id}`, graph.target(edge.id), edge.target);
    for (const name of ['label', 'category', 'sentence', 'weight', 'mentions', 'directed', 'from']) {
      const value = graph.getEdgeAttribute(edge.id, name) ?? '';
      same(`${name} of ${edge.id}`, value, xmlText(edge[name]));
    }
  }
}

await checks[consumer]();
