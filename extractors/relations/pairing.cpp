// SPDX-License-Identifier: Apache-2.0
#include "extractors/relations/pairing.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace entente::relations {

using extractors::ActorSighting;
using language::kRoot;

namespace {

/// Between sectors of one state: both named, or the state and those who oppose or suffer it.
bool is_within_state(const Frame& frame, const ActorCode& from, const ActorCode& to)
{
    if (!from.sector().empty() && !to.sector().empty()) {
        return true;
    }
    static constexpr std::string_view kApart[] = {"REB", "OPP", "CVL", "REF",
                                                  "LAB", "EDU", "SOC", "MED"};
    const std::string_view sector = from.sector().empty() ? to.sector() : from.sector();
    return frame.quad == Quad::material_conflict &&
           std::find(std::begin(kApart), std::end(kApart), sector) != std::end(kApart);
}

/// The forces of a state or of an organisation of states in another state; those of a group are
/// at home wherever they are.
bool is_abroad(const Argument& who, const Argument& where)
{
    return where.kind == ActorKind::state &&
           (who.kind == ActorKind::state || who.kind == ActorKind::organisation);
}

} // namespace

bool Pairing::may_relate(const Frame& frame, const Filler& source, const Filler& target) const
{
    const Argument& who = actors_[source.actor].actor;
    const Argument& whom = actors_[target.actor].actor;
    const bool same_principal = who.code.principal() == whom.code.principal();
    if (who.code == whom.code || (same_principal && !is_within_state(frame, who.code, whom.code))) {
        return false;
    }
    // Its own troops are what a state deploys, not against whom.
    const bool own_troops =
        same_principal && frame.category == "MOBILIZE" && whom.code.sector() == "MIL";
    // "differences between Swiss and French cheese"
    const bool things =
        frame.symmetric && frame.quad == Quad::standing && (source.of_thing || target.of_thing);
    const bool at_home = frame.source_slots.front() == "self" && !is_abroad(who, whom);
    return frame.actors.source.admits(who) && frame.actors.target.admits(whom) && !own_troops &&
           !things && !at_home && (frame.symmetric || !are_joined(source, target)) &&
           !is_own_part(source, target);
}

/// "criticism of Chad and Niger" is not of one by the other.
bool Pairing::are_joined(const Filler& source, const Filler& target) const
{
    const auto first_of = [&](std::size_t token) {
        while (language::is_relation(tree_.token(token).relation, "conj") &&
               tree_.token(token).head != kRoot) {
            token = tree_.token(token).head;
        }
        return token;
    };
    const std::size_t one = actors_[source.actor].head;
    const std::size_t other = actors_[target.actor].head;
    return one != other && first_of(one) == first_of(other);
}

/// "The three countries … instruct their partner": they do nothing to one of themselves.
bool Pairing::is_own_part(const Filler& source, const Filler& target) const
{
    const ActorSighting& whom = actors_[target.actor];
    const bool apart = actors_[source.actor].first != whom.first;
    if (!apart || whom.last != whom.first + 1 || tree_.token(whom.first).xpos != "PRP$") {
        return false;
    }
    const std::string_view doer = actors_[source.actor].actor.code.principal();
    std::size_t i = target.actor;
    while (i > 0 && actors_[i - 1].first == whom.first) {
        --i;
    }
    for (; i < actors_.size() && actors_[i].first == whom.first; ++i) {
        if (i != target.actor && actors_[i].last == whom.last &&
            actors_[i].actor.code.principal() == doer) {
            return true;
        }
    }
    return false;
}

} // namespace entente::relations
