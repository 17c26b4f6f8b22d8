// SPDX-License-Identifier: Apache-2.0
// What the sentence classifier looks at: the words, shapes and balance around a gap of a paragraph.
#pragma once

#include "extractors/language/analysis.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente::language {

/// Features of one gap, as places in the table of weights.
inline constexpr std::size_t kSentenceFeatures = 28;
using SentenceFeatureVector = std::array<std::uint32_t, kSentenceFeatures>;

inline constexpr unsigned kSentenceTableBits = 17;

/// The gaps of one paragraph, to be asked from left to right.
/// Lifetime: refers to the tokens.
class SentenceFeatures {
public:
    /// \param first tokens [first, last) are the paragraph
    SentenceFeatures(std::span<const Token> tokens, std::size_t first, std::size_t last);

    /// A sentence may begin with token `i`, which is not the paragraph's first. Cheap; lets most
    /// gaps between plain words fall.
    [[nodiscard]] bool plausible(std::size_t i) const;

    /// Of the gap before token `i`, where `sentence` is the first token of the sentence before it.
    void extract(std::size_t i, std::size_t sentence, SentenceFeatureVector& out) const;

private:
    enum class Shape : std::uint8_t {
        none, ///< outside the paragraph
        lower,
        capital, ///< "Iran"
        letter,  ///< "J"
        shouted, ///< "NATO"
        number,
        mixed,
        abbreviated, ///< "Mr.", "U.S."
        stop,
        opening,
        closing,
        comma,
        colon,
        dash,
        other,
    };

    /// A token as the features see it.
    struct View {
        std::uint32_t form = 0; ///< hash, lower-cased
        Shape shape = Shape::none;
        bool spaced = false;    ///< white space before it
        bool opener = false;    ///< "The", "But"
        bool quoting = false;   ///< an odd number of double quotes before it in the paragraph
        std::uint8_t depth = 0; ///< brackets open before it
        std::uint8_t length = 0;
        std::uint8_t to_stop = 0; ///< tokens until the next full stop, at most 15
    };

    [[nodiscard]] static View view(const Token& token);
    [[nodiscard]] const View& at(std::ptrdiff_t place) const;

    std::vector<View> views_;
    std::size_t first_ = 0;
    bool ends_with_stop_ = false;
    std::uint8_t capitals_ = 0; ///< share of words that begin with one, in quarters
};

} // namespace entente::language
