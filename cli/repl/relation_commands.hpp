// SPDX-License-Identifier: Apache-2.0
// The commands of the shell that list relations and what stands behind them.
#pragma once

#include "cli/repl/shell.hpp"

#include <cstddef>
#include <string_view>

namespace entente::cli::repl {

/// How many relations or actors are listed where no number is named.
inline constexpr std::size_t kShownByDefault = 15;
/// How many sentences are shown of a relation or a search.
inline constexpr std::size_t kEvidenceShown = 10;

// Each runs one command on the line behind its name.
[[nodiscard]] Status run_top(Shell& shell, std::string_view rest);
[[nodiscard]] Status run_relations(Shell& shell, std::string_view rest);
[[nodiscard]] Status run_timeline(Shell& shell, std::string_view rest);
[[nodiscard]] Status run_path(Shell& shell, std::string_view rest);
[[nodiscard]] Status run_show(Shell& shell, std::string_view rest);
[[nodiscard]] Status run_evidence(Shell& shell, std::string_view rest);

} // namespace entente::cli::repl
