// SPDX-License-Identifier: Apache-2.0
// Time expressions in sentences of our own: data/time_expressions.tsv marks each with its type,
// value and days; the rows of the kind "baits" hold none.
#include "core/text.hpp"
#include "core/tsv.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/extraction.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

using namespace entente; // NOLINT(google-build-using-namespace)

namespace {

struct Row {
    std::string kind;
    std::string date;
    std::string text;
    std::string wanted; ///< "Tuesday DATE 2022-02-22 2022-02-22/2022-02-23"; empty for a bait
};

std::string described(std::string_view words, std::string_view type, std::string_view value,
                      std::string_view from, std::string_view to)
{
    return fmt::format("{} {} {} {}/{}", words, type, value, from, to);
}

Row parse(const TsvRow& cells)
{
    Row row{std::string{cells["kind"]}, std::string{cells["date"]}, {}, {}};
    const std::string_view text = cells["text"];
    const std::size_t open = text.find("[[");
    const std::size_t close = text.find("]]");
    if (open == std::string_view::npos) {
        row.text = text;
        return row;
    }
    REQUIRE(close != std::string_view::npos);
    const std::string_view words = text.substr(open + 2, close - open - 2);
    row.text = fmt::format("{}{}{}", text.substr(0, open), words, text.substr(close + 2));
    row.wanted = described(words, cells["type"], cells["value"], cells["from"], cells["to"]);
    return row;
}

std::vector<Row> rows()
{
    const std::filesystem::path file =
        std::filesystem::path{ENTENTE_SOURCE_DIR} / "tests/extractors/data/time_expressions.tsv";
    std::ifstream in{file, std::ios::binary};
    REQUIRE(in);
    const std::string table{std::istreambuf_iterator<char>{in}, {}};
    std::vector<Row> all;
    const Status read = read_tsv(table, file.string(), {"kind", "date", "text", "type", "value"},
                                 [&](const TsvRow& cells) -> Status {
                                     all.push_back(parse(cells));
                                     return {};
                                 });
    REQUIRE(read);
    return all;
}

std::vector<std::string> found_in(const Row& row)
{
    std::vector<std::string> all;
    for (const auto& sighting : tests::read_text(row.text, row.date).dates) {
        const auto& date = sighting.date;
        all.push_back(described(sighting.mention.text, sighting.type, sighting.value,
                                date ? format_day(date->range.from) : "",
                                date ? format_day(date->range.to) : ""));
    }
    return all;
}

} // namespace

TEST_CASE("time expressions are found with type, value and days", "[dates][time]")
{
    std::map<std::string, int> counts;
    for (const Row& row : rows()) {
        INFO(row.kind << ": " << row.text << " (" << row.date << ")");
        ++counts[row.wanted.empty() ? "baits" : "expressions"];
        const auto found = found_in(row);
        CAPTURE(row.wanted, found);
        if (row.wanted.empty()) {
            CHECK(found.empty());
            continue;
        }
        CHECK(std::count(found.begin(), found.end(), row.wanted) == 1);
        if (row.kind != "discourse") {
            CHECK(found.size() == 1);
        }
    }
    CHECK(counts["expressions"] >= 200);
    CHECK(counts["baits"] >= 40);
}

TEST_CASE("time expressions never overlap and keep the order of the text", "[dates][property]")
{
    std::string text;
    for (const Row& row : rows()) {
        text += row.text + ' ';
    }
    const auto dates = tests::read_text(text).dates;
    REQUIRE(dates.size() > 200);
    for (std::size_t i = 0; i + 1 < dates.size(); ++i) {
        INFO(dates[i].mention.text);
        CHECK(dates[i].first < dates[i].last);
        CHECK(dates[i].last <= dates[i + 1].first);
        CHECK(dates[i].mention.bytes.end <= dates[i + 1].mention.bytes.begin);
    }
}

TEST_CASE("piles of time words are read in linear time", "[dates][hostile]")
{
    for (const std::string pile :
         {"the end of ", "early ", "about more than ", "two to three ", "next ", "the same ",
          "twenty-", "three straight full ", "noon on ", "March 3-", "1999-", "every "}) {
        INFO(pile);
        std::string text;
        while (text.size() < 20000) {
            text += pile;
        }
        const auto start = std::chrono::steady_clock::now();
        const auto reading = tests::read_text(text + "Friday.");
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
        CHECK(reading.dates.size() <= reading.analysis.tokens.size());
        CHECK(taken.count() < 60.0); // seconds, most of them for words and trees
    }
}
