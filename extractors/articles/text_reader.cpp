// SPDX-License-Identifier: Apache-2.0
#include "extractors/articles/text_reader.hpp"

#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace entente::articles {

namespace {

constexpr std::size_t kLongestTitle = 200; ///< bytes

constexpr std::array<std::pair<std::string_view, std::string Article::*>, 5> kTextHeaders{{
    {"title", &Article::title},
    {"id", &Article::id},
    {"uri", &Article::uri},
    {"publisher", &Article::publisher},
    {"language", &Article::language},
}};

/// CRLF and CR become LF; other controls but the tab go.
std::string clean_lines(std::string_view raw)
{
    std::string out;
    out.reserve(raw.size());
    for (std::size_t i = 0; i < raw.size(); ++i) {
        const char c = raw[i];
        if (c == '\r') {
            if (i + 1 == raw.size() || raw[i + 1] != '\n') {
                out += '\n';
            }
        } else if (c == '\n' || c == '\t' || static_cast<unsigned char>(c) >= 0x20) {
            out += c;
        }
    }
    return out;
}

struct Header {
    std::string name; ///< lower case
    std::string_view value;
};

std::optional<Header> parse_header(std::string_view line)
{
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon > 12) {
        return std::nullopt;
    }
    Header header{text::fold(text::trim(line.substr(0, colon))),
                  text::trim(line.substr(colon + 1))};
    const bool known = header.name == "date" ||
                       std::any_of(kTextHeaders.begin(), kTextHeaders.end(),
                                   [&](const auto& one) { return one.first == header.name; });
    return known ? std::optional{header} : std::nullopt;
}

std::string_view take_line(std::string_view& text)
{
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
}

class TextReader final : public ArticleReader {
public:
    TextReader(std::istream& in, std::string file, ReadOptions options)
        : in_{in}
        , file_{std::move(file)}
        , options_{std::move(options)}
    {}

    Result<std::optional<Article>> next() override
    {
        if (done_) {
            return std::optional<Article>{};
        }
        done_ = true;
        auto bytes = read_all();
        if (!bytes) {
            return bytes.error();
        }
        auto decoded = decode(*bytes, options_.encoding);
        if (!decoded) {
            Error error = decoded.error();
            return std::move(error).at(file_);
        }
        return parse(clean_lines(*decoded));
    }

private:
    Result<std::string> read_all()
    {
        std::string bytes;
        std::array<char, 64U << 10U> block{};
        while (in_.read(block.data(), block.size()) || in_.gcount() > 0) {
            bytes.append(block.data(), static_cast<std::size_t>(in_.gcount()));
            if (bytes.size() > options_.max_article_bytes) {
                return Error{ErrorCode::too_large, fmt::format("the article is larger than {} MiB",
                                                               options_.max_article_bytes >> 20U)}
                    .at(file_)
                    .hint("split the file, or give its articles as JSON Lines");
            }
        }
        if (in_.bad()) {
            return Error{ErrorCode::unreadable_input, "the file cannot be read"}.at(file_).hint(
                "check that it is a file and the disk is well");
        }
        return bytes;
    }

    Result<std::optional<Article>> parse(const std::string& all)
    {
        Article article;
        article.date = options_.date;
        std::string_view rest = all;
        if (parse_header(rest.substr(0, rest.find('\n')))) {
            if (Status headers = parse_headers(rest, article); !headers) {
                return headers.error();
            }
        } else {
            take_title(rest, article);
        }
        if (text::trim(rest).empty()) {
            return Error{ErrorCode::bad_article, "the article has no text"}.at(file_).hint(
                "put the text behind the headers and an empty line, or leave the file out");
        }
        article.text = rest;
        if (article.id.empty()) {
            article.id = article_id(article.text);
        }
        return std::optional{std::move(article)};
    }

    Status parse_headers(std::string_view& rest, Article& article)
    {
        for (std::uint64_t number = 1; !rest.empty(); ++number) {
            const std::string_view line = take_line(rest);
            if (text::trim(line).empty()) {
                break;
            }
            const auto header = parse_header(line);
            if (!header) {
                return Error{ErrorCode::bad_article, "a line among the headers is no header"}
                    .at(file_, number)
                    .hint("end the headers with an empty line; they are Title, Date, Id, Uri, "
                          "Publisher and Language");
            }
            if (header->name == "date") {
                const auto date = PartialDate::parse(header->value);
                if (!date) {
                    return Error{ErrorCode::bad_article, date.error().what()}
                        .at(file_, number)
                        .hint(date.error().remedy());
                }
                article.date = *date;
                continue;
            }
            for (const auto& [name, member] : kTextHeaders) {
                if (name == header->name) {
                    article.*member = header->value;
                }
            }
        }
        // The text begins with its first line that is not empty.
        while (!rest.empty() && text::trim(rest.substr(0, rest.find('\n'))).empty()) {
            static_cast<void>(take_line(rest));
        }
        return {};
    }

    /// A headline stays part of the text, since it too may tell of a relation.
    static void take_title(std::string_view text, Article& article)
    {
        const std::string_view first = text::trim(take_line(text));
        const std::string_view second = text::trim(take_line(text));
        const bool closed = !first.empty() && (first.back() == '.' || first.back() == ',');
        if (!first.empty() && second.empty() && first.size() <= kLongestTitle && !closed) {
            article.title = first;
        }
    }

    std::istream& in_;
    std::string file_;
    ReadOptions options_;
    bool done_ = false;
};

} // namespace

std::unique_ptr<ArticleReader> make_text_reader(std::istream& in, std::string file,
                                                ReadOptions options)
{
    return std::make_unique<TextReader>(in, std::move(file), std::move(options));
}

} // namespace entente::articles
