// SPDX-License-Identifier: Apache-2.0
// The article that an imported sentence comes from, where the store has no such article.
#pragma once

#include "core/store/store.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace entente::store {

/// Name of the field of Mention::extra that holds it.
inline constexpr std::string_view kQuotedArticle = "quoted_article";

/// A JSON object for that field.
[[nodiscard]] std::string quoted_article_json(const ArticleRecord& article);

/// The article that the mention brings along; none for a mention of its own article.
[[nodiscard]] std::optional<ArticleRecord> quoted_article(const Mention& mention);

} // namespace entente::store
