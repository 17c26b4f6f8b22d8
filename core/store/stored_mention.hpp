// SPDX-License-Identifier: Apache-2.0
// How a mention and its article are read from a row.
#pragma once

#include "core/store/store_impl.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace entente::store {

/// What read_mention() needs, for a SELECT from mentions joined with articles.
inline constexpr std::string_view kMentionColumns =
    "mentions.id, mentions.json, articles.id, articles.key, articles.title, articles.uri, "
    "articles.publisher, articles.date";

/// Errors: corrupt_store where the JSON cannot be read.
[[nodiscard]] Result<StoredMention> read_mention(const Statement& row, const Groups& groups,
                                                 const std::string& file);

/// \param what "mention 5"
[[nodiscard]] Error unreadable_mention(const std::string& what, const std::string& file,
                                       const Error& cause);

/// A date as a column holds it; none for an empty one.
[[nodiscard]] std::optional<PartialDate> stored_date(std::string_view text);

} // namespace entente::store
