// SPDX-License-Identifier: Apache-2.0
// When the event of a predicate was: which of the sentence's time expressions belongs to it.
#pragma once

#include "core/article.hpp"
#include "extractors/extractor.hpp"
#include "extractors/language/tree.hpp"
#include "extractors/relations/candidates.hpp"
#include "extractors/relations/lexicon.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <vector>

namespace entente::relations {

/// Lifetime: refers to all that it was made of. Threads: const.
class EventDates {
public:
    EventDates(const Article& article, const extractors::Reading& reading,
               const language::Tree& tree, const Lexicon& lexicon,
               std::span<const Candidate> candidates);

    /// The time expression that hangs from the predicate, or from the verb that carries it; with
    /// "since" up to publication. A date of another event of the sentence is none of this one, nor
    /// is one that only bounds it ("before Friday"). Without a date the day of publication, with
    /// the basis `article`; nothing where that is unknown.
    [[nodiscard]] std::optional<EventDate> of(std::size_t predicate) const;

private:
    [[nodiscard]] std::vector<extractors::DateSighting>::const_iterator
    first_date_from(std::size_t word) const;
    [[nodiscard]] int rank(const extractors::DateSighting& sighting, std::size_t predicate) const;
    [[nodiscard]] std::size_t host(const extractors::DateSighting& sighting) const;
    [[nodiscard]] bool is_told_by_when(std::size_t predicate, std::size_t time,
                                       std::size_t owner) const;
    [[nodiscard]] bool is_object_of(std::size_t noun, std::size_t verb) const;
    [[nodiscard]] bool is_dated_between(const extractors::DateSighting& sighting,
                                        std::size_t predicate) const;
    [[nodiscard]] bool is_carried_by(std::size_t predicate, std::size_t verb) const;
    [[nodiscard]] bool follows_from(std::size_t predicate, std::size_t verb) const;
    [[nodiscard]] std::optional<EventDate> as_event(const extractors::DateSighting& sighting) const;
    [[nodiscard]] std::string_view led_by(const extractors::DateSighting& sighting) const;

    const Article& article_;
    const extractors::Reading& reading_;
    const language::Tree& tree_;
    const Lexicon& lexicon_;
    std::set<std::size_t> predicates_; ///< of all candidates: what hangs from one is its own
};

} // namespace entente::relations
