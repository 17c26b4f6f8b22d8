// SPDX-License-Identifier: Apache-2.0
// What check() finds in a store that somebody else has changed, and what statistics count.
#include "tests/core/store/store_fixture.hpp"

#include <algorithm>

namespace entente::tests {

namespace {

std::filesystem::path small_store(const TemporaryFolder& folder)
{
    auto store = open_store(folder / "s.kg");
    add(store, make_extracted("a"));
    add(store, make_extracted("b"));
    return folder / "s.kg";
}

} // namespace

TEST_CASE("a store that was tampered with is not sound", "[core][store][check]")
{
    struct Row {
        const char* sql;
        const char* finding;
    };

    const std::vector<Row> rows{
        {"UPDATE articles SET text = 'Pakistan' WHERE key = 'a'", "evidence of mention"},
        {"UPDATE articles SET text = replace(text, 'visited', 'invaded')", "evidence of mention"},
        {"UPDATE mentions SET json = '{}'", "cannot be read"},
        {"UPDATE mentions SET json = replace(json, 'PAK:GOV', 'IND:GOV')", "other values"},
        {"UPDATE mentions SET category = 'AID'", "other values"},
        {"DELETE FROM articles WHERE key = 'a'", "missing row"},
        {"DELETE FROM loads", "missing row"},
        {"DELETE FROM evidence_docsize", "missing from the evidence index"},
        {"DROP TRIGGER mention_removed; DELETE FROM mentions", "belong to no sentence"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.sql);
        const TemporaryFolder folder;
        const auto file = small_store(folder);
        REQUIRE(findings_of(open_to_read(file)).empty());
        tamper(file, row.sql);
        const auto findings = findings_of(open_to_read(file));
        CHECK(std::any_of(findings.begin(), findings.end(), [&](const std::string& finding) {
            return finding.find(row.finding) != std::string::npos;
        }));
    }
}

TEST_CASE("a mention that cannot be read is an error that says what to do", "[core][store][check]")
{
    const TemporaryFolder folder;
    const auto file = small_store(folder);
    tamper(file, "UPDATE mentions SET json = '[]'");
    const auto store = open_to_read(file);
    const Status walked =
        store.for_each_mention([](const store::StoredMention&) -> Status { return {}; });
    REQUIRE_FALSE(walked.ok());
    CHECK(walked.error().code() == ErrorCode::corrupt_store);
    CHECK_FALSE(walked.error().remedy().empty());
}

TEST_CASE("statistics count mentions, actors, events and days", "[core][store][statistics]")
{
    const TemporaryFolder folder;
    auto store = open_store(folder / "s.kg");
    const auto with = [](const std::string& id, auto change) {
        auto extracted = make_extracted(id);
        change(extracted.mentions.front());
        return extracted;
    };
    const auto swapped = [](Mention& m) {
        std::swap(m.source, m.target);
    };
    add(store, with("a", [](Mention& m) { m.symmetric = true; }));
    add(store, with("b", [&](Mention& m) { // the same event, told from the other side
            m.symmetric = true;
            swapped(m);
        }));
    add(store, with("c", [](Mention& m) { m.category = "ASSAULT"; }));
    add(store, with("d", [&](Mention& m) { // no event of the same kind: it strikes back
            m.category = "ASSAULT";
            swapped(m);
        }));
    add(store, with("e", [](Mention& m) { m.date.reset(); }));
    add(store, with("f", [](Mention& m) { m.date.reset(); }));
    add(store, with("g", [](Mention& m) {
            m.date->range = PartialDate::parse("2020").value().range();
            m.source.code = ActorCode::parse("PAK:MIL").value();
        }));
    REQUIRE(store.commit().ok());
    const auto statistics = store.statistics().value();
    CHECK(statistics.articles == 7);
    CHECK(statistics.mentions == 7);
    CHECK(statistics.actors == 3);
    CHECK(statistics.events == 6);
    CHECK(statistics.loads == 1);
    CHECK(statistics.bytes > 4096);
    CHECK(statistics.first_day == parse_day("2020-01-01").value());
    CHECK(statistics.last_day == parse_day("2022-02-24").value());
    CHECK(statistics.mentions_by_category ==
          std::vector<std::pair<std::string, std::int64_t>>{{"CONSULT", 5}, {"ASSAULT", 2}});
    CHECK(statistics.mentions_by_actor ==
          std::vector<std::pair<std::string, std::int64_t>>{{"PAK", 7}, {"RUS", 7}});
}

TEST_CASE("actors are those that mentions name now, by code", "[core][store]")
{
    const TemporaryFolder folder;
    auto store = open_store(folder / "s.kg");
    auto extracted = make_extracted("a");
    extracted.mentions[0].source.name = "Pakistan";
    add(store, extracted);
    auto other = make_extracted("b");
    other.mentions[0].source.name = "Islamabad";
    add(store, other);
    auto actors = store.actors().value();
    REQUIRE(actors.size() == 2);
    CHECK(actors[0] == Actor{ActorCode::parse("PAK:GOV").value(), "Islamabad", ActorKind::state});
    other.mentions.clear();
    other.extractor = "entente 0.2.0";
    CHECK(add(store, other) == store::AddOutcome::replaced);
    actors = store.actors().value();
    REQUIRE(actors.size() == 2);
    CHECK(actors[0].name == "Pakistan");
}

} // namespace entente::tests
