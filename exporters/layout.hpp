// SPDX-License-Identifier: Apache-2.0
// Where actors, frames and labels of a picture go.
#pragma once

#include "exporters/diagram.hpp"
#include "exporters/gvc.hpp"
#include "exporters/placement.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace entente::exporters {

/// How many relations carry a label in a picture: the heaviest.
inline constexpr std::size_t kLabelledRelations = 60;

/// A frame around the actors of a cluster.
struct Frame {
    std::string id;
    std::string title;
    Box area;
    Box title_area; ///< in the upper left corner
    std::vector<std::size_t> members;
};

/// Nothing in it covers anything else but frames their members, and labels frames.
struct Layout {
    std::vector<Box> actors; ///< by number in Snapshot::nodes()
    std::vector<Frame> frames;
    std::vector<Box> labels; ///< by number in Snapshot::relations(); the first kLabelledRelations
};

/// Actors are spread by stress, those of a cluster by themselves first; then they are moved off
/// lines and apart, and each label gets a place on the middle of its line, those of parallel
/// relations side by side. Deterministic.
/// Errors: internal. Threads: only under lock_graphviz().
[[nodiscard]] Result<Layout> lay_out(Graphviz& graphviz, const graph::Snapshot& graph,
                                     const PictureOptions& options);

} // namespace entente::exporters
