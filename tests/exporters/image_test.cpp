// SPDX-License-Identifier: Apache-2.0
// DOT and pictures: names are shown as they are, colours and strokes mean what the legend says.
#include "exporters/cgraph.hpp"
#include "exporters/palette.hpp"
#include "tests/support/exported.hpp"

#include <thread>

namespace entente::tests {

namespace {

bool has(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a picture shows names, labels with numbers and years, title and legend",
          "[exporters][image]")
{
    const std::string svg = exported("svg", pakistan_and_russia());
    for (const char* words :
         {"Pakistan and Russia", "top 4 of 6 relations", "7 articles", "Taliban",
          "gas pipeline project", "3 · 2015–22", "material conflict", "material cooperation",
          "planned, possible or denied", "wider: more articles say so", "first number: mentions",
          "organisation"}) {
        CAPTURE(words);
        CHECK(has(svg, words));
    }
    CHECK_FALSE(has(svg, "company")); // only what is shown is explained
}

TEST_CASE("a PNG begins as one", "[exporters][image]")
{
    const std::string png = exported("png", pakistan_and_russia());
    CHECK(png.substr(0, 8) == "\x89PNG\r\n\x1A\n");
    CHECK(png.size() > 5000);
}

TEST_CASE("escapes of Graphviz in names are shown as text, not carried out", "[exporters][image]")
{
    auto mentions = pakistan_and_russia();
    for (auto& stored : mentions) {
        stored.mention.label = "\\N \\G \\E &lt; <b>x</b>";
    }
    const std::string svg = exported("svg", mentions);
    CHECK(has(svg, "\\N \\G \\E &amp;lt;"));
    CHECK_FALSE(has(svg, ">label r1 "));
}

TEST_CASE("text that looks like the markup of a title stays text", "[exporters][image]")
{
    const auto mentions = pakistan_and_russia();
    auto context = context_of(mentions);
    context.title = "</font></td> <img src=\"/etc/passwd\"/> \\N";
    const std::string svg = exported("svg", snapshot_of(mentions), context);
    CHECK(has(svg, "&lt;img src="));
    CHECK(has(svg, "\\N"));
    CHECK_FALSE(has(svg, "<image"));
}

TEST_CASE("arrowheads are for directed relations only, dashes for what is mostly not done",
          "[exporters][dot]")
{
    const std::string dot =
        exported("dot", {sighting(1, "PAK", "AID", "RUS").as(Factuality::planned),
                         sighting(2, "IND", "CONSULT", "RUS").both_ways()});
    CHECK(has(dot, "dir=forward"));
    CHECK(has(dot, "dir=none"));
    CHECK(has(dot, "style=dashed"));
    CHECK(has(dot, "style=solid"));
}

TEST_CASE("an open arrowhead shows which way the label goes where other things go back",
          "[exporters][dot]")
{
    const std::vector<store::StoredMention> mentions{
        sighting(1, "RUS", "ACCUSE", "PAK").labelled("accusation").sure(0.9),
        sighting(2, "PAK", "SUPPORT", "RUS").labelled("thanks").sure(0.3)};
    const std::string dot = exported("dot", mentions);
    CHECK(has(dot, "dir=back"));
    CHECK(has(dot, "arrowtail=onormal"));
    CHECK(has(dot, "PAK ← RUS"));
    const std::string svg = exported("svg", mentions);
    CHECK(has(svg, "act goes this way"));
    CHECK(has(svg, "<title>RUS&#45;&gt;label r1</title>")); // the line begins with who accuses
    CHECK(has(svg, "<title>label r1&#45;&gt;PAK</title>"));
}

TEST_CASE("lines grow with independent articles, but not without end", "[exporters][palette]")
{
    graph::Relation one = relation("PAK", "RUS", 1.0);
    double width = 0.0;
    for (const std::size_t sources : {1U, 2U, 10U, 60U}) {
        one.sources = sources;
        CHECK(exporters::line_width(one) > width);
        width = exporters::line_width(one);
    }
    one.sources = 1'000'000'000;
    CHECK(exporters::line_width(one) <= 7.0);
}

TEST_CASE("of many relations, only the heaviest carry a label", "[exporters][image]")
{
    std::vector<graph::Relation> relations;
    for (int i = 0; i < 70; ++i) {
        relations.push_back(relation("PAK", "A" + std::to_string(i), 100.0 - i));
        relations.back().label = "label-" + std::to_string(i) + ".";
    }
    const std::string svg = exported("svg", graph::Snapshot::build(relations), {});
    CHECK(has(svg, ">label&#45;59. · 1<"));
    CHECK_FALSE(has(svg, ">label&#45;60. · 1<"));
    CHECK(has(svg, "label&#45;60.")); // still told by the line's tooltip
}

TEST_CASE("pictures may be asked for by many threads at once", "[exporters][image][threads]")
{
    const auto snapshot = snapshot_of(pakistan_and_russia());
    const exporters::ExportContext context;
    const std::string expected = exported("svg", snapshot, context);
    std::vector<std::string> results(4);
    std::vector<std::thread> threads;
    for (std::string& result : results) {
        threads.emplace_back([&] {
            exporters::StringSink sink;
            if (exporters::format_by_name("svg")->make()->write(snapshot, context, sink)) {
                result = sink.text();
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    for (const std::string& result : results) {
        CHECK(result == expected);
    }
}

} // namespace entente::tests
