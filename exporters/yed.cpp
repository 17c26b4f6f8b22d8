// SPDX-License-Identifier: Apache-2.0
#include "exporters/yed.hpp"

#include "exporters/actor_places.hpp"
#include "exporters/caption.hpp"
#include "exporters/diagram.hpp"
#include "exporters/graphml.hpp"
#include "exporters/layout.hpp"
#include "exporters/palette.hpp"
#include "exporters/text_pieces.hpp"
#include "exporters/xml.hpp"

#include <cmath>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace entente::exporters {

namespace {

constexpr double kApart = 26.0; ///< points between parallel lines, in the middle
constexpr std::size_t kNameLimit = 40;

void append_tenths(std::string& out, double value)
{
    append_number(out, std::round(value * 10.0) / 10.0 + 0.0); // no negative zero
}

void attribute(std::string& out, std::string_view name, double value)
{
    out += ' ';
    out += name;
    out += "=\"";
    append_tenths(out, value);
    out += '"';
}

/// Where the middle of each line goes, in yEd's points, which count y downward; none for a straight
/// line. By number in Snapshot::relations().
std::vector<std::optional<Point>> bends_of(const graph::Snapshot& graph,
                                           const std::vector<ActorPlace>& places)
{
    using Pair = std::pair<std::size_t, std::size_t>;
    std::map<Pair, std::vector<std::size_t>> parallel;
    const auto relations = graph.relations();
    for (std::size_t number = 0; number < relations.size(); ++number) {
        const std::size_t source = *graph.find(relations[number].source.code);
        const std::size_t target = *graph.find(relations[number].target.code);
        parallel[std::minmax(source, target)].push_back(number);
    }
    std::vector<std::optional<Point>> bends(relations.size());
    for (const auto& [pair, numbers] : parallel) {
        const Point from = places[pair.first].centre;
        const Point to = places[pair.second].centre;
        const double length = std::hypot(to.x - from.x, to.y - from.y);
        if (length <= 0.0) {
            continue;
        }
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const double steps =
                static_cast<double>(i) - static_cast<double>(numbers.size() - 1) / 2.0;
            if (steps != 0.0) {
                const double aside = kApart * steps / length;
                bends[numbers[i]] = Point{(from.x + to.x) / 2 - aside * (to.y - from.y),
                                          -(from.y + to.y) / 2 - aside * (to.x - from.x)};
            }
        }
    }
    return bends;
}

std::string_view arrow_name(ArrowKind kind) noexcept
{
    switch (kind) {
    case ArrowKind::none:
        return "none";
    case ArrowKind::open:
        return "plain";
    case ArrowKind::full:
        return "standard";
    }
    return "none";
}

class YedDrawing final : public GraphmlDrawing {
public:
    YedDrawing(const graph::Snapshot& graph, const PictureOptions& options)
        : options_{options}
        , places_{place_actors(graph)}
        , bends_{bends_of(graph, places_)}
    {}

    [[nodiscard]] std::string_view namespaces() const override
    {
        return " xmlns:y=\"http://www.yworks.com/xml/graphml\"";
    }

    [[nodiscard]] std::string_view keys() const override
    {
        return "  <key id=\"n_drawing\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n"
               "  <key id=\"e_drawing\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n";
    }

    void node(std::string& out, const graph::Node& node, std::size_t number) const override
    {
        const auto& [centre, radius] = places_[number];
        out += "      <data key=\"n_drawing\"><y:ShapeNode><y:Geometry";
        attribute(out, "height", 2 * radius);
        attribute(out, "width", 2 * radius);
        attribute(out, "x", centre.x - radius);
        attribute(out, "y", -centre.y - radius);
        out += "/><y:Fill color=\"";
        out += actor_class(options_, node.actor).colour;
        out += "\" transparent=\"false\"/><y:BorderStyle color=\"";
        out += palette(options_.theme).box_line;
        out +=
            "\" type=\"line\" width=\"1.0\"/>"
            "<y:NodeLabel fontSize=\"12\" modelName=\"sandwich\" modelPosition=\"s\" textColor=\"";
        out += palette(options_.theme).ink;
        out += "\">";
        append_xml(out, clean_line(display_name(node.actor), kNameLimit));
        out += "</y:NodeLabel><y:Shape type=\"ellipse\"/></y:ShapeNode></data>\n";
    }

    void edge(std::string& out, const graph::Relation& relation, std::size_t number) const override
    {
        out += "      <data key=\"e_drawing\"><y:PolyLineEdge>";
        if (const auto& bend = bends_[number]) {
            out += "<y:Path sx=\"0.0\" sy=\"0.0\" tx=\"0.0\" ty=\"0.0\"><y:Point";
            attribute(out, "x", bend->x);
            attribute(out, "y", bend->y);
            out += "/></y:Path>";
        }
        out += "<y:LineStyle color=\"";
        out += line_colour(palette(options_.theme), relation.quad);
        out += is_dashed(relation) ? "\" type=\"dashed\"" : "\" type=\"line\"";
        attribute(out, "width", line_width(relation));
        const std::string_view head = arrow_name(arrow_kind(relation));
        out += "/><y:Arrows source=\"";
        out += points_back(relation) ? head : "none";
        out += "\" target=\"";
        out += points_back(relation) ? "none" : head;
        out += "\"/>";
        if (number < kLabelledRelations) {
            label(out, relation);
        }
        out += "<y:BendStyle smoothed=\"true\"/></y:PolyLineEdge></data>\n";
    }

private:
    void label(std::string& out, const graph::Relation& relation) const
    {
        out += "<y:EdgeLabel fontSize=\"10\" modelName=\"centered\" modelPosition=\"center\" "
               "backgroundColor=\"";
        out += palette(options_.theme).label_fill;
        out += "\" textColor=\"";
        out += palette(options_.theme).label_ink;
        out += "\">";
        const auto lines = relation_caption(relation);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            out += i == 0 ? "" : "\n";
            append_xml(out, lines[i]);
        }
        out += "</y:EdgeLabel>";
    }

    PictureOptions options_;
    std::vector<ActorPlace> places_;
    std::vector<std::optional<Point>> bends_;
};

} // namespace

Status YedExporter::write(const graph::Snapshot& graph, const ExportContext& context,
                          Sink& sink) const
{
    const YedDrawing drawing{graph, context.picture};
    return write_graphml(graph, context, sink, &drawing);
}

} // namespace entente::exporters
