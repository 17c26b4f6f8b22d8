// SPDX-License-Identifier: Apache-2.0
// How JSON of mentions is parsed: the same for lines that come in and for fields that are kept.
#pragma once

#include <rapidjson/reader.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace entente {

/// Doubles as exact as they are written, strings checked, no recursion while parsing.
inline constexpr unsigned kJsonFlags = rapidjson::kParseIterativeFlag |
                                       rapidjson::kParseFullPrecisionFlag |
                                       rapidjson::kParseValidateEncodingFlag;

/// A mention needs three levels; what nests deeper than this is an attack on the stack.
inline constexpr std::size_t kMaxJsonDepth = 64;

/// Whether brackets outside strings nest no deeper than kMaxJsonDepth. Linear; any bytes will do.
[[nodiscard]] bool is_within_depth(std::string_view json) noexcept;

/// The same JSON with the exponents of noughts, as in 0e40, blanked out: RapidJSON 1.1 counts the
/// leading zeros of such a number's bits, which is undefined. `buffer` holds the text where it had
/// to change and must live as long as the result. Linear; any bytes will do.
[[nodiscard]] std::string_view without_nought_exponents(std::string_view json, std::string& buffer);

} // namespace entente
