// SPDX-License-Identifier: Apache-2.0
#include "core/store/schema.hpp"

#include "core/store/store.hpp"
#include "core/store/views.hpp"

#include <fmt/format.h>

#include <array>

namespace entente::store {

namespace {

/// Step i leads from version i to version i + 1. Steps are never changed, only added.
constexpr std::array<const char*, 2> kSteps{R"sql(
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
)sql",
                                            kViews};
static_assert(kSteps.size() == static_cast<std::size_t>(kSchemaVersion));

struct Identity {
    std::int64_t application = 0;
    std::int64_t version = 0;
    std::int64_t tables = 0;
};

Result<Identity> read_identity(const Database& database)
{
    Identity identity;
    const std::array<std::pair<const char*, std::int64_t*>, 3> questions{{
        {"PRAGMA application_id", &identity.application},
        {"PRAGMA user_version", &identity.version},
        {"SELECT count(*) FROM sqlite_schema", &identity.tables},
    }};
    for (const auto& [sql, answer] : questions) {
        const auto value = database.integer(sql);
        if (!value) {
            return value.error();
        }
        *answer = *value;
    }
    return identity;
}

Status judge(const Identity& identity, const std::string& file)
{
    if (identity.application != kApplicationId) {
        return Error{ErrorCode::not_a_store, "this is a database, but no store of entente"}
            .at(file)
            .hint("name a .kg file that `entente add` made");
    }
    if (identity.version > kSchemaVersion) {
        return Error{ErrorCode::newer_store,
                     fmt::format("the store has version {}, this program knows up to {}",
                                 identity.version, kSchemaVersion)}
            .at(file)
            .hint("install a newer entente");
    }
    if (identity.version < 1 || identity.tables == 0) {
        return Error{ErrorCode::corrupt_store, "the store has lost its tables"}.at(file).hint(
            "restore a copy, or build it anew with `entente add`");
    }
    return {};
}

} // namespace

Status check_identity(const Database& database)
{
    const auto identity = read_identity(database);
    return identity ? judge(*identity, database.file()) : Status{identity.error()};
}

Status prepare_schema(const Database& database, bool may_create)
{
    auto identity = read_identity(database);
    if (!identity) {
        return identity.error();
    }
    const bool fresh =
        may_create && identity->application == 0 && identity->version == 0 && identity->tables == 0;
    if (!fresh) {
        if (Status good = judge(*identity, database.file()); !good) {
            return good;
        }
        if (identity->version == kSchemaVersion) {
            return {};
        }
    }
    std::string sql = "BEGIN IMMEDIATE;";
    for (auto step = static_cast<std::size_t>(identity->version); step < kSteps.size(); ++step) {
        sql += kSteps[step];
    }
    sql += fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}; COMMIT;",
                       kApplicationId, kSchemaVersion);
    Status done = database.execute(sql);
    if (!done) {
        // Another process may have created the store in the meantime: then all is well.
        static_cast<void>(database.execute("ROLLBACK"));
        identity = read_identity(database);
        if (identity && identity->application == kApplicationId &&
            identity->version == kSchemaVersion) {
            return {};
        }
    }
    return done;
}

} // namespace entente::store
