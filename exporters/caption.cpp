// SPDX-License-Identifier: Apache-2.0
#include "exporters/caption.hpp"

#include "core/text.hpp"
#include "exporters/clusters.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente::exporters {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD"; // U+FFFD
constexpr std::size_t kNameLimit = 60;
constexpr std::size_t kTitleActors = 3;
constexpr std::size_t kLabelLimit = 60;
constexpr std::size_t kNameWidth = 18;
constexpr std::size_t kLabelWidth = 22;

/// Bytes of the code point that begins with this byte of well-formed UTF-8.
std::size_t sequence_length(char lead) noexcept
{
    const auto byte = static_cast<unsigned char>(lead);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

bool is_blank(std::string_view c) noexcept
{
    constexpr std::string_view kAscii = " \t\n\v\f\r";
    return (c.size() == 1 && kAscii.find(c[0]) != std::string_view::npos) || c == "\xC2\x85" ||
           c == "\xC2\xA0" || c == "\xE2\x80\xA8" || c == "\xE2\x80\xA9"; // NEL, NBSP, LS, PS
}

/// Controls, and the characters that reorder what stands beside them.
bool is_unfit(std::string_view c) noexcept
{
    const auto byte = [c](std::size_t i) {
        return static_cast<unsigned char>(c[i]);
    };
    if (c.size() == 1) {
        return byte(0) < 0x20 || byte(0) == 0x7F;
    }
    if (c.size() == 2) {
        return (byte(0) == 0xC2 && byte(1) < 0xA0) || c == "\xD8\x9C"; // C1; ALM
    }
    if (c.size() == 3 && byte(0) == 0xE2) {
        return (byte(1) == 0x80 && (byte(2) == 0x8E || byte(2) == 0x8F)) || // LRM, RLM
               (byte(1) == 0x80 && byte(2) >= 0xAA && byte(2) <= 0xAE) ||   // LRE … RLO
               (byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9);     // LRI … PDI
    }
    return c == "\xEF\xBF\xBE" || c == "\xEF\xBF\xBF"; // U+FFFE, U+FFFF
}

/// The first `count` code points.
std::string_view first_code_points(std::string_view utf8, std::size_t count) noexcept
{
    std::size_t at = 0;
    for (; count > 0 && at < utf8.size(); --count) {
        at += sequence_length(utf8[at]);
    }
    return utf8.substr(0, at);
}

/// The text cleaned, or the fallback where nothing of it can be seen.
std::string clean_or(std::string_view text, std::string_view fallback, std::size_t limit)
{
    std::string clean = clean_line(text, limit);
    return clean.empty() ? clean_line(fallback, limit) : clean;
}

} // namespace

std::string clean_line(std::string_view text, std::size_t limit)
{
    const std::string valid = text::to_valid_utf8(text);
    std::string clean;
    std::size_t count = 0;
    bool blank = false;
    for (std::size_t at = 0; at < valid.size();) {
        const std::string_view c = std::string_view{valid}.substr(at, sequence_length(valid[at]));
        at += c.size();
        if (is_blank(c)) {
            blank = !clean.empty();
            continue;
        }
        if (count + (blank ? 1U : 0U) >= limit) {
            clean = first_code_points(clean, limit - 1);
            return clean + "…";
        }
        if (blank) {
            clean += ' ';
            ++count;
            blank = false;
        }
        clean += is_unfit(c) ? kReplacement : c;
        ++count;
    }
    return clean;
}

std::vector<std::string> wrap(std::string_view clean, std::size_t width)
{
    std::vector<std::string> lines;
    for (std::string_view word : text::split(clean, ' ')) {
        const bool fits =
            !lines.empty() &&
            text::count_code_points(lines.back()) + 1 + text::count_code_points(word) <= width;
        if (fits) {
            lines.back().append(" ").append(word);
            continue;
        }
        do {
            lines.emplace_back(first_code_points(word, width));
            word.remove_prefix(lines.back().size());
        } while (!word.empty());
    }
    return lines;
}

std::string period_years(const std::optional<DateRange>& period)
{
    if (!period || period->empty()) {
        return {};
    }
    const auto year = [](Day day) {
        return static_cast<int>(std::chrono::year_month_day{day}.year());
    };
    const int first = year(period->from);
    const int last = year(period->to - std::chrono::days{1});
    if (first == last) {
        return fmt::format("{}", first);
    }
    return first / 100 == last / 100 && first >= 1000 ? fmt::format("{}–{:02}", first, last % 100)
                                                      : fmt::format("{}–{}", first, last);
}

std::string make_title(const graph::Snapshot& graph)
{
    std::vector<const graph::Node*> actors;
    for (const graph::Node& node : graph.nodes()) {
        actors.push_back(&node);
    }
    if (actors.empty()) {
        return "Nothing found";
    }
    std::stable_sort(actors.begin(), actors.end(), [](const auto* left, const auto* right) {
        return left->weight > right->weight;
    });
    // A fourth name is as short as "1 other".
    const std::size_t named = actors.size() <= kTitleActors + 1 ? actors.size() : kTitleActors;
    const std::size_t others = actors.size() - named;
    std::string title;
    for (std::size_t i = 0; i < named; ++i) {
        const bool last = i > 0 && i + 1 == named && others == 0;
        title += i == 0 ? "" : (last ? " and " : ", ");
        title += clean_or(display_name(actors[i]->actor), actors[i]->actor.code.text(), kNameLimit);
    }
    if (others > 0) {
        title += fmt::format(" and {} others", others);
    }
    const std::string years = period_years(period_of(graph));
    return years.empty() ? title : title + ", " + years;
}

std::vector<std::string> relation_caption(const graph::Relation& relation)
{
    const std::string what = clean_or(relation.label, relation.category, kLabelLimit);
    std::string size = fmt::format("{}", relation.mentions);
    if (const std::string years = period_years(relation.period); !years.empty()) {
        size += " · " + years;
    }
    std::vector<std::string> lines = wrap(what, kLabelWidth);
    const std::size_t joined =
        text::count_code_points(lines.back()) + 3 + text::count_code_points(size);
    if (lines.size() == 1 && joined <= kLabelWidth) {
        lines.back() += " · " + size;
    } else {
        lines.push_back(std::move(size));
    }
    return lines;
}

std::vector<std::string> actor_caption(const Actor& actor)
{
    return wrap(clean_or(display_name(actor), actor.code.text(), kNameLimit), kNameWidth);
}

} // namespace entente::exporters
