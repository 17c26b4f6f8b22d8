// SPDX-License-Identifier: Apache-2.0
#include "exporters/csv.hpp"
#include "exporters/cypher.hpp"
#include "exporters/dot.hpp"
#include "exporters/event_table.hpp"
#include "exporters/exporter.hpp"
#include "exporters/gexf.hpp"
#include "exporters/graphml.hpp"
#include "exporters/html.hpp"
#include "exporters/image.hpp"
#include "exporters/json.hpp"
#include "exporters/kuzu.hpp"
#include "exporters/markdown.hpp"
#include "exporters/mermaid.hpp"
#include "exporters/neo4j_csv.hpp"
#include "exporters/node_link.hpp"
#include "exporters/rdf.hpp"
#include "exporters/timeline.hpp"
#include "exporters/yed.hpp"

#include <algorithm>
#include <array>

namespace entente::exporters {

namespace {

template <typename Made>
std::unique_ptr<Exporter> make()
{
    return std::make_unique<Made>();
}

template <ImageFormat format>
std::unique_ptr<Exporter> make_image()
{
    return std::make_unique<ImageExporter>(format);
}

template <RdfSyntax syntax>
std::unique_ptr<Exporter> make_rdf()
{
    return std::make_unique<RdfExporter>(syntax);
}

constexpr std::array kFormats{
    Format{"svg", ".svg", "picture for browsers and print", false, make_image<ImageFormat::svg>},
    Format{"png", ".png", "picture as pixels", true, make_image<ImageFormat::png>},
    Format{"pdf", ".pdf", "picture for print", true, make_image<ImageFormat::pdf>},
    Format{"timeline", ".timeline.svg", "what happened when, as a picture", false,
           make<TimelineExporter>},
    Format{"html", ".html", "interactive page for browsers, offline", false, make<HtmlExporter>},
    Format{"dot", ".dot", "Graphviz source of the picture", false, make<DotExporter>},
    Format{"graphml", ".graphml", "for NetworkX, Gephi, igraph", false, make<GraphmlExporter>},
    Format{"yed", ".yed.graphml", "for yEd, drawn", false, make<YedExporter>},
    Format{"gexf", ".gexf", "for Gephi, with its timeline", false, make<GexfExporter>},
    Format{"node-link", ".node-link.json", "for NetworkX and D3", false, make<NodeLinkExporter>},
    Format{"cytoscape", ".cyjs", "for Cytoscape and Cytoscape.js", false, make<CytoscapeExporter>},
    Format{"json", ".json", "everything, with evidence", false, make<JsonExporter>},
    // The longer extensions come first, as they end in the shorter.
    Format{"csv-nodes", ".nodes.csv", "table of actors", false, make<CsvNodesExporter>},
    Format{"csv-events", ".events.tsv", "events in POLECAT's columns", false,
           make<PolecatExporter>},
    Format{"csv-icews", ".icews.tsv", "events in ICEWS' columns", false, make<IcewsExporter>},
    Format{"csv", ".csv", "table of relations, for Gephi, i2, Excel", false,
           make<CsvEdgesExporter>},
    Format{"mermaid", ".mmd", "flowchart for wikis", false, make<MermaidExporter>},
    Format{"markdown", ".md", "report with evidence", false, make<MarkdownExporter>},
    Format{"cypher", ".cypher", "script for cypher-shell", false, make<CypherExporter>},
    Format{"neo4j-csv", ".neo4j", "folder for neo4j-admin database import", false,
           make<Neo4jCsvExporter>, true},
    Format{"kuzu", ".kuzu", "folder for IMPORT DATABASE of Kuzu", false, make<KuzuExporter>, true},
    Format{"nquads", ".nq", "RDF, a graph for each article", false, make_rdf<RdfSyntax::nquads>},
    Format{"turtle", ".ttl", "RDF", false, make_rdf<RdfSyntax::turtle>},
};

char to_lower(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool ends_with_ignoring_case(std::string_view text, std::string_view end) noexcept
{
    return text.size() >= end.size() &&
           std::equal(end.begin(), end.end(), text.substr(text.size() - end.size()).begin(),
                      [](char left, char right) { return to_lower(left) == to_lower(right); });
}

} // namespace

std::span<const Format> formats() noexcept
{
    return kFormats;
}

const Format* format_by_name(std::string_view name) noexcept
{
    const auto* found = std::find_if(kFormats.begin(), kFormats.end(),
                                     [name](const Format& one) { return one.name == name; });
    return found == kFormats.end() ? nullptr : found;
}

const Format* format_by_extension(std::string_view file_name) noexcept
{
    // The longest that fits: a picture may be called "….svg", a timeline "….timeline.svg".
    const Format* found = nullptr;
    for (const Format& one : kFormats) {
        if (ends_with_ignoring_case(file_name, one.extension) &&
            (found == nullptr || one.extension.size() > found->extension.size())) {
            found = &one;
        }
    }
    return found;
}

Status Sink::write_to(std::string_view /*file*/, std::string_view bytes)
{
    return write(bytes);
}

Status StringSink::write(std::string_view bytes)
{
    text_ += bytes;
    return {};
}

} // namespace entente::exporters
