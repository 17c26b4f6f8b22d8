// SPDX-License-Identifier: Apache-2.0
// Whether a predicate has the form that a frame asks for: its particle, object or clause.
#pragma once

#include "extractors/language/tree.hpp"
#include "extractors/relations/lexicon.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente::relations {

/// Compares frames with the words of one text.
/// Lifetime: refers to the analysis, the tree and the lexicon.
class FrameShape {
public:
    FrameShape(const language::Analysis& analysis, const language::Tree& tree,
               const Lexicon& lexicon, const std::vector<bool>& excluded)
        : analysis_{analysis}
        , tree_{tree}
        , lexicon_{lexicon}
        , excluded_{excluded}
    {}

    [[nodiscard]] bool fits(const Frame& frame, std::size_t predicate) const;

    /// Heads of the objects that a frame may name, coordinated ones too: direct objects, or the
    /// subject of a passive.
    [[nodiscard]] std::vector<std::size_t> objects_of(std::size_t verb) const;

private:
    [[nodiscard]] bool number_fits(const Frame& frame, std::size_t noun) const;
    [[nodiscard]] bool words_fit(const Frame& frame, std::size_t first) const;
    [[nodiscard]] bool particle_fits(const Frame& frame, std::size_t verb) const;
    [[nodiscard]] bool object_fits(const Frame& frame, std::size_t verb) const;
    [[nodiscard]] bool is_object(const std::string& noun, std::size_t object) const;
    [[nodiscard]] bool is_obliged(std::size_t clause) const;
    [[nodiscard]] bool has_clause(std::size_t verb, std::string_view form) const;
    [[nodiscard]] bool is_own_future(std::size_t verb, std::size_t clause) const;
    [[nodiscard]] bool does_harm(std::size_t clause) const;
    [[nodiscard]] bool has_complement(std::size_t verb) const;

    const language::Analysis& analysis_;
    const language::Tree& tree_;
    const Lexicon& lexicon_;
    const std::vector<bool>& excluded_; ///< words of idioms name no object
};

/// Nouns of headlines come capitalised, and their lemma too: "Ties" → "tie".
[[nodiscard]] std::string singular(const language::Token& word);

} // namespace entente::relations
