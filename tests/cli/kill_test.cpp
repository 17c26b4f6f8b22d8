// SPDX-License-Identifier: Apache-2.0
// Killing `add` in the middle of its work, as a power cut or an impatient person would.
#include "tests/cli/cli_fixture.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <set>

using entente::tests::count_lines;
using entente::tests::read_file;
using entente::tests::run_cli;
using entente::tests::TemporaryFolder;
using entente::tests::write_file;

namespace {

constexpr int kArticles = 1200;

std::string make_articles()
{
    constexpr const char* kAccused[] = {"Russia", "Iran", "China", "Turkey", "Israel"};
    std::string lines;
    for (int i = 0; i < kArticles; ++i) {
        lines += "{\"id\":\"n" + std::to_string(i) + "\",\"date\":\"2022-03-01\",\"text\":\"" +
                 "France accused " + kAccused[i % 5] + " of interference in case " +
                 std::to_string(i) + ". Germany praised Poland for its help.\"}\n";
    }
    return lines;
}

/// Everything that a store tells: its graph with evidence, and how much there is.
std::string dump(const std::string& store)
{
    const auto graph = run_cli({"export", store, "--format", "json", "--group", "category"});
    REQUIRE(graph.status == 0);
    const auto rows = run_cli({"query", store, "--format", "jsonl",
                               "MATCH (a)-[r]->(b) RETURN a.code, r.category, b.code, r.mentions, "
                               "r.sources, r.since ORDER BY a.code, b.code"});
    REQUIRE(rows.status == 0);
    return graph.out + rows.out;
}

/// The number after "articles": in the answer of `stats --json`.
std::size_t articles_in(const std::string& store)
{
    const std::string text = run_cli({"stats", store, "--json"}).out;
    const std::string key = "\"articles\":";
    return std::stoul(text.substr(text.find(key) + key.size()));
}

/// Runs `add` in a process that is fed the articles up to `fed` bytes and then killed. True where
/// it was killed at work, false where it had ended before.
bool kill_while_adding(const std::string& store, const std::string& articles, std::size_t fed)
{
    int ends[2] = {-1, -1};
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::close(ends[1]);
        ::dup2(ends[0], STDIN_FILENO);
        std::vector<std::string> arguments{"entente", "--quiet", "add", store, "-"};
        std::vector<char*> pointers;
        for (std::string& argument : arguments) {
            pointers.push_back(argument.data());
        }
        ::_exit(entente::cli::run(static_cast<int>(pointers.size()), pointers.data()));
    }
    ::close(ends[0]);
    // A pipe holds little: once all is written, the process is within a few articles of it.
    for (std::size_t written = 0; written < fed;) {
        const ssize_t size = ::write(ends[1], articles.data() + written, fed - written);
        REQUIRE(size > 0);
        written += static_cast<std::size_t>(size);
    }
    ::kill(child, SIGKILL);
    ::close(ends[1]);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

} // namespace

TEST_CASE("add that is killed again and again ends in the store of a run without a kill",
          "[cli][add][durability]")
{
    const TemporaryFolder folder;
    const std::string articles = make_articles();
    const std::string whole = (folder.path() / "whole.kg").string();
    REQUIRE(run_cli({"add", whole, "-"}, articles).status == 0);

    const std::string killed = (folder.path() / "killed.kg").string();
    std::set<std::size_t> counts;
    for (const std::size_t tenths : {4U, 7U, 9U}) {
        CAPTURE(tenths);
        REQUIRE(kill_while_adding(killed, articles, articles.size() * tenths / 10));
        if (std::filesystem::exists(killed)) {
            const auto check = run_cli({"check", killed});
            CAPTURE(check.err);
            CHECK(check.out == "sound\n");
            counts.insert(articles_in(killed));
        }
    }
    // The kills came at work: each left some articles in the store, and none all of them.
    CHECK(*counts.rbegin() > 0);
    CHECK(*counts.rbegin() < kArticles);

    const auto last = run_cli({"add", killed, "-"}, articles);
    CHECK(last.status == 0);
    CHECK(articles_in(killed) == kArticles);
    CHECK(run_cli({"check", killed}).out == "sound\n");
    CHECK(dump(killed) == dump(whole));
}
