// SPDX-License-Identifier: Apache-2.0
#include "exporters/diagram.hpp"

#include "core/text.hpp"
#include "exporters/caption.hpp"
#include "exporters/legend.hpp"
#include "exporters/palette.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente::exporters {

namespace {

constexpr std::size_t kTooltipLimit = 200;
/// From so many actors on, the multilevel layout is faster and spreads better.
constexpr std::size_t kLargeGraph = 150;
/// Up to so many actors and relations, lines bend around boxes; beyond, routing them takes long.
constexpr std::size_t kRoutedActors = 60;
constexpr std::size_t kRoutedRelations = 150;

std::string join(const std::vector<std::string>& lines)
{
    std::string label;
    for (const std::string& line : lines) {
        label += label.empty() ? "" : "\\n";
        label += escape_label(line);
    }
    return label;
}

std::string tooltip(const std::string& text)
{
    return escape_label(clean_line(text, kTooltipLimit));
}

bool is_routed(const graph::Snapshot& graph) noexcept
{
    return graph.nodes().size() <= kRoutedActors && graph.relations().size() <= kRoutedRelations;
}

std::string points(double value)
{
    return fmt::format("{:.1f}", value);
}

/// As in the picture, in the order of source and target.
std::string_view arrow_sign(const graph::Relation& relation) noexcept
{
    if (arrow_kind(relation) == ArrowKind::none) {
        return "–";
    }
    return points_back(relation) ? "←" : "→";
}

/// A name of ours as a CSS class: "material conflict" is "material-conflict".
std::string css_class(std::string_view name)
{
    std::string words{name};
    std::replace(words.begin(), words.end(), ' ', '-');
    return words;
}

std::string counted(std::size_t count, std::string_view noun)
{
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

} // namespace

void set_design(DotGraph& diagram, const graph::Snapshot& graph, const PictureOptions& options)
{
    const Palette& colours = palette(options.theme);
    const std::string fonts{kFonts};
    diagram.set({{"charset", "UTF-8"},
                 {"fontname", fonts},
                 {"fontsize", "11"},
                 {"fontcolor", std::string{colours.ink}},
                 {"bgcolor", std::string{colours.page}},
                 {"overlap", "prism"},
                 {"overlap_scaling", "0"},
                 {"overlap_shrink", "false"},
                 {"sep", "+6"},
                 {"esep", "+3"},
                 {"splines", is_routed(graph) ? "true" : "line"},
                 {"outputorder", "edgesfirst"},
                 {"pad", "0.3"},
                 {"start", "7"}});
    // libgvc gives every later graph of the process a default label; said here, it is always there.
    diagram.set_node_defaults({{"label", "\\N"},
                               {"shape", "box"},
                               {"style", "rounded,filled"},
                               {"color", std::string{colours.box_line}},
                               {"penwidth", "1"},
                               {"fontname", fonts},
                               {"fontcolor", std::string{colours.ink}},
                               {"margin", "0.12,0.07"},
                               {"height", "0.3"}});
    diagram.set_edge_defaults({{"fontname", fonts},
                               {"fontsize", "10"},
                               {"fontcolor", std::string{colours.label_ink}},
                               {"arrowsize", "0.7"},
                               {"len", "2.6"}});
}

void set_head(DotGraph& diagram, const graph::Snapshot& graph, const ExportContext& context,
              std::size_t labelled)
{
    diagram.set({{"label", make_legend(graph, context, labelled), Markup::html},
                 {"labelloc", "t"},
                 {"labeljust", "l"}});
}

std::vector<DotGraph::Node> add_actors(DotGraph& diagram, const graph::Snapshot& graph,
                                       const PictureOptions& options)
{
    double heaviest = 0.0;
    for (const graph::Node& node : graph.nodes()) {
        heaviest = std::max(heaviest, node.weight);
    }
    std::vector<DotGraph::Node> actors;
    for (const graph::Node& node : graph.nodes()) {
        actors.push_back(
            diagram.add_node(node.actor.code.text(),
                             {{"label", join(actor_caption(node.actor))},
                              {"fillcolor", std::string{actor_class(options, node.actor).colour}},
                              {"class", "actor " + css_class(to_string(node.actor.kind))},
                              {"fontsize", points(name_size(node.weight, heaviest))},
                              {"tooltip", tooltip(display_name(node.actor))}}));
    }
    return actors;
}

DotGraph::Node add_label(DotGraph& diagram, const graph::Relation& relation, std::size_t number,
                         const PictureOptions& options)
{
    const Palette& colours = palette(options.theme);
    return diagram.add_node("label " + relation_id(number),
                            {{"label", relation_label(relation)},
                             {"fillcolor", std::string{colours.label_fill}},
                             {"color", std::string{line_colour(colours, relation.quad)}},
                             {"penwidth", "0.7"},
                             {"fontsize", "10"},
                             {"fontcolor", std::string{colours.label_ink}},
                             {"margin", "0.08,0.04"},
                             {"height", "0.1"},
                             {"width", "0.1"},
                             {"class", "label " + css_class(to_string(relation.quad))},
                             {"tooltip", line_attributes(relation, options).back().value}});
}

DotGraph::Node add_title(DotGraph& diagram, const std::string& id, const std::string& title,
                         const PictureOptions& options)
{
    const Palette& colours = palette(options.theme);
    return diagram.add_node("title " + id, {{"label", escape_label(title)},
                                            {"style", "filled"},
                                            {"fillcolor", std::string{colours.frame_fill}},
                                            {"color", std::string{colours.frame_fill}},
                                            {"fontcolor", std::string{colours.faint_ink}},
                                            {"fontname", std::string{kBoldFonts}},
                                            {"fontsize", "13"},
                                            {"margin", "0.05,0.02"},
                                            {"height", "0.1"},
                                            {"width", "0.1"},
                                            {"class", "bloc-title"},
                                            {"tooltip", escape_label(title)}});
}

Attributes frame_attributes(const std::string& title, const PictureOptions& options)
{
    const Palette& colours = palette(options.theme);
    return {{"label", escape_label(title)},
            {"style", "rounded,filled"},
            {"fillcolor", std::string{colours.frame_fill}},
            {"color", std::string{colours.frame_line}},
            {"fontcolor", std::string{colours.faint_ink}},
            {"fontsize", "13"},
            {"class", "bloc"}};
}

Attributes line_attributes(const graph::Relation& relation, const PictureOptions& options)
{
    const std::string words = fmt::format(
        "{} {} {}: {}, {} in {}", display_name(relation.source), arrow_sign(relation),
        display_name(relation.target), relation.label.empty() ? relation.category : relation.label,
        counted(relation.mentions, "mention"), counted(relation.sources, "source"));
    const bool dashed = is_dashed(relation);
    return {
        {"color", std::string{line_colour(palette(options.theme), relation.quad)}},
        {"penwidth", points(line_width(relation))},
        {"style", dashed ? "dashed" : "solid"},
        {"class", "relation " + css_class(to_string(relation.quad)) + (dashed ? " dashed" : "")},
        {"tooltip", tooltip(words)}};
}

bool points_back(const graph::Relation& relation) noexcept
{
    return relation.label_direction == graph::Direction::backward;
}

Attributes arrow(const graph::Relation& relation, bool source_first)
{
    switch (arrow_kind(relation)) {
    case ArrowKind::full:
        return {{"dir", "forward"}};
    case ArrowKind::open: {
        const bool back = source_first && points_back(relation);
        return {{"dir", back ? "back" : "forward"}, {back ? "arrowtail" : "arrowhead", "onormal"}};
    }
    case ArrowKind::none:
        break;
    }
    return {{"dir", "none"}};
}

void append(Attributes& attributes, const Attributes& more)
{
    attributes.insert(attributes.end(), more.begin(), more.end());
}

std::string relation_label(const graph::Relation& relation)
{
    return join(relation_caption(relation));
}

std::string relation_id(std::size_t number)
{
    return fmt::format("r{}", number + 1);
}

const char* layout_engine(std::size_t boxes) noexcept
{
    return boxes > kLargeGraph ? "sfdp" : "neato";
}

} // namespace entente::exporters
