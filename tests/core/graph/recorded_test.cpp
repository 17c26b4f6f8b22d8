// SPDX-License-Identifier: Apache-2.0
// Relations that come with their sums: they come back as they were, and add up with what the store
// has seen itself.
#include "core/graph/recorded.hpp"
#include "core/mention_json.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sightings.hpp"

#include <algorithm>
#include <random>
#include <tuple>

namespace entente::tests {

namespace {

using Mentions = std::vector<store::StoredMention>;

Filter grouped_by(Grouping grouping, Level level)
{
    Filter filter;
    filter.grouping = grouping;
    filter.level = level;
    return filter;
}

/// All that a relation says but which rows of a store speak for it.
auto sums(const graph::Relation& r)
{
    return std::tie(r.source, r.target, r.directed, r.key, r.quad, r.category, r.label,
                    r.label_direction, r.score, r.mentions, r.sources, r.events, r.weight, r.period,
                    r.categories, r.topics, r.labels, r.statuses);
}

/// The mentions as a store gives them back: through JSON, numbered from `first`.
Mentions through_store(const store::Extracted& extracted, std::int64_t first)
{
    Mentions mentions;
    for (const Mention& mention : extracted.mentions) {
        const auto read = mention_from_json(to_json(mention));
        REQUIRE(read.ok());
        store::StoredMention stored;
        stored.id = first++;
        stored.mention = *read;
        stored.article.id = extracted.article.id;
        stored.article.duplicate_group = stored.id;
        mentions.push_back(std::move(stored));
    }
    return mentions;
}

Mentions recorded(const std::vector<graph::Relation>& relations, const std::string& graph = "g",
                  std::int64_t first = 1)
{
    Mentions mentions;
    for (const graph::Relation& relation : relations) {
        const auto one =
            through_store(graph::record_relation({relation, {graph, "A graph", 7}}, {}), first);
        first += static_cast<std::int64_t>(one.size());
        mentions.insert(mentions.end(), one.begin(), one.end());
    }
    return mentions;
}

Mentions random_mentions(std::mt19937& random, std::size_t count)
{
    const std::vector<std::string> codes{"PAK", "PAK:MIL", "RUS", "RUS:GOV", "NATO", "taliban"};
    const std::vector<std::string> categories{"CONSULT", "AID", "ASSAULT", "ACCUSE", "RELATE"};
    const std::vector<std::string> labels{"visit", "gas pipeline", "attack", ""};
    const std::vector<std::string> topics{"energy", "peace", "arms"};
    const auto pick = [&](const auto& from) -> const auto&
    {
        return from[std::uniform_int_distribution<std::size_t>{0, from.size() - 1}(random)];
    };
    const auto chance = [&](int of) {
        return std::uniform_int_distribution<int>{1, of}(random) == 1;
    };
    Mentions mentions;
    for (std::size_t i = 1; i <= count; ++i) {
        const std::string& source = pick(codes);
        const std::string& target = pick(codes);
        store::StoredMention one =
            sighting(static_cast<std::int64_t>(i), source, pick(categories), target)
                .labelled(pick(labels))
                .sure(std::uniform_real_distribution<>{0.0, 1.0}(random));
        if (!chance(3)) {
            one.mention.topics = {pick(topics), pick(topics)};
        }
        if (!chance(4)) {
            one.mention.date = EventDate{day(chance(2) ? "2022-02-23" : "2015-10-16"),
                                         DatePrecision::day, DateBasis::explicit_};
        }
        one.mention.symmetric = chance(3);
        one.mention.status = chance(4) ? Factuality::planned : Factuality::actual;
        mentions.push_back(std::move(one));
    }
    return mentions;
}

} // namespace

TEST_CASE("a graph that was recorded is the graph that it was", "[core][recorded][property]")
{
    const auto seed = GENERATE(range(1U, 40U));
    CAPTURE(seed);
    std::mt19937 random{seed};
    const Mentions mentions = random_mentions(random, 60);
    for (const Grouping grouping : {Grouping::pair, Grouping::category, Grouping::topic}) {
        for (const Level level : {Level::state, Level::actor}) {
            CAPTURE(to_string(grouping), to_string(level));
            const Filter filter = grouped_by(grouping, level);
            const auto before = summarize(mentions, filter);
            Mentions records = recorded(before);
            std::shuffle(records.begin(), records.end(), random);
            const auto after = summarize(records, filter);
            REQUIRE(after.size() == before.size());
            for (std::size_t i = 0; i < before.size(); ++i) {
                CAPTURE(before[i].source.code.text(), before[i].target.code.text(), before[i].key);
                CHECK(sums(after[i]) == sums(before[i]));
                CHECK(after[i].evidence.size() == 1);
            }
        }
    }
}

TEST_CASE("the articles behind a recorded graph are as many as it says", "[core][recorded]")
{
    graph::Summarizer summarizer{Filter{}, Ontology::builtin()};
    for (const auto& mention : recorded(summarize(pakistan_and_russia()))) {
        summarizer.add(mention);
    }
    CHECK(summarizer.articles() == 7);
    summarizer.add(sighting(900, "PAK", "AID", "RUS"));
    CHECK(summarizer.articles() == 8);
}

TEST_CASE("recorded relations add up with the store's own mentions in any order",
          "[core][recorded]")
{
    const auto whole = summarize(pakistan_and_russia());
    Mentions all = recorded(whole, "a", 100);
    for (const auto& other : recorded(whole, "b", 200)) {
        all.push_back(other);
    }
    for (const auto& own : pakistan_and_russia()) {
        all.push_back(own);
    }
    const auto sum = summarize(all);
    REQUIRE(sum.size() == whole.size());
    for (const graph::Relation& one : whole) {
        const auto found = std::find_if(sum.begin(), sum.end(), [&](const graph::Relation& other) {
            return std::minmax(other.source.code, other.target.code) ==
                   std::minmax(one.source.code, one.target.code);
        });
        CAPTURE(one.source.code.text(), one.target.code.text());
        REQUIRE(found != sum.end());
        CHECK(found->mentions == 3 * one.mentions);
        CHECK(found->sources == 3 * one.sources);
        CHECK(found->events == 3 * one.events);
        CHECK(found->weight == Approx(3 * one.weight));
        CHECK(found->score == Approx(one.score));
        CHECK(found->directed == one.directed);
        CHECK(found->source == one.source);
        CHECK(found->category == one.category);
        CHECK(found->label_direction == one.label_direction);
        CHECK(found->categories.front().second == 3 * one.categories.front().second);
        CHECK(found->labels.front().second == 3 * one.labels.front().second);
        CHECK(found->period == one.period);
    }
    std::mt19937 random{7};
    for (int i = 0; i < 5; ++i) {
        std::shuffle(all.begin(), all.end(), random);
        const auto again = summarize(all);
        REQUIRE(again.size() == sum.size());
        for (std::size_t at = 0; at < sum.size(); ++at) {
            CHECK(sums(again[at]) == sums(sum[at]));
        }
    }
}

TEST_CASE("a filter looks at a recorded relation as at one mention", "[core][recorded]")
{
    const Mentions records = recorded(summarize(pakistan_and_russia()));
    Filter filter;
    filter.categories = {"ASSAULT"};
    CHECK(summarize(records, filter).size() == 1);
    filter = {};
    filter.actors = {code("NATO")};
    CHECK(summarize(records, filter).size() == 2);
    filter = {};
    filter.until = parse_day("2014-06-01").value();
    CHECK(summarize(records, filter).size() == 2);
    filter = {};
    filter.min_mentions = 3;
    CHECK(summarize(records, filter).size() == 1);
}

TEST_CASE("a record that makes no sense is an ordinary mention", "[core][recorded][hostile]")
{
    const auto extracted =
        graph::record_relation({summarize(pakistan_and_russia()).front(), {"g", "A graph", 7}}, {});
    const Mention good = extracted.mentions.front();
    REQUIRE(graph::recorded_relation(good));

    struct Row {
        const char* name;
        const char* from;
        const char* to;
    };

    const auto row = GENERATE(values<Row>({
        {"no JSON", "{\"recorded_relation\":{", "{\"recorded_relation\":{{"},
        {"no object", "{\"recorded_relation\":{", "{\"recorded_relation\":1,\"x\":{"},
        {"a member is missing", "\"directed\"", "\"undirected\""},
        {"a count is no number", "\"mentions\":", "\"mentions\":\"x\",\"m\":"},
        {"a count is beyond all graphs", "\"mentions\":", "\"mentions\":9999999999999999,\"m\":"},
        {"a count is negative", "\"events\":", "\"events\":-1,\"m\":"},
        {"a weight is beyond all graphs", "\"weight\":", "\"weight\":1e300,\"m\":"},
        {"a weight is negative", "\"weight\":", "\"weight\":-1,\"m\":"},
        {"a score is out of range", "\"score\":", "\"score\":11,\"m\":"},
        {"no such quad", "\"quad\":\"", "\"quad\":\"x"},
        {"counts are no pairs", "\"topics\":[", "\"topics\":[1,"},
        {"no such status", "\"statuses\":[[\"", "\"statuses\":[[\"x"},
    }));
    CAPTURE(row.name);
    Mention bad = good;
    const std::size_t at = bad.extra.find(row.from);
    REQUIRE(at != std::string::npos);
    bad.extra.replace(at, std::string_view{row.from}.size(), row.to);
    CHECK_FALSE(graph::recorded_relation(bad));
    store::StoredMention stored;
    stored.id = 1;
    stored.mention = bad;
    stored.article.id = "a";
    const auto relations = summarize({stored});
    REQUIRE(relations.size() == 1);
    CHECK(relations[0].mentions == 1);
}

} // namespace entente::tests
