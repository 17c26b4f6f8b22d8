// SPDX-License-Identifier: Apache-2.0
// Which mentions a filter lets pass.
#include "core/filter.hpp"
#include "tests/support/catch.hpp"

#include <functional>
#include <vector>

namespace entente::tests {

namespace {

ActorCode actor(const char* text)
{
    return ActorCode::parse(text).value();
}

Day date(const char* text)
{
    return parse_day(text).value();
}

/// PAK:GOV consults RUS about energy on 23 and 24 February 2022; published on the 25th.
Mention visit()
{
    Mention mention;
    mention.source.code = actor("PAK:GOV");
    mention.target.code = actor("RUS");
    mention.category = "CONSULT";
    mention.topics = {"energy", "diplomacy"};
    mention.status = Factuality::planned;
    mention.confidence = 0.5;
    mention.date = EventDate{{date("2022-02-23"), date("2022-02-25")}, {}, {}};
    return mention;
}

const std::optional<PartialDate> kPublished = PartialDate::parse("2022-02-25").value();

} // namespace

TEST_CASE("between two states is nothing that happens within one", "[core][filter]")
{
    Mention mention = visit();
    mention.target.code = actor("PAK:MIL");
    Filter filter;
    filter.between = {actor("PAK"), actor("RUS")};
    CHECK_FALSE(filter.accepts(mention, Ontology::builtin(), kPublished));
    filter.between = {actor("PAK:GOV"), actor("PAK:MIL")};
    CHECK(filter.accepts(mention, Ontology::builtin(), kPublished));
}

TEST_CASE("each filter passes what it names and nothing else", "[core][filter]")
{
    struct Row {
        const char* what;
        std::function<void(Filter&)> set;
        bool passes;
    };

    const std::vector<Row> rows{
        {"nothing set", [](Filter&) {}, true},
        {"its source", [](Filter& f) { f.actors = {actor("PAK:GOV")}; }, true},
        {"the principal of its source", [](Filter& f) { f.actors = {actor("PAK")}; }, true},
        {"its target",
         [](Filter& f) {
             f.actors = {actor("IND"), actor("RUS")};
         },
         true},
        {"another sector", [](Filter& f) { f.actors = {actor("PAK:MIL")}; }, false},
        {"a sector of the whole", [](Filter& f) { f.actors = {actor("RUS:GOV")}; }, false},
        {"the beginning of a code", [](Filter& f) { f.actors = {actor("PA")}; }, false},
        {"both sides",
         [](Filter& f) {
             f.between = {actor("RUS"), actor("PAK")};
         },
         true},
        {"one side only",
         [](Filter& f) {
             f.between = {actor("RUS"), actor("IND")};
         },
         false},
        {"its category",
         [](Filter& f) {
             f.categories = {"AID", "CONSULT"};
         },
         true},
        {"another category", [](Filter& f) { f.categories = {"AID"}; }, false},
        {"its quad", [](Filter& f) { f.quads = {Quad::verbal_cooperation}; }, true},
        {"another quad", [](Filter& f) { f.quads = {Quad::material_conflict}; }, false},
        {"one of its topics", [](Filter& f) { f.topics = {"diplomacy"}; }, true},
        {"another topic", [](Filter& f) { f.topics = {"trade"}; }, false},
        {"its status", [](Filter& f) { f.statuses = {Factuality::planned}; }, true},
        {"another status", [](Filter& f) { f.statuses = {Factuality::actual}; }, false},
        {"no status asked for", [](Filter& f) { f.statuses = {}; }, true},
        {"its confidence", [](Filter& f) { f.min_confidence = 0.5; }, true},
        {"more confidence", [](Filter& f) { f.min_confidence = 0.51; }, false},
        {"since its last day", [](Filter& f) { f.since = date("2022-02-24"); }, true},
        {"since the day after", [](Filter& f) { f.since = date("2022-02-25"); }, false},
        {"until after its first day", [](Filter& f) { f.until = date("2022-02-24"); }, true},
        {"until its first day", [](Filter& f) { f.until = date("2022-02-23"); }, false},
        {"as of its publication", [](Filter& f) { f.as_of = date("2022-02-25"); }, true},
        {"as of the day before", [](Filter& f) { f.as_of = date("2022-02-24"); }, false},
        {"all of it",
         [](Filter& f) {
             f.actors = {actor("PAK")};
             f.categories = {"CONSULT"};
             f.since = date("2022-01-01");
         },
         true},
        {"all but one",
         [](Filter& f) {
             f.actors = {actor("PAK")};
             f.categories = {"CONSULT"};
             f.since = date("2023-01-01");
         },
         false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        Filter filter;
        row.set(filter);
        CHECK(filter.accepts(visit(), Ontology::builtin(), kPublished) == row.passes);
    }
}

TEST_CASE("what a text denies passes only where it is asked for", "[core][filter]")
{
    Mention denied = visit();
    denied.status = Factuality::negated;
    Filter filter;
    CHECK_FALSE(filter.accepts(denied, Ontology::builtin(), kPublished));
    filter.statuses = {Factuality::negated, Factuality::actual};
    CHECK(filter.accepts(denied, Ontology::builtin(), kPublished));
}

TEST_CASE("what has no date passes only where none is asked for", "[core][filter]")
{
    Mention undated = visit();
    undated.date.reset();
    Filter filter;
    CHECK(filter.accepts(undated, Ontology::builtin(), std::nullopt));
    filter.since = date("2000-01-01");
    CHECK_FALSE(filter.accepts(undated, Ontology::builtin(), kPublished));
    filter.since.reset();
    filter.as_of = date("2022-12-31");
    CHECK(filter.accepts(undated, Ontology::builtin(), kPublished));
    CHECK_FALSE(filter.accepts(undated, Ontology::builtin(), std::nullopt));
}

TEST_CASE("names of levels and groupings read back", "[core][filter]")
{
    for (const Level level : {Level::state, Level::actor}) {
        CHECK(parse_level(to_string(level)) == level);
    }
    for (const Grouping grouping : {Grouping::pair, Grouping::category, Grouping::topic}) {
        CHECK(parse_grouping(to_string(grouping)) == grouping);
    }
    CHECK_FALSE(parse_level("country").has_value());
    CHECK_FALSE(parse_grouping("").has_value());
}

} // namespace entente::tests
