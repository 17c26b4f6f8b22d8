// SPDX-License-Identifier: Apache-2.0
// The version that the build was made from.
#pragma once

#include <string_view>

namespace entente::cli {

inline constexpr std::string_view kVersion = "entente " ENTENTE_VERSION;

} // namespace entente::cli
