// SPDX-License-Identifier: Apache-2.0
#include "cli/output/evidence.hpp"

#include "cli/output/width.hpp"
#include "cli/timeline.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente::cli {

namespace {

/// A word cut in two is left out where it is at most this long.
constexpr std::size_t kLongestPiece = 24;

/// A sentence on one line, parted at its cue. All of it is `before` where the cue is not known.
struct PartedSentence {
    std::string before;
    std::string cue;
    std::string after;
};

PartedSentence part_at_cue(const Mention& mention)
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
        return {clean(sentence), {}, {}};
    }
    return {clean(sentence.substr(0, cue.begin - offset)),
            clean(sentence.substr(cue.begin - offset, cue.size())),
            clean(sentence.substr(cue.end - offset))};
}

/// The cue bold on a terminal, [so] elsewhere.
std::string mark(const Session& session, const std::string& cue)
{
    if (cue.empty()) {
        return {};
    }
    return session.palette.on() ? session.palette.paint(Style::highlight, cue)
                                : fmt::format("[{}]", cue);
}

/// What shorten_front() leaves, from its first whole word where one begins soon; a dash before that
/// word goes too.
std::string from_whole_word(std::string_view text)
{
    constexpr std::string_view kCut = "…";
    const std::size_t blank = text.find(' ');
    if (!text.starts_with(kCut) || blank > kLongestPiece) {
        return std::string{text};
    }
    text.remove_prefix(blank + 1);
    for (const std::string_view dash : {"— ", "– ", "- "}) {
        text.remove_prefix(text.starts_with(dash) ? dash.size() : 0);
    }
    return std::string{kCut} + std::string{text};
}

/// The sentence with its cue marked, cut to `columns` so that the cue stays in sight.
std::string shorten_around_cue(const Session& session, PartedSentence sentence, std::size_t columns)
{
    const std::size_t brackets = session.palette.on() || sentence.cue.empty() ? 0 : 2;
    sentence.cue = shorten(sentence.cue, columns - std::min(columns, brackets));
    const std::size_t cue = display_width(sentence.cue) + brackets;
    const std::size_t room = columns - std::min(columns, cue);
    const std::size_t before = display_width(sentence.before);
    const std::size_t after = display_width(sentence.after);
    if (before + after > room) {
        // What stands before the cue mostly names the source: it gets the larger part.
        const std::size_t front = std::max(room * 3 / 5, room - std::min(room, after));
        if (before > front) {
            sentence.before = from_whole_word(shorten_front(sentence.before, front));
        }
        sentence.after =
            shorten(sentence.after, room - std::min(room, display_width(sentence.before)));
    }
    return sentence.before + mark(session, sentence.cue) + sentence.after;
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
    const PartedSentence sentence = part_at_cue(mention);
    session.out << fmt::format(
        "{}  {}  {}  {}{}{}, {:.2f}\n  {}\n  {}\n", format_event_date(mention.date),
        session.palette.paint(Style::bold,
                              text::printable(format_pair(mention.source.code, mention.target.code,
                                                          mention.symmetric))),
        session.palette.paint(quad, text::printable(mention.category)),
        mention.label.empty() ? "" : text::printable(mention.label) + ", ",
        to_string(mention.status), mention.alleged ? ", alleged" : "", mention.confidence,
        sentence.before + mark(session, sentence.cue) + sentence.after,
        session.palette.paint(Style::dim, article_line(stored.article)));
}

std::string evidence_line(const Session& session, const store::StoredMention& stored,
                          std::size_t columns)
{
    constexpr std::string_view kBetween = " — ";
    const store::ArticleRecord& article = stored.article;
    const std::string title = text::printable(article.title.empty() ? article.id : article.title);
    const std::string date = article.date ? ", " + article.date->to_string() : "";
    const PartedSentence sentence = part_at_cue(stored.mention);

    // The article gets what the sentence leaves, and two fifths at least.
    const std::size_t room = columns - std::min(columns, display_width(kBetween));
    const std::size_t wanted = display_width(sentence.before) + display_width(sentence.cue) +
                               display_width(sentence.after) +
                               (session.palette.on() || sentence.cue.empty() ? 0 : 2);
    const std::size_t share = std::max(room * 2 / 5, room - std::min(room, wanted));
    const std::string source = shorten(title, share - std::min(share, display_width(date))) + date;
    const std::size_t left = room - std::min(room, display_width(source));
    return shorten_around_cue(session, sentence, left) +
           session.palette.paint(Style::dim, std::string{kBetween} + source);
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
