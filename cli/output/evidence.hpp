// SPDX-License-Identifier: Apache-2.0
// The sentence behind a relation, with its cue marked and its article named.
#pragma once

#include "cli/session.hpp"
#include "core/store/store.hpp"

#include <cstdint>
#include <vector>

namespace entente::cli {

/// Prints what the mention says, the sentence, and article title, publisher, date and address.
void print_evidence(Session& session, const store::StoredMention& stored);

/// Prints the mentions with these ids, at most `limit`, and how many more there are.
[[nodiscard]] Status print_evidence(Session& session, const store::Store& store,
                                    const std::vector<std::int64_t>& ids, std::size_t limit);

} // namespace entente::cli
