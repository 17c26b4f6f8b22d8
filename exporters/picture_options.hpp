// SPDX-License-Identifier: Apache-2.0
// What a person may choose about the look of a picture.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::exporters {

/// The colours of a page.
enum class Theme : std::uint8_t {
    light, ///< for screens
    dark,  ///< for dark screens
    print, ///< white paper; classes of relations differ in lightness, so a grey copy tells them too
};

/// What the fill of an actor's box says.
enum class ActorColours : std::uint8_t { kind, region };

/// Which actors stand together in a frame.
enum class Clusters : std::uint8_t {
    none,
    blocs,   ///< members of an alliance or union, by the last day that the graph knows
    regions, ///< states of a part of the world
    kinds,   ///< states, organisations, groups, …
};

struct PictureOptions {
    Theme theme = Theme::light;
    ActorColours colours = ActorColours::kind;
    Clusters clusters = Clusters::none;
    /// Codes of the blocs to be framed, in the order in which they may take members; empty: all.
    std::vector<std::string> blocs;
};

[[nodiscard]] std::string_view to_string(Theme theme) noexcept;
[[nodiscard]] std::optional<Theme> parse_theme(std::string_view text) noexcept;
[[nodiscard]] std::string_view to_string(ActorColours colours) noexcept;
[[nodiscard]] std::optional<ActorColours> parse_actor_colours(std::string_view text) noexcept;
[[nodiscard]] std::string_view to_string(Clusters clusters) noexcept;
[[nodiscard]] std::optional<Clusters> parse_clusters(std::string_view text) noexcept;

} // namespace entente::exporters
