// SPDX-License-Identifier: Apache-2.0
// What makes a command, and the table of all of them.
#pragma once

#include "cli/session.hpp"
#include "core/error.hpp"

#include <functional>
#include <span>
#include <string_view>

namespace CLI { // NOLINT(readability-identifier-naming): not ours
class App;
}

namespace entente::cli {

/// Runs a command whose options have been parsed.
using Action = std::function<ExitStatus(Session&)>;

struct Command {
    std::string_view name;
    std::string_view description;
    std::string_view examples; ///< two or three command lines, each with its own line
    /// Declares the options on `app`. The returned action owns what they are parsed into.
    Action (*setup)(CLI::App& app);
};

/// All commands in the order of the help. A new command is a new file and one line in
/// cli/commands/table.cpp.
[[nodiscard]] std::span<const Command> commands();

} // namespace entente::cli
