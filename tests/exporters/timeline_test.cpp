// SPDX-License-Identifier: Apache-2.0
// Timelines: each event once, in its month or year, on its side of the axis.
#include "core/text.hpp"
#include "exporters/timeline_events.hpp"
#include "tests/support/exported.hpp"
#include "tests/support/external.hpp"
#include "tests/support/golden.hpp"
#include "tests/support/svg.hpp"
#include "tests/support/temporary_folder.hpp"

#include <array>
#include <fstream>

namespace entente::tests {

namespace {

using exporters::make_bins;
using exporters::TimelineBins;
using exporters::TimelineEvent;
using exporters::TimelineUnit;

std::vector<TimelineEvent> events_on(const std::vector<const char*>& days)
{
    std::vector<TimelineEvent> events;
    for (const char* text : days) {
        TimelineEvent event;
        event.days = day(text);
        event.quad = Quad::verbal_conflict;
        events.push_back(event);
    }
    return events;
}

std::size_t counted(const TimelineBins& bins)
{
    std::size_t sum = 0;
    for (const auto& bin : bins.bins) {
        for (const std::size_t count : bin.done) {
            sum += count;
        }
        sum += bin.other[0] + bin.other[1] + bin.other[2] + bin.other[3] + bin.other[4];
    }
    return sum;
}

double attribute(std::string_view element, const std::string& name)
{
    return std::strtod(std::string{between(element, " " + name + "=\"", "\"")}.c_str(), nullptr);
}

/// The start tags of elements with this class.
std::vector<std::string> elements(const std::string& svg, const std::string& css)
{
    std::vector<std::string> found;
    const std::string key = "class=\"" + css;
    for (std::size_t at = svg.find(key); at != std::string::npos; at = svg.find(key, at + 1)) {
        const std::size_t begin = svg.rfind('<', at);
        found.push_back(svg.substr(begin, svg.find('>', at) - begin));
    }
    return found;
}

} // namespace

TEST_CASE("up to five years are counted by month, more by year", "[exporters][timeline]")
{
    struct Row {
        const char* name;
        std::vector<const char*> days;
        TimelineUnit unit;
        std::size_t bins;
        std::size_t too_early;
    };

    const std::vector<Row> rows{
        {"nothing", {}, TimelineUnit::month, 0, 0},
        {"one day", {"2020-02-29"}, TimelineUnit::month, 1, 0},
        {"a turn of the year", {"2019-12-31", "2020-01-01"}, TimelineUnit::month, 2, 0},
        {"sixty months", {"2015-01-01", "2019-12-31"}, TimelineUnit::month, 60, 0},
        {"one month more", {"2015-01-01", "2020-01-01"}, TimelineUnit::year, 6, 0},
        {"a wild date", {"0900-05-05", "2015-01-01", "2024-12-31"}, TimelineUnit::year, 250, 1},
        {"unordered", {"2020-03-01", "2020-01-01"}, TimelineUnit::month, 3, 0},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        const TimelineBins bins = make_bins(events_on(row.days));
        CHECK(bins.unit == row.unit);
        CHECK(bins.bins.size() == row.bins);
        CHECK(bins.too_early == row.too_early);
        CHECK(counted(bins) + bins.too_early == row.days.size());
        for (std::size_t i = 1; i < bins.bins.size(); ++i) {
            CHECK(bins.bins[i - 1].to == bins.bins[i].from);
        }
    }
}

TEST_CASE("an event known to the year stands in its middle", "[exporters][timeline]")
{
    TimelineEvent event;
    event.days = days("2021-01-01", "2022-01-01");
    CHECK(format_day(event.middle()) == "2021-07-02");
    event.days = day("2021-03-04");
    CHECK(format_day(event.middle()) == "2021-03-04");
}

TEST_CASE("near-copies and repeated sightings are one event", "[exporters][timeline]")
{
    const auto mentions = pakistan_and_russia();
    const auto read = exporters::read_events(snapshot_of(mentions), context_of(mentions));
    REQUIRE(read.ok());
    CHECK(read->undated == 1);
    CHECK(read->events.size() == 6); // of eight mentions, one undated, two tell of the same attack
    for (const TimelineEvent& event : read->events) {
        CAPTURE(event.label);
        CHECK(event.articles.size() == 1);
        CHECK(event.source.sector().empty()); // as the graph joins sectors
    }
}

TEST_CASE("evidence that cannot be read is an error", "[exporters][timeline][fault]")
{
    auto context = context_of({});
    exporters::StringSink sink;
    const Status written = exporters::format_by_name("timeline")
                               ->make()
                               ->write(snapshot_of(pakistan_and_russia()), context, sink);
    REQUIRE_FALSE(written.ok());
    CHECK(written.error().code() == ErrorCode::not_found);
    CHECK(sink.text().empty());
}

TEST_CASE("a timeline is made of what it was when last looked at", "[exporters][golden]")
{
    check_golden("exporters/pakistan_and_russia.timeline.svg.txt",
                 svg_structure(exported("timeline", pakistan_and_russia())));
}

TEST_CASE("cooperation stands above the axis, conflict below, and words cover nothing",
          "[exporters][timeline][property]")
{
    // Several hundred events of all classes over some years, or over one month.
    const int span = GENERATE(3000, 700, 20);
    CAPTURE(span);
    const std::array<const char*, 5> categories{"CONSULT", "AID", "ACCUSE", "ASSAULT", "RELATE"};
    std::vector<store::StoredMention> mentions;
    for (int i = 0; i < 300; ++i) {
        const Day on = parse_day("2010-01-01").value() + std::chrono::days{(i * 37 * i) % span};
        mentions.push_back(sighting(i + 1, i % 3 == 0 ? "USA" : "CHN",
                                    categories.at(static_cast<std::size_t>(i) % 5),
                                    i % 3 == 0 ? "CHN" : "USA")
                               .on(format_day(on))
                               .sure(0.3 + 0.002 * i)
                               .labelled("what happened on the day number " + std::to_string(i)));
    }
    const std::string svg = exported("timeline", snapshot_of(mentions), context_of(mentions));
    const std::vector<std::string> axis = elements(svg, "axis\"");
    REQUIRE(axis.size() == 1);
    const double top = attribute(axis.front(), "y");
    const double bottom = top + attribute(axis.front(), "height");
    for (const char* above : {"bar verbal-cooperation", "bar material-cooperation"}) {
        CHECK_FALSE(elements(svg, above).empty());
        for (const std::string& bar : elements(svg, above)) {
            REQUIRE(attribute(bar, "y") + attribute(bar, "height") <= top + 0.11);
        }
    }
    for (const char* below : {"bar verbal-conflict", "bar material-conflict"}) {
        CHECK_FALSE(elements(svg, below).empty());
        for (const std::string& bar : elements(svg, below)) {
            REQUIRE(attribute(bar, "y") >= bottom - 0.11);
        }
    }
    // Words: 11 points high, and in DejaVu Sans less than 0.57 of that a letter on average.
    std::vector<SvgBox> words;
    for (const char* css : {"event\"", "event-date\""}) {
        for (const std::string& text : elements(svg, css)) {
            const std::size_t at = svg.find(text);
            const std::string_view content = between(std::string_view{svg}.substr(at), ">", "<");
            SvgBox box;
            box.title = content;
            box.left = attribute(text, "x");
            box.right =
                box.left + 0.57 * 11.0 * static_cast<double>(text::count_code_points(content));
            box.bottom = attribute(text, "y") + 2.5;
            box.top = box.bottom - 11.0;
            words.push_back(box);
        }
    }
    CHECK(words.size() >= 8);
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (std::size_t j = i + 1; j < words.size(); ++j) {
            CAPTURE(words[i].title, words[j].title);
            CHECK(words[i].overlap(words[j]) <= 0.0);
        }
        for (const std::string& leader : elements(svg, "leader\"")) {
            SvgBox line;
            line.left = line.right = attribute(leader, "x1");
            line.right += 0.1;
            line.top = std::min(attribute(leader, "y1"), attribute(leader, "y2"));
            line.bottom = std::max(attribute(leader, "y1"), attribute(leader, "y2"));
            CAPTURE(words[i].title, leader);
            CHECK(words[i].overlap(line) <= 0.0);
        }
    }
    if (!succeeds("xmllint --version")) {
        WARN("skipped: xmllint is not installed");
        return;
    }
    const TemporaryFolder folder;
    const auto file = folder.path() / "timeline.svg";
    std::ofstream{file, std::ios::binary} << svg;
    CHECK(succeeds("xmllint --noout " + file.string()));
}

} // namespace entente::tests
