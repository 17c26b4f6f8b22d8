// SPDX-License-Identifier: Apache-2.0
#include "extractors/dates/vocabulary.hpp"

#include "core/text.hpp"
#include "core/tsv.hpp"
#include "extractors/dates/calendar.hpp"
#include "extractors/embedded.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace entente::dates {

namespace {

constexpr std::array<std::pair<std::string_view, Kind>, 41> kKinds{{
    {"month", Kind::month},
    {"short_month", Kind::short_month},
    {"weekday", Kind::weekday},
    {"short_weekday", Kind::short_weekday},
    {"weekdays", Kind::weekdays},
    {"season", Kind::season},
    {"day_part", Kind::day_part},
    {"clock", Kind::clock},
    {"half_day", Kind::half_day},
    {"zone", Kind::zone},
    {"number", Kind::number},
    {"tens", Kind::tens},
    {"scale", Kind::scale},
    {"ordinal", Kind::ordinal},
    {"some", Kind::some},
    {"half", Kind::half},
    {"unit", Kind::unit},
    {"set", Kind::set},
    {"set_adverb", Kind::set_adverb},
    {"every", Kind::every},
    {"period", Kind::period},
    {"year_end", Kind::year_end},
    {"shift", Kind::shift},
    {"sequel", Kind::sequel},
    {"after", Kind::after},
    {"shifted_day", Kind::shifted_day},
    {"shifted_night", Kind::shifted_night},
    {"part", Kind::part},
    {"about", Kind::about},
    {"filler", Kind::filler},
    {"fiscal", Kind::fiscal},
    {"age", Kind::age},
    {"ahead_aux", Kind::ahead_aux},
    {"ahead", Kind::ahead},
    {"ahead_before", Kind::ahead_before},
    {"no_plan", Kind::no_plan},
    {"dating", Kind::dating},
    {"no_year_after", Kind::no_year_after},
    {"phrase", Kind::phrase},
    {"adjective", Kind::adjective},
    {"holiday", Kind::holiday},
}};

std::optional<Kind> kind_named(std::string_view name)
{
    const auto* found = std::find_if(kKinds.begin(), kKinds.end(),
                                     [&](const auto& known) { return known.first == name; });
    return found == kKinds.end() ? std::nullopt : std::optional{found->second};
}

int number_in(std::string_view value)
{
    int number = 0;
    const char* const end = value.data() + value.size();
    const auto read = std::from_chars(value.data(), end, number);
    return read.ec == std::errc{} && read.ptr == end ? number : 0;
}

} // namespace

Result<Vocabulary> Vocabulary::load()
{
    Vocabulary vocabulary;
    for (const extractors::Table& table : extractors::builtin_tables("dates/")) {
        if (Status done = vocabulary.read(table.text(), table.name); !done) {
            return done.error();
        }
    }
    for (auto& [word, entries] : vocabulary.entries_) {
        std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
            return a.words.size() > b.words.size();
        });
    }
    return vocabulary;
}

Status Vocabulary::read(std::string_view text, std::string_view file)
{
    return read_tsv(text, file, {"words", "kind", "value"}, [&](const TsvRow& row) -> Status {
        const auto kind = kind_named(row["kind"]);
        if (!kind) {
            return Error{ErrorCode::bad_dataset,
                         fmt::format("unknown kind of time word '{}'", row["kind"])};
        }
        if (*kind == Kind::holiday && !holiday_in(2000, row["value"])) {
            return Error{ErrorCode::bad_dataset,
                         fmt::format("'{}' is no rule for a holiday", row["value"])};
        }
        for (const std::string_view words : row.list("words")) {
            Entry entry{{}, *kind, std::string{row["value"]}, number_in(row["value"])};
            for (const std::string_view word : text::split(words, ' ')) {
                if (word.empty()) {
                    return Error{ErrorCode::bad_dataset, "a time word is empty"};
                }
                entry.words.emplace_back(word);
            }
            entries_[entry.words.front()].push_back(std::move(entry));
        }
        return {};
    });
}

std::span<const Entry> Vocabulary::starting_with(const std::string& word) const
{
    const auto found = entries_.find(word);
    return found == entries_.end() ? std::span<const Entry>{} : std::span{found->second};
}

} // namespace entente::dates
