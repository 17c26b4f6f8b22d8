// SPDX-License-Identifier: Apache-2.0
// Learns the network of tags, trees and entity labels from treebanks.
#pragma once

#include "core/result.hpp"
#include "extractors/language/network_shape.hpp"
#include "extractors/language/training/conllu.hpp"

#include <cstdint>
#include <functional>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

namespace entente::language::training {

/// One sentence to learn from or to measure on. Tags, trees and entities may be empty, each for the
/// whole sentence: then it teaches nothing about them.
struct Example {
    std::vector<std::string> forms; ///< as Token::form
    std::vector<std::string> upos;
    std::vector<std::string> xpos;
    std::vector<std::string> relations;
    std::vector<std::size_t> heads;    ///< in the sentence; kRoot for the root
    std::vector<std::string> entities; ///< "O", "B-PERSON", …
    std::vector<std::uint32_t> hints;  ///< bits of NameLists, a number a word
    unsigned repeat = 1;               ///< seen so many times an epoch
};

/// Vectors of words, the most frequent first.
struct WordVectors {
    std::size_t size = 0; ///< numbers a word
    std::vector<std::string> words;
    std::vector<float> values;
};

/// Reads lines "word v1 … vn". Errors: bad_dataset with the line.
[[nodiscard]] Result<WordVectors> read_vectors(std::istream& in, std::string_view name,
                                               std::size_t most_words);

struct TrainingOptions {
    NetworkShape shape;
    std::uint64_t seed = 1;
    unsigned epochs = 20;
    std::size_t batch_words = 1200;
    float rate = 2.5e-3F;
    float dropout = 0.2F;
    float word_dropout = 0.2F;  ///< of rare words in training
    float entity_weight = 0.5F; ///< of the entity labels' loss
    unsigned least_count = 3;   ///< occurrences of a feature to be learned
    float recased = 0.04F; ///< share of sentences shown in capitals, title case or small letters
    float unpunctuated = 0.04F; ///< share shown without their last mark
    unsigned measure_every = 1; ///< epochs
};

/// Shares of words, 0 to 1, with gold words and sentences; punctuation counts, as in score_conllu.
struct TrainingScores {
    std::string set;
    double upos = 0.0;
    double xpos = 0.0;
    double uas = 0.0;
    double las = 0.0;
};

struct NamedExamples {
    std::string name;
    std::vector<Example> examples;
};

/// The bytes of the sections "words" and "network".
struct NetworkSections {
    std::string words;
    std::string network;
};

/// Called before and while training.
struct TrainingHooks {
    std::function<void(std::string_view)> report;       ///< gets a line an epoch
    std::function<std::vector<Example>()> made_up = {}; ///< further examples, anew for each epoch
};

/// Deterministic: the same input and options give the same bytes.
[[nodiscard]] NetworkSections train_network(const std::vector<Example>& train,
                                            const std::vector<NamedExamples>& measured,
                                            const WordVectors& vectors,
                                            const TrainingOptions& options,
                                            const TrainingHooks& hooks);

} // namespace entente::language::training
