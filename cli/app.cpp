// SPDX-License-Identifier: Apache-2.0
#include "cli/app.hpp"

#include "cli/command.hpp"
#include "cli/option_checks.hpp"
#include "cli/output/descriptor_buffer.hpp"
#include "cli/output/diagnostics_printer.hpp"
#include "cli/output/terminal_size.hpp"
#include "cli/usage.hpp"
#include "core/suggest.hpp"
#include "core/version.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <iostream>
#include <map>
#include <memory>

namespace entente::cli {

namespace {

struct GlobalOptions {
    bool quiet = false;
    bool no_color = false;
    std::size_t threads = 0;
    std::size_t width = 0;
};

void add_global_options(CLI::App& app, GlobalOptions& globals)
{
    const std::string group = "Global options";
    app.set_help_flag("-h,--help", "Print this help and exit")->group(group);
    app.add_flag("-q,--quiet", globals.quiet, "Print errors only")->group(group);
    app.add_flag("--no-color,--no-colour", globals.no_color, "No colours on a terminal")
        ->group(group);
    app.add_option("--threads", globals.threads, "Cores to use; 0 takes all")
        ->check(whole_number(0, 4096))
        ->group(group)
        ->type_name("N");
    app.add_option("--width", globals.width, "Fit tables into N columns; the terminal's by default")
        ->check(whole_number(20, 10000))
        ->group(group)
        ->type_name("N");
}

std::vector<std::string> command_names()
{
    std::vector<std::string> names;
    for (const Command& command : commands()) {
        names.emplace_back(command.name);
    }
    return names;
}

/// The first argument that is no option: the name of the command; empty where there is none.
std::string_view command_argument(const std::vector<std::string>& arguments)
{
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (arguments[i] == "--threads" || arguments[i] == "--width") {
            ++i;
        } else if (arguments[i].empty() || arguments[i].front() != '-') {
            return arguments[i];
        }
    }
    return {};
}

std::string help_hint(const CLI::App* command)
{
    return command == nullptr ? "run `entente --help`"
                              : fmt::format("run `entente {} --help`", command->get_name());
}

/// Reports output that was lost. A reader that has gone away, as in `entente … | head`, is none.
ExitStatus finish_output(Session& session, ExitStatus status)
{
    if (session.out.flush()) {
        return status;
    }
    const auto* buffer = dynamic_cast<const DescriptorBuffer*>(session.out.rdbuf());
    const int reason = buffer == nullptr ? 0 : buffer->error();
    if (reason == EPIPE) {
        return ExitStatus::done;
    }
    const std::string why = reason == 0 ? "" : fmt::format(": {}", std::strerror(reason));
    return fail(session, Error{ErrorCode::write_failed, "output not written" + why}
                             .at("standard output")
                             .hint("free space there or write to another place"));
}

ExitStatus run_command(const std::vector<std::string>& arguments, Session& session)
{
    GlobalOptions globals;
    CLI::App root{"Builds geopolitical knowledge graphs from news articles.", "entente"};
    add_global_options(root, globals);
    root.set_version_flag("--version", fmt::format("entente {}", kVersion),
                          "Print the version and exit")
        ->group("Global options");
    root.require_subcommand(1);
    root.get_formatter()->label("SUBCOMMAND", "COMMAND");
    root.footer("Exit status: 0 done, 1 some articles failed or nothing was found, 2 wrong usage,\n"
                "3 unreadable input or store, 70 internal error.\n"
                "Run `entente COMMAND --help` for options and examples.");
    std::map<const CLI::App*, Action> actions;
    for (const Command& command : commands()) {
        CLI::App* app =
            root.add_subcommand(std::string{command.name}, std::string{command.description});
        app->group("Commands");
        app->footer(fmt::format("Examples:\n{}", command.examples));
        actions[app] = command.setup(*app);
        add_global_options(*app, globals);
    }

    const std::string_view name = command_argument(arguments);
    const std::vector<std::string> names = command_names();
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) {
        return fail(session,
                    Error{ErrorCode::usage, fmt::format("unknown command \"{}\"", name)}.hint(
                        did_you_mean(name, names, help_hint(nullptr))));
    }
    try {
        root.parse(std::vector<std::string>{arguments.rbegin(), arguments.rend()});
    } catch (const CLI::CallForHelp&) {
        session.out << root.help();
        return ExitStatus::done;
    } catch (const CLI::CallForVersion& version) {
        session.out << version.what() << '\n';
        return ExitStatus::done;
    } catch (const CLI::ParseError& problem) {
        if (name.empty()) {
            return fail(session, Error{ErrorCode::usage, "no command"}.hint(help_hint(nullptr)));
        }
        const auto parsed = root.get_subcommands();
        const CLI::App* command = parsed.empty() ? nullptr : parsed.front();
        return fail(session,
                    usage_error(command == nullptr ? root : *command, problem, help_hint(command)));
    }
    session.quiet = globals.quiet;
    session.threads = globals.threads;
    if (globals.width != 0) {
        session.terminal.columns = globals.width;
        session.terminal.may_resize = false;
    }
    if (globals.no_color) {
        session.palette = Palette{false};
        session.error_palette = Palette{false};
    }
    return actions.at(root.get_subcommands().front())(session);
}

} // namespace

int run(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out,
        std::ostream& err, const Terminal& terminal)
{
    Session session{in,
                    out,
                    err,
                    terminal,
                    Palette{wants_colours(terminal.output)},
                    Palette{wants_colours(terminal.errors)}};
    try {
        return static_cast<int>(finish_output(session, run_command(arguments, session)));
    } catch (const std::exception& problem) {
        const auto status =
            fail(session,
                 Error{ErrorCode::internal, fmt::format("internal error: {}", problem.what())}.hint(
                     "please report it with the command line and its input"));
        return static_cast<int>(status);
    }
}

int run(int argc, char** argv)
{
    // Writing to a closed pipe or over a size limit is then an error of that write.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    Terminal terminal;
    terminal.input = ::isatty(STDIN_FILENO) != 0;
    terminal.output = ::isatty(STDOUT_FILENO) != 0;
    terminal.errors = ::isatty(STDERR_FILENO) != 0;
    terminal.columns = terminal.output ? terminal_columns() : 0;
    terminal.may_resize = terminal.output;
    DescriptorBuffer buffer{STDOUT_FILENO};
    std::ostream out{&buffer};
    std::ios::sync_with_stdio(false);
    return run(std::vector<std::string>(argv + std::min(argc, 1), argv + argc), std::cin, out,
               std::cerr, terminal);
}

} // namespace entente::cli
