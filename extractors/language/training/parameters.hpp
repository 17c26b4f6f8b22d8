// SPDX-License-Identifier: Apache-2.0
// Weights with their gradients, and Adam, which moves the ones by the others.
#pragma once

#include <Eigen/Core>

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace entente::language::training {

using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using MatrixView = Eigen::Map<Matrix>;
using ConstMatrixView = Eigen::Map<const Matrix>;

/// Numbers that begin at the same place of a vector register in every run: where they begin decides
/// in which order Eigen adds them, and with it the last bit of the sum.
using Numbers = std::vector<float, Eigen::aligned_allocator<float>>;

/// Random numbers that are the same with every standard library.
class Random {
public:
    explicit Random(std::uint64_t seed)
        : engine_{seed}
    {}

    /// In [0, 1).
    [[nodiscard]] float uniform()
    {
        constexpr float kStep = 1.0F / 16777216.0F;
        return static_cast<float>(engine_() >> 40U) * kStep;
    }

    /// In [0, bound).
    [[nodiscard]] std::size_t below(std::size_t bound) { return engine_() % bound; }

    template <typename T>
    void shuffle(std::vector<T>& values)
    {
        for (std::size_t i = values.size(); i > 1; --i) {
            std::swap(values[i - 1], values[below(i)]);
        }
    }

private:
    std::mt19937_64 engine_;
};

/// A matrix of weights within the one array that holds them all.
struct Slot {
    std::size_t offset = 0;
    Eigen::Index rows = 0;
    Eigen::Index columns = 0;

    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(rows * columns); }
};

/// Step size and decay rates of Adam (Kingma and Ba, 2015, arXiv:1412.6980).
struct AdamOptions {
    float rate = 2e-3F;
    float decay1 = 0.9F;
    float decay2 = 0.95F;
    float epsilon = 1e-6F;
};

/// Dense weights: all of them move at every step.
class Parameters {
public:
    /// A matrix with values uniform in [-scale, scale].
    [[nodiscard]] Slot add(std::size_t rows, std::size_t columns, float scale, Random& random);

    /// A matrix of one value.
    [[nodiscard]] Slot add_constant(std::size_t rows, std::size_t columns, float value);

    [[nodiscard]] MatrixView value(const Slot& slot)
    {
        return {values_.data() + slot.offset, slot.rows, slot.columns};
    }

    [[nodiscard]] ConstMatrixView value(const Slot& slot) const
    {
        return {values_.data() + slot.offset, slot.rows, slot.columns};
    }

    [[nodiscard]] MatrixView gradient(const Slot& slot)
    {
        return {gradients_.data() + slot.offset, slot.rows, slot.columns};
    }

    /// Sum of the squares of all gradients.
    [[nodiscard]] double squared_norm() const;

    /// Moves the weights against their gradients times `scale`, and clears the gradients.
    void step(const AdamOptions& options, float scale);

    [[nodiscard]] std::size_t size() const { return values_.size(); }

    /// For checks by finite differences.
    [[nodiscard]] float& at(std::size_t i) { return values_[i]; }

    [[nodiscard]] float gradient_at(std::size_t i) const { return gradients_[i]; }

private:
    Numbers values_;
    Numbers gradients_;
    Numbers mean_;
    Numbers variance_;
    std::uint64_t steps_ = 0;
};

/// Rows of which few have a gradient at a step; only those move.
class SparseRows {
public:
    SparseRows(std::size_t rows, std::size_t columns, float scale, Random& random);

    [[nodiscard]] const float* row(std::size_t i) const { return values_.data() + i * columns_; }

    [[nodiscard]] float* row(std::size_t i) { return values_.data() + i * columns_; }

    /// The gradient of a row, to add to.
    [[nodiscard]] float* touch(std::size_t i);

    [[nodiscard]] double squared_norm() const;

    void step(const AdamOptions& options, float scale);

    [[nodiscard]] std::size_t rows() const { return values_.size() / columns_; }

    [[nodiscard]] std::size_t columns() const { return columns_; }

    [[nodiscard]] float gradient_at(std::size_t row, std::size_t column) const
    {
        return gradients_[row * columns_ + column];
    }

private:
    std::size_t columns_;
    Numbers values_;
    Numbers gradients_;
    Numbers mean_;
    Numbers variance_;
    std::vector<std::uint8_t> is_touched_;
    std::vector<std::size_t> touched_;
    std::uint64_t steps_ = 0;
};

} // namespace entente::language::training
