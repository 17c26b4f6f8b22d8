// SPDX-License-Identifier: Apache-2.0
#include "exporters/node_link.hpp"

#include "exporters/attributes.hpp"
#include "exporters/json_writer.hpp"
#include "exporters/relation_pieces.hpp"
#include "exporters/text_pieces.hpp"

namespace entente::exporters {

namespace {

/// Writes each attribute as a member of the open object. Empty text is left out, as in GraphML.
class Members {
public:
    explicit Members(JsonWriter& json)
        : json_{json}
    {}

    void operator()(std::string_view name, std::string_view text)
    {
        if (!text.empty()) {
            json_.field(name, text);
        }
    }

    void operator()(std::string_view name, double value) { json_.field(name, value); }

    void operator()(std::string_view name, std::size_t value) { json_.field(name, value); }

    void operator()(std::string_view name, bool value) { json_.field(name, value); }

    void operator()(std::string_view name, const Counts& counts)
    {
        json_.key(name);
        json_.begin_array();
        for (const auto& [value, count] : counts) {
            json_.begin_object();
            json_.field("name", value);
            json_.field("mentions", count);
            json_.end_object();
        }
        json_.end_array();
    }

private:
    JsonWriter& json_;
};

/// Writes the members of the array of edges, on all cores; `write_edge(json, relation, number,
/// evidence)` writes one.
template <typename WriteEdge>
Status write_edges(JsonWriter& json, std::size_t open_levels, std::size_t depth,
                   const graph::Snapshot& graph, const ExportContext& context, Sink& sink,
                   const WriteEdge& write_edge)
{
    if (Status written = json.suspend(!graph.relations().empty()); !written) {
        return written;
    }
    const auto write_piece = [&](RelationPiece piece, std::span<const Evidence> evidence,
                                 Sink& to) {
        JsonWriter edges = JsonWriter::inside(to, open_levels, depth, piece.first == 0);
        for (std::size_t i = 0; i < piece.relations.size(); ++i) {
            write_edge(edges, piece.relations[i], piece.first + i, evidence[i]);
        }
        return edges.suspend(true);
    };
    return write_pieces(graph.relations(), context.threads, evidence_finder(context), write_piece,
                        sink);
}

std::string edge_id(std::string_view prefix, std::size_t number)
{
    std::string id{prefix};
    append_number(id, number + 1);
    return id;
}

void write_context(JsonWriter& json, std::string_view format, std::string_view title_name,
                   const ExportContext& context)
{
    json.field("format", format);
    json.field(title_name, context.title);
    json.field("description", context.description);
    json.field("articles", context.articles);
    json.field("relations_total", context.relations_total);
}

} // namespace

Status NodeLinkExporter::write(const graph::Snapshot& graph, const ExportContext& context,
                               Sink& sink) const
{
    constexpr std::size_t kOpenLevels = 2; // the document and its arrays
    JsonWriter json{sink, kOpenLevels};
    Members members{json};
    json.begin_object();
    json.field("directed", true);
    json.field("multigraph", true);
    json.key("graph");
    json.begin_object();
    write_context(json, "entente-node-link 1", "title", context);
    json.end_object();
    json.key("nodes");
    json.begin_array();
    for (const graph::Node& node : graph.nodes()) {
        json.begin_object();
        json.field("id", node.actor.code.text());
        visit_attributes(node, members);
        json.end_object();
    }
    json.end_array();
    json.key("links");
    json.begin_array();
    const auto write_link = [](JsonWriter& links, const graph::Relation& relation,
                               std::size_t number, const Evidence& evidence) {
        links.begin_object();
        links.field("source", relation.source.code.text());
        links.field("target", relation.target.code.text());
        links.field("key", edge_id("r", number));
        visit_attributes(relation, evidence, Members{links});
        links.end_object();
    };
    if (Status written = write_edges(json, kOpenLevels, 2, graph, context, sink, write_link);
        !written) {
        return written;
    }
    json.end_array();
    json.end_object();
    return json.finish();
}

Status CytoscapeExporter::write(const graph::Snapshot& graph, const ExportContext& context,
                                Sink& sink) const
{
    constexpr std::size_t kOpenLevels = 3; // the document, its elements and their arrays
    JsonWriter json{sink, kOpenLevels};
    Members members{json};
    json.begin_object();
    json.key("data");
    json.begin_object();
    write_context(json, "entente-cytoscape 1", "name", context);
    json.end_object();
    json.key("elements");
    json.begin_object();
    json.key("nodes");
    json.begin_array();
    for (const graph::Node& node : graph.nodes()) {
        json.begin_object();
        json.key("data");
        json.begin_object();
        json.field("id", node.actor.code.text());
        json.field("value", node.actor.code.text()); // NetworkX' name of a node
        visit_attributes(node, members);
        json.end_object();
        json.end_object();
    }
    json.end_array();
    json.key("edges");
    json.begin_array();
    const auto write_edge = [](JsonWriter& edges, const graph::Relation& relation,
                               std::size_t number, const Evidence& evidence) {
        edges.begin_object();
        edges.key("data");
        edges.begin_object();
        edges.field("id", edge_id("relation ", number));
        edges.field("source", relation.source.code.text());
        edges.field("target", relation.target.code.text());
        edges.field("key", edge_id("r", number));      // keeps parallel edges apart in NetworkX
        edges.field("interaction", relation.category); // where Cytoscape looks for the type
        visit_attributes(relation, evidence, Members{edges});
        edges.end_object();
        edges.end_object();
    };
    if (Status written = write_edges(json, kOpenLevels, 3, graph, context, sink, write_edge);
        !written) {
        return written;
    }
    json.end_array();
    json.end_object();
    json.end_object();
    return json.finish();
}

} // namespace entente::exporters
