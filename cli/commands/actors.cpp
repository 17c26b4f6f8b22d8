// SPDX-License-Identifier: Apache-2.0
// `entente actors`: look up actors and people by name or code; what the tables of offices lack.
#include "cli/article_reading.hpp"
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
    std::vector<std::string> queries; ///< or, with --stale, articles
    std::vector<std::string> files;
    std::size_t limit = 10;
    bool json = false;
    bool stale = false;
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
        const auto people = gazetteer->search_people(query, options.limit);
        if (found.empty() && people.empty()) {
            status =
                fail(session,
                     Error{ErrorCode::not_found, fmt::format("no actor named \"{}\"", query)}.hint(
                         "try a shorter part of the name"));
            continue;
        }
        if (options.json) {
            print_actors_json(session, found);
            print_people_json(session, *gazetteer, people);
            continue;
        }
        if (!found.empty()) {
            print_actors(session, found);
        }
        if (!people.empty()) {
            session.out << (found.empty() ? "" : "\n");
            print_people(session, *gazetteer, people);
        }
    }
    return status;
}

/// Reads articles and reports who is met in them without a term at their dates.
ExitStatus report_stale(const Options& options, Session& session)
{
    const auto gazetteer = actors::Gazetteer::load(options.files);
    const auto extractor = extractors::make_extractor({options.files, {}});
    if (!gazetteer || !extractor) {
        return fail(session, !gazetteer ? gazetteer.error() : extractor.error());
    }
    actors::Staleness staleness{*gazetteer};
    const auto read = read_articles(session, **extractor, options.queries, {},
                                    [&](const extractors::Delivery& delivery) {
                                        staleness.add(delivery.article, delivery.reading);
                                    });
    if (!read) {
        return fail(session, read.error());
    }
    const auto offices = staleness.offices();
    if (options.json) {
        print_stale_json(session, offices);
    } else {
        print_stale(session, offices);
    }
    return *read;
}

Action setup(CLI::App& app)
{
    auto options = std::make_shared<Options>();
    app.add_option("query", options->queries,
                   "Names, parts of names or codes; with --stale articles or folders, - for the "
                   "standard input")
        ->required()
        ->type_name("QUERY");
    attach_actor_files(app, options->files);
    app.add_option("--limit", options->limit, "How many to list for each; 10 by default")
        ->check(whole_number(1))
        ->type_name("N");
    app.add_flag("--stale", options->stale,
                 "List who is met in articles without a term of office at their dates, as rows to "
                 "paste");
    app.add_flag("--json", options->json, "Print one JSON object a line");
    return [options](Session& session) {
        return options->stale ? report_stale(*options, session) : look_up(*options, session);
    };
}

} // namespace

Command actors_command()
{
    return {"actors", "Look up actors and people by name or code",
            "  entente actors pakistan\n"
            "  entente actors PAK \"united nations\"\n"
            "  entente actors \"imran khan\"\n"
            "  entente actors --json taliban\n"
            "  entente actors --stale articles/ > more_offices.tsv\n",
            &setup};
}

} // namespace entente::cli
