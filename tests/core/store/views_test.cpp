// SPDX-License-Identifier: Apache-2.0
// A store asked in SQL says what the program says, and an old store learns to.
#include "core/graph/summary.hpp"
#include "tests/core/store/store_fixture.hpp"
#include "tests/support/sightings.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <random>

namespace entente::tests {

namespace {

using Table = std::vector<std::vector<std::string>>;

/// All rows as text; NULL is "NULL". As a stranger would ask: nothing of ours is in the way.
Table ask(const std::filesystem::path& file, const std::string& sql)
{
    sqlite3* raw = nullptr;
    REQUIRE(sqlite3_open_v2(file.c_str(), &raw, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> database{raw, sqlite3_close};
    REQUIRE(sqlite3_exec(raw, "PRAGMA trusted_schema = OFF", nullptr, nullptr, nullptr) ==
            SQLITE_OK);
    sqlite3_stmt* prepared = nullptr;
    const int code = sqlite3_prepare_v2(raw, sql.c_str(), -1, &prepared, nullptr);
    const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> statement{prepared,
                                                                               sqlite3_finalize};
    INFO(sqlite3_errmsg(raw));
    REQUIRE(code == SQLITE_OK);
    Table rows;
    int step = sqlite3_step(prepared);
    for (; step == SQLITE_ROW; step = sqlite3_step(prepared)) {
        std::vector<std::string> row;
        for (int i = 0; i < sqlite3_column_count(prepared); ++i) {
            const auto* text = sqlite3_column_text(prepared, i);
            row.emplace_back(text == nullptr ? "NULL" : reinterpret_cast<const char*>(text));
        }
        rows.push_back(std::move(row));
    }
    REQUIRE(step == SQLITE_DONE);
    return rows;
}

/// Loads sightings; those of one duplicate group come from articles with the same words.
void load(const std::filesystem::path& file, const std::vector<store::StoredMention>& sightings)
{
    auto store = open_store(file);
    for (const store::StoredMention& stored : sightings) {
        store::Extracted extracted;
        std::string words;
        for (int i = 0; i < 40; ++i) {
            words += fmt::format("word{}x{} ", stored.article.duplicate_group, i);
        }
        extracted.article = make_article(stored.article.id, words);
        extracted.mentions = {stored.mention};
        extracted.extractor = kTestExtractor;
        add(store, extracted);
    }
}

std::vector<store::StoredMention> random_sightings(std::size_t count, unsigned seed)
{
    std::mt19937 random{seed};
    const auto any = [&](std::size_t below) {
        return std::uniform_int_distribution<std::size_t>{0, below - 1}(random);
    };
    const std::vector<std::string> actors{"PAK:GOV", "PAK:MIL", "PAK", "RUS", "NATO", "taliban"};
    const std::vector<std::string> categories{"CONSULT", "ASSAULT", "AID", "RELATE"};
    std::vector<store::StoredMention> sightings;
    for (std::size_t i = 1; i <= count; ++i) {
        const std::size_t source = any(actors.size());
        const std::size_t target = (source + 1 + any(actors.size() - 1)) % actors.size();
        store::StoredMention stored = sighting(static_cast<std::int64_t>(i), actors[source],
                                               categories[any(categories.size())], actors[target])
                                          .sure(static_cast<double>(any(1001)) / 1000.0)
                                          .as(static_cast<Factuality>(any(4)))
                                          .copy_of(static_cast<std::int64_t>(1 + any(count)));
        stored.mention.symmetric = any(3) == 0;
        if (any(4) != 0) {
            const Day from = parse_day(any(20) == 0 ? "9999-12-31" : "2020-01-01").value() -
                             std::chrono::days{static_cast<int>(any(4))};
            stored.mention.date = EventDate{
                {from, from + std::chrono::days{1}}, DatePrecision::day, DateBasis::explicit_};
        }
        sightings.push_back(std::move(stored));
    }
    return sightings;
}

} // namespace

TEST_CASE("the view of relations says what the program says", "[core][store][views][property]")
{
    std::vector<std::vector<store::StoredMention>> loads{pakistan_and_russia()};
    for (const unsigned seed : {1U, 2U, 3U}) {
        loads.push_back(random_sightings(120, seed));
    }
    for (std::size_t i = 0; i < loads.size(); ++i) {
        CAPTURE(i);
        const TemporaryFolder folder;
        const auto file = folder / "s.kg";
        load(file, loads[i]);
        const auto relations =
            graph::summarize(open_to_read(file), Filter{}, Ontology::builtin()).value();
        REQUIRE_FALSE(relations.empty());
        const Table rows = ask(file, "SELECT source, target, directed, weight, score, mentions, "
                                     "sources, events, from_day, to_day FROM relations");
        CHECK(rows.size() == relations.size());
        for (const graph::Relation& relation : relations) {
            const std::vector<std::string>* found = nullptr;
            for (const auto& row : rows) {
                if (row[0] == relation.source.code.text() &&
                    row[1] == relation.target.code.text()) {
                    found = &row;
                }
            }
            CAPTURE(relation.source.code.text(), relation.target.code.text());
            REQUIRE(found != nullptr);
            CHECK((*found)[2] == (relation.directed ? "1" : "0"));
            CHECK(std::stod((*found)[3]) == Approx(relation.weight));
            CHECK(std::stod((*found)[4]) == Approx(relation.score));
            CHECK((*found)[5] == std::to_string(relation.mentions));
            CHECK((*found)[6] == std::to_string(relation.sources));
            CHECK((*found)[7] == std::to_string(relation.events));
            CHECK((*found)[8] == (relation.period ? format_day(relation.period->from) : "NULL"));
            CHECK((*found)[9] == (relation.period ? format_day(relation.period->to) : "NULL"));
        }
        CHECK(ask(file, "PRAGMA integrity_check") == Table{{"ok"}});
    }
}

TEST_CASE("the view of events has the words of the best sighting", "[core][store][views]")
{
    const TemporaryFolder folder;
    const auto file = folder / "s.kg";
    load(file, pakistan_and_russia());
    CHECK(ask(file, "SELECT source, target, category, label, status, from_day, weight, mentions, "
                    "sources FROM events WHERE category IN ('ASSAULT', 'REQUEST') ORDER BY 1") ==
          Table{{"PAK", "NATO", "REQUEST", "demand for an apology", "hypothetical", "2011-11-27",
                 "0.16", "1", "1"},
                {"taliban", "PAK", "ASSAULT", "attack on Karachi airport", "actual", "2014-06-08",
                 "0.95", "2", "1"}});
}

TEST_CASE("mentions have what only their JSON held", "[core][store][views]")
{
    const TemporaryFolder folder;
    const auto file = folder / "s.kg";
    load(file, pakistan_and_russia());
    CHECK(ask(file, "SELECT source, target, category, quad, score, label, topics, "
                    "alleged, attributed_to, date_precision, date_basis FROM mentions "
                    "WHERE label = 'state visit'") ==
          Table{{"PAK:GOV", "RUS:GOV", "CONSULT", "verbal cooperation", "4.0", "state visit",
                 "[\"diplomacy\"]", "0", "NULL", "day", "explicit"}});
}

TEST_CASE("a store of version 1 is read as it is, and brought up to date for writing",
          "[core][store][views]")
{
    const TemporaryFolder folder;
    const auto file = folder / "old.kg";
    std::ifstream in{std::filesystem::path{ENTENTE_TEST_DATA} / "store_v1.sql", std::ios::binary};
    tamper(file, {std::istreambuf_iterator<char>{in}, {}});
    REQUIRE(ask(file, "PRAGMA user_version") == Table{{"1"}});

    const std::string before = dump(open_to_read(file));
    CHECK(ask(file, "PRAGMA user_version") == Table{{"1"}});
    CHECK(findings_of(open_to_read(file)).empty());
    {
        auto store = open_store(file);
        CHECK(dump(store) == before);
        add(store, make_extracted("new"));
    }
    CHECK(ask(file, "PRAGMA user_version") == Table{{std::to_string(store::kSchemaVersion)}});
    CHECK(ask(file, "SELECT source, target, mentions FROM relations") ==
          Table{{"PAK", "RUS", "3"}});
    CHECK(ask(file, "SELECT label, quad, score, topics, alleged, attributed_to, date_precision, "
                    "date_basis FROM mentions WHERE id = 1") ==
          Table{{"visit", "verbal cooperation", "4.0", "[\"diplomacy\"]", "0", "NULL", "day",
                 "relative"}});
    CHECK(findings_of(open_to_read(file)).empty());

    // What the old version left and the new one makes have the same shape.
    const auto fresh = folder / "new.kg";
    {
        const auto store = open_store(fresh);
    }
    const std::string shape = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name";
    CHECK(ask(file, shape) == ask(fresh, shape));
}

} // namespace entente::tests
