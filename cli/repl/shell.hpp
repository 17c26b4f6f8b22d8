// SPDX-License-Identifier: Apache-2.0
// The shell: an open graph, a filter, and the relations listed last.
#pragma once

#include "cli/graph_loading.hpp"
#include "cli/repl/line_editor.hpp"
#include "cli/session.hpp"
#include "core/error.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::cli::repl {

class Shell {
public:
    explicit Shell(Session& session)
        : session_{session}
    {}

    /// Opens a store in place of the one that is open. Errors: those of Store::open.
    [[nodiscard]] Status open(const std::string& file);

    /// Runs one line; an error is printed and remembered. False when the user wants to leave.
    bool run_line(std::string_view line);

    /// Reads lines until the end. The status is incomplete where a line of a script failed; on a
    /// terminal errors have been seen and the status is done.
    [[nodiscard]] ExitStatus run();

    /// What the commands work with.
    [[nodiscard]] Session& session() noexcept { return session_; }

    /// Errors: usage where no graph is open.
    [[nodiscard]] Result<OpenedGraph*> graph();
    /// Names of the open graph, or the gazetteer's alone.
    [[nodiscard]] ActorNames& names() noexcept;

    [[nodiscard]] std::vector<graph::Relation>& listed() noexcept { return listed_; }

    void leave() noexcept { leaving_ = true; }

private:
    Session& session_;
    std::optional<OpenedGraph> graph_;
    ActorNames names_;
    std::vector<graph::Relation> listed_;
    bool leaving_ = false;
    bool failed_ = false;
};

} // namespace entente::cli::repl
