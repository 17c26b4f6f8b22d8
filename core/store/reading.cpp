// SPDX-License-Identifier: Apache-2.0
// Getting articles and mentions out of the store.
#include "core/mention_json.hpp"
#include "core/store/store.hpp"
#include "core/store/store_impl.hpp"

#include <fmt/format.h>

namespace entente::store {

namespace {

/// Columns of kMention, in its order.
struct MentionColumns {
    static constexpr int kId = 0;
    static constexpr int kJson = 1;
    static constexpr int kArticleRow = 2;
    static constexpr int kKey = 3;
    static constexpr int kTitle = 4;
    static constexpr int kUri = 5;
    static constexpr int kPublisher = 6;
    static constexpr int kDate = 7;
};

constexpr std::string_view kMention =
    "SELECT mentions.id, mentions.json, articles.id, articles.key, articles.title, articles.uri, "
    "articles.publisher, articles.date FROM mentions "
    "JOIN articles ON articles.id = mentions.article ";

std::optional<PartialDate> date_of(std::string_view text)
{
    const auto date = PartialDate::parse(text);
    return date ? std::optional{*date} : std::nullopt;
}

using Groups = std::unordered_map<std::int64_t, std::int64_t>;

Result<StoredMention> read_mention(const Statement& row, const Groups& groups,
                                   const std::string& file)
{
    auto mention = mention_from_json(row.text(MentionColumns::kJson));
    if (!mention) {
        return Error{ErrorCode::corrupt_store,
                     fmt::format("mention {} cannot be read", row.integer(MentionColumns::kId))}
            .at(file)
            .hint("run `entente check`, then load the article again")
            .caused_by(mention.error());
    }
    StoredMention stored;
    stored.id = row.integer(MentionColumns::kId);
    stored.mention = std::move(*mention);
    const std::int64_t article = row.integer(MentionColumns::kArticleRow);
    stored.article.id = row.text(MentionColumns::kKey);
    stored.article.title = row.text(MentionColumns::kTitle);
    stored.article.uri = row.text(MentionColumns::kUri);
    stored.article.publisher = row.text(MentionColumns::kPublisher);
    stored.article.date = date_of(row.text(MentionColumns::kDate));
    const auto group = groups.find(article);
    stored.article.duplicate_group = group == groups.end() ? article : group->second;
    return stored;
}

Article read_article(const Statement& row)
{
    Article article;
    article.id = row.text(0);
    article.text = row.text(1);
    article.title = row.text(2);
    article.uri = row.text(3);
    article.publisher = row.text(4);
    article.language = row.text(5);
    article.date = date_of(row.text(6));
    return article;
}

constexpr std::string_view kArticle =
    "SELECT key, text, title, uri, publisher, language, date, extractor, id FROM articles ";

/// Every word as a quoted FTS5 string: nothing that a user types is syntax.
std::string as_match(std::string_view words)
{
    std::string match;
    std::string word;
    const auto flush = [&] {
        if (!word.empty()) {
            match += (match.empty() ? "\"" : " \"") + word + "\"";
            word.clear();
        }
    };
    for (const char c : words) {
        if (c == ' ' || c == '\t' || c == '\n') {
            flush();
        } else if (c == '"') {
            word += "\"\"";
        } else if (c != '\0') {
            word += c;
        }
    }
    flush();
    return match;
}

} // namespace

Status
Store::for_each_mention(const std::function<Status(const StoredMention&)>& visit) const
{
    const auto groups = impl_->duplicate_groups();
    if (!groups) {
        return groups.error();
    }
    auto rows = impl_->database.prepare(
        fmt::format("{} ORDER BY articles.key, mentions.id", kMention));
    if (!rows) {
        return rows.error();
    }
    while (true) {
        const auto row = rows->step();
        if (!row) {
            return row.error();
        }
        if (!*row) {
            return {};
        }
        const auto stored = read_mention(*rows, *groups, impl_->database.file());
        if (!stored) {
            return stored.error();
        }
        if (Status visited = visit(*stored); !visited) {
            return visited;
        }
    }
}

Result<StoredMention> Store::mention(std::int64_t id) const
{
    const auto groups = impl_->duplicate_groups();
    if (!groups) {
        return groups.error();
    }
    auto rows = impl_->database.prepare(fmt::format("{} WHERE mentions.id = ?", kMention));
    if (!rows) {
        return rows.error();
    }
    const auto row = rows->bind(1, id).step();
    if (!row) {
        return row.error();
    }
    if (!*row) {
        return Error{ErrorCode::not_found, fmt::format("there is no mention {}", id)}
            .at(impl_->database.file())
            .hint("take a number that a list of evidence shows");
    }
    return read_mention(*rows, *groups, impl_->database.file());
}

Result<Article> Store::article(std::string_view id) const
{
    auto rows = impl_->database.prepare(fmt::format("{} WHERE key = ?", kArticle));
    if (!rows) {
        return rows.error();
    }
    const auto row = rows->bind(1, id).step();
    if (!row) {
        return row.error();
    }
    if (!*row) {
        return Error{ErrorCode::not_found, fmt::format("there is no article \"{}\"", id)}
            .at(impl_->database.file())
            .hint("take an id that a list of evidence shows");
    }
    return read_article(*rows);
}

Status Store::for_each_article(const std::function<Status(Extracted)>& visit) const
{
    auto rows = impl_->database.prepare(fmt::format("{} ORDER BY key", kArticle));
    auto mentions = impl_->database.prepare(
        "SELECT json FROM mentions WHERE article = ? ORDER BY id");
    if (!rows || !mentions) {
        return !rows ? rows.error() : mentions.error();
    }
    while (true) {
        const auto row = rows->step();
        if (!row) {
            return row.error();
        }
        if (!*row) {
            return {};
        }
        Extracted extracted;
        extracted.article = read_article(*rows);
        extracted.extractor = rows->text(7);
        mentions->reset();
        mentions->bind(1, rows->integer(8));
        while (true) {
            const auto more = mentions->step();
            if (!more) {
                return more.error();
            }
            if (!*more) {
                break;
            }
            auto mention = mention_from_json(mentions->text(0));
            if (!mention) {
                return Error{ErrorCode::corrupt_store,
                             fmt::format("a mention of article \"{}\" cannot be read",
                                         extracted.article.id)}
                    .at(impl_->database.file())
                    .hint("run `entente check`, then load the article again")
                    .caused_by(mention.error());
            }
            extracted.mentions.push_back(std::move(*mention));
        }
        if (Status visited = visit(std::move(extracted)); !visited) {
            return visited;
        }
    }
}

Result<std::vector<StoredMention>> Store::search(std::string_view words, std::size_t limit) const
{
    const std::string match = as_match(words);
    std::vector<StoredMention> found;
    if (match.empty() || limit == 0) {
        return found;
    }
    const auto groups = impl_->duplicate_groups();
    if (!groups) {
        return groups.error();
    }
    auto rows = impl_->database.prepare(
        fmt::format("{} JOIN evidence ON evidence.rowid = mentions.id WHERE evidence MATCH ? "
                    "ORDER BY bm25(evidence), articles.key, mentions.id LIMIT ?",
                    kMention));
    if (!rows) {
        return rows.error();
    }
    rows->bind(1, match).bind(2, static_cast<std::int64_t>(limit));
    while (true) {
        const auto row = rows->step();
        if (!row) {
            return row.error();
        }
        if (!*row) {
            return found;
        }
        auto stored = read_mention(*rows, *groups, impl_->database.file());
        if (!stored) {
            return stored.error();
        }
        found.push_back(std::move(*stored));
    }
}

Result<std::vector<Actor>> Store::actors() const
{
    auto rows = impl_->database.prepare(
        "SELECT code, name, kind FROM actors WHERE code IN (SELECT source FROM mentions UNION "
        "SELECT target FROM mentions) ORDER BY code");
    if (!rows) {
        return rows.error();
    }
    std::vector<Actor> actors;
    while (true) {
        const auto row = rows->step();
        if (!row) {
            return row.error();
        }
        if (!*row) {
            return actors;
        }
        const auto code = ActorCode::parse(rows->text(0));
        if (!code) {
            return code.error();
        }
        actors.push_back({*code, std::string{rows->text(1)},
                          parse_actor_kind(rows->text(2)).value_or(ActorKind::group)});
    }
}

} // namespace entente::store
