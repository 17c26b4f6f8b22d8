// SPDX-License-Identifier: Apache-2.0
// `entente merge`: stores and mention files into one store.
#include "cli/clock.hpp"
#include "cli/command.hpp"
#include "cli/graph_loading.hpp"
#include "cli/mention_file.hpp"
#include "cli/output/diagnostics_printer.hpp"
#include "cli/output/store_report.hpp"
#include "core/store/store.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <fstream>
#include <memory>

namespace entente::cli {

namespace {

struct Options {
    std::string graph;
    std::vector<std::string> parts;
};

/// Every SQLite file begins with these bytes; a mention file begins with '{'.
bool looks_like_store(const std::string& file)
{
    constexpr std::string_view kMagic = "SQLite format 3";
    std::ifstream in{file, std::ios::binary};
    std::string head(kMagic.size(), '\0');
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    return in && head == kMagic;
}

Status merge_mentions(store::Store& store, const std::string& file, Session& session,
                      Diagnostics& diagnostics, StoreReport& report)
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
        report.count(*outcome, extracted.mentions.size());
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
    StoreReport report;
    std::size_t merged = 0;
    for (const std::string& part : options.parts) {
        Status done = looks_like_store(part)
                          ? store->merge_store(part)
                          : merge_mentions(*store, part, session, diagnostics, report);
        if (done) {
            done = store->commit();
        }
        if (done) {
            ++merged;
        } else {
            diagnostics.error(done.error());
        }
    }
    if (!session.quiet) {
        session.out << fmt::format("merged {} of {} part{}\n", merged, options.parts.size(),
                                   options.parts.size() == 1 ? "" : "s");
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
