// SPDX-License-Identifier: Apache-2.0
// `entente gaps`: what the tables lack for given articles, as lines to fill in.
#include "extractors/relations/gaps.hpp"

#include "cli/article_reading.hpp"
#include "cli/command.hpp"
#include "cli/input_options.hpp"
#include "cli/option_checks.hpp"
#include "cli/output/diagnostics_printer.hpp"
#include "cli/output/json.hpp"
#include "core/ontology.hpp"
#include "core/text.hpp"
#include "extractors/relations/lexicon.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <memory>

namespace entente::cli {

namespace {

struct Options {
    InputOptions input;
    std::size_t top = 20;
    bool json = false;
};

/// A comment line above a row: how often, between whom, and the first sentence.
void print_reason(Session& session, std::size_t times, const std::string& between,
                  const std::string& example)
{
    session.out << text::printable(fmt::format("# {} time{}, {}: {}", times, times == 1 ? "" : "s",
                                               between, example))
                << '\n';
}

void print_predicates(Session& session, const std::vector<relations::PredicateGap>& gaps,
                      bool verbs, std::size_t top)
{
    session.out << (verbs ? "# verbs.tsv: put a category for the ?\n"
                            "lemma\tparticle\tobject\troles\tcategory\tmode\ttopics\tlabel\t"
                            "confidence\n"
                          : "# nouns.tsv: put a category for the ?\n"
                            "lemma\tnumber\troles\tcategory\tmode\ttopics\tlabel\tconfidence\n");
    std::size_t shown = 0;
    for (const relations::PredicateGap& gap : gaps) {
        if (gap.is_verb != verbs || shown++ >= top) {
            continue;
        }
        print_reason(session, gap.times, gap.source + " and " + gap.target, gap.example);
        session.out << (verbs ? fmt::format("{}\t\t\tsubj>{}\t?\t\t\t{}\t0.5\n",
                                            text::printable(gap.lemma), gap.place,
                                            text::printable(gap.lemma))
                              : fmt::format("{}\t\tposs>{}\t?\t\t\t{}\t0.5\n",
                                            text::printable(gap.lemma), gap.place,
                                            text::printable(gap.lemma)));
    }
}

void print_names(Session& session, const std::vector<relations::NameGap>& gaps, std::size_t top)
{
    session.out << "# actors: correct the kind\ncode\tkind\tname\n";
    for (const relations::NameGap& gap : gaps) {
        const std::string slug = slug_of(gap.name);
        if (top == 0 || slug.empty()) {
            continue;
        }
        --top;
        print_reason(session, gap.times, "beside " + gap.other, gap.example);
        session.out << fmt::format("{}\t{}\t{}\n", slug,
                                   gap.type == "NORP" ? "population" : "group",
                                   text::printable(gap.name));
    }
}

void print_json(Session& session, const relations::Gaps& gaps, std::size_t top)
{
    std::size_t shown = 0;
    for (const relations::PredicateGap& gap : gaps.predicates()) {
        if (shown++ >= top) {
            break;
        }
        Json json;
        json.begin_object().key("gap").text(gap.is_verb ? "verb" : "noun");
        json.key("lemma").text(gap.lemma).key("place").text(gap.place);
        json.key("times").number(gap.times).key("source").text(gap.source);
        json.key("target").text(gap.target).key("example").text(gap.example).end_object();
        session.out << json.line() << '\n';
    }
    shown = 0;
    for (const relations::NameGap& gap : gaps.names()) {
        if (shown++ >= top) {
            break;
        }
        Json json;
        json.begin_object().key("gap").text("name").key("name").text(gap.name);
        json.key("type").text(gap.type).key("times").number(gap.times);
        json.key("beside").text(gap.other).key("example").text(gap.example).end_object();
        session.out << json.line() << '\n';
    }
}

ExitStatus report(const Options& options, Session& session)
{
    const auto pipeline = options.input.pipeline(session);
    if (!pipeline) {
        return fail(session, pipeline.error());
    }
    const auto extractor = options.input.extractor.load(session);
    const auto lexicon =
        relations::Lexicon::load(Ontology::builtin(), options.input.extractor.files.lexicon_files);
    if (!extractor || !lexicon) {
        return fail(session, !extractor ? extractor.error() : lexicon.error());
    }
    relations::Gaps gaps{*lexicon};
    const auto read = read_articles(session, **extractor, options.input.inputs, *pipeline,
                                    [&](const extractors::Delivery& delivery) {
                                        gaps.add(delivery.article, delivery.reading);
                                    });
    if (!read) {
        return fail(session, read.error());
    }
    if (options.json) {
        print_json(session, gaps, options.top);
    } else {
        print_predicates(session, gaps.predicates(), true, options.top);
        print_predicates(session, gaps.predicates(), false, options.top);
        print_names(session, gaps.names(), options.top);
    }
    return *read;
}

Action setup(CLI::App& app)
{
    auto options = std::make_shared<Options>();
    options->input.attach(app);
    app.add_option("--top", options->top, "How many of each kind; 20 by default")
        ->check(whole_number(1))
        ->type_name("N");
    app.add_flag("--json", options->json, "Print one JSON object a line");
    return [options](Session& session) {
        return report(*options, session);
    };
}

} // namespace

Command gaps_command()
{
    return {"gaps", "List predicates and names that stand between known actors and no table has",
            "  entente gaps articles/\n"
            "  entente gaps --top 50 corpus.jsonl > gaps.txt\n"
            "  entente gaps --json corpus.jsonl | jq .example\n",
            &setup};
}

} // namespace entente::cli
