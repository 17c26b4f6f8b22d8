// SPDX-License-Identifier: Apache-2.0
// Diagrams as their readers see them: nothing covers anything, all is told, themes keep apart.
#include "exporters/clusters.hpp"
#include "tests/support/exported.hpp"
#include "tests/support/external.hpp"
#include "tests/support/generated_graph.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/svg.hpp"
#include "tests/support/temporary_folder.hpp"

#include <chrono>
#include <fstream>
#include <set>
#include <sstream>

namespace entente::tests {

namespace {

using exporters::Clusters;
using exporters::ExportContext;

bool has(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

bool has_class(const SvgBox& box, std::string_view css)
{
    return (' ' + box.css + ' ').find(' ' + std::string{css} + ' ') != std::string::npos;
}

std::size_t count(const std::vector<SvgBox>& boxes, std::string_view css)
{
    return static_cast<std::size_t>(std::count_if(
        boxes.begin(), boxes.end(), [css](const SvgBox& box) { return has_class(box, css); }));
}

ExportContext framed(Clusters clusters)
{
    ExportContext context;
    context.picture.clusters = clusters;
    return context;
}

std::string contents(const std::filesystem::path& file)
{
    std::ifstream in{file, std::ios::binary};
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

} // namespace

TEST_CASE("no actor, label or title of a frame covers another, whatever the size",
          "[exporters][diagram][property]")
{
    struct Row {
        std::size_t actors;
        std::size_t relations;
        Clusters clusters;
        std::uint32_t seed;
    };

    const auto row = GENERATE(values<Row>({
        {2, 9, Clusters::none, 1}, // parallel relations of one pair
        {10, 15, Clusters::none, 1},
        {10, 45, Clusters::none, 2},
        {40, 65, Clusters::none, 1},
        {40, 65, Clusters::blocs, 2},
        {40, 65, Clusters::regions, 3},
        {150, 260, Clusters::none, 1},
        {150, 260, Clusters::blocs, 2},
        {150, 260, Clusters::kinds, 3},
    }));
    CAPTURE(row.actors, row.relations, to_string(row.clusters), row.seed);
    const auto graph = graph::Snapshot::build(
        generated_relations(row.actors < 3 ? 3 : row.actors, row.relations, row.seed));
    const std::string svg = exported("svg", graph, framed(row.clusters));
    const std::vector<SvgBox> boxes = svg_boxes(svg);
    CHECK(count(boxes, "actor") == graph.nodes().size());
    CHECK(count(boxes, "label") == std::min<std::size_t>(graph.relations().size(), 60));
    CHECK((count(boxes, "bloc-title") > 0) == (row.clusters != Clusters::none));
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        REQUIRE(boxes[i].right > boxes[i].left);
        for (std::size_t j = i + 1; j < boxes.size(); ++j) {
            CAPTURE(boxes[i].title, boxes[j].title);
            REQUIRE(boxes[i].overlap(boxes[j]) <= 0.0);
        }
    }
}

TEST_CASE("a diagram of 150 actors is drawn within five seconds", "[exporters][diagram][speed]")
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    WARN("skipped: sanitizers slow it down");
#else
    const auto graph = graph::Snapshot::build(generated_relations(150, 260, 5));
    for (const char* format : {"svg", "png", "pdf"}) {
        for (const Clusters clusters : {Clusters::none, Clusters::blocs}) {
            CAPTURE(format, to_string(clusters));
            const auto begin = std::chrono::steady_clock::now();
            CHECK_FALSE(exported(format, graph, framed(clusters)).empty());
            const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
            CHECK(taken.count() < 5.0);
        }
    }
#endif
}

TEST_CASE("pictures are made of what they were when last looked at", "[exporters][golden]")
{
    const auto mentions = pakistan_and_russia();
    auto context = context_of(mentions);
    const auto graph = snapshot_of(mentions);
    check_golden("exporters/pakistan_and_russia.svg.txt",
                 svg_structure(exported("svg", graph, context)));
    context.picture.clusters = Clusters::regions;
    context.picture.colours = exporters::ActorColours::region;
    const auto world = graph::Snapshot::build(generated_relations(40, 65, 1));
    check_golden("exporters/generated_40.svg.txt", svg_structure(exported("svg", world, context)));
}

TEST_CASE("the head tells what was left out", "[exporters][diagram]")
{
    const auto graph = graph::Snapshot::build(generated_relations(40, 70, 1));
    ExportContext context;
    context.title = "The world";
    context.description = "since 2012-01-01";
    context.relations_total = 312;
    context.articles = 1;
    const std::string svg = exported("svg", graph, context);
    for (const char* words : {"The world", "top 70 of 312 relations · 40 actors · 1 article · 20",
                              "only since 2012&#45;01&#45;01 · labels on the 60 strongest"}) {
        CAPTURE(words);
        CHECK(has(svg, words));
    }
}

TEST_CASE("every theme has a page of its own, and a grey copy of print still tells the classes",
          "[exporters][diagram]")
{
    const auto graph = snapshot_of(pakistan_and_russia());
    std::set<std::string> pictures;
    for (const exporters::Theme theme :
         {exporters::Theme::light, exporters::Theme::dark, exporters::Theme::print}) {
        ExportContext context;
        context.picture.theme = theme;
        for (const char* format : {"svg", "dot", "timeline"}) {
            CAPTURE(to_string(theme), format);
            CHECK(pictures.insert(exported(format, graph, context)).second);
        }
    }
}

TEST_CASE("states stand with the first bloc that can gather two", "[exporters][diagram][clusters]")
{
    const auto clusters_of = [](std::vector<graph::Relation> relations, const char* day,
                                std::vector<std::string> blocs = {}) {
        relations.front().period = tests::day(day);
        exporters::PictureOptions options;
        options.clusters = Clusters::blocs;
        options.blocs = std::move(blocs);
        const auto graph = graph::Snapshot::build(std::move(relations));
        std::string all;
        for (const exporters::Cluster& cluster : find_clusters(graph, options)) {
            all += all.empty() ? "" : "; ";
            all += cluster.id + ":";
            for (const std::size_t member : cluster.members) {
                all += " " + graph.nodes()[member].actor.code.text();
            }
        }
        return all;
    };
    const std::vector<graph::Relation> relations{
        relation("FIN", "USA", 3.0), relation("FRA:GOV", "NATO", 2.0), relation("SWE", "RUS", 1.0),
        relation("RUS", "taliban", 1.0)};
    CHECK(clusters_of(relations, "2024-06-01") == "NATO: FIN FRA:GOV NATO SWE USA");
    // Before they joined NATO the two stood with the Union, which alone gathers both.
    CHECK(clusters_of(relations, "2020-01-01") == "NATO: FRA:GOV NATO USA; EU: FIN SWE");
    CHECK(clusters_of(relations, "2024-06-01", {"EU", "NATO"}) ==
          "EU: FIN FRA:GOV SWE; NATO: NATO USA");
    CHECK(clusters_of(relations, "2024-06-01", {"GCC"}).empty());
}

TEST_CASE("dot draws our DOT, with all actors, relations and words", "[exporters][dot][external]")
{
    if (!succeeds("dot -V")) {
        WARN("skipped: Graphviz' program dot is not installed");
        return;
    }
    const TemporaryFolder folder;
    std::vector<store::StoredMention> mentions = pakistan_and_russia();
    for (const HostileName& hostile : hostile_names()) {
        const auto id = static_cast<std::int64_t>(mentions.size()) + 1;
        mentions.push_back(sighting(id, "PAK", "AID", "actor-" + std::to_string(id))
                               .labelled(hostile.name)
                               .named("Pakistan", hostile.name));
    }
    const auto graph = snapshot_of(mentions);
    const auto in = folder.path() / "graph.dot";
    const auto out = folder.path() / "graph.svg";
    for (const Clusters clusters : {Clusters::none, Clusters::kinds}) {
        CAPTURE(to_string(clusters));
        std::ofstream{in, std::ios::binary} << exported("dot", graph, framed(clusters));
        REQUIRE(succeeds("dot -Tsvg " + in.string() + " -o " + out.string()));
        const std::string svg = contents(out);
        const std::vector<SvgBox> boxes = svg_boxes(svg);
        CHECK(count(boxes, "actor") == graph.nodes().size());
        std::size_t edges = 0;
        for (const auto& [css, number] : svg_classes(svg)) {
            edges += css.rfind("edge relation ", 0) == 0 ? number : 0;
        }
        CHECK(edges == graph.relations().size());
        for (const HostileName& hostile : hostile_names()) {
            CAPTURE(hostile.what);
            CHECK(has(svg, hostile.still_there));
        }
        CHECK_FALSE(has(svg, "<script"));
        CHECK((svg_classes(svg).count("cluster bloc") > 0) == (clusters != Clusters::none));
        if (succeeds("xmllint --version")) {
            CHECK(succeeds("xmllint --noout " + out.string()));
        }
    }
}

TEST_CASE("a PDF holds its words as text and no time of day", "[exporters][image][external]")
{
    const auto mentions = pakistan_and_russia();
    const std::string pdf = exported("pdf", mentions);
    CHECK(pdf.substr(0, 5) == "%PDF-");
    CHECK(has(pdf, "/CreationDate (D:19700101000000Z"));
    if (!succeeds("pdftotext -v")) {
        WARN("skipped: pdftotext is not installed");
        return;
    }
    const TemporaryFolder folder;
    const auto in = folder.path() / "graph.pdf";
    const auto out = folder.path() / "graph.txt";
    std::ofstream{in, std::ios::binary} << pdf;
    REQUIRE(succeeds("pdftotext " + in.string() + " " + out.string()));
    const std::string text = contents(out);
    for (const char* words : {"Pakistan", "Taliban", "gas pipeline project", "material conflict"}) {
        CAPTURE(words);
        CHECK(has(text, words));
    }
}

} // namespace entente::tests
