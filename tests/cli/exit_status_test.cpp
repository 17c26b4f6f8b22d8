// SPDX-License-Identifier: Apache-2.0
// The exit statuses that scripts rely on: one table over all commands.
#include "cli/command.hpp"
#include "tests/cli/cli_fixture.hpp"

#include <set>

using entente::tests::make_store;
using entente::tests::run_cli;
using entente::tests::TemporaryFolder;
using entente::tests::write_file;

namespace {

struct Row {
    int status;
    std::vector<std::string> arguments; ///< STORE, NEW, GOOD, BAD, EMPTY and PART stand for files
    std::string input;
};

const std::string kArticle =
    "Title: Row\nDate: 2022-03-01\n\nFrance accused Russia of interference.\n";

const std::string kEvents = "GLOBALEVENTID\tSQLDATE\tActor1Code\tActor2Code\tEventCode\n"
                            "1\t20220301\tFRA\tRUS\t112\n";

std::vector<Row> rows()
{
    return {
        // Done.
        {0, {"add", "NEW", "GOOD"}, ""},
        {0, {"add", "NEW", "-"}, kArticle},
        {0, {"extract", "GOOD"}, ""},
        {0, {"extract", "-"}, "It rained.\n"}, // an article without relations is no failure
        {0, {"merge", "NEW", "STORE", "PART"}, ""},
        {0, {"import", "NEW", "-"}, kEvents},
        {0, {"export", "STORE", "--format", "json"}, ""},
        {0, {"export", "STORE", "-o", "-", "--format", "dot"}, ""},
        {0, {"export", "STORE", "-f", "svg", "--theme", "print", "--cluster", "nato,SCO"}, ""},
        {0, {"export", "STORE", "-f", "timeline", "--color", "region", "--cluster", "none"}, ""},
        {0, {"query", "STORE", "MATCH (a) RETURN a.code"}, ""},
        {0, {"query", "STORE", "-f", "-"}, "MATCH (a) RETURN a.code"},
        {0, {"repl", "STORE"}, "top\n"},
        {0, {"show", "STORE", "Pakistan"}, ""},
        {0, {"show", "STORE", "Pakistan", "RUS", "--json"}, ""},
        {0, {"explain", "France accused Russia."}, ""},
        {0, {"explain", "-"}, "It rained."},
        {0, {"analyze", "GOOD"}, ""},
        {0, {"stats", "STORE"}, ""},
        {0, {"check", "STORE"}, ""},
        {0, {"actors", "Pakistan"}, ""},
        {0, {"gaps", "GOOD"}, ""},
        {0, {"ontology"}, ""},
        // Ran, but something failed or nothing was found.
        {1, {"add", "NEW", "GOOD", "BAD"}, ""},
        {1, {"add", "NEW", "BAD"}, ""},
        {1, {"extract", "BAD", "GOOD"}, ""},
        {1, {"extract", "GOOD", "/nowhere.txt"}, ""},
        {1, {"merge", "NEW", "STORE", "/nowhere.kg"}, ""},
        {1, {"import", "NEW", "-"}, kEvents + "rotten\n"},
        {1, {"import", "NEW", "EMPTY"}, ""},
        {1, {"export", "STORE", "--format", "json", "--since", "2100"}, ""},
        {1, {"query", "STORE", "MATCH (a {code: 'XYZ'}) RETURN a"}, ""},
        {1, {"repl", "STORE"}, "tpo\n"},
        {1, {"show", "STORE", "Tuvalu"}, ""},
        {1, {"show", "STORE", "Russia", "Japan"}, ""},
        {1, {"analyze", "BAD", "GOOD"}, ""},
        {1, {"actors", "qqqqqqqq"}, ""},
        // Wrong usage.
        {2, {"add", "NEW"}, ""},
        {2, {"add", "NEW", "GOOD", "--date", "soon"}, ""},
        {2, {"extract"}, ""},
        {2, {"merge", "NEW"}, ""},
        {2, {"import", "NEW"}, ""},
        {2, {"import", "NEW", "GOOD"}, ""},
        {2, {"import", "NEW", "-", "--format", "excel"}, kEvents},
        {2, {"export", "STORE"}, ""},
        {2, {"export", "STORE", "--format", "json", "--top", "-1"}, ""},
        {2, {"export", "STORE", "--format", "svg", "--theme", "grey"}, ""},
        {2, {"export", "STORE", "--format", "svg", "--colour", "size"}, ""},
        {2, {"export", "STORE", "--format", "svg", "--cluster", "NATO,NOSUCH"}, ""},
        {2, {"export", "STORE", "-o", "STORE", "--format", "json"}, ""},
        {2, {"query", "STORE", "MATCH (a RETURN a"}, ""},
        {2, {"repl", "STORE", "STORE"}, ""},
        {2, {"show", "STORE"}, ""},
        {2, {"show", "STORE", "Pakstan"}, ""},
        {2, {"show", "STORE", "PAK", "Pakistan"}, ""},
        {2, {"explain"}, ""},
        {2, {"explain", "GOOD"}, ""}, // the name of a file is no text
        {2, {"explain", "It rained.", "--date", "soon"}, ""},
        {2, {"analyze", "GOOD", "--format", "xml"}, ""},
        {2, {"stats"}, ""},
        {2, {"check", "STORE", "--frobnicate"}, ""},
        {2, {"actors"}, ""},
        {2, {"gaps"}, ""},
        {2, {"actors", "Pakistan", "--limit", "0"}, ""},
        {2, {"ontology", "everything"}, ""},
        {2, {"frobnicate"}, ""},
        // Unreadable input or store.
        {3, {"add", "GOOD", "GOOD"}, ""},
        {3, {"add", "NEW", "/nowhere.txt"}, ""},
        {3, {"add", "NEW", "GOOD", "--actors", "/nowhere.tsv"}, ""},
        {3, {"add", "NEW", "EMPTY"}, ""},
        {3, {"extract", "/nowhere.txt"}, ""},
        {3, {"merge", "NEW", "/nowhere.kg"}, ""},
        {3, {"merge", "GOOD", "STORE"}, ""},
        {3, {"import", "NEW", "/nowhere.tab"}, ""},
        {3, {"import", "GOOD", "-"}, kEvents},
        {3, {"export", "/nowhere.kg", "--format", "json"}, ""},
        {3, {"export", "STORE", "-o", "/nowhere/graph.json"}, ""},
        {3, {"query", "/nowhere.kg", "MATCH (a) RETURN a"}, ""},
        {3, {"query", "STORE", "-f", "/nowhere.txt"}, ""},
        {3, {"query", "STORE", "-f", "EMPTY"}, ""},
        {3, {"repl", "/nowhere.kg"}, ""},
        {3, {"show", "/nowhere.kg", "Pakistan"}, ""},
        {3, {"explain", "It rained.", "--lexicon", "/nowhere.tsv"}, ""},
        {3, {"analyze", "/nowhere.txt"}, ""},
        {3, {"stats", "GOOD"}, ""},
        {3, {"check", "/nowhere.kg"}, ""},
        {3, {"actors", "Pakistan", "--actors", "/nowhere.tsv"}, ""},
    };
}

} // namespace

TEST_CASE("every command keeps to the table of exit statuses", "[cli][status]")
{
    const TemporaryFolder folder;
    const auto in = [&](const char* name) {
        return (folder.path() / name).string();
    };
    const std::map<std::string, std::string> files{
        {"STORE", make_store(folder)}, {"NEW", in("new.kg")},  {"GOOD", in("good.txt")},
        {"BAD", in("bad.jsonl")},      {"EMPTY", in("empty")}, {"PART", in("part.jsonl")},
    };
    write_file(files.at("GOOD"), kArticle);
    write_file(files.at("BAD"), "{\"text\": 7}\n");
    std::filesystem::create_directory(files.at("EMPTY"));
    write_file(files.at("PART"), run_cli({"extract", files.at("GOOD")}).out);

    std::map<std::string, std::set<int>> seen;
    for (const Row& row : rows()) {
        std::vector<std::string> arguments = row.arguments;
        for (std::string& argument : arguments) {
            if (const auto file = files.find(argument); file != files.end()) {
                argument = file->second;
            }
        }
        const auto run = run_cli(arguments, row.input);
        CAPTURE(row.arguments, run.out, run.err);
        CHECK(run.status == row.status);
        // What is not done is said, and what is done is not an error.
        CHECK(run.err.empty() == (row.status == 0));
        if (row.status != 0) {
            CHECK_THAT(run.err, Catch::Matchers::StartsWith("entente: "));
        }
        seen[row.arguments.front()].insert(row.status);
        std::filesystem::remove(files.at("NEW"));
    }
    for (const entente::cli::Command& command : entente::cli::commands()) {
        CAPTURE(command.name);
        CHECK(seen[std::string{command.name}].count(0) == 1);
        CHECK(seen[std::string{command.name}].count(2) == 1);
    }
}
