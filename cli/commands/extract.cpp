// SPDX-License-Identifier: Apache-2.0
// `entente extract`: articles in, mentions out as JSON Lines, in the order of the input.
#include "cli/command.hpp"
#include "cli/input_options.hpp"
#include "cli/output/diagnostics_printer.hpp"
#include "core/mention_json.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace entente::cli {

namespace {

ExitStatus extract(const InputOptions& options, Session& session)
{
    auto pipeline = options.pipeline(session);
    if (!pipeline) {
        return fail(session, pipeline.error());
    }
    const auto extractor = options.extractor.load(session);
    if (!extractor) {
        return fail(session, extractor.error());
    }
    Progress progress{session, "articles"};
    DiagnosticsPrinter diagnostics{session, &progress};
    std::size_t done = 0;
    const auto deliver = [&](const extractors::Delivery& delivery) -> Status {
        for (const Mention& mention : delivery.reading.mentions) {
            session.out << to_json(mention) << '\n';
        }
        done += delivery.last ? 1 : 0;
        progress.show(done);
        return session.out ? Status{} : Status{Error{ErrorCode::write_failed, "output closed"}};
    };
    const auto ran = extractors::run_pipeline(**extractor, options.inputs, *pipeline, session.in,
                                              diagnostics, {}, deliver);
    progress.clear();
    // Output that fails is reported once, at the end of the program.
    if (!ran && session.out) {
        return fail(session, ran.error());
    }
    return diagnostics.status(done);
}

Action setup(CLI::App& app)
{
    auto options = std::make_shared<InputOptions>();
    options->attach(app);
    return [options](Session& session) {
        return extract(*options, session);
    };
}

} // namespace

Command extract_command()
{
    return {"extract", "Print the relations of articles as JSON Lines, in the order of the input",
            "  entente extract article.txt\n"
            "  cat articles.jsonl | entente extract - > mentions.jsonl\n"
            "  entente extract --threads 4 archive.warc.gz | jq -r .label\n",
            &setup};
}

} // namespace entente::cli
