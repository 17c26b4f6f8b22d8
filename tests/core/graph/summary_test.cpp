// SPDX-License-Identifier: Apache-2.0
// Mentions become relations: what is counted once, what is named how, and that order is nothing.
#include "core/graph/summary.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sightings.hpp"

#include <algorithm>
#include <random>
#include <tuple>

namespace entente::tests {

namespace {

using Mentions = std::vector<store::StoredMention>;

Filter grouped_by(Grouping grouping, Level level = Level::state)
{
    Filter filter;
    filter.grouping = grouping;
    filter.level = level;
    return filter;
}

/// All that a relation says, for comparing.
auto everything(const graph::Relation& r)
{
    return std::tie(r.source, r.target, r.directed, r.key, r.quad, r.category, r.label,
                    r.label_direction, r.score, r.mentions, r.sources, r.events, r.weight, r.period,
                    r.categories, r.topics, r.labels, r.statuses, r.evidence);
}

} // namespace

TEST_CASE("sectors of one state are one actor at the level of states", "[core][summary]")
{
    const Mentions mentions{
        sighting(1, "PAK:GOV", "CONSULT", "RUS:GOV").named("Pakistan", "Russia"),
        sighting(2, "PAK:MIL", "CONSULT", "RUS").named("Pakistan (armed forces)", "Russia")};
    const auto relations = summarize(mentions);
    REQUIRE(relations.size() == 1);
    CHECK(relations[0].source == Actor{code("PAK"), "Pakistan", ActorKind::state});
    CHECK(relations[0].target == Actor{code("RUS"), "Russia", ActorKind::state});
    CHECK(relations[0].mentions == 2);

    CHECK(summarize(mentions, grouped_by(Grouping::pair, Level::actor)).size() == 2);
}

TEST_CASE("what a state does to itself is no relation between states", "[core][summary]")
{
    const Mentions mentions{sighting(1, "PAK:MIL", "ASSAULT", "PAK:REB")};
    graph::Summarizer summarizer{Filter{}, Ontology::builtin()};
    summarizer.add(mentions[0]);
    CHECK(summarizer.relations().empty());
    CHECK(summarizer.accepted() == 1);
    CHECK(summarize(mentions, grouped_by(Grouping::pair, Level::actor)).size() == 1);
}

TEST_CASE("an actor goes by its most frequent name, then by the first in the alphabet",
          "[core][summary]")
{
    Mentions mentions{sighting(1, "PAK", "AID", "MMR").named("Pakistan", "Myanmar"),
                      sighting(2, "PAK", "AID", "MMR").named("Pakistan", "Burma")};
    CHECK(summarize(mentions)[0].source.name == "Pakistan");
    CHECK(summarize(mentions)[0].target.name == "Burma");
    mentions.push_back(sighting(3, "PAK", "AID", "MMR").named("Pakistan", "Myanmar"));
    CHECK(summarize(mentions)[0].target.name == "Myanmar");
}

TEST_CASE("a pair is directed only where every mention goes the same way", "[core][summary]")
{
    struct Row {
        const char* name;
        Mentions mentions;
        bool directed;
        const char* source;
    };

    const auto row = GENERATE(values<Row>({
        {"one way",
         {sighting(1, "RUS", "AID", "PAK"), sighting(2, "RUS", "ACCUSE", "PAK")},
         true,
         "RUS"},
        {"one way in order of codes", {sighting(1, "PAK", "AID", "RUS")}, true, "PAK"},
        {"back and forth",
         {sighting(1, "RUS", "AID", "PAK"), sighting(2, "PAK", "AID", "RUS")},
         false,
         "PAK"},
        {"one of them mutual",
         {sighting(1, "RUS", "AID", "PAK"), sighting(2, "RUS", "CONSULT", "PAK").both_ways()},
         false,
         "PAK"},
    }));
    CAPTURE(row.name);
    const auto relations = summarize(row.mentions);
    REQUIRE(relations.size() == 1);
    CHECK(relations[0].directed == row.directed);
    CHECK(relations[0].source.code.text() == row.source);
}

TEST_CASE("grouping by category keeps directions apart but not the sides of mutual acts",
          "[core][summary]")
{
    const auto relations = summarize(
        {sighting(1, "RUS", "CONSULT", "PAK").both_ways(),
         sighting(2, "PAK", "CONSULT", "RUS").both_ways(), sighting(3, "RUS", "CONSULT", "PAK"),
         sighting(4, "PAK", "CONSULT", "RUS"), sighting(5, "PAK", "AID", "RUS")},
        grouped_by(Grouping::category));
    REQUIRE(relations.size() == 4);
    CHECK(std::count_if(relations.begin(), relations.end(),
                        [](const auto& one) { return one.directed; }) == 3);
    for (const auto& one : relations) {
        CHECK(one.key == one.category);
        CHECK(one.mentions == (one.directed ? 1 : 2));
    }
}

TEST_CASE("a mention counts under each of its topics, or under other", "[core][summary]")
{
    const Mentions mentions{
        sighting(1, "PAK", "COOPERATE", "RUS").about({"energy", "trade", "energy"}),
        sighting(2, "PAK", "COOPERATE", "RUS").about({"energy"}),
        sighting(3, "RUS", "CONSULT", "PAK"),
    };
    std::vector<std::pair<std::string, std::size_t>> found;
    for (const auto& one : summarize(mentions, grouped_by(Grouping::topic))) {
        found.emplace_back(one.key, one.mentions);
    }
    std::sort(found.begin(), found.end());
    CHECK(found == std::vector<std::pair<std::string, std::size_t>>{
                       {"energy", 2}, {"other", 1}, {"trade", 1}});

    Filter only_trade = grouped_by(Grouping::topic);
    only_trade.topics = {"trade"};
    const auto trade = summarize(mentions, only_trade);
    REQUIRE(trade.size() == 1);
    CHECK(trade[0].key == "trade");
}

TEST_CASE("one event told often weighs once, with its best confidence", "[core][summary]")
{
    const auto relations =
        summarize({sighting(1, "PAK", "CONSULT", "RUS").on("2022-02-23").mode("visit").sure(0.6),
                   sighting(2, "PAK", "CONSULT", "RUS").on("2022-02-23").mode("visit").sure(0.9),
                   sighting(3, "PAK", "CONSULT", "RUS").on("2022-02-24").mode("visit").sure(0.5)});
    REQUIRE(relations.size() == 1);
    CHECK(relations[0].mentions == 3);
    CHECK(relations[0].events == 2);
    CHECK(relations[0].weight == Approx(1.4));
    CHECK(relations[0].period == days("2022-02-23", "2022-02-25"));
    CHECK(relations[0].evidence == std::vector<std::int64_t>{2, 1, 3});
}

TEST_CASE("a mutual event is one, whoever is named first", "[core][summary]")
{
    const auto relations =
        summarize({sighting(1, "PAK", "CONSULT", "RUS").on("2022-02-23").both_ways(),
                   sighting(2, "RUS", "CONSULT", "PAK").on("2022-02-23").both_ways()});
    CHECK(relations.at(0).events == 1);
}

TEST_CASE("undated sightings are one event a source, and near-copies one source", "[core][summary]")
{
    const auto relations = summarize({sighting(1, "PAK", "CONSULT", "RUS"),
                                      sighting(2, "PAK", "CONSULT", "RUS").copy_of(1),
                                      sighting(3, "PAK", "CONSULT", "RUS")});
    CHECK(relations.at(0).mentions == 3);
    CHECK(relations.at(0).sources == 2);
    CHECK(relations.at(0).events == 2);
    CHECK_FALSE(relations.at(0).period.has_value());
}

TEST_CASE("articles outside any duplicate group are told apart by id", "[core][summary]")
{
    const auto relations = summarize({sighting(1, "PAK", "CONSULT", "RUS").copy_of(0),
                                      sighting(2, "PAK", "CONSULT", "RUS").copy_of(0)});
    CHECK(relations.at(0).sources == 2);
}

TEST_CASE("a pair takes the quad class of the greatest weight, and conflict when in doubt",
          "[core][summary]")
{
    struct Row {
        const char* name;
        double aid;
        double consult;
        double assault;
        Quad quad;
        const char* label;
    };

    const auto row = GENERATE(values<Row>({
        {"conflict outweighs", 0.2, 0.3, 0.9, Quad::material_conflict, "assault"},
        {"cooperation outweighs", 0.7, 0.2, 0.6, Quad::material_cooperation, "aid"},
        {"words outweigh", 0.1, 0.5, 0.4, Quad::verbal_cooperation, "consult"},
        {"even", 0.5, 0.5, 0.5, Quad::material_conflict, "assault"},
        {"even among cooperation", 0.5, 0.5, 0.1, Quad::material_cooperation, "aid"},
    }));
    CAPTURE(row.name);
    const auto relations = summarize({
        sighting(1, "PAK", "AID", "RUS").sure(row.aid).labelled("aid"),
        sighting(2, "PAK", "CONSULT", "RUS").sure(row.consult).labelled("consult"),
        sighting(3, "PAK", "ASSAULT", "RUS").sure(row.assault).labelled("assault"),
    });
    REQUIRE(relations.size() == 1);
    CHECK(relations[0].quad == row.quad);
    CHECK(relations[0].label == row.label);
    CHECK(relations[0].score == Approx((7.4 + 4.0 - 9.5) / 3.0));
}

TEST_CASE("all labels of a pair are listed, most frequent first, whatever their category",
          "[core][summary]")
{
    const auto relations = summarize({
        sighting(1, "PAK", "CONSULT", "RUS").labelled("talks").on("2022-01-01").sure(0.9),
        sighting(2, "PAK", "CONSULT", "RUS").labelled("state visit").on("2022-01-02").sure(0.9),
        sighting(3, "PAK", "CONSULT", "RUS").labelled("state visit").on("2022-01-02").sure(0.9),
        sighting(4, "PAK", "ACCUSE", "RUS").labelled("criticism").on("2022-01-03").sure(0.9),
        sighting(5, "PAK", "ACCUSE", "RUS").labelled("criticism").on("2022-01-03").sure(0.9),
        sighting(6, "PAK", "ACCUSE", "RUS").labelled("criticism").on("2022-01-03").sure(0.9),
    });
    CHECK(relations.at(0).category == "CONSULT");
    CHECK(relations.at(0).label == "state visit");
    CHECK(relations.at(0).labels == std::vector<std::pair<std::string, std::size_t>>{
                                        {"criticism", 3}, {"state visit", 2}, {"talks", 1}});
}

TEST_CASE("relations come heaviest first, cut by mentions and by top", "[core][summary]")
{
    const Mentions mentions{
        sighting(1, "PAK", "AID", "RUS").on("2022-01-01"),
        sighting(2, "IND", "AID", "RUS").on("2022-01-01").sure(0.9),
        sighting(3, "PAK", "AID", "CHN").on("2022-01-01"),
        sighting(4, "PAK", "AID", "CHN").on("2022-01-02"),
        sighting(5, "AFG", "AID", "CHN").on("2022-01-01"),
    };
    Filter filter;
    filter.top = 3;
    std::size_t total = 0;
    const auto relations = summarize(mentions, filter, &total);
    CHECK(total == 4);
    REQUIRE(relations.size() == 3);
    CHECK(relations[0].target.code.text() == "CHN");
    CHECK(relations[1].source.code.text() == "IND");
    CHECK(relations[2].source.code.text() == "AFG"); // as heavy as PAK – RUS, but first by code

    filter.min_mentions = 2;
    CHECK(summarize(mentions, filter, &total).size() == 1);
    CHECK(total == 1);
}

TEST_CASE("the order in which mentions arrive does not show", "[core][summary][property]")
{
    const Grouping grouping = GENERATE(Grouping::pair, Grouping::category, Grouping::topic);
    const Level level = GENERATE(Level::state, Level::actor);
    const std::uint32_t seed = GENERATE(1U, 2U, 3U, 4U, 5U);
    CAPTURE(to_string(grouping), to_string(level), seed);
    std::mt19937 random{seed};
    const auto pick = [&random](const std::vector<std::string>& from) {
        return from[random() % from.size()];
    };
    const std::vector<std::string> actors{"PAK", "PAK:GOV", "RUS:MIL", "RUS", "CHN", "taliban"};
    Mentions mentions;
    for (std::int64_t id = 1; id <= 200; ++id) {
        auto one = sighting(id, pick(actors),
                            pick({"CONSULT", "AID", "ASSAULT", "ACCUSE", "RELATE"}), pick(actors))
                       .sure(static_cast<double>(random() % 1000) / 999.0)
                       .labelled(pick({"talks", "war", "visit"}))
                       .copy_of(static_cast<std::int64_t>(random() % 50))
                       .named(pick({"A", "B"}), pick({"A", "B"}));
        if (random() % 3 != 0) {
            one = std::move(one).on(pick({"2020-01-01", "2021-05-05", "2022-02-23"}));
        }
        if (random() % 2 == 0) {
            one = std::move(one).both_ways().about({pick({"energy", "trade"}), "arms"});
        }
        mentions.push_back(std::move(one));
    }
    const auto expected = summarize(mentions, grouped_by(grouping, level));
    REQUIRE_FALSE(expected.empty());
    for (int round = 0; round < 5; ++round) {
        std::shuffle(mentions.begin(), mentions.end(), random);
        const auto again = summarize(mentions, grouped_by(grouping, level));
        REQUIRE(again.size() == expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            REQUIRE(everything(again[i]) == everything(expected[i]));
        }
    }
}

} // namespace entente::tests
