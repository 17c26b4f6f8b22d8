// SPDX-License-Identifier: Apache-2.0
// Whether a clause tells of what was or of what is to come: "on Friday" is either.
#pragma once

#include "extractors/dates/words.hpp"
#include "extractors/language/analysis.hpp"

#include <cstdint>
#include <vector>

namespace entente::dates {

enum class Direction : std::uint8_t { unknown, back, ahead };

/// Lifetime: refers to the analysis and the words.
class Tenses {
public:
    Tenses(const language::Analysis& analysis, const Words& words);

    /// Of the clause in which the word stands, and of what stands before it: "by Friday".
    [[nodiscard]] Direction around(std::size_t word) const;

private:
    void note(std::size_t word);
    [[nodiscard]] Direction of_clause(std::size_t word) const;
    [[nodiscard]] Direction of_verb(std::size_t verb, bool direct) const;
    [[nodiscard]] Direction of_infinitive(std::size_t verb) const;
    [[nodiscard]] Match listed(std::size_t word, Kind kind) const;

    const language::Analysis& analysis_;
    const Words& words_;
    std::vector<std::uint8_t> helpers_; ///< by the word that they help
};

} // namespace entente::dates
