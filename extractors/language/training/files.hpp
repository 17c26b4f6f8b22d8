// SPDX-License-Identifier: Apache-2.0
// Input files of the trainer.
#pragma once

#include "core/result.hpp"

#include <fstream>
#include <string>

namespace entente::language::training {

/// Errors: missing_input.
[[nodiscard]] Result<std::ifstream> open_file(const std::string& file);

/// Errors: missing_input.
[[nodiscard]] Result<std::string> read_file(const std::string& file);

} // namespace entente::language::training
