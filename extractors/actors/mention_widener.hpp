// SPDX-License-Identifier: Apache-2.0
// From a name to the whole of who is meant: the noun that acts, its sector, a title, a person.
#pragma once

#include "extractors/actors/actor_context.hpp"

#include <span>

namespace entente::actors {

/// "Turkish troops", "Pakistani Foreign Minister …", "the president of Egypt": the mention grows
/// to the noun that says who acts, and takes its sector; over a title to the name.
/// \param others the sentence's mentions, `sighting` among them or not
void widen_mention(const ActorContext& context, extractors::ActorSighting& sighting,
                   const language::Sentence& sentence,
                   std::span<const extractors::ActorSighting> others);

} // namespace entente::actors
