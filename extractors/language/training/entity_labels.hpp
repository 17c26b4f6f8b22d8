// SPDX-License-Identifier: Apache-2.0
// Entity labels to learn from, read out of a treebank that marks mentions (UD English GUM, our
// own).
#pragma once

#include "extractors/language/name_lists.hpp"
#include "extractors/language/training/conllu.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace entente::language::training {

/// Types of entities that are labelled. MISC holds works, products and other names: it is learned
/// so that they are not taken for something else, and is no entity of an Analysis.
inline constexpr std::array<std::string_view, 8> kEntityTypes{"PERSON", "ORG", "GPE",   "LOC",
                                                              "NORP",   "FAC", "EVENT", "MISC"};

/// Whether the treebank marks mentions: its words have Entity= in their last column.
[[nodiscard]] bool has_mentions(const Document& document);

/// One label a word: "O", "B-PERSON", "I-PERSON", …
///
/// GUM marks whole noun phrases, nested, common nouns too. A label covers the name alone: the
/// capitalised words around a proper head, without article, title, possessor and apposition. Of
/// nested names the longest counts. Nationalities, peoples, religions and languages are NORP
/// wherever they stand. A treebank that marks names with our own types, "(GPE)" or "(PERSON" to
/// "PERSON)", is taken at its word.
/// Complexity: words times mentions of the sentence.
[[nodiscard]] std::vector<std::string> entity_labels(const TreebankSentence& sentence,
                                                     const NameLists& lists);

} // namespace entente::language::training
