// SPDX-License-Identifier: Apache-2.0
// `entente show`: the dossier of an actor or of a pair.
#include "cli/command.hpp"
#include "cli/dossier.hpp"
#include "cli/option_checks.hpp"
#include "cli/output/diagnostics_printer.hpp"
#include "cli/output/dossier_printer.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace entente::cli {

namespace {

struct Options {
    std::string graph;
    std::string actor;
    std::string other; ///< empty for the dossier of one actor
    std::size_t evidence = 5;
    bool json = false;
    FilterOptions filter;
};

template <typename Dossier>
ExitStatus print(Session& session, const Result<Dossier>& dossier, bool json)
{
    if (!dossier) {
        return fail(session, dossier.error());
    }
    if (json) {
        session.out << dossier_json(*dossier) << '\n';
    } else {
        print_dossier(session, *dossier);
    }
    return ExitStatus::done;
}

ExitStatus show(const Options& options, Session& session)
{
    auto opened = open_graph(options.graph, options.filter);
    if (!opened) {
        return fail(session, opened.error());
    }
    const auto actor = opened->names.resolve(options.actor);
    if (!actor) {
        return fail(session, actor.error());
    }
    if (options.other.empty()) {
        return print(session, make_actor_dossier(*opened, *actor), options.json);
    }
    const auto other = opened->names.resolve(options.other);
    if (!other) {
        return fail(session, other.error());
    }
    return print(session, make_pair_dossier(*opened, *actor, *other, options.evidence),
                 options.json);
}

Action setup(CLI::App& app)
{
    auto options = std::make_shared<Options>();
    add_graph_argument(app, options->graph);
    app.add_option("actor", options->actor, "An actor, by name or code")
        ->required()
        ->type_name("ACTOR");
    app.add_option("other", options->other, "Another one: the dossier is of what is between them")
        ->type_name("ACTOR");
    app.add_option("--evidence", options->evidence, "Sentences to show for a pair; 5 by default")
        ->check(whole_number(0))
        ->type_name("N");
    app.add_flag("--json", options->json, "Print one JSON object");
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
            "  entente show world.kg PAK \"United States\" --category ASSAULT --evidence 20\n"
            "  entente show world.kg Pakistan --json | jq '.relations[].label'\n",
            &setup};
}

} // namespace entente::cli
