// SPDX-License-Identifier: Apache-2.0
#include "core/store/stored_mention.hpp"

#include "core/mention_json.hpp"
#include "core/store/duplicates.hpp"
#include "core/store/quoted_article.hpp"

#include <fmt/format.h>

namespace entente::store {

namespace {

// Places of kMentionColumns.
constexpr int kId = 0;
constexpr int kJson = 1;
constexpr int kArticleRow = 2;
constexpr int kKey = 3;
constexpr int kTitle = 4;
constexpr int kUri = 5;
constexpr int kPublisher = 6;
constexpr int kDate = 7;

} // namespace

Result<StoredMention> read_mention(const Statement& row, const Groups& groups,
                                   const std::string& file)
{
    auto mention = mention_from_json(row.text(kJson));
    if (!mention) {
        return unreadable_mention(fmt::format("mention {}", row.integer(kId)), file,
                                  mention.error());
    }
    StoredMention stored;
    stored.id = row.integer(kId);
    stored.mention = std::move(*mention);
    if (auto quoted = quoted_article(stored.mention)) {
        stored.mention.article = quoted->id;
        stored.article = std::move(*quoted);
        return stored;
    }
    stored.article.id = row.text(kKey);
    stored.article.title = row.text(kTitle);
    stored.article.uri = row.text(kUri);
    stored.article.publisher = row.text(kPublisher);
    stored.article.date = stored_date(row.text(kDate));
    const auto group = groups.find(row.integer(kArticleRow));
    stored.article.duplicate_group =
        group == groups.end() ? group_number(stored.article.id) : group->second;
    return stored;
}

Error unreadable_mention(const std::string& what, const std::string& file, const Error& cause)
{
    return Error{ErrorCode::corrupt_store, what + " cannot be read"}
        .at(file)
        .hint("run `entente check`, then load the article again")
        .caused_by(cause);
}

std::optional<PartialDate> stored_date(std::string_view text)
{
    const auto date = PartialDate::parse(text);
    return date ? std::optional{*date} : std::nullopt;
}

} // namespace entente::store
