// SPDX-License-Identifier: Apache-2.0
// Where the shell's lines come from: an editor with history on a terminal, a plain stream
// elsewhere.
#pragma once

#include "cli/repl/words.hpp"
#include "cli/session.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace entente::cli::repl {

class LineSource {
public:
    LineSource() = default;
    LineSource(const LineSource&) = delete;
    LineSource& operator=(const LineSource&) = delete;
    virtual ~LineSource() = default;

    /// The next line without its end; none at the end of input. Ctrl-C gives an empty line.
    [[nodiscard]] virtual std::optional<std::string> next() = 0;
};

/// What may stand at the end of the line up to the cursor.
using Completer = std::function<Completion(std::string_view line)>;

/// Editing, completion and a history kept in $XDG_STATE_HOME/entente/history (or ~/.local/state)
/// where input and output are terminals; else `session.in` line by line.
[[nodiscard]] std::unique_ptr<LineSource> make_line_source(Session& session, Completer completer);

} // namespace entente::cli::repl
