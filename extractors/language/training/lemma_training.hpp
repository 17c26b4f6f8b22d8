// SPDX-License-Identifier: Apache-2.0
// Learns the section "lemmas" of the language model.
#pragma once

#include "core/result.hpp"
#include "extractors/language/training/conllu.hpp"

#include <istream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::language::training {

/// A form whose lemma is known from a table.
struct ListedForm {
    std::string form;
    std::string upos;
    std::string xpos;
    std::string lemma;
};

/// What lemmas are learned from. Only the treebank is needed; where the other sources contradict
/// it, it counts.
struct LemmaSources {
    std::span<const Document> documents;
    std::vector<ListedForm> listed; ///< irregular forms and the like
    std::vector<std::string> verbs; ///< base forms
    std::vector<std::string> nouns; ///< base forms
    std::vector<std::string> words; ///< forms and base forms, by falling frequency
};

/// The bytes of the section; the same for the same sources.
///
/// Errors: bad_value where the treebank has no words or more pairs of tags than can be told apart.
[[nodiscard]] Result<std::string> train_lemmas(const LemmaSources& sources);

/// Reads a table with the columns form, upos, xpos and lemma; several xpos are separated by '|'.
/// Errors: bad_dataset.
[[nodiscard]] Result<std::vector<ListedForm>> read_listed_forms(std::string_view text,
                                                                std::string_view file);

/// The first word of every line, at most `most` of them: of word vectors in text form.
[[nodiscard]] std::vector<std::string> read_first_words(std::istream& in, std::size_t most);

} // namespace entente::language::training
