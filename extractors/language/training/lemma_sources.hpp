// SPDX-License-Identifier: Apache-2.0
// What lemmas are learned from: a treebank, tables of forms, words by frequency.
#pragma once

#include "core/result.hpp"
#include "extractors/language/training/conllu.hpp"

#include <cstddef>
#include <filesystem>
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

/// What lemmas are learned from. Only the treebank is needed. A listed form outvotes a rare mistake
/// of it; base forms and words tell only of forms that it lacks.
struct LemmaSources {
    std::span<const Document> documents;
    std::vector<ListedForm> listed; ///< irregular forms and the like
    std::vector<std::string> verbs; ///< base forms
    std::vector<std::string> nouns; ///< base forms
    std::vector<std::string> words; ///< forms and base forms, by falling frequency
};

/// Reads a table with the columns form, upos, xpos and lemma; several xpos are separated by '|'.
/// Errors: bad_dataset.
[[nodiscard]] Result<std::vector<ListedForm>> read_listed_forms(std::string_view text,
                                                                std::string_view file);

/// Reads the column "adjectives" of a table of actors: they keep their capitals, "Iranian".
/// Errors: bad_dataset.
[[nodiscard]] Result<std::vector<ListedForm>> read_proper_adjectives(std::string_view text,
                                                                     std::string_view file);

/// Appends the forms and base forms of the project's tables.
/// \param folder that of the data files, `datasets`
/// Errors: missing_input and bad_dataset.
[[nodiscard]] Status read_lemma_tables(const std::filesystem::path& folder, LemmaSources& sources);

/// The first word of every line, at most `most` of them: of word vectors in text form.
[[nodiscard]] std::vector<std::string> read_first_words(std::istream& in, std::size_t most);

} // namespace entente::language::training
