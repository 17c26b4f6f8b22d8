// SPDX-License-Identifier: Apache-2.0
// The words on an edge: which of many labels says most about a group of mentions.
#pragma once

#include "core/ontology.hpp"
#include "core/store/store.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace entente::graph {

/// Confidences are summed as whole millionths, so that the order of arrival cannot show in the last
/// bits of a sum and equal weights are equal.
using Millionths = std::int64_t;

[[nodiscard]] Millionths to_millionths(double confidence);
[[nodiscard]] double from_millionths(Millionths value);

/// What a sighting counts: its whole confidence where it is actual, and 0.7, 0.4, 0.1 of it where
/// planned, hypothetical, negated.
[[nodiscard]] Millionths worth(Millionths confidence, Factuality status);

/// Near-copies share a number; an article outside any group stands by its id.
using SourceKey = std::pair<std::int64_t, std::string>;

[[nodiscard]] SourceKey source_key(const store::ArticleRecord& article);

/// Which way something goes between the two actors of a relation.
enum class Direction : std::uint8_t {
    none,     ///< both ways, or now one way and now the other
    forward,  ///< from source to target
    backward, ///< from target to source
};

[[nodiscard]] std::string_view to_string(Direction direction) noexcept;

/// How widely each label is used, over all mentions that are read, whatever a filter lets through:
/// so what counts as bland does not hang on the question.
/// Order of arrival does not show. Memory: one number for each label of each pair of principals.
class LabelUse {
public:
    void see(const Mention& mention);

    /// Of the pairs of principals that have this category, the share that has this label for it,
    /// above 0 to 1. "agreement" serves nearly every pair that agrees: it says what the category
    /// says anyway.
    [[nodiscard]] double share(std::string_view category, std::string_view label) const;

private:
    bool is_new(std::string_view use, std::string_view pair);

    std::unordered_set<std::uint64_t> seen_;
    std::unordered_map<std::string, std::size_t> pairs_; ///< by category, and by category and label
};

/// The labels of one group of mentions, with who speaks for each.
class LabelTally {
public:
    /// `direction` is the mention's, seen from the group's first actor.
    void add(const Mention& mention, const SourceKey& source, Direction direction);

    struct Choice {
        std::string label; ///< empty where no mention of that class has one
        Direction direction = Direction::none;
    };

    /// The label of this quad class with the highest score, ties in favour of the shorter one, then
    /// of the first in the alphabet:
    ///
    ///   score = testimony × 1.5 if several words × 1.25 if it names the mode ÷ (1 + share of use)
    ///
    /// Testimony sums, over independent sources, the best confidence of a sighting, by its
    /// worth(). So a word
    /// that would fit any pair ("agreement", "meeting") gives way to one that fits this pair
    /// ("gas pipeline project"), unless up to three times as much speaks for it.
    [[nodiscard]] Choice choose(Quad quad, const Ontology& ontology, const LabelUse& use) const;

    /// How many mentions have each label, over all categories.
    [[nodiscard]] std::map<std::string, std::size_t> counts() const;

private:
    struct Entry {
        std::map<SourceKey, Millionths> testimony;
        std::size_t mentions = 0;
        bool names_mode = false;
        bool forward = false;
        bool backward = false;
        bool both_ways = false;
    };

    std::map<std::pair<std::string, std::string>, Entry> entries_; ///< by category and label
};

} // namespace entente::graph
