// SPDX-License-Identifier: Apache-2.0
// `filter` in the shell: the same options as on the command line.
#pragma once

#include "cli/repl/shell.hpp"

#include <string_view>

namespace entente::cli::repl {

/// Shows the filter, clears it, or replaces it by the options given. Where no option has dashes,
/// names and values take turns: `filter since 2014 topic energy`.
Status run_filter(Shell& shell, std::string_view rest);

} // namespace entente::cli::repl
