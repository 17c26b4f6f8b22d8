// SPDX-License-Identifier: Apache-2.0
// The page in a real browser: tests/exporters/viewer/check_page.mjs uses it as a reader would.
#include "tests/support/exported.hpp"
#include "tests/support/external.hpp"
#include "tests/support/fixtures.hpp"
#include "tests/support/temporary_folder.hpp"

#include <sys/wait.h>

#include <fstream>
#include <iterator>

namespace entente::tests {

namespace {

const std::string kScripts = std::string{ENTENTE_SOURCE_DIR} + "/tests/exporters/viewer/";
constexpr int kSkipped = 77;

struct Outcome {
    int status = -1;
    std::string output;
};

/// Runs a shell command, output to a file of its own.
Outcome run(const std::string& command, const std::filesystem::path& log)
{
    const int raw = std::system( // NOLINT(cert-env33-c)
        (command + " >'" + log.string() + "' 2>&1").c_str());
    std::ifstream file{log};
    return {WIFEXITED(raw) ? WEXITSTATUS(raw) : -1,
            {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}}};
}

/// A sentence of its own article, with true places of cue and actors.
store::StoredMention visit(std::int64_t id, const std::string& source, const std::string& target,
                           std::string_view source_code, std::string_view target_code)
{
    const std::string sentence = source + " visited " + target + " <b>again</b> & again.";
    const Article article = make_article("article-" + std::to_string(id), sentence);
    store::StoredMention made;
    made.id = id;
    made.mention =
        make_mention(article, sentence, {source, source_code}, "visited", {target, target_code});
    made.mention.source.name = source;
    made.mention.target.name = target;
    made.article.id = article.id;
    made.article.title = article.title;
    made.article.uri = article.uri;
    made.article.publisher = article.publisher;
    made.article.date = article.date;
    return made;
}

std::vector<store::StoredMention> usual_graph()
{
    std::vector<store::StoredMention> mentions = pakistan_and_russia();
    mentions.push_back(visit(100, "China", "Iran", "CHN", "IRN"));
    mentions.push_back(visit(101, "Iran", "Russia", "IRN", "RUS"));
    mentions.push_back(visit(102, "China", "Pakistan", "CHN", "PAK"));
    return mentions;
}

std::vector<store::StoredMention> hostile_graph()
{
    std::vector<store::StoredMention> mentions;
    for (const HostileName& hostile : hostile_names()) {
        const auto id = static_cast<std::int64_t>(mentions.size()) + 1;
        store::StoredMention one = sighting(id, "PAK", "AID", "actor-" + std::to_string(id))
                                       .on("2020-02-0" + std::to_string(1 + id % 9))
                                       .labelled(hostile.name)
                                       .named("Pakistan", hostile.name)
                                       .about({hostile.name});
        one.mention.sentence.text = hostile.name;
        one.mention.attributed_to = hostile.name;
        one.article.title = hostile.name;
        one.article.publisher = hostile.name;
        one.article.uri = id % 2 == 0 ? "javascript:window.broken=true"
                                      : "https://example.org/?" + std::to_string(id);
        mentions.push_back(std::move(one));
    }
    return mentions;
}

void write_file(const std::filesystem::path& file, const std::string& text)
{
    std::ofstream{file, std::ios::binary} << text;
}

void check_page(const std::vector<store::StoredMention>& mentions, const std::string& title)
{
    if (!exporters::viewer_files()) {
        WARN("skipped: this build has no interactive page; install Node.js and npm");
        return;
    }
    const TemporaryFolder folder;
    auto context = context_of(mentions);
    context.title = title;
    const auto snapshot = snapshot_of(mentions);
    const auto page = folder.path() / "graph.html";
    const auto graph = folder.path() / "graph.json";
    write_file(page, exported("html", snapshot, context));
    write_file(graph, exported("json", snapshot, context));
    const Outcome outcome = run("node '" + kScripts + "check_page.mjs' '" + page.string() + "' '" +
                                    graph.string() + "'",
                                folder.path() / "log");
    if (outcome.status == kSkipped) {
        WARN("skipped: " << outcome.output);
        return;
    }
    INFO(outcome.output);
    CHECK(outcome.status == 0);
}

} // namespace

TEST_CASE("the page's modules pass their own tests", "[exporters][html][external]")
{
    if (!succeeds("node -e 'process.exit(parseInt(process.versions.node) < 18 ? 1 : 0)'")) {
        WARN("skipped: Node.js 18 or later is not installed");
        return;
    }
    const TemporaryFolder folder;
    const Outcome outcome =
        run("node --test '" + kScripts + "modules.test.mjs'", folder.path() / "log");
    INFO(outcome.output);
    CHECK(outcome.status == 0);
}

TEST_CASE("Chromium opens the page from the disk: it counts, filters, slides and shows evidence",
          "[exporters][html][external]")
{
    check_page(usual_graph(), "Pakistan and Russia");
}

TEST_CASE("in Chromium, hostile names stay text", "[exporters][html][external]")
{
    check_page(hostile_graph(), "</title><script>window.broken = true</script>");
}

} // namespace entente::tests
