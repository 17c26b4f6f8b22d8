// SPDX-License-Identifier: Apache-2.0
// The store: every article and mention that was loaded, in one SQLite file that survives anything.
#pragma once

#include "core/article.hpp"
#include "core/diagnostics.hpp"
#include "core/filter.hpp"
#include "core/relation.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::store {

/// "ente" in ASCII: marks a SQLite file as ours (PRAGMA application_id).
inline constexpr std::int32_t kApplicationId = 0x656E7465;
/// Version of the schema (PRAGMA user_version). Older stores are migrated when opened for writing.
inline constexpr std::int32_t kSchemaVersion = 2;

/// What adding an article did.
enum class AddOutcome : std::uint8_t {
    added,     ///< new
    replaced,  ///< known, but its content or its extractor's version has changed
    unchanged, ///< known and the same: nothing was written
};

/// An article with its mentions: the unit of a transaction. Wholly in the store, or wholly not.
struct Extracted {
    Article article;
    std::vector<Mention> mentions;
    std::string extractor; ///< name and version of what extracted them
};

/// What is stored about an article besides its text.
struct ArticleRecord {
    std::string id;
    std::string title;
    std::string uri;
    std::string publisher;
    std::optional<PartialDate> date;
    /// Near-copies share a group; they count as one source. A positive hash of the smallest article
    /// id of the group, so that neither order nor place of loading shows.
    std::int64_t duplicate_group = 0;
};

/// A mention with what the store knows around it.
struct StoredMention {
    std::int64_t id = 0; ///< number for `evidence N`; stable while the article is unchanged
    Mention mention;
    ArticleRecord article;
};

struct StoreStatistics {
    std::int64_t articles = 0;
    std::int64_t duplicate_articles = 0; ///< near-copies of an article that is also there
    std::int64_t mentions = 0;
    std::int64_t actors = 0;
    std::int64_t events = 0; ///< mentions of the same days, actors, category and mode count once
    std::int64_t loads = 0;
    std::int64_t bytes = 0;       ///< size of the file
    std::optional<Day> first_day; ///< of event time
    std::optional<Day> last_day;
    std::vector<std::pair<std::string, std::int64_t>> mentions_by_category; ///< most first
    std::vector<std::pair<std::string, std::int64_t>> mentions_by_actor;    ///< principals, top 10
};

/// One finding of check(): clear of findings means sound.
struct Finding {
    std::string what;
    std::string remedy;
};

enum class OpenMode : std::uint8_t {
    read,            ///< must exist; never written
    write,           ///< must exist
    write_or_create, ///< created where absent
};

/// An open store.
///
/// Durability: WAL with synchronous=FULL; when add() of a batch has been committed it survives a
/// power cut. Recorded time is passed in by the caller, so that the library has no clock.
/// Threads: one store object belongs to one thread at a time; several processes may read while one
/// writes, and a second writer waits up to ten seconds, then fails with store_busy.
class Store {
public:
    /// Errors: missing_input, not_a_store, newer_store, corrupt_store, write_failed, each naming
    /// the file and the remedy.
    [[nodiscard]] static Result<Store> open(const std::filesystem::path& file, OpenMode mode);

    Store(Store&&) noexcept;
    Store& operator=(Store&&) noexcept;
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;
    ~Store();

    /// Begins a load: the provenance record under which the following articles are filed.
    /// \param recorded_at ISO 8601 instant in UTC
    /// \param origin what the user named, e.g. the command's inputs
    [[nodiscard]] Status begin_load(std::string_view recorded_at, std::string_view origin);

    /// Whether add() of this article by this extractor would change nothing, so that a caller can
    /// skip the work of extraction.
    [[nodiscard]] Result<bool> is_current(const Article& article, std::string_view extractor) const;

    /// Adds or replaces one article with its mentions, atomically, under the load that was begun.
    /// Many adds are committed together for speed; commit() or the destructor ends the last batch.
    /// Errors: write_failed (disk full, read-only); the store then holds all committed articles.
    /// bad_article, bad_encoding for an article or mention that could not be read back.
    [[nodiscard]] Result<AddOutcome> add(const Extracted& extracted);

    /// Makes everything added so far durable.
    [[nodiscard]] Status commit();

    /// Takes in an article made elsewhere: union by article id. Of two versions of an article one
    /// with text goes before one without, then the higher extractor version, then the higher
    /// content hash wins; what still ties is decided by uri, publisher, language and mentions, so
    /// that neither order nor repetition matters.
    [[nodiscard]] Result<AddOutcome> merge(const Extracted& extracted);

    /// Merges every article of another store. Errors: those of open() for the other file.
    [[nodiscard]] Status merge_store(const std::filesystem::path& other);

    /// Calls `visit` for every article with its mentions, in order of their ids, as they all were
    /// at one moment. The visitor must not write to this store object.
    [[nodiscard]] Status for_each_article(const std::function<Status(Extracted)>& visit) const;

    /// Calls `visit` for every mention in article id order, then text order, without holding more
    /// than one article's mentions in memory. A visitor that fails ends the walk; it must not write
    /// to this store object.
    [[nodiscard]] Status
    for_each_mention(const std::function<Status(const StoredMention&)>& visit) const;

    /// Errors: not_found.
    [[nodiscard]] Result<StoredMention> mention(std::int64_t id) const;

    /// Whole article with text. Errors: not_found.
    [[nodiscard]] Result<Article> article(std::string_view id) const;

    /// Mentions whose sentence holds all words of the query, best match first (FTS5, BM25).
    [[nodiscard]] Result<std::vector<StoredMention>> search(std::string_view words,
                                                            std::size_t limit) const;

    /// Distinct actors seen, by code.
    [[nodiscard]] Result<std::vector<Actor>> actors() const;

    [[nodiscard]] Result<StoreStatistics> statistics() const;

    /// SQLite's integrity check, foreign keys, spans against texts, FTS index.
    [[nodiscard]] Result<std::vector<Finding>> check() const;

    class Impl; ///< private to the files that implement the store

private:
    explicit Store(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace entente::store
