// SPDX-License-Identifier: Apache-2.0
// Errors, warnings and notes as lines on the error stream.
#pragma once

#include "cli/output/progress.hpp"
#include "cli/session.hpp"
#include "core/diagnostics.hpp"

#include <cstddef>

namespace entente::cli {

/// Prints an error as one line and gives the exit status that it asks for.
ExitStatus fail(Session& session, const Error& error);

/// Prints "entente: warning: …".
void print_warning(Session& session, const Error& error);

/// Prints what libraries report, and counts it. When quiet, only errors are printed.
class DiagnosticsPrinter final : public Diagnostics {
public:
    explicit DiagnosticsPrinter(Session& session, Progress* progress = nullptr)
        : session_{session}
        , progress_{progress}
    {}

    void report(Diagnostic diagnostic) override;

    [[nodiscard]] std::size_t errors() const noexcept { return errors_; }

    /// The status of a run that went through `done` articles: incomplete where some failed,
    /// unreadable where an input could not be read and nothing else was there.
    [[nodiscard]] ExitStatus status(std::size_t done) const noexcept;

private:
    Session& session_;
    Progress* progress_;
    std::size_t errors_ = 0;
    ExitStatus worst_ = ExitStatus::done;
};

} // namespace entente::cli
