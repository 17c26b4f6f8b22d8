// SPDX-License-Identifier: Apache-2.0
// What CAMEO's codes of actors are in our codebook, by ontology/cameo_actors.tsv.
#pragma once

#include "core/actor.hpp"
#include "core/result.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace entente::actors {

/// A code taken apart.
struct CameoMeaning {
    std::string principal; ///< of ours; empty for an actor that has no code but its name
    std::string sector;
    ActorKind kind = ActorKind::group; ///< of an actor without a principal
    bool says_kind = false;            ///< a part tells the kind: "NGO"
    std::string unknown;               ///< the first part that says nothing to us
};

/// Lifetime: immutable once loaded.
class CameoCodes {
public:
    /// Errors: bad_dataset.
    [[nodiscard]] static Result<CameoCodes> load();

    /// Parts are three characters long: "USAGOVMIL" is a state and two roles, "IGOUNO" a kind and
    /// an actor. An actor wins over the state and the region before it, of several the last; of
    /// roles the first.
    /// \param is_state whether our tables have a state of this code
    [[nodiscard]] CameoMeaning
    meaning_of(std::string_view code, const std::function<bool(std::string_view)>& is_state) const;

    /// The sector of an agent's code: "GOVMIL" → GOV. Empty where it has none.
    [[nodiscard]] std::string_view sector_of(std::string_view code) const;

private:
    /// What a part may be. Which of it holds depends on its place in the code.
    struct Part {
        std::string place; ///< principal of a state or region; only where the code begins
        std::string actor;
        std::string sector;
        std::optional<ActorKind> kind;
    };

    [[nodiscard]] const Part* find(std::string_view part) const;

    std::unordered_map<std::string, Part> parts_;
};

} // namespace entente::actors
