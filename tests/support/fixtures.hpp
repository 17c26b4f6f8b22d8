// SPDX-License-Identifier: Apache-2.0
// Articles and mentions whose evidence is true of their text.
#pragma once

#include "core/article.hpp"
#include "core/relation.hpp"
#include "core/store/store.hpp"
#include "core/text.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::tests {

inline constexpr std::string_view kTestExtractor = "entente 0.1.0";

/// An article of 24 February 2022; `date` empty gives one without a date.
[[nodiscard]] inline Article make_article(std::string id, std::string text,
                                          std::string_view date = "2022-02-24")
{
    Article article;
    article.title = "Title of " + id;
    article.uri = "https://example.org/" + id;
    article.publisher = "Example Times";
    article.language = "en";
    article.id = std::move(id);
    article.text = std::move(text);
    if (!date.empty()) {
        article.date = PartialDate::parse(date).value();
    }
    return article;
}

/// The first place of `words` in a text at or behind byte `from`.
[[nodiscard]] inline Evidence find_evidence(std::string_view text, std::string_view words,
                                            std::size_t from = 0)
{
    const std::size_t begin = text.find(words, from);
    if (begin == std::string_view::npos) {
        throw std::invalid_argument{"the text has no \"" + std::string{words} + "\""};
    }
    const Span bytes{begin, begin + words.size()};
    return {text::OffsetIndex{text}.code_points(bytes), bytes, std::string{words}};
}

/// One side of a relation: the words that name it in the text, and its code.
struct Side {
    std::string_view words;
    std::string_view code;
};

/// What `sentence`, a part of the article's text, says: source, word that says it, target.
[[nodiscard]] inline Mention make_mention(const Article& article, std::string_view sentence,
                                          Side source, std::string_view cue, Side target,
                                          std::string category = "CONSULT")
{
    Mention mention;
    mention.article = article.id;
    mention.sentence = find_evidence(article.text, sentence);
    const std::size_t from = mention.sentence.bytes.begin;
    for (const auto& [side, argument] :
         {std::pair{source, &mention.source}, std::pair{target, &mention.target}}) {
        argument->code = ActorCode::parse(side.code).value();
        argument->name = argument->code.principal();
        argument->mention = find_evidence(article.text, side.words, from);
    }
    mention.cue = find_evidence(article.text, cue, from);
    mention.category = std::move(category);
    mention.label = cue;
    mention.date = EventDate{{parse_day("2022-02-23").value(), parse_day("2022-02-25").value()},
                             DatePrecision::day,
                             DateBasis::explicit_};
    mention.confidence = 0.87;
    mention.rule = "visit.subject-object";
    mention.extractor = kTestExtractor;
    return mention;
}

/// An article of one sentence, "Pakistan visited Russia in ID.", and what it says. `id` must hold
/// neither of these words.
[[nodiscard]] inline store::Extracted make_extracted(const std::string& id,
                                                     std::string_view extractor = kTestExtractor)
{
    store::Extracted extracted;
    const std::string sentence = "Pakistan visited Russia in " + id + ".";
    extracted.article = make_article(id, sentence);
    extracted.mentions = {make_mention(extracted.article, sentence, {"Pakistan", "PAK:GOV"},
                                       "visited", {"Russia", "RUS:GOV"})};
    extracted.mentions.front().extractor = extractor;
    extracted.extractor = extractor;
    return extracted;
}

} // namespace entente::tests
