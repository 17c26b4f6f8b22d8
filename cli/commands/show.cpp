// SPDX-License-Identifier: Apache-2.0
// `entente show`: the dossier of an actor or of a pair.
#include "cli/command.hpp"
#include "cli/dossier.hpp"
#include "cli/output/diagnostics_printer.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace entente::cli {

namespace {

struct Options {
    std::string graph;
    std::vector<std::string> actors;
    std::size_t evidence = 5;
    FilterOptions filter;
};

ExitStatus show(const Options& options, Session& session)
{
    auto opened = open_graph(options.graph, options.filter);
    if (!opened) {
        return fail(session, opened.error());
    }
    std::vector<ActorCode> codes;
    for (const std::string& actor : options.actors) {
        const auto code = opened->names.resolve(actor);
        if (!code) {
            return fail(session, code.error());
        }
        codes.push_back(*code);
    }
    const Status shown = codes.size() == 1 ? print_actor_dossier(session, *opened, codes.front())
                                           : print_pair_dossier(session, *opened, codes.front(),
                                                                codes.back(), options.evidence);
    return shown ? ExitStatus::done : fail(session, shown.error());
}

Action setup(CLI::App& app)
{
    auto options = std::make_shared<Options>();
    add_graph_argument(app, options->graph);
    app.add_option("actors", options->actors, "One actor or two, by name or code")
        ->required()
        ->expected(1, 2)
        ->type_name("ACTOR");
    app.add_option("--evidence", options->evidence, "Sentences to show for a pair")->type_name("N");
    options->filter.attach(app);
    return [options](Session& session) {
        return show(*options, session);
    };
}

} // namespace

Command show_command()
{
    return {"show", "Show the dossier of an actor or of a pair of actors",
            "  entente show world.kg Pakistan\n"
            "  entente show world.kg Pakistan Russia --since 2014\n"
            "  entente show world.kg PAK \"United States\" --category ASSAULT --evidence 20\n",
            &setup};
}

} // namespace entente::cli
