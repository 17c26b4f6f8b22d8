// SPDX-License-Identifier: Apache-2.0
// The words that tell times: the tables of datasets/dates, found by their first word.
#pragma once

#include "core/result.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace entente::dates {

/// What words are for. The tables name a kind as it is named here.
enum class Kind : std::uint8_t {
    month,
    short_month,
    weekday,
    short_weekday,
    weekdays,
    season,
    day_part,
    clock,
    half_day,
    zone,
    number,
    tens,
    scale,
    ordinal,
    some,
    half,
    unit,
    set,
    set_adverb,
    every,
    period,
    year_end,
    shift,
    sequel,
    after,
    shifted_day,
    shifted_night,
    part,
    about,
    filler,
    fiscal,
    age,
    ahead_aux,
    ahead,
    ahead_before,
    no_plan,
    dating,
    no_year_after,
    phrase,
    adjective,
    holiday,
};

/// One or more words, lower case, with what they mean.
struct Entry {
    std::vector<std::string> words;
    Kind kind = Kind::phrase;
    std::string value;
    int number = 0; ///< the value, where it is a whole number
};

/// The compiled-in tables. Threads: const and shared by all threads.
class Vocabulary {
public:
    /// Errors: bad_dataset with file and line, where a row names no kind or no words.
    [[nodiscard]] static Result<Vocabulary> load();

    /// Entries whose first word this is, those of more words first.
    [[nodiscard]] std::span<const Entry> starting_with(const std::string& word) const;

private:
    Status read(std::string_view text, std::string_view file);

    std::unordered_map<std::string, std::vector<Entry>> entries_;
};

} // namespace entente::dates
