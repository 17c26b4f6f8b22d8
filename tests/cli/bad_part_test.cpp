// SPDX-License-Identifier: Apache-2.0
// What is given to merge and is no part of a graph.
#include "tests/cli/cli_fixture.hpp"

#include <functional>

using Catch::Matchers::Contains;
using entente::tests::CliRun;
using entente::tests::count_lines;
using entente::tests::make_store;
using entente::tests::read_file;
using entente::tests::run_cli;
using entente::tests::TemporaryFolder;
using entente::tests::write_file;

namespace fs = std::filesystem;

namespace {

constexpr const char* kArticle =
    "Title: Row\nDate: 2022-03-01\n\nFrance accused Russia of interference.\n";

std::string repeated(std::string_view part, std::size_t times)
{
    std::string text;
    for (std::size_t i = 0; i < times; ++i) {
        text += part;
    }
    return text;
}

/// One line that names the file and a remedy.
void check_one_line(const CliRun& run, const std::string& file, const std::string& what)
{
    CAPTURE(run.err);
    CHECK(count_lines(run.err) == 1);
    CHECK_THAT(run.err, Catch::Matchers::StartsWith("entente: error: ") && Contains(file) &&
                            Contains(what) && Contains("; "));
}

} // namespace

TEST_CASE("merge names what is no part of a graph, and takes the rest", "[cli][merge]")
{
    struct Row {
        const char* name;
        std::function<void(const fs::path& part)> prepare;
        const char* what;
    };

    const auto row = GENERATE(values<Row>({
        {"missing", [](const fs::path&) {}, "no such file"},
        {"a folder", [](const fs::path& part) { fs::create_directory(part); }, "not readable"},
        {"an article", [](const fs::path& part) { write_file(part, kArticle); },
         "no file of mentions"},
        {"a long file of something else",
         [](const fs::path& part) { write_file(part, repeated("a,b,c\n", 10'000)); },
         "no file of mentions"},
        {"a store that is cut off",
         [](const fs::path& part) {
             const TemporaryFolder other;
             const std::string whole = read_file(make_store(other));
             write_file(part, whole.substr(0, whole.size() / 3));
         },
         "damaged"},
    }));
    CAPTURE(row.name);
    const TemporaryFolder folder;
    const std::string small = make_store(folder);
    const fs::path part = folder.path() / "part";
    row.prepare(part);
    const std::string store = (folder.path() / "x.kg").string();
    const auto run = run_cli({"merge", store, part.string(), small});
    CHECK(run.status == 1);
    check_one_line(run, "part", row.what);
    CHECK_THAT(run.out, Contains("merged 1 of 2 parts; ") && Contains("3 articles, 5 mentions"));
    CHECK(run_cli({"merge", store, part.string()}).status == 3);
    CHECK(run_cli({"check", store}).out == "sound\n");
}

TEST_CASE("merging a store into itself changes nothing", "[cli][merge]")
{
    const TemporaryFolder folder;
    const std::string store = make_store(folder);
    const std::string query = "MATCH (a)-[r]-(b) RETURN a.code, r.category, b.code, r.mentions";
    const std::string before = run_cli({"query", store, query}).out;
    const auto run = run_cli({"merge", store, store, "--json"});
    CHECK(run.status == 0);
    CHECK(run.out == "{\"parts\":1,\"merged\":1,\"articles\":3,\"mentions\":5}\n");
    CHECK(run_cli({"query", store, query}).out == before);
}
