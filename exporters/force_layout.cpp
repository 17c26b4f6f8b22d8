// SPDX-License-Identifier: Apache-2.0
#include "exporters/force_layout.hpp"

#include "exporters/quad_tree.hpp"
#include "exporters/stress_layout.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace entente::exporters {

namespace {

constexpr double kRepulsion = 10.0;
constexpr double kGravity = 1.0;
constexpr double kJitter = 1.0;
constexpr double kLandscape = 1.4; ///< width over height
constexpr double kGap = 6.0;       ///< points between boxes
constexpr int kSpreadRounds = 1000;
constexpr int kRoundsOfOneSize = 100; ///< before the page grows, where boxes are wedged in
constexpr double kGrowth = 1.06;
/// Up to so many nodes, distances in the graph are worth their price.
constexpr std::size_t kStressNodes = 600;

double length(Point vector)
{
    return std::sqrt(vector.x * vector.x + vector.y * vector.y);
}

/// Points on a sunflower's spiral: evenly spread, and the same on each machine, since turning by
/// the golden angle needs no sine.
std::vector<Point> spiral(std::size_t count)
{
    constexpr double kCosine = -0.73736887807831990; // of the golden angle, π (3 − √5)
    constexpr double kSine = 0.67549029426152364;
    std::vector<Point> places;
    places.reserve(count);
    Point turn{1.0, 0.0};
    for (std::size_t i = 0; i < count; ++i) {
        const double radius = 10.0 * std::sqrt(static_cast<double>(i) + 0.5);
        places.push_back({radius * turn.x, radius * turn.y});
        turn = {turn.x * kCosine - turn.y * kSine, turn.x * kSine + turn.y * kCosine};
    }
    return places;
}

std::vector<double> masses_of(std::size_t count, const std::vector<Spring>& springs)
{
    std::vector<double> masses(count, 1.0);
    for (const Spring& spring : springs) {
        if (spring.from != spring.to) {
            masses[spring.from] += 1.0;
            masses[spring.to] += 1.0;
        }
    }
    return masses;
}

/// The heaviest in the middle of the spiral: fewer of them have to cross the crowd later.
std::vector<Point> first_places(const std::vector<double>& masses)
{
    std::vector<std::size_t> order(masses.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    std::stable_sort(order.begin(), order.end(), [&masses](std::size_t left, std::size_t right) {
        return masses[left] > masses[right];
    });
    const std::vector<Point> spots = spiral(masses.size());
    std::vector<Point> places(masses.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        places[order[i]] = spots[i];
    }
    return places;
}

/// The forces on a plane of bodies, step by step.
class Simulation {
public:
    Simulation(std::vector<Point> places, std::vector<double> masses,
               const std::vector<Spring>& springs)
        : places_{std::move(places)}
        , masses_{std::move(masses)}
        , springs_{&springs}
        , before_(places_.size())
    {}

    void step()
    {
        const std::vector<Point> forces = all_forces();
        double swinging = 0.0;
        double traction = 0.0;
        std::vector<double> swings(places_.size());
        for (std::size_t i = 0; i < places_.size(); ++i) {
            const Point now = forces[i];
            const Point then = before_[i];
            swings[i] = masses_[i] * length({now.x - then.x, now.y - then.y});
            swinging += swings[i];
            traction += masses_[i] * length({now.x + then.x, now.y + then.y}) / 2.0;
        }
        if (swinging > 0.0) {
            speed_ = std::min(kJitter * traction / swinging, speed_ * 1.5);
        }
        for (std::size_t i = 0; i < places_.size(); ++i) {
            const double factor = speed_ / (1.0 + std::sqrt(speed_ * swings[i]));
            places_[i].x += forces[i].x * factor;
            places_[i].y += forces[i].y * factor;
        }
        before_ = forces;
    }

    [[nodiscard]] std::vector<Point> take() && { return std::move(places_); }

private:
    [[nodiscard]] std::vector<Point> all_forces() const
    {
        const QuadTree tree{places_, masses_};
        std::vector<Point> forces(places_.size());
        for (std::size_t i = 0; i < places_.size(); ++i) {
            const Point push = tree.push(places_[i]);
            const double pull = kGravity * masses_[i] / std::max(length(places_[i]), 1e-9);
            forces[i] = {kRepulsion * masses_[i] * push.x - pull * places_[i].x,
                         kRepulsion * masses_[i] * push.y - pull * places_[i].y};
        }
        for (const Spring& spring : *springs_) {
            const Point from = places_[spring.from];
            const Point to = places_[spring.to];
            const double x = spring.strength * (to.x - from.x);
            const double y = spring.strength * (to.y - from.y);
            forces[spring.from].x += x;
            forces[spring.from].y += y;
            forces[spring.to].x -= x;
            forces[spring.to].y -= y;
        }
        return forces;
    }

    std::vector<Point> places_;
    std::vector<double> masses_;
    const std::vector<Spring>* springs_;
    std::vector<Point> before_;
    double speed_ = 1.0;
};

int rounds_for(std::size_t count) noexcept
{
    return count <= 2500 ? 150 : 60;
}

/// Brings the centre to the origin and the extent to what the boxes need, somewhat wider than high.
void fit(std::vector<Point>& places, const std::vector<Box>& boxes)
{
    Point mean;
    double area = 0.0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        mean.x += places[i].x / static_cast<double>(places.size());
        mean.y += places[i].y / static_cast<double>(places.size());
        area += (boxes[i].width + kGap) * (boxes[i].height + kGap);
    }
    double squared = 0.0;
    for (Point& place : places) {
        place = {place.x - mean.x, place.y - mean.y};
        squared += place.x * place.x + place.y * place.y;
    }
    // A disc of even density has a mean squared radius of half its squared radius; the boxes are to
    // cover an eighth of it, so that lines can be seen between them.
    constexpr double kCover = 8.0;
    constexpr double kPi = 3.14159265358979324;
    const double spread = std::sqrt(2.0 * squared / static_cast<double>(places.size()));
    const double wanted = std::sqrt(kCover * area / kPi);
    const double scale = spread > 0.0 ? wanted / spread : 1.0;
    const double stretch = std::sqrt(kLandscape);
    for (Point& place : places) {
        place = {place.x * scale * stretch, place.y * scale / stretch};
    }
}

/// Moves two boxes apart along the shorter way where they overlap.
bool separate(Point& first, Point& second, const Box& one, const Box& other)
{
    const double x = second.x - first.x;
    const double y = second.y - first.y;
    const double over_x = (one.width + other.width) / 2.0 + kGap - std::abs(x);
    const double over_y = (one.height + other.height) / 2.0 + kGap - std::abs(y);
    if (over_x <= 0.0 || over_y <= 0.0) {
        return false;
    }
    if (over_x < over_y) {
        const double move = (x < 0.0 ? -over_x : over_x) / 2.0;
        first.x -= move;
        second.x += move;
    } else {
        const double move = (y < 0.0 ? -over_y : over_y) / 2.0;
        first.y -= move;
        second.y += move;
    }
    return true;
}

/// Sweeps from left to right, comparing only boxes whose horizontal extents may meet.
void spread_boxes(std::vector<Point>& places, const std::vector<Box>& boxes)
{
    double widest = 0.0;
    for (const Box& box : boxes) {
        widest = std::max(widest, box.width);
    }
    std::vector<std::size_t> order(places.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    bool moved = true;
    for (int round = 0; round < kSpreadRounds && moved; ++round) {
        moved = false;
        if (round > 0 && round % kRoundsOfOneSize == 0) {
            for (Point& place : places) {
                place = {place.x * kGrowth, place.y * kGrowth};
            }
        }
        std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
            return places[left].x < places[right].x;
        });
        for (std::size_t i = 0; i < order.size(); ++i) {
            const std::size_t one = order[i];
            for (std::size_t j = i + 1; j < order.size(); ++j) {
                const std::size_t other = order[j];
                const double reach = (boxes[one].width + widest) / 2.0 + kGap;
                if (places[other].x - places[one].x > 2.0 * reach) {
                    break; // twice, since places move within a round
                }
                moved = separate(places[one], places[other], boxes[one], boxes[other]) || moved;
            }
        }
    }
}

} // namespace

std::vector<Point> force_layout(const std::vector<Box>& boxes, const std::vector<Spring>& springs)
{
    if (boxes.empty()) {
        return {};
    }
    std::vector<double> masses = masses_of(boxes.size(), springs);
    std::vector<Point> start = first_places(masses);
    Simulation simulation{std::move(start), std::move(masses), springs};
    for (int round = rounds_for(boxes.size()); round > 0; --round) {
        simulation.step();
    }
    std::vector<Point> places = std::move(simulation).take();
    std::vector<Line> lines;
    lines.reserve(springs.size());
    for (const Spring& spring : springs) {
        lines.emplace_back(spring.from, spring.to);
    }
    if (places.size() <= kStressNodes) {
        reduce_stress(places, lines);
    } else {
        reduce_line_stress(places, lines);
    }
    fit(places, boxes);
    spread_boxes(places, boxes);
    return places;
}

} // namespace entente::exporters
