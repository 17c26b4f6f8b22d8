// SPDX-License-Identifier: Apache-2.0
// `entente analyze`: the linguistic layers of articles.
#include "cli/article_reading.hpp"
#include "cli/command.hpp"
#include "cli/input_options.hpp"
#include "cli/output/conllu.hpp"
#include "cli/output/diagnostics_printer.hpp"
#include "cli/output/reading_json.hpp"
#include "core/suggest.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

namespace entente::cli {

namespace {

struct Options {
    InputOptions input;
    std::string format = "json";
};

ExitStatus analyze(const Options& options, Session& session)
{
    const bool conllu = options.format == "conllu";
    if (!conllu && options.format != "json") {
        return fail(session, Error{ErrorCode::unsupported_format,
                                   fmt::format("--format: unknown format \"{}\"", options.format)}
                                 .hint(did_you_mean(options.format, {"json", "conllu"},
                                                    "write json or conllu")));
    }
    const auto pipeline = options.input.pipeline(session);
    if (!pipeline) {
        return fail(session, pipeline.error());
    }
    const auto extractor = options.input.extractor.load(session);
    if (!extractor) {
        return fail(session, extractor.error());
    }
    ConlluWriter conllu_writer;
    ReadingWriter json_writer;
    const auto read = read_articles(session, **extractor, options.input.inputs, *pipeline,
                                    [&](const extractors::Delivery& delivery) {
                                        if (conllu) {
                                            session.out << conllu_writer.write(delivery);
                                        } else {
                                            json_writer.write(session.out, delivery);
                                        }
                                    });
    return read ? *read : fail(session, read.error());
}

Action setup(CLI::App& app)
{
    auto options = std::make_shared<Options>();
    options->input.attach(app);
    app.add_option("-f,--format", options->format, "json (one object a line) or conllu")
        ->type_name("NAME");
    return [options](Session& session) {
        return analyze(*options, session);
    };
}

} // namespace

Command analyze_command()
{
    return {"analyze", "Print sentences, words, trees, entities, actors and dates of articles",
            "  entente analyze article.txt | jq '.actors[].name'\n"
            "  entente analyze --format conllu articles/ > corpus.conllu\n",
            &setup};
}

} // namespace entente::cli
