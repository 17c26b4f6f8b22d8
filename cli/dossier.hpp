// SPDX-License-Identifier: Apache-2.0
// What a graph knows about one actor or about two, on one page.
#pragma once

#include "cli/graph_loading.hpp"
#include "cli/session.hpp"

#include <cstddef>

namespace entente::cli {

/// Counts by class and the strongest partners of an actor.
/// Errors: not_found where nothing passes the filter.
[[nodiscard]] Status print_actor_dossier(Session& session, OpenedGraph& graph,
                                         const ActorCode& actor);

/// Timeline, tension and the best evidence between two actors.
[[nodiscard]] Status print_pair_dossier(Session& session, OpenedGraph& graph,
                                        const ActorCode& first, const ActorCode& second,
                                        std::size_t evidence);

/// The filter narrowed to what is between these two.
[[nodiscard]] Filter between(Filter filter, const ActorCode& first, const ActorCode& second);

} // namespace entente::cli
