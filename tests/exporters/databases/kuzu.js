// SPDX-License-Identifier: Apache-2.0
// usage: kuzu.js FOLDER EXPECTED   loads the folder into a new Kùzu database and compares.
'use strict';

const path = require('path');
const kuzu = require('kuzu');
const { readExpected, judge, day } = require('./facts.js');

async function main(folder, file) {
  const database = new kuzu.Database(':memory:');
  const connection = new kuzu.Connection(database);
  const all = async (query) => {
    const result = await connection.query(query);
    return (Array.isArray(result) ? result[0] : result).getAll();
  };
  await all(`IMPORT DATABASE '${path.resolve(folder)}'`);

  const plain = (row, hidden) => {
    const values = {};
    for (const [key, value] of Object.entries(row)) {
      if (!key.startsWith('_') && !hidden.includes(key)) {
        values[key] = value instanceof Date ? day(value) : value;
      }
    }
    return values;
  };
  const found = [];
  for (const table of await all('CALL show_tables() RETURN name, type')) {
    if (table.type === 'NODE') {
      for (const { n } of await all(`MATCH (n:${table.name}) RETURN n`)) {
        found.push({ kind: table.name, id: n.id, values: plain(n, ['id']) });
      }
    } else {
      const rows = await all(`MATCH (a)-[r:${table.name}]->(b) RETURN a.id AS a, b.id AS b, r`);
      for (const { a, b, r } of rows) {
        found.push({ kind: table.name, from: a, to: b, values: plain(r, []) });
      }
    }
  }
  const answers = {
    events_by_category: (
      await all('MATCH (e:Event) RETURN e.category AS c, count(*) AS n ORDER BY c')
    ).map(({ c, n }) => [c, n]),
    mentions_since_2015_of_pakistan: (
      await all(`MATCH (m:Mention)-[:REPORTS]->(e:Event)-[:SOURCE|:TARGET]->(a:Actor)
                 WHERE a.id = 'PAK' AND e.from_day >= date('2015-01-01')
                 RETURN count(DISTINCT m.id) AS n`)
    )[0].n,
    heaviest_relation: (
      await all(`MATCH (a:Actor)-[r:RELATION]->(b:Actor) WHERE (a)<-[:SOURCE|:TARGET]-(:Event)
                 RETURN r.id AS id ORDER BY r.weight DESC, id LIMIT 1`)
    )[0].id,
  };
  judge(readExpected(file), found, answers);
}

main(process.argv[2], process.argv[3]).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
