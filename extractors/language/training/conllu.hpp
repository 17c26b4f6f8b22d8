// SPDX-License-Identifier: Apache-2.0
// Treebanks in CoNLL-U (https://universaldependencies.org/format), read strictly, to learn from.
#pragma once

#include "core/result.hpp"
#include "core/span.hpp"
#include "extractors/language/analysis.hpp"

#include <cstddef>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

namespace entente::language::training {

/// One syntactic word. Columns that hold "_" are empty here; the lemma of the word "_" is "_".
struct Word {
    std::string form;
    std::string lemma;
    std::string upos;
    std::string xpos;
    std::string feats;        ///< as written: "Number=Plur|Person=3"
    std::string relation;     ///< with its subtype: "nsubj:pass"
    std::string misc;         ///< as written
    std::size_t head = kRoot; ///< number of a word of the sentence, from 0; kRoot for the root
    bool space_after = true;  ///< in the text; inside a multiword token as its surface form has it
};

/// Words [first, last) of a sentence that are written as one: "don't".
struct MultiwordToken {
    std::size_t first = 0;
    std::size_t last = 0;
    std::string form; ///< as in the text
    bool space_after = true;
};

struct TreebankSentence {
    std::string id; ///< `# sent_id`, or empty
    std::vector<Word> words;
    std::vector<MultiwordToken> multiword; ///< in order of the words, without overlap
    bool starts_paragraph = false; ///< behind `# newpar`, and at the beginning of a document
};

struct Document {
    std::string id;    ///< `# newdoc id`, or empty
    std::string genre; ///< `# meta::genre`, or empty
    std::vector<TreebankSentence> sentences;
};

/// Reads a treebank. Empty nodes, enhanced dependencies and other comments are passed over.
/// Sentences before the first `# newdoc` are a document without id; documents without sentences are
/// left out.
///
/// \param name names the input in messages
/// Errors: bad_dataset with the line, where the input is compressed, ill-formed UTF-8, breaks the
/// format, is cut short, or a sentence is no tree; unreadable_input when reading fails.
[[nodiscard]] Result<std::vector<Document>> read_conllu(std::istream& in, std::string_view name);

/// Where a sentence and its words stand in the text of its document, in code points.
struct SentenceSpans {
    Span span;
    std::vector<Span> words; ///< those of a multiword token whose parts cannot be told apart in its
                             ///< surface form all have its whole span
};

/// The text that a treebank's document was made from, as far as the treebank tells.
struct DocumentText {
    std::string text; ///< sentences of a paragraph one behind the other, "\n\n" between paragraphs
    std::vector<SentenceSpans> sentences;
};

[[nodiscard]] DocumentText document_text(const Document& document);

} // namespace entente::language::training
