// SPDX-License-Identifier: Apache-2.0
#include "exporters/timeline_side.hpp"

#include "core/text.hpp"
#include "exporters/caption.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace entente::exporters::timeline {

namespace {

constexpr std::size_t kRows = 4;
constexpr std::size_t kNamedEvents = 8; ///< on each side
constexpr std::size_t kNameWidth = 24;  ///< letters
constexpr std::size_t kNameLines = 2;
constexpr std::size_t kCodeLimit = 14;
constexpr double kNameGap = 10.0;

std::vector<std::string> event_lines(const TimelineEvent& event)
{
    std::string what = clean_line(event.label, kNameLimit);
    if (what.empty()) {
        what = to_string(event.quad);
    }
    std::vector<std::string> lines = wrap(what, kNameWidth);
    if (lines.size() > kNameLines) {
        lines.resize(kNameLines);
        lines.back() += "…";
    }
    std::string when = date_words(event);
    if (!event.symmetric) {
        when += fmt::format(" · {} → {}", clean_line(event.source.text(), kCodeLimit),
                            clean_line(event.target.text(), kCodeLimit));
    }
    lines.push_back(std::move(when));
    return lines;
}

bool spans(const NamedEvent& named, double x)
{
    return named.left - kNameGap / 2.0 < x && x < named.left + named.width + kNameGap / 2.0;
}

bool collide(const NamedEvent& left, const NamedEvent& right)
{
    if (left.row == right.row) {
        return left.left < right.left + right.width + kNameGap &&
               right.left < left.left + left.width + kNameGap;
    }
    return left.row < right.row ? spans(left, right.x) : spans(right, left.x);
}

} // namespace

double text_width(std::string_view utf8, double size)
{
    double width = 0.0;
    for (std::size_t at = 0; at < utf8.size();) {
        const auto byte = static_cast<unsigned char>(utf8[at]);
        at += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
        const bool capital = (byte >= 'A' && byte <= 'Z') || byte == 'm' || byte == 'w';
        width += byte >= 0xE3 ? 1.1 : capital ? 0.78 : 0.6;
    }
    return width * size;
}

std::string date_words(const TimelineEvent& event)
{
    const std::string from = format_day(event.days.from);
    switch (event.precision) {
    case DatePrecision::year:
        return from.substr(0, 4);
    case DatePrecision::month:
        return from.substr(0, 7);
    default:
        break;
    }
    const Day last = event.days.to - std::chrono::days{1};
    return last > event.days.from ? from + "/" + format_day(last) : from;
}

Side::Side(const std::vector<TimelineEvent>& events, const TimelineBins& bins, bool above)
    : events_{&events}
    , bins_{&bins}
    , above_{above}
{
    // Material events stand next to the axis.
    quads_ = above ? std::array{Quad::material_cooperation, Quad::verbal_cooperation}
                   : std::array{Quad::material_conflict, Quad::verbal_conflict};
    for (const TimelineBin& bin : bins.bins) {
        most_ = std::max(most_, height_of(bin));
    }
}

std::size_t Side::height_of(const TimelineBin& bin) const
{
    std::size_t sum = 0;
    for (const Quad quad : quads_) {
        const auto i = static_cast<std::size_t>(quad);
        sum += bin.done.at(i) + bin.other.at(i);
    }
    return sum;
}

void Side::name_events(const std::function<double(std::size_t)>& middle, double bar_width,
                       double right_edge)
{
    constexpr std::size_t kMostOfBar = 3;
    constexpr double kApart = 0.35; // on a bar, as a share of its width

    struct Candidate {
        std::size_t event;
        double x;
    };

    std::vector<Candidate> candidates;
    for (std::size_t b = 0; b < bins_->bins.size(); ++b) {
        std::vector<std::size_t> in_bin;
        for (const std::size_t event : bins_->bins[b].events) {
            if (belongs((*events_)[event])) {
                in_bin.push_back(event);
            }
        }
        std::stable_sort(in_bin.begin(), in_bin.end(), [this](std::size_t left, std::size_t right) {
            return importance(left) > importance(right);
        });
        // Their lines stand side by side, the first to the right: words are to the right of a
        // line as a rule, so that those of the next ones can rise beside them.
        const std::size_t count = std::min(in_bin.size(), kMostOfBar);
        for (std::size_t i = 0; i < count; ++i) {
            const double place = (static_cast<double>(count) - 1.0) / 2.0 - static_cast<double>(i);
            candidates.push_back({in_bin[i], middle(b) + place * kApart * bar_width});
        }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [this](const auto& left, const auto& right) {
                         return importance(left.event) > importance(right.event);
                     });
    for (const auto& [event, x] : candidates) {
        if (named_.size() == kNamedEvents) {
            break;
        }
        NamedEvent named;
        named.event = &(*events_)[event];
        named.x = x;
        named.lines = event_lines(*named.event);
        for (const std::string& line : named.lines) {
            named.width = std::max(named.width, text_width(line, kNameSize));
        }
        if (find_room(named, right_edge)) {
            rows_ = std::max(rows_, named.row + 1);
            named_.push_back(std::move(named));
        }
    }
}

bool Side::belongs(const TimelineEvent& event) const
{
    return event.quad == quads_[0] || event.quad == quads_[1];
}

double Side::importance(std::size_t event) const
{
    return (*events_)[event].importance();
}

bool Side::find_room(NamedEvent& wanted, double right_edge) const
{
    // Where there are few bars, words stand beside their lines and leave room for others.
    constexpr std::array kCentred{0.5, 0.25, 0.75, 0.08, 0.92};
    constexpr std::array kBeside{0.03, 0.97, 0.5, 0.25, 0.75};
    constexpr std::size_t kFewBars = 10;
    const auto& shares = bins_->bins.size() <= kFewBars ? kBeside : kCentred;
    for (wanted.row = 0; wanted.row < kRows; ++wanted.row) {
        for (const double share : shares) {
            wanted.left = wanted.x - share * wanted.width;
            if (wanted.left >= 4.0 && wanted.left + wanted.width <= right_edge &&
                std::none_of(named_.begin(), named_.end(),
                             [&](const NamedEvent& other) { return collide(wanted, other); })) {
                return true;
            }
        }
    }
    return false;
}

} // namespace entente::exporters::timeline
