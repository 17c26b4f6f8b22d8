// SPDX-License-Identifier: Apache-2.0
#include "exporters/placement.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace entente::exporters {

namespace {

constexpr double kGap = 10.0; ///< points that are kept free around a box
constexpr double kLabelGap = 8.0;
constexpr int kRounds = 60;
constexpr double kTiny = 1e-9;
constexpr double kTouching = 1e-6; ///< what rounding leaves of boxes that were moved apart

Point between(Point from, Point to, double share)
{
    return {from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
}

/// The shares of the way from `from` to `to` at which the line enters and leaves the box, where it
/// does (Liang and Barsky's clipping).
std::optional<std::pair<double, double>> clip(Point from, Point to, const Box& box, double gap)
{
    double enter = 0.0;
    double leave = 1.0;
    const std::array<std::array<double, 3>, 2> axes{
        {{from.x - box.centre.x, to.x - from.x, box.width / 2.0 + gap},
         {from.y - box.centre.y, to.y - from.y, box.height / 2.0 + gap}}};
    for (const auto& [start, way, half] : axes) {
        if (std::abs(way) < kTiny) {
            if (std::abs(start) >= half) {
                return std::nullopt;
            }
            continue;
        }
        const double a = (-half - start) / way;
        const double b = (half - start) / way;
        enter = std::max(enter, std::min(a, b));
        leave = std::min(leave, std::max(a, b));
    }
    return enter < leave ? std::optional{std::pair{enter, leave}} : std::nullopt;
}

/// How far two boxes with a gap between them reach into each other, on each axis; negative where
/// they are apart.
Point overlap(const Box& left, const Box& right, double gap)
{
    return {(left.width + right.width) / 2.0 + gap - std::abs(left.centre.x - right.centre.x),
            (left.height + right.height) / 2.0 + gap - std::abs(left.centre.y - right.centre.y)};
}

bool overlaps(const Box& left, const Box& right, double gap)
{
    const Point depth = overlap(left, right, gap);
    return depth.x > 0.0 && depth.y > 0.0;
}

/// Moves a box off a line, and the line's ends a little the other way.
bool push_off(std::vector<Box>& boxes, const Line& line, std::size_t number)
{
    const Point from = boxes[line.first].centre;
    const Point to = boxes[line.second].centre;
    Box& box = boxes[number];
    if (!clip(from, to, box, kGap)) {
        return false;
    }
    const double length = std::max(std::hypot(to.x - from.x, to.y - from.y), 1.0);
    const Point across{-(to.y - from.y) / length, (to.x - from.x) / length};
    const double side = (box.centre.x - from.x) * across.x + (box.centre.y - from.y) * across.y;
    const double half =
        std::abs(across.x) * box.width / 2.0 + std::abs(across.y) * box.height / 2.0 + kGap;
    const double way = (half - std::abs(side) + 1.0) * (side < 0.0 ? -1.0 : 1.0);
    box.centre.x += across.x * way * 0.7;
    box.centre.y += across.y * way * 0.7;
    for (const std::size_t end : {line.first, line.second}) {
        boxes[end].centre.x -= across.x * way * 0.3;
        boxes[end].centre.y -= across.y * way * 0.3;
    }
    return true;
}

/// Moves two boxes apart along the axis on which that is the shorter way.
bool push_apart(Box& left, Box& right, double gap)
{
    const Point depth = overlap(left, right, gap);
    if (depth.x <= kTouching || depth.y <= kTouching) {
        return false;
    }
    const auto move = [](double& a, double& b, double by) {
        const double half = a <= b ? by / 2.0 : -by / 2.0;
        a -= half;
        b += half;
    };
    if (depth.x < depth.y) {
        move(left.centre.x, right.centre.x, depth.x);
    } else {
        move(left.centre.y, right.centre.y, depth.y);
    }
    return true;
}

/// Places of a label as shares of the visible part of its line, the middle first.
constexpr std::array kShares{0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8};

/// \param aside further sideways than the label's own offset
Box label_at(const std::vector<Box>& boxes, const LabelRequest& label, double share,
             double aside = 0.0)
{
    const Box& from = boxes[label.line.first];
    const Box& to = boxes[label.line.second];
    double x = to.centre.x - from.centre.x;
    double y = to.centre.y - from.centre.y;
    double length = std::hypot(x, y);
    if (length < 1.0) { // a line from an actor to itself has no sides: "aside" is upward
        x = length = 1.0;
        y = 0.0;
    }
    const auto [begin, end] = visible_part(from, to);
    const Point on_line = between(from.centre, to.centre, begin + (end - begin) * share);
    const double offset = label.offset + aside;
    return {{on_line.x - y / length * offset, on_line.y + x / length * offset},
            label.width,
            label.height};
}

bool is_free(const Box& place, const std::vector<Box>& taken)
{
    return std::none_of(taken.begin(), taken.end(),
                        [&](const Box& other) { return overlaps(place, other, kLabelGap); });
}

/// The free place nearest to the label's line. There is one: the page has no end.
Box free_place_beside(const std::vector<Box>& boxes, const LabelRequest& label,
                      const std::vector<Box>& taken)
{
    constexpr double kStep = 8.0;
    for (double aside = kStep;; aside += kStep) {
        for (const double share : kShares) {
            for (const double side : {aside, -aside}) {
                const Box place = label_at(boxes, label, share, side);
                if (is_free(place, taken)) {
                    return place;
                }
            }
        }
    }
}

/// What speaks against a place: boxes that overlap it, and lines that would have to go round it.
double trouble(const Box& place, const Line& own, const std::vector<Box>& taken,
               const std::vector<Box>& boxes, const std::vector<LabelRequest>& labels)
{
    constexpr double kOverlap = 100.0;
    constexpr double kCrossing = 1.0;
    // Lines keep some way off a label, so one that nearly touches it would bend as well.
    const Box with_gap{place.centre, place.width + kGap, place.height + kGap};
    double sum = 0.0;
    for (const Box& other : taken) {
        sum += overlaps(place, other, kLabelGap) ? kOverlap : 0.0;
    }
    for (const LabelRequest& other : labels) {
        const bool in_the_way =
            other.line != own &&
            crosses(boxes[other.line.first].centre, boxes[other.line.second].centre, with_gap);
        sum += in_the_way ? kCrossing : 0.0;
    }
    return sum;
}

} // namespace

std::pair<double, double> visible_part(const Box& from, const Box& to)
{
    const auto first = clip(from.centre, to.centre, from, 0.0);
    const auto second = clip(from.centre, to.centre, to, 0.0);
    const double begin = first ? first->second : 0.0;
    const double end = second ? second->first : 1.0;
    return begin < end ? std::pair{begin, end} : std::pair{0.5, 0.5};
}

bool crosses(Point from, Point to, const Box& box)
{
    return clip(from, to, box, 0.0).has_value();
}

void clear_lines(std::vector<Box>& boxes, const std::vector<Line>& lines)
{
    bool moved = true;
    for (int round = 0; round < kRounds && moved; ++round) {
        moved = false;
        for (const Line& line : lines) {
            for (std::size_t i = 0; i < boxes.size(); ++i) {
                if (i != line.first && i != line.second) {
                    moved = push_off(boxes, line, i) || moved;
                }
            }
        }
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            for (std::size_t j = i + 1; j < boxes.size(); ++j) {
                moved = push_apart(boxes[i], boxes[j], 2.0 * kGap) || moved;
            }
        }
    }
}

double needed_scale(const std::vector<Box>& boxes, const std::vector<LabelRequest>& labels,
                    double margin, double most)
{
    double scale = 1.0;
    for (const LabelRequest& label : labels) {
        const Box& from = boxes[label.line.first];
        const Box& to = boxes[label.line.second];
        const double x = std::abs(to.centre.x - from.centre.x);
        const double y = std::abs(to.centre.y - from.centre.y);
        const double length = std::max(std::hypot(x, y), 1.0);
        const auto [begin, end] = visible_part(from, to);
        const double covered = length * (1.0 - (end - begin));
        // The line leaves the label through its sides or through its top and bottom.
        constexpr double kNever = std::numeric_limits<double>::max();
        const double label_covers = std::min(x > kTiny ? label.width * length / x : kNever,
                                             y > kTiny ? label.height * length / y : kNever);
        scale = std::max(scale, (covered + label_covers + 2.0 * margin) / length);
    }
    return std::min(scale, most);
}

void separate(std::vector<Box>& boxes, double gap)
{
    constexpr int kRoundsBeforeSpreading = 20;
    constexpr double kSpread = 1.04;
    for (int round = 1;; ++round) {
        bool moved = false;
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            for (std::size_t j = i + 1; j < boxes.size(); ++j) {
                moved = push_apart(boxes[i], boxes[j], gap) || moved;
            }
        }
        if (!moved) {
            return;
        }
        if (round % kRoundsBeforeSpreading == 0) {
            for (Box& box : boxes) {
                box.centre.x *= kSpread;
                box.centre.y *= kSpread;
            }
        }
    }
}

std::vector<Point> place_labels(const std::vector<Box>& boxes,
                                const std::vector<LabelRequest>& labels,
                                const std::vector<Box>& obstacles)
{
    std::vector<Box> taken = boxes;
    taken.insert(taken.end(), obstacles.begin(), obstacles.end());
    std::vector<Point> places;
    places.reserve(labels.size());
    for (const LabelRequest& label : labels) {
        std::optional<Box> best;
        double least = 0.0;
        for (const double share : kShares) {
            const Box box = label_at(boxes, label, share);
            const double cost =
                trouble(box, label.line, taken, boxes, labels) + std::abs(share - 0.5);
            if (!best || cost < least) {
                best = box;
                least = cost;
            }
        }
        if (!is_free(*best, taken)) {
            best = free_place_beside(boxes, label, taken);
        }
        taken.push_back(*best);
        places.push_back(best->centre);
    }
    return places;
}

} // namespace entente::exporters
