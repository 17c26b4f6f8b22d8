// SPDX-License-Identifier: Apache-2.0
#include "cli/repl/shell.hpp"

#include "cli/output/counted.hpp"
#include "cli/output/diagnostics_printer.hpp"
#include "cli/output/terminal_size.hpp"
#include "cli/querying.hpp"
#include "cli/repl/commands.hpp"
#include "cli/repl/completion.hpp"
#include "core/suggest.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente::cli::repl {

namespace {

constexpr std::size_t kLongestLine = 1U << 20U;

/// The first word of a line and what follows it.
std::pair<std::string_view, std::string_view> split_command(std::string_view line)
{
    line = text::trim(line);
    const std::size_t end = std::min(line.find_first_of(" \t("), line.size());
    return {line.substr(0, end), text::trim(line.substr(end))};
}

} // namespace

Status Shell::open(const std::string& file)
{
    auto opened = open_graph(file, FilterOptions{});
    if (!opened) {
        return opened.error();
    }
    if (session_.terminal.output && !session_.quiet) {
        const auto statistics = opened->store.statistics();
        if (!statistics) {
            return statistics.error();
        }
        session_.out << fmt::format(
            "{}: {}, {}, {}\n", text::printable(file),
            counted(static_cast<std::size_t>(statistics->articles), "article"),
            counted(static_cast<std::size_t>(statistics->mentions), "mention"),
            counted(static_cast<std::size_t>(statistics->actors), "actor"));
    }
    graph_ = std::move(*opened);
    listed_.clear();
    return {};
}

Result<OpenedGraph*> Shell::graph()
{
    if (!graph_) {
        return Error{ErrorCode::usage, "no graph is open"}.hint("write: open GRAPH.kg");
    }
    return &*graph_;
}

ActorNames& Shell::names() noexcept
{
    return graph_ ? graph_->names : names_;
}

bool Shell::run_line(std::string_view line)
{
    const auto [name, rest] = split_command(line);
    if (name.empty() || name.front() == '#') {
        return true;
    }
    const auto refuse = [&](const Error& error) {
        failed_ = true;
        fail(session_, error);
    };
    if (line.size() > kLongestLine || !text::is_valid_utf8(line)) {
        refuse(Error{ErrorCode::usage, "the line is no UTF-8 text of reasonable length"}.hint(
            "type `help`"));
        return true;
    }
    const ShellCommand* command = find_command(name);
    if (command == nullptr) {
        refuse(Error{ErrorCode::usage, fmt::format("unknown command \"{}\"", name)}.hint(
            did_you_mean(name, command_names(), "`help` lists the commands")));
        return true;
    }
    const Status done = command->run(*this, rest);
    if (!done) {
        failed_ = true;
        fail_query(session_, fmt::format("{} {}", name, rest), done.error());
    }
    return !leaving_;
}

ExitStatus Shell::run()
{
    const bool interactive = session_.terminal.input && session_.terminal.output;
    if (interactive && !session_.quiet) {
        session_.out << "`help` lists the commands, `quit` leaves.\n";
    }
    const auto lines = make_line_source(
        session_, [this](std::string_view line) { return complete_line(names(), line); });
    while (session_.out) {
        const auto line = lines->next();
        if (session_.terminal.may_resize) {
            session_.terminal.columns = terminal_columns();
        }
        if (!line || !run_line(*line)) {
            break;
        }
    }
    return failed_ && !interactive ? ExitStatus::incomplete : ExitStatus::done;
}

} // namespace entente::cli::repl
