// SPDX-License-Identifier: Apache-2.0
// What each word form may be: parts of speech, Penn tags and lemmas, from word lists and
// inflection.
#pragma once

#include "core/result.hpp"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente::language {

/// One way to read a word form out of context.
struct WordReading {
    std::string upos;
    std::string xpos;
    std::string lemma;
};

/// Word lists with English inflection over them.
/// Lifetime: immutable once loaded; shared by all threads.
class Vocabulary {
public:
    /// Adds a table with the columns form, upos, xpos, lemma. Errors: bad_dataset.
    [[nodiscard]] Status add(std::string_view words_tsv, std::string_view file);

    void add_verb(std::string_view lemma);
    void add_noun(std::string_view lemma);

    /// All readings of a lower-case form: listed ones, then those by regular inflection. Empty for
    /// a word never seen.
    [[nodiscard]] std::vector<WordReading> readings(std::string_view form) const;

    /// The singular of a noun, known or not: "ministries" → "ministry".
    [[nodiscard]] std::string singular(std::string_view form) const;

private:
    [[nodiscard]] bool has(std::string_view lemma, std::string_view upos) const;
    void add_reading(std::string_view form, WordReading reading);

    std::unordered_map<std::string, std::vector<WordReading>> readings_;
};

} // namespace entente::language
