// SPDX-License-Identifier: Apache-2.0
// How wide the terminal behind the standard output is.
#pragma once

#include <cstddef>

namespace entente::cli {

/// Columns at this moment; 80 where the terminal does not tell.
[[nodiscard]] std::size_t terminal_columns();

} // namespace entente::cli
