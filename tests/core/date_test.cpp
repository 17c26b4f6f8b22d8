// SPDX-License-Identifier: Apache-2.0
// Days and partial dates: the calendar's edges, time zones, and what is no date.
#include "core/date.hpp"
#include "tests/support/catch.hpp"

#include <vector>

namespace entente::tests {

TEST_CASE("days of the calendar are read and written back", "[core][date]")
{
    for (const char* text : {"0001-01-01", "1582-10-10", "1900-02-28", "1970-01-01", "2000-02-29",
                             "2022-02-23", "2024-02-29", "9999-12-31"}) {
        CAPTURE(text);
        const auto day = parse_day(text);
        REQUIRE(day.ok());
        CHECK(format_day(*day) == text);
    }
    CHECK(parse_day("1970-01-02").value() - parse_day("1970-01-01").value() ==
          std::chrono::days{1});
    CHECK(parse_day("2000-03-01").value() - parse_day("2000-02-28").value() ==
          std::chrono::days{2});
    CHECK(parse_day("1900-03-01").value() - parse_day("1900-02-28").value() ==
          std::chrono::days{1});
}

TEST_CASE("every day of four centuries reads back", "[core][date]")
{
    Day day = parse_day("1800-01-01").value();
    for (int i = 0; i < 146'097; ++i, day += std::chrono::days{1}) {
        const auto read = parse_day(format_day(day));
        REQUIRE(read.ok());
        REQUIRE(*read == day);
    }
    CHECK(format_day(day) == "2200-01-01");
}

TEST_CASE("days that are not in the calendar are refused", "[core][date]")
{
    for (const char* text :
         {"2023-02-29", "1900-02-29",  "2100-02-29",  "2022-02-30",      "2022-04-31",
          "2022-00-01", "2022-13-01",  "2022-01-00",  "2022-01-32",      "0000-01-01",
          "",           "2022",        "2022-02",     "2022-2-23",       "22-02-23",
          "2022/02/23", "2022-02-23 ", " 2022-02-23", "2022-02-23x",     "+022-02-23",
          "-022-02-23", "20 2-02-23",  "2022--2-23",  "2022-02-23T10:00"}) {
        CAPTURE(text);
        const auto day = parse_day(text);
        REQUIRE_FALSE(day.ok());
        CHECK(day.error().code() == ErrorCode::bad_value);
        CHECK_FALSE(day.error().remedy().empty());
    }
}

TEST_CASE("as much of a date is kept as is known, in UTC", "[core][date]")
{
    struct Row {
        const char* text;
        const char* known; ///< empty where it is no date
        const char* from;
        const char* to;
    };

    const std::vector<Row> rows{
        {"2022", "2022", "2022-01-01", "2023-01-01"},
        {"2022-02", "2022-02", "2022-02-01", "2022-03-01"},
        {"2024-02", "2024-02", "2024-02-01", "2024-03-01"},
        {"2022-12", "2022-12", "2022-12-01", "2023-01-01"},
        {"2022-02-23", "2022-02-23", "2022-02-23", "2022-02-24"},
        {"2022-02-23T10:00", "2022-02-23", "2022-02-23", "2022-02-24"},
        {"2022-02-23T10:00:00Z", "2022-02-23", "2022-02-23", "2022-02-24"},
        {"2022-02-23 10:00:00.123456 UTC", "2022-02-23", "2022-02-23", "2022-02-24"},
        {"2022-02-23T00:30:00+05:00", "2022-02-22", "2022-02-22", "2022-02-23"},
        {"2022-02-23T05:00:00+05:00", "2022-02-23", "2022-02-23", "2022-02-24"},
        {"2022-02-23T23:30:00-0800", "2022-02-24", "2022-02-24", "2022-02-25"},
        {"2022-01-01T00:00:00+14:00", "2021-12-31", "2021-12-31", "2022-01-01"},
        {"2024-02-28T23:00:00-01:00", "2024-02-29", "2024-02-29", "2024-03-01"},
        {"2023-02-28T23:00:00-01:00", "2023-03-01", "2023-03-01", "2023-03-02"},
        {"2016-12-31T23:59:60Z", "2016-12-31", "2016-12-31", "2017-01-01"},
        {"2022-02-23T24:00:00Z", "2022-02-24", "2022-02-24", "2022-02-25"},
        {"2022-13", "", "", ""},
        {"2022-", "", "", ""},
        {"2022-02-", "", "", ""},
        {"2022-02-23T", "", "", ""},
        {"2022-02-23T25:00", "", "", ""},
        {"2022-02-23T24:01", "", "", ""},
        {"2022-02-23T24:00:59Z", "", "", ""},
        {"2022-02-23T10:60", "", "", ""},
        {"2022-02-23T-0:00", "", "", ""},
        {"2022-02-23T10:-0", "", "", ""},
        {"2022-02-23T10:00+-0:00", "", "", ""},
        {"2022-02-23T10:00:61", "", "", ""},
        {"2022-02-23T10:00+15:00", "", "", ""},
        {"2022-02-23T10:00 CEST", "", "", ""},
        {"2022-02-23T10:00Zx", "", "", ""},
        {"0001-01-01T00:00:00+01:00", "", "", ""},
        {"9999-12-31T23:30:00-01:00", "", "", ""},
        {"0000", "", "", ""},
        {"20222", "", "", ""},
        {"yesterday", "", "", ""},
        {"", "", "", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const auto date = PartialDate::parse(row.text);
        CHECK(date.ok() == (row.known[0] != '\0'));
        if (date.ok()) {
            CHECK(date->to_string() == row.known);
            CHECK(format_day(date->range().from) == row.from);
            CHECK(format_day(date->range().to) == row.to);
            CHECK(PartialDate::parse(date->to_string()).value() == *date);
        }
    }
}

TEST_CASE("ranges of days are half-open", "[core][date]")
{
    const DateRange range{parse_day("2022-02-01").value(), parse_day("2022-03-01").value()};
    CHECK(range.contains(parse_day("2022-02-01").value()));
    CHECK(range.contains(parse_day("2022-02-28").value()));
    CHECK_FALSE(range.contains(parse_day("2022-03-01").value()));
    const DateRange next{range.to, range.to + std::chrono::days{1}};
    CHECK_FALSE(range.overlaps(next));
    CHECK(range.overlaps({range.from, range.from + std::chrono::days{1}}));
    CHECK(range.hull(next) == DateRange{range.from, next.to});
    CHECK(next.hull(range) == range.hull(next));
    CHECK(DateRange{}.empty());
    CHECK_FALSE(range.empty());
}

TEST_CASE("names of precision and basis read back", "[core][date]")
{
    for (const DatePrecision precision :
         {DatePrecision::day, DatePrecision::week, DatePrecision::month, DatePrecision::quarter,
          DatePrecision::year, DatePrecision::decade, DatePrecision::interval}) {
        CHECK(parse_date_precision(to_string(precision)) == precision);
    }
    for (const DateBasis basis : {DateBasis::explicit_, DateBasis::relative, DateBasis::article}) {
        CHECK(parse_date_basis(to_string(basis)) == basis);
    }
    CHECK(to_string(DateBasis::explicit_) == "explicit");
    CHECK_FALSE(parse_date_precision("hour").has_value());
    CHECK_FALSE(parse_date_basis("").has_value());
}

} // namespace entente::tests
