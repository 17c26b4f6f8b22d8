// SPDX-License-Identifier: Apache-2.0
// `entente actors`: look up an actor by name or code.
#include "cli/command.hpp"
#include "cli/input_options.hpp"
#include "cli/option_checks.hpp"
#include "cli/output/actor_list.hpp"
#include "cli/output/diagnostics_printer.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

namespace entente::cli {

namespace {

struct Options {
    std::vector<std::string> queries;
    std::vector<std::string> files;
    std::size_t limit = 10;
    bool json = false;
};

ExitStatus look_up(const Options& options, Session& session)
{
    DiagnosticsPrinter diagnostics{session};
    const auto gazetteer = actors::Gazetteer::load(options.files, &diagnostics);
    if (!gazetteer) {
        return fail(session, gazetteer.error());
    }
    ExitStatus status = ExitStatus::done;
    for (const std::string& query : options.queries) {
        const auto found = gazetteer->search(query, options.limit);
        if (found.empty()) {
            status =
                fail(session,
                     Error{ErrorCode::not_found, fmt::format("no actor named \"{}\"", query)}.hint(
                         "try a shorter part of the name"));
        } else if (options.json) {
            print_actors_json(session, found);
        } else {
            print_actors(session, found);
        }
    }
    return status;
}

Action setup(CLI::App& app)
{
    auto options = std::make_shared<Options>();
    app.add_option("query", options->queries, "Names, parts of names or codes")
        ->required()
        ->type_name("QUERY");
    attach_actor_files(app, options->files);
    app.add_option("--limit", options->limit, "How many to list for each; 10 by default")
        ->check(whole_number(1))
        ->type_name("N");
    app.add_flag("--json", options->json, "Print one JSON object a line");
    return [options](Session& session) {
        return look_up(*options, session);
    };
}

} // namespace

Command actors_command()
{
    return {"actors", "Look up actors by name or code",
            "  entente actors pakistan\n"
            "  entente actors PAK \"united nations\"\n"
            "  entente actors --json taliban\n",
            &setup};
}

} // namespace entente::cli
