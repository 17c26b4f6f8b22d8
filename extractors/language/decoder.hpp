// SPDX-License-Identifier: Apache-2.0
// From scores of single arcs to the best tree.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente::language {

/// Finds maximum spanning trees with exactly one word under the root (Chu and Liu 1965, Edmonds
/// 1967; grown along paths after Gabow, Galil, Spencer and Tarjan 1986).
///
/// Keeps its memory from sentence to sentence; one a thread.
class TreeDecoder {
public:
    /// \param scores one row a word: column 0 is the root as its head, column 1 + k word k; log
    ///               probabilities or any other numbers whose sum is to be large. The entry of a
    ///               word as its own head is not looked at. Numbers that are none count as very
    ///               small.
    /// \param words  number of rows; at least 1
    /// \returns one column number a word; valid until the next call
    ///
    /// Complexity: O(words²). Where the best tree has several words under the root, the four
    /// likeliest are tried alone: exact for up to four.
    [[nodiscard]] std::span<const std::uint32_t> best_tree(std::span<const float> scores,
                                                           std::size_t words);

private:
    /// A word or a cycle of nodes that was made one.
    struct Node {
        std::uint32_t parent = 0; ///< the node that holds this one, or itself
        std::uint32_t source = 0; ///< word (from 1) or root that the best arc comes from
        double score = 0.0;       ///< of that arc
        bool done = false;        ///< its way to the root is known
        bool resolved = false;
    };

    void take(std::span<const float> scores, std::size_t words);
    [[nodiscard]] bool best_heads_are_a_tree();
    void span_all();
    [[nodiscard]] std::uint32_t choose(std::uint32_t node);
    [[nodiscard]] std::uint32_t contract(std::size_t from);
    void expand();
    [[nodiscard]] std::uint32_t outermost(std::uint32_t node);
    [[nodiscard]] double total() const;
    void one_root_only();

    [[nodiscard]] double& score(std::size_t node, std::size_t source)
    {
        return scores_[node * width_ + source];
    }

    [[nodiscard]] std::uint32_t& target(std::size_t node, std::size_t source)
    {
        return targets_[node * width_ + source];
    }

    std::size_t words_ = 0;
    std::size_t width_ = 0;              ///< words and the root
    std::vector<double> given_;          ///< [width][width], node 0 is the root
    std::vector<double> scores_;         ///< [node][source], less what the arc would replace
    std::vector<std::uint32_t> targets_; ///< [node][source]: the word inside that it would enter
    std::vector<Node> nodes_;
    std::vector<std::uint32_t> compressed_; ///< shortcuts to the outermost node
    std::vector<std::uint32_t> path_;
    std::vector<std::uint32_t> heads_; ///< by node; [0] is unused
};

} // namespace entente::language
