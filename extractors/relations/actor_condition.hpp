// SPDX-License-Identifier: Apache-2.0
// What kinds of actors a frame is about: soldiers who arrive are no visitors.
#pragma once

#include "core/relation.hpp"
#include "core/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace entente::relations {

/// Which kinds of actors may stand on one side of a frame.
struct ActorCondition {
    std::vector<std::string> wanted; ///< one of them must fit; empty where any actor does
    std::vector<std::string> barred; ///< none of them may fit

    /// Whether an actor may stand there. A state without a sector counts as its government.
    [[nodiscard]] bool admits(const Argument& actor) const;
};

/// Conditions of both sides.
struct ActorConditions {
    ActorCondition source;
    ActorCondition target;

    /// Whether a side asks for some kind, and not only bars others.
    [[nodiscard]] bool is_particular() const noexcept
    {
        return !source.wanted.empty() || !target.wanted.empty();
    }
};

/// Reads "source:MIL", "target:-organisation": a side, then a sector or kind of actor, barred
/// behind a hyphen.
/// Errors: bad_dataset for another side or an unknown kind.
[[nodiscard]] Result<ActorConditions>
parse_actor_conditions(const std::vector<std::string_view>& values);

} // namespace entente::relations
