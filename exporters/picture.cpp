// SPDX-License-Identifier: Apache-2.0
#include "exporters/picture.hpp"

#include "exporters/gvc.hpp"
#include "exporters/layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace entente::exporters {

namespace {

Attribute position(const Box& box)
{
    return {"pos", fmt::format("{:.2f},{:.2f}", box.centre.x, box.centre.y)};
}

/// Draws the relation through the box that holds its label.
void add_labelled_line(DotGraph& diagram, const graph::Relation& relation, std::size_t number,
                       std::pair<DotGraph::Node, DotGraph::Node> ends, const Box& place,
                       const PictureOptions& options)
{
    const std::string id = relation_id(number);
    Attributes line = line_attributes(relation, options);
    const DotGraph::Node box = add_label(diagram, relation, number, options);
    diagram.set_node(box, {position(place)});
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

void add_frame(DotGraph& diagram, const Frame& frame, const std::vector<DotGraph::Node>& actors,
               const PictureOptions& options)
{
    std::vector<DotGraph::Node> members;
    members.reserve(frame.members.size());
    for (const std::size_t member : frame.members) {
        members.push_back(actors[member]);
    }
    Attributes attributes = frame_attributes({}, options);
    const Point centre = frame.area.centre;
    const double x = frame.area.width / 2.0;
    const double y = frame.area.height / 2.0;
    attributes.push_back({"bb", fmt::format("{:.2f},{:.2f},{:.2f},{:.2f}", centre.x - x,
                                            centre.y - y, centre.x + x, centre.y + y)});
    diagram.add_cluster(frame.id, members, attributes);
    diagram.set_node(add_title(diagram, frame.id, frame.title, options),
                     {position(frame.title_area)});
}

DotGraph make_picture(const graph::Snapshot& graph, const ExportContext& context,
                      const Layout& layout)
{
    const PictureOptions& options = context.picture;
    DotGraph diagram{"entente", true};
    set_design(diagram, graph, options);
    set_head(diagram, graph, context, layout.labels.size());
    diagram.set({{"overlap", "true"}}); // nothing overlaps, so nothing is to be moved
    const auto actors = add_actors(diagram, graph, options);
    for (std::size_t i = 0; i < actors.size(); ++i) {
        diagram.set_node(actors[i], {position(layout.actors[i])});
    }
    for (const Frame& frame : layout.frames) {
        add_frame(diagram, frame, actors, options);
    }
    for (std::size_t number = 0; number < graph.relations().size(); ++number) {
        const graph::Relation& relation = graph.relations()[number];
        const std::pair ends{actors[*graph.find(relation.source.code)],
                             actors[*graph.find(relation.target.code)]};
        if (number < layout.labels.size()) {
            add_labelled_line(diagram, relation, number, ends, layout.labels[number], options);
            continue;
        }
        Attributes line = line_attributes(relation, options);
        append(line, arrow(relation, true));
        diagram.add_edge(ends.first, ends.second, relation_id(number), line);
    }
    return diagram;
}

/// Fine enough for print, but large pages must not take seconds to be painted.
double dots_per_inch(const Layout& layout)
{
    constexpr double kFinest = 144.0;
    constexpr double kCoarsest = 60.0;
    constexpr double kMostPixels = 5500.0; ///< along the longer side, about
    constexpr double kPointsPerInch = 72.0;
    Point low;
    Point high;
    for (const Box& box : layout.actors) {
        low = {std::min(low.x, box.centre.x), std::min(low.y, box.centre.y)};
        high = {std::max(high.x, box.centre.x), std::max(high.y, box.centre.y)};
    }
    const double points = std::max({high.x - low.x, high.y - low.y, 1.0});
    return std::clamp(kMostPixels * kPointsPerInch / points, kCoarsest, kFinest);
}

} // namespace

Result<std::string> draw_picture(const graph::Snapshot& graph, const ExportContext& context,
                                 std::string_view format)
{
    const auto lock = lock_graphviz();
    Graphviz graphviz;
    const auto layout = lay_out(graphviz, graph, context.picture);
    if (!layout) {
        return layout.error();
    }
    DotGraph picture = make_picture(graph, context, *layout);
    if (format == "png") {
        picture.set({{"dpi", fmt::format("{:.0f}", dots_per_inch(*layout))}});
    }
    return graphviz.render(picture, "nop", std::string{format});
}

} // namespace entente::exporters
