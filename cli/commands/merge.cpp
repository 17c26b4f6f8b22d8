// SPDX-License-Identifier: Apache-2.0
// `entente merge`: stores and mention files into one store.
#include "cli/clock.hpp"
#include "cli/command.hpp"
#include "cli/graph_loading.hpp"
#include "cli/mention_file.hpp"
#include "cli/output/counted.hpp"
#include "cli/output/diagnostics_printer.hpp"
#include "cli/output/json.hpp"
#include "cli/store_file.hpp"
#include "core/store/store.hpp"
#include "core/text.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

namespace entente::cli {

namespace {

struct Options {
    std::string graph;
    std::vector<std::string> parts;
    bool json = false;
};

Status merge_mentions(store::Store& store, const std::string& file, Session& session,
                      Diagnostics& diagnostics)
{
    const auto articles = read_mention_file(file, session.in, diagnostics);
    if (!articles) {
        return articles.error();
    }
    for (const store::Extracted& extracted : *articles) {
        const auto outcome = store.merge(extracted);
        if (!outcome) {
            return outcome.error();
        }
    }
    return {};
}

/// Says how many parts were merged and what the store holds now.
Status report(const store::Store& store, std::size_t merged, const Options& options,
              Session& session)
{
    if (session.quiet && !options.json) {
        return {};
    }
    const auto now = store.statistics();
    if (!now) {
        return now.error();
    }
    const std::size_t parts = options.parts.size();
    if (options.json) {
        Json json;
        json.begin_object().key("parts").number(parts).key("merged").number(merged);
        json.key("articles").integer(now->articles).key("mentions").integer(now->mentions);
        session.out << json.end_object().line() << '\n';
    } else {
        session.out << fmt::format("merged {} of {}; {} holds {}, {}\n", merged,
                                   counted(parts, "part"), text::printable(options.graph),
                                   counted(static_cast<std::size_t>(now->articles), "article"),
                                   counted(static_cast<std::size_t>(now->mentions), "mention"));
    }
    return {};
}

ExitStatus merge(const Options& options, Session& session)
{
    auto store = store::Store::open(options.graph, store::OpenMode::write_or_create);
    if (!store) {
        return fail(session, store.error());
    }
    std::string origin = "merge";
    for (const std::string& part : options.parts) {
        origin += " " + part;
    }
    if (const Status begun = store->begin_load(now_utc(), origin); !begun) {
        return fail(session, begun.error());
    }
    DiagnosticsPrinter diagnostics{session};
    std::size_t merged = 0;
    for (const std::string& part : options.parts) {
        Status done = looks_like_store(part) ? store->merge_store(part)
                                             : merge_mentions(*store, part, session, diagnostics);
        if (done) {
            done = store->commit();
        }
        if (done) {
            ++merged;
        } else {
            diagnostics.error(done.error());
        }
    }
    const Status reported = report(*store, merged, options, session);
    if (!reported) {
        return fail(session, reported.error());
    }
    return diagnostics.status(merged);
}

Action setup(CLI::App& app)
{
    auto options = std::make_shared<Options>();
    add_graph_argument(app, options->graph);
    app.add_option("part", options->parts, "Stores, or mention files as `extract` prints them")
        ->required()
        ->type_name("PART");
    app.add_flag("--json", options->json, "Print the report as JSON");
    return [options](Session& session) {
        return merge(*options, session);
    };
}

} // namespace

Command merge_command()
{
    return {"merge",
            "Merge stores or mention files into a store; order and repetition do not matter",
            "  entente merge world.kg monday.kg tuesday.kg\n"
            "  entente merge world.kg parts/part-*.jsonl\n",
            &setup};
}

} // namespace entente::cli
