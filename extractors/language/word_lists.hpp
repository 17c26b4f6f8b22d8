// SPDX-License-Identifier: Apache-2.0
// The closed lists that the tokenizer asks: abbreviations, prefixes, contractions, units.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace entente::language {

/// When a full stop belongs to the word before it.
enum class Abbreviation : std::uint8_t {
    none,
    always,   ///< "Inc.", also where it ends a sentence
    inside,   ///< "Gen.": only where the line goes on
    name,     ///< "Sen.": begins with a capital, and the line goes on
    place,    ///< "Pa.": begins with a capital, and a comma follows
    numbered, ///< "No. 5": only before a number
};

/// \param word without its full stop, lower case
/// \param capital how it was written
[[nodiscard]] Abbreviation abbreviation(std::string_view word, bool capital) noexcept;

/// "anti", "non", "re": prefixes that UD leaves joined by their hyphen.
/// \param prefix lower case
[[nodiscard]] bool is_hyphen_prefix(std::string_view prefix) noexcept;

/// Length of the first part of a word that UD takes apart ("cannot", "gonna", "dont"), else 0.
/// \param word lower case
[[nodiscard]] std::size_t contraction(std::string_view word) noexcept;

/// Units that are words of their own behind a number: "5kg", "$3bn", "7pm".
/// \param unit as written
[[nodiscard]] bool is_unit(std::string_view unit) noexcept;

/// What may stand behind the last full stop of a host or file name.
/// \param ending lower case
[[nodiscard]] bool is_name_ending(std::string_view ending) noexcept;

/// Words written with an apostrophe before them: "'em", "'til".
/// \param word lower case, without the apostrophe
[[nodiscard]] bool is_clipped_word(std::string_view word) noexcept;

/// Words with a slash inside: "w/o", "s/he".
/// \param word lower case
[[nodiscard]] bool is_slashed_word(std::string_view word) noexcept;

/// Words that open a sentence after an abbreviation that may have closed one ("the U.S. The …").
[[nodiscard]] bool is_opener(std::string_view word) noexcept;

} // namespace entente::language
