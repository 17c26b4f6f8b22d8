// SPDX-License-Identifier: Apache-2.0
#include "exporters/stress_layout.hpp"

#include "exporters/quad_tree.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <queue>
#include <utility>

namespace entente::exporters {

namespace {

constexpr int kRounds = 150;
constexpr double kNever = std::numeric_limits<double>::infinity();
/// Unconnected nodes stand so far apart, as a share of the longest way there is.
constexpr double kApart = 0.5;

/// The neighbours of each node, sorted, each once.
std::vector<std::vector<std::size_t>> neighbours_of(std::size_t count,
                                                    const std::vector<Line>& lines)
{
    std::vector<std::vector<std::size_t>> neighbours(count);
    for (const auto& [from, to] : lines) {
        if (from != to) {
            neighbours[from].push_back(to);
            neighbours[to].push_back(from);
        }
    }
    for (auto& all : neighbours) {
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
    }
    return neighbours;
}

std::size_t shared_count(const std::vector<std::size_t>& left,
                         const std::vector<std::size_t>& right)
{
    std::size_t shared = 0;
    auto at = right.begin();
    for (const std::size_t one : left) {
        at = std::lower_bound(at, right.end(), one);
        shared += at != right.end() && *at == one ? 1U : 0U;
    }
    return shared;
}

double line_length(const std::vector<std::size_t>& from, const std::vector<std::size_t>& to)
{
    const std::size_t apart = from.size() + to.size() - 2 * shared_count(from, to);
    return std::sqrt(static_cast<double>(std::max<std::size_t>(apart, 1)));
}

/// A line to another node, and how long it is to be.
struct Way {
    std::size_t to = 0;
    double length = 1.0;
};

std::vector<std::vector<Way>> ways_of(std::size_t count, const std::vector<Line>& lines)
{
    const auto neighbours = neighbours_of(count, lines);
    std::vector<std::vector<Way>> ways(count);
    for (std::size_t from = 0; from < count; ++from) {
        for (const std::size_t to : neighbours[from]) {
            ways[from].push_back({to, line_length(neighbours[from], neighbours[to])});
        }
    }
    return ways;
}

/// Lengths of the shortest ways between all nodes, as rows of a matrix (Dijkstra).
class Distances {
public:
    Distances(std::size_t count, const std::vector<Line>& lines)
        : count_{count}
        , values_(count * count, kNever)
    {
        const auto ways = ways_of(count, lines);
        for (std::size_t from = 0; from < count; ++from) {
            search(from, ways);
        }
        join();
    }

    [[nodiscard]] double between(std::size_t from, std::size_t to) const
    {
        return values_[from * count_ + to];
    }

private:
    void search(std::size_t from, const std::vector<std::vector<Way>>& ways)
    {
        using Step = std::pair<double, std::size_t>;
        std::priority_queue<Step, std::vector<Step>, std::greater<>> open;
        double* const row = values_.data() + from * count_;
        row[from] = 0.0;
        open.emplace(0.0, from);
        while (!open.empty()) {
            const auto [length, at] = open.top();
            open.pop();
            if (length > row[at]) {
                continue;
            }
            for (const auto& [to, step] : ways[at]) {
                if (length + step < row[to]) {
                    row[to] = length + step;
                    open.emplace(row[to], to);
                }
            }
        }
    }

    /// Gives a distance to those without a way to each other.
    void join()
    {
        double longest = 1.0;
        for (const double value : values_) {
            longest = value == kNever ? longest : std::max(longest, value);
        }
        std::replace(values_.begin(), values_.end(), kNever, std::max(longest * kApart, 1.0));
    }

    std::size_t count_;
    std::vector<double> values_;
};

/// Where node `i` would be best, were the others to stay.
Point best_place(std::size_t i, const std::vector<Point>& places, const Distances& distances)
{
    Point sum;
    double weights = 0.0;
    for (std::size_t j = 0; j < places.size(); ++j) {
        if (j == i) {
            continue;
        }
        const double wanted = distances.between(i, j);
        const double x = places[i].x - places[j].x;
        const double y = places[i].y - places[j].y;
        const double distance = std::max(std::sqrt(x * x + y * y), 1e-9);
        const double weight = 1.0 / (wanted * wanted);
        sum.x += weight * (places[j].x + wanted * x / distance);
        sum.y += weight * (places[j].y + wanted * y / distance);
        weights += weight;
    }
    return {sum.x / weights, sum.y / weights};
}

/// Brings the lines to their lengths on average, whatever they were.
void scale_to(const std::vector<std::vector<Way>>& ways, std::vector<Point>& places)
{
    double wanted = 0.0;
    double is = 0.0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (const Way& way : ways[i]) {
            wanted += way.length;
            const double x = places[i].x - places[way.to].x;
            const double y = places[i].y - places[way.to].y;
            is += std::sqrt(x * x + y * y);
        }
    }
    const double scale = is > 0.0 ? wanted / is : 1.0;
    for (Point& place : places) {
        place = {place.x * scale, place.y * scale};
    }
}

/// Where node `i` would be best by its lines and the push of all others, were they to stay.
Point best_place(std::size_t i, const std::vector<Point>& places, const std::vector<Way>& ways,
                 Point push)
{
    Point sum = push;
    double weights = 0.0;
    for (const Way& way : ways) {
        const double x = places[i].x - places[way.to].x;
        const double y = places[i].y - places[way.to].y;
        const double distance = std::max(std::sqrt(x * x + y * y), 1e-9);
        const double weight = 1.0 / (way.length * way.length);
        sum.x += weight * (places[way.to].x + way.length * x / distance);
        sum.y += weight * (places[way.to].y + way.length * y / distance);
        weights += weight;
    }
    return weights > 0.0 ? Point{sum.x / weights, sum.y / weights} : places[i];
}

} // namespace

void reduce_line_stress(std::vector<Point>& places, const std::vector<Line>& lines)
{
    constexpr std::array kPushes{1.0, 0.3, 0.09, 0.027};
    constexpr int kRoundsEach = 30;
    const std::vector<double> masses(places.size(), 1.0);
    const auto ways = ways_of(places.size(), lines);
    scale_to(ways, places);
    for (const double strength : kPushes) {
        for (int round = 0; round < kRoundsEach; ++round) {
            const QuadTree tree{places, masses};
            const std::vector<Point> before = places;
            for (std::size_t i = 0; i < places.size(); ++i) {
                const Point push = tree.push(before[i]);
                places[i] = best_place(i, before, ways[i], {strength * push.x, strength * push.y});
            }
        }
    }
}

void reduce_stress(std::vector<Point>& places, const std::vector<Line>& lines)
{
    if (places.size() < 2) {
        return;
    }
    const Distances distances{places.size(), lines};
    for (int round = 0; round < kRounds; ++round) {
        for (std::size_t i = 0; i < places.size(); ++i) {
            places[i] = best_place(i, places, distances);
        }
    }
}

} // namespace entente::exporters
