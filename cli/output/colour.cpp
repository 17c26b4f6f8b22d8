// SPDX-License-Identifier: Apache-2.0
#include "cli/output/colour.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace entente::cli {

namespace {

std::string_view sequence(Style style) noexcept
{
    switch (style) {
    case Style::bold:
        return "1";
    case Style::dim:
        return "2";
    case Style::red:
        return "31";
    case Style::green:
        return "32";
    case Style::yellow:
        return "33";
    case Style::blue:
        return "34";
    case Style::highlight:
        return "1;4";
    }
    return "0";
}

} // namespace

std::string Palette::paint(Style style, std::string_view text) const
{
    if (!on_ || text.empty()) {
        return std::string{text};
    }
    return fmt::format("\x1b[{}m{}\x1b[0m", sequence(style), text);
}

std::string Palette::paint(Quad quad, std::string_view text) const
{
    if (is_cooperation(quad)) {
        return paint(Style::green, text);
    }
    return paint(is_conflict(quad) ? Style::red : Style::blue, text);
}

bool colours_unwanted()
{
    const char* no_color = std::getenv("NO_COLOR"); // NOLINT(concurrency-mt-unsafe)
    const char* term = std::getenv("TERM");         // NOLINT(concurrency-mt-unsafe)
    return (no_color != nullptr && *no_color != '\0') ||
           (term != nullptr && std::string_view{term} == "dumb");
}

} // namespace entente::cli
