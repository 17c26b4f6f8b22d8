// SPDX-License-Identifier: Apache-2.0
#include "extractors/records/gdelt.hpp"

#include "core/cameo_events.hpp"
#include "core/text.hpp"
#include "extractors/records/coded_event.hpp"
#include "extractors/records/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace entente::records {

namespace {

/// Where a human check of 50 events found 79, 79 and 81 of a hundred actors, actors and events to
/// be right, half of all rows are right in all three.
constexpr double kConfidence = 0.5;

constexpr std::size_t kColumns = 61;       ///< of 2.0
constexpr std::size_t kOldColumns = 58;    ///< of 1.0
constexpr std::size_t kOldestColumns = 57; ///< of 1.0 before April 2013: no SOURCEURL
constexpr std::size_t kMentionsColumns = 16;
constexpr std::size_t kKnowledgeColumns = 27;
constexpr std::size_t kDayDigits = 8; ///< of YYYYMMDDHHMMSS

std::vector<std::string> column_names(bool second_version)
{
    std::vector<std::string> names{"GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"};
    for (const std::string actor : {"Actor1", "Actor2"}) {
        for (const char* part :
             {"Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code",
              "Religion2Code", "Type1Code", "Type2Code", "Type3Code"}) {
            names.push_back(actor + part);
        }
    }
    for (const char* name :
         {"IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass",
          "GoldsteinScale", "NumMentions", "NumSources", "NumArticles", "AvgTone"}) {
        names.emplace_back(name);
    }
    for (const std::string place : {"Actor1Geo_", "Actor2Geo_", "ActionGeo_"}) {
        for (const char* part : {"Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat",
                                 "Long", "FeatureID"}) {
            if (second_version || std::string_view{part} != "ADM2Code") {
                names.push_back(place + part);
            }
        }
    }
    names.emplace_back("DATEADDED");
    names.emplace_back("SOURCEURL");
    return names;
}

/// Where the columns stand that are read.
struct Places {
    explicit Places(TableColumns of)
        : columns{std::move(of)}
        , id{columns.find({"GLOBALEVENTID"})}
        , day{columns.find({"SQLDATE", "Day"})}
        , code1{columns.find({"Actor1Code"})}
        , name1{columns.find({"Actor1Name"})}
        , code2{columns.find({"Actor2Code"})}
        , name2{columns.find({"Actor2Name"})}
        , event{columns.find({"EventCode"})}
        , place{columns.find({"ActionGeo_FullName"})}
        , added{columns.find({"DATEADDED"})}
        , uri{columns.find({"SOURCEURL"})}
    {
        // What follows from other columns is not kept.
        for (const std::string_view name :
             {"GLOBALEVENTID", "SQLDATE", "Day", "MonthYear", "Year", "FractionDate",
              "Actor1CountryCode", "Actor2CountryCode", "EventBaseCode", "EventRootCode",
              "QuadClass", "DATEADDED", "SOURCEURL"}) {
            derived.push_back(columns.find({name}));
        }
    }

    TableColumns columns;
    std::size_t id;
    std::size_t day;
    std::size_t code1;
    std::size_t name1;
    std::size_t code2;
    std::size_t name2;
    std::size_t event;
    std::size_t place;
    std::size_t added;
    std::size_t uri;
    std::vector<std::size_t> derived;
};

bool is_number(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

class GdeltLayout final : public TableLayout {
public:
    GdeltLayout(ActorDirectory actors, const ReadOptions& options)
        : actors_{std::move(actors)}
        , confidence_{options.confidence.value_or(kConfidence)}
        , first_{TableColumns{column_names(false)}}
        , second_{TableColumns{column_names(true)}}
    {}

    Result<bool> begin(const TableRow& first) override
    {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < first.size(); ++i) {
            names.emplace_back(first[i]);
        }
        Places named{TableColumns{std::move(names)}};
        if (named.id == kNoColumn) {
            return false;
        }
        for (const auto& [place, name] : {std::pair{named.day, "SQLDATE"},
                                          {named.code1, "Actor1Code"},
                                          {named.code2, "Actor2Code"},
                                          {named.event, "EventCode"}}) {
            if (place == kNoColumn) {
                return Error{ErrorCode::unreadable_input,
                             fmt::format("the header lacks the column {}", name)}
                    .hint("export the event table with all its columns");
            }
        }
        named_ = std::move(named);
        return true;
    }

    std::size_t width() const override
    {
        return named_ ? named_->columns.names().size() : kOldestColumns;
    }

    Status row(const TableRow& row, Outlet& outlet) override
    {
        const Places* places = places_of(row);
        if (places == nullptr) {
            return wrong_width(row.size());
        }
        const CameoEvent* event = CameoEvents::builtin().find(row[places->event]);
        const auto day = parse_record_day(row[places->day]);
        if (!is_number(row[places->id])) {
            return bad_row(fmt::format("\"{}\" is no event id", row[places->id]),
                           "the first column is a number");
        }
        if (event == nullptr) {
            return bad_row(fmt::format("\"{}\" is no CAMEO code", row[places->event]),
                           "EventCode has two to four digits");
        }
        if (!day) {
            return bad_row(fmt::format("\"{}\" is no day", row[places->day]),
                           "SQLDATE reads YYYYMMDD");
        }
        const auto added = parse_record_day(row[places->added].substr(0, kDayDigits));
        if (!added && places->added != kNoColumn) {
            return bad_row(fmt::format("\"{}\" is no DATEADDED", row[places->added]),
                           "get the file again; the line may have been cut off");
        }
        return translate(row, *places, *event, {*day, added.value_or(*day)}, outlet);
    }

private:
    struct Days {
        Day happened;
        Day added;
    };

    const Places* places_of(const TableRow& row)
    {
        if (named_) {
            return row.size() <= named_->columns.names().size() ? &*named_ : nullptr;
        }
        // Trailing empty cells were dropped down to the shortest layout.
        if (row.size() > kOldColumns && row.size() <= kColumns) {
            return &second_;
        }
        return row.size() == kOldColumns || row.size() == kOldestColumns ? &first_ : nullptr;
    }

    static Error wrong_width(std::size_t cells)
    {
        const std::string_view other = cells == kMentionsColumns ? "that is GDELT's mentions table"
                                       : cells == kKnowledgeColumns
                                           ? "that is GDELT's knowledge graph"
                                           : "";
        return bad_row(fmt::format("the row has {} cells; an event of GDELT has {}, {} or {}",
                                   cells, kColumns, kOldColumns, kOldestColumns),
                       other.empty() ? "get the file again; a line may have been cut off"
                                     : fmt::format("{}; import the file *.export.CSV", other));
    }

    Status translate(const TableRow& row, const Places& at, const CameoEvent& event, Days days,
                     Outlet& outlet)
    {
        if (!is_relation(event, row[at.code1], row[at.code2], outlet)) {
            return {};
        }
        auto first = actors_.by_cameo(row[at.code1], row[at.name1]);
        auto second = actors_.by_cameo(row[at.code2], row[at.name2]);
        if (!are_two(first, second, row[first ? at.code2 : at.code1], outlet)) {
            return {};
        }
        const bool reversed = event.form == CameoForm::reversed;
        CodedEvent coded;
        coded.id = fmt::format("gdelt:{}", row[at.id]);
        coded.format = &at == &first_ ? "GDELT 1.0" : "GDELT 2.0";
        coded.title = fmt::format("GDELT event {}", row[at.id]);
        coded.uri = row[at.uri];
        coded.publisher = host_of(coded.uri);
        coded.source = std::move(reversed ? *second : *first);
        coded.target = std::move(reversed ? *first : *second);
        coded.source_text =
            text_of(row, reversed ? at.name2 : at.name1, reversed ? at.code2 : at.code1);
        coded.target_text =
            text_of(row, reversed ? at.name1 : at.name2, reversed ? at.code1 : at.code2);
        coded.event_text = fmt::format("{} (CAMEO {})", event.label, event.code);
        coded.place = row[at.place];
        coded.category = event.category;
        coded.mode = event.mode;
        coded.topics = event.topics;
        coded.label = event.label;
        coded.rule = fmt::format("CAMEO {}", event.code);
        coded.symmetric = event.form == CameoForm::both;
        coded.confidence = confidence_;
        // Seen the day it was added: then nothing but the day of publication speaks for the date.
        coded.date =
            EventDate{{days.happened, days.happened + std::chrono::days{1}},
                      DatePrecision::day,
                      days.added == days.happened ? DateBasis::article : DateBasis::relative};
        coded.published = PartialDate::of_day(days.added);
        coded.columns = filled_columns(row, at.columns, [&](std::size_t column) {
            return std::find(at.derived.begin(), at.derived.end(), column) != at.derived.end();
        });
        return outlet.take(to_extracted(coded));
    }

    static std::string text_of(const TableRow& row, std::size_t name, std::size_t code)
    {
        return std::string{row[name].empty() ? row[code] : row[name]};
    }

    ActorDirectory actors_;
    double confidence_;
    Places first_;
    Places second_;
    std::optional<Places> named_;
};

} // namespace

bool looks_like_gdelt(std::string_view head)
{
    TableRow row;
    row.assign(head.substr(0, head.find_first_of("\r\n")), 0);
    return (row.size() >= kOldestColumns - 2 && row.size() <= kColumns && is_number(row[0]) &&
            parse_record_day(row[1])) ||
           TableColumns{{std::string{row[0]}}}.find({"GLOBALEVENTID"}) == 0;
}

Status read_gdelt(std::istream& in, const std::string& file, const ReadOptions& options,
                  Outlet& outlet)
{
    auto actors = ActorDirectory::load();
    if (!actors) {
        return actors.error();
    }
    GdeltLayout layout{std::move(*actors), options};
    return read_table(in, file, options, layout, outlet);
}

} // namespace entente::records
