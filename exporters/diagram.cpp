// SPDX-License-Identifier: Apache-2.0
#include "exporters/diagram.hpp"

#include "exporters/caption.hpp"
#include "exporters/legend.hpp"
#include "exporters/palette.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente::exporters {

namespace {

constexpr std::size_t kNameLimit = 200;
/// From here on the multilevel layout is faster and spreads better.
constexpr std::size_t kLargeGraph = 150;

std::string join(const std::vector<std::string>& lines)
{
    std::string label;
    for (const std::string& line : lines) {
        label += label.empty() ? "" : "\\n";
        label += escape_label(line);
    }
    return label;
}

std::string points(double value)
{
    return fmt::format("{:.1f}", value);
}

/// "Pakistan – Russia: energy cooperation, 12 mentions in 8 sources".
std::string relation_tooltip(const graph::Relation& relation)
{
    const std::string text = fmt::format(
        "{} {} {}: {}, {} mentions in {} sources", display_name(relation.source),
        relation.directed ? "→" : "–", display_name(relation.target),
        relation.label.empty() ? relation.category : relation.label, relation.mentions,
        relation.sources);
    return escape_label(clean_line(text, kNameLimit));
}

Attributes node_attributes(const graph::Node& node, double heaviest)
{
    return {{"label", join(actor_caption(node.actor))},
            {"fillcolor", std::string{fill_colour(node.actor.kind)}},
            {"fontsize", points(name_size(node.weight, heaviest))},
            {"tooltip", escape_label(clean_line(display_name(node.actor), kNameLimit))}};
}

Attributes line_attributes(const graph::Relation& relation)
{
    return {{"color", std::string{line_colour(relation.quad)}},
            {"penwidth", points(line_width(relation))},
            {"style", is_dashed(relation) ? "dashed" : "solid"},
            {"tooltip", relation_tooltip(relation)}};
}

Attributes with(Attributes attributes, Attribute more)
{
    attributes.push_back(std::move(more));
    return attributes;
}

std::string direction(bool directed)
{
    return directed ? "forward" : "none";
}

/// Draws the relation through a small box that holds its label.
void add_labelled_line(DotGraph& diagram, const graph::Relation& relation, const std::string& key,
                       DotGraph::Node source, DotGraph::Node target)
{
    const Attributes line = line_attributes(relation);
    const DotGraph::Node box = diagram.add_node(
        "label " + key, {{"label", join(relation_caption(relation))},
                         {"shape", "box"},
                         {"style", "rounded,filled"},
                         {"fillcolor", "white"},
                         {"color", std::string{line_colour(relation.quad)}},
                         {"penwidth", "0.7"},
                         {"fontsize", "10"},
                         {"fontcolor", "#333333"},
                         {"margin", "0.08,0.04"},
                         {"height", "0.1"},
                         {"width", "0.1"},
                         {"tooltip", relation_tooltip(relation)}});
    diagram.add_edge(source, box, key + " out", with(line, {"dir", "none"}));
    diagram.add_edge(box, target, key + " in", with(line, {"dir", direction(relation.directed)}));
}

void set_design(DotGraph& diagram, const graph::Snapshot& graph, const ExportContext& context)
{
    const std::string fonts{kFonts};
    diagram.set({{"charset", "UTF-8"},
                 {"layout", layout_engine(graph)},
                 {"label", make_legend(graph, context), Markup::html},
                 {"labelloc", "t"},
                 {"labeljust", "l"},
                 {"fontname", fonts},
                 {"fontsize", "11"},
                 {"bgcolor", "white"},
                 {"overlap", "prism"},
                 {"overlap_scaling", "-4"},
                 {"sep", "+6"},
                 {"esep", "+3"},
                 {"splines", "true"},
                 {"outputorder", "edgesfirst"},
                 {"pad", "0.3"},
                 {"start", "7"}});
    diagram.set_node_defaults({{"shape", "box"},
                               {"style", "rounded,filled"},
                               {"color", "#555555"},
                               {"penwidth", "1"},
                               {"fontname", fonts},
                               {"fontcolor", "#111111"},
                               {"margin", "0.12,0.07"},
                               {"height", "0.3"}});
    diagram.set_edge_defaults(
        {{"fontname", fonts}, {"fontsize", "10"}, {"arrowsize", "0.7"}, {"len", "1.4"}});
}

} // namespace

const char* layout_engine(const graph::Snapshot& graph) noexcept
{
    return graph.nodes().size() + graph.relations().size() > kLargeGraph ? "sfdp" : "neato";
}

DotGraph make_diagram(const graph::Snapshot& graph, const ExportContext& context, DiagramForm form)
{
    DotGraph diagram{"entente", true};
    set_design(diagram, graph, context);
    double heaviest = 0.0;
    for (const graph::Node& node : graph.nodes()) {
        heaviest = std::max(heaviest, node.weight);
    }
    std::vector<DotGraph::Node> nodes;
    for (const graph::Node& node : graph.nodes()) {
        nodes.push_back(
            diagram.add_node(node.actor.code.text(), node_attributes(node, heaviest)));
    }
    const auto relations = graph.relations();
    for (std::size_t number = 0; number < relations.size(); ++number) {
        const graph::Relation& relation = relations[number];
        const DotGraph::Node source = nodes[*graph.find(relation.source.code)];
        const DotGraph::Node target = nodes[*graph.find(relation.target.code)];
        const std::string key = fmt::format("r{}", number + 1);
        if (form == DiagramForm::picture && number < kLabelledRelations) {
            add_labelled_line(diagram, relation, key, source, target);
            continue;
        }
        Attributes line = with(line_attributes(relation), {"dir", direction(relation.directed)});
        if (form == DiagramForm::data) {
            line.push_back({"label", join(relation_caption(relation))});
        }
        diagram.add_edge(source, target, key, line);
    }
    return diagram;
}

} // namespace entente::exporters
