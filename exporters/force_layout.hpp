// SPDX-License-Identifier: Apache-2.0
// Where actors stand on an interactive page: a force-directed layout for up to tens of thousands.
#pragma once

#include "exporters/placement.hpp"

#include <cstddef>
#include <vector>

namespace entente::exporters {

/// A tie that draws two nodes together.
struct Spring {
    std::size_t from = 0; ///< numbers of nodes
    std::size_t to = 0;
    double strength = 1.0; ///< above 0
};

/// Places one box for each node, close to those it is tied to, so that no two boxes overlap as far
/// as a limited number of rounds gets. The layout is wider than high, as screens are, and centred
/// on the origin.
///
/// The forces are those of ForceAtlas2 (Jacomy et al., PLoS ONE 9(6), 2014) with its adaptive
/// speed; repulsion goes through a quadtree (Barnes and Hut, 1986). What they make of a graph of up
/// to some hundred nodes is only the begin of reduce_stress().
///
/// Deterministic, also across machines: only operations that IEEE 754 defines to the last bit.
/// Complexity: O((n log n + m) · rounds).
///
/// \param boxes width and height of each node with its name; where they stand does not count
/// \param springs a spring from a node to itself does nothing
[[nodiscard]] std::vector<Point> force_layout(const std::vector<Box>& boxes,
                                              const std::vector<Spring>& springs);

} // namespace entente::exporters
