// SPDX-License-Identifier: Apache-2.0
// `entente add`: articles in, store grown.
#include "cli/clock.hpp"
#include "cli/command.hpp"
#include "cli/graph_loading.hpp"
#include "cli/input_options.hpp"
#include "cli/interrupt.hpp"
#include "cli/output/diagnostics_printer.hpp"
#include "cli/output/store_report.hpp"
#include "core/store/store.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

namespace entente::cli {

namespace {

struct Options {
    std::string graph;
    InputOptions input;
    bool json = false;
};

std::string joined(const std::vector<std::string>& inputs)
{
    std::string all;
    for (const std::string& input : inputs) {
        all += (all.empty() ? "" : " ") + input;
    }
    return all;
}

/// Runs the pipeline into the store until its end, an error or Ctrl-C.
Status fill(store::Store& store, const extractors::Extractor& extractor, const Options& options,
            const extractors::PipelineOptions& pipeline, Session& session, Progress& progress,
            DiagnosticsPrinter& diagnostics, const InterruptGuard& interrupt, StoreReport& report)
{
    const auto stop = [] {
        return Error{ErrorCode::not_found, "interrupted"};
    };
    const auto skip = [&](const Article& article) -> Result<bool> {
        if (interrupt.interrupted()) {
            return stop();
        }
        auto current = store.is_current(article, extractor.version());
        if (current && *current) {
            ++report.unchanged;
        }
        return current;
    };
    const auto deliver = [&](extractors::Delivery delivery) -> Status {
        if (interrupt.interrupted()) {
            return stop();
        }
        std::vector<Mention>& mentions = delivery.reading.mentions;
        const std::size_t count = mentions.size();
        const auto outcome =
            store.add({delivery.article, std::move(mentions), std::string{extractor.version()}});
        if (!outcome) {
            return outcome.error();
        }
        report.count(*outcome, count);
        progress.show(report.done());
        return {};
    };
    const auto ran = extractors::run_pipeline(extractor, options.input.inputs, pipeline, session.in,
                                              diagnostics, skip, deliver);
    return ran ? Status{} : Status{ran.error()};
}

ExitStatus add(const Options& options, Session& session)
{
    auto pipeline = options.input.pipeline(session);
    if (!pipeline) {
        return fail(session, pipeline.error());
    }
    pipeline->delivered = extractors::Delivered::mentions;
    const auto extractor = options.input.extractor.load(session);
    if (!extractor) {
        return fail(session, extractor.error());
    }
    auto store = store::Store::open(options.graph, store::OpenMode::write_or_create);
    if (!store) {
        return fail(session, store.error());
    }
    if (const Status begun = store->begin_load(now_utc(), joined(options.input.inputs)); !begun) {
        return fail(session, begun.error());
    }
    Progress progress{session, "articles"};
    DiagnosticsPrinter diagnostics{session, &progress};
    const InterruptGuard interrupt;
    StoreReport report;
    const Status filled = fill(*store, **extractor, options, *pipeline, session, progress,
                               diagnostics, interrupt, report);
    progress.clear();
    // What was read before a failure is kept.
    const Status committed = store->commit();
    if (!filled && !interrupt.interrupted()) {
        return fail(session, filled.error());
    }
    if (!committed) {
        return fail(session, committed.error());
    }
    report.failed = diagnostics.errors();
    report.print(session, options.json);
    if (interrupt.interrupted()) {
        print_warning(session, Error{ErrorCode::not_found, "interrupted"}.hint(
                                   "run the same command again to add the rest"));
        return ExitStatus::incomplete;
    }
    if (report.done() == 0 && diagnostics.errors() == 0) {
        return fail(session, Error{ErrorCode::not_found, "the inputs hold no articles"}.hint(
                                 "name files or folders with articles in them"));
    }
    return diagnostics.status(report.done());
}

Action setup(CLI::App& app)
{
    auto options = std::make_shared<Options>();
    add_graph_argument(app, options->graph);
    options->input.attach(app);
    app.add_flag("--json", options->json, "Print the report as JSON");
    return [options](Session& session) {
        return add(*options, session);
    };
}

} // namespace

Command add_command()
{
    return {"add", "Read articles, extract relations and merge them into a store",
            "  entente add world.kg articles/\n"
            "  entente add world.kg --date 2022-02-24 report.txt\n"
            "  curl -s https://example.org/news.jsonl | entente add world.kg -\n",
            &setup};
}

} // namespace entente::cli
