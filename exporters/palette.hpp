// SPDX-License-Identifier: Apache-2.0
// Colours and strokes of a picture: what they mean is decided here and explained by the legend.
#pragma once

#include "core/graph/snapshot.hpp"

#include <cstdint>
#include <string_view>

namespace entente::exporters {

/// Fonts in order of preference, by names that Graphviz, browsers and fontconfig share.
inline constexpr std::string_view kFonts = "Helvetica,DejaVu Sans,Arial";

/// Colour of a relation's line. Blue for cooperation, orange to red for conflict, grey for standing
/// relations: distinct for all common forms of colour vision (after Okabe and Ito, 2008).
[[nodiscard]] std::string_view line_colour(Quad quad) noexcept;

/// Light fill of an actor's box.
[[nodiscard]] std::string_view fill_colour(ActorKind kind) noexcept;

/// Whether most mentions are of things planned, possible or denied: drawn dashed.
[[nodiscard]] bool is_dashed(const graph::Relation& relation) noexcept;

enum class ArrowKind : std::uint8_t {
    none,
    open, ///< what the label says goes this way, other mentions go the other way or both
    full, ///< every mention goes this way
};

[[nodiscard]] ArrowKind arrow_kind(const graph::Relation& relation) noexcept;

/// Points; grows with the logarithm of the mentions, 1 to 7.
[[nodiscard]] double line_width(const graph::Relation& relation) noexcept;

/// Points; grows with the node's share of the heaviest node's weight.
[[nodiscard]] double name_size(double weight, double heaviest) noexcept;

} // namespace entente::exporters
