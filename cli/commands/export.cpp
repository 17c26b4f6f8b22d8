// SPDX-License-Identifier: Apache-2.0
// `entente export`: the graph as a file or picture.
#include "cli/command.hpp"
#include "cli/exporting.hpp"
#include "cli/graph_loading.hpp"
#include "cli/output/counted.hpp"
#include "cli/output/diagnostics_printer.hpp"
#include "cli/picture_flags.hpp"
#include "core/text.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

namespace entente::cli {

namespace {

struct Options {
    std::string graph;
    std::string output;
    std::string format;
    std::string title;
    FilterOptions filter;
    PictureFlags picture;
};

ExitStatus run_export(const Options& options, Session& session)
{
    // "-" is the standard output, as it is the standard input elsewhere.
    const std::string file = options.output == "-" ? "" : options.output;
    const auto format = find_format(options.format, file);
    if (!format) {
        return fail(session, format.error());
    }
    if (file.empty() && (*format)->binary && session.terminal.output) {
        return fail(
            session,
            Error{ErrorCode::usage, fmt::format("{} is not for a terminal", (*format)->name)}.hint(
                "name a file with -o FILE"));
    }
    const auto picture = options.picture.resolve();
    if (!picture) {
        return fail(session, picture.error());
    }
    const auto opened = open_graph(options.graph, options.filter);
    if (!opened) {
        return fail(session, opened.error());
    }
    auto loaded = load_relations(opened->store, opened->filter, Ontology::builtin());
    if (!loaded) {
        return fail(session, loaded.error());
    }
    if (loaded->relations.empty()) {
        print_warning(session, Error{ErrorCode::not_found, "no relation passes the filters"}
                                   .at(options.graph)
                                   .hint("see what is there with `entente stats`"));
    }
    const std::size_t count = loaded->relations.size();
    const std::size_t total = loaded->total;
    exporters::Written written;
    const Status done = write_export(**format, opened->store, opened->filter, std::move(*loaded),
                                     options.title, file, session, *picture, &written);
    if (!done) {
        return session.out ? fail(session, done.error()) : ExitStatus::unreadable;
    }
    if (!file.empty() && !session.quiet) {
        session.out << fmt::format("{} of {} in {}{}\n", count, counted(total, "relation"),
                                   text::printable(file), describe_written(**format, written));
    }
    return count > 0 ? ExitStatus::done : ExitStatus::incomplete;
}

Action setup(CLI::App& app)
{
    auto options = std::make_shared<Options>();
    add_graph_argument(app, options->graph);
    app.add_option(
           "-o,--output", options->output,
           "The file or folder, or - for the standard output; its extension tells the format")
        ->type_name("FILE");
    std::string names;
    for (const exporters::Format& format : exporters::formats()) {
        names += fmt::format("{}{}", names.empty() ? "" : ", ", format.name);
    }
    app.add_option("-f,--format", options->format, "One of: " + names)->type_name("NAME");
    app.add_option("--title", options->title, "Headline of a picture")->type_name("TEXT");
    options->picture.attach(app);
    options->filter.attach(app);
    return [options](Session& session) {
        return run_export(*options, session);
    };
}

} // namespace

Command export_command()
{
    return {"export", "Write the graph as a picture, for a graph program or as data",
            "  entente export world.kg -o world.svg --top 40\n"
            "  entente export world.kg -o blocs.pdf --theme print --colour region --cluster blocs\n"
            "  entente export world.kg -o pair.timeline.svg --between Pakistan,Russia\n"
            "  entente export world.kg -o pak.graphml --actor Pakistan --since 2014\n"
            "  entente export world.kg --format json --group category | jq .\n"
            "  entente export world.kg --format cypher | cypher-shell\n"
            "  entente export world.kg -o world.kuzu\n",
            &setup};
}

} // namespace entente::cli
