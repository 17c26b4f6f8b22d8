// SPDX-License-Identifier: Apache-2.0
// The times a text has named so far, from which "the following day" counts.
#pragma once

#include "core/date.hpp"

#include <optional>

namespace entente::dates {

class Discourse {
public:
    /// A date that the text names.
    void add(DateRange range, DatePrecision precision);

    /// A new sentence begins.
    void next_sentence() { day_here_.reset(); }

    /// The day last named.
    [[nodiscard]] std::optional<Day> day() const { return day_; }

    /// The day last named in this sentence.
    [[nodiscard]] std::optional<Day> day_here() const { return day_here_; }

    /// The first day of what was last named that is a month or shorter, a year or shorter.
    [[nodiscard]] std::optional<Day> month() const { return month_; }

    [[nodiscard]] std::optional<Day> year() const { return year_; }

    /// The first day of the quarter last named.
    [[nodiscard]] std::optional<Day> quarter() const { return quarter_; }

private:
    std::optional<Day> day_;
    std::optional<Day> day_here_;
    std::optional<Day> month_;
    std::optional<Day> quarter_;
    std::optional<Day> year_;
};

} // namespace entente::dates
