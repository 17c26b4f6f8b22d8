// SPDX-License-Identifier: Apache-2.0
// What the lemmatizer and its trainer share: how words are looked up, and what is found.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente::language::lemmas {

/// Version of the section "lemmas".
inline constexpr std::uint32_t kFormat = 1;

/// Ends of words are looked up by up to so many bytes.
inline constexpr std::size_t kLongestSuffix = 8;

/// More tags than this cannot be told apart.
inline constexpr std::size_t kMostGroups = 250;

/// What a rule is looked up for.
enum class Question : std::uint8_t {
    exact,       ///< the lemma of a form as it is written
    letter_case, ///< whether the lemma keeps the form's capitals; by the lower-case form
    edit,        ///< the lemma's end; by the lower-case form
};

/// What becomes of a form's capital letters.
enum class LetterCase : std::uint8_t { keep, lower, title };

/// How a word is written, as far as its lemma's capitals depend on it.
enum class Shape : std::uint8_t { lower, capital, short_capitals, capitals, mixed };

[[nodiscard]] Shape shape_of(std::string_view form);

/// How a lemma is made from a form: change its case, take bytes off its end, add others.
struct Rule {
    std::uint32_t append = 0; ///< where in the pool what is added begins
    std::uint8_t append_size = 0;
    std::uint8_t strip = 0; ///< bytes taken off the end
    LetterCase letter_case = LetterCase::keep;
    std::uint8_t reserved = 0;
};

static_assert(sizeof(Rule) == 8);

/// Keys of a text, from the least special to the most: its suffixes of 0, 1, … bytes, what stands
/// behind its last hyphen, the whole.
class Keys {
public:
    Keys(Question question, std::uint8_t group, Shape shape, std::string_view text);

    [[nodiscard]] std::size_t size() const noexcept { return size_; }

    [[nodiscard]] std::uint64_t operator[](std::size_t i) const noexcept { return keys_[i]; }

    [[nodiscard]] std::uint64_t whole() const noexcept { return keys_[size_ - 1]; }

private:
    std::array<std::uint64_t, kLongestSuffix + 3> keys_{};
    std::size_t size_ = 0;
};

/// A word as a whole, and a suffix of it.
[[nodiscard]] std::uint64_t word_key(Question question, std::uint8_t group, Shape shape,
                                     std::string_view word);
[[nodiscard]] std::uint64_t suffix_key(Question question, std::uint8_t group, Shape shape,
                                       std::string_view suffix);

/// Of a pair of tags; an empty tag stands for any.
[[nodiscard]] std::uint64_t tag_key(std::string_view upos, std::string_view xpos);

/// Where a key's search begins, and what is stored to tell it from others. Keys meet by chance in
/// one of 2^32 pairs that begin at the same place.
[[nodiscard]] inline std::size_t place_of(std::uint64_t key) noexcept
{
    return static_cast<std::size_t>(key >> 32U);
}

[[nodiscard]] inline std::uint32_t check_of(std::uint64_t key) noexcept
{
    return static_cast<std::uint32_t>(key);
}

/// Simple lower-casing, code point by code point.
[[nodiscard]] std::string lower_case(std::string_view utf8);
[[nodiscard]] std::string upper_case(std::string_view utf8);

/// The form in another case; title case is a capital and small letters.
[[nodiscard]] std::string in_case(std::string_view utf8, LetterCase letter_case);

/// A number without its thousands separators: "1,000" → "1000"; nothing where the form is none.
[[nodiscard]] std::optional<std::string> plain_number(std::string_view form);

/// Typographic apostrophes made plain: "’s" → "'s".
[[nodiscard]] bool has_typographic_apostrophe(std::string_view form) noexcept;
[[nodiscard]] std::string plain_apostrophes(std::string_view form);

} // namespace entente::language::lemmas
