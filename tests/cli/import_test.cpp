// SPDX-License-Identifier: Apache-2.0
// `import`: what others coded enters the graph, and graphs of ours come back as they were.
#include "exporters/exporter.hpp"
#include "tests/cli/cli_fixture.hpp"

#include <random>
#include <regex>

namespace entente::tests {

namespace {

std::string record_file(const std::string& name)
{
    return (std::filesystem::path{ENTENTE_SOURCE_DIR} / "tests" / "extractors" / "records" /
            "data" / name)
        .string();
}

/// Evidence is numbered by the rows of its store; all else of a graph comes back.
std::string without_rows(const std::string& json)
{
    return std::regex_replace(json, std::regex{"\"id\": ?[0-9]+,"}, "");
}

/// A store of random relations whose words are as bad as they come.
std::string make_hostile_store(const TemporaryFolder& folder, unsigned seed)
{
    const std::vector<std::string> words{"gas pipeline",
                                         "\"quoted\", <b>&amp;</b> ]]>",
                                         "';DROP TABLE mentions;--",
                                         "=cmd()",
                                         "`back` \\ slash",
                                         "emoji 🇵🇰🇷🇺",
                                         "\u202Eموسكو",
                                         std::string(10'000, 'x'),
                                         "tab\tand\nnewline",
                                         "C0 \x01 and DEL \x7f",
                                         "CONSULT 3; AID 1",
                                         "  blanks  "};
    const std::vector<std::string> codes{"PAK",  "PAK:MIL", "RUS",     "RUS:GOV",
                                         "NATO", "taliban", "KOR:LEG", "gulf-states"};
    const std::vector<std::string> categories{"CONSULT", "AID", "ASSAULT", "COOPERATE", "RELATE"};
    const std::vector<std::string> topics{"energy", "peace", "arms", "trade"};
    std::mt19937 random{seed};
    const auto number = [&](std::size_t below) {
        return std::uniform_int_distribution<std::size_t>{0, below - 1}(random);
    };
    const std::string file = (folder / ("hostile" + std::to_string(seed) + ".kg")).string();
    auto store = store::Store::open(file, store::OpenMode::write_or_create);
    REQUIRE(store.ok());
    REQUIRE(store->begin_load("2024-01-01T00:00:00Z", "test").ok());
    for (std::size_t i = 0; i < 40; ++i) {
        store::Extracted told;
        const std::string sentence = "Alpha did " + words[number(words.size())] + " to Beta.";
        told.article = make_article("article " + std::to_string(i) + " " + words[i % 4], sentence,
                                    number(4) == 0 ? "" : "2022-02-2" + std::to_string(number(9)));
        told.article.title = words[number(words.size())];
        told.article.publisher = words[number(words.size())];
        told.article.uri = "https://example.org/?q=" + std::to_string(i) + "&x=<\">";
        const std::size_t first = number(codes.size());
        const std::string source = codes[first];
        const std::string target = codes[(first + 1 + number(codes.size() - 1)) % codes.size()];
        Mention mention = make_mention(told.article, sentence, {"Alpha", source}, "did",
                                       {"Beta", target}, categories[number(categories.size())]);
        // One name for each principal: of several the most frequent would be shown.
        mention.source.name = "Name of " + std::string{mention.source.code.principal()} + " <&\">";
        mention.target.name = "Name of " + std::string{mention.target.code.principal()} + " <&\">";
        mention.label = words[number(words.size())];
        mention.symmetric = number(3) == 0;
        mention.confidence = static_cast<double>(number(1000)) / 999.0;
        mention.status = number(4) == 0 ? Factuality::planned : Factuality::actual;
        mention.topics.assign(number(3), topics[number(topics.size())]);
        if (number(4) == 0) {
            mention.date.reset();
        }
        told.extractor = kTestExtractor;
        told.mentions.push_back(std::move(mention));
        const auto added = store->add(told);
        INFO((added ? std::string{} : added.error().message()));
        REQUIRE(added.ok());
    }
    REQUIRE(store->commit().ok());
    return file;
}

std::string export_as(const std::string& store, const std::string& format,
                      const std::vector<std::string>& options)
{
    std::vector<std::string> arguments{"export", store, "--format", format};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const CliRun run = run_cli(arguments);
    CAPTURE(run.err);
    REQUIRE(run.status == 0);
    return run.out;
}

} // namespace

TEST_CASE("a graph that is exported, imported and exported is the same", "[cli][import][property]")
{
    const TemporaryFolder folder;
    const auto seed = GENERATE(range(1U, 5U));
    const std::string store = make_hostile_store(folder, seed);
    for (const std::string format : {"json", "graphml", "yed", "node-link"}) {
        if (exporters::format_by_name(format) == nullptr) {
            WARN("skipped: there is no exporter for " << format);
            continue;
        }
        std::size_t round = 0;
        for (const std::vector<std::string>& options : {std::vector<std::string>{},
                                                        {"--level", "actor"},
                                                        {"--group", "category"},
                                                        {"--group", "topic", "--level", "actor"},
                                                        {"--since", "2022-01-01"},
                                                        {"--min-mentions", "2"}}) {
            CAPTURE(seed, format, round);
            const std::string first = export_as(store, format, options);
            const std::string name = format + std::to_string(round++);
            const std::string file = (folder / (name + ".graph")).string();
            write_file(file, first);
            const std::string copy = (folder / (name + ".kg")).string();
            const CliRun read = run_cli({"import", copy, file});
            CAPTURE(read.err);
            REQUIRE(read.status == 0);
            const std::string second = export_as(copy, format, options);
            // Compared by REQUIRE of a truth: the texts are long.
            const bool same = without_rows(first) == without_rows(second);
            CHECK(same);
            CHECK(run_cli({"check", copy}).status == 0);

            // From then on rows are numbered the same too.
            write_file(file, second);
            const std::string copy2 = (folder / (name + "b.kg")).string();
            REQUIRE(run_cli({"import", copy2, file}).status == 0);
            const bool same_bytes = export_as(copy2, format, options) == second;
            CHECK(same_bytes);
        }
    }
}

TEST_CASE("importing twice adds nothing, whatever the format", "[cli][import]")
{
    const TemporaryFolder folder;
    const std::string name =
        GENERATE("gdelt.export.CSV", "icews.tab", "polecat.txt", "gdelt_rotten.export.CSV");
    CAPTURE(name);
    const std::string store = (folder / "world.kg").string();
    const CliRun first = run_cli({"import", store, record_file(name), "--json"});
    const std::string before = export_as(store, "json", {});
    const CliRun second = run_cli({"import", store, record_file(name), "--json"});
    CHECK(first.status == second.status);
    CHECK_THAT(first.out, Catch::Contains("\"unchanged\":0"));
    CHECK_THAT(second.out, Catch::StartsWith("{\"added\":0,\"replaced\":0,"));
    CHECK(export_as(store, "json", {}) == before);
    CHECK(run_cli({"check", store}).status == 0);
}

TEST_CASE("records from several inputs make one graph in any order", "[cli][import]")
{
    const TemporaryFolder folder;
    std::vector<std::string> files;
    for (const char* name :
         {"gdelt.export.CSV", "gdelt_1.export.CSV", "icews.tab", "polecat.txt"}) {
        files.push_back(record_file(name));
    }
    std::vector<std::string> forward{"import", (folder / "a.kg").string()};
    forward.insert(forward.end(), files.begin(), files.end());
    std::vector<std::string> backward{"import", (folder / "b.kg").string()};
    backward.insert(backward.end(), files.rbegin(), files.rend());
    CHECK(run_cli(forward).status == 1); // some rows are rotten
    CHECK(run_cli(backward).status == 1);
    CHECK(without_rows(export_as(forward[1], "json", {})) ==
          without_rows(export_as(backward[1], "json", {})));
    // Two events that one article told are from one source.
    const std::string pair = export_as(forward[1], "json", {"--between", "RUS,CHN"});
    CHECK_THAT(pair, Catch::Contains("\"mentions\": 2"));
    CHECK_THAT(pair, Catch::Contains("\"sources\": 1"));
}

TEST_CASE("import says what it did, and its status says how it went", "[cli][import]")
{
    const TemporaryFolder folder;
    const std::string store = (folder / "world.kg").string();
    write_file(folder / "packed.gz", "\x1f\x8b rest");
    write_file(folder / "prose.txt", "Nothing that anybody coded.\n");
    write_file(folder / "empty.csv", "");
    std::filesystem::create_directory(folder / "records");
    write_file(folder / "records" / "b.CSV", read_file(record_file("gdelt.export.CSV")));
    write_file(folder / "records" / "notes.md", "no records\n");

    struct Row {
        const char* name;
        std::vector<std::string> arguments;
        int status;
        const char* out;
        const char* err;
    };

    const std::vector<Row> rows{
        {"a good file",
         {record_file("gdelt.export.CSV")},
         0,
         "added 3, replaced 0, unchanged 0, failed 0; 3 mentions\n"
         "left out 1: no relation (010 1)\nleft out 1: one actor\n"
         "left out 1: same actor (USA 1)\nleft out 1: unknown actor (COP 1)\n",
         ""},
        {"rotten rows",
         {record_file("gdelt_rotten.export.CSV")},
         1,
         "failed 6",
         "gdelt_rotten.export.CSV:3: \"13y\" is no CAMEO code"},
        {"a folder", {(folder / "records").string()}, 0, "added 0", ""},
        {"JSON",
         {record_file("gdelt.export.CSV"), "--json"},
         0,
         "\"left_out\":{\"no relation\":1,",
         ""},
        {"quiet", {record_file("gdelt.export.CSV"), "--quiet"}, 0, "", ""},
        {"no such file", {"/nowhere.tab"}, 3, "", "no such file"},
        {"one of two is missing",
         {"/nowhere.tab", record_file("icews.tab")},
         1,
         "added",
         "no such file"},
        {"packed", {(folder / "packed.gz").string()}, 2, "", "zcat FILE | entente import"},
        {"prose", {(folder / "prose.txt").string()}, 2, "", "name it with --format, one of: json"},
        {"prose under another name",
         {(folder / "prose.txt").string(), "--format", "icews"},
         3,
         "",
         "lacks the column Event ID"},
        {"empty", {(folder / "empty.csv").string()}, 1, "", "the inputs hold no records"},
        {"unknown format",
         {record_file("icews.tab"), "--format", "icew"},
         2,
         "",
         "did you mean \"icews\""},
        {"confidence out of range", {record_file("icews.tab"), "--confidence", "2"}, 2, "", ""},
        {"no input", {}, 2, "", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        std::vector<std::string> arguments{"import", store};
        arguments.insert(arguments.end(), row.arguments.begin(), row.arguments.end());
        const CliRun run = run_cli(arguments);
        CAPTURE(run.out, run.err);
        CHECK(run.status == row.status);
        CHECK_THAT(run.out, Catch::Contains(row.out));
        CHECK_THAT(run.err, Catch::Contains(row.err));
    }
}

TEST_CASE("records come from the standard input too", "[cli][import]")
{
    const TemporaryFolder folder;
    const std::string store = (folder / "world.kg").string();
    const CliRun run = run_cli({"import", store, "-"}, read_file(record_file("icews.tab")));
    CHECK(run.status == 1);
    CHECK_THAT(run.out, Catch::StartsWith("added 4,"));
    CHECK_THAT(run.err, Catch::Contains("standard input:7: \"13y\" is no CAMEO code"));
}

TEST_CASE("a graph imported under one name replaces, under two names adds", "[cli][import]")
{
    const TemporaryFolder folder;
    const std::string small = make_store(folder);
    const std::string file = (folder / "graph.json").string();
    write_file(file, export_as(small, "json", {}));
    const std::string part = (folder / "part.json").string();
    write_file(part, export_as(small, "json", {"--until", "2018-01-01"}));
    const std::string store = (folder / "world.kg").string();
    CHECK_THAT(run_cli({"import", store, part, "--as", "me"}).out, Catch::StartsWith("added 2,"));
    CHECK_THAT(run_cli({"import", store, file, "--as", "me"}).out,
               Catch::StartsWith("added 1, replaced 2,"));
    CHECK(without_rows(export_as(store, "json", {})) == without_rows(export_as(small, "json", {})));
    CHECK_THAT(run_cli({"import", store, file, "--as", "you"}).out, Catch::StartsWith("added 3,"));
    CHECK_THAT(export_as(store, "json", {}), Catch::Contains("\"articles\": 6"));
}

TEST_CASE("an imported store merges like any other", "[cli][import]")
{
    const TemporaryFolder folder;
    const std::string a = (folder / "a.kg").string();
    const std::string b = (folder / "b.kg").string();
    const std::string graph = (folder / "graph.json").string();
    write_file(graph, export_as(make_store(folder), "json", {}));
    REQUIRE(run_cli({"import", a, record_file("gdelt.export.CSV"), graph}).status == 0);
    REQUIRE(run_cli({"import", b, record_file("gdelt_1.export.CSV"), graph}).status == 0);
    const std::string ab = (folder / "ab.kg").string();
    const std::string ba = (folder / "ba.kg").string();
    REQUIRE(run_cli({"merge", ab, a, b}).status == 0);
    REQUIRE(run_cli({"merge", ba, b, a, b}).status == 0);
    CHECK(without_rows(export_as(ab, "json", {})) == without_rows(export_as(ba, "json", {})));
    CHECK(run_cli({"check", ab}).status == 0);
}

} // namespace entente::tests
