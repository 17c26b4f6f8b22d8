// SPDX-License-Identifier: Apache-2.0
// Plain text files: one article each, with an optional header block.
#pragma once

#include "extractors/articles/reader.hpp"

namespace entente::articles {

/// One article from one stream. Where the first line is a header ("Title: …", and likewise Date,
/// Id, Uri, Publisher, Language), headers run up to the first empty line and the text follows;
/// otherwise everything is text, and a short first line with an empty line behind it also serves
/// as title. Line ends become "\n"; other controls are dropped.
[[nodiscard]] std::unique_ptr<ArticleReader> make_text_reader(std::istream& in, std::string file,
                                                              ReadOptions options);

} // namespace entente::articles
