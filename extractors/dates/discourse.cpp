// SPDX-License-Identifier: Apache-2.0
#include "extractors/dates/discourse.hpp"

namespace entente::dates {

void Discourse::add(DateRange range, DatePrecision precision)
{
    switch (precision) {
    case DatePrecision::day:
        day_ = day_here_ = range.from;
        [[fallthrough]];
    case DatePrecision::week:
    case DatePrecision::month:
        month_ = range.from;
        [[fallthrough]];
    case DatePrecision::year:
        year_ = range.from;
        break;
    case DatePrecision::quarter:
        quarter_ = year_ = range.from;
        break;
    default:
        break;
    }
}

} // namespace entente::dates
