// SPDX-License-Identifier: Apache-2.0
// What is written on an edge: telling words before words that fit any pair.
#include "core/graph/label.hpp"
#include "core/graph/summary.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sightings.hpp"

namespace entente::tests {

namespace {

using graph::Direction;
using Mentions = std::vector<store::StoredMention>;

/// The relation of Pakistan and Russia, in a store where "agreement" and "meeting" serve most
/// pairs.
graph::Relation labelled_by(Mentions mentions)
{
    std::int64_t id = 100;
    for (const char* other : {"CHN", "IND", "IRN", "TUR", "SAU"}) {
        mentions.push_back(sighting(++id, "USA", "AGREE", other).labelled("agreement"));
        mentions.push_back(sighting(++id, "USA", "CONSULT", other).labelled("meeting"));
    }
    Filter filter;
    filter.between = {code("PAK"), code("RUS")};
    return summarize(mentions, filter).at(0);
}

Sighting said(std::int64_t id, std::string_view label, double confidence,
              std::string_view category = "CONSULT")
{
    return sighting(id, "PAK", category, "RUS").labelled(label).sure(confidence);
}

} // namespace

TEST_CASE("the label on an edge is the one that says most", "[core][label]")
{
    struct Row {
        const char* name;
        Mentions mentions;
        const char* label;
    };

    const auto row = GENERATE(values<Row>({
        {"no label at all", {said(1, "", 0.9)}, ""},
        {"what serves every pair gives way to what serves this one",
         {said(1, "meeting", 0.8), said(2, "summit", 0.6)},
         "summit"},
        {"much more speaks for the common word",
         {said(1, "meeting", 0.8), said(2, "meeting", 0.8), said(3, "summit", 0.6)},
         "meeting"},
        {"several words say more than one",
         {said(1, "talks", 0.8), said(2, "gas pipeline talks", 0.6)},
         "gas pipeline talks"},
        {"one word and a particle are no several words",
         {said(1, "call", 0.8), said(2, "go to", 0.6)},
         "call"},
        {"the certain before the doubtful",
         {said(1, "summit", 0.3), said(2, "dinner", 0.7)},
         "dinner"},
        {"the actual before the planned",
         {said(1, "summit", 0.8).as(Factuality::planned), said(2, "dinner", 0.7)},
         "dinner"},
        {"the planned before the hypothetical",
         {said(1, "summit", 0.8).as(Factuality::hypothetical),
          said(2, "dinner", 0.7).as(Factuality::planned)},
         "dinner"},
        {"the hypothetical before the negated",
         {said(1, "summit", 0.9).as(Factuality::negated),
          said(2, "dinner", 0.4).as(Factuality::hypothetical)},
         "dinner"},
        {"the word of the mode before a word around it",
         {said(1, "arrival", 0.75).mode("visit"), said(2, "visit", 0.66).mode("visit")},
         "visit"},
        {"a verb form of the mode names it too",
         {said(1, "blow", 0.75, "SANCTION").mode("expel"),
          said(2, "expulsion", 0.7, "SANCTION").mode("expel"),
          said(3, "expelled", 0.7, "SANCTION").mode("expel")},
         "expelled"},
        {"near-copies speak once",
         {said(1, "summit", 0.5).copy_of(7), said(2, "summit", 0.5).copy_of(7),
          said(3, "summit", 0.5).copy_of(7), said(4, "dinner", 0.7)},
         "dinner"},
        {"independent sources add up",
         {said(1, "summit", 0.5), said(2, "summit", 0.5), said(3, "dinner", 0.7)},
         "summit"},
        {"another category of the same class may have the better words",
         {said(1, "agreement", 0.9, "AGREE"), said(2, "signed agreement", 0.8, "SUPPORT")},
         "signed agreement"},
        {"a class that weighs less has no say",
         {said(1, "summit", 0.9), said(2, "seizure of an oil tanker", 0.8, "COERCE")},
         "summit"},
        {"even: the shorter", {said(1, "summit", 0.5), said(2, "lunch", 0.5)}, "lunch"},
        {"even and as short: by the alphabet",
         {said(1, "walks", 0.5), said(2, "lunch", 0.5)},
         "lunch"},
    }));
    CAPTURE(row.name);
    CHECK(labelled_by(row.mentions).label == row.label);
}

TEST_CASE("a label's direction is that of its own mentions", "[core][label]")
{
    struct Row {
        const char* name;
        Mentions mentions;
        bool directed;
        const char* source;
        Direction direction;
    };

    const auto aid = [](std::int64_t id, const char* from, const char* to) {
        return sighting(id, from, "AID", to).labelled("loan").sure(0.9);
    };
    const auto thanks = [](std::int64_t id, const char* from, const char* to) {
        return sighting(id, from, "SUPPORT", to).labelled("thanks").sure(0.2);
    };
    const std::vector<Row> rows{
        {"all one way", {aid(1, "RUS", "PAK")}, true, "RUS", Direction::forward},
        {"the rest goes back",
         {aid(1, "RUS", "PAK"), thanks(2, "PAK", "RUS")},
         false,
         "PAK",
         Direction::backward},
        {"the rest goes back, other way round",
         {aid(1, "PAK", "RUS"), thanks(2, "RUS", "PAK")},
         false,
         "PAK",
         Direction::forward},
        {"itself to and fro",
         {aid(1, "PAK", "RUS"), aid(2, "RUS", "PAK")},
         false,
         "PAK",
         Direction::none},
        {"mutual", {aid(1, "PAK", "RUS").both_ways()}, false, "PAK", Direction::none},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const graph::Relation relation = labelled_by(row.mentions);
        CHECK(relation.directed == row.directed);
        CHECK(relation.source.code.text() == row.source);
        CHECK(relation.label_direction == row.direction);
    }
}

TEST_CASE("how common a label is does not hang on the filter", "[core][label]")
{
    graph::LabelUse use;
    CHECK(use.share("AGREE", "agreement") == 1.0); // nothing known: no reason to prefer another
    const Mentions mentions{
        sighting(1, "USA:GOV", "AGREE", "CHN").labelled("agreement"),
        sighting(2, "CHN:MIL", "AGREE", "USA").labelled("agreement"), // the same pair
        sighting(3, "USA", "AGREE", "IND").labelled("trade deal"),
        sighting(4, "USA", "CONSULT", "IRN").labelled("agreement"),
        sighting(5, "USA:GOV", "AGREE", "USA:MIL").labelled("order"), // no pair at all
    };
    for (const auto& stored : mentions) {
        use.see(stored.mention);
    }
    CHECK(use.share("AGREE", "agreement") == 0.5);
    CHECK(use.share("AGREE", "trade deal") == 0.5);
    CHECK(use.share("CONSULT", "agreement") == 1.0);
}

} // namespace entente::tests
