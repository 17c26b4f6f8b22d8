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

/// The sentence and its article on one line of at most `columns`. What is cut is what is far from
/// the cue; title and date of the article stay readable.
[[nodiscard]] std::string evidence_line(const Session& session, const store::StoredMention& stored,
                                        std::size_t columns);

/// Prints the mentions with these ids, at most `limit`, and how many more there are.
[[nodiscard]] Status print_evidence(Session& session, const store::Store& store,
                                    const std::vector<std::int64_t>& ids, std::size_t limit);

} // namespace entente::cli
