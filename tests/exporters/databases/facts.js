// SPDX-License-Identifier: Apache-2.0
// Compares what a database holds with what a test expects: one JSON object a line, see
// tests/support/expected_facts.hpp.
'use strict';

const fs = require('fs');

/** Text that is equal for equal values: keys sorted, absent values left out. */
function canonical(value) {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join(',')}]`;
  }
  if (value !== null && typeof value === 'object') {
    const keys = Object.keys(value)
      .filter((key) => value[key] !== null && value[key] !== undefined)
      .sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** The expected facts, and the expected answers by query. */
function readExpected(file) {
  const facts = [];
  const answers = {};
  for (const line of fs.readFileSync(file, 'utf8').split('\n')) {
    if (line !== '') {
      const fact = JSON.parse(line);
      if (fact.query) {
        answers[fact.query] = fact.answer;
      } else {
        facts.push(fact);
      }
    }
  }
  return { facts, answers };
}

/** Ends the program: with 0 where both are the same, else with 1 and the first differences. */
function judge(expected, found, answers) {
  const wanted = new Map();
  for (const fact of expected.facts) {
    const text = canonical(fact);
    wanted.set(text, (wanted.get(text) || 0) + 1);
  }
  let wrong = [];
  for (const fact of found) {
    const text = canonical(fact);
    const left = wanted.get(text) || 0;
    if (left === 0) {
      wrong.push(`unexpected ${text}`);
    } else {
      wanted.set(text, left - 1);
    }
  }
  for (const [text, left] of wanted) {
    if (left > 0) {
      wrong.push(`missing ${text}`);
    }
  }
  for (const query of Object.keys(expected.answers)) {
    const is = canonical(answers[query]);
    const should = canonical(expected.answers[query]);
    if (is !== should) {
      wrong.push(`${query}: ${is} instead of ${should}`);
    }
  }
  if (wrong.length > 0) {
    wrong = wrong.sort((a, b) => a.slice(a.indexOf('{')) < b.slice(b.indexOf('{')) ? -1 : 1);
    console.error(`${wrong.length} differences`);
    for (const line of wrong.slice(0, 12)) {
      console.error(line.length > 600 ? `${line.slice(0, 600)}…` : line);
    }
    process.exit(1);
  }
  console.log(`${found.length} facts and ${Object.keys(expected.answers).length} answers as expected`);
  process.exit(0);
}

const day = (date) => ({ day: typeof date === 'string' ? date : isoDay(date) });

/** Years beyond 9999 without the sign and leading zeros that JavaScript writes. */
function isoDay(date) {
  return date.toISOString().slice(0, -14).replace(/^\+0*/, '');
}

module.exports = { canonical, readExpected, judge, day };
