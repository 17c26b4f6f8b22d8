// SPDX-License-Identifier: Apache-2.0
#include "cli/output/width.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace entente::cli {

namespace {

/// Decodes the code point at `at` and moves past it; negative where ill-formed.
UChar32 next(std::string_view utf8, std::size_t& at)
{
    const auto* data = reinterpret_cast<const std::uint8_t*>(utf8.data());
    const std::size_t window = std::min<std::size_t>(utf8.size() - at, 4);
    std::int32_t offset = 0;
    UChar32 code_point = 0;
    U8_NEXT(data + at, offset, static_cast<std::int32_t>(window), code_point);
    at += static_cast<std::size_t>(offset);
    return code_point;
}

std::size_t width_of(UChar32 c)
{
    if (c < 0) {
        return 1;
    }
    const auto type = u_charType(c);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) {
        return 0;
    }
    const auto width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

} // namespace

std::size_t display_width(std::string_view utf8)
{
    std::size_t width = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        width += width_of(next(utf8, at));
    }
    return width;
}

std::string shorten(std::string_view utf8, std::size_t columns)
{
    if (display_width(utf8) <= columns) {
        return std::string{utf8};
    }
    if (columns == 0) {
        return {};
    }
    std::size_t width = 0;
    std::size_t at = 0;
    while (at < utf8.size()) {
        std::size_t after = at;
        width += width_of(next(utf8, after));
        if (width > columns - 1) {
            break;
        }
        at = after;
    }
    return std::string{utf8.substr(0, at)} + "…";
}

std::string shorten_front(std::string_view utf8, std::size_t columns)
{
    std::size_t width = display_width(utf8);
    if (width <= columns) {
        return std::string{utf8};
    }
    if (columns == 0) {
        return {};
    }
    std::size_t at = 0;
    while (at < utf8.size() && width > columns - 1) {
        width -= width_of(next(utf8, at));
    }
    return "…" + std::string{utf8.substr(at)};
}

std::string pad_right(std::string_view utf8, std::size_t columns)
{
    const std::size_t width = display_width(utf8);
    return std::string{utf8} + std::string(columns > width ? columns - width : 0, ' ');
}

std::string pad_left(std::string_view utf8, std::size_t columns)
{
    const std::size_t width = display_width(utf8);
    return std::string(columns > width ? columns - width : 0, ' ') + std::string{utf8};
}

std::string bar(double share, std::size_t columns)
{
    constexpr std::array<std::string_view, 8> kParts{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    if (!(share > 0.0)) {
        return {};
    }
    const double exact = std::min(share, 1.0) * static_cast<double>(columns) * 8.0;
    const std::size_t eighths = std::max<std::size_t>(1, static_cast<std::size_t>(exact));
    std::string out;
    for (std::size_t i = 0; i < eighths / 8; ++i) {
        out += "█";
    }
    out += kParts[eighths % 8];
    return out;
}

std::string sparkline(const std::vector<double>& values, double low, double high)
{
    constexpr std::array<std::string_view, 8> kBlocks{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    std::string out;
    for (const double value : values) {
        if (std::isnan(value)) {
            out += "·";
            continue;
        }
        const double share = std::clamp((value - low) / (high - low), 0.0, 1.0);
        out += kBlocks[std::min<std::size_t>(7, static_cast<std::size_t>(share * 8.0))];
    }
    return out;
}

} // namespace entente::cli
