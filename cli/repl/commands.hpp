// SPDX-License-Identifier: Apache-2.0
// The commands of the shell.
#pragma once

#include "cli/repl/shell.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::cli::repl {

struct ShellCommand {
    std::string_view name;
    std::string_view usage;
    std::string_view help;
    /// \param rest the line behind the command's name
    Status (*run)(Shell& shell, std::string_view rest);
};

/// All commands, in the order of the help.
[[nodiscard]] std::span<const ShellCommand> shell_commands();

/// Null where unknown. Case does not matter.
[[nodiscard]] const ShellCommand* find_command(std::string_view name);

[[nodiscard]] std::vector<std::string> command_names();

} // namespace entente::cli::repl
