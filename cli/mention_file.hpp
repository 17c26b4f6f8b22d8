// SPDX-License-Identifier: Apache-2.0
// Mention files, as `extract` prints them, back into articles with mentions.
#pragma once

#include "core/diagnostics.hpp"
#include "core/store/store.hpp"

#include <istream>
#include <string>
#include <vector>

namespace entente::cli {

/// Reads a file of mentions ("-" is `standard_input`), one JSON object a line, and groups them by
/// article in order of article id. The lines of one article may stand anywhere in the file, but
/// must be in one file: the store takes an article's mentions as a whole.
///
/// Such a file does not hold the articles themselves. Each is filed with its id, no text, and as
/// date the day that its own mentions take for the publication date, where they do. A store that
/// has or later gets the article with its text keeps that.
///
/// A bad line goes to `diagnostics` and costs that line only; a file that begins with many of them
/// and has no good one is no file of mentions.
/// Errors: missing_input, unreadable_input.
[[nodiscard]] Result<std::vector<store::Extracted>>
read_mention_file(const std::string& file, std::istream& standard_input, Diagnostics& diagnostics);

} // namespace entente::cli
