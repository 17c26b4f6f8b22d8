// SPDX-License-Identifier: Apache-2.0
// What goes into a store is brought into its one form, and refused where it could not be read
// again.
#include "core/mention_json.hpp"
#include "core/store/store_impl.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace entente::store {

namespace {

Status check_article(const Article& article)
{
    if (article.id.empty()) {
        return Error{ErrorCode::bad_article, "an article has no id"}.hint(
            "give it one, or take a hash of its text");
    }
    for (const std::string* part : {&article.id, &article.text, &article.title, &article.uri,
                                    &article.publisher, &article.language}) {
        if (!text::is_valid_utf8(*part)) {
            return Error{
                ErrorCode::bad_encoding,
                fmt::format("article \"{}\" is not well-formed UTF-8", text::printable(article.id))}
                .hint("convert it to UTF-8");
        }
    }
    return {};
}

/// JSON is the truth of a store, so reading it back is the one test that counts.
Status check_mention(const Mention& mention, const std::string& json, const Article& article)
{
    const auto failed = [&] {
        return Error{ErrorCode::bad_article,
                     fmt::format("a mention of article \"{}\" cannot be stored", article.id)};
    };
    if (mention.article != article.id) {
        return failed().hint(fmt::format("file it under its own article, \"{}\"", mention.article));
    }
    const auto read = mention_from_json(json);
    return read ? Status{} : Status{failed().caused_by(read.error())};
}

} // namespace

Result<PreparedMentions> prepare_mentions(const Extracted& extracted)
{
    if (Status good = check_article(extracted.article); !good) {
        return good.error();
    }
    PreparedMentions prepared;
    prepared.rows.reserve(extracted.mentions.size());
    for (const Mention& mention : extracted.mentions) {
        std::string json = to_json(mention);
        if (Status good = check_mention(mention, json, extracted.article); !good) {
            return good.error();
        }
        prepared.rows.emplace_back(&mention, std::move(json));
    }
    std::sort(prepared.rows.begin(), prepared.rows.end(), [](const auto& left, const auto& right) {
        if (comes_before(*left.first, *right.first)) {
            return true;
        }
        return !comes_before(*right.first, *left.first) && left.second < right.second;
    });
    std::string all;
    for (const auto& [mention, json] : prepared.rows) {
        all += json;
        all += '\n';
    }
    prepared.hash = text::to_hex(text::hash(all));
    return prepared;
}

} // namespace entente::store
