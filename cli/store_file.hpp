// SPDX-License-Identifier: Apache-2.0
// Telling stores from other files before they are opened.
#pragma once

#include <string>

namespace entente::cli {

/// Whether the file begins as every store does. False for what cannot be read.
[[nodiscard]] bool looks_like_store(const std::string& file);

} // namespace entente::cli
