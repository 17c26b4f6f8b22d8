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

class Store::Impl {
public:
    explicit Impl(Database opened) : database{std::move(opened)} {}

    /// Begins the batch transaction where none is open.
    [[nodiscard]] Status begin();
    [[nodiscard]] Status commit();
    void roll_back();

    /// Duplicate group of every article that has near-copies, by row id.
    [[nodiscard]] Result<std::unordered_map<std::int64_t, std::int64_t>> duplicate_groups() const;

    Database database;
    bool in_transaction = false;
    std::int64_t load = 0;       ///< row of the current load
    std::size_t batch = 0;       ///< articles added since the last commit
};

/// What decides between two versions of an article; greater wins. Text before none, then the
/// extractor's version, then content and record in byte order.
struct ArticleVersion {
    bool has_text = false;
    std::string extractor;
    std::string content_hash;
    std::string record; ///< uri, publisher and language

    [[nodiscard]] bool operator<(const ArticleVersion& other) const;
};

[[nodiscard]] ArticleVersion version_of(const Article& article, std::string_view extractor);

/// Adds or replaces within the open transaction, whatever was there.
[[nodiscard]] Result<AddOutcome> put_article(Store::Impl& impl, const Extracted& extracted);

} // namespace entente::store
