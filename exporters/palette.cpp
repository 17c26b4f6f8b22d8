// SPDX-License-Identifier: Apache-2.0
#include "exporters/palette.hpp"

#include <algorithm>
#include <cmath>

namespace entente::exporters {

std::string_view line_colour(Quad quad) noexcept
{
    switch (quad) {
    case Quad::verbal_cooperation:
        return "#56a8dc";
    case Quad::material_cooperation:
        return "#00579c";
    case Quad::verbal_conflict:
        return "#e69f00";
    case Quad::material_conflict:
        return "#c8420a";
    case Quad::standing:
        break;
    }
    return "#8c8c8c";
}

std::string_view fill_colour(ActorKind kind) noexcept
{
    switch (kind) {
    case ActorKind::state:
        return "#e6edf5";
    case ActorKind::organisation:
        return "#e8def2";
    case ActorKind::region:
        return "#e3f0dc";
    case ActorKind::group:
        return "#f8e0d8";
    case ActorKind::party:
        return "#fbe3f0";
    case ActorKind::company:
        return "#fff3c9";
    case ActorKind::population:
        return "#d9f1ee";
    case ActorKind::person:
        break;
    }
    return "#efefef";
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
    const auto mentions = static_cast<double>(std::max<std::size_t>(relation.mentions, 1));
    return std::min(1.2 + 0.8 * std::log2(mentions), 7.0);
}

double name_size(double weight, double heaviest) noexcept
{
    const double share = heaviest > 0.0 ? std::clamp(weight / heaviest, 0.0, 1.0) : 0.0;
    return 12.0 + 10.0 * std::sqrt(share);
}

} // namespace entente::exporters
