// SPDX-License-Identifier: Apache-2.0
#include "core/relation.hpp"

#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

namespace entente {

namespace {

constexpr std::array<std::pair<Factuality, std::string_view>, 4> kFactualities{{
    {Factuality::actual, "actual"},
    {Factuality::planned, "planned"},
    {Factuality::hypothetical, "hypothetical"},
    {Factuality::negated, "negated"},
}};

auto order_key(const Mention& m) noexcept
{
    return std::tie(m.article, m.sentence.code_points, m.cue.code_points,
                    m.source.mention.code_points, m.target.mention.code_points, m.source.code,
                    m.target.code, m.category, m.mode, m.rule);
}

} // namespace

std::string_view to_string(Factuality status) noexcept
{
    const auto* row = std::find_if(kFactualities.begin(), kFactualities.end(),
                                   [status](const auto& entry) { return entry.first == status; });
    return row->second;
}

std::optional<Factuality> parse_factuality(std::string_view text) noexcept
{
    for (const auto& [status, name] : kFactualities) {
        if (name == text) {
            return status;
        }
    }
    return std::nullopt;
}

bool comes_before(const Mention& left, const Mention& right) noexcept
{
    return order_key(left) < order_key(right);
}

std::string fingerprint(const Mention& m)
{
    const std::string date =
        m.date ? fmt::format("{}/{}", format_day(m.date->range.from), format_day(m.date->range.to))
               : std::string{};
    const std::string key =
        fmt::format("{}\n{}-{}\n{} {}-{}\n{} {}-{}\n{} {} {} {}\n{}-{}\n{}", m.article,
                    m.sentence.code_points.begin, m.sentence.code_points.end, m.source.code.text(),
                    m.source.mention.code_points.begin, m.source.mention.code_points.end,
                    m.target.code.text(), m.target.mention.code_points.begin,
                    m.target.mention.code_points.end, m.category, m.mode, to_string(m.status),
                    m.symmetric ? 1 : 0, m.cue.code_points.begin, m.cue.code_points.end, date);
    return text::to_hex(text::hash(key));
}

} // namespace entente
