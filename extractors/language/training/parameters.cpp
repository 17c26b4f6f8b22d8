// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/training/parameters.hpp"

#include <algorithm>
#include <cmath>

namespace entente::language::training {

namespace {

void adam(float* value, float* gradient, float* mean, float* variance, std::size_t size,
          const AdamOptions& options, float scale, std::uint64_t steps)
{
    const auto t = static_cast<double>(steps);
    const auto correction1 = static_cast<float>(1.0 - std::pow(options.decay1, t));
    const auto correction2 = static_cast<float>(1.0 - std::pow(options.decay2, t));
    const float rate = options.rate / correction1;
    const float inverse2 = 1.0F / correction2;
    for (std::size_t i = 0; i < size; ++i) {
        const float g = gradient[i] * scale;
        mean[i] = options.decay1 * mean[i] + (1.0F - options.decay1) * g;
        variance[i] = options.decay2 * variance[i] + (1.0F - options.decay2) * g * g;
        value[i] -= rate * mean[i] / (std::sqrt(variance[i] * inverse2) + options.epsilon);
        gradient[i] = 0.0F;
    }
}

double sum_of_squares(const float* values, std::size_t size)
{
    return ConstMatrixView{values, 1, static_cast<Eigen::Index>(size)}.squaredNorm();
}

} // namespace

Slot Parameters::add(std::size_t rows, std::size_t columns, float scale, Random& random)
{
    const Slot slot = add_constant(rows, columns, 0.0F);
    for (std::size_t i = 0; i < slot.size(); ++i) {
        values_[slot.offset + i] = (2.0F * random.uniform() - 1.0F) * scale;
    }
    return slot;
}

Slot Parameters::add_constant(std::size_t rows, std::size_t columns, float value)
{
    const Slot slot{values_.size(), static_cast<Eigen::Index>(rows),
                    static_cast<Eigen::Index>(columns)};
    values_.resize(values_.size() + slot.size(), value);
    gradients_.resize(values_.size(), 0.0F);
    mean_.resize(values_.size(), 0.0F);
    variance_.resize(values_.size(), 0.0F);
    return slot;
}

double Parameters::squared_norm() const
{
    return sum_of_squares(gradients_.data(), gradients_.size());
}

void Parameters::step(const AdamOptions& options, float scale)
{
    ++steps_;
    adam(values_.data(), gradients_.data(), mean_.data(), variance_.data(), values_.size(), options,
         scale, steps_);
}

SparseRows::SparseRows(std::size_t rows, std::size_t columns, float scale, Random& random)
    : columns_{columns}
    , values_(rows * columns)
    , gradients_(rows * columns, 0.0F)
    , mean_(rows * columns, 0.0F)
    , variance_(rows * columns, 0.0F)
    , is_touched_(rows, 0)
{
    std::generate(values_.begin(), values_.end(),
                  [&random, scale] { return (2.0F * random.uniform() - 1.0F) * scale; });
}

float* SparseRows::touch(std::size_t i)
{
    if (is_touched_[i] == 0) {
        is_touched_[i] = 1;
        touched_.push_back(i);
    }
    return gradients_.data() + i * columns_;
}

double SparseRows::squared_norm() const
{
    double sum = 0.0;
    for (const std::size_t i : touched_) {
        sum += sum_of_squares(gradients_.data() + i * columns_, columns_);
    }
    return sum;
}

void SparseRows::step(const AdamOptions& options, float scale)
{
    ++steps_;
    for (const std::size_t i : touched_) {
        const std::size_t at = i * columns_;
        adam(values_.data() + at, gradients_.data() + at, mean_.data() + at, variance_.data() + at,
             columns_, options, scale, steps_);
        is_touched_[i] = 0;
    }
    touched_.clear();
}

} // namespace entente::language::training
