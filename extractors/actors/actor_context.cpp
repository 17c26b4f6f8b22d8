// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/actor_context.hpp"

#include "core/text.hpp"

#include <algorithm>

namespace entente::actors {

void ActorContext::refuse(std::size_t first, std::size_t last, std::string_view why) const
{
    if (trace != nullptr) {
        const Span code_points{tree.token(first).code_points.begin,
                               tree.token(last - 1).code_points.end};
        trace->step(
            {TraceStage::actor, false, code_points, surface(first, last), std::string{why}});
    }
}

std::string ActorContext::surface(std::size_t first, std::size_t last) const
{
    const Span bytes{tree.token(first).bytes.begin, tree.token(last - 1).bytes.end};
    return article.text.substr(bytes.begin, bytes.size());
}

std::string ActorContext::words(std::size_t first, std::size_t last) const
{
    std::string out;
    for (std::size_t i = first; i < last; ++i) {
        out += (i == first ? "" : " ") + text::fold(tree.token(i).form);
    }
    return out;
}

const language::Entity* ActorContext::entity_around(std::size_t first, std::size_t last) const
{
    const auto found =
        std::upper_bound(analysis.entities.begin(), analysis.entities.end(), first,
                         [](std::size_t token, const auto& one) { return token < one.last; });
    const bool around = found != analysis.entities.end() && found->first <= first &&
                        last <= found->last && found->last - found->first > last - first;
    return around ? &*found : nullptr;
}

void ActorContext::describe(extractors::ActorSighting& sighting) const
{
    const language::Token& first = tree.token(sighting.first);
    const language::Token& last = tree.token(sighting.last - 1);
    Evidence& evidence = sighting.actor.mention;
    evidence.bytes = {first.bytes.begin, last.bytes.end};
    evidence.code_points = {first.code_points.begin, last.code_points.end};
    evidence.text = surface(sighting.first, sighting.last);
}

} // namespace entente::actors
