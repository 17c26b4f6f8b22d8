// SPDX-License-Identifier: Apache-2.0
#include "extractors/records/polecat.hpp"

#include "core/event_columns.hpp"
#include "core/ontology.hpp"
#include "core/text.hpp"
#include "extractors/records/coded_event.hpp"
#include "extractors/records/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace entente::records {

namespace {

/// Nobody has published how many of its events are right; as for GDELT, one in two.
constexpr double kConfidence = 0.5;

/// Names of one side that are paired; a summit has no more use for all its pairs than this.
constexpr std::size_t kMostOnASide = 8;

/// Contexts of PLOVER that are topics of ours under another name. Contexts not listed have the
/// topic of their own name, where there is one.
constexpr std::array<std::pair<std::string_view, std::string_view>, 21> kContexts{{
    {"pro_autonomy", "territory"},
    {"political_institutions", "governance"},
    {"corruption", "governance"},
    {"election", "elections"},
    {"legislative", "governance"},
    {"legal", "law"},
    {"diplomatic", "diplomacy"},
    {"human_rights", "human-rights"},
    {"human_security", "human-rights"},
    {"peacekeeping", "peace"},
    {"wmd", "arms"},
    {"cbrn", "arms"},
    {"territorial", "territory"},
    {"illegal_drugs", "crime"},
    {"refugee", "migration"},
    {"economic", "economy"},
    {"resource", "energy"},
    {"coup", "governance"},
    {"maritime", "territory"},
    {"aerospace", "space"},
    {"misinformation", "media"},
}};

struct SidePlaces {
    std::size_t name;
    std::size_t country;
    std::size_t sector;
    std::size_t sectors;
    std::size_t raw;
};

struct Places {
    std::size_t id;
    std::size_t day;
    std::size_t type;
    std::size_t mode;
    std::size_t contexts;
    SidePlaces actor;
    SidePlaces recipient;
    std::size_t place;
    std::size_t country;
    std::size_t publisher;
    std::size_t published;
};

Places find_places(const TableColumns& columns)
{
    return {columns.find({"Event ID"}),
            columns.find({"Event Date"}),
            columns.find({"Event Type"}),
            columns.find({"Event Mode"}),
            columns.find({"Contexts"}),
            {columns.find({"Actor Name"}), columns.find({"Actor Country"}),
             columns.find({"Primary Actor Sector"}), columns.find({"Actor Sectors"}),
             columns.find({"Actor Name Raw"})},
            {columns.find({"Recipient Name"}), columns.find({"Recipient Country"}),
             columns.find({"Primary Recipient Sector"}), columns.find({"Recipient Sectors"}),
             columns.find({"Recipient Name Raw"})},
            columns.find({"Placename"}),
            columns.find({"Country"}),
            columns.find({"Source"}),
            columns.find({"Publication Date"})};
}

std::string lower(std::string_view text)
{
    std::string out{text};
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

std::vector<std::string_view> list(std::string_view cell)
{
    std::vector<std::string_view> parts;
    for (const std::string_view part : text::split(cell, ';')) {
        parts.push_back(text::trim(part));
    }
    return parts;
}

/// The part of a list that belongs to entry `i` of another; one value holds for all.
std::string_view at_or_only(const std::vector<std::string_view>& parts, std::size_t i)
{
    return parts.size() == 1 ? parts.front() : i < parts.size() ? parts[i] : std::string_view{};
}

struct Side {
    KnownActor actor;
    std::string text;
};

class PolecatLayout final : public TableLayout {
public:
    PolecatLayout(ActorDirectory actors, const ReadOptions& options)
        : actors_{std::move(actors)}
        , confidence_{options.confidence.value_or(kConfidence)}
    {}

    Result<bool> begin(const TableRow& first) override
    {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < first.size(); ++i) {
            names.emplace_back(first[i]);
        }
        columns_ = TableColumns{std::move(names)};
        header_ = find_places(columns_);
        at_ = header_;
        for (const auto& [place, name] : {std::pair{at_.id, "Event ID"},
                                          {at_.day, "Event Date"},
                                          {at_.type, "Event Type"},
                                          {at_.actor.name, "Actor Name"},
                                          {at_.recipient.name, "Recipient Name"}}) {
            if (place == kNoColumn) {
                return Error{ErrorCode::unreadable_input,
                             fmt::format("the header lacks the column {}", name)}
                    .hint("a POLECAT table begins with the names of its columns");
            }
        }
        return true;
    }

    std::size_t width() const override { return kLeastColumns; }

    Status row(const TableRow& row, Outlet& outlet) override
    {
        // Some weeks name columns in their header that no row has, and so shift all behind them.
        const bool shifted = columns_.names().size() > kPolecatColumns.size() &&
                             row.written() == kPolecatColumns.size();
        at_ = shifted ? standard_ : header_;
        names_ = shifted ? &standard_columns_ : &columns_;
        if (row.size() > columns_.names().size() || row.size() < kLeastColumns) {
            return bad_row(fmt::format("the row has {} cells; the header has {}", row.size(),
                                       columns_.names().size()),
                           "look for a line that was cut or joined");
        }
        const auto day = parse_record_day(row[at_.day]);
        const Category* category = Ontology::builtin().category(row[at_.type]);
        if (row[at_.id].empty()) {
            return bad_row("the row has no Event ID", "look for a line that was cut or joined");
        }
        if (category == nullptr) {
            return bad_row(fmt::format("\"{}\" is no category of PLOVER", row[at_.type]),
                           "list them with `entente ontology`");
        }
        if (!day) {
            return bad_row(fmt::format("\"{}\" is no day", row[at_.day]),
                           "Event Date reads YYYY-MM-DD");
        }
        return translate(row, *category, *day, outlet);
    }

private:
    /// Latitude and the columns behind it may be empty; these are there in every row.
    static constexpr std::size_t kLeastColumns = 24;

    static TableColumns standard_columns()
    {
        return TableColumns{
            std::vector<std::string>{kPolecatColumns.begin(), kPolecatColumns.end()}};
    }

    std::vector<Side> side(const TableRow& row, const SidePlaces& at, std::string& unknown) const
    {
        std::vector<Side> sides;
        const auto names = list(row[at.name]);
        const auto countries = list(row[at.country]);
        const auto raw = list(row[at.raw]);
        const auto sectors = list(row[row[at.sector].empty() ? at.sectors : at.sector]);
        const std::size_t count = std::max(names.size(), countries.size());
        for (std::size_t i = 0; i < std::min(count, kMostOnASide); ++i) {
            const std::string_view name = at_or_only(names, i);
            const std::string_view country = at_or_only(countries, i);
            const std::string_view sector = actors_.sector_of(at_or_only(sectors, i));
            auto actor = actors_.by_name(name, country, sector, ActorKind::organisation);
            if (!actor) {
                unknown = name.empty() ? country : name;
                continue;
            }
            const std::string_view words = at_or_only(raw, i);
            const auto known = std::find_if(sides.begin(), sides.end(), [&](const Side& one) {
                return one.actor.code == actor->code;
            });
            if (known == sides.end()) {
                const std::string_view text = !words.empty()  ? words
                                              : !name.empty() ? name
                                                              : country;
                sides.push_back({std::move(*actor), std::string{text}});
            }
        }
        return sides;
    }

    void set_topics(const TableRow& row, CodedEvent& coded) const
    {
        constexpr std::size_t kMostTopics = 3;
        for (const std::string_view context : list(row[at_.contexts])) {
            std::string topic = lower(context);
            for (const auto& [theirs, ours] : kContexts) {
                if (topic == theirs) {
                    topic = ours;
                }
            }
            const bool known =
                std::find(coded.topics.begin(), coded.topics.end(), topic) != coded.topics.end();
            if (!known && Ontology::builtin().has_topic(topic) &&
                coded.topics.size() < kMostTopics) {
                coded.topics.push_back(std::move(topic));
            }
        }
    }

    Status translate(const TableRow& row, const Category& category, Day day, Outlet& outlet)
    {
        const auto nobody = [&](const SidePlaces& at) {
            return row[at.name].empty() && row[at.country].empty();
        };
        if (nobody(at_.actor) || nobody(at_.recipient)) {
            outlet.leave_out(Omission::one_actor, {});
            return {};
        }
        std::string unknown;
        const std::vector<Side> sources = side(row, at_.actor, unknown);
        const std::vector<Side> targets = side(row, at_.recipient, unknown);
        if (sources.empty() || targets.empty()) {
            outlet.leave_out(Omission::unknown_actor, unknown);
            return {};
        }
        CodedEvent coded;
        // That ids are unique is not promised, so what tells two events apart goes with it.
        coded.id = fmt::format(
            "polecat:{}:{}", row[at_.id],
            text::to_hex(
                text::hash(fmt::format("{}\t{}\t{}\t{}\t{}\t{}", row[at_.type], row[at_.mode],
                                       row[at_.actor.name], row[at_.actor.country],
                                       row[at_.recipient.name], row[at_.recipient.country])))
                .substr(0, 8));
        coded.format = "POLECAT";
        coded.title = fmt::format("POLECAT event {}", row[at_.id]);
        coded.publisher = row[at_.publisher];
        const auto published = parse_record_day(row[at_.published]);
        coded.published = PartialDate::of_day(published.value_or(day));
        const std::string mode = lower(row[at_.mode]);
        coded.category = category.name;
        coded.mode = category.mode(mode) == nullptr ? std::string{} : mode;
        coded.label = mode.empty() ? lower(category.name) : mode;
        coded.event_text =
            mode.empty() ? category.name : fmt::format("{} ({})", category.name, mode);
        coded.rule = mode.empty() ? fmt::format("PLOVER {}", category.name)
                                  : fmt::format("PLOVER {} {}", category.name, mode);
        coded.place = row[at_.place].empty() ? row[at_.country] : row[at_.place];
        set_topics(row, coded);
        coded.confidence = confidence_;
        coded.date =
            EventDate{{day, day + std::chrono::days{1}},
                      DatePrecision::day,
                      published && *published != day ? DateBasis::relative : DateBasis::article};
        coded.columns = filled_columns(row, *names_, [this](std::size_t column) {
            return column == at_.id || column == at_.day || column == at_.publisher ||
                   column == at_.published;
        });
        return deliver(coded, sources, targets, outlet);
    }

    static Status deliver(CodedEvent& coded, const std::vector<Side>& sources,
                          const std::vector<Side>& targets, Outlet& outlet)
    {
        store::Extracted record;
        std::string versions;
        for (const Side& source : sources) {
            for (const Side& target : targets) {
                if (source.actor.code == target.actor.code) {
                    continue;
                }
                coded.source = source.actor;
                coded.target = target.actor;
                coded.source_text = source.text;
                coded.target_text = target.text;
                store::Extracted pair = to_extracted(coded);
                versions += pair.extractor;
                if (record.mentions.empty()) {
                    record = std::move(pair);
                } else {
                    record.mentions.push_back(std::move(pair.mentions.front()));
                }
            }
        }
        if (record.mentions.empty()) {
            outlet.leave_out(Omission::same_actor, sources.front().actor.code.text());
            return {};
        }
        if (record.mentions.size() > 1) {
            record.extractor = coded.format + "+" + text::to_hex(text::hash(versions));
        }
        return outlet.take(std::move(record));
    }

    ActorDirectory actors_;
    double confidence_;
    TableColumns columns_; ///< of the header
    TableColumns standard_columns_ = standard_columns();
    Places header_{};
    Places standard_ = find_places(standard_columns_);
    Places at_{}; ///< for the row at hand
    const TableColumns* names_ = &columns_;
};

} // namespace

bool looks_like_polecat(std::string_view head)
{
    TableRow row;
    row.assign(head.substr(0, head.find_first_of("\r\n")), 0);
    std::vector<std::string> names;
    for (std::size_t i = 0; i < row.size(); ++i) {
        names.emplace_back(row[i]);
    }
    const Places at = find_places(TableColumns{std::move(names)});
    return at.type != kNoColumn && at.actor.name != kNoColumn && at.recipient.name != kNoColumn;
}

Status read_polecat(std::istream& in, const std::string& file, const ReadOptions& options,
                    Outlet& outlet)
{
    auto actors = ActorDirectory::load();
    if (!actors) {
        return actors.error();
    }
    PolecatLayout layout{std::move(*actors), options};
    return read_table(in, file, options, layout, outlet);
}

} // namespace entente::records
