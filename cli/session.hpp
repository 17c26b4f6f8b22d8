// SPDX-License-Identifier: Apache-2.0
// What every command gets beside its own options: streams, terminal, global switches.
#pragma once

#include "cli/output/colour.hpp"

#include <cstddef>
#include <istream>
#include <ostream>

namespace entente::cli {

/// Which streams are a terminal, and how wide it is.
struct Terminal {
    bool input = false;
    bool output = false;
    bool errors = false;
    std::size_t columns = 0; ///< 0 where the output is no terminal: nothing is cut then
    bool may_resize = false; ///< the width is that of a terminal whose user may change it
};

/// Results go to `out`, everything else to `err`.
struct Session {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    Terminal terminal;
    Palette palette;       ///< for `out`
    Palette error_palette; ///< for `err`
    bool quiet = false;
    std::size_t threads = 0; ///< 0 takes all cores
};

} // namespace entente::cli
