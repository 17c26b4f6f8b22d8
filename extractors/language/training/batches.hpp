// SPDX-License-Identifier: Apache-2.0
// From examples to batches of numbers.
#pragma once

#include "extractors/language/training/example.hpp"
#include "extractors/language/training/network_model.hpp"
#include "extractors/language/training/vocabulary.hpp"

namespace entente::language::training {

/// Builds batches. What it is made from must outlive it, and the examples their batches.
class Batcher {
public:
    Batcher(FormInventory& forms, const Labels& labels, const Variation& variation)
        : forms_{forms}
        , labels_{labels}
        , variation_{variation}
    {}

    /// Appends a sentence.
    /// \param random where given, the example is varied as training wants it; without, the batch
    ///               has the forms too, as predictions need them
    void add(Batch& batch, const Example& example, Random* random);

private:
    void add_word(Batch& batch, const KnownForm& form, Random* random) const;
    void add_tags(Batch& batch, const Example& example, std::size_t i) const;

    FormInventory& forms_;
    const Labels& labels_;
    const Variation& variation_;
};

} // namespace entente::language::training
