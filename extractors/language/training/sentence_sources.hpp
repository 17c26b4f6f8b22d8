// SPDX-License-Identifier: Apache-2.0
// Where sentence boundaries are learned from: treebanks, and paragraphs of our own.
#pragma once

#include "core/result.hpp"
#include "extractors/language/training/conllu.hpp"
#include "extractors/language/training/sentence_training.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::language::training {

/// The text of a treebank's document, with its sentences.
[[nodiscard]] SentenceDocument sentences_of(const Document& document);

/// Reads paragraphs with a sentence a line and an empty line between paragraphs; lines that begin
/// with "#" are passed over.
/// Errors: bad_dataset with the line, for ill-formed UTF-8 and white space at a line's ends.
[[nodiscard]] Result<SentenceDocument> read_paragraphs(std::string_view text,
                                                       std::string_view name);

} // namespace entente::language::training
