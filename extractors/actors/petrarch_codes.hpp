// SPDX-License-Identifier: Apache-2.0
// What stands between brackets in a dictionary of PETRARCH or TABARI: a code and its dates.
#pragma once

#include "core/result.hpp"
#include "extractors/actors/petrarch_dictionary.hpp"

#include <string_view>

namespace entente::actors {

struct ReadPetrarchCode {
    PetrarchCode code;  ///< its line is not set
    bool agent = false; ///< marked with '~': goes with the code of a state
};

/// Reads "USAGOV", "USAGOV 930120-010120", "RUS >19911225", "SUN <911225", "~COP", "---".
/// Both ends of a restriction belong to the term, as PETRARCH has it; round and angle brackets
/// around it do no harm. Two digits of a year are 2000 to 2030, else 1931 to 1999.
/// Errors: bad_dataset.
[[nodiscard]] Result<ReadPetrarchCode> parse_petrarch_code(std::string_view text);

} // namespace entente::actors
