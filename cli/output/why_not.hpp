// SPDX-License-Identifier: Apache-2.0
// Which stage lost a pair of actors that a reader expected in a relation.
#pragma once

#include "cli/output/trace_printer.hpp"
#include "cli/session.hpp"
#include "core/actor.hpp"
#include "core/article.hpp"
#include "extractors/extractor.hpp"

#include <string>

namespace entente::cli {

/// Two actors, as a person named them.
struct AskedPair {
    ActorCode source;
    ActorCode target;
    std::string source_name;
    std::string target_name;
};

/// Tells, sentence by sentence, why the text gives no relation between the two, with what to change
/// for it; or that it gives one. Sectors are ignored.
void print_why_not(Session& session, const Article& article, const extractors::Reading& reading,
                   const CollectedTrace& trace, const AskedPair& asked);

} // namespace entente::cli
