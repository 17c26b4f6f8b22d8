// SPDX-License-Identifier: Apache-2.0
#include "cli/output/diagnostics_printer.hpp"

#include <fmt/format.h>

namespace entente::cli {

namespace {

void print(Session& session, Style style, std::string_view severity, const Error& error)
{
    session.out.flush(); // results and errors in the order in which they came
    session.err << fmt::format("entente: {} {}\n",
                               session.error_palette.paint(style, fmt::format("{}:", severity)),
                               error.message())
                << std::flush;
}

} // namespace

ExitStatus fail(Session& session, const Error& error)
{
    print(session, Style::red, "error", error);
    return exit_status(error.code());
}

void print_warning(Session& session, const Error& error)
{
    if (!session.quiet) {
        print(session, Style::yellow, "warning", error);
    }
}

void DiagnosticsPrinter::report(Diagnostic diagnostic)
{
    if (progress_ != nullptr) {
        progress_->clear();
    }
    switch (diagnostic.severity) {
    case Severity::error: {
        ++errors_;
        const ExitStatus status = fail(session_, diagnostic.error);
        worst_ = status > worst_ ? status : worst_;
        break;
    }
    case Severity::warning:
        print_warning(session_, diagnostic.error);
        break;
    case Severity::note:
        if (!session_.quiet) {
            print(session_, Style::dim, "note", diagnostic.error);
        }
        break;
    }
}

ExitStatus DiagnosticsPrinter::status(std::size_t done) const noexcept
{
    if (errors_ == 0) {
        return ExitStatus::done;
    }
    return done == 0 ? worst_ : ExitStatus::incomplete;
}

} // namespace entente::cli
