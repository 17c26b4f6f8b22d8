// SPDX-License-Identifier: Apache-2.0
#include "cli/output/conllu.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace entente::cli {

namespace {

/// "(GPE" where an entity begins, "GPE)" where it ends, "(GPE)" for one word; empty elsewhere.
std::vector<std::string> entity_marks(const language::Analysis& analysis)
{
    std::vector<std::string> marks(analysis.tokens.size());
    for (const language::Entity& entity : analysis.entities) {
        if (entity.last == entity.first + 1) {
            marks[entity.first] = '(' + entity.type + ')';
        } else if (entity.last > entity.first) {
            marks[entity.first] = '(' + entity.type;
            marks[entity.last - 1] = entity.type + ')';
        }
    }
    return marks;
}

/// A value fit for a column or comment: no tabs or line ends, "_" for nothing.
std::string cell(std::string_view value)
{
    std::string out{value.empty() ? std::string_view{"_"} : value};
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return out;
}

} // namespace

std::string ConlluWriter::write(const extractors::Delivery& delivery)
{
    const Article& article = delivery.article;
    const language::Analysis& analysis = delivery.reading.analysis;
    std::string out;
    if (delivery.first) {
        out = fmt::format("# newdoc id = {}\n", cell(article.id));
        sentences_ = 0;
    }
    const std::string_view text = article.text;
    const std::vector<std::string> entities = entity_marks(analysis);
    for (const language::Sentence& sentence : analysis.sentences) {
        out += fmt::format("# sent_id = {}-{}\n# text = {}\n", cell(article.id), ++sentences_,
                           cell(text.substr(sentence.bytes.begin, sentence.bytes.size())));
        for (std::size_t i = sentence.first; i < sentence.last; ++i) {
            const language::Token& token = analysis.tokens[i];
            const std::size_t head =
                token.head == language::kRoot ? 0 : token.head - sentence.first + 1;
            const bool touches = i + 1 < analysis.tokens.size() &&
                                 analysis.tokens[i + 1].bytes.begin == token.bytes.end;
            std::string misc = entities[i].empty() ? "" : "Entity=" + entities[i];
            if (touches) {
                misc += misc.empty() ? "SpaceAfter=No" : "|SpaceAfter=No";
            }
            // The form as the article has it: typographic quotes and dashes included.
            out += fmt::format("{}\t{}\t{}\t{}\t{}\t_\t{}\t{}\t_\t{}\n", i - sentence.first + 1,
                               cell(text.substr(token.bytes.begin, token.bytes.size())),
                               cell(token.lemma), cell(token.upos), cell(token.xpos), head,
                               cell(token.relation), cell(misc));
        }
        out += '\n';
    }
    return out;
}

} // namespace entente::cli
