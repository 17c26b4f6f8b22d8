// SPDX-License-Identifier: Apache-2.0
// The version of the program and of what its extractor writes.
#pragma once

#include <string_view>

namespace entente {

inline constexpr std::string_view kVersion = "0.1.0";
/// Changes whenever extraction may give another result: stores then read their articles anew.
inline constexpr std::string_view kExtractorVersion = "entente 0.5.0";

} // namespace entente
