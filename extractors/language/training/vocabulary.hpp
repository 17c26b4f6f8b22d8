// SPDX-License-Identifier: Apache-2.0
// What the network can tell apart: labels, features of forms, and words that have a vector.
#pragma once

#include "extractors/language/training/example.hpp"
#include "extractors/language/training/word_vectors.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace entente::language::training {

/// Names to numbers, in the order of their first use.
class LabelSet {
public:
    /// The number of a label, which is added where it is new.
    std::uint16_t number(const std::string& label);

    /// kNoLabel where there is none such.
    [[nodiscard]] std::uint16_t find(const std::string& label) const;

    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

private:
    std::unordered_map<std::string, std::uint16_t> numbers_;
    std::vector<std::string> names_;
};

struct Labels {
    LabelSet upos;
    LabelSet xpos;
    LabelSet relations; ///< number 0 is "root"
    LabelSet entities;  ///< number 0 is "O"
};

[[nodiscard]] Labels collect_labels(const std::vector<Example>& examples);

/// How often each key occurs, in the order of first use.
class FeatureCounts {
public:
    void add(std::uint64_t key);

    /// The keys that occur so often.
    [[nodiscard]] std::vector<std::uint64_t> at_least(unsigned least) const;

    [[nodiscard]] unsigned count(std::uint64_t key) const;

private:
    std::unordered_map<std::uint64_t, unsigned> counts_;
    std::vector<std::uint64_t> order_;
};

/// Counts the features of forms and the hints.
[[nodiscard]] FeatureCounts count_features(const std::vector<Example>& examples);

/// What the network knows of a form.
struct KnownForm {
    std::vector<std::uint32_t> rows; ///< the first `words` of them name the word
    std::size_t words = 0;
    unsigned count = 0;       ///< of its lower-case form in the training data
    std::uint32_t vector = 0; ///< row of the word vectors, or kNoVector
};

/// Forms and hints to rows of the network's tables. Each form is looked up once.
class FormInventory {
public:
    /// \param features keys of the rows of learned features, in their order
    /// \param counts   must outlive this object
    FormInventory(const std::vector<std::uint64_t>& features, const WordVectors& vectors,
                  const FeatureCounts& counts);

    [[nodiscard]] const KnownForm& find(const std::string& form);

    /// Appends the rows of a word's hints.
    void add_hints(std::vector<std::uint32_t>& rows, std::uint32_t hints) const;

private:
    const FeatureCounts& counts_;
    std::unordered_map<std::uint64_t, std::uint32_t> rows_;
    std::unordered_map<std::uint64_t, std::uint32_t> vectors_;
    std::unordered_map<std::string, KnownForm> forms_;
};

} // namespace entente::language::training
