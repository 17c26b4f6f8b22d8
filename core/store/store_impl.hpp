// SPDX-License-Identifier: Apache-2.0
// The inside of a store, shared by the files that implement it.
#pragma once

#include "core/store/database.hpp"
#include "core/store/store.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

namespace entente::store {

/// Number of the duplicate group by article row, for the articles that have near-copies.
using Groups = std::unordered_map<std::int64_t, std::int64_t>;

class Store::Impl {
public:
    explicit Impl(Database opened)
        : database{std::move(opened)}
    {}

    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;
    /// Ends the last batch; who wants to know how that went calls commit().
    ~Impl();

    /// Begins the batch transaction where none is open, and files the load that has no row yet.
    [[nodiscard]] Status begin();
    [[nodiscard]] Status commit();
    void roll_back();

    /// Computed once, and anew when this or another process has changed the store. Valid until the
    /// next write.
    [[nodiscard]] Result<const Groups*> duplicate_groups() const;

    Database database;
    bool in_transaction = false; ///< a batch is open
    std::string recorded_at;     ///< of the current load
    std::string origin;
    bool has_load = false;       ///< whether begin_load() was called
    std::int64_t load = 0;       ///< row of the current load; 0 while it has none
    bool load_committed = false; ///< whether that row survives a roll-back
    std::size_t batch = 0;       ///< articles added since the last commit
    mutable std::optional<Groups> groups;
    mutable std::int64_t groups_version = 0; ///< PRAGMA data_version when they were computed
};

/// What decides between two versions of an article; greater wins. Text before none, then the
/// extractor's version, then content, record and mentions in byte order.
struct ArticleVersion {
    bool has_text = false;
    std::string extractor;
    std::string content_hash;
    std::string record; ///< uri, publisher and language
    std::string mentions_hash;

    [[nodiscard]] bool operator<(const ArticleVersion& other) const;
};

/// The mentions of one article as they are stored: in the one order of all outputs, each with its
/// JSON.
struct PreparedMentions {
    std::vector<std::pair<const Mention*, std::string>> rows;
    std::string hash; ///< over all rows
};

/// Points into `extracted`, which must outlive the result.
/// Errors: bad_article, bad_encoding for what could be stored but never be read again.
[[nodiscard]] Result<PreparedMentions> prepare_mentions(const Extracted& extracted);

/// Adds or replaces within the open transaction, whatever was there.
[[nodiscard]] Result<AddOutcome> put_article(Store::Impl& impl, const Extracted& extracted,
                                             const PreparedMentions& mentions);

} // namespace entente::store
