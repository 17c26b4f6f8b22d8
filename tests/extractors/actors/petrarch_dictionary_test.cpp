// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/petrarch_codes.hpp"
#include "extractors/actors/petrarch_dictionary.hpp"
#include "tests/support/catch.hpp"

#include <fmt/format.h>

using namespace entente; // NOLINT(google-build-using-namespace)
using actors::parse_petrarch_code;
using actors::parse_petrarch_dictionary;
using actors::PetrarchDictionary;

namespace {

std::string term_of(const actors::PetrarchCode& code)
{
    return code.term ? format_day(code.term->from) + "/" + format_day(code.term->to) : "";
}

/// "TORVALD,TORVALD B = NORGOV 2010-01-01/2015-01-01, NORELI" for each actor, "noun ~ CODE" for
/// each agent.
std::vector<std::string> in_short(const PetrarchDictionary& dictionary)
{
    std::vector<std::string> all;
    for (const auto& actor : dictionary.actors) {
        std::string line = fmt::format("{} =", fmt::join(actor.names, ","));
        for (const auto& code : actor.codes) {
            const std::string term = term_of(code);
            line += ' ' + (code.code.empty() ? "nobody" : code.code) + (term.empty() ? "" : " ");
            line += term;
        }
        all.push_back(std::move(line));
    }
    for (const auto& agent : dictionary.agents) {
        all.push_back(fmt::format("{} ~ {}", fmt::join(agent.nouns, ","), agent.code));
    }
    return all;
}

} // namespace

TEST_CASE("a code of a dictionary is read with its dates", "[actors][dictionary]")
{
    struct Row {
        const char* text;
        const char* code;
        const char* term;
    };

    const std::vector<Row> rows{
        {"USA", "USA", ""},
        {" USAGOV ", "USAGOV", ""},
        {"usagov", "USAGOV", ""},
        {"---", "", ""},
        {"###", "", ""},
        {"USAGOV 930120-010120", "USAGOV", "1993-01-20/2001-01-21"},
        {"USAGOV 19930120-010120", "USAGOV", "1993-01-20/2001-01-21"},
        {"USAGOV 930120 - 20010120", "USAGOV", "1993-01-20/2001-01-21"},
        {"SUN <911225", "SUN", "0001-01-01/1991-12-26"},
        {"SUN<911225", "SUN", "0001-01-01/1991-12-26"},
        {"RUS >19911226", "RUS", "1991-12-26/9999-12-31"},
        {"RUS >=911226", "RUS", "1991-12-26/9999-12-31"},
        {"RUS (>911226)", "RUS", "1991-12-26/9999-12-31"},
        {"RUS <911226-991231>", "RUS", "1991-12-26/2000-01-01"},
        {"RUS >301231", "RUS", "2030-12-31/9999-12-31"},
        {"RUS >310101", "RUS", "1931-01-01/9999-12-31"},
        {"RUS >000229", "RUS", "2000-02-29/9999-12-31"},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        const auto read = parse_petrarch_code(row.text);
        REQUIRE(read.ok());
        CHECK(read->code.code == row.code);
        CHECK(term_of(read->code) == row.term);
        CHECK_FALSE(read->agent);
    }
    CHECK(parse_petrarch_code("~COP")->agent);
    CHECK(parse_petrarch_code("NGO~")->code.code == "NGO");
}

TEST_CASE("a code that is none is refused with what to write", "[actors][dictionary]")
{
    for (const char* text :
         {"", "~", "-USA", "USA/CAN", "ÅLA", "USA 930120", "USA <930231", "USA <930000", "USA <93",
          "USA <", "USA <>", "USA >9301200", "USA 010120-930120", "USA 930120-", "USA jan 1993",
          "USA <930120 >910101", "USA <-30120", "USA >00000101"}) {
        INFO(text);
        const auto read = parse_petrarch_code(text);
        REQUIRE_FALSE(read.ok());
        CHECK(read.error().remedy().starts_with("write "));
    }
    CHECK_FALSE(parse_petrarch_code(std::string(1000, 'A')).ok());
}

TEST_CASE("the lines of a dictionary make actors and agents", "[actors][dictionary]")
{
    struct Row {
        const char* name;
        std::string text;
        std::vector<std::string> read;
    };

    const std::vector<Row> rows{
        {"one line", "CHINA_ [CHN]\n", {"CHINA = CHN"}},
        {"no end of the last line", "CHINA [CHN]", {"CHINA = CHN"}},
        {"the name alone, codes below", "A_B_\n\t[NOR]\n", {"A B = NOR"}},
        {"synonyms", "A_B_\n+C_D_\n+E F\n\t[NOR]\n", {"A B,C D,E F = NOR"}},
        {"blank lines within", "A\n\n+B\n\n[NOR]\n", {"A,B = NOR"}},
        {"several codes on a line",
         "A [SUN <911225] [RUS >911226]\n",
         {"A = SUN 0001-01-01/1991-12-26 RUS 1991-12-26/9999-12-31"}},
        {"a code of a synonym is its own", "A [NOR]\n+B [SWE]\n+C\n", {"B = SWE", "A,C = NOR"}},
        {"comments",
         "# x [Y]\n; x [Y]\nA [NOR] # [X]\nB [SWE];pm 4/2/95 [X]\n",
         {"A = NOR", "B = SWE"}},
        {"comments in markup",
         "<!-- x [Y] -->\nA <!-- x --> [NOR]\n<!-- x\nX [Y]\n--> B [SWE]\n",
         {"A = NOR", "B = SWE"}},
        {"a declaration", "<!DOCTYPE x>\nA [NOR]\n", {"A = NOR"}},
        {"nobody", "A_B [---]\n", {"A B = nobody"}},
        {"ends of Windows and a mark",
         "\xEF\xBB\xBF"
         "A [NOR]\r\nB [SWE]\r\n",
         {"A = NOR", "B = SWE"}},
        {"ends of old Macintoshes", "A [NOR]\rB [SWE]\r", {"A = NOR", "B = SWE"}},
        {"an agent", "POLICE [~COP]\n", {"POLICE ~ COP"}},
        {"an agent before the actor", "ACTIVIST [NGM~]\n", {"ACTIVIST ~ NGM"}},
        {"plurals",
         "ARMY {ARMIES} [~MIL]\nSTAFF {} [~GOV]\n",
         {"ARMY,ARMIES ~ MIL", "STAFF ~ GOV"}},
        {"a set", "!P! = MAN, WOMAN\nLANTERN!P! [~LEG]\n", {"LANTERNMAN,LANTERNWOMAN ~ LEG"}},
        {"a set over lines", "!P! = MAN,\n+ WOMAN\nA_!P! [~LEG]\n", {"A MAN,A WOMAN ~ LEG"}},
        {"a set below its use", "A_!P! [~LEG]\n!P! = MAN\n", {"A MAN ~ LEG"}},
        {"two sets", "!P! = C, D\n!Q! = A, B\n!Q!!P! [~LEG]\n", {"AC,AD,BC,BD ~ LEG"}},
        {"one exclamation mark", "WHAM! [NOR]\n", {"WHAM! = NOR"}},
        {"letters beyond ASCII", "\xC3\x85LAND [FIN]\n", {"\xC3\x85LAND = FIN"}},
    };
    for (const Row& row : rows) {
        INFO(row.name);
        const auto dictionary = parse_petrarch_dictionary(row.text, "x.txt");
        CHECK(in_short(dictionary) == row.read);
        CHECK(dictionary.fault_count == 0);
    }
}

TEST_CASE("a rotten line of a dictionary costs itself alone", "[actors][dictionary]")
{
    struct Row {
        const char* name;
        std::string line;
        const char* message;
    };

    const std::vector<Row> rows{
        {"no code", "NAME_", "x.txt:2: \"NAME\" has no code; write the code"},
        {"a bracket too few", "NAME [NOR", "x.txt:2: a code that is not closed; write [CODE]"},
        {"another bracket", "NAME [~LEG}", "x.txt:2: a code that is not closed"},
        {"a bracket too many", "NAME] [NOR]", "x.txt:2: a bracket in a name"},
        {"a brace too few", "NAME { [~NOR]", "x.txt:2: a brace that is not closed"},
        {"a brace too many", "NAME } [~NOR]", "x.txt:2: a bracket in a name"},
        {"no name", "__ [NOR]", "x.txt:2: a name without words"},
        {"a code that is none", "NAME [NO/SE]", "x.txt:2: \"NO/SE\" is no code; write letters"},
        {"a date that is none", "NAME [NOR <991332]", "x.txt:2: \"<991332\" is no restriction"},
        {"no such set", "A!B! [~GOV]", "x.txt:2: \"A!B!\" cannot be substituted; define"},
        {"a set without a name", "!! = A", "x.txt:2: a substitution set without a name"},
        {"a long line", std::string(5000, 'A') + " [NOR]", "x.txt:2: a line of more than 4096"},
        {"a long name", "A_B_C_D_E_F_G_H_I_J_K_L_M_N_O_P_Q [NOR]", "x.txt:2: a name of more than"},
        {"not UTF-8", "M\xFCNCHEN [DEU]", "x.txt:2: this line is no UTF-8 text; save"},
        {"binary", std::string{"A\0\x01[NOR]", 8}, "x.txt:2: this line is no UTF-8 text"},
    };
    for (const Row& row : rows) {
        INFO(row.name);
        const auto dictionary =
            parse_petrarch_dictionary("FIRST [NOR]\n" + row.line + "\nLAST [SWE]\n", "x.txt");
        CHECK(in_short(dictionary) == std::vector<std::string>{"FIRST = NOR", "LAST = SWE"});
        REQUIRE(dictionary.fault_count == 1);
        CHECK(dictionary.faults.front().message().starts_with(row.message));
    }
}

TEST_CASE("what belongs to a name that was not read is not blamed again", "[actors][dictionary]")
{
    const auto lost = parse_petrarch_dictionary("__\n+B\n\t[NOR]\nC [SWE]\n", "x.txt");
    CHECK(in_short(lost) == std::vector<std::string>{"C = SWE"});
    CHECK(lost.fault_count == 1);
    const auto orphans = parse_petrarch_dictionary("+B\n\t[NOR]\nC [SWE]\n", "x.txt");
    CHECK(orphans.fault_count == 2);
    CHECK(orphans.faults.front().message().starts_with("x.txt:1: a synonym without a name"));
    const auto open = parse_petrarch_dictionary("A [NOR]\n<!-- x\nB [SWE]\n", "x.txt");
    CHECK(in_short(open) == std::vector<std::string>{"A = NOR"});
    CHECK(open.faults.front().message().starts_with("x.txt:2: a comment that is not closed"));
}

TEST_CASE("many faults are counted and few are kept", "[actors][dictionary]")
{
    std::string text;
    for (int i = 0; i < 1000; ++i) {
        text += "NAME [\n";
    }
    const auto dictionary = parse_petrarch_dictionary(text, "x.txt");
    CHECK(dictionary.fault_count == 1000);
    CHECK(dictionary.faults.size() == PetrarchDictionary::kFaultsKept);
}

TEST_CASE("hostile dictionaries end in bounded time", "[actors][dictionary]")
{
    std::string bomb = "!A! = X,Y,Z\n";
    for (int i = 0; i < 60; ++i) {
        bomb += "!A!";
    }
    CHECK(parse_petrarch_dictionary(bomb + " [~GOV]\n", "x.txt").fault_count == 1);
    CHECK(parse_petrarch_dictionary("!A! = !A!!A!\nX!A! [~GOV]\n", "x.txt").fault_count == 1);
    CHECK(parse_petrarch_dictionary(std::string(1 << 22, '['), "x.txt").fault_count == 1);
    CHECK(parse_petrarch_dictionary(std::string(1 << 20, '\n'), "x.txt").fault_count == 0);
    std::string brackets;
    for (int i = 0; i < (1 << 18); ++i) {
        brackets += "<!-- -->";
    }
    CHECK(parse_petrarch_dictionary(brackets, "x.txt").fault_count == 0);
    std::uint64_t state = 7;
    std::string noise;
    for (int i = 0; i < (1 << 20); ++i) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        noise += "[]{}!=+;#<->~_ \n\tAB9\xC3"[(state >> 33U) % 22];
    }
    const auto read = parse_petrarch_dictionary(noise, "x.txt");
    CHECK(read.fault_count > 0);
    for (const auto& actor : read.actors) {
        CHECK_FALSE(actor.codes.empty());
        CHECK_FALSE(actor.names.empty());
    }
}

TEST_CASE("a dictionary is told from a table", "[actors][dictionary]")
{
    struct Row {
        const char* text;
        bool dictionary;
    };

    const std::vector<Row> rows{
        {"CHINA_ [CHN]\n", true},
        {"CHINA_\t[CHN]\n", true},
        {"# code\tname\n<!-- x -->\nA\n\t[NORGOV <930101]\n", true},
        {"POLICE {} [~COP]\n", true},
        {"\xEF\xBB\xBF"
         "A [---]\n",
         true},
        {"", false},
        {"once upon a time\n", false},
        {"once upon a [\ntime ]\n", false},
        {"code\tkind\tname\nacme\tcompany\tAcme [A]\n", false},
        {"\xEF\xBB\xBF"
         "code\tkind\tname\nacme\tcompany\tAcme [A]\n",
         false},
        {"# x\nnoun\tsector\r\n[A]\tGOV\r\n", false},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(actors::is_petrarch_dictionary(row.text) == row.dictionary);
    }
}
