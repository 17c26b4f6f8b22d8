// SPDX-License-Identifier: Apache-2.0
// `entente explain`: how each sentence of a text was read.
#include "cli/command.hpp"
#include "cli/input_options.hpp"
#include "cli/output/diagnostics_printer.hpp"
#include "cli/output/trace_printer.hpp"
#include "cli/output/why_not.hpp"
#include "core/text.hpp"
#include "extractors/actors/gazetteer.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <filesystem>
#include <iterator>
#include <memory>
#include <system_error>

namespace entente::cli {

namespace {

struct Options {
    std::vector<std::string> words;
    std::string date;
    ExtractorOptions extractor;
    std::vector<std::string> pair; ///< of --why-not: none or two names
    bool json = false;
};

Result<Article> read_article(const Options& options, Session& session)
{
    std::string bytes;
    if (options.words.size() == 1 && options.words.front() == "-") {
        bytes.assign(std::istreambuf_iterator<char>{session.in}, {});
    } else {
        // No text is the name of a file by chance.
        std::error_code ignored;
        if (options.words.size() == 1 &&
            std::filesystem::is_regular_file(options.words.front(), ignored)) {
            return Error{ErrorCode::usage, "this is a file, not a text"}
                .at(options.words.front())
                .hint("to explain what is in it, write: entente explain - < FILE");
        }
        for (const std::string& word : options.words) {
            bytes += (bytes.empty() ? "" : " ") + word;
        }
    }
    auto decoded = articles::decode(bytes, {});
    if (!decoded) {
        return decoded.error();
    }
    if (text::trim(*decoded).empty()) {
        return Error{ErrorCode::usage, "the text is empty"}.hint(
            "write a sentence in quotes, or - to read the standard input");
    }
    const auto date = parse_date_option(options.date);
    if (!date) {
        return date.error();
    }
    Article article;
    article.text = std::move(*decoded);
    article.id = article_id(article.text);
    article.date = *date;
    return article;
}

/// The actors that --why-not names. Errors: not_found.
Result<AskedPair> asked_pair(const Options& options)
{
    const auto gazetteer = actors::Gazetteer::load(options.extractor.files.actor_files);
    if (!gazetteer) {
        return gazetteer.error();
    }
    AskedPair asked;
    for (std::size_t i = 0; i < 2; ++i) {
        const auto code = gazetteer->resolve(options.pair[i]);
        if (!code) {
            return Error{ErrorCode::not_found,
                         fmt::format("no actor named \"{}\"", options.pair[i])}
                .hint(fmt::format("look it up: entente actors \"{}\"", options.pair[i]));
        }
        (i == 0 ? asked.source : asked.target) = code->whole();
        (i == 0 ? asked.source_name : asked.target_name) = options.pair[i];
    }
    return asked;
}

ExitStatus explain(const Options& options, Session& session)
{
    const auto article = read_article(options, session);
    if (!article) {
        return fail(session, article.error());
    }
    const auto extractor = options.extractor.load(session);
    if (!extractor) {
        return fail(session, extractor.error());
    }
    CollectedTrace trace;
    const extractors::Reading reading = (*extractor)->read(*article, &trace);
    if (!options.pair.empty()) {
        const auto asked = asked_pair(options);
        if (!asked) {
            return fail(session, asked.error());
        }
        print_why_not(session, *article, reading, trace, *asked);
    } else if (options.json) {
        session.out << explanation_json(*article, reading, trace) << '\n';
    } else {
        print_explanation(session, *article, reading, trace);
    }
    return ExitStatus::done;
}

Action setup(CLI::App& app)
{
    auto options = std::make_shared<Options>();
    app.add_option("text", options->words, "The text, or - for the standard input")
        ->required()
        ->type_name("TEXT");
    app.add_option("--date", options->date, "Publication date, for \"yesterday\" and the like")
        ->type_name("DATE");
    options->extractor.attach(app);
    auto* why_not = app.add_option("--why-not", options->pair,
                                   "Tell which stage lost a relation between two actors");
    why_not->expected(2)->type_name("SOURCE TARGET");
    app.add_flag("--json", options->json, "Print one JSON object")->excludes(why_not);
    return [options](Session& session) {
        return explain(*options, session);
    };
}

} // namespace

Command explain_command()
{
    return {"explain", "Show how a text is read: words, actors, frames tried, relations found",
            "  entente explain \"Pakistan and Russia signed a deal to build a gas pipeline.\"\n"
            "  entente explain --date 2022-02-24 \"Khan visited Moscow yesterday.\"\n"
            "  entente explain --why-not Pakistan Russia - < article.txt\n"
            "  entente explain --json - < article.txt\n",
            &setup};
}

} // namespace entente::cli
