// SPDX-License-Identifier: Apache-2.0
#include "extractors/dates/calendar.hpp"
#include "extractors/dates/vocabulary.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <string_view>
#include <vector>

using namespace entente; // NOLINT(google-build-using-namespace)

namespace {

Day day(std::string_view text)
{
    return parse_day(text).value();
}

} // namespace

TEST_CASE("the tables of time words load", "[dates][data]")
{
    const auto vocabulary = dates::Vocabulary::load();
    REQUIRE(vocabulary);
    CHECK_FALSE(vocabulary->starting_with("january").empty());
    CHECK(vocabulary->starting_with("nonsense").empty());
}

TEST_CASE("a holiday's rule gives its day", "[dates][calendar]")
{
    struct Row {
        int year;
        std::string_view rule;
        std::string_view day;
    };

    const std::vector<Row> rows{
        {2021, "12-25", "2021-12-25"},     {2022, "easter +0", "2022-04-17"},
        {2024, "easter +0", "2024-03-31"}, {1961, "easter +0", "1961-04-02"},
        {2038, "easter +0", "2038-04-25"}, {2022, "easter -2", "2022-04-15"},
        {2021, "11 thu 4", "2021-11-25"},  {2024, "11 mon 1 +1", "2024-11-05"},
        {2022, "05 mon -1", "2022-05-30"}, {2020, "11 mon 1 +1", "2020-11-03"},
    };
    for (const Row& row : rows) {
        INFO(row.year << ' ' << row.rule);
        const auto found = dates::holiday_in(row.year, row.rule);
        REQUIRE(found);
        CHECK(format_day(*found) == row.day);
    }
    CHECK_FALSE(dates::holiday_in(0, "12-25").has_value());
}

TEST_CASE("weeks belong to the year of their Thursday", "[dates][calendar]")
{
    CHECK(dates::week_of(day("2021-01-03"))->value == "2020-W53");
    CHECK(dates::week_of(day("2021-01-04"))->value == "2021-W01");
    CHECK(dates::week_of(day("2018-12-31"))->value == "2019-W01");
    CHECK(dates::weekend_of(day("2022-02-23"))->value == "2022-W08-WE");
}

TEST_CASE("a day moved by months keeps to the end of the month", "[dates][calendar]")
{
    const dates::Unit month{'M', 1, false};
    CHECK(format_day(*dates::moved(day("2022-03-31"), month, -1)) == "2022-02-28");
    CHECK(format_day(*dates::moved(day("2022-01-31"), month, 13)) == "2023-02-28");
    CHECK(format_day(*dates::moved(day("2020-02-29"), dates::parse_unit("Y"), 1)) == "2021-02-28");
    CHECK(format_day(*dates::moved(day("2020-02-29"), dates::parse_unit("10Y"), -1)) ==
          "2010-02-28");
}

TEST_CASE("what lies outside the years 1 to 9999 has no period", "[dates][hostile]")
{
    CHECK_FALSE(dates::year_period(0).has_value());
    CHECK_FALSE(dates::year_period(10000).has_value());
    CHECK_FALSE(dates::week_of(day("0001-01-01") - std::chrono::days{1}).has_value());
    CHECK_FALSE(dates::day_period(2021, 2, 29).has_value());
    CHECK_FALSE(dates::moved(day("2022-01-31"), dates::parse_unit("1000Y"), 100000).has_value());
    CHECK_FALSE(dates::period_at(dates::parse_unit("10Y"), day("0005-01-01"), -3).has_value());
}
