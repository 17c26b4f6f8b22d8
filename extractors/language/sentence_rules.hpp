// SPDX-License-Identifier: Apache-2.0
// What rules say about sentences: datelines, full stops, and where to cut what is too long.
#pragma once

#include "extractors/language/code_points.hpp"
#include "extractors/language/word_scanner.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace entente::language {

/// Sentence boundaries in the words of a text. Boundaries are numbers of words.
/// Lifetime: refers to the code points and the words.
class SentenceRules {
public:
    SentenceRules(const CodePoints& text, std::span<const Piece> pieces)
        : text_{text}
        , pieces_{pieces}
    {}

    /// "ISLAMABAD, Feb 23 (Reuters) —": a place in capitals opens the paragraph, nothing before the
    /// dash begins with a small letter and neither does what follows. The place is where the report
    /// was written, no part of the sentence behind it.
    /// \returns the word behind the dateline of the paragraph [first, last), else first
    [[nodiscard]] std::size_t behind_dateline(std::size_t first, std::size_t last) const;

    /// Appends the ends of the sentences of [first, last), `last` included.
    void split(std::size_t first, std::size_t last, std::vector<std::size_t>& ends) const;

    /// Where to cut a sentence that has `longest` words before `limit` and no end: behind the last
    /// semicolon, else comma, of the last third of them, else at `limit`.
    [[nodiscard]] std::size_t cut_before(std::size_t limit, std::size_t longest) const;

private:
    [[nodiscard]] bool stands_for_place(const Piece& piece) const;

    const CodePoints& text_;
    std::span<const Piece> pieces_;
};

} // namespace entente::language
