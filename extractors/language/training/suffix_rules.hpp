// SPDX-License-Identifier: Apache-2.0
// The table of the lemmatizer while it is being learned: which end of a word tells what.
#pragma once

#include "extractors/language/lemma_table.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace entente::language::training {

/// A word, and the number of the rule that is right for it.
struct SuffixExample {
    std::string text;
    std::uint16_t rule = 0;
    std::size_t weight = 1; ///< 0 for words that are to come out right but tell nothing of others
};

/// Which of the lemmatizer's questions an answer is for.
struct SuffixTopic {
    lemmas::Question question = lemmas::Question::edit;
    std::uint8_t group = 0;
    lemmas::Shape shape = lemmas::Shape::lower;
};

/// Collects rules and the suffixes and words that they hold for.
class SuffixRules {
public:
    /// Number of the rule that turns the form into the lemma; nothing where none can.
    [[nodiscard]] std::optional<std::uint16_t> edit(std::string_view form, std::string_view lemma);
    [[nodiscard]] std::uint16_t letter_case(lemmas::LetterCase letter_case);

    /// Keeps the suffixes that most words with them agree on, where they differ from a shorter
    /// suffix, and the words that are exceptions to them. Texts must differ from each other.
    void learn(SuffixTopic topic, std::vector<SuffixExample> examples);

    void add_word(SuffixTopic topic, std::string_view word, std::uint16_t rule);
    void add_tags(std::uint64_t key, std::uint8_t group);

    /// The section as Lemmatizer::load reads it.
    [[nodiscard]] std::string section() const;

private:
    using Parts = std::tuple<std::uint8_t, std::string, lemmas::LetterCase>; ///< strip, append

    [[nodiscard]] std::optional<std::uint16_t> number(Parts parts);
    [[nodiscard]] std::uint16_t best_of(std::span<const SuffixExample> examples, std::size_t depth,
                                        std::uint16_t inherited) const;
    void learn_range(SuffixTopic topic, std::span<const SuffixExample> examples, std::size_t depth,
                     std::uint16_t inherited);

    std::map<Parts, std::uint16_t> numbers_;
    std::vector<Parts> rules_;                       ///< number 1 first
    std::map<std::uint64_t, std::uint16_t> answers_; ///< by key
    std::map<std::uint64_t, std::uint8_t> tags_;
};

} // namespace entente::language::training
