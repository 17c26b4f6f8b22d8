// SPDX-License-Identifier: Apache-2.0
// usage: rdf.js FILE.nq|FILE.ttl EXPECTED   loads the file into Oxigraph and compares.
//
// Statements are read back into the rows they came from; three SPARQL queries are answered.
'use strict';

const fs = require('fs');
const oxigraph = require('oxigraph');
const { readExpected, judge, day } = require('./facts.js');

const E = 'urn:entente:vocabulary#';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const XSD = 'http://www.w3.org/2001/XMLSchema#';
const PROV = 'http://www.w3.org/ns/prov#';
const DCTERMS = 'http://purl.org/dc/terms/';

const KINDS = { Actor: 'Actor', Article: 'Article', Event: 'Event', Mention: 'Mention', Relation: 'RELATION' };
/** Property to column, where the name alone does not tell. */
const COLUMNS = {
  'http://www.w3.org/2000/01/rdf-schema#label': (kind) => (kind === 'Actor' ? 'name' : 'label'),
  [`${DCTERMS}title`]: () => 'title',
  [`${DCTERMS}issued`]: () => 'published',
  'http://purl.org/dc/elements/1.1/publisher': () => 'publisher',
  [`${E}topic`]: () => 'topics',
  [`${PROV}wasAttributedTo`]: () => 'extractor',
};
const LISTS = new Set(['topics', 'categories', 'statuses']);

const nameOf = (iri) => decodeURIComponent(iri.replace(/^urn:entente:[a-z]+:/, ''));

function valueOf(term, property) {
  if (term.termType === 'NamedNode') {
    return nameOf(term.value);
  }
  switch (term.datatype.value) {
    case `${XSD}date`:
      return property === `${DCTERMS}issued` ? term.value : day(term.value);
    case `${XSD}boolean`:
      return term.value === 'true';
    case `${XSD}integer`:
    case `${XSD}double`:
      return Number(term.value);
    default:
      return term.value;
  }
}

function main(file, expectedFile) {
  const store = new oxigraph.Store();
  const quads = file.endsWith('.nq');
  store.load(fs.readFileSync(file, 'utf8'), {
    format: quads ? 'application/n-quads' : 'text/turtle',
    no_transaction: true,
  });
  const subjects = new Map();
  for (const quad of store.match()) {
    const subject = quad.subject.value;
    if (!subjects.has(subject)) {
      subjects.set(subject, []);
    }
    subjects.get(subject).push(quad);
  }
  const found = [];
  const identifier = new Map();
  const kinds = new Map();
  for (const [subject, all] of subjects) {
    for (const { predicate, object } of all) {
      if (predicate.value === `${DCTERMS}identifier`) {
        identifier.set(subject, object.value);
      } else if (predicate.value === `${RDF}type` && object.value.startsWith(E)) {
        kinds.set(subject, KINDS[object.value.slice(E.length)]);
      }
    }
  }
  for (const [subject, all] of subjects) {
    const kind = kinds.get(subject);
    const values = {};
    const ends = {};
    for (const { predicate, object, graph } of all) {
      const p = predicate.value;
      const isMine = kind === 'Article' || kind === 'Mention';
      const wanted = quads && isMine ? 'NamedNode' : 'DefaultGraph';
      if (graph.termType !== wanted) {
        throw new Error(`${subject} ${p} stands in graph ${graph.value}`);
      }
      if (p === `${RDF}type` || p === `${DCTERMS}identifier` || p === `${DCTERMS}source`) {
        continue;
      }
      if ((p === `${E}source` || p === `${E}target`) && object.termType === 'NamedNode') {
        ends[p.slice(E.length)] = identifier.get(object.value);
        continue;
      }
      if (p === `${PROV}wasDerivedFrom`) {
        found.push({ kind: 'REPORTS', from: identifier.get(object.value), to: identifier.get(subject), values: {} });
        continue;
      }
      if (p === `${PROV}hadPrimarySource`) {
        found.push({ kind: 'APPEARS_IN', from: identifier.get(subject), to: identifier.get(object.value), values: {} });
        values.article = identifier.get(object.value);
        continue;
      }
      const column = COLUMNS[p]
        ? COLUMNS[p](kind)
        : p.slice(E.length).replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);
      if (LISTS.has(column)) {
        values[column] = [...(values[column] || []), valueOf(object, p)].sort();
      } else {
        values[column] = valueOf(object, p);
      }
    }
    const id = identifier.get(subject);
    if (kind === 'RELATION') {
      found.push({ kind, from: ends.source, to: ends.target, values: { id, ...values } });
    } else {
      found.push({ kind, id, values });
    }
    if (kind === 'Event') {
      found.push({ kind: 'SOURCE', from: id, to: ends.source, values: {} });
      found.push({ kind: 'TARGET', from: id, to: ends.target, values: {} });
    }
  }

  const all = (query) => [
    ...store.query(
      `PREFIX e: <${E}> PREFIX prov: <${PROV}> PREFIX xsd: <${XSD}> PREFIX dcterms: <${DCTERMS}>${query}`,
      { use_default_graph_as_union: true }
    ),
  ];
  const answers = {
    events_by_category: all(
      'SELECT ?c (count(*) AS ?n) { ?x a e:Event ; e:category ?c } GROUP BY ?c ORDER BY ?c'
    ).map((row) => [nameOf(row.get('c').value), Number(row.get('n').value)]),
    mentions_since_2015_of_pakistan: Number(
      all(`SELECT (count(DISTINCT ?m) AS ?n) {
             ?x a e:Event ; prov:wasDerivedFrom ?m ; e:fromDay ?from ;
                e:source|e:target <urn:entente:actor:PAK>
             FILTER(?from >= "2015-01-01"^^xsd:date) }`)[0].get('n').value
    ),
    heaviest_relation: all(
      `SELECT ?id { ?r a e:Relation ; e:weight ?w ; dcterms:identifier ?id }
       ORDER BY DESC(?w) ?id LIMIT 1`
    )[0].get('id').value,
  };
  const expected = readExpected(expectedFile);
  for (const fact of expected.facts) {
    for (const list of LISTS) {
      // Statements are a set: order and repetition do not come back.
      if (fact.values[list]) {
        fact.values[list] = [...new Set(fact.values[list])].sort();
      }
    }
  }
  judge(expected, found, answers);
}

try {
  main(process.argv[2], process.argv[3]);
} catch (error) {
  console.error(error.stack);
  process.exit(1);
}
