// SPDX-License-Identifier: Apache-2.0
// One line that says how far a long run is.
#pragma once

#include "cli/session.hpp"

#include <cstddef>
#include <string_view>

namespace entente::cli {

/// Redraws a line on the error stream where that is a terminal; elsewhere, or when quiet, silent.
class Progress {
public:
    Progress(Session& session, std::string_view unit)
        : session_{session}
        , unit_{unit}
    {}

    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    ~Progress() { clear(); }

    void show(std::size_t done);
    /// Takes the line away, so that other messages can be printed.
    void clear();

private:
    Session& session_;
    std::string_view unit_;
    bool visible_ = false;
};

} // namespace entente::cli
