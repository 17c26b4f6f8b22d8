// SPDX-License-Identifier: Apache-2.0
#include "cli/input_options.hpp"

#include "cli/output/diagnostics_printer.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace entente::cli {

void attach_actor_files(CLI::App& app, std::vector<std::string>& files)
{
    app.add_option("--actors", files,
                   "More actors: tables as in datasets/actors, or dictionaries of PETRARCH and "
                   "TABARI")
        ->allow_extra_args(false)
        ->type_name("FILE");
}

void ExtractorOptions::attach(CLI::App& app)
{
    attach_actor_files(app, files.actor_files);
    app.add_option("--lexicon,--frames", files.lexicon_files,
                   "More frames: tables as in datasets/lexicon")
        ->allow_extra_args(false)
        ->type_name("FILE");
}

Result<std::unique_ptr<extractors::Extractor>> ExtractorOptions::load(Session& session) const
{
    DiagnosticsPrinter diagnostics{session};
    return extractors::make_extractor(files, &diagnostics);
}

void InputOptions::attach(CLI::App& app)
{
    app.add_option("input", inputs, "Files, folders, or - for the standard input")
        ->required()
        ->type_name("INPUT");
    app.add_option("--date", date, "Publication date of articles that state none")
        ->type_name("DATE");
    app.add_option("--encoding", encoding, "Encoding of the inputs; detected by default")
        ->type_name("NAME");
    extractor.attach(app);
}

Result<std::optional<PartialDate>> parse_date_option(const std::string& text)
{
    if (text.empty()) {
        return std::optional<PartialDate>{};
    }
    const auto parsed = PartialDate::parse(text);
    if (!parsed) {
        return Error{ErrorCode::bad_value, fmt::format("--date: \"{}\" is no date", text)}.hint(
            "write YYYY, YYYY-MM or YYYY-MM-DD");
    }
    return std::optional{*parsed};
}

Result<extractors::PipelineOptions> InputOptions::pipeline(const Session& session) const
{
    extractors::PipelineOptions options;
    const auto parsed = parse_date_option(date);
    if (!parsed) {
        return parsed.error();
    }
    options.read.date = *parsed;
    // An unknown encoding would fail every article; better said once and before any work.
    if (!encoding.empty() && !articles::decode("text", encoding)) {
        return Error{ErrorCode::bad_value, fmt::format("--encoding: unknown name \"{}\"", encoding)}
            .hint("write an IANA name such as UTF-8, windows-1252 or ISO-8859-15");
    }
    options.read.encoding = encoding;
    options.threads = session.threads;
    return options;
}

} // namespace entente::cli
