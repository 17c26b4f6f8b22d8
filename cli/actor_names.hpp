// SPDX-License-Identifier: Apache-2.0
// From what a person types to actor codes: "Pakistan", "pak", "PAK:MIL".
#pragma once

#include "core/actor.hpp"
#include "core/result.hpp"
#include "extractors/actors/gazetteer.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

/// The actors of a store and of the gazetteer under all their names. The gazetteer is loaded when
/// it is first needed.
class ActorNames {
public:
    /// \param known actors of the graph at hand: they count even where the gazetteer lacks them
    explicit ActorNames(std::vector<Actor> known = {})
        : known_{std::move(known)}
    {}

    void set_known(std::vector<Actor> known) { known_ = std::move(known); }

    /// Errors: unknown_name, with the nearest name; bad_dataset.
    [[nodiscard]] Result<ActorCode> resolve(std::string_view name_or_code);

    /// As resolve(), but none instead of an error for an unknown name.
    [[nodiscard]] std::optional<ActorCode> find(std::string_view name_or_code);

    /// Usual names and codes that begin with `prefix`, for completion.
    [[nodiscard]] std::vector<std::string> completions(std::string_view prefix);

    /// The usual name of a code; the code itself where it has none.
    [[nodiscard]] std::string name_of(const ActorCode& code);

    /// Null where the tables cannot be loaded; error() then says why.
    [[nodiscard]] Result<const actors::Gazetteer*> gazetteer();

private:
    std::vector<Actor> known_;
    std::optional<Result<actors::Gazetteer>> gazetteer_;
};

} // namespace entente::cli
