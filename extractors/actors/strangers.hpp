// SPDX-License-Identifier: Apache-2.0
// Organisations and companies that no table knows: they are actors under a code of their own.
#pragma once

#include "extractors/actors/actor_context.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente::actors {

/// Whether the name by tokens [first, last) is that of an organisation: a word of it says so, or
/// the analyzer. "Free Trade Agreement" is none.
[[nodiscard]] bool is_organisation(const ActorContext& context, std::size_t first,
                                   std::size_t last);

/// A mention by tokens [first, last) of an organisation that no table has.
/// \param name its long form, which gives the code
/// \param acronym what the text calls it for short; may be empty
[[nodiscard]] extractors::ActorSighting stranger(const ActorContext& context, std::size_t first,
                                                 std::size_t last, const std::string& name,
                                                 std::string_view acronym);

/// Adds the organisations of a sentence that the analyzer saw, that no table has and that are
/// called a movement, an airline and the like. Names that touch a mention are left out, as are
/// organs of states ("the Interior Ministry"). The mentions stay in order.
/// \param known the strangers of earlier sentences by their names, which need no further sign
void add_strangers(const ActorContext& context, const language::Sentence& sentence,
                   std::vector<extractors::ActorSighting>& found,
                   std::unordered_map<std::string, Argument>& known);

} // namespace entente::actors
