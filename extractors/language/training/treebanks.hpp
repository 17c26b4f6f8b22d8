// SPDX-License-Identifier: Apache-2.0
// Treebanks in files, and those of their documents that may be learned from.
#pragma once

#include "core/result.hpp"
#include "extractors/language/training/conllu.hpp"
#include "extractors/language/training/document_list.hpp"

#include <span>
#include <string>
#include <vector>

namespace entente::language::training {

struct Treebank {
    std::string name; ///< of its file, without folder and extension
    std::vector<Document> documents;
};

/// Errors: missing_input where the file cannot be read; those of read_conllu().
[[nodiscard]] Result<Treebank> read_treebank(const std::string& file);

/// Keeps only documents of the chosen kinds, where the list has any document of the treebank.
/// Errors: those of choose_documents().
[[nodiscard]] Status keep_documents(Treebank& treebank, std::span<const ListedDocument> list,
                                    std::span<const TextKind> kinds);

} // namespace entente::language::training
