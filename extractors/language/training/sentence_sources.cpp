// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/training/sentence_sources.hpp"

#include "core/text.hpp"

#include <cstdint>
#include <utility>

namespace entente::language::training {

SentenceDocument sentences_of(const Document& document)
{
    DocumentText text = document_text(document);
    SentenceDocument out;
    out.text = std::move(text.text);
    for (const SentenceSpans& sentence : text.sentences) {
        out.sentences.push_back(sentence.span);
    }
    return out;
}

Result<SentenceDocument> read_paragraphs(std::string_view text, std::string_view name)
{
    SentenceDocument out;
    std::size_t length = 0; // of out.text, in code points
    std::uint64_t number = 0;
    const auto bad = [&](const char* what, const char* remedy) {
        return Error{ErrorCode::bad_dataset, what}.at(std::string{name}, number).hint(remedy);
    };
    for (const std::string_view line : text::split(text, '\n')) {
        ++number;
        if (line.starts_with('#')) {
            continue;
        }
        if (!text::is_valid_utf8(line)) {
            return bad("ill-formed UTF-8", "save the file as UTF-8");
        }
        if (text::trim(line) != line) {
            return bad("white space at an end of the line", "write a sentence a line");
        }
        const bool within = !out.text.empty() && out.text.back() != '\n';
        if (line.empty()) {
            out.text += within ? "\n" : "";
            length += within ? 1 : 0;
            continue;
        }
        out.text += within ? " " : "";
        length += within ? 1 : 0;
        const std::size_t begin = length;
        out.text += line;
        length += text::count_code_points(line);
        out.sentences.push_back({begin, length});
    }
    return out;
}

} // namespace entente::language::training
