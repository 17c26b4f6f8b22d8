// SPDX-License-Identifier: Apache-2.0
// From scores of entity labels to the named entities of an article.
#pragma once

#include "extractors/language/analysis.hpp"
#include "extractors/language/entity_decoder.hpp"
#include "extractors/language/name_lists.hpp"

#include <span>
#include <string>
#include <vector>

namespace entente::language {

/// Chooses the best labels of each sentence, then corrects them by rules over the whole article:
/// titles are no part of a person's name, an acronym in brackets is what stands before, names of
/// the lists are what the lists say, and one name has one type and is found wherever it stands.
///
/// Threads: const and shared by all threads.
class EntityFinder {
public:
    /// \param labels names of the scores' columns: "O", "B-PERSON", "I-PERSON", …; columns of other
    ///               names are never chosen
    explicit EntityFinder(const std::vector<std::string>& labels);

    /// \param analysis tokens with spans, forms and parts of speech, and sentences
    /// \param hints    what the lists say about each token, as NameLists::hints() of its sentence
    /// \param scores   one row a token, one column a label: log probabilities or anything else
    ///                 whose sum is to be large
    /// \returns entities in order of the text, without overlap
    ///
    /// Complexity: linear in tokens times labels.
    [[nodiscard]] std::vector<Entity> find(const Analysis& analysis, std::span<const Hints> hints,
                                           std::span<const float> scores,
                                           const NameLists& lists) const;

private:
    EntityDecoder decoder_;
};

} // namespace entente::language
