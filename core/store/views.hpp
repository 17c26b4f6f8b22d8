// SPDX-License-Identifier: Apache-2.0
// What a store offers to those who ask it in SQL: docs/file_formats.md describes it.
#pragma once

namespace entente::store {

/// Step 2 of the schema: columns for what only the JSON held, and views. Generated columns would
/// cost no room, but SQLite calls json_extract() in a schema unsafe, and refuses the whole store
/// where a program has set trusted_schema off.
///
/// The views say what graph::Summarizer says with its default filter: state level, by pair, without
/// what texts deny. tests/core/store/views_test.cpp holds them to it.
inline constexpr const char* kViews = R"sql(
ALTER TABLE mentions ADD COLUMN quad TEXT;
ALTER TABLE mentions ADD COLUMN score REAL;
ALTER TABLE mentions ADD COLUMN label TEXT;
ALTER TABLE mentions ADD COLUMN topics TEXT; -- a JSON array
ALTER TABLE mentions ADD COLUMN alleged INTEGER;
ALTER TABLE mentions ADD COLUMN attributed_to TEXT;
ALTER TABLE mentions ADD COLUMN date_precision TEXT;
ALTER TABLE mentions ADD COLUMN date_basis TEXT;
UPDATE mentions SET
    quad = json_extract(json, '$.quad'), score = json_extract(json, '$.score'),
    label = json_extract(json, '$.label'), topics = json_extract(json, '$.topics'),
    alleged = json_extract(json, '$.alleged'),
    attributed_to = json_extract(json, '$.attributed_to'),
    date_precision = json_extract(json, '$.date.precision'),
    date_basis = json_extract(json, '$.date.basis');

CREATE VIEW article_groups (article, copies) AS -- near-copies share a number
WITH RECURSIVE
near (a, b) AS (SELECT a, b FROM near_copies UNION ALL SELECT b, a FROM near_copies),
reached (signature, at) AS (
    SELECT a, a FROM near
    UNION SELECT reached.signature, near.b FROM reached JOIN near ON near.a = reached.at
),
smallest (signature, first) AS (SELECT signature, min(at) FROM reached GROUP BY signature)
SELECT articles.id, coalesce(smallest.first, articles.signature, -articles.id)
FROM articles LEFT JOIN smallest ON smallest.signature = articles.signature;

CREATE VIEW sightings (             -- mentions between states, as relations count them
    mention, article, copies, source, target, category, mode, quad, score, label, status, alleged,
    symmetric, from_day, to_day, confidence, worth
) AS
SELECT id, m.article, copies,
    CASE WHEN instr(source, ':') THEN substr(source, 1, instr(source, ':') - 1) ELSE source END,
    CASE WHEN instr(target, ':') THEN substr(target, 1, instr(target, ':') - 1) ELSE target END,
    category, mode, quad, score, label, status, alleged, symmetric, nullif(from_day, ''),
    nullif(to_day, ''), confidence,
    CAST(round(confidence * 1000000) AS INTEGER) *
        CASE status WHEN 'actual' THEN 10 WHEN 'planned' THEN 7 ELSE 4 END / 10
FROM mentions AS m JOIN article_groups AS g ON g.article = m.article
WHERE status <> 'negated';

CREATE VIEW events AS               -- the bare columns are the best sighting's
SELECT CASE WHEN symmetric THEN min(source, target) ELSE source END AS source,
    CASE WHEN symmetric THEN max(source, target) ELSE target END AS target,
    category, mode, quad, score, label, status, alleged, symmetric, from_day, to_day,
    max(worth) / 1000000.0 AS weight, confidence, count(*) AS mentions,
    count(DISTINCT copies) AS sources, mention
FROM sightings
WHERE source <> target
GROUP BY CASE WHEN symmetric THEN min(source, target) ELSE source END,
    CASE WHEN symmetric THEN max(source, target) ELSE target END,
    category, mode, from_day, to_day, CASE WHEN from_day IS NULL THEN copies END;

CREATE VIEW relations AS
WITH pair AS (
    SELECT min(source, target) AS a, max(source, target) AS b, count(*) AS mentions,
        count(DISTINCT copies) AS sources, min(from_day) AS from_day,
        -- the one day that is longer is later than all others
        CASE WHEN max(length(to_day)) > 10 THEN '10000-01-01' ELSE max(to_day) END AS to_day,
        max(symmetric) AS symmetric, min(source) AS first, max(source) AS last
    FROM sightings WHERE source <> target GROUP BY min(source, target), max(source, target)
),
weighed AS (
    SELECT min(source, target) AS a, max(source, target) AS b, count(*) AS events,
        sum(weight) AS weight, avg(score) AS score
    FROM events GROUP BY min(source, target), max(source, target)
)
SELECT CASE WHEN symmetric OR first <> last THEN pair.a ELSE first END AS source,
    CASE WHEN symmetric OR first <> last THEN pair.b
        WHEN first = pair.a THEN pair.b ELSE pair.a END AS target,
    NOT symmetric AND first = last AS directed, weight, score, mentions, sources, events,
    from_day, to_day
FROM pair JOIN weighed ON weighed.a = pair.a AND weighed.b = pair.b;
)sql";

} // namespace entente::store
