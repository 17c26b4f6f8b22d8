// SPDX-License-Identifier: Apache-2.0
#include "exporters/dot.hpp"

#include "exporters/diagram.hpp"

#include <fmt/format.h>

namespace entente::exporters {

namespace {

DotGraph make_graph(const graph::Snapshot& graph, const ExportContext& context)
{
    DotGraph diagram{"entente", true};
    set_design(diagram, graph);
    set_head(diagram, graph, context);
    diagram.set({{"layout", layout_engine(graph)}});
    const auto actors = add_actors(diagram, graph);
    const auto relations = graph.relations();
    for (std::size_t number = 0; number < relations.size(); ++number) {
        const graph::Relation& relation = relations[number];
        Attributes attributes = line_attributes(relation);
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
