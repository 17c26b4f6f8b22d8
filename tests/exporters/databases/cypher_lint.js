// SPDX-License-Identifier: Apache-2.0
// usage: cypher_lint.js FILE.cypher   fails where Neo4j's own linter finds anything in a statement.
'use strict';

const fs = require('fs');
const { lintCypherQuery } = require('@neo4j-cypher/language-support');

let found = 0;
const statements = fs.readFileSync(process.argv[2], 'utf8').split(/(?<=;\n)/);
for (const statement of statements) {
  const result = lintCypherQuery(statement, {});
  for (const diagnostic of result.diagnostics ?? result) {
    if (++found <= 5) {
      console.error(`${diagnostic.message} in: ${statement.slice(0, 300)}`);
    }
  }
}
console.log(`${statements.length} statements, ${found} findings`);
process.exit(found === 0 && statements.length > 1 ? 0 : 1);
