// SPDX-License-Identifier: Apache-2.0
// Tables, bars, lines of evidence and colours.
#include "cli/output/counted.hpp"
#include "cli/output/evidence.hpp"
#include "cli/output/spool.hpp"
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

TEST_CASE("shortening from the front keeps the end", "[cli][output]")
{
    CHECK(shorten_front("Pakistan", 8) == "Pakistan");
    CHECK(shorten_front("Pakistan", 5) == "…stan");
    CHECK(shorten_front("中国中国", 5) == "…中国");
    CHECK(shorten_front("中国中国", 4) == "…国");
    CHECK(shorten_front("abc", 0).empty());
    for (std::size_t columns = 1; columns < 12; ++columns) {
        CHECK(display_width(shorten_front("Ελλάδα 中国 Türkiye", columns)) <= columns);
    }
}

TEST_CASE("a line of evidence keeps cue and date at every width", "[cli][output]")
{
    struct Row {
        const char* name;
        const char* sentence;
        const char* cue;
    };

    const auto row = GENERATE(values<Row>({
        {"cue in the middle",
         "In a ceremony that few had expected a year before, Pakistan on Friday accused Russia of "
         "delays that had cost the pipeline's builders more than both governments had foreseen.",
         "accused"},
        {"cue at the beginning",
         "Accusing Russia of delays, Pakistan said that the builders of the pipeline would have to "
         "wait until the spring, when both governments were to speak of it again in Moscow.",
         "Accusing"},
        {"cue at the end",
         "Pakistan and Russia, whose ministers had spoken of the pipeline for most of the spring "
         "without a word to the builders or to the banks that were to pay, never met.",
         "met"},
        {"one short sentence", "Pakistan met Russia.", "met"},
        {"wide characters",
         "Pakistan and Russia said 中国中国中国中国中国中国中国中国 and accused each other of "
         "中国中国中国中国中国中国中国中国中国中国.",
         "accused"},
    }));
    const auto article = entente::tests::make_article("a1", row.sentence, "2022-02-24");
    entente::store::StoredMention stored;
    stored.mention = entente::tests::make_mention(article, row.sentence, {"Pakistan", "PAK"},
                                                  row.cue, {"Russia", "RUS"});
    stored.article.id = "a1";
    stored.article.title = "A title which is longer than any line of a terminal has room for it";
    stored.article.date = article.date;
    const Screen screen;
    for (std::size_t columns = 40; columns < 400; ++columns) {
        CAPTURE(row.name, columns);
        const std::string line = evidence_line(screen.session, stored, columns);
        CHECK(display_width(line) <= columns);
        CHECK_THAT(line, Catch::Matchers::Contains("[" + std::string{row.cue} + "]"));
        CHECK_THAT(line, Catch::Matchers::EndsWith(", 2022-02-24"));
    }
    const std::string whole = evidence_line(screen.session, stored, 400);
    CHECK_THAT(whole, !Catch::Matchers::Contains("…"));
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
    ::setenv("CLICOLOR", "0", 1);
    CHECK_FALSE(has_colour(entente::tests::run_cli({"show", store, "PAK"}, "", terminal).out));
    ::unsetenv("CLICOLOR");
    ::setenv("CLICOLOR_FORCE", "1", 1);
    CHECK(has_colour(entente::tests::run_cli({"show", store, "PAK"}).out));
    CHECK_FALSE(has_colour(entente::tests::run_cli({"show", store, "PAK", "--no-color"}).out));
    ::unsetenv("CLICOLOR_FORCE");
}

TEST_CASE("a width that is asked for counts more than the terminal", "[cli][output]")
{
    const entente::tests::TemporaryFolder folder;
    const std::string store = entente::tests::make_store(folder);
    const auto widest = [](const std::string& text) {
        std::istringstream lines{text};
        std::size_t width = 0;
        for (std::string line; std::getline(lines, line);) {
            width = std::max(width, display_width(line));
        }
        return width;
    };
    const std::string script = "top evidence\n";
    CHECK(widest(entente::tests::run_cli({"repl", store, "--width", "70"}, script).out) <= 70);
    CHECK(widest(entente::tests::run_cli({"--width", "70", "repl", store}, script,
                                         {false, true, true, 40})
                     .out) > 40);
    CHECK(widest(entente::tests::run_cli({"repl", store}, script).out) > 70);
}

TEST_CASE("what was spooled comes out whole and once, however long", "[cli][output]")
{
    Spool spool;
    for (const std::size_t pieces : {0UL, 3UL, 40UL}) {
        INFO(pieces << " pieces");
        std::string expected;
        for (std::size_t i = 0; i < pieces; ++i) {
            const std::string piece(Spool::kInMemory / 16 + i, static_cast<char>('a' + i % 26));
            expected += piece;
            spool.append(piece);
        }
        std::ostringstream out;
        spool.move_to(out);
        CHECK(out.good());
        CHECK(out.str() == expected);
    }
}

TEST_CASE("sizes are said in whole units, rounded up", "[cli][output]")
{
    struct Row {
        std::uint64_t bytes;
        const char* want;
    };

    const auto row = GENERATE(values<Row>({
        {0, "0 bytes"},
        {1, "1 byte"},
        {1023, "1023 bytes"},
        {1024, "1 KiB"},
        {1025, "2 KiB"},
        {std::uint64_t{10} << 20U, "10240 KiB"},
        {(std::uint64_t{10} << 20U) + 1, "11 MiB"},
    }));
    CHECK(counted_bytes(row.bytes) == row.want);
}
