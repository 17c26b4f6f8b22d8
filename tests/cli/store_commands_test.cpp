// SPDX-License-Identifier: Apache-2.0
// Commands over a store that is there and sound.
#include "tests/cli/cli_fixture.hpp"

#include <rapidjson/document.h>

using Catch::Matchers::Contains;
using entente::tests::make_store;
using entente::tests::read_file;
using entente::tests::run_cli;
using entente::tests::TemporaryFolder;
using entente::tests::write_file;

TEST_CASE("stats says what is in a store", "[cli][stats]")
{
    const TemporaryFolder folder;
    const std::string store = make_store(folder);
    const auto run = run_cli({"stats", store});
    CHECK(run.status == 0);
    CHECK(run.err.empty());
    CHECK_THAT(run.out, Contains("articles") && Contains("mentions") && Contains("COOPERATE"));

    rapidjson::Document json;
    json.Parse(run_cli({"stats", store, "--json"}).out);
    REQUIRE(json.IsObject());
    CHECK(json["articles"].GetInt() == 3);
    CHECK(json["mentions"].GetInt() == 5);
    CHECK(json["first_day"] == "2015-10-16");
    CHECK(json["mentions_by_category"]["COOPERATE"].GetInt() == 2);
}

TEST_CASE("check calls a sound store sound", "[cli][check]")
{
    const TemporaryFolder folder;
    const std::string store = make_store(folder);
    const auto run = run_cli({"check", store});
    CHECK(run.status == 0);
    CHECK(run.out == "sound\n");
    CHECK(run_cli({"check", store, "--quiet"}).out.empty());
}

TEST_CASE("show tells what is known of an actor", "[cli][show]")
{
    const TemporaryFolder folder;
    const auto run = run_cli({"show", make_store(folder), "pakistan"});
    CHECK(run.status == 0);
    CHECK_THAT(run.out, Contains("Pakistan (PAK)") && Contains("4 mentions in 3 articles"));
    CHECK_THAT(run.out, Contains("Russia") && Contains("gas pipeline"));
    CHECK_THAT(run.out, !Contains("Japan"));
    CHECK_THAT(run.out, Contains("tension  2015"));
}

TEST_CASE("show of a pair has its timeline and evidence with the cue marked", "[cli][show]")
{
    const TemporaryFolder folder;
    const auto run = run_cli({"show", make_store(folder), "Pakistan", "RUS"});
    CHECK(run.status == 0);
    const auto first = run.out.find("2015-10-16");
    const auto second = run.out.find("2022-02-23");
    CHECK(first < second);
    CHECK_THAT(run.out, Contains("Imran Khan [visited] Moscow.") &&
                            Contains("Title of a2, Example Times, 2022-02-24"));
}

TEST_CASE("show of an actor that the graph does not know is status 1", "[cli][show]")
{
    const TemporaryFolder folder;
    const auto run = run_cli({"show", make_store(folder), "Brazil"});
    CHECK(run.status == 1);
    CHECK_THAT(run.err, Contains("nothing is known of"));
}

TEST_CASE("filters of the command line reach the query", "[cli][filter]")
{
    struct Row {
        const char* name;
        std::vector<std::string> flags;
        const char* count;
    };

    const auto row = GENERATE(values<Row>({
        {"none", {}, "5"},
        {"one actor by name", {"--actor", "russia"}, "2"},
        {"alternatives", {"--actor", "Russia,Japan"}, "3"},
        {"between", {"--between", "PAK,United States"}, "2"},
        {"category in any case", {"--category", "cooperate"}, "2"},
        {"quad", {"--quad", "material-conflict"}, "1"},
        {"since", {"--since", "2018"}, "3"},
        {"since and until", {"--since", "2018", "--until", "2019-06"}, "1"},
        {"as of", {"--as-of", "2018-01-05"}, "3"},
        {"topic", {"--topic", "energy"}, "0"},
        {"status", {"--status", "planned"}, "0"},
        {"confidence", {"--min-confidence", "0.95"}, "0"},
        {"mentions", {"--min-mentions", "2"}, "0"},
        {"top", {"--top", "1"}, "1"},
    }));
    CAPTURE(row.name);
    const TemporaryFolder folder;
    std::vector<std::string> arguments{"query", make_store(folder),
                                       "MATCH (a)-[r]->(b) RETURN count(DISTINCT r) AS n",
                                       "--format", "csv"};
    arguments.insert(arguments.end(), row.flags.begin(), row.flags.end());
    const auto run = run_cli(arguments);
    CHECK(run.status == 0);
    CHECK(run.out == std::string{"n\r\n"} + row.count + "\r\n");
}

TEST_CASE("a query prints in every format", "[cli][query]")
{
    struct Row {
        const char* format;
        const char* out;
    };

    const auto row = GENERATE(values<Row>({
        {"table", "a.name    b.name  r.label      n\n"
                  "Pakistan  Russia  state visit  1\n"},
        {"json", "[{\"a.name\":\"Pakistan\",\"b.name\":\"Russia\",\"r.label\":\"state visit\","
                 "\"n\":1}]\n"},
        {"jsonl", "{\"a.name\":\"Pakistan\",\"b.name\":\"Russia\",\"r.label\":\"state visit\","
                  "\"n\":1}\n"},
        {"csv", "a.name,b.name,r.label,n\r\nPakistan,Russia,state visit,1\r\n"},
        {"markdown", "| a.name | b.name | r.label | n |\n|---|---|---|---|\n"
                     "| Pakistan | Russia | state visit | 1 |\n"},
    }));
    CAPTURE(row.format);
    const TemporaryFolder folder;
    const auto run = run_cli({"query", make_store(folder), "--format", row.format,
                              "MATCH (a)-[r:CONSULT]->(b) RETURN a.name, b.name, r.label, "
                              "count(*) AS n"});
    CHECK(run.status == 0);
    CHECK(run.out == row.out);
}

TEST_CASE("a query is read from a file and from the standard input", "[cli][query]")
{
    const TemporaryFolder folder;
    const std::string store = make_store(folder);
    const std::string query = "MATCH (a {code: 'JPN'}) RETURN a.name";
    const std::string file = (folder.path() / "question.txt").string();
    write_file(file, query);
    const auto from_file = run_cli({"query", store, "-f", file});
    CHECK(from_file.status == 0);
    CHECK_THAT(from_file.out, Contains("Japan"));
    CHECK(run_cli({"query", store, "-f", "-"}, query).out == from_file.out);
}

TEST_CASE("a query without an answer is status 1", "[cli][query]")
{
    const TemporaryFolder folder;
    CHECK(run_cli({"query", make_store(folder), "MATCH (a {code: 'XYZ'}) RETURN a"}).status == 1);
}

TEST_CASE("a bad query shows its place with a caret", "[cli][query]")
{
    const TemporaryFolder folder;
    const auto run = run_cli({"query", make_store(folder), "MATCH (a) RETURN a.nam"});
    CHECK(run.status == 2);
    CHECK(run.out.empty());
    CHECK(run.err == "entente: error: query:1:18: unknown property \"nam\"; did you mean "
                     "\"name\"?\n  MATCH (a) RETURN a.nam\n                   ^\n");
}

TEST_CASE("export writes by extension, and to the standard output by name", "[cli][export]")
{
    const TemporaryFolder folder;
    const std::string store = make_store(folder);
    const std::string file = (folder.path() / "graph.json").string();
    CHECK(run_cli({"export", store, "-o", file}).status == 0);
    const auto out = run_cli({"export", store, "--format", "json"});
    CHECK(out.status == 0);
    CHECK_FALSE(out.out.empty());
    CHECK(read_file(file) == out.out);
}

TEST_CASE("an export of nothing warns and is status 1", "[cli][export]")
{
    const TemporaryFolder folder;
    const auto run =
        run_cli({"export", make_store(folder), "--format", "json", "--category", "PROTEST"});
    CHECK(run.status == 1);
    CHECK_THAT(run.err, Contains("warning: ") && Contains("no relation passes the filters"));
}

TEST_CASE("actors finds by name, code and with a typing mistake", "[cli][actors]")
{
    for (const char* query : {"pakistan", "PAK", "Pakstan"}) {
        CAPTURE(query);
        const auto run = run_cli({"actors", query});
        CHECK(run.status == 0);
        CHECK_THAT(run.out, Contains("PAK") && Contains("Pakistan"));
    }
    const auto nobody = run_cli({"actors", "qqqqqqqq"});
    CHECK(nobody.status == 1);
    CHECK_THAT(nobody.err, Contains("no actor named \"qqqqqqqq\""));
}

TEST_CASE("actors finds people with their terms of office", "[cli][actors]")
{
    const auto run = run_cli({"actors", "imran khan"});
    CHECK(run.status == 0);
    CHECK_THAT(run.out,
               Contains("prime minister") && Contains("2018-08-18") && Contains("2022-04-10"));
    const auto json = run_cli({"actors", "--json", "imran khan"});
    CHECK_THAT(json.out, Contains(R"("person":"Imran Khan","code":"PAK:GOV")"));
}

TEST_CASE("actors --stale prints rows that --actors takes", "[cli][actors]")
{
    const TemporaryFolder folder;
    const std::string article =
        R"({"id":"a","date":"2024-05-01","text":"Kenyan Foreign Minister Wanjiku Achieng met Angela )"
        R"(Merkel."})"
        "\n";
    const auto run = run_cli({"actors", "--stale", "-"}, article);
    CHECK(run.status == 0);
    CHECK_THAT(run.out, Contains("Wanjiku Achieng\tKEN:GOV\tforeign minister\t") &&
                            Contains("Angela Merkel\tDEU:ELI\tformer chancellor\t2021-12-08\t"));
    const std::string table = (folder.path() / "more.tsv").string();
    std::ofstream{table} << run.out;
    const auto again = run_cli({"actors", "--stale", "-", "--actors", table}, article);
    CHECK(again.out == "person\tcode\toffice\tfrom\tto\tnames\n");
    CHECK(run_cli({"actors", "--stale", "no-such-file.txt"}).status == 3);
}

TEST_CASE("the ontology is listed as table and as JSON", "[cli][ontology]")
{
    CHECK_THAT(run_cli({"ontology"}).out, Contains("COOPERATE") && Contains("diplomacy"));
    CHECK_THAT(run_cli({"ontology", "--modes"}).out, Contains("third-party"));
    rapidjson::Document json;
    json.Parse(run_cli({"ontology", "--json"}).out);
    REQUIRE(json.IsObject());
    CHECK(json["categories"].Size() == 17);
    CHECK(json["topics"].Size() == 31);
}

TEST_CASE("a dossier as JSON holds what the page shows", "[cli][show]")
{
    const TemporaryFolder folder;
    const std::string store = make_store(folder);
    rapidjson::Document actor;
    const auto one = run_cli({"show", store, "Pakistan", "--json"});
    CHECK(one.status == 0);
    actor.Parse(one.out);
    REQUIRE(actor.IsObject());
    CHECK(actor["actor"]["code"] == "PAK");
    CHECK(actor["mentions"].GetInt() == 4);
    CHECK(actor["articles"].GetInt() == 3);
    CHECK(actor["classes"]["material conflict"].GetInt() == 1);
    CHECK(actor["relations_total"].GetInt() == 2);
    REQUIRE(actor["relations"].Size() == 2);
    CHECK(actor["relations"][0]["label"] == "gas pipeline");
    CHECK(actor["tension"].Size() == 8);
    CHECK(actor["tension"][1]["tension"].IsNull()); // nothing is known of 2016

    rapidjson::Document pair;
    pair.Parse(run_cli({"show", store, "Pakistan", "USA", "--json", "--evidence", "1"}).out);
    REQUIRE(pair.IsObject());
    CHECK(pair["actors"][1]["name"] == "United States");
    REQUIRE(pair["events"].Size() == 2);
    CHECK(pair["events"][0]["category"] == "ACCUSE");
    CHECK(pair["events"][0]["date"]["from"] == "2015-10-17");
    REQUIRE(pair["evidence"].Size() == 1);
    CHECK(pair["evidence"][0]["mention"]["cue"]["text"] == "criticised");
    CHECK(pair["evidence"][0]["article"]["date"] == "2015-10-17");
}

TEST_CASE("two names of one actor are no pair", "[cli][show]")
{
    const TemporaryFolder folder;
    const auto run = run_cli({"show", make_store(folder), "PAK", "Pakistan"});
    CHECK(run.status == 2);
    CHECK_THAT(run.err, Contains("both names mean Pakistan (PAK); name two actors"));
}

TEST_CASE("an export says how much is in the file, and spares a store", "[cli][export]")
{
    const TemporaryFolder folder;
    const std::string store = make_store(folder);
    const std::string file = (folder.path() / "graph.json").string();
    const auto run = run_cli({"export", store, "-o", file, "--top", "2"});
    CHECK(run.status == 0);
    const std::uintmax_t size = (std::filesystem::file_size(file) + 1023) / 1024;
    CHECK(run.out == "2 of 3 relations in " + file + " (" + std::to_string(size) + " KiB)\n");
    CHECK(run_cli({"export", store, "-o", file, "--quiet"}).out.empty());
    const auto piped = run_cli({"export", store, "-o", "-", "--format", "json", "--top", "2"});
    CHECK_THAT(piped.out, Catch::Matchers::StartsWith("{"));

    const std::string other = (folder.path() / "other.json").string();
    std::filesystem::copy_file(store, other); // a store by content, whatever its name
    for (const std::string& target : {store, other}) {
        const auto refused = run_cli({"export", store, "-o", target, "--format", "json"});
        CHECK(refused.status == 2);
        CHECK_THAT(refused.err, Contains("this is a store, which an export would overwrite; name"));
        CHECK(run_cli({"check", target}).out == "sound\n");
    }
    CHECK_THAT(run_cli({"repl", store}, "export " + other + "\n").err, Contains("this is a store"));
}

TEST_CASE("a folder of files is exported by name or extension, but never to the standard output",
          "[cli][export]")
{
    const TemporaryFolder folder;
    const std::string store = make_store(folder);
    const std::string target = (folder.path() / "graph.kuzu").string();
    const auto run = run_cli({"export", store, "-o", target + "/"});
    CHECK(run.status == 0);
    CHECK_THAT(run.out, Catch::Matchers::Matches("3 of 3 relations in " + target +
                                                 R"(/ \(12 files, \d+ KiB\)\n)"));
    CHECK(std::filesystem::exists(target + "/copy.cypher"));
    CHECK(run_cli({"export", store, "-o", target}).status == 0); // over its own
    CHECK_THAT(run_cli({"repl", store}, "export " + target + "\n").out, Contains("(12 files, "));

    std::ofstream{target + "/notes.txt"} << "mine";
    const auto refused = run_cli({"export", store, "-o", target});
    CHECK(refused.status == 3);
    CHECK_THAT(refused.err, Contains("\"notes.txt\" in it is no part of an export; name a new"));
    CHECK(std::filesystem::exists(target + "/notes.txt"));

    for (const char* format : {"kuzu", "neo4j-csv"}) {
        const auto piped = run_cli({"export", store, "--format", format});
        CHECK(piped.status == 2);
        CHECK(piped.out.empty());
        CHECK_THAT(piped.err, Contains("is a folder of files; name the folder with -o FOLDER"));
    }
    const auto sqlite = run_cli({"export", store, "--format", "sqlite"});
    CHECK(sqlite.status == 2);
    CHECK_THAT(sqlite.err, Contains("the store itself is the SQLite file"));
}

TEST_CASE("a query that nothing matches says so", "[cli][query]")
{
    const TemporaryFolder folder;
    const std::string store = make_store(folder);
    const auto run =
        run_cli({"query", store, "MATCH (a {code: 'XYZ'}) RETURN a", "--format", "csv"});
    CHECK(run.status == 1);
    CHECK(run.out == "a\r\n"); // CSV ends its lines so
    CHECK_THAT(run.err, Contains("nothing matches the query; widen the query"));
}
