// SPDX-License-Identifier: Apache-2.0
// Numbers and days appended to text: the small change of every exporter, without allocation.
#pragma once

#include "core/date.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace entente::exporters {

/// Decimal digits.
void append_number(std::string& out, std::size_t value);
void append_number(std::string& out, std::int64_t value);

/// The shortest text that reads back as the same number, "0.7" or "1e-07", whatever the locale.
/// What is no finite number, which no consumer reads alike, becomes 0.
void append_number(std::string& out, double value);

/// As format_day(): "2022-02-23".
void append_day(std::string& out, Day day);

} // namespace entente::exporters
