// SPDX-License-Identifier: Apache-2.0
// Who is meant by the actors of foreign tables: codes and names into actors of ours.
#pragma once

#include "core/actor.hpp"
#include "core/result.hpp"
#include "extractors/actors/cameo_codes.hpp"
#include "extractors/actors/gazetteer.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente::records {

/// An actor of ours, and the person or organ by whom it acts.
struct KnownActor {
    ActorCode code;
    std::string name; ///< usual name of the principal
    ActorKind kind = ActorKind::state;
    std::string via; ///< "Imran Khan"; empty where the actor itself is named

    friend bool operator==(const KnownActor&, const KnownActor&) = default;
};

/// Lifetime: immutable once loaded.
class ActorDirectory {
public:
    /// Errors: bad_dataset.
    [[nodiscard]] static Result<ActorDirectory> load();

    /// By CAMEO's code of an actor, "RUSGOV", "IGOUNO". `name` is taken where the code tells only
    /// of what kind the actor is ("NGO", "MNC"). None where the code names nobody, such as a role
    /// without a country ("COP").
    [[nodiscard]] std::optional<KnownActor> by_cameo(std::string_view code,
                                                     std::string_view name) const;

    /// By the name of an actor, its country and its sector, each of which may be empty.
    /// `sector` is one of ours. A name that our tables have for an actor that is no state, or that
    /// lies in that country, goes before the country; another name of someone in a country is
    /// `via`, unless it only says the role: "Police (Kenya)".
    /// \param kind of an actor that has a name and nothing else; none: such an actor is unknown
    [[nodiscard]] std::optional<KnownActor> by_name(std::string_view name, std::string_view country,
                                                    std::string_view sector,
                                                    std::optional<ActorKind> kind) const;

    /// The sector of ours for a code of PLOVER or CAMEO; empty where it has none.
    [[nodiscard]] std::string_view sector_of(std::string_view code) const;

private:
    ActorDirectory(actors::Gazetteer gazetteer, actors::CameoCodes codes);

    [[nodiscard]] const actors::Entry* find_principal(std::string_view code) const;
    [[nodiscard]] const actors::Entry* find_name(std::string_view name) const;
    [[nodiscard]] std::optional<KnownActor> of_principal(std::string_view principal,
                                                         std::string_view sector) const;

    actors::Gazetteer gazetteer_;
    actors::CameoCodes codes_;
    std::unordered_map<std::string, std::size_t> by_name_; ///< folded; index of entries
};

} // namespace entente::records
