// SPDX-License-Identifier: Apache-2.0
// Wrong options as errors of ours, with the option that was meant.
#pragma once

#include "core/error.hpp"

#include <string>

namespace CLI { // NOLINT(readability-identifier-naming): not ours
class App;
class ParseError;
} // namespace CLI

namespace entente::cli {

/// What CLI11 found wrong when it parsed for `app`; `help` is the remedy where no option is near.
[[nodiscard]] Error usage_error(const CLI::App& app, const CLI::ParseError& problem,
                                const std::string& help);

} // namespace entente::cli
