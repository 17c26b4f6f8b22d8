// SPDX-License-Identifier: Apache-2.0
// Colours for terminals, and nothing elsewhere.
#pragma once

#include "core/ontology.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace entente::cli {

enum class Style : std::uint8_t { bold, dim, red, green, yellow, blue, highlight };

/// Paints text with ANSI sequences, or leaves it as it is.
class Palette {
public:
    Palette() = default;

    explicit Palette(bool on)
        : on_{on}
    {}

    [[nodiscard]] bool on() const noexcept { return on_; }

    [[nodiscard]] std::string paint(Style style, std::string_view text) const;
    /// In the colour of cooperation (green), conflict (red) or standing relations (blue).
    [[nodiscard]] std::string paint(Quad quad, std::string_view text) const;

private:
    bool on_ = false;
};

/// Whether a stream gets colours: a terminal does, unless NO_COLOR is set to anything, CLICOLOR is
/// 0 or TERM is dumb; CLICOLOR_FORCE other than 0 gives them to pipes and files too.
[[nodiscard]] bool wants_colours(bool terminal);

} // namespace entente::cli
