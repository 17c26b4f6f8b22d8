// SPDX-License-Identifier: Apache-2.0
// The arithmetic of the network: matrices of small integers and the recurrence, in the widest
// instructions that the processor has.
//
// Results are the same on every processor, bit for bit: products are summed as integers, and the
// rest is element-wise in IEEE single precision without contraction.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace entente::language {

/// Instruction sets that kernels are made for.
enum class Instructions : std::uint8_t { portable, avx2, avx512 };

/// The best that this processor has.
[[nodiscard]] Instructions best_instructions() noexcept;

[[nodiscard]] std::string_view to_string(Instructions instructions) noexcept;

/// Rows of numbers as unsigned bytes with one scale a row: x ≈ scale · (byte - 128).
class QuantisedRows {
public:
    /// \param stride numbers from one row to the next
    void assign(const float* values, std::size_t rows, std::size_t columns, std::size_t stride,
                Instructions instructions);

    [[nodiscard]] std::size_t rows() const noexcept { return rows_; }

    [[nodiscard]] const std::uint8_t* row(std::size_t i) const noexcept
    {
        return bytes_.data() + i * stride_;
    }

    [[nodiscard]] float scale(std::size_t i) const noexcept { return scales_[i]; }

    /// The row as 16-bit integers, for instruction sets that multiply those.
    [[nodiscard]] const std::int16_t* wide_row(std::size_t i) const noexcept
    {
        return wide_.data() + i * stride_;
    }

    [[nodiscard]] std::size_t stride() const noexcept { return stride_; }

private:
    std::size_t rows_ = 0;
    std::size_t stride_ = 0;
    std::vector<std::uint8_t> bytes_;
    std::vector<std::int16_t> wide_;
    std::vector<float> scales_;
};

/// A fully connected layer: y = x·Wᵀ + b, its weights kept as signed bytes with one scale an
/// output.
class DenseLayer {
public:
    DenseLayer() = default;

    /// \param weight [outputs][inputs], row by row
    /// \param bias   [outputs], or empty
    DenseLayer(std::span<const float> weight, std::span<const float> bias, std::size_t inputs,
               std::size_t outputs);

    /// \param y      [x.rows()][stride]; the first outputs() numbers of each row are written
    /// \param rectify negative numbers become nought
    void apply(const QuantisedRows& x, float* y, std::size_t stride, bool rectify,
               Instructions instructions) const;

    [[nodiscard]] std::size_t inputs() const noexcept { return inputs_; }

    [[nodiscard]] std::size_t outputs() const noexcept { return outputs_; }

private:
    std::size_t inputs_ = 0;
    std::size_t outputs_ = 0;
    // Both padded with noughts; the second for instruction sets without products of bytes.
    std::vector<std::int8_t> packed_; ///< [outputs / 16][inputs / 4][16][4]
    std::vector<std::int16_t> wide_;  ///< [outputs / 16][inputs / 2][16][2]
    std::vector<float> scales_;
    std::vector<float> bias_;
    std::vector<std::int32_t> offsets_; ///< what 128 in place of nought adds to each output
};

/// One direction of a recurrent layer over one sentence.
struct RecurrentPass {
    const float* gates =
        nullptr; ///< of the first word read: candidate, forget, reset, (projection)
    const float* input =
        nullptr;             ///< of the first word read; null where the gates hold a projection
    float* output = nullptr; ///< of the first word read
    std::ptrdiff_t gates_step = 0; ///< numbers to the next word read; negative from right to left
    std::ptrdiff_t input_step = 0;
    std::ptrdiff_t output_step = 0;
    std::size_t words = 0;
    std::size_t state = 0;
    const float* forget_peep = nullptr;
    const float* reset_peep = nullptr;
    const float* forget_bias = nullptr;
    const float* reset_bias = nullptr;
};

/// \param cell [state], scratch
void run_recurrent(const RecurrentPass& pass, float* cell, Instructions instructions);

/// scores[i][k] += Σ_a left[i][a] · right[a][k]
void add_products(const float* left, std::size_t left_stride, const float* right, std::size_t rows,
                  std::size_t inner, std::size_t columns, float* scores, std::size_t stride,
                  Instructions instructions);

/// to[k] += scale · from[k]
void add_scaled(const std::int8_t* from, float scale, std::size_t size, float* to,
                Instructions instructions);

} // namespace entente::language
