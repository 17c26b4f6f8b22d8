// SPDX-License-Identifier: Apache-2.0
// Actors of the gazetteer as a table or JSON lines.
#pragma once

#include "cli/session.hpp"
#include "extractors/actors/gazetteer.hpp"
#include "extractors/actors/staleness.hpp"

#include <vector>

namespace entente::cli {

/// Code, kind, name and the first other names of each.
void print_actors(Session& session, const std::vector<const actors::Entry*>& entries);

/// One JSON object a line with all names.
void print_actors_json(Session& session, const std::vector<const actors::Entry*>& entries);

/// Person, code, office and term of each.
void print_people(Session& session, const actors::Gazetteer& gazetteer,
                  const std::vector<const actors::Office*>& offices);

/// One JSON object a line.
void print_people_json(Session& session, const actors::Gazetteer& gazetteer,
                       const std::vector<const actors::Office*>& offices);

/// Rows to paste into a table of offices, each with a comment that says why.
void print_stale(Session& session, const std::vector<actors::StaleOffice>& offices);

/// One JSON object a line.
void print_stale_json(Session& session, const std::vector<actors::StaleOffice>& offices);

} // namespace entente::cli
