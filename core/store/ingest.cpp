// SPDX-License-Identifier: Apache-2.0
// Putting one article with its mentions into the store, wholly or not at all.
#include "core/mention_json.hpp"
#include "core/store/duplicates.hpp"
#include "core/store/store.hpp"
#include "core/store/store_impl.hpp"

#include <algorithm>
#include <cstring>

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
    return std::optional<Known>{Known{select->integer(0), std::string{select->text(1)},
                                      std::string{select->text(2)}}};
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
    Writer(Store::Impl& impl, const Extracted& extracted)
        : impl_{impl}, database_{impl.database}, extracted_{extracted}
    {
    }

    Status write(const std::optional<Known>& known)
    {
        if (known) {
            Status removed = run(database_, "DELETE FROM mentions WHERE article = ?",
                                 [&](Statement& s) { s.bind(1, known->row); });
            if (removed) {
                removed = run(database_, "DELETE FROM articles WHERE id = ?",
                              [&](Statement& s) { s.bind(1, known->row); });
            }
            if (!removed) {
                return removed;
            }
        }
        for (Status (Writer::*step)() :
             {&Writer::article, &Writer::signature, &Writer::near_copies, &Writer::mentions}) {
            if (Status done = (this->*step)(); !done) {
                return done;
            }
        }
        return {};
    }

private:
    Status article()
    {
        const Article& a = extracted_.article;
        Status done = run(
            database_,
            "INSERT INTO articles (key, text, title, uri, publisher, language, date, content_hash, "
            "extractor, load) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [&](Statement& s) {
                s.bind(1, a.id).bind(2, a.text).bind(3, a.title).bind(4, a.uri);
                s.bind(5, a.publisher).bind(6, a.language);
                s.bind(7, a.date ? a.date->to_string() : std::string{});
                s.bind(8, content_hash(a)).bind(9, extracted_.extractor).bind(10, impl_.load);
            });
        row_ = database_.last_row_id();
        return done;
    }

    Status signature()
    {
        signature_ = make_signature(extracted_.article.text);
        std::string blob(sizeof(Signature), '\0');
        std::memcpy(blob.data(), signature_.data(), sizeof(Signature));
        Status done = run(database_, "INSERT INTO signatures (article, hashes) VALUES (?, ?)",
                          [&](Statement& s) { s.bind(1, row_).bind(2, blob); });
        if (!done) {
            return done;
        }
        const auto bands = band_hashes(signature_);
        auto insert =
            database_.prepare("INSERT INTO bands (band, hash, article) VALUES (?, ?, ?)");
        if (!insert) {
            return insert.error();
        }
        for (std::size_t band = 0; band < bands.size(); ++band) {
            done = insert->bind(1, static_cast<std::int64_t>(band))
                       .bind(2, static_cast<std::int64_t>(bands[band]))
                       .bind(3, row_)
                       .run();
            if (!done) {
                return done;
            }
        }
        return {};
    }

    /// Articles that share a band are compared by their signatures.
    Status near_copies()
    {
        if (extracted_.article.text.empty()) {
            return {};
        }
        auto candidates = database_.prepare(
            "SELECT DISTINCT other.article, signatures.hashes FROM bands AS mine "
            "JOIN bands AS other ON other.band = mine.band AND other.hash = mine.hash "
            "JOIN signatures ON signatures.article = other.article "
            "WHERE mine.article = ?1 AND other.article <> ?1");
        if (!candidates) {
            return candidates.error();
        }
        candidates->bind(1, row_);
        std::vector<std::int64_t> copies;
        while (true) {
            const auto row = candidates->step();
            if (!row) {
                return row.error();
            }
            if (!*row) {
                break;
            }
            Signature other{};
            const std::string_view blob = candidates->text(1);
            if (blob.size() == sizeof(Signature)) {
                std::memcpy(other.data(), blob.data(), sizeof(Signature));
                if (similarity(signature_, other) >= kNearCopy) {
                    copies.push_back(candidates->integer(0));
                }
            }
        }
        for (const std::int64_t copy : copies) {
            Status done = run(database_, "INSERT OR IGNORE INTO near_copies (a, b) VALUES (?, ?)",
                              [&](Statement& s) {
                                  s.bind(1, std::min(copy, row_)).bind(2, std::max(copy, row_));
                              });
            if (!done) {
                return done;
            }
        }
        return {};
    }

    Status mentions()
    {
        auto actor = database_.prepare("INSERT INTO actors (code, name, kind) VALUES (?, ?, ?) "
                                       "ON CONFLICT (code) DO UPDATE SET name = min(name, "
                                       "excluded.name), kind = min(kind, excluded.kind)");
        auto insert = database_.prepare(
            "INSERT INTO mentions (article, source, target, category, mode, status, from_day, "
            "to_day, confidence, text, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        if (!actor || !insert) {
            return !actor ? actor.error() : insert.error();
        }
        std::vector<Mention> ordered = extracted_.mentions;
        std::sort(ordered.begin(), ordered.end(), comes_before);
        for (const Mention& m : ordered) {
            for (const Argument* side : {&m.source, &m.target}) {
                Status done = actor->bind(1, side->code.text())
                                  .bind(2, side->name)
                                  .bind(3, to_string(side->kind))
                                  .run();
                if (!done) {
                    return done;
                }
            }
            insert->bind(1, row_).bind(2, m.source.code.text()).bind(3, m.target.code.text());
            insert->bind(4, m.category).bind(5, m.mode).bind(6, to_string(m.status));
            insert->bind(7, day_text(m.date, false)).bind(8, day_text(m.date, true));
            insert->bind(9, m.confidence).bind(10, m.sentence.text).bind(11, to_json(m));
            if (Status done = insert->run(); !done) {
                return done;
            }
        }
        return {};
    }

    Store::Impl& impl_;
    const Database& database_;
    const Extracted& extracted_;
    std::int64_t row_ = 0;
    Signature signature_{};
};

} // namespace

Result<AddOutcome> put_article(Store::Impl& impl, const Extracted& extracted)
{
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
    Status written = Writer{impl, extracted}.write(*known);
    if (written) {
        written = impl.database.execute("RELEASE article");
    }
    if (!written) {
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
    return put_article(*impl_, extracted);
}

} // namespace entente::store
