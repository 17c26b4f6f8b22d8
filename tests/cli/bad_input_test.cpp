// SPDX-License-Identifier: Apache-2.0
// What is wrong with an input is said in one line that names file, place and remedy; the other
// inputs are read all the same.
#include "tests/cli/cli_fixture.hpp"

#include <sqlite3.h>

#include <functional>

using Catch::Matchers::Contains;
using entente::tests::count_lines;
using entente::tests::make_store;
using entente::tests::read_file;
using entente::tests::run_cli;
using entente::tests::TemporaryFolder;
using entente::tests::write_file;

namespace fs = std::filesystem;

namespace {

constexpr const char* kGoodArticle =
    "Title: Row\nDate: 2022-03-01\n\nFrance accused Russia of interference.\n";

void execute_sql(const std::string& file, const char* sql)
{
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(file.c_str(), &database) == SQLITE_OK);
    REQUIRE(sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(database);
}

} // namespace

TEST_CASE("one bad article is one line and status 1; the others are read", "[cli][bad-input]")
{
    struct Row {
        const char* name;
        const char* file;
        std::string content;
        const char* message;
    };

    const auto row = GENERATE(values<Row>({
        {"truncated JSON", "bad.jsonl", "{\"text\": \"France", "bad.jsonl:1"},
        {"JSON of the wrong type", "bad.jsonl", "[1, 2]\n", "bad.jsonl:1"},
        {"a text that is no text", "bad.jsonl", "{\"text\": 7}\n", "bad.jsonl:1"},
        {"no text", "bad.jsonl", "{\"title\": \"Row\"}\n", "bad.jsonl:1"},
        {"a date that is none", "bad.jsonl", "{\"text\": \"x\", \"date\": \"soon\"}\n",
         "bad.jsonl:1"},
        {"binary", "bad.txt", std::string(400, '\0') + std::string(400, '\x01'), "bad.txt"},
        {"an empty file", "bad.txt", "", "bad.txt"},
        {"blanks only", "bad.txt", " \n\t\n ", "bad.txt"},
    }));
    CAPTURE(row.name);
    const TemporaryFolder folder;
    const std::string bad = (folder.path() / row.file).string();
    const std::string good = (folder.path() / "good.txt").string();
    write_file(bad, row.content);
    write_file(good, kGoodArticle);
    const auto run = run_cli({"extract", bad, good});
    CAPTURE(run.err);
    CHECK(run.status == 1);
    CHECK(count_lines(run.err) == 1);
    CHECK_THAT(run.err, Contains(row.message) && Contains("; "));
    CHECK_THAT(run.out, Contains("\"category\":\"ACCUSE\""));
}

TEST_CASE("a missing file among others is status 1, alone it is status 3", "[cli][bad-input]")
{
    const TemporaryFolder folder;
    const std::string good = (folder.path() / "good.txt").string();
    const std::string missing = (folder.path() / "missing.txt").string();
    write_file(good, kGoodArticle);
    const auto both = run_cli({"extract", missing, good});
    CHECK(both.status == 1);
    CHECK(count_lines(both.err) == 1);
    CHECK_THAT(both.err, Contains("missing.txt: no such file"));
    CHECK_FALSE(both.out.empty());
    const auto alone = run_cli({"extract", missing});
    CHECK(alone.status == 3);
    CHECK(alone.out.empty());
}

TEST_CASE("a folder without articles is said to be empty", "[cli][bad-input]")
{
    const TemporaryFolder folder;
    const fs::path inputs = folder.path() / "inputs";
    fs::create_directory(inputs);
    const auto run = run_cli({"add", (folder.path() / "x.kg").string(), inputs.string()});
    CHECK(run.status == 3);
    CHECK(count_lines(run.err) == 1);
    CHECK_THAT(run.err, Contains("inputs: ") && Contains("no articles") && Contains("; "));
}

TEST_CASE("bytes that are no UTF-8 are decoded, not refused", "[cli][bad-input]")
{
    const TemporaryFolder folder;
    const std::string file = (folder.path() / "latin1.txt").string();
    write_file(file, "Row in Orl\xE9"
                     "ans\n\nFrance accused Russia of interference.\n");
    const auto run = run_cli({"extract", "--encoding", "ISO-8859-1", file});
    CHECK(run.status == 0);
    CHECK_THAT(run.out, Contains("ACCUSE"));
}

TEST_CASE("a store that cannot be read is one line and status 3", "[cli][bad-input]")
{
    struct Row {
        const char* name;
        std::function<void(const std::string& file)> prepare;
        const char* message;
    };

    const auto row = GENERATE(values<Row>({
        {"missing", [](const std::string&) {}, "no such"},
        {"no store", [](const std::string& file) { write_file(file, "Once upon a time\n"); },
         "no store"},
        {"empty", [](const std::string& file) { write_file(file, ""); }, "store"},
        {"another program's database",
         [](const std::string& file) { execute_sql(file, "CREATE TABLE recipes (name)"); },
         "store"},
        {"a folder", [](const std::string& file) { fs::create_directory(file); }, "folder"},
        {"newer",
         [](const std::string& file) {
             const TemporaryFolder other;
             fs::copy_file(make_store(other), file);
             execute_sql(file, "PRAGMA user_version = 9999");
         },
         "newer"},
        {"cut off",
         [](const std::string& file) {
             const TemporaryFolder other;
             const std::string whole = read_file(make_store(other));
             write_file(file, whole.substr(0, whole.size() / 3));
         },
         "damaged"},
    }));
    const TemporaryFolder folder;
    const std::string file = (folder.path() / "x.kg").string();
    row.prepare(file);
    const auto command =
        GENERATE(as<std::string>{}, "stats", "check", "show", "query", "export", "repl");
    CAPTURE(row.name, command);
    std::vector<std::string> arguments{command, file};
    if (command == "show") {
        arguments.emplace_back("PAK");
    } else if (command == "query") {
        arguments.emplace_back("MATCH (a) RETURN a");
    } else if (command == "export") {
        arguments.insert(arguments.end(), {"--format", "json"});
    }
    const auto run = run_cli(arguments);
    CAPTURE(run.err);
    CHECK(run.status == 3);
    CHECK(run.out.empty());
    CHECK(count_lines(run.err) == 1);
    CHECK_THAT(run.err, Contains("x.kg") && Contains(row.message) && Contains("; "));
}

TEST_CASE("a store is not made where it cannot be", "[cli][bad-input]")
{
    const TemporaryFolder folder;
    const std::string article = (folder.path() / "good.txt").string();
    write_file(article, kGoodArticle);
    const auto target = GENERATE(as<std::string>{}, "missing/x.kg", "good.txt/x.kg");
    const auto run = run_cli({"add", (folder.path() / target).string(), article});
    CAPTURE(target, run.err);
    CHECK(run.status == 3);
    CHECK(count_lines(run.err) == 1);
    CHECK_THAT(run.err, Contains("x.kg") && Contains("; "));
}

TEST_CASE("an export that cannot be written is status 3 and leaves nothing", "[cli][bad-input]")
{
    const TemporaryFolder folder;
    const std::string store = make_store(folder);
    const std::string file = (folder.path() / "missing" / "graph.json").string();
    const auto run = run_cli({"export", store, "-o", file});
    CHECK(run.status == 3);
    CHECK(count_lines(run.err) == 1);
    CHECK_THAT(run.err, Contains("graph.json") && Contains("; "));
    CHECK_FALSE(fs::exists(folder.path() / "missing"));
}

TEST_CASE("a full disk behind the standard output is status 3", "[cli][bad-input]")
{
    auto arguments = GENERATE(values<std::vector<std::string>>({
        {"ontology"},
        {"stats", "STORE"},
        {"export", "STORE", "--format", "json"},
        {"query", "STORE", "MATCH (a) RETURN a"},
    }));
    const TemporaryFolder folder;
    std::replace(arguments.begin(), arguments.end(), std::string{"STORE"}, make_store(folder));
    CAPTURE(arguments);
    std::istringstream in;
    std::ofstream full{"/dev/full"};
    std::ostringstream err;
    CHECK(entente::cli::run(arguments, in, full, err) == 3);
    CHECK(count_lines(err.str()) == 1);
    CHECK_THAT(err.str(), Contains("standard output: output not written"));
}

TEST_CASE("a filter that makes no sense is status 2 and says what would", "[cli][bad-input]")
{
    struct Row {
        const char* name;
        std::vector<std::string> flags;
        const char* message;
    };

    const auto row = GENERATE(values<Row>({
        {"date", {"--since", "last year"}, "--since: \"last year\" is no date; write YYYY"},
        {"date that does not exist", {"--until", "2022-13"}, "--until: \"2022-13\" is no date"},
        {"since after until",
         {"--since", "2020", "--until", "2019"},
         "--since 2020 is not before --until 2019"},
        {"category", {"--category", "COOPERAT"}, "did you mean \"COOPERATE\"?"},
        {"category, nothing near", {"--category", "LOVE-LETTERS"}, "write one of: AGREE"},
        {"quad", {"--quad", "verbal conflct"}, "did you mean \"verbal conflict\"?"},
        {"topic", {"--topic", "enrgy"}, "did you mean \"energy\"?"},
        {"status", {"--status", "plannd"}, "did you mean \"planned\"?"},
        {"level", {"--level", "stat"}, "did you mean \"state\"?"},
        {"group", {"--group", "pairs"}, "did you mean \"pair\"?"},
        {"actor", {"--actor", "Pakstan"}, "unknown actor \"Pakstan\"; did you mean Pakistan (PAK)"},
        {"actor, nothing near", {"--actor", "qqqqqqqqq"}, "look it up with `entente actors"},
        {"between one", {"--between", "PAK"}, "--between needs two actors"},
    }));
    const TemporaryFolder folder;
    std::vector<std::string> arguments{"export", make_store(folder), "--format", "json"};
    arguments.insert(arguments.end(), row.flags.begin(), row.flags.end());
    const auto run = run_cli(arguments);
    CAPTURE(row.name, run.err);
    CHECK(run.status == 2);
    CHECK(run.out.empty());
    CHECK(count_lines(run.err) == 1);
    CHECK_THAT(run.err, Contains(row.message));
}

TEST_CASE("names from outside cannot drive the terminal", "[cli][bad-input]")
{
    const auto run = run_cli({"extract", "/nowhere/\x1b[2Jevil\n.txt"});
    CHECK(run.status == 3);
    CHECK(count_lines(run.err) == 1);
    CHECK_THAT(run.err, !Contains("\x1b"));
}

TEST_CASE("a bad line of a mention file costs that line only", "[cli][merge]")
{
    const TemporaryFolder folder;
    const std::string good = (folder.path() / "good.txt").string();
    write_file(good, kGoodArticle);
    const std::string lines = run_cli({"extract", good}).out;
    REQUIRE(count_lines(lines) >= 1);
    const std::string part = (folder.path() / "part.jsonl").string();
    write_file(part, "{\"doc\": 1}\nnot JSON\n" + lines);
    const std::string store = (folder.path() / "x.kg").string();
    const auto run = run_cli({"merge", store, part});
    CHECK(run.status == 1);
    CHECK(count_lines(run.err) == 2);
    CHECK_THAT(run.err, Contains("part.jsonl:1: ") && Contains("part.jsonl:2: "));
    CHECK_THAT(run_cli({"stats", store, "--json"}).out, Contains("\"articles\":1"));
    CHECK(run_cli({"check", store}).out == "sound\n");
}
