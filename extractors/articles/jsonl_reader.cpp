// SPDX-License-Identifier: Apache-2.0
#include "extractors/articles/jsonl_reader.hpp"

#include "core/text.hpp"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <array>
#include <utility>

namespace entente::articles {

namespace {

constexpr std::array<std::pair<const char*, std::string Article::*>, 8> kFields{{
    {"text", &Article::text},
    {"id", &Article::id},
    {"doc", &Article::id},
    {"title", &Article::title},
    {"uri", &Article::uri},
    {"url", &Article::uri},
    {"publisher", &Article::publisher},
    {"language", &Article::language},
}};

class JsonlReader final : public ArticleReader {
public:
    JsonlReader(std::istream& in, std::string file, ReadOptions options)
        : in_{in}
        , file_{std::move(file)}
        , options_{std::move(options)}
    {}

    Result<std::optional<Article>> next() override
    {
        while (true) {
            const auto line = read_line();
            if (!line) {
                return line.error();
            }
            if (!*line) {
                return std::optional<Article>{};
            }
            if (!text::trim(line_).empty()) {
                return parse();
            }
        }
    }

private:
    /// Reads a line into line_; false at the end. A line over the limit is passed over without
    /// being kept.
    Result<bool> read_line()
    {
        line_.clear();
        ++number_;
        bool any = false;
        bool too_long = false;
        std::streambuf* buffer = in_.rdbuf();
        for (int c = buffer->sbumpc(); c != std::istream::traits_type::eof();
             c = buffer->sbumpc()) {
            any = true;
            if (c == '\n') {
                break;
            }
            if (line_.size() < options_.max_article_bytes) {
                line_ += static_cast<char>(c);
            } else {
                too_long = true;
            }
        }
        if (too_long) {
            return Error{ErrorCode::too_large, fmt::format("the line is longer than {} MiB",
                                                           options_.max_article_bytes >> 20U)}
                .at(file_, number_)
                .hint("one article belongs on a line");
        }
        return any;
    }

    Error broken(std::string what, std::string hint, std::uint64_t column = 0) const
    {
        return Error{ErrorCode::bad_article, std::move(what)}
            .at(file_, number_, column)
            .hint(std::move(hint));
    }

    Result<std::optional<Article>> parse()
    {
        std::string_view json = text::trim(line_);
        if (number_ == 1 && json.substr(0, 3) == "\xEF\xBB\xBF") {
            json.remove_prefix(3);
        }
        std::string repaired;
        if (!text::is_valid_utf8(json)) {
            auto decoded = decode(json, options_.encoding);
            if (!decoded) {
                Error error = decoded.error();
                return std::move(error).at(file_, number_);
            }
            repaired = std::move(*decoded);
            json = repaired;
        }
        rapidjson::Document document;
        document.Parse<rapidjson::kParseIterativeFlag>(json.data(), json.size());
        if (document.HasParseError()) {
            return broken(fmt::format("broken JSON: {}",
                                      rapidjson::GetParseError_En(document.GetParseError())),
                          "write one whole JSON object on the line", document.GetErrorOffset() + 1);
        }
        if (!document.IsObject()) {
            return broken("the line is no JSON object",
                          R"(write {"text": "…"}, one article a line)");
        }
        return build(document);
    }

    Result<std::optional<Article>> build(const rapidjson::Document& document)
    {
        Article article;
        article.date = options_.date;
        for (const auto& [name, member] : kFields) {
            const auto field = document.FindMember(name);
            if (field == document.MemberEnd() || field->value.IsNull()) {
                continue;
            }
            if (field->value.IsString()) {
                std::string value{field->value.GetString(), field->value.GetStringLength()};
                // A lone surrogate escape is legal JSON, but no text.
                article.*member =
                    text::is_valid_utf8(value) ? std::move(value) : text::to_valid_utf8(value);
            } else if (field->value.IsInt64() && member == &Article::id) {
                article.id = std::to_string(field->value.GetInt64());
            } else {
                return broken(fmt::format("field \"{}\" is no string", name),
                              "put it in quotes or leave it out");
            }
        }
        const auto date = document.FindMember("date");
        if (date != document.MemberEnd() && !date->value.IsNull()) {
            if (!date->value.IsString()) {
                return broken("field \"date\" is no string", "write it as \"YYYY-MM-DD\"");
            }
            const std::string value{date->value.GetString(), date->value.GetStringLength()};
            const auto parsed = PartialDate::parse(value);
            if (!parsed) {
                return broken(fmt::format("field \"date\": {}", parsed.error().what()),
                              parsed.error().remedy());
            }
            article.date = *parsed;
        }
        if (text::trim(article.text).empty()) {
            return broken("the article has no text", "fill the field \"text\"");
        }
        if (article.id.empty()) {
            article.id = article_id(article.text);
        }
        return std::optional{std::move(article)};
    }

    std::istream& in_;
    std::string file_;
    ReadOptions options_;
    std::string line_;
    std::uint64_t number_ = 0;
};

} // namespace

std::unique_ptr<ArticleReader> make_jsonl_reader(std::istream& in, std::string file,
                                                 ReadOptions options)
{
    return std::make_unique<JsonlReader>(in, std::move(file), std::move(options));
}

bool looks_like_jsonl(std::string_view head)
{
    if (head.substr(0, 3) == "\xEF\xBB\xBF") {
        head.remove_prefix(3);
    }
    const std::string_view bare = text::trim(head);
    return !bare.empty() && bare.front() == '{';
}

} // namespace entente::articles
