// SPDX-License-Identifier: Apache-2.0
// The words of a picture: cleaned, shortened, wrapped.
#include "core/text.hpp"
#include "exporters/caption.hpp"
#include "tests/support/exported.hpp"

namespace entente::tests {

using exporters::clean_line;
using Lines = std::vector<std::string>;

TEST_CASE("a clean line holds no line end, control or reordering character", "[exporters][caption]")
{
    struct Row {
        const char* name;
        std::string text;
        std::string want;
    };

    const auto row = GENERATE(values<Row>({
        {"plain", "Pakistan", "Pakistan"},
        {"blanks", " \t a\n\n b\r\n", "a b"},
        {"no-break and line separators",
         "a\xC2\xA0"
         "b\xE2\x80\xA8"
         "c",
         "a b c"},
        {"escape sequence", "\x1B[31m", "\xEF\xBF\xBD[31m"},
        {"override",
         "a\xE2\x80\xAE"
         "b",
         "a\xEF\xBF\xBD"
         "b"},
        {"isolate",
         "a\xE2\x81\xA6"
         "b",
         "a\xEF\xBF\xBD"
         "b"},
        {"ill-formed",
         "a\xFF"
         "b",
         "a\xEF\xBF\xBD"
         "b"},
        {"exactly at the limit", "0123456789", "0123456789"},
        {"beyond the limit", "0123456789a", "012345678…"},
        {"beyond the limit by a word", "01234567 9a", "01234567 …"},
        {"limit counts characters", "éééééééééé", "éééééééééé"},
        {"nothing", "", ""},
    }));
    CAPTURE(row.name);
    CHECK(clean_line(row.text, 10) == row.want);
}

TEST_CASE("lines break at blanks, and words that are too long anywhere", "[exporters][caption]")
{
    CHECK(exporters::wrap("United States of America", 13) == Lines{"United States", "of America"});
    CHECK(exporters::wrap("abcdefghij", 4) == Lines{"abcd", "efgh", "ij"});
    CHECK(exporters::wrap("ééééé", 2) == Lines{"éé", "éé", "é"});
    CHECK(exporters::wrap("", 4) == Lines{""});
}

TEST_CASE("years of a relation are short and never one too many", "[exporters][caption]")
{
    struct Row {
        const char* from;
        const char* to;
        const char* want;
    };

    const auto row = GENERATE(values<Row>({
        {"2022-02-23", "2022-02-24", "2022"},
        {"2022-01-01", "2023-01-01", "2022"}, // half-open: the next year is not touched
        {"2015-10-16", "2022-02-24", "2015–22"},
        {"1998-01-01", "2004-01-02", "1998–2004"},
        {"2001-01-01", "2009-06-01", "2001–09"},
    }));
    CAPTURE(row.from, row.to);
    graph::Relation one = relation("PAK", "RUS", 1.0);
    CHECK(exporters::period_years(one.period).empty());
    one.period = days(row.from, row.to);
    CHECK(exporters::period_years(one.period) == row.want);
}

TEST_CASE("a relation's caption says what, how often and when", "[exporters][caption]")
{
    graph::Relation one = relation("PAK", "RUS", 1.0);
    one.category = "ASSAULT";
    one.mentions = 12;
    CHECK(exporters::relation_caption(one) == Lines{"ASSAULT · 12"});
    one.label = "war";
    one.period = days("2015-01-01", "2023-01-01");
    CHECK(exporters::relation_caption(one) == Lines{"war · 12 · 2015–22"});
    one.label = "sanctions over the annexation of Crimea";
    CHECK(exporters::relation_caption(one) ==
          Lines{"sanctions over the", "annexation of Crimea", "12 · 2015–22"});
    one.label = std::string(10000, 'x');
    const Lines lines = exporters::relation_caption(one);
    CHECK(lines.size() <= 4);
    for (const std::string& line : lines) {
        CHECK(text::count_code_points(line) <= 22);
    }
}

TEST_CASE("an actor without a name goes by its code", "[exporters][caption]")
{
    CHECK(exporters::actor_caption({code("PAK"), "", ActorKind::state}) == Lines{"PAK"});
    CHECK(exporters::actor_caption({code("PAK:MIL"), "Pakistan", ActorKind::state}) ==
          Lines{"Pakistan (armed", "forces)"});
}

TEST_CASE("a title tells the heaviest actors and the years", "[exporters][caption]")
{
    const auto between = [](const char* from, const char* to, double weight) {
        graph::Relation one = relation(from, to, weight);
        one.period = days("2014-03-01", "2015-01-01");
        return one;
    };

    struct Row {
        const char* name;
        std::vector<graph::Relation> relations;
        const char* title;
    };

    const std::vector<Row> rows{
        {"nothing", {}, "Nothing found"},
        {"undated", {relation("PAK", "RUS", 1.0)}, "PAK and RUS"},
        {"a pair", {between("PAK", "RUS", 1.0)}, "PAK and RUS, 2014"},
        {"four", {between("B", "A", 3.0), between("D", "C", 2.0)}, "A, B, C and D, 2014"},
        {"many",
         {between("B", "A", 3.0), between("D", "C", 2.0), between("E", "F", 1.0)},
         "A, B, C and 3 others, 2014"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CHECK(exporters::make_title(graph::Snapshot::build(row.relations)) == row.title);
    }
}

} // namespace entente::tests
