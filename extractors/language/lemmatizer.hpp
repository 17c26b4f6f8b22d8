// SPDX-License-Identifier: Apache-2.0
// Dictionary forms of words.
#pragma once

#include "core/result.hpp"
#include "extractors/language/lemma_table.hpp"
#include "extractors/language/model_file.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace entente::language {

/// Finds lemmas as the treebanks write them: lower case except for names; "was" → "be",
/// "States" (NNPS) → "State", "n't" → "not", "1,000" → "1000".
///
/// Words that were learned are found as such, others by the longest end that was learned.
/// Lifetime: refers to the bytes of the model. Threads: const and shared by all threads.
class Lemmatizer {
public:
    /// Name of its section in a model file.
    static constexpr std::string_view kSection = "lemmas";

    /// Errors: bad_dataset where the section is cut short, of another version or inconsistent.
    [[nodiscard]] static Result<Lemmatizer> load(SectionReader section);

    /// The lemma of a form; of tags that were never seen too. Empty only for an empty form.
    ///
    /// Complexity: a few table look-ups, and one allocation where the lemma is long.
    [[nodiscard]] std::string lemma(std::string_view form, std::string_view upos,
                                    std::string_view xpos) const;

private:
    [[nodiscard]] std::uint8_t group_of(std::string_view upos, std::string_view xpos) const;
    [[nodiscard]] const lemmas::Rule* find(std::uint64_t key) const;
    [[nodiscard]] const lemmas::Rule* find_longest(const lemmas::Keys& keys) const;
    [[nodiscard]] std::string edited(std::string text, const lemmas::Rule& rule) const;

    std::span<const std::uint64_t> tag_keys_; ///< in order
    std::span<const std::uint8_t> tag_groups_;
    std::span<const lemmas::Rule> rules_;
    std::span<const char> pool_;
    std::span<const std::uint32_t> checks_;  ///< open addressing, a power of two
    std::span<const std::uint16_t> answers_; ///< numbers of rules from 1; 0 in free places
};

} // namespace entente::language
