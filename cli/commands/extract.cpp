// SPDX-License-Identifier: Apache-2.0
// `entente extract`: articles in, mentions out as JSON Lines, in the order of the input.
#include "cli/article_reading.hpp"
#include "cli/command.hpp"
#include "cli/input_options.hpp"
#include "cli/option_checks.hpp"
#include "cli/output/diagnostics_printer.hpp"
#include "core/mention_json.hpp"

#include <CLI/CLI.hpp>

#include <memory>

namespace entente::cli {

namespace {

struct ExtractOptions {
    InputOptions input;
    double min_confidence = 0.0;
};

ExitStatus extract(const ExtractOptions& options, Session& session)
{
    auto pipeline = options.input.pipeline(session);
    if (!pipeline) {
        return fail(session, pipeline.error());
    }
    const auto extractor = options.input.extractor.load(session);
    if (!extractor) {
        return fail(session, extractor.error());
    }
    const auto read = read_articles(session, **extractor, options.input.inputs, *pipeline,
                                    [&](const extractors::Delivery& delivery) {
                                        for (const Mention& mention : delivery.reading.mentions) {
                                            if (mention.confidence >= options.min_confidence) {
                                                session.out << to_json(mention) << '\n';
                                            }
                                        }
                                    });
    return read ? *read : fail(session, read.error());
}

Action setup(CLI::App& app)
{
    auto options = std::make_shared<ExtractOptions>();
    options->input.attach(app);
    app.add_option("--min-confidence", options->min_confidence,
                   "Relations at least as certain, 0 to 1")
        ->check(share_of_one())
        ->type_name("P");
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
            "  entente extract --min-confidence 0.7 articles/\n"
            "  zcat articles.jsonl.gz | entente extract --threads 4 - | jq -r .label\n",
            &setup};
}

} // namespace entente::cli
