// SPDX-License-Identifier: Apache-2.0
#include "exporters/palette.hpp"

#include "core/blocs.hpp"

#include <algorithm>
#include <cmath>

namespace entente::exporters {

namespace {

constexpr Palette kLight{
    "#ffffff",
    "#111111",
    "#555555",
    "#555555",
    "#ffffff",
    "#333333",
    "#f5f6f8",
    "#b9bec6",
    {"#4298d2", "#004a87", "#dd8f00", "#c03a06", "#858585"},
    {"#e4edf6", "#82c8f0", "#f0e6c8", "#f0be96", "#f0c8d2", "#c8beaa", "#bedcfa", "#aabed2"},
    {"#78b4f0", "#b4aaa0", "#e6aa78", "#f0e6a0", "#befac8", "#dcbea0", "#78dcc8", "#a0d2fa",
     "#96b4c8", "#c8dcf0"},
    "#eceff2"};

constexpr Palette kDark{
    "#15191e",
    "#f2f4f6",
    "#a9b1ba",
    "#8b949e",
    "#20262d",
    "#e3e6ea",
    "#1c2229",
    "#4b545f",
    {"#7cc7f2", "#3d83d9", "#f7d774", "#f0502c", "#9a9a9a"},
    {"#2a3f57", "#006ea0", "#464628", "#a0505a", "#5a1e32", "#826432", "#506478", "#5a3c0a"},
    {"#1e6eb4", "#825a8c", "#8c641e", "#6e3200", "#5a6e3c", "#a05064", "#005032", "#5a3c82",
     "#3c1450", "#461e00"},
    "#2f3944"};

constexpr Palette kPrint{
    "#ffffff",
    "#000000",
    "#333333",
    "#000000",
    "#ffffff",
    "#000000",
    "#ffffff",
    "#777777",
    {"#5ba3d6", "#08519c", "#b8620b", "#67000d", "#bdbdbd"},
    {"#ffffff", "#b4c8fa", "#d2fac8", "#fac8a0", "#fadcfa", "#d2beaa", "#82d2d2", "#aae6d2"},
    {"#96befa", "#a0aad2", "#d2aa6e", "#d2e6a0", "#c8fac8", "#fad2fa", "#96e6c8", "#a0d2a0",
     "#b4aaa0", "#64d2c8"},
    "#ffffff"};

} // namespace

const Palette& palette(Theme theme) noexcept
{
    switch (theme) {
    case Theme::dark:
        return kDark;
    case Theme::print:
        return kPrint;
    case Theme::light:
        break;
    }
    return kLight;
}

std::string_view line_colour(const Palette& palette, Quad quad) noexcept
{
    return palette.lines.at(static_cast<std::size_t>(quad));
}

ActorClass actor_class(const PictureOptions& options, const Actor& actor)
{
    const Palette& colours = palette(options.theme);
    if (options.colours == ActorColours::kind) {
        const auto number = static_cast<std::size_t>(actor.kind);
        return {number, std::string{to_string(actor.kind)}, colours.kinds.at(number)};
    }
    const auto region = Blocs::builtin().region_of(actor.code.principal());
    if (!region) {
        return {colours.regions.size(), "no state", colours.no_region};
    }
    return {*region, Blocs::builtin().regions().at(*region).name, colours.regions.at(*region)};
}

bool is_dashed(const graph::Relation& relation) noexcept
{
    std::size_t actual = 0;
    std::size_t other = 0;
    for (const auto& [status, count] : relation.statuses) {
        (status == Factuality::actual ? actual : other) += count;
    }
    return other > actual;
}

ArrowKind arrow_kind(const graph::Relation& relation) noexcept
{
    if (relation.directed) {
        return ArrowKind::full;
    }
    return relation.label_direction == graph::Direction::none ? ArrowKind::none : ArrowKind::open;
}

double line_width(const graph::Relation& relation) noexcept
{
    const auto sources = static_cast<double>(std::max<std::size_t>(relation.sources, 1));
    return std::min(1.2 + 1.0 * std::log2(sources), 7.0);
}

double name_size(double weight, double heaviest) noexcept
{
    const double share = heaviest > 0.0 ? std::clamp(weight / heaviest, 0.0, 1.0) : 0.0;
    return 12.0 + 10.0 * std::sqrt(share);
}

} // namespace entente::exporters
