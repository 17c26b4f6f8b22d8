// SPDX-License-Identifier: Apache-2.0
#include "cli/output/conllu.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace entente::cli {

namespace {

/// A value fit for a column or comment: no tabs or line ends, "_" for nothing.
std::string cell(std::string_view value)
{
    std::string out{value.empty() ? std::string_view{"_"} : value};
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return out;
}

} // namespace

std::string to_conllu(const Article& article, const language::Analysis& analysis)
{
    std::string out = fmt::format("# newdoc id = {}\n", cell(article.id));
    const std::string_view text = article.text;
    std::size_t number = 0;
    for (const language::Sentence& sentence : analysis.sentences) {
        out += fmt::format("# sent_id = {}-{}\n# text = {}\n", cell(article.id), ++number,
                           cell(text.substr(sentence.bytes.begin, sentence.bytes.size())));
        for (std::size_t i = sentence.first; i < sentence.last; ++i) {
            const language::Token& token = analysis.tokens[i];
            const std::size_t head =
                token.head == language::kRoot ? 0 : token.head - sentence.first + 1;
            const bool touches =
                i + 1 < sentence.last && analysis.tokens[i + 1].bytes.begin == token.bytes.end;
            out +=
                fmt::format("{}\t{}\t{}\t{}\t{}\t_\t{}\t{}\t_\t{}\n", i - sentence.first + 1,
                            cell(token.form), cell(token.lemma), cell(token.upos), cell(token.xpos),
                            head, cell(token.relation), touches ? "SpaceAfter=No" : "_");
        }
        out += '\n';
    }
    return out;
}

} // namespace entente::cli
