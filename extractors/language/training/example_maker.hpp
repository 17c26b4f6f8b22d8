// SPDX-License-Identifier: Apache-2.0
// Sentences of treebanks as the network sees them.
#pragma once

#include "extractors/language/name_lists.hpp"
#include "extractors/language/training/conllu.hpp"
#include "extractors/language/training/example.hpp"

#include <map>
#include <string>
#include <vector>

namespace entente::language::training {

class ExampleMaker {
public:
    /// \param names   must outlive this object
    /// \param weights how often documents of a genre count; 1 for others
    ExampleMaker(const NameLists& names, std::map<std::string, unsigned> weights);

    /// Appends an example a sentence. Entities are labelled in documents that have mentions.
    void add(const std::vector<Document>& documents, std::vector<Example>& examples) const;

private:
    [[nodiscard]] Example make(const TreebankSentence& sentence, bool mentions) const;
    [[nodiscard]] unsigned weight(const Document& document) const;

    const NameLists& names_;
    std::map<std::string, unsigned> weights_; ///< by genre
};

/// Looks up the names among an example's forms.
void set_hints(Example& example, const NameLists& names);

} // namespace entente::language::training
