// SPDX-License-Identifier: Apache-2.0
// Cuts code points into words and paragraphs; leaves sentences to others.
#pragma once

#include "extractors/language/code_points.hpp"

#include <cstddef>
#include <vector>

namespace entente::language {

/// A word as code points [from, to).
struct Piece {
    std::size_t from = 0;
    std::size_t to = 0;
    bool opens = false;   ///< a paragraph
    bool stopped = false; ///< an abbreviation with its full stop
};

/// The words in their order, none of them empty; the first opens a paragraph.
/// Complexity: linear, whatever the text.
[[nodiscard]] std::vector<Piece> scan_words(const CodePoints& text);

} // namespace entente::language
