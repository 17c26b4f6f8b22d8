// SPDX-License-Identifier: Apache-2.0
#include "exporters/timeline.hpp"

#include "core/text.hpp"
#include "exporters/caption.hpp"
#include "exporters/palette.hpp"
#include "exporters/timeline_events.hpp"
#include "exporters/timeline_side.hpp"
#include "exporters/xml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace entente::exporters {

namespace {

using timeline::date_words;
using timeline::kNameLimit;
using timeline::kNameSize;
using timeline::NamedEvent;
using timeline::Side;
using timeline::text_width;

constexpr double kLeft = 60.0; ///< of the plot; the scale stands there
constexpr double kRight = 30.0;
constexpr double kPlotWidth = 1000.0;
constexpr double kMostBinWidth = 72.0;
constexpr double kMostBarWidth = 40.0;
constexpr double kBarsHeight = 130.0; ///< of each side at most
constexpr double kMostUnit = 24.0;    ///< points an event is high at most
constexpr double kAxisHeight = 26.0;  ///< between both sides: the names of months or years
constexpr double kRowHeight = 48.0;   ///< of named events
constexpr std::size_t kTitleLimit = 120;
constexpr std::size_t kTitleWidth = 70;
constexpr std::size_t kSubtitleWidth = 130;

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
