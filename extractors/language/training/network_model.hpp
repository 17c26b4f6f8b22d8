// SPDX-License-Identifier: Apache-2.0
// The network as training sees it: a batch forwards, its loss, and backwards.
#pragma once

#include "extractors/language/network_shape.hpp"
#include "extractors/language/training/layers.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace entente::language::training {

inline constexpr std::uint16_t kNoLabel = 0xFFFF;
inline constexpr std::uint32_t kNoVector = 0xFFFFFFFF;
inline constexpr std::uint32_t kNoHead = 0xFFFFFFFF;

/// What a batch of sentences looks like to the network. One entry a word.
struct Batch {
    Begins begins{0};
    std::vector<std::vector<std::uint32_t>> rows; ///< features that are known
    std::vector<std::uint32_t> vectors;           ///< row of the word vectors, or kNoVector
    // kNoLabel and kNoHead where the treebank tells nothing.
    std::vector<std::uint16_t> upos;
    std::vector<std::uint16_t> xpos;
    std::vector<std::uint16_t> relations;
    std::vector<std::uint16_t> entities;
    std::vector<std::uint32_t> heads;    ///< number in the batch; a sentence's root has its own
    std::vector<std::string_view> forms; ///< where trees are to be predicted
};

/// What the network says of a batch.
struct Predictions {
    std::vector<std::uint16_t> upos;
    std::vector<std::uint16_t> xpos;
    std::vector<std::uint32_t> heads;     ///< as in Batch
    std::vector<std::uint16_t> relations; ///< kNoLabel for marks
};

struct Losses {
    double tags = 0.0;
    double arcs = 0.0;
    double labels = 0.0;
    double entities = 0.0;
};

/// Counts of the outputs.
struct OutputSizes {
    std::size_t upos = 0;
    std::size_t xpos = 0;
    std::size_t relations = 0;
    std::size_t entities = 0;
};

class NetworkModel {
public:
    NetworkModel(const NetworkShape& shape, const OutputSizes& outputs, std::size_t feature_rows,
                 std::vector<float> vectors, Random& random);

    /// Forwards and backwards with dropout: adds to the gradients.
    Losses learn(const Batch& batch, float dropout, float entity_weight, Random& random);

    /// Forwards, and the best tree of each sentence.
    /// \param mark number of the part of speech of punctuation marks, which hang by rules
    [[nodiscard]] Predictions predict(const Batch& batch, std::uint16_t mark);

    /// The loss without dropout, for checks of the gradients.
    [[nodiscard]] double loss(const Batch& batch, float entity_weight);

    /// Moves all weights.
    void step(const AdamOptions& options, float largest_norm);

    NetworkShape shape;
    OutputSizes outputs;
    Parameters parameters;
    SparseRows features;
    std::vector<float> word_vectors; ///< fixed
    Linear vector_projection;        ///< its bias is that of the embedding
    std::vector<Recurrent> recurrent;
    Linear heads; ///< all hidden layers, in the order of NetworkShape::heads
    Linear upos;
    Linear xpos;
    Linear entities;
    Slot arc_matrix;     ///< [arc, arc]
    Slot arc_bias;       ///< [1, arc]: how likely a word is a head at all
    Slot arc_root;       ///< [1, arc]: stands for the root among the heads
    Slot arc_distance;   ///< [1, kDistances]
    Slot label_root;     ///< [1, label]
    Slot label_distance; ///< [kDistances, label]
    Linear relations;

private:
    struct Forward;

    void embed(const Batch& batch, Matrix& vectors, Matrix& embedding) const;
    void run(const Batch& batch, float dropout, Random* random, Forward& forward) const;
    Losses backward(const Batch& batch, Forward& forward, float entity_weight);
    [[nodiscard]] Matrix arc_scores(const Forward& forward, std::size_t first,
                                    std::size_t last) const;
};

} // namespace entente::language::training
