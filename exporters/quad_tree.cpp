// SPDX-License-Identifier: Apache-2.0
#include "exporters/quad_tree.hpp"

#include <algorithm>
#include <utility>

namespace entente::exporters {

namespace {

/// A cell whose width is less than this share of its distance acts as one body.
constexpr double kOpening = 1.0;
constexpr int kMostDepth = 40; ///< bodies in one spot end up in one cell

} // namespace

QuadTree::QuadTree(const std::vector<Point>& places, const std::vector<double>& masses)
{
    Point low = places.front();
    Point high = low;
    for (const Point place : places) {
        low = {std::min(low.x, place.x), std::min(low.y, place.y)};
        high = {std::max(high.x, place.x), std::max(high.y, place.y)};
    }
    low_ = low;
    width_ = std::max({high.x - low.x, high.y - low.y, 1e-9});
    cells_.reserve(places.size() * 2);
    cells_.push_back({});
    for (std::size_t i = 0; i < places.size(); ++i) {
        insert(places[i], masses[i]);
    }
}

Point QuadTree::push(Point place) const
{
    Point sum;
    std::array<std::pair<std::uint32_t, double>, 4 * kMostDepth + 4> open;
    std::size_t count = 0;
    open[count++] = {0, width_};
    while (count > 0) {
        const auto [number, width] = open[--count];
        const Cell& cell = cells_[number];
        // A leaf's own place is exact: a mean of equal places would differ from them in the last
        // bit, and push with all its might.
        const Point at =
            cell.is_leaf ? cell.only : Point{cell.moment.x / cell.mass, cell.moment.y / cell.mass};
        const double x = place.x - at.x;
        const double y = place.y - at.y;
        const double squared = x * x + y * y;
        if (cell.is_leaf || width * width < kOpening * kOpening * squared) {
            if (squared > 0.0) {
                sum.x += x * cell.mass / squared;
                sum.y += y * cell.mass / squared;
            }
            continue;
        }
        for (const std::uint32_t child : cell.children) {
            if (child != 0) {
                open[count++] = {child, width / 2.0};
            }
        }
    }
    return sum;
}

void QuadTree::insert(Point place, double mass)
{
    std::uint32_t at = 0;
    Point corner = low_;
    double width = width_;
    for (int depth = 0;; ++depth) {
        if (cells_[at].mass == 0.0 || depth == kMostDepth) {
            cells_[at].only = place;
            add(at, place, mass);
            return;
        }
        if (cells_[at].is_leaf) {
            split(at, corner, width / 2.0);
        }
        add(at, place, mass);
        width /= 2.0;
        at = child(at, place, corner, width);
    }
}

/// Moves what a leaf holds one level down.
void QuadTree::split(std::uint32_t at, Point corner, double half)
{
    cells_[at].is_leaf = false;
    const Cell whole = cells_[at];
    const std::uint32_t below = child(at, whole.only, corner, half);
    cells_[below].mass = whole.mass;
    cells_[below].moment = whole.moment;
    cells_[below].only = whole.only;
}

/// The quarter in which a place lies, made where absent; `corner` becomes its lower corner.
std::uint32_t QuadTree::child(std::uint32_t at, Point place, Point& corner, double half)
{
    const bool right = place.x >= corner.x + half;
    const bool upper = place.y >= corner.y + half;
    corner.x += right ? half : 0.0;
    corner.y += upper ? half : 0.0;
    const std::size_t quarter = (right ? 1U : 0U) + (upper ? 2U : 0U);
    if (cells_[at].children[quarter] == 0) {
        cells_[at].children[quarter] = static_cast<std::uint32_t>(cells_.size());
        cells_.push_back({});
    }
    return cells_[at].children[quarter];
}

void QuadTree::add(std::uint32_t at, Point place, double mass)
{
    cells_[at].mass += mass;
    cells_[at].moment.x += mass * place.x;
    cells_[at].moment.y += mass * place.y;
}

} // namespace entente::exporters
