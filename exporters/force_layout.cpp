// SPDX-License-Identifier: Apache-2.0
#include "exporters/force_layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

namespace entente::exporters {

namespace {

constexpr double kRepulsion = 10.0;
constexpr double kGravity = 1.0;
/// A cell whose width is less than this share of its distance acts as one body.
constexpr double kOpening = 1.0;
constexpr double kJitter = 1.0;
constexpr int kMostDepth = 40;     ///< of the quadtree: nodes in one spot end up in one cell
constexpr double kLandscape = 1.4; ///< width over height
constexpr double kGap = 6.0;       ///< points between boxes
constexpr int kSpreadRounds = 250;

double length(Point vector)
{
    return std::sqrt(vector.x * vector.x + vector.y * vector.y);
}

/// Total mass and its centre, for each square of a plane halved again and again.
class QuadTree {
public:
    QuadTree(const std::vector<Point>& places, const std::vector<double>& masses)
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

    /// Sum over all bodies of mass · (place − body) / distance².
    [[nodiscard]] Point push(Point place) const
    {
        Point sum;
        std::array<std::pair<std::uint32_t, double>, 4 * kMostDepth + 4> open;
        std::size_t count = 0;
        open[count++] = {0, width_};
        while (count > 0) {
            const auto [number, width] = open[--count];
            const Cell& cell = cells_[number];
            const double x = place.x - cell.moment.x / cell.mass;
            const double y = place.y - cell.moment.y / cell.mass;
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

private:
    struct Cell {
        double mass = 0.0;
        Point moment; ///< sum of mass · place
        Point only;   ///< where the bodies of a leaf are
        std::array<std::uint32_t, 4> children{};
        bool is_leaf = true;
    };

    void insert(Point place, double mass)
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
    void split(std::uint32_t at, Point corner, double half)
    {
        cells_[at].is_leaf = false;
        const Cell whole = cells_[at];
        const std::uint32_t below = child(at, whole.only, corner, half);
        cells_[below].mass = whole.mass;
        cells_[below].moment = whole.moment;
        cells_[below].only = whole.only;
    }

    /// The quarter in which a place lies, made where absent; `corner` becomes its lower corner.
    std::uint32_t child(std::uint32_t at, Point place, Point& corner, double half)
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

    void add(std::uint32_t at, Point place, double mass)
    {
        cells_[at].mass += mass;
        cells_[at].moment.x += mass * place.x;
        cells_[at].moment.y += mass * place.y;
    }

    Point low_;
    double width_ = 1.0;
    std::vector<Cell> cells_;
};

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
    return count <= 500 ? 800 : count <= 2500 ? 400 : count <= 8000 ? 200 : 100;
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
    fit(places, boxes);
    spread_boxes(places, boxes);
    return places;
}

} // namespace entente::exporters
