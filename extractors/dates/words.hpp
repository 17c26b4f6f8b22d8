// SPDX-License-Identifier: Apache-2.0
// The words of a text as the readers of time expressions look at them, one sentence at a time.
#pragma once

#include "extractors/dates/vocabulary.hpp"
#include "extractors/language/analysis.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::dates {

/// An entry that stands at a word; `count` words of the text, 0 where there is none.
struct Match {
    const Entry* entry = nullptr;
    std::size_t count = 0;

    explicit operator bool() const noexcept { return entry != nullptr; }
};

/// Lifetime: refers to the analysis and the vocabulary.
class Words {
public:
    Words(const language::Analysis& analysis, const Vocabulary& vocabulary);

    /// From now on only this sentence is seen: the words around it are empty.
    void enter(const language::Sentence& sentence);

    [[nodiscard]] std::size_t first() const noexcept { return first_; }

    [[nodiscard]] std::size_t last() const noexcept { return last_; }

    /// Lower case, without diacritics; empty outside the sentence.
    [[nodiscard]] std::string_view at(std::size_t i) const noexcept
    {
        return has(i) ? std::string_view{folded_[i]} : std::string_view{};
    }

    /// The word before; empty at the beginning of the sentence.
    [[nodiscard]] std::string_view before(std::size_t i) const noexcept
    {
        return i > first_ ? at(i - 1) : std::string_view{};
    }

    [[nodiscard]] bool has(std::size_t i) const noexcept { return first_ <= i && i < last_; }

    /// A word of the text; `i` must be one.
    [[nodiscard]] const language::Token& token(std::size_t i) const { return analysis_.tokens[i]; }

    /// Whether an expression may begin here: most words are in no table and have no digit.
    [[nodiscard]] bool may_begin(std::size_t i) const;

    /// The longest entry of the kind that begins at the word.
    [[nodiscard]] Match match(std::size_t i, Kind kind) const;

    /// An entry of one word that is the word's lemma.
    [[nodiscard]] Match match_lemma(std::size_t i, Kind kind) const;

    /// The longest entry of the kind that ends before the word.
    [[nodiscard]] Match match_before(std::size_t i, Kind kind) const;

    /// Digits alone, or with commas between thousands: "1,500".
    [[nodiscard]] std::optional<int> digits(std::size_t i) const;

    [[nodiscard]] bool is_capital(std::size_t i) const;

    /// A capital that no beginning of a sentence explains, as in names and titles.
    [[nodiscard]] bool is_in_title(std::size_t i) const;

    /// Inside a name of several words, of a person or an organisation: "Theresa May".
    [[nodiscard]] bool is_in_name(std::size_t i) const { return has(i) && in_name_[i]; }

    /// No space stands between this word and the next.
    [[nodiscard]] bool touches_next(std::size_t i) const;

    [[nodiscard]] bool is_dash(std::size_t i) const;

private:
    [[nodiscard]] std::size_t length_of(const Entry& entry, std::size_t i) const;

    const language::Analysis& analysis_;
    const Vocabulary& vocabulary_;
    std::vector<std::string> folded_;
    std::vector<std::span<const Entry>> entries_; ///< that begin at each word
    std::vector<bool> in_name_;
    std::size_t first_ = 0;
    std::size_t last_ = 0;
};

} // namespace entente::dates
