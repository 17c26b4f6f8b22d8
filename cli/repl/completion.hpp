// SPDX-License-Identifier: Apache-2.0
// What may stand at the end of a line of the shell: commands, actors, options, files.
#pragma once

#include "cli/repl/words.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace entente::cli::repl {

/// Completes the last word of a line by what its command takes.
[[nodiscard]] Completion complete_line(ActorNames& names, std::string_view line);

/// The candidates as lines of at most `columns`, in columns of one width.
[[nodiscard]] std::vector<std::string> lay_out(const std::vector<std::string>& candidates,
                                               std::size_t columns);

} // namespace entente::cli::repl
