// SPDX-License-Identifier: Apache-2.0
#include "cli/output/progress.hpp"

#include <fmt/format.h>

namespace entente::cli {

void Progress::show(std::size_t done)
{
    if (session_.quiet || !session_.terminal.errors) {
        return;
    }
    session_.err << fmt::format("\r\x1b[K{} {}", done, unit_) << std::flush;
    visible_ = true;
}

void Progress::clear()
{
    if (visible_) {
        session_.err << "\r\x1b[K" << std::flush;
        visible_ = false;
    }
}

} // namespace entente::cli
