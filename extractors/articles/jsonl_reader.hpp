// SPDX-License-Identifier: Apache-2.0
// Article JSON Lines: one object to a line, read in bounded memory.
#pragma once

#include "extractors/articles/reader.hpp"

namespace entente::articles {

/// One article a line: {"id", "text", "date", "title", "uri", "publisher", "language"}, of which
/// only "text" is needed. "doc" is taken for "id" and "url" for "uri"; other fields are passed
/// over, empty lines too. The text stays as it is in the JSON string, so that offsets agree with
/// those of other tools. A broken line is reported with its number and the next one is read.
[[nodiscard]] std::unique_ptr<ArticleReader> make_jsonl_reader(std::istream& in, std::string file,
                                                               ReadOptions options);

/// Whether the first bytes begin a JSON object.
[[nodiscard]] bool looks_like_jsonl(std::string_view head);

} // namespace entente::articles
