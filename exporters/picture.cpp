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
/// Points of a line that show on both sides of its label: room for an arrowhead and a bit of line.
constexpr double kShownLine = 26.0;
/// Beyond this a page with a single cramped label would be mostly empty.
constexpr double kMostGrowth = 1.4;
/// Up to so many actors they are kept off the lines of others; a crowd has no room for that.
constexpr std::size_t kClearedActors = 80;

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
Result<std::vector<Box>> spread_actors(Graphviz& graphviz, const graph::Snapshot& graph)
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

/// Labels by number of relation; parallel ones in lanes beside each other.
std::vector<LabelRequest> label_requests(const graph::Snapshot& graph,
                                         const std::vector<Box>& actors)
{
    std::vector<LabelRequest> labels(std::min(graph.relations().size(), kLabelledRelations));
    for (const auto& [pair, numbers] : labelled_by_pair(graph)) {
        const Point from = actors[pair.first].centre;
        const Point to = actors[pair.second].centre;
        const double distance = std::max(std::hypot(to.x - from.x, to.y - from.y), 1.0);
        const double steepness = std::abs(to.y - from.y) / distance;
        double lane = (1.0 - static_cast<double>(numbers.size())) / 2.0;
        for (const std::size_t number : numbers) {
            const auto [width, height] = label_size(graph.relations()[number]);
            // Labels are wider than high, so lanes that run side by side need more room.
            labels[number] = {pair, width, height, lane * kLaneWidth * (1.0 + 1.2 * steepness)};
            lane += 1.0;
        }
    }
    return labels;
}

/// Gives lines a free way, and labels room on them.
void make_room(std::vector<Box>& actors, const graph::Snapshot& graph)
{
    if (actors.size() <= kClearedActors) {
        std::vector<Line> lines;
        for (const auto& [pair, numbers] : labelled_by_pair(graph)) {
            lines.push_back(pair);
        }
        clear_lines(actors, lines);
    }
    const double scale =
        needed_scale(actors, label_requests(graph, actors), kShownLine, kMostGrowth);
    for (Box& actor : actors) {
        actor.centre.x *= scale;
        actor.centre.y *= scale;
    }
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
    if (points_back(relation)) {
        std::swap(ends.first, ends.second);
    }
    // The head stands at the far end of the second half, so that no label can hide it.
    Attributes first_half = line;
    first_half.push_back({"dir", "none"});
    diagram.add_edge(ends.first, box, id + " out", first_half);
    append(line, arrow(relation, false));
    diagram.add_edge(box, ends.second, id + " in", line);
}

DotGraph make_picture(const graph::Snapshot& graph, const ExportContext& context,
                      const std::vector<Box>& places)
{
    DotGraph diagram{"entente", true};
    set_design(diagram, graph);
    set_head(diagram, graph, context);
    const auto actors = add_actors(diagram, graph);
    for (std::size_t i = 0; i < actors.size(); ++i) {
        diagram.set_node(actors[i], {position(places[i].centre)});
    }
    const std::vector<Point> labels = place_labels(places, label_requests(graph, places));
    for (std::size_t number = 0; number < graph.relations().size(); ++number) {
        const graph::Relation& relation = graph.relations()[number];
        const std::pair ends{actors[*graph.find(relation.source.code)],
                             actors[*graph.find(relation.target.code)]};
        if (is_labelled(number)) {
            add_labelled_line(diagram, relation, relation_id(number), ends, labels[number]);
            continue;
        }
        Attributes line = line_attributes(relation);
        append(line, arrow(relation, true));
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
    auto places = spread_actors(graphviz, graph);
    if (!places) {
        return places.error();
    }
    make_room(*places, graph);
    DotGraph picture = make_picture(graph, context, *places);
    if (format == "png") {
        picture.set({{"dpi", "144"}});
    }
    return graphviz.render(picture, "nop", std::string{format});
}

} // namespace entente::exporters
