// SPDX-License-Identifier: Apache-2.0
#include "exporters/cypher.hpp"
#include "exporters/dot.hpp"
#include "exporters/exporter.hpp"
#include "exporters/graphml.hpp"
#include "exporters/image.hpp"
#include "exporters/json.hpp"
#include "exporters/kuzu.hpp"
#include "exporters/neo4j_csv.hpp"
#include "exporters/rdf.hpp"

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
    Format{"dot", ".dot", "Graphviz source of the picture", false, make<DotExporter>},
    Format{"graphml", ".graphml", "for NetworkX, Gephi, yEd, igraph", false, make<GraphmlExporter>},
    Format{"json", ".json", "everything, with evidence", false, make<JsonExporter>},
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
    const auto* found =
        std::find_if(kFormats.begin(), kFormats.end(), [file_name](const Format& one) {
            return ends_with_ignoring_case(file_name, one.extension);
        });
    return found == kFormats.end() ? nullptr : found;
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
