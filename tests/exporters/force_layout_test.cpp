// SPDX-License-Identifier: Apache-2.0
// Where actors stand on a page: close to those they have to do with, and on nobody else.
#include "exporters/force_layout.hpp"
#include "exporters/quad_tree.hpp"
#include "exporters/stress_layout.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <random>

namespace entente::tests {

namespace {

using exporters::Box;
using exporters::force_layout;
using exporters::Line;
using exporters::Point;
using exporters::QuadTree;
using exporters::Spring;

std::vector<Box> boxes_of(std::size_t count)
{
    return std::vector<Box>(count, Box{{}, 60.0, 30.0});
}

double distance(Point a, Point b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

std::size_t overlaps(const std::vector<Point>& places, const std::vector<Box>& boxes)
{
    std::size_t found = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t j = i + 1; j < places.size(); ++j) {
            found +=
                std::abs(places[i].x - places[j].x) < (boxes[i].width + boxes[j].width) / 2.0 &&
                        std::abs(places[i].y - places[j].y) <
                            (boxes[i].height + boxes[j].height) / 2.0
                    ? 1U
                    : 0U;
        }
    }
    return found;
}

/// Groups of ten that all know each other, and are joined in a ring by one tie each.
std::vector<Spring> ring_of_groups(std::size_t groups)
{
    std::vector<Spring> springs;
    for (std::size_t group = 0; group < groups; ++group) {
        for (std::size_t i = 0; i < 10; ++i) {
            for (std::size_t j = i + 1; j < 10; ++j) {
                springs.push_back({group * 10 + i, group * 10 + j, 1.0});
            }
        }
        springs.push_back({group * 10, (group + 1) % groups * 10 + 1, 1.0});
    }
    return springs;
}

} // namespace

TEST_CASE("a layout of nothing or one is no trouble", "[exporters][layout]")
{
    CHECK(force_layout({}, {}).empty());
    const auto alone = force_layout(boxes_of(1), {{0, 0, 1.0}});
    REQUIRE(alone.size() == 1);
    CHECK(std::isfinite(alone[0].x));
    CHECK(std::isfinite(alone[0].y));
    for (const Point place : force_layout(boxes_of(5), {})) { // no ties at all
        CHECK(std::isfinite(place.x));
        CHECK(std::isfinite(place.y));
    }
}

TEST_CASE("no actor stands on another, and groups stand together", "[exporters][layout]")
{
    const std::size_t groups = GENERATE(4U, 30U, 100U); // below and above the limit of stress
    CAPTURE(groups);
    const auto boxes = boxes_of(groups * 10);
    const auto places = force_layout(boxes, ring_of_groups(groups));
    REQUIRE(places.size() == boxes.size());
    CHECK(overlaps(places, boxes) == 0);
    double within = 0.0;
    double between = 0.0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        within += distance(places[i], places[i / 10 * 10 + (i + 3) % 10]);
        between += distance(places[i], places[(i + places.size() / 2) % places.size()]);
    }
    CHECK(within * 2.0 < between);
}

TEST_CASE("the same graph is laid out the same, to the last bit", "[exporters][layout][property]")
{
    const auto boxes = boxes_of(300);
    const auto first = force_layout(boxes, ring_of_groups(30));
    const auto second = force_layout(boxes, ring_of_groups(30));
    CHECK(std::equal(first.begin(), first.end(), second.begin(), second.end(),
                     [](Point a, Point b) { return a.x == b.x && a.y == b.y; }));
}

TEST_CASE("in a chain, distance on the page is distance in the graph", "[exporters][layout]")
{
    std::vector<Point> places;
    std::vector<Line> lines;
    for (std::size_t i = 0; i < 12; ++i) { // thrown together in disorder
        const auto turn = static_cast<double>(i * 5 % 12);
        places.push_back({turn, std::abs(6.0 - turn) + 0.1 * static_cast<double>(i)});
        if (i > 0) {
            lines.emplace_back(i - 1, i);
        }
    }
    exporters::reduce_stress(places, lines);
    CHECK(distance(places[0], places[11]) > 3.0 * distance(places[0], places[2]));
    CHECK(distance(places[0], places[6]) > distance(places[0], places[3]));
}

TEST_CASE("a quadtree pushes nearly as all bodies one by one do", "[exporters][layout]")
{
    std::mt19937 random{11};
    std::vector<Point> places;
    std::vector<double> masses;
    for (int i = 0; i < 500; ++i) {
        places.push_back({static_cast<double>(random() % 10'000) / 10.0,
                          static_cast<double>(random() % 10'000) / 10.0});
        masses.push_back(1.0 + static_cast<double>(random() % 5));
    }
    places.push_back(places.front()); // two in one spot
    masses.push_back(1.0);
    const QuadTree tree{places, masses};
    double error = 0.0;
    double size = 0.0;
    for (const Point place : places) {
        Point exact;
        for (std::size_t i = 0; i < places.size(); ++i) {
            const double x = place.x - places[i].x;
            const double y = place.y - places[i].y;
            if (const double squared = x * x + y * y; squared > 0.0) {
                exact.x += masses[i] * x / squared;
                exact.y += masses[i] * y / squared;
            }
        }
        error += distance(tree.push(place), exact);
        size += distance(exact, {});
    }
    CHECK(error < 0.1 * size);
}

} // namespace entente::tests
