// SPDX-License-Identifier: Apache-2.0
#include "tests/support/catch.hpp"
#include "tests/support/extraction.hpp"

#include <fmt/format.h>

using namespace entente; // NOLINT(google-build-using-namespace)

namespace {

/// "2022-02-22/2022-02-23 relative"; of the mention whose cue is the word.
std::string date_of(const std::string& text, std::string_view cue)
{
    for (const Mention& mention : tests::read_text(text).mentions) {
        if (mention.cue.text == cue) {
            return !mention.date ? "none"
                                 : fmt::format("{}/{} {}", format_day(mention.date->range.from),
                                               format_day(mention.date->range.to),
                                               to_string(mention.date->basis));
        }
    }
    return "no such mention";
}

} // namespace

TEST_CASE("a relation has the date of its own predicate", "[relations][dates]")
{
    struct Row {
        std::string text;
        std::string cue;
        std::string date;
    };

    // Published on Wednesday, 23 February 2022.
    const std::string article = "2022-02-23/2022-02-24 article";
    const std::vector<Row> rows{
        {"Russia attacked Ukraine on Tuesday.", "attacked", "2022-02-22/2022-02-23 relative"},
        {"On Tuesday, Russia attacked Ukraine.", "attacked", "2022-02-22/2022-02-23 relative"},
        {"Russia attacked Ukraine in March 2014.", "attacked", "2014-03-01/2014-04-01 explicit"},
        {"Russia attacked Ukraine.", "attacked", article},
        {"Iran held talks with Iraq on Monday.", "held", "2022-02-21/2022-02-22 relative"},
        {"Iran's visit to Iraq in 2019 failed.", "visit", "2019-01-01/2020-01-01 explicit"},
        {"Iran has supported Syria since 2011.", "supported", "2011-01-01/2022-02-24 explicit"},
        {"Iran will attack Iraq next month.", "attack", "2022-03-01/2022-04-01 relative"},
        {"Iran blamed Israel for last Saturday's explosion in Isfahan.", "blamed", article},
        {"Iran attacked Iraq after the failed coup of 2016.", "attacked", article},
        {"Iran and Iraq fell out in 2016, when Iran attacked Iraq.", "attacked",
         "2016-01-01/2017-01-01 explicit"},
        {"Iran signed a pact with Iraq on Friday.", "signed", "2022-02-18/2022-02-19 relative"},
        {"Iran condemned Israel on Monday and attacked Iraq on Tuesday.", "condemned",
         "2022-02-21/2022-02-22 relative"},
        {"Iran condemned Israel on Monday and attacked Iraq on Tuesday.", "attacked",
         "2022-02-22/2022-02-23 relative"},
        {"Iran, which attacked Iraq in 1980, condemned Israel.", "condemned", article},
        {"Iran, which attacked Iraq in 1980, condemned Israel.", "attacked",
         "1980-01-01/1981-01-01 explicit"},
        {"Iran has supported Syria for three years.", "supported", article},
        {"Iran recently attacked Iraq.", "attacked", article},
    };
    for (const Row& row : rows) {
        INFO(row.text << " (" << row.cue << ")");
        CHECK(date_of(row.text, row.cue) == row.date);
    }
}
