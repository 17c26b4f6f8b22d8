// SPDX-License-Identifier: Apache-2.0
#include "exporters/picture_options.hpp"

#include <array>
#include <cstddef>

namespace entente::exporters {

namespace {

constexpr std::array<std::string_view, 3> kThemes{"light", "dark", "print"};
constexpr std::array<std::string_view, 2> kColours{"kind", "region"};
constexpr std::array<std::string_view, 4> kClusters{"none", "blocs", "regions", "kinds"};

/// The value whose name is at its number in `names`.
template <typename Value, std::size_t size>
std::optional<Value> parse(std::string_view text, const std::array<std::string_view, size>& names)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names.at(i) == text) {
            return static_cast<Value>(i);
        }
    }
    return std::nullopt;
}

} // namespace

std::string_view to_string(Theme theme) noexcept
{
    return kThemes[static_cast<std::size_t>(theme)];
}

std::optional<Theme> parse_theme(std::string_view text) noexcept
{
    return parse<Theme>(text, kThemes);
}

std::string_view to_string(ActorColours colours) noexcept
{
    return kColours[static_cast<std::size_t>(colours)];
}

std::optional<ActorColours> parse_actor_colours(std::string_view text) noexcept
{
    return parse<ActorColours>(text, kColours);
}

std::string_view to_string(Clusters clusters) noexcept
{
    return kClusters[static_cast<std::size_t>(clusters)];
}

std::optional<Clusters> parse_clusters(std::string_view text) noexcept
{
    return parse<Clusters>(text, kClusters);
}

} // namespace entente::exporters
