// SPDX-License-Identifier: Apache-2.0
// Which words of a sentence are names of actors, and whose each is there.
#pragma once

#include "extractors/actors/actor_context.hpp"

#include <vector>

namespace entente::actors {

/// The longest names of the gazetteer in a sentence, from left to right, without those that only
/// look like one there: common words, languages, parts of landmarks, addresses and names of
/// persons, datelines. Of several meanings the fittest at the article's date.
[[nodiscard]] std::vector<extractors::ActorSighting> find_names(const ActorContext& context,
                                                                const language::Sentence& sentence);

} // namespace entente::actors
