// SPDX-License-Identifier: Apache-2.0
// A layout in which the distance on the page tells the distance in the graph.
#pragma once

#include "exporters/placement.hpp"

#include <cstddef>
#include <vector>

namespace entente::exporters {

/// Moves nodes so that any two come to lie as far apart as the shortest way between them is long,
/// as well as a plane allows (Gansner, Koren and North, Graph Drawing 2004; node by node). A line
/// is the longer, the fewer neighbours its ends share, which gives room to those with many.
/// Nodes without a way to each other are kept apart at a middling distance.
///
/// Deterministic, also across machines: only operations that IEEE 754 defines to the last bit.
/// Complexity: O(n · m · log n + n² · rounds) in time, n² numbers in memory: for up to a few
/// hundred nodes.
///
/// \param places where the nodes are to begin with; no two in one spot
void reduce_stress(std::vector<Point>& places, const std::vector<Line>& lines);

/// The same for large graphs: the lengths of lines alone count, while all nodes push each other
/// apart, ever less (the maxent-stress model: Gansner, Hu and North, IEEE TVCG 19(6), 2013).
///
/// Complexity: O((n log n + m) · rounds).
void reduce_line_stress(std::vector<Point>& places, const std::vector<Line>& lines);

} // namespace entente::exporters
