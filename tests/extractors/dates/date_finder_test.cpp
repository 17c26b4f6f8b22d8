// SPDX-License-Identifier: Apache-2.0
#include "tests/support/catch.hpp"
#include "tests/support/extraction.hpp"

using namespace entente; // NOLINT(google-build-using-namespace)

TEST_CASE("time expressions resolve against the day of publication", "[dates]")
{
    // Published on Wednesday, 23 February 2022.
    struct Row {
        std::string text;
        std::string range; ///< empty: no date
        DateBasis basis = DateBasis::explicit_;
    };

    const std::vector<Row> rows{
        {"They met on 23 February 2022.", "2022-02-23/2022-02-24", DateBasis::explicit_},
        {"They met on February 3, 2021.", "2021-02-03/2021-02-04", DateBasis::explicit_},
        {"They met in March 2014.", "2014-03-01/2014-04-01", DateBasis::explicit_},
        {"They have met since 2014.", "2014-01-01/2015-01-01", DateBasis::explicit_},
        {"They met on 20 December.", "2021-12-20/2021-12-21", DateBasis::relative},
        {"They met on Tuesday.", "2022-02-22/2022-02-23", DateBasis::relative},
        {"They meet next Tuesday.", "2022-03-01/2022-03-02", DateBasis::relative},
        {"They met yesterday.", "2022-02-22/2022-02-23", DateBasis::relative},
        {"They met last month.", "2022-01-01/2022-02-01", DateBasis::relative},
        {"They met last year.", "2021-01-01/2022-01-01", DateBasis::relative},
        {"They met last week.", "2022-02-14/2022-02-21", DateBasis::relative},
        {"They met three days ago.", "2022-02-20/2022-02-21", DateBasis::relative},
        {"They met in November.", "2021-11-01/2021-12-01", DateBasis::relative},
        {"They met on 30 February 2022.", "", DateBasis::explicit_},
        {"They may march in 300 rows.", "", DateBasis::explicit_},
        {"They met.", "", DateBasis::explicit_},
        {"They met 1000 years ago.", "1022-01-01/1023-01-01", DateBasis::relative},
        {"They met 99999999999 years ago.", "", DateBasis::relative},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        const auto reading = tests::read_text(row.text);
        std::string range;
        for (const auto& sighting : reading.dates) {
            if (sighting.date) {
                range = format_day(sighting.date->range.from) + '/' +
                        format_day(sighting.date->range.to);
                CHECK(sighting.date->basis == row.basis);
            }
        }
        CHECK(range == row.range);
    }
}

TEST_CASE("without a day of publication a relative date stays open", "[dates]")
{
    const auto reading = tests::read_text("Russia attacked Ukraine on Tuesday.", "");
    REQUIRE(reading.mentions.size() == 1);
    CHECK_FALSE(reading.mentions.front().date.has_value());
}

TEST_CASE("a relation without a time expression says that only the article speaks", "[dates]")
{
    const auto reading = tests::read_text("Russia attacked Ukraine.");
    REQUIRE(reading.mentions.size() == 1);
    REQUIRE(reading.mentions.front().date.has_value());
    CHECK(reading.mentions.front().date->basis == DateBasis::article);
}

TEST_CASE("a day before the first year is no date", "[dates][hostile]")
{
    for (const char* text :
         {"They met 1000 years ago.", "They met yesterday.", "They met last week."}) {
        INFO(text);
        for (const auto& sighting : tests::read_text(text, "0001-01-01").dates) {
            CHECK_FALSE(sighting.date.has_value());
        }
    }
}
