// SPDX-License-Identifier: Apache-2.0
// The geometry of a picture: keeps actors off other actors' lines, and finds room for labels.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace entente::exporters {

/// A place on the page; points, 72 an inch, y upward.
struct Point {
    double x = 0.0;
    double y = 0.0;
};

struct Box {
    Point centre;
    double width = 0.0; ///< points
    double height = 0.0;
};

/// A straight line between the centres of two boxes, by their numbers.
using Line = std::pair<std::size_t, std::size_t>;

/// The part of the way from one centre to the other that neither box covers, as shares of that way;
/// empty (first = second) where the boxes touch.
[[nodiscard]] std::pair<double, double> visible_part(const Box& from, const Box& to);

/// Whether the line between two points passes through the box.
[[nodiscard]] bool crosses(Point from, Point to, const Box& box);

/// Moves boxes aside that stand on a line between two others, and apart where they overlap, as far
/// as a limited number of rounds gets. Deterministic.
/// Complexity: boxes times lines plus boxes squared, for each round.
void clear_lines(std::vector<Box>& boxes, const std::vector<Line>& lines);

/// Moves boxes apart until a gap of as many points is between any two. Deterministic; ends always,
/// since the whole is spread further and further where pushing does not help.
/// Complexity: boxes squared, for each round.
void separate(std::vector<Box>& boxes, double gap);

/// A label that wants a place on the line between two boxes.
struct LabelRequest {
    Line line;
    double width = 0.0; ///< points
    double height = 0.0;
    double offset = 0.0; ///< sideways from the line, for parallel relations
};

/// By how much the page must grow so that each label leaves `margin` points of its line to be seen
/// at both ends, but at most by `most`; 1 where all fit.
[[nodiscard]] double needed_scale(const std::vector<Box>& boxes,
                                  const std::vector<LabelRequest>& labels, double margin,
                                  double most);

/// The centre of each label: as near to the middle of the visible part of its line as the boxes,
/// the labels before it and the lines of the others allow. No label covers a box, another label or
/// one of the `obstacles`: where its line has no room it stands beside it.
/// Complexity: labels times boxes and labels.
[[nodiscard]] std::vector<Point> place_labels(const std::vector<Box>& boxes,
                                              const std::vector<LabelRequest>& labels,
                                              const std::vector<Box>& obstacles = {});

} // namespace entente::exporters
