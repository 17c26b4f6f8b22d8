// SPDX-License-Identifier: Apache-2.0
// Learns the section "lemmas" of the language model.
#pragma once

#include "core/result.hpp"
#include "extractors/language/training/lemma_sources.hpp"

#include <string>

namespace entente::language::training {

/// The bytes of the section; the same for the same sources.
///
/// Errors: bad_value where the treebank has no words or more pairs of tags than can be told apart.
[[nodiscard]] Result<std::string> train_lemmas(const LemmaSources& sources);

} // namespace entente::language::training
