// SPDX-License-Identifier: Apache-2.0
// What our categories, modes and states are called in the data sets of political science.
#pragma once

#include "core/cameo_events.hpp"
#include "core/relation.hpp"

#include <optional>
#include <string_view>

namespace entente::exporters {

/// The event that PLOVER would code for a mention.
struct PloverEvent {
    std::string_view category;
    std::string_view mode;
    const CameoEvent* cameo; ///< never null; static
};

/// What is planned is an agreement or a concession in PLOVER: planned CONSULT, SUPPORT, COOPERATE
/// and AID are AGREE, planned RETREAT is CONCEDE, each without a mode. None for what is no event to
/// it: standing relations, other plans, and what is hypothetical or negated.
/// Lifetime: the views are of the mention, or static.
[[nodiscard]] std::optional<PloverEvent> plover_event(const Mention& mention);

/// Country code of the Correlates of War project for an ISO 3166-1 alpha-3 code; 0 for none.
/// Source: COW State System Membership (v2016).
[[nodiscard]] int cow_code(std::string_view iso3) noexcept;

} // namespace entente::exporters
