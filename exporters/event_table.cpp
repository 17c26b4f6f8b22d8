// SPDX-License-Identifier: Apache-2.0
#include "exporters/event_table.hpp"

#include "core/event_columns.hpp"
#include "core/text.hpp"
#include "core/version.hpp"
#include "exporters/event_codes.hpp"
#include "exporters/table.hpp"
#include "exporters/text_pieces.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <vector>

namespace entente::exporters {

namespace {

/// Equal for sightings of one event. Undated ones are events of their source's own.
struct EventKey {
    std::optional<DateRange> days;
    std::string source;
    std::string target;
    std::string category;
    std::string mode;
    graph::SourceKey undated_in;

    /// By date, undated last.
    friend bool operator<(const EventKey& left, const EventKey& right)
    {
        const auto order = [](const EventKey& key) {
            return std::tuple{!key.days, key.days.value_or(DateRange{})};
        };
        const auto rest = [](const EventKey& key) {
            return std::tie(key.source, key.target, key.category, key.mode, key.undated_in);
        };
        return std::pair{order(left), rest(left)} < std::pair{order(right), rest(right)};
    }
};

struct Sightings {
    std::int64_t best = 0; ///< id of the most confident mention, the smallest of equals
    double confidence = -1.0;
    std::size_t mentions = 0;
    std::set<graph::SourceKey> sources;
};

using Events = std::map<EventKey, Sightings>;

EventKey key_of(const store::StoredMention& stored, const PloverEvent& event)
{
    const Mention& mention = stored.mention;
    EventKey key;
    key.source = mention.source.code.text();
    key.target = mention.target.code.text();
    if (mention.symmetric && key.target < key.source) {
        std::swap(key.source, key.target);
    }
    key.category = event.category;
    key.mode = event.mode;
    if (mention.date) {
        key.days = mention.date->range;
    } else {
        key.undated_in = graph::source_key(stored.article);
    }
    return key;
}

/// Each mention once, in however many relations it stands.
std::vector<std::int64_t> mentions_of(const graph::Snapshot& graph)
{
    std::vector<std::int64_t> ids;
    for (const graph::Relation& relation : graph.relations()) {
        ids.insert(ids.end(), relation.evidence.begin(), relation.evidence.end());
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

Result<Events> events_of(const graph::Snapshot& graph, const ExportContext& context)
{
    Events events;
    if (!context.evidence) {
        return events;
    }
    for (const std::int64_t id : mentions_of(graph)) {
        const auto stored = context.evidence(id);
        if (!stored) {
            return stored.error();
        }
        const auto event = plover_event(stored->mention);
        if (!event) {
            continue;
        }
        Sightings& sightings = events[key_of(*stored, *event)];
        ++sightings.mentions;
        sightings.sources.insert(graph::source_key(stored->article));
        if (stored->mention.confidence > sightings.confidence) {
            sightings.confidence = stored->mention.confidence;
            sightings.best = id;
        }
    }
    return events;
}

/// Stable while the event is the same: made of what it says, not of where it stands in the file.
std::uint64_t event_id(const EventKey& key)
{
    std::string text;
    for (const std::string* part : {&key.source, &key.target, &key.category, &key.mode}) {
        text += *part;
        text += '\n';
    }
    if (key.days) {
        append_day(text, key.days->from);
        append_day(text, key.days->to);
    } else {
        text += key.undated_in.second;
        append_number(text, key.undated_in.first);
    }
    return text::hash(text);
}

/// A number that R, Stata and JavaScript hold exactly.
std::size_t as_number(std::uint64_t hash) noexcept
{
    return static_cast<std::size_t>(hash & ((std::uint64_t{1} << 53U) - 1));
}

bool is_state(const Argument& argument) noexcept
{
    const std::string_view principal = argument.code.principal();
    return argument.kind == ActorKind::state && principal.size() == 3;
}

/// "Pakistan" of "Pakistan (armed forces)".
std::string_view principal_name(const Argument& argument) noexcept
{
    const std::string_view name = argument.name;
    const std::string_view meaning = sector_meaning(argument.code.sector());
    const std::size_t tail = meaning.size() + 3; // with " (" and ")"
    const bool suffixed = !meaning.empty() && name.size() > tail && name.back() == ')' &&
                          name.substr(name.size() - tail, 2) == " (" &&
                          name.substr(name.size() - tail + 2, meaning.size()) == meaning;
    return suffixed ? name.substr(0, name.size() - tail) : name;
}

std::string name_of(const Argument& argument)
{
    return display_name({argument.code, std::string{principal_name(argument)}, argument.kind});
}

/// PLOVER's sector: ours is PLOVER's; what has none goes by what the actor is.
std::string_view sector_of(const Argument& argument) noexcept
{
    if (!argument.code.sector().empty()) {
        return argument.code.sector();
    }
    switch (argument.kind) {
    case ActorKind::organisation:
        return "IGO";
    case ActorKind::company:
        return "BUS";
    case ActorKind::party:
        return "PTY";
    case ActorKind::population:
        return "CVL";
    default:
        return {};
    }
}

void write_day(TableWriter& table, const std::optional<EventDate>& date, Day DateRange::*day)
{
    std::string text;
    if (date) {
        append_day(text, date->range.*day);
    }
    table.word(text);
}

void empty_cells(TableWriter& table, int count)
{
    for (int i = 0; i < count; ++i) {
        table.empty();
    }
}

/// Name, country, COW, primary sector, sectors, title, raw name, Wikipedia.
void write_polecat_actor(TableWriter& table, const Argument& argument)
{
    table.text(name_of(argument));
    table.text(is_state(argument) ? argument.code.principal() : std::string_view{});
    if (const int cow = is_state(argument) ? cow_code(argument.code.principal()) : 0; cow > 0) {
        table.number(static_cast<std::size_t>(cow));
    } else {
        table.empty();
    }
    table.text(sector_of(argument));
    table.text(sector_of(argument));
    table.empty();
    table.text(argument.mention.text);
    table.empty();
}

std::string upper(std::string_view text)
{
    std::string capitals{text};
    std::transform(capitals.begin(), capitals.end(), capitals.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return capitals;
}

template <typename Range>
std::string joined(const Range& parts)
{
    std::string text;
    for (const auto& part : parts) {
        text += text.empty() || part.empty() ? "" : ";";
        text += part;
    }
    return text;
}

void write_polecat_row(TableWriter& table, const EventKey& key, const Sightings& sightings,
                       const store::StoredMention& stored)
{
    const Mention& mention = stored.mention;
    const Ontology& ontology = Ontology::builtin();
    const CameoEvent& cameo = *plover_event(mention)->cameo;
    table.word(text::to_hex(event_id(key)));
    write_day(table, mention.date, &DateRange::from);
    table.text(key.category);
    table.text(key.mode);
    table.number(ontology.score(key.category, key.mode));
    table.word(upper(to_string(ontology.quad(key.category))));
    table.text(joined(mention.topics));
    write_polecat_actor(table, mention.source);
    write_polecat_actor(table, mention.target);
    empty_cells(table, 10); // Placename to Feature Type: events have no place yet
    table.text(stored.article.publisher);
    table.word(stored.article.date ? stored.article.date->to_string() : std::string{});
    table.text(joined(std::array{mention.source.via, mention.target.via}));
    empty_cells(table, 2);
    table.word("English");
    table.text(mention.extractor);

    table.text(mention.source.code.text());
    table.text(mention.target.code.text());
    table.word(cameo.code);
    table.text(cameo.name);
    table.word(to_string(mention.status));
    table.word(mention.alleged ? "true" : "false");
    table.text(mention.attributed_to);
    table.word(mention.symmetric ? "true" : "false");
    write_day(table, mention.date, &DateRange::to);
    table.word(mention.date ? to_string(mention.date->precision) : std::string_view{});
    table.word(mention.date ? to_string(mention.date->basis) : std::string_view{});
    table.number(sightings.mentions);
    table.number(sightings.sources.size());
    table.number(mention.confidence);
    table.text(mention.label);
    table.text(mention.sentence.text);
    table.text(stored.article.title);
    table.text(stored.article.uri);
    table.text(mention.article);
    table.end_row();
}

/// Name, sectors, country by name.
void write_icews_actor(TableWriter& table, const Argument& argument)
{
    table.text(name_of(argument));
    const std::string_view sector = argument.code.sector();
    const std::string_view meaning = sector_meaning(sector);
    table.text(meaning.empty() ? sector : meaning);
    table.text(is_state(argument) ? principal_name(argument) : std::string_view{});
}

void write_icews_row(TableWriter& table, const EventKey& key, const store::StoredMention& stored,
                     const Argument& source, const Argument& target)
{
    const Mention& mention = stored.mention;
    const CameoEvent& cameo = *plover_event(mention)->cameo;
    EventKey directed = key; // each direction is a row with an id of its own
    directed.source = source.code.text();
    directed.target = target.code.text();
    table.number(as_number(event_id(directed)));
    write_day(table, mention.date, &DateRange::from);
    write_icews_actor(table, source);
    table.text(cameo.name);
    table.word(cameo.code);
    table.number(Ontology::builtin().score(key.category, key.mode));
    write_icews_actor(table, target);
    table.number(as_number(text::hash(mention.article)));
    table.empty(); // Sentence Number: sentences are known by place, not by number
    table.text(stored.article.publisher);
    empty_cells(table, 6); // City to Longitude
    table.end_row();
}

/// Calls row(key, sightings, best mention) for each event in order.
template <typename Row>
Status for_each_event(const graph::Snapshot& graph, const ExportContext& context, Row&& row)
{
    const auto events = events_of(graph, context);
    if (!events) {
        return events.error();
    }
    for (const auto& [key, sightings] : *events) {
        const auto stored = context.evidence(sightings.best);
        if (!stored) {
            return stored.error();
        }
        row(key, sightings, *stored);
    }
    return {};
}

/// POLECAT's columns and ours.
std::vector<std::string_view> polecat_header()
{
    std::vector<std::string_view> columns{kPolecatColumns.begin(), kPolecatColumns.end()};
    columns.insert(columns.end(),
                   {"Actor Code", "Recipient Code", "CAMEO Code", "CAMEO Name", "Status", "Alleged",
                    "Attributed To", "Symmetric", "Event End", "Date Precision", "Date Basis",
                    "Mentions", "Sources", "Confidence", "Label", "Sentence", "Headline", "URL",
                    "Article"});
    return columns;
}

} // namespace

Status PolecatExporter::write(const graph::Snapshot& graph, const ExportContext& context,
                              Sink& sink) const
{
    TableWriter table{sink, '\t'};
    table.header(polecat_header());
    const Status written = for_each_event(graph, context,
                                          [&table](const EventKey& key, const Sightings& sightings,
                                                   const store::StoredMention& stored) {
                                              write_polecat_row(table, key, sightings, stored);
                                          });
    return written ? table.finish() : written;
}

Status IcewsExporter::write(const graph::Snapshot& graph, const ExportContext& context,
                            Sink& sink) const
{
    TableWriter table{sink, '\t'};
    table.header(kIcewsColumns);
    const Status written =
        for_each_event(graph, context,
                       [&table](const EventKey& key, const Sightings& /*sightings*/,
                                const store::StoredMention& stored) {
                           const Mention& mention = stored.mention;
                           write_icews_row(table, key, stored, mention.source, mention.target);
                           if (mention.symmetric) {
                               write_icews_row(table, key, stored, mention.target, mention.source);
                           }
                       });
    return written ? table.finish() : written;
}

} // namespace entente::exporters
