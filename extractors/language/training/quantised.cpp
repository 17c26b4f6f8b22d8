// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/training/quantised.hpp"

#include <algorithm>
#include <cmath>

namespace entente::language::training {

Quantised quantise(const float* values, std::size_t rows, std::size_t columns)
{
    constexpr float kLargest = 127.0F;
    Quantised out;
    out.values.reserve(rows * columns);
    for (std::size_t row = 0; row < rows; ++row) {
        const float* from = values + row * columns;
        float largest = 1e-12F;
        for (std::size_t k = 0; k < columns; ++k) {
            largest = std::max(largest, std::abs(from[k]));
        }
        out.scales.push_back(largest / kLargest);
        for (std::size_t k = 0; k < columns; ++k) {
            out.values.push_back(
                static_cast<std::int8_t>(std::lround(from[k] / largest * kLargest)));
        }
    }
    return out;
}

std::vector<float> restore(const Quantised& quantised, std::size_t columns)
{
    std::vector<float> values(quantised.values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = static_cast<float>(quantised.values[i]) * quantised.scales[i / columns];
    }
    return values;
}

} // namespace entente::language::training
