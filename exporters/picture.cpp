// SPDX-License-Identifier: Apache-2.0
#include "exporters/picture.hpp"

#include "exporters/diagram.hpp"
#include "exporters/gvc.hpp"
#include "exporters/palette.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace entente::exporters {

namespace {

constexpr double kLaneWidth = 44.0; ///< points between the labels of parallel relations

using Pair = std::pair<std::size_t, std::size_t>;

Pair pair_of(const graph::Snapshot& graph, const graph::Relation& relation)
{
    return std::minmax(*graph.find(relation.source.code), *graph.find(relation.target.code));
}

bool is_labelled(std::size_t number) noexcept
{
    return number < kLabelledRelations;
}

/// Relation numbers between two actors.
std::map<Pair, std::vector<std::size_t>> labelled_by_pair(const graph::Snapshot& graph)
{
    std::map<Pair, std::vector<std::size_t>> numbers;
    for (std::size_t number = 0; number < graph.relations().size(); ++number) {
        auto& lane = numbers[pair_of(graph, graph.relations()[number])];
        if (is_labelled(number)) {
            lane.push_back(number);
        }
    }
    return numbers;
}

/// Spreads the actors by themselves.
Result<std::vector<Point>> place_actors(Graphviz& graphviz, const graph::Snapshot& graph)
{
    DotGraph skeleton{"actors", false};
    set_design(skeleton, graph);
    skeleton.set({{"sep", "+20"}, {"splines", "false"}});
    const auto actors = add_actors(skeleton, graph);
    for (const auto& [pair, numbers] : labelled_by_pair(graph)) {
        const double length = 2.3 + 0.35 * static_cast<double>(numbers.size());
        skeleton.add_edge(actors[pair.first], actors[pair.second], "",
                          {{"len", fmt::format("{:.1f}", std::min(length, 5.0))}});
    }
    return graphviz.positions(skeleton, actors, layout_engine(graph));
}

/// Where the labels begin: on the middle of their lines, parallel ones in lanes beside each other.
std::vector<Point> place_labels(const graph::Snapshot& graph, const std::vector<Point>& actors)
{
    std::vector<Point> labels(graph.relations().size());
    for (const auto& [pair, numbers] : labelled_by_pair(graph)) {
        const Point from = actors[pair.first];
        const Point to = actors[pair.second];
        const double distance = std::max(std::hypot(to.x - from.x, to.y - from.y), 1.0);
        const Point across{-(to.y - from.y) / distance, (to.x - from.x) / distance};
        double lane = (1.0 - static_cast<double>(numbers.size())) / 2.0;
        for (const std::size_t number : numbers) {
            // Labels are wider than high, so lanes that run side by side need more room.
            const double offset = lane * kLaneWidth * (1.0 + 1.2 * std::abs(across.x));
            labels[number] = {(from.x + to.x) / 2.0 + across.x * offset,
                              (from.y + to.y) / 2.0 + across.y * offset};
            lane += 1.0;
        }
    }
    return labels;
}

Attribute position(Point point)
{
    return {"pos", fmt::format("{:.2f},{:.2f}", point.x, point.y)};
}

/// Draws the relation through a small box that holds its label.
void add_labelled_line(DotGraph& diagram, const graph::Relation& relation, const std::string& id,
                       std::pair<DotGraph::Node, DotGraph::Node> ends, Point place)
{
    Attributes line = line_attributes(relation);
    const DotGraph::Node box =
        diagram.add_node("label " + id, {{"label", relation_label(relation)},
                                         {"fillcolor", "white"},
                                         {"color", std::string{line_colour(relation.quad)}},
                                         {"penwidth", "0.7"},
                                         {"fontsize", "10"},
                                         {"fontcolor", "#333333"},
                                         {"margin", "0.08,0.04"},
                                         {"height", "0.1"},
                                         {"width", "0.1"},
                                         {"tooltip", line.back().value},
                                         position(place)});
    line.push_back({"dir", "none"});
    diagram.add_edge(ends.first, box, id + " out", line);
    line.back() = arrow(relation);
    diagram.add_edge(box, ends.second, id + " in", line);
}

DotGraph make_picture(const graph::Snapshot& graph, const ExportContext& context,
                      const std::vector<Point>& places)
{
    DotGraph diagram{"entente", true};
    set_design(diagram, graph);
    set_head(diagram, graph, context);
    const auto actors = add_actors(diagram, graph);
    for (std::size_t i = 0; i < actors.size(); ++i) {
        diagram.set_node(actors[i], {position(places[i])});
    }
    const std::vector<Point> labels = place_labels(graph, places);
    for (std::size_t number = 0; number < graph.relations().size(); ++number) {
        const graph::Relation& relation = graph.relations()[number];
        const std::pair ends{actors[*graph.find(relation.source.code)],
                             actors[*graph.find(relation.target.code)]};
        if (is_labelled(number)) {
            add_labelled_line(diagram, relation, relation_id(number), ends, labels[number]);
            continue;
        }
        Attributes line = line_attributes(relation);
        line.push_back(arrow(relation));
        diagram.add_edge(ends.first, ends.second, relation_id(number), line);
    }
    return diagram;
}

} // namespace

Result<std::string> draw_picture(const graph::Snapshot& graph, const ExportContext& context,
                                 std::string_view format)
{
    const auto lock = lock_graphviz();
    Graphviz graphviz;
    const auto places = place_actors(graphviz, graph);
    if (!places) {
        return places.error();
    }
    DotGraph picture = make_picture(graph, context, *places);
    if (format == "png") {
        picture.set({{"dpi", "144"}});
    }
    return graphviz.render(picture, "nop", std::string{format});
}

} // namespace entente::exporters
