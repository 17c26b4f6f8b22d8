// SPDX-License-Identifier: Apache-2.0
// Rows of small integers, as the model file holds its large tables.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente::language::training {

/// Numbers from -127 to 127 with one scale a row.
struct Quantised {
    std::vector<std::int8_t> values;
    std::vector<float> scales;
};

/// \param values rows of `columns` numbers, one behind the other
[[nodiscard]] Quantised quantise(const float* values, std::size_t rows, std::size_t columns);

/// The numbers that the program will read.
[[nodiscard]] std::vector<float> restore(const Quantised& quantised, std::size_t columns);

} // namespace entente::language::training
