// SPDX-License-Identifier: Apache-2.0
#include "exporters/dot.hpp"

#include "exporters/clusters.hpp"
#include "exporters/diagram.hpp"

#include <fmt/format.h>

namespace entente::exporters {

namespace {

DotGraph make_graph(const graph::Snapshot& graph, const ExportContext& context)
{
    DotGraph diagram{"entente", true};
    const PictureOptions& options = context.picture;
    set_design(diagram, graph, options);
    set_head(diagram, graph, context, graph.relations().size());
    const auto actors = add_actors(diagram, graph, options);
    const std::vector<Cluster> clusters = find_clusters(graph, options);
    for (const Cluster& cluster : clusters) {
        std::vector<DotGraph::Node> members;
        members.reserve(cluster.members.size());
        for (const std::size_t member : cluster.members) {
            members.push_back(actors[member]);
        }
        diagram.add_cluster(cluster.id, members, frame_attributes(cluster.title, options));
    }
    // Of Graphviz' engines for undirected graphs only fdp keeps clusters apart.
    diagram.set({{"layout", clusters.empty() ? layout_engine(graph.nodes().size()) : "fdp"}});
    const auto relations = graph.relations();
    for (std::size_t number = 0; number < relations.size(); ++number) {
        const graph::Relation& relation = relations[number];
        Attributes attributes = line_attributes(relation, options);
        append(attributes, arrow(relation, true));
        attributes.push_back({"label", relation_label(relation)});
        attributes.push_back({"category", relation.category});
        attributes.push_back({"mentions", fmt::format("{}", relation.mentions)});
        attributes.push_back({"sources", fmt::format("{}", relation.sources)});
        diagram.add_edge(actors[*graph.find(relation.source.code)],
                         actors[*graph.find(relation.target.code)], relation_id(number),
                         attributes);
    }
    return diagram;
}

} // namespace

Status DotExporter::write(const graph::Snapshot& graph, const ExportContext& context,
                          Sink& sink) const
{
    const auto dot = [&] {
        const auto lock = lock_graphviz();
        const GraphvizMessages messages;
        return make_graph(graph, context).to_dot();
    }();
    return dot ? sink.write(*dot) : Status{dot.error()};
}

} // namespace entente::exporters
