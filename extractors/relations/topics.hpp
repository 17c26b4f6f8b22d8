// SPDX-License-Identifier: Apache-2.0
// What a relation is about, and what to call it.
#pragma once

#include "extractors/extractor.hpp"
#include "extractors/language/tree.hpp"
#include "extractors/relations/lexicon.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace entente::relations {

/// What the relations of one article are about.
/// Lifetime: `tree`, `reading` and `lexicon` must outlive it.
class TopicFinder {
public:
    TopicFinder(const language::Tree& tree, const extractors::Reading& reading,
                const Lexicon& lexicon)
        : tree_{tree}
        , reading_{reading}
        , lexicon_{lexicon}
    {}

    /// Up to three topics, heaviest first: the frame's own, those of the words around the predicate
    /// (its modifiers, objects, clauses and what hangs from them), which weigh less the farther
    /// they hang, and "military" where armed forces take part. Where these say nothing, up to two
    /// that the rest of the sentence speaks of; at last, governments that deal with each other by
    /// words deal in diplomacy.
    [[nodiscard]] std::vector<std::string> topics(std::size_t predicate, const Frame& frame,
                                                  const Argument& source,
                                                  const Argument& target) const;

private:
    [[nodiscard]] std::vector<std::string> topics_of_sentence(std::size_t predicate) const;

    /// The longest entry that ends with the word: "air base" before "base". Null for names of
    /// actors and for the press.
    [[nodiscard]] const TopicWord* topic_word(std::size_t token) const;

    const language::Tree& tree_;
    const extractors::Reading& reading_;
    const Lexicon& lexicon_;
};

/// "energy cooperation" from a noun and its modifiers, without the actors; the frame's label
/// otherwise.
[[nodiscard]] std::string make_label(const language::Tree& tree, std::size_t predicate,
                                     const Frame& frame,
                                     const std::vector<extractors::ActorSighting>& actors);

} // namespace entente::relations
