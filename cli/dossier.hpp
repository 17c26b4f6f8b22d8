// SPDX-License-Identifier: Apache-2.0
// What a graph knows about one actor or about two, on one page.
#pragma once

#include "cli/graph_loading.hpp"
#include "cli/timeline.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace entente::cli {

/// What all dossiers begin with.
struct DossierHead {
    std::size_t mentions = 0;
    std::size_t articles = 0;
    std::map<Quad, std::size_t> classes; ///< mentions of each class that occurs
};

/// An actor with the code and the name that a person reads.
struct NamedActor {
    ActorCode code;
    std::string name;
};

/// Counts by class and the strongest partners of an actor.
struct ActorDossier {
    NamedActor actor;
    DossierHead head;
    std::vector<graph::Relation> relations; ///< strongest first, at most the filter's `top`
    std::size_t relations_total = 0;
    std::vector<YearTension> tension;
};

/// What happened between two actors.
struct PairDossier {
    NamedActor first;
    NamedActor second;
    DossierHead head;
    std::vector<TimelineEvent> events;
    std::vector<YearTension> tension;
    std::vector<store::StoredMention> evidence; ///< most certain first
};

/// Where the filter has no `top`, the twelve strongest relations are in it.
/// Errors: not_found where nothing passes the filter; those of the store.
[[nodiscard]] Result<ActorDossier> make_actor_dossier(OpenedGraph& graph, const ActorCode& actor);

/// \param evidence how many sentences at most
/// Errors: usage where both are one actor; not_found where nothing passes the filter.
[[nodiscard]] Result<PairDossier> make_pair_dossier(OpenedGraph& graph, const ActorCode& first,
                                                    const ActorCode& second, std::size_t evidence);

/// The filter narrowed to what is between these two.
[[nodiscard]] Filter between(Filter filter, const ActorCode& first, const ActorCode& second);

} // namespace entente::cli
