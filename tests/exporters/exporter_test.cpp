// SPDX-License-Identifier: Apache-2.0
// What holds for every exporter: failures are told, output is the same each time, names are text.
#include "tests/support/exported.hpp"
#include "tests/support/limited_sink.hpp"

#include <algorithm>
#include <cctype>
#include <random>
#include <set>

namespace entente::tests {

namespace {

using exporters::Format;
using exporters::formats;

/// Places to fail at: all of a text, every 17th of a long one, some of a picture, which takes long
/// to draw, and of a page, which is long.
std::vector<std::size_t> break_points(const Format& format, std::size_t size)
{
    std::vector<std::size_t> points;
    if (format.name == "svg" || format.name == "png" || format.name == "pdf" ||
        format.name == "timeline" || format.name == "html") {
        points = {0, 1, 100, size / 2, size - 1};
    } else {
        for (std::size_t i = 0; i<size; i += size> 15'000 ? 17 : 1) {
            points.push_back(i);
        }
        points.push_back(size - 1);
    }
    return points;
}

/// Formats in which angle brackets mean nothing.
bool is_plain_text(const Format& format)
{
    return format.name == "json" || format.name == "node-link" || format.name == "cytoscape" ||
           format.name.starts_with("csv") || format.name == "cypher" || format.folder ||
           format.name == "nquads" || format.name == "turtle";
}

/// Formats that write even brackets as something else.
bool escapes_punctuation(const Format& format)
{
    return format.name == "mermaid" || format.name == "markdown";
}

bool has_letter(const std::string& text)
{
    return std::any_of(text.begin(), text.end(), [](unsigned char c) { return std::isalpha(c); });
}

} // namespace

TEST_CASE("a full disk is told wherever it happens", "[exporters][fault]")
{
    const auto mentions = pakistan_and_russia();
    const auto snapshot = snapshot_of(mentions);
    const auto context = context_of(mentions);
    for (const Format& format : formats()) {
        if (!is_built(format)) {
            continue;
        }
        const std::string whole = exported(format.name, snapshot, context);
        for (const std::size_t room : break_points(format, whole.size())) {
            LimitedSink disk{room};
            const Status written = format.make()->write(snapshot, context, disk);
            CAPTURE(format.name, room);
            REQUIRE_FALSE(written.ok());
            REQUIRE(written.error().code() == ErrorCode::write_failed);
            REQUIRE(disk.text() == whole.substr(0, room));
        }
        LimitedSink enough{whole.size()};
        CHECK(format.make()->write(snapshot, context, enough).ok());
    }
}

TEST_CASE("after a failed write an exporter writes no more, however much is left",
          "[exporters][fault]")
{
    /// Fails always, and counts how often it is asked.
    class BrokenSink final : public exporters::Sink {
    public:
        [[nodiscard]] Status write(std::string_view /*bytes*/) override
        {
            ++asked;
            return Error{ErrorCode::write_failed, "pulled out"};
        }

        int asked = 0;
    };

    std::vector<graph::Relation> relations;
    for (int i = 0; i < 3000; ++i) {
        relations.push_back(relation("PAK", "A" + std::to_string(i), 1.0));
    }
    const auto snapshot = graph::Snapshot::build(relations);
    for (const char* name : {"dot", "graphml", "gexf", "json", "node-link", "cytoscape", "csv",
                             "cypher", "nquads", "turtle", "kuzu", "neo4j-csv"}) {
        CAPTURE(name);
        CHECK(exported(name, snapshot, {}).size() > 200'000); // more than any buffer
        BrokenSink sink;
        const Status written = exporters::format_by_name(name)->make()->write(snapshot, {}, sink);
        REQUIRE_FALSE(written.ok());
        CHECK(written.error().code() == ErrorCode::write_failed);
        CHECK(sink.asked == 1);
    }
}

TEST_CASE("the same mentions give the same bytes, in whatever order they came",
          "[exporters][property]")
{
    auto mentions = pakistan_and_russia();
    std::mt19937 random{7};
    for (const Format& format : formats()) {
        CAPTURE(format.name);
        if (!is_built(format)) {
            continue;
        }
        const std::string first = exported(format.name, mentions);
        CHECK_FALSE(first.empty());
        CHECK(exported(format.name, mentions) == first);
        std::shuffle(mentions.begin(), mentions.end(), random);
        CHECK(exported(format.name, mentions) == first);
    }
}

TEST_CASE("an empty graph is still a whole file", "[exporters]")
{
    for (const Format& format : formats()) {
        CAPTURE(format.name);
        if (!is_built(format)) {
            continue;
        }
        CHECK_FALSE(exported(format.name, graph::Snapshot::build({}), {}).empty());
    }
}

TEST_CASE("hostile names are exported as text by every format", "[exporters][fault]")
{
    for (const HostileName& hostile : hostile_names()) {
        auto mentions = pakistan_and_russia();
        for (store::StoredMention& stored : mentions) {
            stored.mention.source.name = hostile.name;
            stored.mention.label = hostile.name;
            stored.mention.topics = {hostile.name};
            stored.mention.sentence.text = hostile.name;
            stored.article.title = hostile.name;
        }
        auto context = context_of(mentions);
        context.title = hostile.name;
        context.description = hostile.name;
        const auto snapshot = snapshot_of(mentions);
        for (const Format& format : formats()) {
            CAPTURE(hostile.what, format.name);
            if (!is_built(format)) {
                continue;
            }
            const std::string text = exported(format.name, snapshot, context);
            if (format.binary) {
                continue;
            }
            if (!escapes_punctuation(format) || has_letter(hostile.still_there)) {
                CHECK(text.find(hostile.still_there) != std::string::npos);
            }
            if (!is_plain_text(format)) {
                CHECK(text.find("<script>") == std::string::npos);
            }
            if (!format.folder) { // CSV has no escape for it, and databases take it
                CHECK(text.find('\x1B') == std::string::npos);
            }
        }
    }
}

TEST_CASE("formats have names and extensions of their own, and are found by them", "[exporters]")
{
    std::set<std::string_view> seen;
    for (const Format& format : formats()) {
        CAPTURE(format.name);
        CHECK(seen.insert(format.name).second);
        CHECK(seen.insert(format.extension).second);
        CHECK_FALSE(format.description.empty());
        CHECK(exporters::format_by_name(format.name) == &format);
        CHECK(exporters::format_by_extension("my.graph" + std::string{format.extension}) ==
              &format);
    }
    CHECK(exporters::format_by_extension("GRAPH.SVG") == exporters::format_by_name("svg"));
    CHECK(exporters::format_by_extension("graph.nosuch") == nullptr);
    CHECK(exporters::format_by_extension("svg") == nullptr);
    CHECK(exporters::format_by_name("") == nullptr);
}

} // namespace entente::tests
