// SPDX-License-Identifier: Apache-2.0
#include "cli/output/evidence.hpp"

#include "cli/timeline.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

namespace entente::cli {

namespace {

/// The sentence on one line, its cue marked: bold on a terminal, [so] elsewhere.
std::string marked_sentence(const Session& session, const Mention& mention)
{
    const std::string_view sentence = mention.sentence.text;
    const Span cue = mention.cue.bytes;
    const std::size_t offset = mention.sentence.bytes.begin;
    const auto clean = [](std::string_view part) {
        std::string line{part};
        for (char& c : line) {
            c = c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
        }
        return text::printable(line);
    };
    const bool inside = !cue.empty() && cue.begin < cue.end && cue.begin >= offset &&
                        cue.end - offset <= sentence.size();
    if (!inside) {
        return clean(sentence);
    }
    const std::string word = clean(sentence.substr(cue.begin - offset, cue.size()));
    return clean(sentence.substr(0, cue.begin - offset)) +
           (session.palette.on() ? session.palette.paint(Style::highlight, word)
                                 : fmt::format("[{}]", word)) +
           clean(sentence.substr(cue.end - offset));
}

std::string article_line(const store::ArticleRecord& article)
{
    std::string line = article.title.empty() ? article.id : article.title;
    for (const std::string& part :
         {article.publisher, article.date ? article.date->to_string() : std::string{},
          article.uri}) {
        line += part.empty() ? "" : ", " + part;
    }
    return text::printable(line);
}

} // namespace

void print_evidence(Session& session, const store::StoredMention& stored)
{
    const Mention& mention = stored.mention;
    const Quad quad = Ontology::builtin().quad(mention.category);
    session.out << fmt::format(
        "{}  {}  {}  {}{}{}, {:.2f}\n  {}\n  {}\n", format_event_date(mention.date),
        session.palette.paint(Style::bold,
                              text::printable(format_pair(mention.source.code, mention.target.code,
                                                          mention.symmetric))),
        session.palette.paint(quad, text::printable(mention.category)),
        mention.label.empty() ? "" : text::printable(mention.label) + ", ",
        to_string(mention.status), mention.alleged ? ", alleged" : "", mention.confidence,
        marked_sentence(session, mention),
        session.palette.paint(Style::dim, article_line(stored.article)));
}

Status print_evidence(Session& session, const store::Store& store,
                      const std::vector<std::int64_t>& ids, std::size_t limit)
{
    for (std::size_t i = 0; i < std::min(limit, ids.size()); ++i) {
        const auto stored = store.mention(ids[i]);
        if (!stored) {
            return stored.error();
        }
        print_evidence(session, *stored);
    }
    if (ids.size() > limit) {
        session.out << session.palette.paint(Style::dim,
                                             fmt::format("… and {} more", ids.size() - limit))
                    << '\n';
    }
    return {};
}

} // namespace entente::cli
