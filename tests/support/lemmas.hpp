// SPDX-License-Identifier: Apache-2.0
// Tables of words and their lemmas.
#pragma once

#include "extractors/language/lemmatizer.hpp"
#include "tests/support/catch.hpp"

#include <string>
#include <vector>

namespace entente::tests {

struct LemmaRow {
    std::string form;
    std::string upos;
    std::string xpos;
    std::string lemma;
};

inline void check_lemmas(const language::Lemmatizer& lemmatizer, const std::vector<LemmaRow>& rows)
{
    for (const LemmaRow& row : rows) {
        INFO(row.form << ' ' << row.upos << ' ' << row.xpos);
        CHECK(lemmatizer.lemma(row.form, row.upos, row.xpos) == row.lemma);
    }
}

} // namespace entente::tests
