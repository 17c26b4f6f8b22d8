// SPDX-License-Identifier: Apache-2.0
// Geometry of pictures: no actor on another's line, no label under a box, arrowheads in sight.
#include "exporters/placement.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <random>

namespace entente::tests {

namespace {

using exporters::Box;
using exporters::LabelRequest;
using exporters::Line;

bool overlap(const Box& a, const Box& b)
{
    return std::abs(a.centre.x - b.centre.x) < (a.width + b.width) / 2.0 &&
           std::abs(a.centre.y - b.centre.y) < (a.height + b.height) / 2.0;
}

} // namespace

TEST_CASE("the visible part of a line is what its ends leave of it", "[exporters][placement]")
{
    const Box left{{0, 0}, 40, 20};
    CHECK(exporters::visible_part(left, {{100, 0}, 60, 20}) == std::pair{0.2, 0.7});
    CHECK(exporters::visible_part(left, {{0, 100}, 60, 40}) == std::pair{0.1, 0.8});
    const auto [begin, end] = exporters::visible_part(left, {{30, 0}, 60, 20});
    CHECK(begin == end);
    const auto [same, place] = exporters::visible_part(left, left);
    CHECK(same == place);
}

TEST_CASE("an actor on the line of two others steps aside", "[exporters][placement]")
{
    for (const double shift : {0.0, 4.0, -4.0, 14.0}) {
        CAPTURE(shift);
        std::vector<Box> boxes{{{0, 0}, 60, 24}, {{300, 0}, 60, 24}, {{150, shift}, 60, 24}};
        exporters::clear_lines(boxes, {{0, 1}});
        CHECK_FALSE(exporters::crosses(boxes[0].centre, boxes[1].centre, boxes[2]));
    }
}

TEST_CASE("what stands in nobody's way stays where it is", "[exporters][placement]")
{
    std::vector<Box> boxes{{{0, 0}, 60, 24}, {{300, 0}, 60, 24}, {{150, 60}, 60, 24}};
    exporters::clear_lines(boxes, {{0, 1}});
    CHECK(boxes[2].centre.x == 150.0);
    CHECK(boxes[2].centre.y == 60.0);
}

TEST_CASE("boxes in the same place come apart", "[exporters][placement]")
{
    std::vector<Box> boxes{{{5, 5}, 60, 24}, {{5, 5}, 60, 24}, {{5, 5}, 60, 24}};
    exporters::clear_lines(boxes, {});
    CHECK_FALSE(overlap(boxes[0], boxes[1]));
    CHECK_FALSE(overlap(boxes[0], boxes[2]));
    CHECK_FALSE(overlap(boxes[1], boxes[2]));
}

TEST_CASE("a page grows until labels leave their lines in sight, but not without end",
          "[exporters][placement]")
{
    const std::vector<Box> boxes{{{0, 0}, 40, 20}, {{200, 0}, 40, 20}};
    CHECK(exporters::needed_scale(boxes, {{{0, 1}, 80, 20, 0}}, 20, 3) == 1.0);
    CHECK(exporters::needed_scale(boxes, {{{0, 1}, 220, 20, 0}}, 20, 3) == Approx(1.5));
    CHECK(exporters::needed_scale(boxes, {{{0, 1}, 2000, 20, 0}}, 20, 3) == 3.0);
    CHECK(exporters::needed_scale(boxes, {}, 20, 3) == 1.0);
}

TEST_CASE("a label keeps off actors and other labels where its line has room",
          "[exporters][placement]")
{
    // Two crossing lines: on their middles the labels would cover each other.
    const std::vector<Box> boxes{
        {{0, 0}, 40, 20}, {{400, 300}, 40, 20}, {{0, 300}, 40, 20}, {{400, 0}, 40, 20}};
    const std::vector<LabelRequest> labels{{{0, 1}, 60, 20, 0}, {{2, 3}, 60, 20, 0}};
    const auto places = exporters::place_labels(boxes, labels);
    REQUIRE(places.size() == 2);
    const Box first{places[0], 60, 20};
    const Box second{places[1], 60, 20};
    CHECK_FALSE(overlap(first, second));
    CHECK_FALSE(exporters::crosses(boxes[2].centre, boxes[3].centre, first));
    CHECK_FALSE(exporters::crosses(boxes[0].centre, boxes[1].centre, second));
    CHECK(places[0].y == Approx(places[0].x * 0.75)); // still on their own lines
    CHECK(places[1].y == Approx(300.0 - places[1].x * 0.75));
    const auto alone = exporters::place_labels(boxes, {labels[0]});
    CHECK(alone[0].x == Approx(200.0));
    CHECK(alone[0].y == Approx(150.0));
}

TEST_CASE("labels of parallel relations lie on both sides of the line", "[exporters][placement]")
{
    const std::vector<Box> boxes{{{0, 0}, 40, 20}, {{400, 0}, 40, 20}};
    const auto places =
        exporters::place_labels(boxes, {{{0, 1}, 60, 20, 30}, {{0, 1}, 60, 20, -30}});
    CHECK(places[0].y == Approx(30.0));
    CHECK(places[1].y == Approx(-30.0));
}

TEST_CASE("boxes that are separated keep their gap, however they lay",
          "[exporters][placement][property]")
{
    const std::uint32_t seed = GENERATE(1U, 2U, 3U);
    CAPTURE(seed);
    std::mt19937 random{seed};
    std::vector<Box> boxes(10, Box{{7, 7}, 80, 30}); // some in one place
    for (int i = 0; i < 140; ++i) {
        boxes.push_back({{static_cast<double>(random() % 300), static_cast<double>(random() % 200)},
                         20.0 + static_cast<double>(random() % 200),
                         10.0 + static_cast<double>(random() % 90)});
    }
    exporters::separate(boxes, 9.0);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        for (std::size_t j = i + 1; j < boxes.size(); ++j) {
            Box wider = boxes[i];
            wider.width += 2.0 * 8.99;
            wider.height += 2.0 * 8.99;
            REQUIRE_FALSE(overlap(wider, boxes[j]));
        }
    }
}

TEST_CASE("labels find room even where their line has none", "[exporters][placement]")
{
    // Two actors side by side, one on itself, and a wall around: twenty labels on a short line.
    const std::vector<Box> boxes{{{0, 0}, 60, 30}, {{80, 0}, 60, 30}};
    const std::vector<Box> wall{{{40, 60}, 300, 40}, {{40, -60}, 300, 40}};
    std::vector<LabelRequest> labels(20, {{0, 1}, 90, 28, 0});
    labels.push_back({{1, 1}, 90, 28, 0});
    const auto places = exporters::place_labels(boxes, labels, wall);
    REQUIRE(places.size() == labels.size());
    std::vector<Box> all = boxes;
    all.insert(all.end(), wall.begin(), wall.end());
    for (const exporters::Point& place : places) {
        const Box label{place, 90, 28};
        for (const Box& other : all) {
            REQUIRE_FALSE(overlap(label, other));
        }
        all.push_back(label);
    }
}

TEST_CASE("most lines of a random graph come free of actors", "[exporters][placement][property]")
{
    const std::uint32_t seed = GENERATE(1U, 2U, 3U);
    CAPTURE(seed);
    std::mt19937 random{seed};
    std::vector<Box> boxes;
    for (int i = 0; i < 30; ++i) {
        boxes.push_back(
            {{static_cast<double>(random() % 1500), static_cast<double>(random() % 1000)},
             90.0,
             26.0});
    }
    std::vector<Line> lines;
    for (std::size_t i = 1; i < boxes.size(); ++i) {
        lines.emplace_back(random() % i, i); // a tree: it could be drawn without any crossing
    }
    const auto blocked = [&] {
        std::size_t count = 0;
        for (const auto& [from, to] : lines) {
            for (std::size_t i = 0; i < boxes.size(); ++i) {
                count += i != from && i != to &&
                                 exporters::crosses(boxes[from].centre, boxes[to].centre, boxes[i])
                             ? 1U
                             : 0U;
            }
        }
        return count;
    };
    const std::size_t before = blocked();
    exporters::clear_lines(boxes, lines);
    CHECK(blocked() * 4 < before);
    for (const Box& box : boxes) {
        CHECK(std::isfinite(box.centre.x));
        CHECK(std::isfinite(box.centre.y));
    }
}

} // namespace entente::tests
