// SPDX-License-Identifier: Apache-2.0
// Noun phrases, verb groups and what stands between them: the pieces that clauses are made of.
#pragma once

#include "extractors/language/analysis.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente::language {

enum class PieceKind : std::uint8_t {
    nominal,      ///< noun phrase or pronoun; `adposition` is set where one governs it
    verbal,       ///< auxiliaries, adverbs and a main verb, or a copula without one
    adjective,    ///< adjective that is no modifier
    subordinator, ///< that, if, because, when, …
    coordinator,  ///< and, or, but
    comma,
    quote,
    other,
};

/// A stretch of tokens [first, last) with its head.
struct Piece {
    PieceKind kind = PieceKind::other;
    std::size_t first = 0;
    std::size_t last = 0;
    std::size_t head = 0;
    std::size_t adposition = kRoot; ///< the preposition before a nominal
    bool relative = false;          ///< nominal: a relative pronoun
    bool infinitive = false;        ///< verbal: with "to"
    bool gerund = false;            ///< verbal: an -ing form without an auxiliary
    bool participle = false;        ///< verbal: a past participle without an auxiliary
    bool passive = false;           ///< verbal: a participle under "be"
    bool copular = false;           ///< verbal: "be" alone
};

/// Cuts a sentence into pieces and attaches the words inside each to its head (det, amod, compound,
/// nmod:poss, nummod, case, aux, aux:pass, advmod, mark).
[[nodiscard]] std::vector<Piece> find_pieces(Analysis& analysis, const Sentence& sentence);

} // namespace entente::language
