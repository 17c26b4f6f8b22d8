// SPDX-License-Identifier: Apache-2.0
// Texts of unusual length are read in parts, so that memory follows the part and not the text.
#pragma once

#include "core/article.hpp"
#include "core/span.hpp"
#include "extractors/extractor.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace entente::extractors {

/// Some 45,000 words: longer than any article. A part takes at most 100 MB while it is read.
inline constexpr std::size_t kLongestPart = std::size_t{256} * 1024;

struct TextPart {
    Span bytes;                       ///< of the whole text
    std::size_t first_code_point = 0; ///< code points before it
};

/// Cuts a text into parts of at most `longest` bytes, at the end of a line where there is one in
/// the last quarter, else behind a blank, else between two code points. One part for a short text,
/// none for an empty one.
///
/// \param utf8    well-formed
/// \param longest at least 4
/// Complexity: linear.
[[nodiscard]] std::vector<TextPart> split_text(std::string_view utf8,
                                               std::size_t longest = kLongestPart);

/// The part as an article of its own, with all that is known of the whole.
[[nodiscard]] Article article_of(const Article& whole, const TextPart& part);

/// Turns offsets into the part to offsets into the whole text. Token numbers stay.
void move_to_whole(Reading& reading, const TextPart& part);

} // namespace entente::extractors
