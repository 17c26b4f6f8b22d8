// SPDX-License-Identifier: Apache-2.0
// Finds time expressions and resolves them against the publication date and the text before.
#pragma once

#include "core/article.hpp"
#include "core/trace.hpp"
#include "extractors/dates/vocabulary.hpp"
#include "extractors/extractor.hpp"

#include <vector>

namespace entente::dates {

/// Dates, times of day, durations and sets in the order of the text, none inside another. What
/// needs the publication date is found but left without a range where that is unknown, and so is
/// what no calendar has ("recently", "two weeks"). `trace` may be null.
/// Complexity: linear in the text.
[[nodiscard]] std::vector<extractors::DateSighting> find_dates(const Article& article,
                                                               const language::Analysis& analysis,
                                                               const Vocabulary& vocabulary,
                                                               Trace* trace);

} // namespace entente::dates
