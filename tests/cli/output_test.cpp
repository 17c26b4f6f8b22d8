// SPDX-License-Identifier: Apache-2.0
// Tables, bars and colours.
#include "cli/output/table.hpp"
#include "cli/output/width.hpp"
#include "tests/cli/cli_fixture.hpp"

#include <cmath>

using namespace entente::cli;

namespace {

struct Screen {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream err;
    Session session{in, out, err, {}, {}, {}};
};

} // namespace

TEST_CASE("display width counts columns, not bytes", "[cli][output]")
{
    struct Row {
        const char* text;
        std::size_t width;
    };

    const auto row = GENERATE(values<Row>({
        {"", 0},
        {"abc", 3},
        {"Élysée", 6},
        {"E\xCC\x81lys\xC3\xA9"
         "e",
         6},
        {"中国", 4},
        {"한국", 4},
        {"🇵🇰", 2},
        {"→ –", 3},
        {"\xFF", 1},
    }));
    CAPTURE(row.text);
    CHECK(display_width(row.text) == row.width);
}

TEST_CASE("shortening keeps to the width and never cuts a character", "[cli][output]")
{
    CHECK(shorten("Pakistan", 8) == "Pakistan");
    CHECK(shorten("Pakistan", 5) == "Paki…");
    CHECK(shorten("中国中国", 5) == "中国…");
    CHECK(shorten("中国中国", 4) == "中…");
    CHECK(shorten("abc", 0).empty());
    for (std::size_t columns = 1; columns < 12; ++columns) {
        CHECK(display_width(shorten("Ελλάδα 中国 Türkiye", columns)) <= columns);
    }
}

TEST_CASE("bars and sparklines have the length they should", "[cli][output]")
{
    CHECK(bar(0.0, 8).empty());
    CHECK(bar(1.0, 4) == "████");
    CHECK(bar(0.5, 4) == "██");
    CHECK(bar(0.001, 4) == "▏");
    CHECK(bar(7.0, 2) == "██");
    CHECK(sparkline({-10.0, 0.0, 10.0, std::nan("")}, -10.0, 10.0) == "▁▅█·");
}

TEST_CASE("a table aligns its columns and ends lines without blanks", "[cli][output]")
{
    Screen screen;
    Table table{{{"name"}, {"n", Align::right}, {"note"}}};
    table.add({"中国", "7", ""});
    table.add({"Pakistan", "123", "x"});
    table.print(screen.session);
    CHECK(screen.out.str() == "name        n  note\n"
                              "中国        7\n"
                              "Pakistan  123  x\n");
}

TEST_CASE("a table fits the terminal", "[cli][output]")
{
    Screen screen;
    screen.session.terminal.columns = 30;
    Table table{{{"a"}, {"b"}}};
    table.add({std::string(50, 'x'), "short"});
    table.add({"y", std::string(40, 'z')});
    table.print(screen.session);
    std::istringstream lines{screen.out.str()};
    for (std::string line; std::getline(lines, line);) {
        CHECK(display_width(line) <= 30);
    }
}

TEST_CASE("cells cannot drive the terminal", "[cli][output]")
{
    Screen screen;
    Table table{{{""}}};
    table.add({"evil \x1b[2J\nnew line"});
    table.print(screen.session);
    CHECK(screen.out.str() == "evil \\x1b[2J\\x0anew line\n");
}

TEST_CASE("colours are for terminals only, and never with NO_COLOR", "[cli][output]")
{
    const entente::tests::TemporaryFolder folder;
    const std::string store = entente::tests::make_store(folder);
    const Terminal terminal{false, true, true, 80};
    ::setenv("TERM", "xterm", 1);
    ::unsetenv("NO_COLOR");
    const auto has_colour = [](const std::string& text) {
        return text.find("\x1b[") != std::string::npos;
    };
    CHECK(has_colour(entente::tests::run_cli({"show", store, "PAK"}, "", terminal).out));
    CHECK(has_colour(entente::tests::run_cli({"stats", "/nowhere"}, "", terminal).err));
    CHECK_FALSE(has_colour(entente::tests::run_cli({"show", store, "PAK"}).out));
    CHECK_FALSE(has_colour(
        entente::tests::run_cli({"show", store, "PAK", "--no-color"}, "", terminal).out));
    ::setenv("NO_COLOR", "1", 1);
    CHECK_FALSE(has_colour(entente::tests::run_cli({"show", store, "PAK"}, "", terminal).out));
    ::unsetenv("NO_COLOR");
}
