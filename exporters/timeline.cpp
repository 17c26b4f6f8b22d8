// SPDX-License-Identifier: Apache-2.0
#include "exporters/timeline.hpp"

#include "core/text.hpp"
#include "exporters/caption.hpp"
#include "exporters/palette.hpp"
#include "exporters/timeline_events.hpp"
#include "exporters/xml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace entente::exporters {

namespace {

constexpr double kLeft = 60.0; ///< of the plot; the scale stands there
constexpr double kRight = 30.0;
constexpr double kPlotWidth = 1000.0;
constexpr double kMostBinWidth = 72.0;
constexpr double kMostBarWidth = 40.0;
constexpr double kBarsHeight = 130.0; ///< of each side at most
constexpr double kMostUnit = 24.0;    ///< points an event is high at most
constexpr double kAxisHeight = 26.0;  ///< between both sides: the names of months or years
constexpr double kRowHeight = 48.0;   ///< of named events
constexpr std::size_t kRows = 4;
constexpr std::size_t kNamedEvents = 8; ///< on each side
constexpr double kNameSize = 11.0;
constexpr std::size_t kNameWidth = 24; ///< letters
constexpr std::size_t kNameLines = 2;
constexpr std::size_t kNameLimit = 46;
constexpr std::size_t kCodeLimit = 14;
constexpr std::size_t kTitleLimit = 120;
constexpr std::size_t kTitleWidth = 70;
constexpr std::size_t kSubtitleWidth = 130;
constexpr double kNameGap = 10.0;

/// About how wide a line is in a sans-serif face, rather too wide than too narrow.
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

std::string number(double value)
{
    std::string digits = fmt::format("{:.1f}", value);
    if (digits.size() > 2 && digits.compare(digits.size() - 2, 2, ".0") == 0) {
        digits.resize(digits.size() - 2);
    }
    return digits == "-0" ? "0" : digits;
}

std::string counted(std::size_t count, std::string_view noun)
{
    return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

/// An event with its words and the place where they stand.
struct NamedEvent {
    const TimelineEvent* event = nullptr;
    double x = 0.0; ///< of its bar's middle
    std::vector<std::string> lines;
    double left = 0.0; ///< of the words
    double width = 0.0;
    std::size_t row = 0; ///< 0 is the nearest to the bars
};

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

/// One side of the picture: what is counted and named above or below the axis.
class Side {
public:
    Side(const std::vector<TimelineEvent>& events, const TimelineBins& bins, bool above)
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

    [[nodiscard]] bool above() const noexcept { return above_; }

    [[nodiscard]] const std::array<Quad, 2>& quads() const noexcept { return quads_; }

    /// The highest bar, in events.
    [[nodiscard]] std::size_t most() const noexcept { return most_; }

    [[nodiscard]] std::size_t height_of(const TimelineBin& bin) const
    {
        std::size_t sum = 0;
        for (const Quad quad : quads_) {
            const auto i = static_cast<std::size_t>(quad);
            sum += bin.done.at(i) + bin.other.at(i);
        }
        return sum;
    }

    /// Chooses the events to be named and finds room for their words.
    /// \param middle the x of a bin's middle by its number
    template <typename Middle>
    void name_events(const Middle& middle, double bar_width, double right_edge)
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
            std::stable_sort(in_bin.begin(), in_bin.end(),
                             [this](std::size_t left, std::size_t right) {
                                 return importance(left) > importance(right);
                             });
            // Their lines stand side by side, the first to the right: words are to the right of a
            // line as a rule, so that those of the next ones can rise beside them.
            const std::size_t count = std::min(in_bin.size(), kMostOfBar);
            for (std::size_t i = 0; i < count; ++i) {
                const double place =
                    (static_cast<double>(count) - 1.0) / 2.0 - static_cast<double>(i);
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

    [[nodiscard]] const std::vector<NamedEvent>& named() const noexcept { return named_; }

    [[nodiscard]] std::size_t rows() const noexcept { return rows_; }

private:
    [[nodiscard]] bool belongs(const TimelineEvent& event) const
    {
        return event.quad == quads_[0] || event.quad == quads_[1];
    }

    [[nodiscard]] double importance(std::size_t event) const
    {
        return (*events_)[event].importance();
    }

    /// Words must not cover others, nor the lines that lead from words farther out to their bars.
    [[nodiscard]] bool find_room(NamedEvent& wanted, double right_edge) const
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

    static bool spans(const NamedEvent& named, double x)
    {
        return named.left - kNameGap / 2.0 < x && x < named.left + named.width + kNameGap / 2.0;
    }

    static bool collide(const NamedEvent& left, const NamedEvent& right)
    {
        if (left.row == right.row) {
            return left.left < right.left + right.width + kNameGap &&
                   right.left < left.left + left.width + kNameGap;
        }
        return left.row < right.row ? spans(left, right.x) : spans(right, left.x);
    }

    const std::vector<TimelineEvent>* events_;
    const TimelineBins* bins_;
    bool above_;
    std::array<Quad, 2> quads_;
    std::size_t most_ = 0;
    std::vector<NamedEvent> named_;
    std::size_t rows_ = 0;
};

/// Draws the whole picture into a string.
class Drawing {
public:
    Drawing(const TimelineEvents& read, const graph::Snapshot& graph, const ExportContext& context)
        : read_{read}
        , context_{context}
        , colours_{palette(context.picture.theme)}
        , bins_{make_bins(read.events)}
        , cooperation_{read.events, bins_, true}
        , conflict_{read.events, bins_, false}
    {
        bin_ = bins_.bins.empty()
                   ? kMostBinWidth
                   : std::min(kPlotWidth / static_cast<double>(bins_.bins.size()), kMostBinWidth);
        bar_ = std::clamp(bin_ - 2.0, 1.0, kMostBarWidth);
        plot_ = kPlotWidth;
        // A few bars stand in the middle of the page.
        first_ = kLeft + (plot_ - bin_ * static_cast<double>(bins_.bins.size())) / 2.0;
        const auto middle = [this](std::size_t bin) {
            return x_of(bin) + bin_ / 2.0;
        };
        cooperation_.name_events(middle, bar_, kLeft + plot_ + kRight - 4.0);
        conflict_.name_events(middle, bar_, kLeft + plot_ + kRight - 4.0);
        const std::size_t most = std::max({cooperation_.most(), conflict_.most(), std::size_t{1}});
        unit_ = std::min(kBarsHeight / static_cast<double>(most), kMostUnit);
        title_ = wrap(clean_line(context.title, kTitleLimit), kTitleWidth);
        subtitle_ = wrap(clean_line(extent(graph), 400), kSubtitleWidth);
        if (!context.description.empty()) {
            for (std::string& line :
                 wrap(clean_line("only " + context.description, 400), kSubtitleWidth)) {
                subtitle_.push_back(std::move(line));
            }
        }
    }

    [[nodiscard]] std::string draw()
    {
        const double head = 34.0 + 26.0 * static_cast<double>(title_.size()) +
                            17.0 * static_cast<double>(subtitle_.size()) + 30.0;
        const double up = names_height(cooperation_) + bars_height(cooperation_);
        axis_ = head + 24.0 + up + kAxisHeight / 2.0;
        const double height =
            axis_ + kAxisHeight / 2.0 + bars_height(conflict_) + names_height(conflict_) + 40.0;
        const double width = kLeft + plot_ + kRight;
        svg_ += fmt::format(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"{0}\" height=\"{1}\" "
            "viewBox=\"0 0 {0} {1}\" font-family=\"{2}\" font-size=\"{3}\">\n",
            number(width), number(height), kFonts, number(kNameSize));
        svg_ += fmt::format("<title>{}</title>\n", escape_xml(clean_line(context_.title, 400)));
        svg_ += "<desc>Events over time: cooperation above the axis, conflict below.</desc>\n";
        rect("page", 0, 0, width, height, colours_.page, {});
        draw_head();
        draw_legend(head);
        if (bins_.bins.empty()) {
            text("note", kLeft, axis_, "no dated events", 14.0, colours_.faint_ink, "start");
        } else {
            draw_scale();
            draw_axis();
            for (const Side* side : {&cooperation_, &conflict_}) {
                draw_bars(*side);
                draw_names(*side);
            }
        }
        return svg_ + "</svg>\n";
    }

private:
    [[nodiscard]] double x_of(std::size_t bin) const
    {
        return first_ + bin_ * static_cast<double>(bin);
    }

    [[nodiscard]] double bar_at(std::size_t bin) const { return x_of(bin) + (bin_ - bar_) / 2.0; }

    [[nodiscard]] double bars_height(const Side& side) const
    {
        return unit_ * static_cast<double>(side.most());
    }

    static double names_height(const Side& side)
    {
        return side.rows() == 0 ? 0.0 : 12.0 + kRowHeight * static_cast<double>(side.rows());
    }

    /// The edge of the axis strip on this side, and the y of as many events.
    [[nodiscard]] double y_of(const Side& side, double events) const
    {
        const double sign = side.above() ? -1.0 : 1.0;
        return axis_ + sign * (kAxisHeight / 2.0 + unit_ * events);
    }

    [[nodiscard]] std::string extent(const graph::Snapshot& graph) const
    {
        std::string words = counted(read_.events.size(), "event");
        if (!bins_.bins.empty()) {
            words += bins_.unit == TimelineUnit::month ? ", counted by month" : ", counted by year";
        }
        if (context_.articles > 0) {
            words += " · " + counted(context_.articles, "article");
        }
        if (context_.relations_total > graph.relations().size()) {
            words += fmt::format(" · of the top {} of {} relations", graph.relations().size(),
                                 context_.relations_total);
        }
        if (!read_.events.empty()) {
            Day first = read_.events.front().days.from;
            Day last = first;
            for (const TimelineEvent& event : read_.events) {
                first = std::min(first, event.days.from);
                last = std::max(last, event.days.to - std::chrono::days{1});
            }
            words += " · " + format_day(first) + " to " + format_day(last);
        }
        if (read_.undated > 0) {
            words += " · " + counted(read_.undated, "undated mention") + " left out";
        }
        if (bins_.too_early > 0) {
            words += fmt::format(" · {} before {} left out", counted(bins_.too_early, "event"),
                                 format_day(bins_.bins.front().from));
        }
        return words;
    }

    void rect(std::string_view css, double x, double y, double width, double height,
              std::string_view fill, std::string_view stroke, std::string_view tip = {})
    {
        svg_ += fmt::format(R"(<rect class="{}" x="{}" y="{}" width="{}" height="{}" fill="{}")",
                            css, number(x), number(y), number(width), number(height), fill);
        if (!stroke.empty()) {
            svg_ += fmt::format(R"( stroke="{}" stroke-dasharray="3 2")", stroke);
        }
        svg_ += tip.empty() ? "/>\n" : fmt::format("><title>{}</title></rect>\n", escape_xml(tip));
    }

    void line(std::string_view css, double x1, double y1, double x2, double y2,
              std::string_view colour)
    {
        svg_ += fmt::format(
            "<line class=\"{}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" stroke=\"{}\"/>\n", css,
            number(x1), number(y1), number(x2), number(y2), colour);
    }

    void text(std::string_view css, double x, double y, std::string_view words, double size,
              std::string_view colour, std::string_view anchor, bool bold = false)
    {
        svg_ += fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{}\" "
                            "text-anchor=\"{}\"{}>{}</text>\n",
                            css, number(x), number(y), number(size), colour, anchor,
                            bold ? " font-weight=\"bold\"" : "", escape_xml(words));
    }

    void draw_head()
    {
        double y = 40.0;
        for (const std::string& words : title_) {
            text("title", 30.0, y, words, 22.0, colours_.ink, "start", true);
            y += 26.0;
        }
        y -= 4.0;
        for (const std::string& words : subtitle_) {
            text("subtitle", 30.0, y, words, 12.0, colours_.faint_ink, "start");
            y += 17.0;
        }
    }

    void draw_legend(double bottom)
    {
        double x = 30.0;
        const double y = bottom - 12.0;
        const auto entry = [&](std::string_view words) {
            text("legend", x + 20.0, y, words, kNameSize, colours_.ink, "start");
            x += 20.0 + text_width(words, kNameSize) + 14.0;
        };
        bool other = false;
        std::array<bool, 5> shown{};
        for (const TimelineEvent& event : read_.events) {
            shown.at(static_cast<std::size_t>(event.quad)) = true;
            other = other || event.status != Factuality::actual;
        }
        for (std::size_t quad = 0; quad < shown.size(); ++quad) {
            if (shown.at(quad)) {
                rect("swatch", x, y - 9.0, 14.0, 10.0, colours_.lines.at(quad), {});
                entry(to_string(static_cast<Quad>(quad)));
            }
        }
        if (other) {
            rect("swatch", x, y - 9.0, 14.0, 10.0, colours_.page, colours_.ink);
            entry("planned, possible or denied");
        }
    }

    void draw_scale()
    {
        for (const Side* side : {&cooperation_, &conflict_}) {
            if (side->most() == 0) {
                continue;
            }
            std::size_t step = 1;
            for (const std::size_t factor :
                 {2U, 5U, 10U, 20U, 50U, 100U, 200U, 500U, 1000U, 5000U}) {
                step = static_cast<double>(step) * unit_ < 22.0 ? factor : step;
            }
            for (std::size_t value = step; value <= side->most(); value += step) {
                const double y = y_of(*side, static_cast<double>(value));
                line("grid", kLeft, y, kLeft + plot_, y, colours_.frame_line);
                text("scale", kLeft - 6.0, y + 4.0, fmt::format("{}", value), 10.0,
                     colours_.faint_ink, "end");
            }
        }
    }

    void draw_axis()
    {
        rect("axis", kLeft, axis_ - kAxisHeight / 2.0, plot_, kAxisHeight, colours_.frame_fill, {});
        const bool by_month = bins_.unit == TimelineUnit::month;
        double free_from = 0.0;
        for (std::size_t i = 0; i < bins_.bins.size(); ++i) {
            const TimelineBin& bin = bins_.bins[i];
            const std::string day = format_day(bin.from);
            const std::string words = by_month ? day.substr(0, 7) : day.substr(0, 4);
            const double middle = x_of(i) + bin_ / 2.0;
            const double width = text_width(words, 10.0);
            if (middle - width / 2.0 >= free_from) {
                text("tick", middle, axis_ + 4.0, words, 10.0, colours_.ink, "middle");
                free_from = middle + width / 2.0 + 6.0;
            }
            const auto standing = static_cast<std::size_t>(Quad::standing);
            if (const std::size_t count = bin.done.at(standing) + bin.other.at(standing);
                count > 0) {
                rect("bar standing-relation", bar_at(i), axis_ + kAxisHeight / 2.0 - 4.0, bar_, 4.0,
                     colours_.lines.at(standing), {}, tip(bin, Quad::standing));
            }
        }
    }

    [[nodiscard]] std::string tip(const TimelineBin& bin, Quad quad) const
    {
        constexpr std::size_t kMost = 6;
        std::string words =
            format_day(bin.from).substr(0, bins_.unit == TimelineUnit::month ? 7 : 4);
        words += fmt::format(": {}", to_string(quad));
        std::size_t count = 0;
        for (const std::size_t i : bin.events) {
            const TimelineEvent& event = read_.events[i];
            if (event.quad != quad) {
                continue;
            }
            if (++count <= kMost) {
                words += fmt::format("; {} {} {} {}", date_words(event), event.source.text(),
                                     event.symmetric ? "–" : "→", event.target.text());
                words += ": " + clean_line(event.label, kNameLimit);
            }
        }
        return count > kMost ? words + fmt::format("; and {} more", count - kMost) : words;
    }

    void draw_bars(const Side& side)
    {
        for (std::size_t i = 0; i < bins_.bins.size(); ++i) {
            const TimelineBin& bin = bins_.bins[i];
            std::size_t below = 0;
            const auto bar = [&](Quad quad, std::size_t count, bool done) {
                if (count == 0) {
                    return;
                }
                const double near = y_of(side, static_cast<double>(below));
                below += count;
                const double far = y_of(side, static_cast<double>(below));
                const std::string_view colour = line_colour(colours_, quad);
                std::string css{"bar "};
                css += to_string(quad);
                std::replace(css.begin() + 4, css.end(), ' ', '-');
                rect(css + (done ? "" : " other"), bar_at(i), std::min(near, far), bar_,
                     std::abs(far - near), done ? colour : colours_.page,
                     done ? std::string_view{} : colour, tip(bin, quad));
            };
            for (const Quad quad : side.quads()) {
                bar(quad, bin.done.at(static_cast<std::size_t>(quad)), true);
                bar(quad, bin.other.at(static_cast<std::size_t>(quad)), false);
            }
        }
    }

    void draw_names(const Side& side)
    {
        const double sign = side.above() ? -1.0 : 1.0;
        const double edge = y_of(side, static_cast<double>(side.most()));
        for (const NamedEvent& named : side.named()) {
            const auto lines = static_cast<double>(named.lines.size());
            const double near = edge + sign * (12.0 + kRowHeight * static_cast<double>(named.row));
            const auto bin = static_cast<std::size_t>((named.x - first_) / bin_);
            const double top = y_of(side, static_cast<double>(side.height_of(bins_.bins.at(bin))));
            line("leader", named.x, top + sign, named.x, near - sign * 2.0, colours_.faint_ink);
            double y = side.above() ? near - 14.0 * (lines - 1.0) - 4.0 : near + 10.0;
            for (std::size_t i = 0; i < named.lines.size(); ++i) {
                const bool when = i + 1 == named.lines.size();
                text(when ? "event-date" : "event", named.left, y, named.lines[i], kNameSize,
                     when ? colours_.faint_ink : colours_.ink, "start");
                y += 14.0;
            }
        }
    }

    const TimelineEvents& read_;
    const ExportContext& context_;
    const Palette& colours_;
    TimelineBins bins_;
    Side cooperation_;
    Side conflict_;
    double bin_ = 0.0; ///< width of a month or year
    double bar_ = 0.0; ///< of a bar in its middle
    double plot_ = 0.0;
    double first_ = 0.0; ///< x of the first bin
    double unit_ = 0.0;  ///< height of an event
    double axis_ = 0.0;  ///< y of the axis strip's middle
    std::vector<std::string> title_;
    std::vector<std::string> subtitle_;
    std::string svg_;
};

} // namespace

Status TimelineExporter::write(const graph::Snapshot& graph, const ExportContext& context,
                               Sink& sink) const
{
    const auto events = read_events(graph, context);
    if (!events) {
        return events.error();
    }
    return sink.write(Drawing{*events, graph, context}.draw());
}

} // namespace entente::exporters
