// SPDX-License-Identifier: Apache-2.0
// Other people's programs as judges of our output, where they are installed.
#pragma once

#include <cstdlib>
#include <string>

namespace entente::tests {

/// Runs a shell command without output; true where it exits with 0.
[[nodiscard]] inline bool succeeds(const std::string& command)
{
    return std::system((command + " >/dev/null 2>&1").c_str()) == 0; // NOLINT(cert-env33-c)
}

} // namespace entente::tests
