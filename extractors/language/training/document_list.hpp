// SPDX-License-Identifier: Apache-2.0
// A treebank's list of documents: where each text comes from and what its licence allows.
#pragma once

#include "core/result.hpp"
#include "extractors/language/training/conllu.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::language::training {

/// What the licence of a text asks of those who pass on what was learned from it.
enum class TextKind : std::uint8_t {
    permissive,     ///< at most to name the source
    share_alike,    ///< the same licence for what is derived
    non_commercial, ///< no commercial use
};

[[nodiscard]] std::string_view to_string(TextKind kind) noexcept;

struct ListedDocument {
    std::string id;    ///< as in `# newdoc id`
    std::string split; ///< train, dev or test
    std::string genre;
    std::size_t words = 0;
    std::string text_licence;
    TextKind kind = TextKind::non_commercial;
    std::string source; ///< address, or empty
};

/// Reads a table with the columns document, split, genre, words, text_licence, kind and source.
///
/// \param file name for messages only
/// Errors: bad_dataset, with the line, for a missing column, an unknown kind, a number of words
/// that is none, or a document listed twice.
[[nodiscard]] Result<std::vector<ListedDocument>> read_document_list(std::string_view text,
                                                                     std::string_view file);

/// The documents whose texts are of one of these kinds, in their order.
///
/// Errors: unknown_name for a document that the list lacks, whatever its kind: nothing is learned
/// from a text whose licence is not known.
[[nodiscard]] Result<std::vector<Document>> choose_documents(std::vector<Document> documents,
                                                             std::span<const ListedDocument> list,
                                                             std::span<const TextKind> kinds);

} // namespace entente::language::training
