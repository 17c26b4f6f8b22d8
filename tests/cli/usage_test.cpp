// SPDX-License-Identifier: Apache-2.0
// The command line itself: help, versions, wrong usage.
#include "cli/command.hpp"
#include "tests/cli/cli_fixture.hpp"

using entente::tests::count_lines;
using entente::tests::run_cli;

TEST_CASE("every command explains itself with examples", "[cli][help]")
{
    for (const entente::cli::Command& command : entente::cli::commands()) {
        CAPTURE(command.name);
        const auto run = run_cli({std::string{command.name}, "--help"});
        CHECK(run.status == 0);
        CHECK(run.err.empty());
        CHECK_THAT(run.out, Catch::Matchers::Contains(std::string{command.description}));
        CHECK_THAT(run.out, Catch::Matchers::Contains("Examples:\n  entente "));
        CHECK(count_lines(command.examples) >= 2);
        const auto short_flag = run_cli({std::string{command.name}, "-h"});
        CHECK(short_flag.out == run.out);
    }
}

TEST_CASE("the help of the program lists every command", "[cli][help]")
{
    const auto run = run_cli({"--help"});
    CHECK(run.status == 0);
    for (const entente::cli::Command& command : entente::cli::commands()) {
        CHECK_THAT(run.out, Catch::Matchers::Contains("  " + std::string{command.name} + " "));
    }
}

TEST_CASE("the version is one line on the standard output", "[cli][help]")
{
    const auto run = run_cli({"--version"});
    CHECK(run.status == 0);
    CHECK_THAT(run.out, Catch::Matchers::StartsWith("entente 0."));
    CHECK(count_lines(run.out) == 1);
}

TEST_CASE("wrong usage is one line that says what to do, and status 2", "[cli][usage]")
{
    struct Row {
        const char* name;
        std::vector<std::string> arguments;
        const char* message;
    };

    const auto row = GENERATE(values<Row>({
        {"no command", {}, "no command; run `entente --help`"},
        {"only a global option", {"--quiet"}, "no command; run `entente --help`"},
        {"unknown command", {"ad", "x.kg"}, "unknown command \"ad\"; did you mean \"add\"?"},
        {"unknown command, nothing near", {"frobnicate"}, "run `entente --help`"},
        {"unknown option", {"stats", "--jsn", "x.kg"}, "--jsn; did you mean \"--json\"?"},
        {"unknown option, nothing near",
         {"stats", "x.kg", "--frobnicate"},
         "unknown option --frobnicate; run `entente stats --help`"},
        {"missing argument", {"add"}, "graph is required; run `entente add --help`"},
        {"missing input", {"add", "x.kg"}, "input is required"},
        {"too many arguments", {"check", "x.kg", "y.kg"}, "unexpected argument \"y.kg\""},
        {"a number that is none", {"--threads", "many", "stats", "x.kg"}, "many"},
        {"a negative number", {"stats", "x.kg", "--threads", "-1"}, "--threads"},
        {"confidence over 1", {"export", "x.kg", "--min-confidence", "2"}, "--min-confidence"},
        {"unknown article date",
         {"extract", "--date", "yesterday", "x.txt"},
         "--date: \"yesterday\" is no date; write YYYY, YYYY-MM or YYYY-MM-DD"},
        {"a day that does not exist",
         {"extract", "--date", "2023-02-29", "x.txt"},
         "\"2023-02-29\" is no date"},
        {"unknown encoding",
         {"extract", "--encoding", "klingon", "x.txt"},
         "--encoding: unknown name \"klingon\"; write an IANA name"},
        {"unknown analysis format",
         {"analyze", "--format", "conlu", "x.txt"},
         "did you mean \"conllu\"?"},
        {"unknown export format",
         {"export", "x.kg", "--format", "grapml"},
         "did you mean \"graphml\"?"},
        {"an extension that tells nothing",
         {"export", "x.kg", "-o", "x.xyz"},
         "x.xyz: the extension tells no format"},
        {"neither file nor format", {"export", "x.kg"}, "add -o FILE or --format NAME"},
        {"unknown row format",
         {"query", "x.kg", "MATCH (a) RETURN a", "--format", "jsn"},
         "did you mean \"json\"?"},
        {"no query", {"query", "x.kg"}, "name one query"},
        {"empty text", {"explain", "  "}, "the text is empty"},
    }));
    CAPTURE(row.name);
    const auto run = run_cli(row.arguments);
    CHECK(run.status == 2);
    CHECK(run.out.empty());
    CHECK(count_lines(run.err) == 1);
    CHECK_THAT(run.err, Catch::Matchers::StartsWith("entente: error: "));
    CHECK_THAT(run.err, Catch::Matchers::Contains(row.message));
}

TEST_CASE("global options may stand before and behind the command", "[cli][usage]")
{
    CHECK(run_cli({"--quiet", "ontology"}).status == 0);
    CHECK(run_cli({"ontology", "--quiet", "--no-color", "--threads", "2"}).status == 0);
    CHECK(run_cli({"--threads", "2", "ontology"}).status == 0);
}

TEST_CASE("the name of a command may be an argument of another", "[cli][usage]")
{
    const auto run = run_cli({"actors", "export"});
    CHECK(run.status != 2);
}
