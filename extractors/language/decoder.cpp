// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/decoder.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace entente::language {

namespace {

constexpr double kNever = -1e12;          ///< an arc to take only where there is no other
constexpr double kLargest = 1e9;          ///< of scores that are looked at
constexpr double kForbidden = 2 * kNever; ///< worse than any other arc
constexpr double kImpossible = -std::numeric_limits<double>::infinity();
constexpr std::size_t kMostRootsTried = 4;

} // namespace

std::span<const std::uint32_t> TreeDecoder::best_tree(std::span<const float> scores,
                                                      std::size_t words)
{
    take(scores, words);
    if (!best_heads_are_a_tree()) {
        span_all();
        one_root_only();
    }
    return std::span<const std::uint32_t>{heads_}.subspan(1);
}

void TreeDecoder::take(std::span<const float> scores, std::size_t words)
{
    words_ = words;
    width_ = words + 1;
    given_.assign(width_ * width_, kNever);
    for (std::size_t word = 1; word <= words; ++word) {
        const float* from = scores.data() + (word - 1) * width_;
        double* to = given_.data() + word * width_;
        for (std::size_t source = 0; source < width_; ++source) {
            const auto value = static_cast<double>(from[source]);
            to[source] = value > -kLargest ? std::min(value, kLargest) : kNever; // and if none
        }
    }
    for (std::size_t word = 1; word <= words; ++word) {
        given_[word * width_ + word] = kImpossible;
    }
    heads_.assign(width_, 0);
}

bool TreeDecoder::best_heads_are_a_tree()
{
    std::size_t roots = 0;
    for (std::size_t word = 1; word < width_; ++word) {
        const double* row = given_.data() + word * width_;
        heads_[word] = static_cast<std::uint32_t>(std::max_element(row, row + width_) - row);
        roots += heads_[word] == 0 ? 1U : 0U;
    }
    if (roots != 1) {
        return false;
    }
    // Number of the walk that came by; a walk that meets itself runs in a cycle.
    compressed_.assign(width_, 0U);
    for (std::uint32_t start = 1; start < width_; ++start) {
        std::uint32_t at = start;
        while (at != 0 && compressed_[at] == 0) {
            compressed_[at] = start;
            at = heads_[at];
        }
        if (at != 0 && compressed_[at] == start) {
            return false;
        }
    }
    return true;
}

std::uint32_t TreeDecoder::outermost(std::uint32_t node)
{
    while (compressed_[node] != node) {
        compressed_[node] = compressed_[compressed_[node]];
        node = compressed_[node];
    }
    return node;
}

/// Notes the best arc into a node and returns the outermost node that it comes from.
std::uint32_t TreeDecoder::choose(std::uint32_t node)
{
    const double* row = scores_.data() + node * width_;
    const auto source = static_cast<std::uint32_t>(std::max_element(row, row + width_) - row);
    nodes_[node].source = source;
    nodes_[node].score = row[source];
    return outermost(source);
}

/// Makes one node of the path from `from` on.
std::uint32_t TreeDecoder::contract(std::size_t from)
{
    const auto made = static_cast<std::uint32_t>(nodes_.size());
    Node cycle;
    cycle.parent = made;
    nodes_.push_back(cycle);
    compressed_.push_back(made);
    scores_.resize(scores_.size() + width_, kImpossible);
    targets_.resize(targets_.size() + width_, 0);
    for (std::size_t i = from; i < path_.size(); ++i) {
        const std::uint32_t member = path_[i];
        nodes_[member].parent = made;
        compressed_[member] = made;
        for (std::size_t source = 0; source < width_; ++source) {
            const double value = score(member, source) - nodes_[member].score;
            if (value > score(made, source)) {
                score(made, source) = value;
                target(made, source) = target(member, source);
            }
        }
    }
    for (std::uint32_t source = 1; source < width_; ++source) {
        if (outermost(source) == made) {
            score(made, source) = kImpossible;
        }
    }
    path_.resize(from);
    return made;
}

void TreeDecoder::span_all()
{
    scores_ = given_;
    targets_.resize(width_ * width_);
    nodes_.assign(width_, Node{});
    compressed_.resize(width_);
    for (std::uint32_t node = 0; node < width_; ++node) {
        std::fill_n(targets_.begin() + static_cast<std::ptrdiff_t>(node * width_), width_, node);
        nodes_[node].parent = node;
        compressed_[node] = node;
    }
    nodes_[0].done = true;
    for (std::uint32_t start = 1; start < width_; ++start) {
        if (nodes_[outermost(start)].done) {
            continue;
        }
        path_.assign(1, outermost(start));
        while (!path_.empty()) {
            const std::uint32_t next = choose(path_.back());
            if (nodes_[next].done) {
                for (const std::uint32_t node : path_) {
                    nodes_[node].done = true;
                }
                break;
            }
            const auto met = std::find(path_.begin(), path_.end(), next);
            if (met == path_.end()) {
                path_.push_back(next);
            } else {
                path_.push_back(contract(static_cast<std::size_t>(met - path_.begin())));
            }
        }
    }
    expand();
}

/// From the outermost nodes inwards: the arc that enters a cycle opens it at the word it enters.
void TreeDecoder::expand()
{
    for (std::size_t node = nodes_.size(); node-- > 1;) {
        if (nodes_[node].resolved) {
            continue;
        }
        const std::uint32_t word = target(node, nodes_[node].source);
        heads_[word] = nodes_[node].source;
        for (std::uint32_t inner = word;; inner = nodes_[inner].parent) {
            nodes_[inner].resolved = true;
            if (inner == node || nodes_[inner].parent == inner) {
                break;
            }
        }
    }
}

double TreeDecoder::total() const
{
    double sum = 0.0;
    for (std::size_t word = 1; word < width_; ++word) {
        sum += given_[word * width_ + heads_[word]];
    }
    return sum;
}

/// Where several words hang from the root, tries the likeliest of them as the only one and keeps
/// the best.
void TreeDecoder::one_root_only()
{
    std::vector<std::uint32_t> candidates;
    for (std::uint32_t word = 1; word < width_; ++word) {
        if (heads_[word] == 0) {
            candidates.push_back(word);
        }
    }
    if (candidates.size() == 1) {
        return;
    }
    std::sort(candidates.begin(), candidates.end(), [this](std::uint32_t a, std::uint32_t b) {
        return given_[a * width_] > given_[b * width_];
    });
    candidates.resize(std::min(candidates.size(), kMostRootsTried));
    std::vector<double> root_scores(width_);
    for (std::size_t word = 1; word < width_; ++word) {
        root_scores[word] = std::exchange(given_[word * width_], kForbidden);
    }
    std::vector<std::uint32_t> best;
    double best_total = 0.0;
    for (const std::uint32_t candidate : candidates) {
        given_[candidate * width_] = root_scores[candidate];
        span_all();
        const double sum = total();
        const auto roots = std::count(heads_.begin() + 1, heads_.end(), 0U);
        if (roots == 1 && (best.empty() || sum > best_total)) {
            best = heads_;
            best_total = sum;
        }
        given_[candidate * width_] = kForbidden;
    }
    if (!best.empty()) {
        heads_ = std::move(best);
    }
}

} // namespace entente::language
