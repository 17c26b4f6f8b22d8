// SPDX-License-Identifier: Apache-2.0
// Which mentions count, and how they are grouped: one set of filters for all commands.
#pragma once

#include "core/ontology.hpp"
#include "core/relation.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente {

/// Whether an actor stands for its whole principal or for its sector.
enum class Level : std::uint8_t {
    state, ///< `PAK:GOV` and `PAK:MIL` are both `PAK`
    actor, ///< kept apart
};

/// What makes one relation of many mentions.
enum class Grouping : std::uint8_t {
    pair,     ///< all that two actors do
    category, ///< one relation for each category and direction
    topic,    ///< one for each topic
};

[[nodiscard]] std::optional<Level> parse_level(std::string_view text) noexcept;
[[nodiscard]] std::optional<Grouping> parse_grouping(std::string_view text) noexcept;
[[nodiscard]] std::string_view to_string(Level level) noexcept;
[[nodiscard]] std::string_view to_string(Grouping grouping) noexcept;

/// Empty members let everything pass, but for `statuses`: what a text denies is no relation, so
/// negated mentions pass only where they are asked for. Several values of one member are
/// alternatives.
/// Actors are codes; a principal without a sector takes all its sectors.
struct Filter {
    std::vector<ActorCode> actors;  ///< source or target is one of these
    std::vector<ActorCode> between; ///< one side is one of these, the other another
    std::vector<std::string> categories;
    std::vector<Quad> quads;
    std::vector<std::string> topics;
    std::vector<Factuality> statuses; ///< empty: all but negated
    std::optional<Day> since;         ///< event time: at or after
    std::optional<Day> until;         ///< event time: before
    std::optional<Day> as_of;         ///< published on or before this day
    double min_confidence = 0.0;
    std::size_t min_mentions = 1; ///< of a relation, after grouping
    std::size_t top = 0;          ///< keep the heaviest relations; 0 keeps all
    Level level = Level::state;
    Grouping grouping = Grouping::pair;

    /// Whether a mention passes; `published` is the article's date. A mention without any date
    /// passes time filters only where none is set.
    [[nodiscard]] bool accepts(const Mention& mention, const Ontology& ontology,
                               const std::optional<PartialDate>& published) const;
};

} // namespace entente
