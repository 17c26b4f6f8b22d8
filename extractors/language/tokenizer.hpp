// SPDX-License-Identifier: Apache-2.0
// Cuts text into words and sentences, with exact spans into what was given.
#pragma once

#include "extractors/language/analysis.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace entente::language {

class SentenceSplitter;

/// No sentence has more words, so that later stages stay linear.
inline constexpr std::size_t kLongestSentence = 300;

/// Fills tokens (spans and forms only) and sentences. Words follow UD's English conventions:
/// clitics ("'s", "n't") and the parts of hyphenated compounds are words of their own.
///
/// A line is a paragraph; a line that goes on in lower case without a full stop before continues
/// its paragraph. Longer sentences than kLongestSentence are cut, at a semicolon or comma if there
/// is one in the last third.
/// Complexity: linear, whatever the bytes.
/// \param splitter learned sentence boundaries; null: boundaries by rules
[[nodiscard]] Analysis tokenize(std::string_view text, const SentenceSplitter* splitter = nullptr);

/// A word as Token::form has it: typographic quotes, apostrophes and dashes made plain.
/// \param word well-formed UTF-8
[[nodiscard]] std::string plain_form(std::string_view word);

/// The words of a short text such as a name, by the same rules, without sentences.
[[nodiscard]] std::vector<std::string> split_words(std::string_view text);

} // namespace entente::language
