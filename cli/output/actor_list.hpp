// SPDX-License-Identifier: Apache-2.0
// Actors of the gazetteer as a table or JSON lines.
#pragma once

#include "cli/session.hpp"
#include "extractors/actors/gazetteer.hpp"

#include <vector>

namespace entente::cli {

/// Code, kind, name and the first other names of each.
void print_actors(Session& session, const std::vector<const actors::Entry*>& entries);

/// One JSON object a line with all names.
void print_actors_json(Session& session, const std::vector<const actors::Entry*>& entries);

} // namespace entente::cli
