// SPDX-License-Identifier: Apache-2.0
// The table of article formats.
#include "extractors/articles/jsonl_reader.hpp"
#include "extractors/articles/reader.hpp"
#include "extractors/articles/text_reader.hpp"

namespace entente::articles {

std::span<const ArticleFormat> formats()
{
    static const std::vector<ArticleFormat> kFormats{
        {"jsonl", {".jsonl", ".ndjson"}, looks_like_jsonl, make_jsonl_reader},
        {"text", {".txt", ".text"}, [](std::string_view) { return true; }, make_text_reader},
    };
    return kFormats;
}

} // namespace entente::articles
