// SPDX-License-Identifier: Apache-2.0
// The interface of every article format, and the table that knows them all.
#pragma once

#include "core/article.hpp"
#include "core/result.hpp"

#include <cstddef>
#include <istream>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::articles {

/// What applies where a source is silent, and how much one article may take.
///
/// The time stamp of a file is no publication date: it is the day of a copy or a checkout more
/// often than not. An article without a date of its own has none.
struct ReadOptions {
    std::optional<PartialDate> date;            ///< for articles without one (`--date`)
    std::string encoding;                       ///< IANA name; empty detects
    std::size_t max_article_bytes = 64U << 20U; ///< larger ones are refused: too_large
};

/// Reads the articles of one stream, one after the other, in bounded memory.
class ArticleReader {
public:
    ArticleReader() = default;
    ArticleReader(const ArticleReader&) = delete;
    ArticleReader& operator=(const ArticleReader&) = delete;
    virtual ~ArticleReader() = default;

    /// The next article; none at the end. After an error of one article the next call goes on
    /// behind it. Errors: bad_article, bad_encoding, too_large (one article); unreadable_input (the
    /// stream; nothing more will come).
    [[nodiscard]] virtual Result<std::optional<Article>> next() = 0;
};

/// One row of the table of formats.
struct ArticleFormat {
    std::string_view name;
    std::vector<std::string_view> extensions; ///< with the dot, lower case
    /// Whether the first bytes look like this format; asked where the extension says nothing.
    bool (*sniff)(std::string_view head) = nullptr;
    /// \param file name for messages
    std::unique_ptr<ArticleReader> (*make)(std::istream& in, std::string file,
                                           ReadOptions options) = nullptr;
};

/// All formats, most particular first; the last, plain text, takes everything. A new format is a
/// new file and one line in extractors/articles/formats.cpp.
[[nodiscard]] std::span<const ArticleFormat> formats();

/// The bytes as UTF-8. A byte order mark decides, then `encoding`, then well-formed UTF-8 is taken
/// as such, then ICU's detector guesses. Errors: bad_encoding where the name is unknown or a third
/// of the text would be replacement characters or controls: then it is no text.
[[nodiscard]] Result<std::string> decode(std::string_view bytes, std::string_view encoding);

} // namespace entente::articles
