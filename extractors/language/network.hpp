// SPDX-License-Identifier: Apache-2.0
// The trained network: from words to tags, trees and scores of entity labels.
#pragma once

#include "core/result.hpp"
#include "extractors/language/analysis.hpp"
#include "extractors/language/kernels.hpp"
#include "extractors/language/model_file.hpp"
#include "extractors/language/network_shape.hpp"
#include "extractors/language/word_table.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace entente::language {

/// Scores of entity labels, one row a token; the larger the likelier.
struct EntityScores {
    std::size_t labels = 0; ///< numbers a row, in the order of Network::entity_labels()
    std::vector<float> values;
};

/// Reads sentence by sentence: word vectors and learned vectors of features make a vector of the
/// word; recurrent layers in both directions make it one of the word in its sentence; from that
/// follow part of speech, entity label, and how likely each other word is its head (Dozat and
/// Manning 2017, arXiv:1611.01734, with simple recurrent units for LSTMs).
///
/// Lifetime: refers to the bytes of the model. Threads: const and shared.
class Network {
public:
    /// Errors: bad_dataset when the model does not hold together.
    [[nodiscard]] static Result<Network> load(const ModelFile& model);

    /// Sets upos, xpos, head and relation of all tokens.
    ///
    /// \param hints  bits of NameLists, one number a token, or empty
    /// \param scores filled where it is given
    /// Complexity: linear in the tokens of a sentence, but for the scores of all pairs of its
    /// words.
    void read(Analysis& analysis, std::span<const std::uint32_t> hints,
              EntityScores* scores = nullptr) const;

    [[nodiscard]] const std::vector<std::string>& entity_labels() const noexcept
    {
        return labels_.entities;
    }

    /// The instruction set to calculate with; for tests. Results are the same with each.
    void use(Instructions instructions) noexcept { instructions_ = instructions; }

private:
    struct Rows {
        std::span<const std::int8_t> values;
        std::span<const float> scales;
        std::size_t size = 0;
        WordTable table;
    };

    struct RecurrentLayer {
        DenseLayer gates;
        std::span<const float> peep; ///< [4][state]
        std::span<const float> bias; ///< [4][state]
    };

    struct Memory;

    [[nodiscard]] static Result<Rows> load_rows(SectionReader& section);
    void read_chunk(Analysis& analysis, std::size_t first, std::size_t last,
                    std::span<const std::uint32_t> hints, EntityScores* scores,
                    Memory& memory) const;
    void embed(std::span<const Token> tokens, std::span<const std::uint32_t> hints,
               Memory& memory) const;
    void add_context(const Analysis& analysis, std::size_t first_sentence,
                     std::size_t last_sentence, Memory& memory) const;
    void tag(std::span<Token> tokens, Memory& memory) const;
    void parse(std::span<Token> tokens, std::size_t first_token, std::size_t row,
               Memory& memory) const;
    void label(Analysis& analysis, std::size_t first_token, std::size_t last_token,
               Memory& memory) const;

    NetworkShape shape_;
    NetworkLabels labels_;
    Rows vectors_;
    Rows features_;
    DenseLayer vector_projection_;
    std::vector<RecurrentLayer> layers_;
    DenseLayer heads_;
    DenseLayer upos_;
    DenseLayer xpos_;
    DenseLayer entities_;
    DenseLayer arc_matrix_;
    std::span<const float> arc_bias_;
    std::span<const float> arc_root_;
    std::span<const float> arc_distance_;
    std::span<const float> label_root_;
    std::span<const float> label_distance_;
    DenseLayer relations_;
    Instructions instructions_ = best_instructions();
};

} // namespace entente::language
