// SPDX-License-Identifier: Apache-2.0
#include "exporters/node_link.hpp"

#include "exporters/attributes.hpp"
#include "exporters/json_writer.hpp"
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
    JsonWriter json{sink, 2};
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
    const auto relations = graph.relations();
    for (std::size_t number = 0; number < relations.size(); ++number) {
        const graph::Relation& relation = relations[number];
        const auto evidence = strongest_evidence(relation, context);
        if (!evidence) {
            return evidence.error();
        }
        json.begin_object();
        json.field("source", relation.source.code.text());
        json.field("target", relation.target.code.text());
        json.field("key", edge_id("r", number));
        visit_attributes(relation, *evidence, members);
        json.end_object();
    }
    json.end_array();
    json.end_object();
    return json.finish();
}

Status CytoscapeExporter::write(const graph::Snapshot& graph, const ExportContext& context,
                                Sink& sink) const
{
    JsonWriter json{sink, 3};
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
    const auto relations = graph.relations();
    for (std::size_t number = 0; number < relations.size(); ++number) {
        const graph::Relation& relation = relations[number];
        const auto evidence = strongest_evidence(relation, context);
        if (!evidence) {
            return evidence.error();
        }
        json.begin_object();
        json.key("data");
        json.begin_object();
        json.field("id", edge_id("relation ", number));
        json.field("source", relation.source.code.text());
        json.field("target", relation.target.code.text());
        json.field("key", edge_id("r", number));      // keeps parallel edges apart in NetworkX
        json.field("interaction", relation.category); // where Cytoscape looks for the type
        visit_attributes(relation, *evidence, members);
        json.end_object();
        json.end_object();
    }
    json.end_array();
    json.end_object();
    json.end_object();
    return json.finish();
}

} // namespace entente::exporters
