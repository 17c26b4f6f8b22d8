// SPDX-License-Identifier: Apache-2.0
// What a demand, refusal or threat is about, and refusals that are told as a future.
#pragma once

#include "extractors/language/tree.hpp"
#include "extractors/relations/lexicon.hpp"

#include <cstddef>
#include <string>

namespace entente::relations {

/// The mode of a speech act by what it is about: to refuse "to meet" is `meet`. The act's clause,
/// its infinitive or a noun behind it tells; empty where none does.
/// \param act category of the act
[[nodiscard]] std::string mode_by_content(const language::Tree& tree, std::size_t predicate,
                                          std::string_view act, const Lexicon& lexicon);

/// Whether a verb is told as what its subject will not do: "will not help", "said it would not
/// help".
[[nodiscard]] bool is_refused(const language::Tree& tree, std::size_t verb, const Lexicon& lexicon);

} // namespace entente::relations
