// SPDX-License-Identifier: Apache-2.0
// Parts of speech and lemmas by word lists, endings and the words beside.
#pragma once

#include "extractors/language/analysis.hpp"
#include "extractors/language/vocabulary.hpp"

namespace entente::language {

/// Fills upos, xpos and lemma of every token. One pass from left to right over each sentence.
void tag(Analysis& analysis, const Vocabulary& vocabulary);

} // namespace entente::language
