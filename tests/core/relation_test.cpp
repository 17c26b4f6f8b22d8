// SPDX-License-Identifier: Apache-2.0
// Mentions: their one order, and the name of a fact.
#include "core/relation.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fixtures.hpp"

#include <vector>

namespace entente::tests {

namespace {

Mention sample()
{
    return make_extracted("a").mentions.front();
}

} // namespace

TEST_CASE("names of factuality read back", "[core][relation]")
{
    for (const Factuality status :
         {Factuality::actual, Factuality::planned, Factuality::hypothetical, Factuality::negated}) {
        CHECK(parse_factuality(to_string(status)) == status);
    }
    CHECK_FALSE(parse_factuality("perhaps").has_value());
}

TEST_CASE("mentions are ordered by article, place, and what they say", "[core][relation]")
{
    using Change = void (*)(Mention&);
    const std::vector<Change> later{
        [](Mention& m) { m.article = "b"; },
        [](Mention& m) { m.sentence.code_points.begin += 1; },
        [](Mention& m) { m.cue.code_points.begin += 1; },
        [](Mention& m) { m.source.mention.code_points.begin += 1; },
        [](Mention& m) { m.target.mention.code_points.end += 1; },
        [](Mention& m) { m.category = "DEMAND"; },
        [](Mention& m) { m.mode = "visit"; },
        [](Mention& m) { m.rule = "z"; },
    };
    CHECK_FALSE(comes_before(sample(), sample()));
    for (std::size_t i = 0; i < later.size(); ++i) {
        CAPTURE(i);
        Mention other = sample();
        later[i](other);
        CHECK(comes_before(sample(), other));
        CHECK_FALSE(comes_before(other, sample()));
    }
}

TEST_CASE("a fact keeps its name whoever extracts it, and has another if it differs",
          "[core][relation]")
{
    using Change = void (*)(Mention&);
    const std::string name = fingerprint(sample());
    CHECK(name.size() == 16);
    const std::vector<Change> same{
        [](Mention& m) { m.confidence = 0.1; },    [](Mention& m) { m.extractor = "other 2"; },
        [](Mention& m) { m.rule = "other"; },      [](Mention& m) { m.label = "talks"; },
        [](Mention& m) { m.extra = "{\"a\":1}"; },
    };
    for (const Change change : same) {
        Mention mention = sample();
        change(mention);
        CHECK(fingerprint(mention) == name);
    }
    const std::vector<Change> different{
        [](Mention& m) { m.article = "b"; },
        [](Mention& m) { m.sentence.code_points.end += 1; },
        [](Mention& m) { m.source.code = ActorCode::parse("IND").value(); },
        [](Mention& m) { std::swap(m.source, m.target); },
        [](Mention& m) { m.category = "AID"; },
        [](Mention& m) { m.mode = "visit"; },
        [](Mention& m) { m.status = Factuality::negated; },
        [](Mention& m) { m.symmetric = true; },
        [](Mention& m) { m.cue.code_points.end += 1; },
        [](Mention& m) { m.date.reset(); },
    };
    for (std::size_t i = 0; i < different.size(); ++i) {
        CAPTURE(i);
        Mention mention = sample();
        different[i](mention);
        CHECK(fingerprint(mention) != name);
    }
}

} // namespace entente::tests
