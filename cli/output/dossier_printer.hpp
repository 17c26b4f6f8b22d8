// SPDX-License-Identifier: Apache-2.0
// Dossiers as pages for people and as JSON.
#pragma once

#include "cli/dossier.hpp"
#include "cli/session.hpp"

#include <string>

namespace entente::cli {

void print_dossier(Session& session, const ActorDossier& dossier);
void print_dossier(Session& session, const PairDossier& dossier);

/// One JSON object on one line. Evidence has the fields that `extract` prints, and the article.
[[nodiscard]] std::string dossier_json(const ActorDossier& dossier);
[[nodiscard]] std::string dossier_json(const PairDossier& dossier);

} // namespace entente::cli
