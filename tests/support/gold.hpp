// SPDX-License-Identifier: Apache-2.0
// Relations coded by hand for our own articles, and how an extraction agrees with them.
#pragma once

#include "core/article.hpp"
#include "core/relation.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente::tests {

/// One relation that a person coded: tests/gold/README.md says what the fields mean.
struct GoldRelation {
    std::string sentence;
    std::string source; ///< actor codes
    std::string target;
    std::string category;
    bool sure = true;
};

struct GoldArticle {
    Article article;
    std::vector<GoldRelation> relations;
};

/// Every article of datasets/articles that has a file in tests/gold, by id. Fails the test where a
/// file cannot be read or a sentence does not stand in its article.
[[nodiscard]] std::vector<GoldArticle> load_gold();

/// Counts of a comparison. What was found of the relations that are not sure counts nowhere.
struct Agreement {
    std::size_t found = 0;  ///< sure and found
    std::size_t missed = 0; ///< sure and not found
    std::size_t wrong = 0;  ///< found, but in no gold relation

    [[nodiscard]] double precision() const noexcept;
    [[nodiscard]] double recall() const noexcept;
};

/// How much of a relation must agree.
enum class Level { pair, category };

/// Matches each mention with one gold relation of the same sentence between the same principals
/// (and, at Level::category, of the same category); order does not count.
[[nodiscard]] Agreement compare(const GoldArticle& gold, const std::vector<Mention>& mentions,
                                Level level);

} // namespace entente::tests
