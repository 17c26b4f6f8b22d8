// SPDX-License-Identifier: Apache-2.0
#include "cli/output/why_not.hpp"

#include "core/text.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

namespace entente::cli {

namespace {

using extractors::ActorSighting;

constexpr std::size_t kMostRefused = 5; ///< refused names shown for an actor that is not there

class WhyNot {
public:
    WhyNot(Session& session, const Article& article, const extractors::Reading& reading,
           const CollectedTrace& trace, const AskedPair& asked)
        : session_{session}
        , article_{article}
        , reading_{reading}
        , trace_{trace}
        , asked_{asked}
    {}

    void print()
    {
        const bool named = is_named(asked_.source, asked_.source_name) &
                           is_named(asked_.target, asked_.target_name);
        if (!named) {
            return;
        }
        bool together = false;
        for (const language::Sentence& sentence : reading_.analysis.sentences) {
            const auto sources = mentions_of(asked_.source, sentence);
            const auto targets = mentions_of(asked_.target, sentence);
            if (!sources.empty() && !targets.empty()) {
                together = true;
                explain(sentence, sources, targets);
            }
        }
        if (!together) {
            session_.out << fmt::format(
                "sentences: none names both; {} in {}, {} in {}\n"
                "  relations are read within a sentence; a pronoun or description that stays open "
                "is listed by explain\n",
                asked_.source_name, numbers_of(asked_.source), asked_.target_name,
                numbers_of(asked_.target));
        }
    }

private:
    /// Whether the text names an actor at all; tells what it refused where it does not.
    bool is_named(const ActorCode& code, const std::string& name)
    {
        const bool named = std::any_of(reading_.actors.begin(), reading_.actors.end(),
                                       [&](const ActorSighting& one) {
                                           return one.actor.code.principal() == code.principal();
                                       });
        if (named) {
            return true;
        }
        session_.out << fmt::format("actors: {} ({}) is not found in the text\n",
                                    text::printable(name), code.text());
        std::size_t shown = 0;
        for (const TraceStep& step : trace_.steps()) {
            if (step.stage == TraceStage::actor && !step.accepted && shown++ < kMostRefused) {
                session_.out << fmt::format("  - {}: {}\n", text::printable(step.subject),
                                            text::printable(step.reason));
            }
        }
        session_.out << fmt::format("  its names: entente actors {}; --actors FILE adds some\n",
                                    code.text());
        return false;
    }

    [[nodiscard]] std::vector<const ActorSighting*>
    mentions_of(const ActorCode& code, const language::Sentence& sentence) const
    {
        std::vector<const ActorSighting*> found;
        for (const ActorSighting& one : reading_.actors) {
            if (one.actor.code.principal() == code.principal() && one.first >= sentence.first &&
                one.first < sentence.last) {
                found.push_back(&one);
            }
        }
        return found;
    }

    /// "1, 3": the sentences that name an actor, counted from 1.
    [[nodiscard]] std::string numbers_of(const ActorCode& code) const
    {
        std::vector<std::size_t> numbers;
        for (std::size_t i = 0; i < reading_.analysis.sentences.size(); ++i) {
            if (!mentions_of(code, reading_.analysis.sentences[i]).empty()) {
                numbers.push_back(i + 1);
            }
        }
        return fmt::format("{}", fmt::join(numbers, ", "));
    }

    void explain(const language::Sentence& sentence,
                 const std::vector<const ActorSighting*>& sources,
                 const std::vector<const ActorSighting*>& targets)
    {
        const std::string_view text = article_.text;
        session_.out << session_.palette.paint(Style::highlight,
                                               text::printable(text::trim(text.substr(
                                                   sentence.bytes.begin, sentence.bytes.size()))))
                     << '\n';
        print_mentions(sources);
        print_mentions(targets);
        if (print_found(sentence)) {
            return;
        }
        const bool idle = std::all_of(sources.begin(), sources.end(), is_idle) ||
                          std::all_of(targets.begin(), targets.end(), is_idle);
        if (idle) {
            session_.out << "  actors: one of them does not act here\n";
            return;
        }
        print_steps(sentence);
    }

    static bool is_idle(const ActorSighting* one) { return one->is_aside; }

    void print_mentions(const std::vector<const ActorSighting*>& mentions)
    {
        for (const ActorSighting* one : mentions) {
            session_.out << fmt::format(
                "  {} → {}: {}{}\n", text::printable(one->actor.mention.text),
                one->actor.code.text(), text::printable(one->reason),
                one->is_aside ? " (in passing)" : (one->is_scene ? " (as a place)" : ""));
        }
    }

    /// The relations of the two in a sentence, in either direction.
    bool print_found(const language::Sentence& sentence)
    {
        bool any = false;
        const std::set<std::string_view> pair{asked_.source.principal(), asked_.target.principal()};
        for (const Mention& mention : reading_.mentions) {
            const std::set<std::string_view> sides{mention.source.code.principal(),
                                                   mention.target.code.principal()};
            if (mention.sentence.code_points != sentence.code_points || sides != pair) {
                continue;
            }
            any = true;
            session_.out << fmt::format("  found: {} {} {}, {} ({})\n", mention.source.code.text(),
                                        mention.category, mention.target.code.text(),
                                        to_string(mention.status), text::printable(mention.rule));
        }
        return any;
    }

    /// The frames tried, the decisions against them, and predicates that no table has.
    void print_steps(const language::Sentence& sentence)
    {
        bool tried = false;
        std::set<std::size_t> read; ///< where predicates of the lexicon begin, in code points
        for (const TraceStep& step : trace_.steps()) {
            const bool here = sentence.code_points.contains(step.code_points);
            if (!here || (step.stage != TraceStage::frame && step.stage != TraceStage::relation)) {
                continue;
            }
            read.insert(step.code_points.begin);
            if (!step.accepted) {
                tried = true;
                session_.out << fmt::format(
                    "  {}: {}: {}\n", step.stage == TraceStage::frame ? "arguments" : "decision",
                    text::printable(step.subject), text::printable(step.reason));
            }
        }
        std::vector<std::string> unknown;
        for (std::size_t i = sentence.first; i < sentence.last; ++i) {
            const language::Token& token = reading_.analysis.tokens[i];
            if (token.upos == "VERB" && !read.contains(token.code_points.begin)) {
                unknown.emplace_back(token.lemma);
            }
        }
        if (!tried) {
            session_.out << "  predicates: the lexicon has none that joins the two\n";
        }
        if (!unknown.empty()) {
            session_.out
                << text::printable(fmt::format(
                       "  predicates: no frame took {}; a row of verbs.tsv or nouns.tsv, or "
                       "--lexicon FILE, would",
                       fmt::join(unknown, ", ")))
                << '\n';
        }
    }

    Session& session_;
    const Article& article_;
    const extractors::Reading& reading_;
    const CollectedTrace& trace_;
    const AskedPair& asked_;
};

} // namespace

void print_why_not(Session& session, const Article& article, const extractors::Reading& reading,
                   const CollectedTrace& trace, const AskedPair& asked)
{
    WhyNot{session, article, reading, trace, asked}.print();
}

} // namespace entente::cli
