// SPDX-License-Identifier: Apache-2.0
#include "core/store/schema.hpp"

#include "core/store/store.hpp"

#include <array>
#include <fmt/format.h>

namespace entente::store {

namespace {

/// Step i leads from version i to version i + 1. Steps are never changed, only added.
constexpr std::array<const char*, 1> kSteps{R"sql(
CREATE TABLE loads (
    id INTEGER PRIMARY KEY,
    recorded_at TEXT NOT NULL,          -- instant in UTC: recorded time
    origin TEXT NOT NULL
);
CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,           -- the article's own id
    text TEXT NOT NULL,
    title TEXT NOT NULL,
    uri TEXT NOT NULL,
    publisher TEXT NOT NULL,
    language TEXT NOT NULL,
    date TEXT NOT NULL,                 -- publication time, ISO 8601 or empty
    content_hash TEXT NOT NULL,
    extractor TEXT NOT NULL,
    load INTEGER NOT NULL REFERENCES loads (id)
);
CREATE TABLE signatures (               -- MinHash, for near-copies
    article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    hashes BLOB NOT NULL
);
CREATE TABLE bands (
    band INTEGER NOT NULL,
    hash INTEGER NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    PRIMARY KEY (band, hash, article)
) WITHOUT ROWID;
CREATE INDEX bands_by_article ON bands (article);
CREATE TABLE near_copies (              -- pairs, the smaller row id first
    a INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    b INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX near_copies_by_b ON near_copies (b);
CREATE TABLE actors (
    code TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE mentions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    source TEXT NOT NULL REFERENCES actors (code),
    target TEXT NOT NULL REFERENCES actors (code),
    category TEXT NOT NULL,
    mode TEXT NOT NULL,
    status TEXT NOT NULL,
    from_day TEXT NOT NULL,             -- event time, half-open, ISO 8601 or empty
    to_day TEXT NOT NULL,
    confidence REAL NOT NULL,
    text TEXT NOT NULL,                 -- the sentence
    json TEXT NOT NULL                  -- the whole mention: the truth
);
CREATE INDEX mentions_by_article ON mentions (article);
CREATE INDEX mentions_by_source ON mentions (source, target);
CREATE INDEX mentions_by_target ON mentions (target);
CREATE VIRTUAL TABLE evidence USING fts5 (
    text, content='mentions', content_rowid='id', tokenize="unicode61 remove_diacritics 2"
);
CREATE TRIGGER mention_added AFTER INSERT ON mentions BEGIN
    INSERT INTO evidence (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER mention_removed AFTER DELETE ON mentions BEGIN
    INSERT INTO evidence (evidence, rowid, text) VALUES ('delete', old.id, old.text);
END;
)sql"};
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
    return {};
}

} // namespace

Status check_identity(const Database& database)
{
    const auto identity = read_identity(database);
    return identity ? judge(*identity, database.file()) : Status{identity.error()};
}

Status prepare_schema(const Database& database)
{
    auto identity = read_identity(database);
    if (!identity) {
        return identity.error();
    }
    const bool fresh = identity->application == 0 && identity->tables == 0;
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
