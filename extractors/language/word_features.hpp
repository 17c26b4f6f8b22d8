// SPDX-License-Identifier: Apache-2.0
// What a word form tells by itself: the keys under which the network learned something about it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::language {

/// Keys of one form. The first two name the word, and are dropped at random in training so that the
/// network learns to do without; the others are affixes and shape, shared by many words.
struct FormKeys {
    std::uint64_t vector = 0; ///< of the word-vector table: the form in lower case
    std::vector<std::uint64_t> features;
};

inline constexpr std::size_t kWordKeys = 2; ///< features[0] the form, features[1] its lower case

/// \param form well-formed UTF-8, as Token::form. Complexity: linear in its length.
void form_keys(std::string_view form, FormKeys& keys);

/// "Xxxx" → "Xx", "U.S." → "X.X.", "2014" → "d": classes of characters, runs cut to one. Letters
/// beyond ASCII keep their case.
[[nodiscard]] std::string word_shape(std::string_view form);

/// Lower case of a form: ASCII, Latin, Greek and Cyrillic letters, one by one.
[[nodiscard]] std::string lower_form(std::string_view form);

/// Key of a token's hints, one bit each (see NameLists): bit `bit` of a token.
[[nodiscard]] std::uint64_t hint_key(unsigned bit) noexcept;

/// The key of a string in a table of this kind. FNV-1a, then mixed (MurmurHash3's finaliser).
[[nodiscard]] std::uint64_t feature_key(char kind, std::string_view text) noexcept;

} // namespace entente::language
