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

/// Empty where it is not set.
std::string_view variable(const char* name)
{
    const char* value = std::getenv(name); // NOLINT(concurrency-mt-unsafe)
    return value == nullptr ? std::string_view{} : std::string_view{value};
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

bool wants_colours(bool terminal)
{
    if (!variable("NO_COLOR").empty()) {
        return false;
    }
    const std::string_view force = variable("CLICOLOR_FORCE");
    if (!force.empty() && force != "0") {
        return true;
    }
    return terminal && variable("TERM") != "dumb" && variable("CLICOLOR") != "0";
}

} // namespace entente::cli
