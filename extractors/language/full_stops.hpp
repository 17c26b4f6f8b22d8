// SPDX-License-Identifier: Apache-2.0
// Full stops that belong to the word before them: acronyms, initials, abbreviations.
#pragma once

#include "extractors/language/code_points.hpp"

#include <cstddef>
#include <string_view>

namespace entente::language {

/// A word of letters and full stops.
struct Acronym {
    std::size_t end = 0;  ///< 0: there is none
    bool stopped = false; ///< its last full stop is part of it, and may close a sentence too
};

/// Whether an acronym (the second test is for "Ph.D.") can begin with the letter at `from`; lets
/// most words fall.
[[nodiscard]] inline bool may_be_acronym(const CodePoints& text, std::size_t from)
{
    return text.at(from + 1) == '.' || (text.at(from + 2) == '.' && text.is(from + 4, kStop));
}

/// What begins at `from` as letters each with a full stop: "U.S.", "a.m.", "Ph.D.", "J.".
/// \param from          a place where there may be an acronym
/// \param after_initial the word before, in the same paragraph, is an initial: "J. K."
[[nodiscard]] Acronym acronym_at(const CodePoints& text, std::size_t from, bool after_initial);

/// The full stop at `to` is part of the abbreviation [from, to).
/// \param folded [from, to) in lower case
[[nodiscard]] bool stop_belongs(const CodePoints& text, std::string_view folded, std::size_t from,
                                std::size_t to);

} // namespace entente::language
