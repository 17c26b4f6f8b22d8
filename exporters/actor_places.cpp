// SPDX-License-Identifier: Apache-2.0
#include "exporters/actor_places.hpp"

#include "core/text.hpp"
#include "exporters/caption.hpp"
#include "exporters/force_layout.hpp"

#include <algorithm>
#include <cmath>

namespace entente::exporters {

namespace {

double actor_radius(double weight, double heaviest) noexcept
{
    const double share = heaviest > 0.0 ? std::clamp(weight / heaviest, 0.0, 1.0) : 0.0;
    return 5.0 + 15.0 * std::sqrt(share);
}

/// Room for an actor's disc with its name below.
Box actor_box(const graph::Node& node, double radius)
{
    constexpr double kCharacter = 6.6; // points, on average, of a name in 12 points
    constexpr std::size_t kShownName = 22;
    const auto name =
        std::min(text::count_code_points(clean_line(display_name(node.actor), 60)), kShownName);
    return {{}, std::max(2.0 * radius, kCharacter * static_cast<double>(name)), 2.0 * radius + 16};
}

std::vector<Spring> springs_of(const graph::Snapshot& graph)
{
    std::vector<Spring> springs;
    springs.reserve(graph.relations().size());
    for (const graph::Relation& relation : graph.relations()) {
        springs.push_back({*graph.find(relation.source.code), *graph.find(relation.target.code),
                           1.0 + std::sqrt(std::max(relation.weight, 0.0))});
    }
    return springs;
}

} // namespace

std::vector<ActorPlace> place_actors(const graph::Snapshot& graph)
{
    double heaviest = 0.0;
    for (const graph::Node& node : graph.nodes()) {
        heaviest = std::max(heaviest, node.weight);
    }
    std::vector<ActorPlace> places;
    std::vector<Box> boxes;
    for (const graph::Node& node : graph.nodes()) {
        places.push_back({{}, actor_radius(node.weight, heaviest)});
        boxes.push_back(actor_box(node, places.back().radius));
    }
    const std::vector<Point> centres = force_layout(boxes, springs_of(graph));
    for (std::size_t i = 0; i < places.size(); ++i) {
        places[i].centre = centres[i];
    }
    return places;
}

} // namespace entente::exporters
