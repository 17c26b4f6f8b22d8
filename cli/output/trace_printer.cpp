// SPDX-License-Identifier: Apache-2.0
#include "cli/output/trace_printer.hpp"

#include "cli/output/reading_json.hpp"
#include "cli/output/table.hpp"
#include "core/mention_json.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <utility>

namespace entente::cli {

namespace {

/// Rows of the dependency tree in depth-first order. Iterative, since a hostile tree may be deep.
void add_tree(Table& table, const language::Analysis& analysis, const language::Sentence& sentence)
{
    constexpr std::size_t kDeepestIndent = 24;
    std::vector<std::vector<std::size_t>> children(sentence.last - sentence.first);
    std::vector<std::pair<std::size_t, std::size_t>> open; // token, depth
    for (std::size_t i = sentence.last; i-- > sentence.first;) {
        const std::size_t head = analysis.tokens[i].head;
        if (head >= sentence.first && head < sentence.last) {
            children[head - sentence.first].push_back(i);
        } else {
            open.emplace_back(i, 0);
        }
    }
    while (!open.empty()) {
        const auto [index, depth] = open.back();
        open.pop_back();
        const language::Token& token = analysis.tokens[index];
        const std::size_t indent = std::min(depth, kDeepestIndent);
        table.add({std::to_string(index - sentence.first + 1),
                   std::string(2 * indent, ' ') + token.form, token.lemma, token.upos, token.xpos,
                   token.relation});
        for (const std::size_t child : children[index - sentence.first]) {
            open.emplace_back(child, depth + 1);
        }
    }
}

void print_heading(Session& session, std::string_view heading)
{
    session.out << session.palette.paint(Style::bold, heading) << '\n';
}

void print_steps(Session& session, Span sentence, const CollectedTrace& trace, TraceStage stage,
                 std::string_view heading)
{
    bool first = true;
    for (const TraceStep& step : trace.steps()) {
        if (step.stage != stage || !sentence.contains(step.code_points)) {
            continue;
        }
        if (std::exchange(first, false)) {
            print_heading(session, heading);
        }
        const std::string mark = step.accepted ? session.palette.paint(Style::green, "+")
                                               : session.palette.paint(Style::red, "-");
        session.out << fmt::format("  {} {}: {}\n", mark, text::printable(step.subject),
                                   text::printable(step.reason));
    }
}

std::string arrow(const Mention& mention)
{
    return fmt::format("{} {} {}", mention.source.code.text(), mention.symmetric ? "–" : "→",
                       mention.target.code.text());
}

void print_mentions(Session& session, Span sentence, const std::vector<Mention>& mentions)
{
    print_heading(session, "relations");
    bool any = false;
    for (const Mention& mention : mentions) {
        if (mention.sentence.code_points != sentence) {
            continue;
        }
        any = true;
        std::string what = mention.category + (mention.mode.empty() ? "" : " " + mention.mode);
        std::string topics;
        for (const std::string& topic : mention.topics) {
            topics += (topics.empty() ? "" : ", ") + topic;
        }
        session.out << fmt::format(
            "  {}  {}  \"{}\"  [{}] {}{}{} {:.2f} ({})\n",
            session.palette.paint(Style::bold, text::printable(arrow(mention))),
            text::printable(what), text::printable(mention.label), text::printable(topics),
            to_string(mention.status), mention.alleged ? ", alleged" : "",
            mention.attributed_to.empty()
                ? ""
                : fmt::format(", says {}", text::printable(mention.attributed_to)),
            mention.confidence, text::printable(mention.rule));
    }
    if (!any) {
        session.out << "  none\n";
    }
}

} // namespace

void print_explanation(Session& session, const Article& article, const extractors::Reading& reading,
                       const CollectedTrace& trace)
{
    const std::string_view text = article.text;
    bool first = true;
    for (const language::Sentence& sentence : reading.analysis.sentences) {
        session.out << (std::exchange(first, false) ? "" : "\n")
                    << session.palette.paint(Style::highlight,
                                             text::printable(text::trim(text.substr(
                                                 sentence.bytes.begin, sentence.bytes.size()))))
                    << "\n";
        Table tree{{{"", Align::right}, {"word"}, {"lemma"}, {"upos"}, {"xpos"}, {"relation"}}};
        add_tree(tree, reading.analysis, sentence);
        tree.print(session);
        print_steps(session, sentence.code_points, trace, TraceStage::actor, "actors");
        print_steps(session, sentence.code_points, trace, TraceStage::date, "dates");
        print_steps(session, sentence.code_points, trace, TraceStage::frame, "frames");
        print_steps(session, sentence.code_points, trace, TraceStage::confidence, "confidence");
        print_steps(session, sentence.code_points, trace, TraceStage::relation, "decisions");
        print_mentions(session, sentence.code_points, reading.mentions);
    }
}

std::string explanation_json(const Article& article, const extractors::Reading& reading,
                             const CollectedTrace& trace)
{
    Json json;
    json.begin_object().key("id").text(article.id).key("text").text(article.text);
    write_layers(json, article, reading);
    json.key("steps").begin_array();
    for (const TraceStep& step : trace.steps()) {
        json.begin_object().key("stage").text(to_string(step.stage));
        json.key("accepted").boolean(step.accepted);
        json.key("begin").number(step.code_points.begin).key("end").number(step.code_points.end);
        json.key("subject").text(step.subject).key("reason").text(step.reason).end_object();
    }
    json.end_array().key("mentions").begin_array();
    for (const Mention& mention : reading.mentions) {
        json.raw(to_json(mention));
    }
    json.end_array().end_object();
    return std::string{json.line()};
}

} // namespace entente::cli
