// SPDX-License-Identifier: Apache-2.0
// Cuts text into words and sentences, with exact spans into what was given.
#pragma once

#include "extractors/language/analysis.hpp"

#include <string_view>
#include <vector>

namespace entente::language {

/// Fills tokens (spans and forms only) and sentences. Words follow UD's English conventions:
/// clitics ("'s", "n't") and the parts of hyphenated compounds are words of their own.
///
/// A line is a paragraph; a line that goes on in lower case without a full stop before continues
/// its paragraph. A sentence longer than 300 words is cut, so that later stages stay linear.
[[nodiscard]] Analysis tokenize(std::string_view text);

/// The words of a short text such as a name, by the same rules, without sentences.
[[nodiscard]] std::vector<std::string> split_words(std::string_view text);

} // namespace entente::language
