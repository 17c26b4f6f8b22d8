// SPDX-License-Identifier: Apache-2.0
// The program as a function, so that tests can call it in process.
#pragma once

#include "cli/session.hpp"

#include <istream>
#include <ostream>
#include <string>
#include <vector>

namespace entente::cli {

/// Runs the program on these arguments (without its own name) and returns the exit status.
/// Never throws: what nobody expected becomes one line on `err` and status 70.
[[nodiscard]] int run(const std::vector<std::string>& arguments, std::istream& in,
                      std::ostream& out, std::ostream& err, const Terminal& terminal = {});

/// The same on the standard streams of the process.
[[nodiscard]] int run(int argc, char** argv);

} // namespace entente::cli
