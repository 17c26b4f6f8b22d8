// SPDX-License-Identifier: Apache-2.0
#include "exporters/layout.hpp"

#include "exporters/caption.hpp"
#include "exporters/clusters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

namespace entente::exporters {

namespace {

constexpr double kPointsPerInch = 72.0;
constexpr double kLaneGap = 10.0; ///< points between the labels of parallel relations
/// Points of a line that show on both sides of its label: room for an arrowhead and a bit of line.
constexpr double kShownLine = 26.0;
/// Beyond this a page with a single cramped label would be mostly empty.
constexpr double kMostGrowth = 1.4;
/// Up to so many actors they are kept off the lines of others; a crowd has no room for that.
constexpr std::size_t kClearedActors = 80;
constexpr double kActorGap = 14.0;
constexpr double kFrameGap = 34.0;
constexpr double kFramePadding = 14.0;
constexpr double kFrameTitle = 22.0; ///< height of a frame's title
constexpr std::size_t kFrameTitleLimit = 40;

using Pair = std::pair<std::size_t, std::size_t>;
/// Labelled relations by the numbers of their ends, the smaller first; also pairs that have none.
using PairRelations = std::map<Pair, std::vector<std::size_t>>;

PairRelations relations_by_pair(const graph::Snapshot& graph)
{
    PairRelations numbers;
    for (std::size_t number = 0; number < graph.relations().size(); ++number) {
        const graph::Relation& relation = graph.relations()[number];
        auto& lane = numbers[std::minmax(*graph.find(relation.source.code),
                                         *graph.find(relation.target.code))];
        if (number < kLabelledRelations) {
            lane.push_back(number);
        }
    }
    return numbers;
}

std::string title_of(const Cluster& cluster)
{
    return clean_line(cluster.title, kFrameTitleLimit);
}

/// Boxes of the right sizes, not in their places yet.
struct Sizes {
    std::vector<Box> actors;
    std::vector<Box> labels;
    std::vector<Box> titles; ///< of clusters
};

Result<Sizes> measure(Graphviz& graphviz, const graph::Snapshot& graph,
                      const std::vector<Cluster>& clusters, const PictureOptions& options)
{
    DotGraph samples{"sizes", false};
    set_design(samples, graph, options);
    samples.set({{"overlap", "true"}, {"splines", "false"}});
    std::vector<DotGraph::Node> nodes = add_actors(samples, graph, options);
    const std::size_t actors = nodes.size();
    const std::size_t labels = std::min(graph.relations().size(), kLabelledRelations);
    for (std::size_t number = 0; number < labels; ++number) {
        nodes.push_back(add_label(samples, graph.relations()[number], number, options));
    }
    for (const Cluster& cluster : clusters) {
        nodes.push_back(add_title(samples, cluster.id, title_of(cluster), options));
    }
    for (const DotGraph::Node node : nodes) {
        samples.set_node(node, {{"pos", "0,0"}});
    }
    auto boxes = graphviz.positions(samples, nodes, "nop");
    if (!boxes) {
        return boxes.error();
    }
    const auto first_label = boxes->begin() + static_cast<std::ptrdiff_t>(actors);
    const auto first_title = first_label + static_cast<std::ptrdiff_t>(labels);
    return Sizes{
        {boxes->begin(), first_label}, {first_label, first_title}, {first_title, boxes->end()}};
}

/// An edge between two of the boxes that are to be spread, and how much it should hold.
struct Bond {
    Pair ends;
    double length = 0.0; ///< points that should be between the boxes
};

/// Gives the boxes places by stress; they keep their sizes and do not overlap by much.
Status spread(Graphviz& graphviz, std::vector<Box>& boxes, const std::vector<Bond>& bonds)
{
    if (boxes.size() < 2) {
        return {};
    }
    DotGraph skeleton{"skeleton", false};
    skeleton.set({{"overlap", "prism"},
                  {"overlap_scaling", "0"},
                  {"overlap_shrink", "false"},
                  {"sep", "+20"},
                  {"splines", "false"},
                  {"pack", "40"}, // parts that nothing holds together stand beside each other
                  {"start", "7"}});
    skeleton.set_node_defaults(
        {{"label", ""}, {"shape", "box"}, {"fixedsize", "true"}, {"height", "1"}, {"width", "1"}});
    skeleton.set_edge_defaults({{"len", "1"}});
    std::vector<DotGraph::Node> nodes;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        nodes.push_back(skeleton.add_node(
            fmt::format("{}", i),
            {{"width", fmt::format("{:.3f}", boxes[i].width / kPointsPerInch)},
             {"height", fmt::format("{:.3f}", boxes[i].height / kPointsPerInch)}}));
    }
    const auto reach = [&](std::size_t i) {
        return std::hypot(boxes[i].width, boxes[i].height) / 2.0;
    };
    for (const Bond& bond : bonds) {
        const auto [a, b] = bond.ends;
        const double length = bond.length + 0.5 * (reach(a) + reach(b));
        skeleton.add_edge(nodes[a], nodes[b], "",
                          {{"len", fmt::format("{:.2f}", length / kPointsPerInch)}});
    }
    auto places = graphviz.positions(skeleton, nodes, layout_engine(boxes.size()));
    if (!places) {
        return places.error();
    }
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        boxes[i].centre = (*places)[i].centre;
    }
    return {};
}

/// How far apart two actors should be for as many labels between them.
/// \param crowding how much denser labels are than on a page that is easy to read
double bond_length(std::size_t labels, double crowding)
{
    return crowding * std::min(118.0 + 26.0 * static_cast<double>(labels), 320.0);
}

/// 1 up to one and a half labels an actor; more where lines would else run through labels.
double crowding_of(std::size_t labels, std::size_t actors)
{
    constexpr double kRoomy = 1.5;
    const double each =
        static_cast<double>(labels) / static_cast<double>(std::max<std::size_t>(actors, 1));
    return std::clamp(std::sqrt(each / kRoomy), 1.0, 2.0);
}

/// Labels of the pairs of which `wanted` is true, with the offsets of their lanes.
template <typename Wanted>
std::vector<LabelRequest> label_requests(const std::vector<Box>& actors, const Sizes& sizes,
                                         const PairRelations& pairs, const Wanted& wanted)
{
    std::vector<LabelRequest> labels;
    for (const auto& [pair, numbers] : pairs) {
        if (!wanted(pair)) {
            continue;
        }
        const Point from = actors[pair.first].centre;
        const Point to = actors[pair.second].centre;
        const double distance = std::max(std::hypot(to.x - from.x, to.y - from.y), 1.0);
        // How far a label reaches to each side of its line.
        const double across = std::abs(to.x - from.x) / distance;
        const double along = std::abs(to.y - from.y) / distance;
        std::vector<double> breadths;
        double total = 0.0;
        for (const std::size_t number : numbers) {
            const Box& size = sizes.labels[number];
            // Lanes may interlock: labels on a slope are shifted along it.
            breadths.push_back(std::min(size.height * across + size.width * along, size.width) +
                               kLaneGap);
            total += breadths.back();
        }
        double lane = -total / 2.0;
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            const Box& size = sizes.labels[numbers[i]];
            labels.push_back({pair, size.width, size.height, lane + breadths[i] / 2.0});
            lane += breadths[i];
        }
    }
    return labels;
}

/// Actors that keep their places to each other: those of a frame, or one alone.
struct Group {
    std::vector<std::size_t> members;
    std::vector<Point> offsets; ///< of the members, from the centre of the area
    Box title;                  ///< of the frame; no place yet
    const Cluster* cluster = nullptr;
};

/// Lays out the members of a frame by themselves and tells how large the frame is.
Result<Box> arrange(Graphviz& graphviz, Group& group, const Sizes& sizes,
                    const PairRelations& pairs, double crowding)
{
    std::map<std::size_t, std::size_t> inner;
    std::vector<Box> boxes;
    for (const std::size_t member : group.members) {
        inner.emplace(member, boxes.size());
        boxes.push_back(sizes.actors[member]);
    }
    PairRelations inside;
    std::vector<Bond> bonds;
    std::vector<Line> lines;
    for (const auto& [pair, numbers] : pairs) {
        const auto a = inner.find(pair.first);
        const auto b = inner.find(pair.second);
        if (a != inner.end() && b != inner.end() && a != b) {
            const Pair ends = std::minmax(a->second, b->second);
            inside[ends] = numbers;
            bonds.push_back({ends, bond_length(numbers.size(), crowding)});
            lines.push_back(ends);
        }
    }
    if (const Status done = spread(graphviz, boxes, bonds); !done) {
        return done.error();
    }
    if (boxes.size() <= kClearedActors) {
        clear_lines(boxes, lines);
    }
    const double scale =
        needed_scale(boxes, label_requests(boxes, sizes, inside, [](const Pair&) { return true; }),
                     kShownLine, kMostGrowth);
    for (Box& box : boxes) {
        box.centre.x *= scale;
        box.centre.y *= scale;
    }
    separate(boxes, kActorGap);
    Point low = boxes.front().centre;
    Point high = low;
    for (const Box& box : boxes) {
        low = {std::min(low.x, box.centre.x - box.width / 2.0),
               std::min(low.y, box.centre.y - box.height / 2.0)};
        high = {std::max(high.x, box.centre.x + box.width / 2.0),
                std::max(high.y, box.centre.y + box.height / 2.0)};
    }
    const Point centre{(low.x + high.x) / 2.0, (low.y + high.y + kFrameTitle) / 2.0};
    for (const Box& box : boxes) {
        group.offsets.push_back({box.centre.x - centre.x, box.centre.y - centre.y});
    }
    return Box{{},
               std::max(high.x - low.x, group.title.width) + 2.0 * kFramePadding,
               high.y - low.y + kFrameTitle + 2.0 * kFramePadding};
}

/// Puts the members where their groups are.
void move_members(std::vector<Box>& actors, const std::vector<Group>& groups,
                  const std::vector<Box>& areas)
{
    for (std::size_t g = 0; g < groups.size(); ++g) {
        for (std::size_t i = 0; i < groups[g].members.size(); ++i) {
            const Point offset = groups[g].offsets[i];
            actors[groups[g].members[i]].centre = {areas[g].centre.x + offset.x,
                                                   areas[g].centre.y + offset.y};
        }
    }
}

/// Mirrors the insides of frames where that brings their members nearer to their partners outside.
void turn_to_partners(std::vector<Box>& actors, std::vector<Group>& groups,
                      const std::vector<Box>& areas, const PairRelations& pairs)
{
    for (std::size_t g = 0; g < groups.size(); ++g) {
        Group& group = groups[g];
        if (group.members.size() < 2) {
            continue;
        }
        std::map<std::size_t, std::size_t> inner;
        for (std::size_t i = 0; i < group.members.size(); ++i) {
            inner.emplace(group.members[i], i);
        }
        const auto way = [&](double x, double y) {
            double sum = 0.0;
            for (const auto& [pair, numbers] : pairs) {
                const auto a = inner.find(pair.first);
                const auto b = inner.find(pair.second);
                if ((a == inner.end()) == (b == inner.end())) {
                    continue;
                }
                const std::size_t i = a != inner.end() ? a->second : b->second;
                const Point partner = actors[a != inner.end() ? pair.second : pair.first].centre;
                sum += std::hypot(areas[g].centre.x + x * group.offsets[i].x - partner.x,
                                  areas[g].centre.y + y * group.offsets[i].y - partner.y);
            }
            return sum;
        };
        double best = way(1.0, 1.0);
        Point turn{1.0, 1.0};
        for (const Point mirrored : {Point{-1.0, 1.0}, Point{1.0, -1.0}, Point{-1.0, -1.0}}) {
            if (const double sum = way(mirrored.x, mirrored.y); sum < best) {
                best = sum;
                turn = mirrored;
            }
        }
        // The title stays at the top: only what is below it is mirrored.
        const double shift = turn.y < 0.0 ? -kFrameTitle : 0.0;
        for (Point& offset : group.offsets) {
            offset = {offset.x * turn.x, offset.y * turn.y + shift};
        }
        move_members(actors, groups, areas);
    }
}

std::vector<Group> make_groups(const graph::Snapshot& graph, const std::vector<Cluster>& clusters,
                               const std::vector<Box>& titles)
{
    std::vector<Group> groups;
    std::vector<bool> framed(graph.nodes().size(), false);
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        const Cluster& cluster = clusters[i];
        groups.push_back({cluster.members, {}, titles[i], &cluster});
        for (const std::size_t member : cluster.members) {
            framed[member] = true;
        }
    }
    for (std::size_t i = 0; i < framed.size(); ++i) {
        if (!framed[i]) {
            groups.push_back({{i}, {Point{}}, {}, nullptr});
        }
    }
    return groups;
}

Frame make_frame(const Cluster& cluster, const Box& area, Box title)
{
    const double top = area.centre.y + area.height / 2.0;
    title.centre = {area.centre.x - (area.width - title.width) / 2.0 + kFramePadding / 2.0,
                    top - kFrameTitle / 2.0 - 2.0};
    return {cluster.id, title_of(cluster), area, title, cluster.members};
}

} // namespace

Result<Layout> lay_out(Graphviz& graphviz, const graph::Snapshot& graph,
                       const PictureOptions& options)
{
    const std::vector<Cluster> clusters = find_clusters(graph, options);
    const auto sizes = measure(graphviz, graph, clusters, options);
    if (!sizes) {
        return sizes.error();
    }
    const PairRelations pairs = relations_by_pair(graph);

    const double crowding = crowding_of(sizes->labels.size(), sizes->actors.size());

    // The insides of frames.
    std::vector<Group> groups = make_groups(graph, clusters, sizes->titles);
    std::vector<Box> areas;
    std::vector<std::size_t> group_of(graph.nodes().size());
    for (std::size_t g = 0; g < groups.size(); ++g) {
        for (const std::size_t member : groups[g].members) {
            group_of[member] = g;
        }
        if (groups[g].cluster == nullptr) {
            areas.push_back(sizes->actors[groups[g].members.front()]);
            continue;
        }
        const auto area = arrange(graphviz, groups[g], *sizes, pairs, crowding);
        if (!area) {
            return area.error();
        }
        areas.push_back(*area);
    }

    // Frames and the actors in none.
    std::map<Pair, std::size_t> labels_between;
    for (const auto& [pair, numbers] : pairs) {
        const Pair ends = std::minmax(group_of[pair.first], group_of[pair.second]);
        if (ends.first != ends.second) {
            std::size_t& most = labels_between[ends];
            most = std::max(most, numbers.size());
        }
    }
    std::vector<Bond> bonds;
    std::vector<Line> lines;
    for (const auto& [ends, count] : labels_between) {
        bonds.push_back({ends, bond_length(count, crowding)});
        lines.push_back(ends);
    }
    if (const Status done = spread(graphviz, areas, bonds); !done) {
        return done.error();
    }
    // Pushing whole frames off lines would tear the picture apart.
    if (clusters.empty() && areas.size() <= kClearedActors) {
        clear_lines(areas, lines);
    }
    Layout layout;
    layout.actors = sizes->actors;
    move_members(layout.actors, groups, areas);
    const auto between_groups = [&](const Pair& pair) {
        return group_of[pair.first] != group_of[pair.second];
    };
    const double scale =
        needed_scale(layout.actors, label_requests(layout.actors, *sizes, pairs, between_groups),
                     kShownLine, kMostGrowth);
    for (Box& area : areas) {
        area.centre.x *= scale;
        area.centre.y *= scale;
    }
    separate(areas, clusters.empty() ? kActorGap : kFrameGap);
    move_members(layout.actors, groups, areas);
    turn_to_partners(layout.actors, groups, areas, pairs);

    // Labels, the heaviest first.
    std::vector<Box> titles;
    for (std::size_t g = 0; g < clusters.size(); ++g) {
        layout.frames.push_back(make_frame(clusters[g], areas[g], groups[g].title));
        titles.push_back(layout.frames.back().title_area);
    }
    std::vector<LabelRequest> requests(sizes->labels.size());
    std::vector<std::size_t> order;
    for (const auto& [pair, numbers] : pairs) {
        order.insert(order.end(), numbers.begin(), numbers.end());
    }
    const auto unordered =
        label_requests(layout.actors, *sizes, pairs, [](const Pair&) { return true; });
    for (std::size_t i = 0; i < order.size(); ++i) {
        requests[order[i]] = unordered[i];
    }
    layout.labels = sizes->labels;
    const std::vector<Point> places = place_labels(layout.actors, requests, titles);
    for (std::size_t i = 0; i < places.size(); ++i) {
        layout.labels[i].centre = places[i];
    }
    return layout;
}

} // namespace entente::exporters
