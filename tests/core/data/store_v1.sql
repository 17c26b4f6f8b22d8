-- SPDX-License-Identifier: Apache-2.0
-- A store of schema version 1 as entente 0.5.0 made it: its tables, and one article of ours.
CREATE TABLE loads (
    id INTEGER PRIMARY KEY,
    recorded_at TEXT NOT NULL,          -- instant in UTC: recorded time
    origin TEXT NOT NULL
);
CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,           -- the article's own id
    signature INTEGER REFERENCES signatures (id), -- NULL for a text without words
    title TEXT NOT NULL,
    uri TEXT NOT NULL,
    publisher TEXT NOT NULL,
    language TEXT NOT NULL,
    date TEXT NOT NULL,                 -- publication time, ISO 8601 or empty
    content_hash TEXT NOT NULL,
    mentions_hash TEXT NOT NULL,
    extractor TEXT NOT NULL,
    load INTEGER NOT NULL REFERENCES loads (id),
    text TEXT NOT NULL                  -- last: the columns before it are read without it
);
CREATE INDEX articles_by_signature ON articles (signature, key);
CREATE INDEX articles_by_load ON articles (load);
CREATE TABLE signatures (               -- MinHash, for near-copies; equal texts share one
    id INTEGER PRIMARY KEY,
    hashes BLOB NOT NULL UNIQUE
);
CREATE TABLE bands (
    band INTEGER NOT NULL,
    hash INTEGER NOT NULL,
    signature INTEGER NOT NULL REFERENCES signatures (id) ON DELETE CASCADE,
    PRIMARY KEY (band, hash, signature)
) WITHOUT ROWID;
CREATE INDEX bands_by_signature ON bands (signature);
CREATE TABLE near_copies (              -- pairs of signatures, the smaller first
    a INTEGER NOT NULL REFERENCES signatures (id) ON DELETE CASCADE,
    b INTEGER NOT NULL REFERENCES signatures (id) ON DELETE CASCADE,
    PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX near_copies_by_b ON near_copies (b);
CREATE TABLE actors (                   -- as mentions name them; a code may have several names
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    UNIQUE (code, name, kind)
);
CREATE TABLE mentions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    source TEXT NOT NULL,               -- codes
    target TEXT NOT NULL,
    source_actor INTEGER NOT NULL REFERENCES actors (id),
    target_actor INTEGER NOT NULL REFERENCES actors (id),
    category TEXT NOT NULL,
    mode TEXT NOT NULL,
    status TEXT NOT NULL,
    symmetric INTEGER NOT NULL,
    from_day TEXT NOT NULL,             -- event time, half-open, ISO 8601 or empty
    to_day TEXT NOT NULL,
    confidence REAL NOT NULL,
    text TEXT NOT NULL,                 -- the sentence
    json TEXT NOT NULL                  -- the whole mention: the truth
);
CREATE INDEX mentions_by_article ON mentions (article);
CREATE INDEX mentions_by_source ON mentions (source, target);
CREATE INDEX mentions_by_target ON mentions (target);
CREATE INDEX mentions_by_source_actor ON mentions (source_actor);
CREATE INDEX mentions_by_target_actor ON mentions (target_actor);
CREATE VIRTUAL TABLE evidence USING fts5 (
    text, content='mentions', content_rowid='id', tokenize="unicode61 remove_diacritics 2"
);
CREATE TRIGGER mention_added AFTER INSERT ON mentions BEGIN
    INSERT INTO evidence (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER mention_removed AFTER DELETE ON mentions BEGIN
    INSERT INTO evidence (evidence, rowid, text) VALUES ('delete', old.id, old.text);
END;
INSERT INTO loads (id, recorded_at, origin) VALUES (1, '2026-11-26T06:37:03Z', 'visit.txt');
INSERT INTO signatures (id, hashes) VALUES (1, x'c774b8062794c30ab7a2cb2477da8403a335bc25574fdf0cd3f1bc07be8cb71244036305e2575009b05dd0271836bc207d17840b4281b000856b460c93df6109c93b3201a7ba2005db34081ae3cebd146f18d405d711280eba11c8060693030635cfe51d1009c0019fb7872451a9ce054e67e303e690a90f2cb9bf08abe08a1cae39781c4911280e49f09f080ae72d00c20c490a688ee118477db70917fab913a65deb014131631a9988270b7c505b005d5b171a95bf630f8de8890d59cb7e22b940700c9d12880659481d03b54707020688080adbef4d03aca58c019f206f0bbb91c61c4aa1f4041756ea0133cd9338065708037a70b902d4e50e0f60b46404');
INSERT INTO bands (band, hash, signature) VALUES (0, 2936399644, 1);
INSERT INTO bands (band, hash, signature) VALUES (1, 2661369616, 1);
INSERT INTO bands (band, hash, signature) VALUES (2, 1402470888, 1);
INSERT INTO bands (band, hash, signature) VALUES (3, 3384340018, 1);
INSERT INTO bands (band, hash, signature) VALUES (4, 3158791136, 1);
INSERT INTO bands (band, hash, signature) VALUES (5, 1898341973, 1);
INSERT INTO bands (band, hash, signature) VALUES (6, 981350811, 1);
INSERT INTO bands (band, hash, signature) VALUES (7, 1156957887, 1);
INSERT INTO bands (band, hash, signature) VALUES (8, 518306165, 1);
INSERT INTO bands (band, hash, signature) VALUES (9, 1377341228, 1);
INSERT INTO bands (band, hash, signature) VALUES (10, 2929762076, 1);
INSERT INTO bands (band, hash, signature) VALUES (11, 2476819347, 1);
INSERT INTO bands (band, hash, signature) VALUES (12, 2421971704, 1);
INSERT INTO bands (band, hash, signature) VALUES (13, 513026894, 1);
INSERT INTO bands (band, hash, signature) VALUES (14, 1347560570, 1);
INSERT INTO bands (band, hash, signature) VALUES (15, 4028176899, 1);
INSERT INTO articles (id, key, signature, title, uri, publisher, language, date, content_hash, mentions_hash, extractor, load, text) VALUES (1, '1b86489bd3953e2c', 1, 'A visit to Moscow', '', '', '', '2022-02-24', '5c06c13c5a72d509', '8553229baf05a293', 'entente 0.5.0+37f9abdf', 1, 'Prime Minister Imran Khan of Pakistan visited Russia on Wednesday. Russia and Pakistan agreed to build a gas pipeline.
');
INSERT INTO actors (id, code, name, kind) VALUES (1, 'PAK:GOV', 'Pakistan', 'state');
INSERT INTO actors (id, code, name, kind) VALUES (2, 'RUS:GOV', 'Russia', 'state');
INSERT INTO mentions (id, article, source, target, source_actor, target_actor, category, mode, status, symmetric, from_day, to_day, confidence, text, json) VALUES (1, 1, 'PAK:GOV', 'RUS:GOV', 1, 2, 'CONSULT', 'visit', 'actual', 0, '2022-02-23', '2022-02-24', 0.943, 'Prime Minister Imran Khan of Pakistan visited Russia on Wednesday.', '{"doc":"1b86489bd3953e2c","begin":0,"end":66,"byte_begin":0,"byte_end":66,"source":"PAK:GOV","source_name":"Pakistan","source_kind":"state","source_begin":0,"source_end":25,"source_byte_begin":0,"source_byte_end":25,"source_text":"Prime Minister Imran Khan","source_via":"Imran Khan","target":"RUS:GOV","target_name":"Russia","target_kind":"state","target_begin":46,"target_end":52,"target_byte_begin":46,"target_byte_end":52,"target_text":"Russia","target_via":null,"category":"CONSULT","mode":"visit","quad":"verbal cooperation","score":4.0,"topics":["diplomacy"],"status":"actual","alleged":false,"attributed_to":null,"symmetric":false,"label":"visit","date":{"from":"2022-02-23","to":"2022-02-24","precision":"day","basis":"relative"},"cue":{"begin":38,"end":45,"byte_begin":38,"byte_end":45,"text":"visited"},"text":"Prime Minister Imran Khan of Pakistan visited Russia on Wednesday.","confidence":0.943,"rule":"lexicon/verbs.tsv:3083","extractor":"entente 0.5.0+37f9abdf","format":"entente-mention 1"}');
INSERT INTO mentions (id, article, source, target, source_actor, target_actor, category, mode, status, symmetric, from_day, to_day, confidence, text, json) VALUES (2, 1, 'RUS:GOV', 'PAK:GOV', 2, 1, 'AGREE', '', 'actual', 1, '2022-02-24', '2022-02-25', 0.727, 'Russia and Pakistan agreed to build a gas pipeline.', '{"doc":"1b86489bd3953e2c","begin":67,"end":118,"byte_begin":67,"byte_end":118,"source":"RUS:GOV","source_name":"Russia","source_kind":"state","source_begin":67,"source_end":73,"source_byte_begin":67,"source_byte_end":73,"source_text":"Russia","source_via":null,"target":"PAK:GOV","target_name":"Pakistan","target_kind":"state","target_begin":78,"target_end":86,"target_byte_begin":78,"target_byte_end":86,"target_text":"Pakistan","target_via":null,"category":"AGREE","mode":null,"quad":"verbal cooperation","score":3.0,"topics":["energy"],"status":"actual","alleged":false,"attributed_to":null,"symmetric":true,"label":"agreement","date":{"from":"2022-02-24","to":"2022-02-25","precision":"day","basis":"article"},"cue":{"begin":87,"end":93,"byte_begin":87,"byte_end":93,"text":"agreed"},"text":"Russia and Pakistan agreed to build a gas pipeline.","confidence":0.727,"rule":"lexicon/verbs.tsv:64","extractor":"entente 0.5.0+37f9abdf","format":"entente-mention 1"}');
PRAGMA application_id = 1701737573;
PRAGMA user_version = 1;
