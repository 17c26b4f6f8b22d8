// SPDX-License-Identifier: Apache-2.0
// Whole expressions that a table gives with their value: "now", "the near future".
#include "extractors/dates/reading.hpp"

#include <algorithm>

namespace entente::dates {

namespace {

/// "recent years", "its current leader": before a noun, not "electric current".
bool stands_before_noun(const Words& words, std::size_t i)
{
    const language::Token& token = words.token(i);
    return token.upos == "ADJ" && (token.relation == "amod" || token.relation == "compound") &&
           !words.is_in_title(i);
}

std::optional<Period> day_written(std::string_view value)
{
    const auto day = parse_day(value);
    return day ? day_period(*day) : std::nullopt;
}

} // namespace

Found read_phrase(const Context& context, std::size_t i)
{
    const Words& words = context.words;
    Match phrase = words.match(i, Kind::phrase);
    if (phrase && phrase.count > 1 && words.is_in_title(i + phrase.count - 1)) {
        return std::nullopt; // "Fridays for the Future"
    }
    if (!phrase) {
        phrase = words.match(i, Kind::adjective);
        if (!phrase || !stands_before_noun(words, i)) {
            return std::nullopt;
        }
    }
    const std::string_view entry = phrase.entry->value;
    const std::size_t blank = entry.find(' ');
    const std::string_view type = entry.substr(0, blank);
    const std::string_view value = entry.substr(std::min(blank, entry.size() - 1) + 1);
    if (const auto day = day_written(value)) {
        return dated(i, i + phrase.count, day, DateBasis::explicit_);
    }
    return undated(i, i + phrase.count, type == "DATE" ? Type::date : Type::duration,
                   std::string{value});
}

} // namespace entente::dates
