// SPDX-License-Identifier: Apache-2.0
// Where actors stand, and how large, in files that are drawn by other programs.
#pragma once

#include "core/graph/snapshot.hpp"
#include "exporters/placement.hpp"

#include <vector>

namespace entente::exporters {

/// An actor as a disc; points, y upward.
struct ActorPlace {
    Point centre;
    double radius = 0.0;
};

/// By number in Snapshot::nodes(). Related actors stand close, discs and the names below them apart
/// as far as force_layout() gets; the heavier an actor, the larger its disc.
[[nodiscard]] std::vector<ActorPlace> place_actors(const graph::Snapshot& graph);

} // namespace entente::exporters
