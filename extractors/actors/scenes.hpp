// SPDX-License-Identifier: Apache-2.0
// Mentions that do not act: places where something happens, newspapers that are quoted.
#pragma once

#include "extractors/actors/actor_context.hpp"

#include <vector>

namespace entente::actors {

/// Sets is_scene of towns, capitals and regions that say where ("met in Geneva", "the port of
/// Lagos"), and is_aside of newspapers that are quoted ("the BBC said").
/// \param mentions of one sentence, in order
void mark_scenes(const ActorContext& context, std::vector<extractors::ActorSighting>& mentions);

} // namespace entente::actors
