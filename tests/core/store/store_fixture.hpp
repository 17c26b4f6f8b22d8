// SPDX-License-Identifier: Apache-2.0
// Opening, filling and dumping stores in tests.
#pragma once

#include "core/mention_json.hpp"
#include "core/store/store.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fixtures.hpp"
#include "tests/support/temporary_folder.hpp"

#include <sqlite3.h>

#include <filesystem>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace entente::tests {

/// Opens for writing, with a load begun; fails the test where that fails.
[[nodiscard]] inline store::Store open_store(const std::filesystem::path& file)
{
    auto opened = store::Store::open(file, store::OpenMode::write_or_create);
    INFO((opened ? std::string{} : opened.error().message()));
    REQUIRE(opened.ok());
    REQUIRE(opened->begin_load("2024-01-01T00:00:00Z", "test").ok());
    return std::move(*opened);
}

[[nodiscard]] inline store::Store open_to_read(const std::filesystem::path& file)
{
    auto opened = store::Store::open(file, store::OpenMode::read);
    INFO((opened ? std::string{} : opened.error().message()));
    REQUIRE(opened.ok());
    return std::move(*opened);
}

inline store::AddOutcome add(store::Store& store, const store::Extracted& extracted)
{
    const auto outcome = store.add(extracted);
    INFO((outcome ? std::string{} : outcome.error().message()));
    REQUIRE(outcome.ok());
    return *outcome;
}

/// All that a store says: mentions with group and article, then texts, then actors. Row numbers
/// stay out, for they tell of the order of loading.
[[nodiscard]] inline std::string dump(const store::Store& store)
{
    std::string all;
    REQUIRE(store
                .for_each_mention([&](const store::StoredMention& stored) -> Status {
                    all += std::to_string(stored.article.duplicate_group) + ' ' +
                           stored.article.title + ' ' + to_json(stored.mention) + '\n';
                    return {};
                })
                .ok());
    REQUIRE(store
                .for_each_article([&](const store::Extracted& extracted) -> Status {
                    const Article& a = extracted.article;
                    all += a.id + '|' + a.text + '|' + a.title + '|' + a.uri + '|' + a.publisher +
                           '|' + (a.date ? a.date->to_string() : "") + '|' + extracted.extractor +
                           '|' + std::to_string(extracted.mentions.size()) + '\n';
                    return {};
                })
                .ok());
    const auto actors = store.actors();
    REQUIRE(actors.ok());
    for (const Actor& actor : *actors) {
        all +=
            actor.code.text() + ' ' + actor.name + ' ' + std::string{to_string(actor.kind)} + '\n';
    }
    return all;
}

[[nodiscard]] inline std::set<std::string> article_ids(const store::Store& store)
{
    std::set<std::string> ids;
    REQUIRE(store
                .for_each_article([&](const store::Extracted& extracted) -> Status {
                    ids.insert(extracted.article.id);
                    return {};
                })
                .ok());
    return ids;
}

/// Duplicate group of every article that has a mention.
[[nodiscard]] inline std::map<std::string, std::int64_t> groups_of(const store::Store& store)
{
    std::map<std::string, std::int64_t> groups;
    REQUIRE(store
                .for_each_mention([&](const store::StoredMention& stored) -> Status {
                    groups[stored.article.id] = stored.article.duplicate_group;
                    return {};
                })
                .ok());
    return groups;
}

[[nodiscard]] inline std::vector<std::string> findings_of(const store::Store& store)
{
    const auto findings = store.check();
    INFO((findings ? std::string{} : findings.error().message()));
    REQUIRE(findings.ok());
    std::vector<std::string> all;
    for (const store::Finding& finding : *findings) {
        CHECK_FALSE(finding.remedy.empty());
        all.push_back(finding.what);
    }
    return all;
}

/// Does to a file what no store does to itself.
inline void tamper(const std::filesystem::path& file, const std::string& sql)
{
    sqlite3* raw = nullptr;
    const int opened = sqlite3_open(file.c_str(), &raw);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> database{raw, sqlite3_close};
    REQUIRE(opened == SQLITE_OK);
    const int done = sqlite3_exec(database.get(), sql.c_str(), nullptr, nullptr, nullptr);
    INFO(sqlite3_errmsg(database.get()));
    REQUIRE(done == SQLITE_OK);
}

} // namespace entente::tests
