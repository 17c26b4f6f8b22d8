// SPDX-License-Identifier: Apache-2.0
#include "extractors/records/icews.hpp"

#include "core/cameo_events.hpp"
#include "core/embedded.hpp"
#include "core/text.hpp"
#include "core/tsv.hpp"
#include "extractors/records/coded_event.hpp"
#include "extractors/records/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

namespace entente::records {

namespace {

/// Three of four events of BBN's coder are right, by its own evaluation of CAMEO codes.
constexpr double kConfidence = 0.75;

/// ICEWS' words for the sectors of an actor, by ontology/icews_sectors.tsv.
class SectorTable {
public:
    struct Meaning {
        std::string sector;
        std::optional<ActorKind> kind; ///< of an actor without a country
    };

    static Result<SectorTable> load()
    {
        SectorTable table;
        for (const EmbeddedFile& file : embedded::core()) {
            if (file.name == "ontology/icews_sectors.tsv") {
                const Status read = read_tsv(file.text, file.name, {"icews", "is", "rank"},
                                             [&](const TsvRow& row) { return table.add(row); });
                if (!read) {
                    return read.error();
                }
            }
        }
        return table;
    }

    /// What a cell, a list with commas in any order, says: of several sectors the one of the first
    /// rank, so that "Government,Police" is the police.
    [[nodiscard]] Meaning meaning_of(std::string_view cell) const
    {
        Meaning best;
        char best_rank = '9';
        for (const std::string_view part : text::split(cell, ',')) {
            const auto found = rows_.find(text::fold(text::trim(part)));
            if (found == rows_.end()) {
                continue;
            }
            const auto kind = parse_actor_kind(found->second.is);
            if (kind) {
                best.kind = kind;
            } else if (found->second.rank < best_rank) {
                best_rank = found->second.rank;
                best.sector = found->second.is;
            }
        }
        return best;
    }

private:
    struct Row {
        std::string is;
        char rank = '9';
    };

    Status add(const TsvRow& row)
    {
        const std::string_view is = row["is"];
        if (sector_meaning(is).empty() && !parse_actor_kind(is)) {
            return Error{ErrorCode::bad_dataset,
                         fmt::format("\"{}\" is neither sector nor kind of an actor", is)}
                .hint("write GOV, MIL, … or organisation");
        }
        if (row["rank"].size() != 1) {
            return Error{ErrorCode::bad_dataset, fmt::format("\"{}\" is no rank", row["rank"])}
                .hint("write a digit; 1 goes before 2");
        }
        rows_[text::fold(row["icews"])] = {std::string{is}, row["rank"].front()};
        return {};
    }

    std::unordered_map<std::string, Row> rows_;
};

struct Places {
    std::size_t id;
    std::size_t day;
    std::size_t source;
    std::size_t source_sectors;
    std::size_t source_country;
    std::size_t event_text;
    std::size_t event;
    std::size_t target;
    std::size_t target_sectors;
    std::size_t target_country;
    std::size_t story;
    std::size_t publisher;
    std::size_t city;
    std::size_t country;
};

Places find_places(const TableColumns& columns)
{
    return {columns.find({"Event ID", "event_id"}),
            columns.find({"Event Date", "event_date"}),
            columns.find({"Source Name", "source_name"}),
            columns.find({"Source Sectors", "source_sectors"}),
            columns.find({"Source Country", "source_country"}),
            columns.find({"Event Text", "event_text"}),
            columns.find({"CAMEO Code", "cameo_code"}),
            columns.find({"Target Name", "target_name"}),
            columns.find({"Target Sectors", "target_sectors"}),
            columns.find({"Target Country", "target_country"}),
            columns.find({"Story ID", "story_id"}),
            columns.find({"Publisher"}),
            columns.find({"City"}),
            columns.find({"Country"})};
}

class IcewsLayout final : public TableLayout {
public:
    IcewsLayout(ActorDirectory actors, SectorTable sectors, const ReadOptions& options)
        : actors_{std::move(actors)}
        , sectors_{std::move(sectors)}
        , confidence_{options.confidence.value_or(kConfidence)}
    {}

    Result<bool> begin(const TableRow& first) override
    {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < first.size(); ++i) {
            names.emplace_back(first[i]);
        }
        columns_ = TableColumns{std::move(names)};
        at_ = find_places(columns_);
        for (const auto& [place, name] : {std::pair{at_.id, "Event ID"},
                                          {at_.day, "Event Date"},
                                          {at_.source, "Source Name"},
                                          {at_.event, "CAMEO Code"},
                                          {at_.target, "Target Name"}}) {
            if (place == kNoColumn) {
                return Error{ErrorCode::unreadable_input,
                             fmt::format("the header lacks the column {}", name)}
                    .hint("an ICEWS table begins with the names of its columns");
            }
        }
        return true;
    }

    std::size_t width() const override { return columns_.names().size(); }

    Status row(const TableRow& row, Outlet& outlet) override
    {
        if (row.size() != width()) {
            return bad_row(
                fmt::format("the row has {} cells; the header has {}", row.size(), width()),
                "look for a line that was cut or joined");
        }
        const CameoEvent* event = CameoEvents::builtin().find(row[at_.event]);
        const auto day = parse_record_day(row[at_.day]);
        if (row[at_.id].empty()) {
            return bad_row("the row has no Event ID", "look for a line that was cut or joined");
        }
        if (event == nullptr) {
            return bad_row(fmt::format("\"{}\" is no CAMEO code", row[at_.event]),
                           "CAMEO codes have two to four digits");
        }
        if (!day) {
            return bad_row(fmt::format("\"{}\" is no day", row[at_.day]),
                           "Event Date reads YYYY-MM-DD");
        }
        return translate(row, *event, *day, outlet);
    }

private:
    std::optional<KnownActor> actor(const TableRow& row, std::size_t name, std::size_t country,
                                    std::size_t sectors) const
    {
        const SectorTable::Meaning meaning = sectors_.meaning_of(row[sectors]);
        return actors_.by_name(row[name], row[country], meaning.sector, meaning.kind);
    }

    Status translate(const TableRow& row, const CameoEvent& event, Day day, Outlet& outlet)
    {
        if (!is_relation(event, row[at_.source], row[at_.target], outlet)) {
            return {};
        }
        auto first = actor(row, at_.source, at_.source_country, at_.source_sectors);
        auto second = actor(row, at_.target, at_.target_country, at_.target_sectors);
        if (!are_two(first, second, row[first ? at_.target : at_.source], outlet)) {
            return {};
        }
        const bool reversed = event.form == CameoForm::reversed;
        CodedEvent coded;
        // An id is given twice at times, but not on one day.
        coded.id = fmt::format("icews:{}:{}", row[at_.id], format_day(day));
        coded.format = "ICEWS";
        coded.title = fmt::format("ICEWS event {}", row[at_.id]);
        coded.uri =
            row[at_.story].empty() ? std::string{} : fmt::format("icews:story:{}", row[at_.story]);
        coded.publisher = row[at_.publisher];
        coded.published = PartialDate::of_day(day); // ICEWS dates an event by its story
        coded.source = std::move(reversed ? *second : *first);
        coded.target = std::move(reversed ? *first : *second);
        coded.source_text = row[reversed ? at_.target : at_.source];
        coded.target_text = row[reversed ? at_.source : at_.target];
        const std::string_view words = row[at_.event_text];
        coded.event_text = fmt::format("{} (CAMEO {})",
                                       words.empty() || reversed ? event.label : words, event.code);
        coded.place = row[at_.city];
        if (!row[at_.country].empty()) {
            coded.place += (coded.place.empty() ? "" : ", ") + std::string{row[at_.country]};
        }
        coded.category = event.category;
        coded.mode = event.mode;
        coded.topics = event.topics;
        coded.label = event.label;
        coded.rule = fmt::format("CAMEO {}", event.code);
        coded.symmetric = event.form == CameoForm::both;
        coded.confidence = confidence_;
        coded.date =
            EventDate{{day, day + std::chrono::days{1}}, DatePrecision::day, DateBasis::article};
        coded.columns = filled_columns(row, columns_, [this](std::size_t column) {
            return column == at_.id || column == at_.day || column == at_.publisher;
        });
        return outlet.take(to_extracted(coded));
    }

    ActorDirectory actors_;
    SectorTable sectors_;
    double confidence_;
    TableColumns columns_;
    Places at_{};
};

} // namespace

bool looks_like_icews(std::string_view head)
{
    TableRow row;
    row.assign(head.substr(0, head.find_first_of("\r\n")), 0);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < row.size(); ++i) {
        names.emplace_back(row[i]);
    }
    const Places at = find_places(TableColumns{std::move(names)});
    return at.event != kNoColumn && at.source != kNoColumn && at.target != kNoColumn;
}

Status read_icews(std::istream& in, const std::string& file, const ReadOptions& options,
                  Outlet& outlet)
{
    auto actors = ActorDirectory::load();
    if (!actors) {
        return actors.error();
    }
    auto sectors = SectorTable::load();
    if (!sectors) {
        return sectors.error();
    }
    IcewsLayout layout{std::move(*actors), std::move(*sectors), options};
    return read_table(in, file, options, layout, outlet);
}

} // namespace entente::records
