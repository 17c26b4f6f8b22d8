// SPDX-License-Identifier: Apache-2.0
// The push of many bodies on one, by halving the plane again and again (Barnes and Hut, 1986).
#pragma once

#include "exporters/placement.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace entente::exporters {

/// Bodies with masses, those far away taken together.
/// Deterministic, also across machines: only operations that IEEE 754 defines to the last bit.
class QuadTree {
public:
    /// \param places one or more
    /// \param masses of the bodies there, above 0
    QuadTree(const std::vector<Point>& places, const std::vector<double>& masses);

    /// Sum over all bodies of mass · (place − body) / distance²; bodies in the place itself do not
    /// push. Complexity: O(log n).
    [[nodiscard]] Point push(Point place) const;

private:
    struct Cell {
        double mass = 0.0;
        Point moment; ///< sum of mass · place
        Point only;   ///< where the bodies of a leaf are
        std::array<std::uint32_t, 4> children{};
        bool is_leaf = true;
    };

    void insert(Point place, double mass);
    void split(std::uint32_t at, Point corner, double half);
    std::uint32_t child(std::uint32_t at, Point place, Point& corner, double half);
    void add(std::uint32_t at, Point place, double mass);

    Point low_;
    double width_ = 1.0;
    std::vector<Cell> cells_;
};

} // namespace entente::exporters
