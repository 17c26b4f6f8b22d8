// SPDX-License-Identifier: Apache-2.0
// Cells that no spreadsheet computes, and tables that every reader splits alike.
#include "core/text.hpp"
#include "exporters/table.hpp"
#include "tests/support/exported.hpp"
#include "tests/support/hostile_generator.hpp"

#include <regex>

namespace entente::tests {

using exporters::table_cell;

TEST_CASE("a cell is one line that no spreadsheet computes", "[exporters][csv]")
{
    struct Row {
        const char* name;
        std::string text;
        std::string want;
    };

    const auto row = GENERATE(values<Row>({
        {"plain", "Pakistan", "Pakistan"},
        {"nothing", "", ""},
        {"a minus inside", "2015-16", "2015-16"},
        {"equals", "=1+1", "'=1+1"},
        {"plus", "+1", "'+1"},
        {"minus", "-1", "'-1"},
        {"at", "@SUM(A1)", "'@SUM(A1)"},
        {"behind blanks", "  =1", "'  =1"},
        {"behind a line end", "\n=1", "' =1"},
        {"behind a tab", "\t=1", "' =1"},
        {"behind an apostrophe", "'=1", "''=1"},
        {"full width",
         "\xEF\xBC\x9D"
         "1",
         "'\xEF\xBC\x9D"
         "1"},
        {"an apostrophe that begins a name", "'Asaib", "'Asaib"},
        {"behind a semicolon", "a;=1", "a;'=1"},
        {"behind a comma and a bar", "a,-1|+2", "a,'-1|'+2"},
        {"behind a semicolon and an apostrophe", "a;'@x", "a;''@x"},
        {"behind two semicolons", "a;;=1", "a;;'=1"},
        {"a blank is enough", "12, -5 degrees", "12, -5 degrees"},
        {"line ends", "a\r\nb\nc\rd", "a b c d"},
        {"line separators",
         "a\xE2\x80\xA8"
         "b\xC2\x85"
         "c",
         "a b c"},
        {"controls", std::string{"a\0b\x7F", 4},
         "a\xEF\xBF\xBD"
         "b\xEF\xBF\xBD"},
        {"C1 controls",
         "a\xC2\x9B"
         "b",
         "a\xEF\xBF\xBD"
         "b"},
        {"ill-formed", "a\xFF", "a\xEF\xBF\xBD"},
        {"accents stay", "Côte d’Ivoire", "Côte d’Ivoire"},
    }));
    CAPTURE(row.name);
    CHECK(table_cell(row.text) == row.want);
}

TEST_CASE("taking one apostrophe gives back any text of one line", "[exporters][csv][property]")
{
    const auto read_back = [](const std::string& cell) {
        static const std::regex kBehind{"([,;|])'('*(?:[=+@-]|\xEF\xBC[\x9D\x8B\x8D\xA0]))"};
        static const std::regex kBegin{"^'([ ']*(?:[=+@-]|\xEF\xBC[\x9D\x8B\x8D\xA0]))"};
        return std::regex_replace(std::regex_replace(cell, kBehind, "$1$2"), kBegin, "$1");
    };
    std::size_t guarded = 0;
    for (const std::string& name : generate_hostile_names(2000)) {
        const std::string cell = table_cell(name);
        const std::string back = read_back(cell);
        CHECK(table_cell(back) == cell);
        const bool one_line =
            name.find_first_of(std::string_view{"\0\x01\n\r\t\x1B\x7F", 7}) == std::string::npos &&
            text::is_valid_utf8(name) && name.find("\xC2") == std::string::npos &&
            name.find("\xE2\x80") == std::string::npos;
        if (one_line) {
            CHECK(back == name);
            guarded += back != cell ? 1U : 0U;
        }
    }
    CHECK(guarded > 50);
}

TEST_CASE("cells are quoted where a reader of any dialect could split them", "[exporters][csv]")
{
    exporters::StringSink sink;
    exporters::TableWriter table{sink, ','};
    table.header({"a", "b"});
    for (const char* text : {"plain", "a,b", "a;b", "say \"x\"", " blank ", "a|b", "-"}) {
        table.text(text);
        table.number(0.5);
        table.end_row();
    }
    REQUIRE(table.finish().ok());
    CHECK(sink.text() == "a,b\nplain,0.5\n\"a,b\",0.5\n\"a;b\",0.5\n\"say \"\"x\"\"\",0.5\n"
                         "\" blank \",0.5\n\"a|b\",0.5\n'-,0.5\n");
}

} // namespace entente::tests
