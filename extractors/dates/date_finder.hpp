// SPDX-License-Identifier: Apache-2.0
// Finds time expressions and resolves them against the publication date.
#pragma once

#include "core/article.hpp"
#include "core/trace.hpp"
#include "extractors/extractor.hpp"

#include <vector>

namespace entente::dates {

/// Calendar dates ("23 February 2022", "in March 2014", "2015"), weekdays, and expressions such as
/// "yesterday", "last month", "two weeks ago". What needs the publication date is found but left
/// without a range where that is unknown. `trace` may be null.
[[nodiscard]] std::vector<extractors::DateSighting>
find_dates(const Article& article, const language::Analysis& analysis, Trace* trace);

} // namespace entente::dates
