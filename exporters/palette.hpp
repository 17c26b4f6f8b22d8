// SPDX-License-Identifier: Apache-2.0
// Colours and strokes of a picture: what they mean is decided here and explained by the legend.
#pragma once

#include "core/graph/snapshot.hpp"
#include "exporters/picture_options.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente::exporters {

/// Fonts in order of preference, by names that Graphviz, browsers and fontconfig share.
inline constexpr std::string_view kFonts = "Helvetica,DejaVu Sans,Arial";
inline constexpr std::string_view kBoldFonts = "Helvetica-Bold,DejaVu Sans Bold,Arial Bold";

/// The colours of a theme, as "#rrggbb".
///
/// Lines are blue for cooperation and orange to red for conflict, after Okabe and Ito (2008). Lines
/// among themselves and fills among themselves stay apart for protan, deutan and tritan vision too;
/// a test computes that with the matrices of Machado, Oliveira and Fernandes (2009).
struct Palette {
    std::string_view page;
    std::string_view ink;        ///< text on the page and names of actors
    std::string_view faint_ink;  ///< subtitles, axes
    std::string_view box_line;   ///< border of an actor's box
    std::string_view label_fill; ///< ground of a relation's label
    std::string_view label_ink;
    std::string_view frame_fill; ///< ground of a cluster
    std::string_view frame_line;
    std::array<std::string_view, 5> lines;    ///< by Quad
    std::array<std::string_view, 8> kinds;    ///< by ActorKind
    std::array<std::string_view, 10> regions; ///< by number in Blocs::regions()
    std::string_view no_region;               ///< what is no state
};

[[nodiscard]] const Palette& palette(Theme theme) noexcept;

/// Colour of a relation's line.
[[nodiscard]] std::string_view line_colour(const Palette& palette, Quad quad) noexcept;

/// What the fill of an actor's box says: a number that orders the legend, its words and colour.
struct ActorClass {
    std::size_t number = 0;
    std::string name;
    std::string_view colour;
};

[[nodiscard]] ActorClass actor_class(const PictureOptions& options, const Actor& actor);

/// Whether most mentions are of things planned, possible or denied: drawn dashed.
[[nodiscard]] bool is_dashed(const graph::Relation& relation) noexcept;

enum class ArrowKind : std::uint8_t {
    none,
    open, ///< what the label says goes this way, other mentions go the other way or both
    full, ///< every mention goes this way
};

[[nodiscard]] ArrowKind arrow_kind(const graph::Relation& relation) noexcept;

/// Points; grows with the logarithm of the independent articles that say so, 1 to 7.
[[nodiscard]] double line_width(const graph::Relation& relation) noexcept;

/// Points; grows with the node's share of the heaviest node's weight.
[[nodiscard]] double name_size(double weight, double heaviest) noexcept;

} // namespace entente::exporters
