// SPDX-License-Identifier: Apache-2.0
// The extractor against relations that a person coded in our own articles. It prints the figures.
#include "tests/support/catch.hpp"
#include "tests/support/extraction.hpp"
#include "tests/support/gold.hpp"

#include <fmt/format.h>

using namespace entente; // NOLINT(google-build-using-namespace)

namespace {

tests::Agreement compare_all(tests::Level level)
{
    tests::Agreement all;
    for (const tests::GoldArticle& gold : tests::load_gold()) {
        const auto reading = tests::shared_extractor().read(gold.article, nullptr);
        const tests::Agreement one = tests::compare(gold, reading.mentions, level);
        all.found += one.found;
        all.missed += one.missed;
        all.wrong += one.wrong;
    }
    return all;
}

std::string figures(const tests::Agreement& agreement)
{
    return fmt::format("precision {:.3f}, recall {:.3f} ({} found, {} missed, {} wrong)",
                       agreement.precision(), agreement.recall(), agreement.found, agreement.missed,
                       agreement.wrong);
}

} // namespace

TEST_CASE("relations of our own articles are found as a person coded them", "[relations][gold]")
{
    // The floor under what is reached now. A change that raises the figures raises the floor.
    struct Row {
        const char* name;
        tests::Level level;
        double precision;
        double recall;
    };

    const auto row = GENERATE(values<Row>({
        {"pair", tests::Level::pair, 0.88, 0.74},
        {"category", tests::Level::category, 0.80, 0.69},
    }));
    const tests::Agreement agreement = compare_all(row.level);
    WARN(row.name << ": " << figures(agreement));
    CHECK(agreement.precision() >= row.precision);
    CHECK(agreement.recall() >= row.recall);
}

TEST_CASE("a match report and a culture page hold no relation", "[relations][gold][bait]")
{
    std::size_t baits = 0;
    for (const tests::GoldArticle& gold : tests::load_gold()) {
        if (!gold.relations.empty()) {
            continue;
        }
        ++baits;
        INFO(gold.article.id);
        std::vector<std::string> found;
        for (const Mention& mention :
             tests::shared_extractor().read(gold.article, nullptr).mentions) {
            found.push_back(tests::in_short(mention) + " | " + mention.sentence.text);
        }
        CHECK(found == std::vector<std::string>{});
    }
    CHECK(baits == 2);
}
