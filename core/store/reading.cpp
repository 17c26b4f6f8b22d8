// SPDX-License-Identifier: Apache-2.0
// Walking over articles and mentions, and getting one of them.
#include "core/mention_json.hpp"
#include "core/store/stored_mention.hpp"

#include <fmt/format.h>

namespace entente::store {

namespace {

Article read_article(const Statement& row)
{
    Article article;
    article.id = row.text(0);
    article.text = row.text(1);
    article.title = row.text(2);
    article.uri = row.text(3);
    article.publisher = row.text(4);
    article.language = row.text(5);
    article.date = stored_date(row.text(6));
    return article;
}

constexpr std::string_view kArticle =
    "SELECT key, text, title, uri, publisher, language, date, extractor, id FROM articles ";

} // namespace

Status Store::for_each_mention(const std::function<Status(const StoredMention&)>& visit) const
{
    const ReadTransaction moment{impl_->database};
    const auto groups = impl_->duplicate_groups();
    if (!groups) {
        return groups.error();
    }
    // CROSS JOIN keeps the articles outside: they come in order of their index, unsorted.
    auto rows = impl_->database.prepare(
        fmt::format("SELECT {} FROM articles CROSS JOIN mentions ON mentions.article = articles.id "
                    "ORDER BY articles.key, mentions.id",
                    kMentionColumns));
    if (!rows) {
        return rows.error();
    }
    // A copy: the visitor may ask the store for something else.
    const Groups of_now = **groups;
    return rows->for_each([&]() -> Status {
        const auto stored = read_mention(*rows, of_now, impl_->database.file());
        return stored ? visit(*stored) : Status{stored.error()};
    });
}

Result<StoredMention> Store::mention(std::int64_t id) const
{
    const ReadTransaction moment{impl_->database};
    const auto groups = impl_->duplicate_groups();
    if (!groups) {
        return groups.error();
    }
    auto rows = impl_->database.prepare(
        fmt::format("SELECT {} FROM mentions JOIN articles ON articles.id = mentions.article "
                    "WHERE mentions.id = ?",
                    kMentionColumns));
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
    return read_mention(*rows, **groups, impl_->database.file());
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
    const ReadTransaction moment{impl_->database};
    auto rows = impl_->database.prepare(fmt::format("{} ORDER BY key", kArticle));
    auto mentions =
        impl_->database.prepare("SELECT json FROM mentions WHERE article = ? ORDER BY id");
    if (!rows || !mentions) {
        return !rows ? rows.error() : mentions.error();
    }
    return rows->for_each([&]() -> Status {
        Extracted extracted;
        extracted.article = read_article(*rows);
        extracted.extractor = rows->text(7);
        mentions->reset();
        mentions->bind(1, rows->integer(8));
        Status read = mentions->for_each([&]() -> Status {
            auto mention = mention_from_json(mentions->text(0));
            if (!mention) {
                return unreadable_mention(
                    fmt::format("a mention of article \"{}\"", extracted.article.id),
                    impl_->database.file(), mention.error());
            }
            extracted.mentions.push_back(std::move(*mention));
            return {};
        });
        return read ? visit(std::move(extracted)) : read;
    });
}

Result<std::vector<Actor>> Store::actors() const
{
    // The first row of a code wins: the first name in the alphabet.
    auto rows =
        impl_->database.prepare("SELECT code, name, kind FROM actors WHERE "
                                "EXISTS (SELECT 1 FROM mentions WHERE source_actor = actors.id) OR "
                                "EXISTS (SELECT 1 FROM mentions WHERE target_actor = actors.id) "
                                "ORDER BY code, name, kind");
    if (!rows) {
        return rows.error();
    }
    std::vector<Actor> actors;
    Status read = rows->for_each([&]() -> Status {
        if (!actors.empty() && actors.back().code.text() == rows->text(0)) {
            return {};
        }
        const auto code = ActorCode::parse(rows->text(0));
        if (!code) {
            return code.error();
        }
        actors.push_back({*code, std::string{rows->text(1)},
                          parse_actor_kind(rows->text(2)).value_or(ActorKind::group)});
        return {};
    });
    if (!read) {
        return read.error();
    }
    return actors;
}

} // namespace entente::store
