// SPDX-License-Identifier: Apache-2.0
#include "core/store/quoted_article.hpp"

#include "core/mention_json_limits.hpp"
#include "core/store/duplicates.hpp"

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace entente::store {

namespace {

std::string text_of(const rapidjson::Value& object, const char* name)
{
    const auto found = object.FindMember(name);
    return found != object.MemberEnd() && found->value.IsString()
               ? std::string{found->value.GetString(), found->value.GetStringLength()}
               : std::string{};
}

} // namespace

std::string quoted_article_json(const ArticleRecord& article)
{
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> json{buffer};
    json.StartObject();
    const auto field = [&](const char* name, const std::string& value) {
        json.Key(name);
        json.String(value);
    };
    field("id", article.id);
    field("title", article.title);
    field("uri", article.uri);
    field("publisher", article.publisher);
    field("date", article.date ? article.date->to_string() : std::string{});
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

std::optional<ArticleRecord> quoted_article(const Mention& mention)
{
    // Most mentions have nothing of the kind: they are not parsed.
    if (mention.extra.find(kQuotedArticle) == std::string::npos ||
        !is_within_depth(mention.extra)) {
        return std::nullopt;
    }
    rapidjson::Document document;
    std::string buffer;
    const std::string_view safe = without_nought_exponents(mention.extra, buffer);
    document.Parse<kJsonFlags>(safe.data(), safe.size());
    if (document.HasParseError() || !document.IsObject()) {
        return std::nullopt;
    }
    const auto found = document.FindMember(kQuotedArticle.data());
    if (found == document.MemberEnd() || !found->value.IsObject()) {
        return std::nullopt;
    }
    ArticleRecord article;
    article.id = text_of(found->value, "id");
    article.title = text_of(found->value, "title");
    article.uri = text_of(found->value, "uri");
    article.publisher = text_of(found->value, "publisher");
    if (const auto date = PartialDate::parse(text_of(found->value, "date"))) {
        article.date = *date;
    }
    article.duplicate_group = group_number(article.id);
    return article;
}

} // namespace entente::store
