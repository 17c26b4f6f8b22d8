// SPDX-License-Identifier: Apache-2.0
// Putting one article with its mentions into the store, wholly or not at all.
#include "core/mention_json.hpp"
#include "core/store/duplicates.hpp"
#include "core/store/store.hpp"
#include "core/store/store_impl.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace entente::store {

namespace {

/// Articles to one commit: an fsync is dear, and a lost tail of a batch is read again anyway.
constexpr std::size_t kBatch = 256;

std::string day_text(const std::optional<EventDate>& date, bool end)
{
    return date ? format_day(end ? date->range.to : date->range.from) : std::string{};
}

/// Where an article stands that may be there already.
struct Known {
    std::int64_t row = 0;
    std::string content_hash;
    std::string extractor;
};

Result<std::optional<Known>> find_known(const Database& database, std::string_view key)
{
    auto select =
        database.prepare("SELECT id, content_hash, extractor FROM articles WHERE key = ?");
    if (!select) {
        return select.error();
    }
    const auto row = select->bind(1, key).step();
    if (!row) {
        return row.error();
    }
    if (!*row) {
        return std::optional<Known>{};
    }
    return std::optional<Known>{
        Known{select->integer(0), std::string{select->text(1)}, std::string{select->text(2)}}};
}

/// Runs one statement with bindings made by `bind`.
template <typename Bind>
Status run(const Database& database, std::string_view sql, Bind bind)
{
    auto statement = database.prepare(sql);
    if (!statement) {
        return statement.error();
    }
    bind(*statement);
    return statement->run();
}

class Writer {
public:
    Writer(Store::Impl& impl, const Extracted& extracted, const PreparedMentions& mentions)
        : impl_{impl}
        , database_{impl.database}
        , extracted_{extracted}
        , mentions_{mentions}
    {}

    Status write(const std::optional<Known>& known)
    {
        if (known) {
            if (Status removed = remove(known->row); !removed) {
                return removed;
            }
        }
        for (Status (Writer::*step)() :
             {&Writer::find_or_add_signature, &Writer::add_article, &Writer::add_mentions}) {
            if (Status done = (this->*step)(); !done) {
                return done;
            }
        }
        return {};
    }

private:
    /// The signature goes with the last article that has it, and with it bands and pairs.
    Status remove(std::int64_t article)
    {
        const auto signature = database_.integer(
            fmt::format("SELECT ifnull(signature, 0) FROM articles WHERE id = {}", article));
        if (!signature) {
            return signature.error();
        }
        const std::array<std::pair<std::string_view, std::int64_t>, 3> steps{{
            {"DELETE FROM mentions WHERE article = ?", article},
            {"DELETE FROM articles WHERE id = ?", article},
            {"DELETE FROM signatures WHERE id = ?1 AND NOT EXISTS "
             "(SELECT 1 FROM articles WHERE signature = ?1)",
             *signature},
        }};
        for (const auto& [sql, row] : steps) {
            Status done = run(database_, sql, [id = row](Statement& s) { s.bind(1, id); });
            if (!done) {
                return done;
            }
        }
        return {};
    }

    Status add_article()
    {
        const Article& a = extracted_.article;
        Status done = run(
            database_,
            "INSERT INTO articles (key, text, title, uri, publisher, language, date, content_hash, "
            "mentions_hash, extractor, load, signature) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [&](Statement& s) {
                s.bind(1, a.id).bind(2, a.text).bind(3, a.title).bind(4, a.uri);
                s.bind(5, a.publisher).bind(6, a.language);
                s.bind(7, a.date ? a.date->to_string() : std::string{});
                s.bind(8, content_hash(a)).bind(9, mentions_.hash);
                s.bind(10, extracted_.extractor).bind(11, impl_.load).bind(12, signature_);
            });
        row_ = database_.last_row_id();
        return done;
    }

    Status find_or_add_signature()
    {
        const auto signature = make_signature(extracted_.article.text);
        if (!signature) {
            return {};
        }
        const std::string bytes = to_bytes(*signature);
        auto find = database_.prepare("SELECT id FROM signatures WHERE hashes = CAST(? AS BLOB)");
        if (!find) {
            return find.error();
        }
        const auto found = find->bind(1, bytes).step();
        if (!found) {
            return found.error();
        }
        if (*found) {
            signature_ = find->integer(0);
            return {};
        }
        Status done = run(database_, "INSERT INTO signatures (hashes) VALUES (CAST(? AS BLOB))",
                          [&](Statement& s) { s.bind(1, bytes); });
        if (!done) {
            return done;
        }
        signature_ = database_.last_row_id();
        done = add_bands(*signature);
        return done ? add_near_copies(*signature) : done;
    }

    Status add_bands(const Signature& signature)
    {
        const auto bands = band_hashes(signature);
        auto insert =
            database_.prepare("INSERT INTO bands (band, hash, signature) VALUES (?, ?, ?)");
        if (!insert) {
            return insert.error();
        }
        for (std::size_t band = 0; band < bands.size(); ++band) {
            Status done = insert->bind(1, static_cast<std::int64_t>(band))
                              .bind(2, static_cast<std::int64_t>(bands[band]))
                              .bind(3, signature_)
                              .run();
            if (!done) {
                return done;
            }
        }
        return {};
    }

    /// Signatures that share a band are compared.
    Status add_near_copies(const Signature& signature)
    {
        auto candidates = database_.prepare(
            "SELECT DISTINCT other.signature, signatures.hashes FROM bands AS mine "
            "JOIN bands AS other ON other.band = mine.band AND other.hash = mine.hash "
            "JOIN signatures ON signatures.id = other.signature "
            "WHERE mine.signature = ?1 AND other.signature <> ?1");
        auto insert = database_.prepare("INSERT INTO near_copies (a, b) VALUES (?, ?)");
        if (!candidates || !insert) {
            return !candidates ? candidates.error() : insert.error();
        }
        candidates->bind(1, signature_);
        const std::int64_t mine = *signature_;
        return candidates->for_each([&]() -> Status {
            const auto other = signature_from_bytes(candidates->text(1));
            if (!other || similarity(signature, *other) < kNearCopy) {
                return {};
            }
            const std::int64_t copy = candidates->integer(0);
            return insert->bind(1, std::min(copy, mine)).bind(2, std::max(copy, mine)).run();
        });
    }

    Result<std::int64_t> find_or_add_actor(const Argument& side)
    {
        auto add =
            database_.prepare("INSERT OR IGNORE INTO actors (code, name, kind) VALUES (?, ?, ?)");
        auto find =
            database_.prepare("SELECT id FROM actors WHERE code = ? AND name = ? AND kind = ?");
        if (!add || !find) {
            return !add ? add.error() : find.error();
        }
        for (Statement* statement : {&*add, &*find}) {
            statement->bind(1, side.code.text()).bind(2, side.name).bind(3, to_string(side.kind));
        }
        if (Status done = add->run(); !done) {
            return done.error();
        }
        const auto found = find->step();
        if (!found) {
            return found.error();
        }
        return find->integer(0);
    }

    Status add_mentions()
    {
        auto insert = database_.prepare(
            "INSERT INTO mentions (article, source, target, source_actor, target_actor, category, "
            "mode, status, symmetric, from_day, to_day, confidence, text, json, quad, score, "
            "label, topics, alleged, attributed_to, date_precision, date_basis) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
            "json_extract(?14, '$.topics'), ?, nullif(?, ''), nullif(?, ''), nullif(?, ''))");
        if (!insert) {
            return insert.error();
        }
        const Ontology& ontology = Ontology::builtin();
        for (const auto& [mention, json] : mentions_.rows) {
            const Mention& m = *mention;
            const auto source = find_or_add_actor(m.source);
            const auto target = find_or_add_actor(m.target);
            if (!source || !target) {
                return !source ? source.error() : target.error();
            }
            insert->bind(1, row_).bind(2, m.source.code.text()).bind(3, m.target.code.text());
            insert->bind(4, *source).bind(5, *target).bind(6, m.category).bind(7, m.mode);
            insert->bind(8, to_string(m.status)).bind(9, std::int64_t{m.symmetric ? 1 : 0});
            insert->bind(10, day_text(m.date, false)).bind(11, day_text(m.date, true));
            insert->bind(12, m.confidence).bind(13, m.sentence.text).bind(14, json);
            insert->bind(15, to_string(ontology.quad(m.category)));
            insert->bind(16, ontology.score(m.category, m.mode)).bind(17, m.label);
            insert->bind(18, std::int64_t{m.alleged ? 1 : 0}).bind(19, m.attributed_to);
            insert->bind(20, m.date ? to_string(m.date->precision) : std::string_view{});
            insert->bind(21, m.date ? to_string(m.date->basis) : std::string_view{});
            if (Status done = insert->run(); !done) {
                return done;
            }
        }
        return {};
    }

    Store::Impl& impl_;
    const Database& database_;
    const Extracted& extracted_;
    const PreparedMentions& mentions_;
    std::int64_t row_ = 0;
    std::optional<std::int64_t> signature_;
};

} // namespace

Result<AddOutcome> put_article(Store::Impl& impl, const Extracted& extracted,
                               const PreparedMentions& mentions)
{
    if (!impl.has_load) {
        return Error{ErrorCode::internal, "an article was added before any load was begun"}
            .at(impl.database.file())
            .hint("call begin_load() first");
    }
    if (Status begun = impl.begin(); !begun) {
        return begun.error();
    }
    const auto known = find_known(impl.database, extracted.article.id);
    if (!known) {
        return known.error();
    }
    if (Status point = impl.database.execute("SAVEPOINT article"); !point) {
        return point.error();
    }
    impl.groups.reset();
    Status written = Writer{impl, extracted, mentions}.write(*known);
    if (written) {
        written = impl.database.execute("RELEASE article");
    }
    if (!written) {
        if (!impl.database.in_transaction()) {
            impl.roll_back(); // SQLite has done so: the batch is lost, what was committed stays
            return written.error();
        }
        // The articles before this one are kept: only this article's changes are undone.
        static_cast<void>(impl.database.execute("ROLLBACK TO article; RELEASE article"));
        const Status kept = impl.commit();
        return kept ? written.error() : kept.error();
    }
    if (++impl.batch >= kBatch) {
        if (Status committed = impl.commit(); !committed) {
            return committed.error();
        }
    }
    return *known ? AddOutcome::replaced : AddOutcome::added;
}

Result<bool> Store::is_current(const Article& article, std::string_view extractor) const
{
    const auto known = find_known(impl_->database, article.id);
    if (!known) {
        return known.error();
    }
    return *known && (*known)->content_hash == content_hash(article) &&
           (*known)->extractor == extractor;
}

Result<AddOutcome> Store::add(const Extracted& extracted)
{
    const auto current = is_current(extracted.article, extracted.extractor);
    if (!current) {
        return current.error();
    }
    if (*current) {
        return AddOutcome::unchanged;
    }
    const auto mentions = prepare_mentions(extracted);
    if (!mentions) {
        return mentions.error();
    }
    return put_article(*impl_, extracted, *mentions);
}

} // namespace entente::store
