// SPDX-License-Identifier: Apache-2.0
// Which words of a text are names of actors, and whose each is there.
#pragma once

#include "extractors/actors/actor_context.hpp"

#include <vector>

namespace entente::actors {

/// The longest names of the gazetteer in each sentence, from left to right, without those that only
/// look like one there: common words, languages, parts of landmarks, addresses and names of
/// persons, datelines. Of several meanings the fittest at the article's date and beside the text's
/// other actors.
[[nodiscard]] std::vector<std::vector<extractors::ActorSighting>>
find_names(const ActorContext& context);

} // namespace entente::actors
