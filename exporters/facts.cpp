// SPDX-License-Identifier: Apache-2.0
#include "exporters/facts.hpp"

#include "core/graph/label.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace entente::exporters {

namespace {

using enum FieldType;

constexpr std::array kActor{
    Field{"id", text},       Field{"name", text},         Field{"kind", text},
    Field{"weight", number}, Field{"relations", integer}, Field{"mentions", integer},
};
constexpr std::array kArticle{
    Field{"id", text},          Field{"title", text},           Field{"uri", text},
    Field{"publisher", text},   Field{"published", text},       Field{"published_from", day},
    Field{"published_to", day}, Field{"duplicate_group", text},
};
constexpr std::array kEvent{
    Field{"id", text},         Field{"relation", text},     Field{"category", text},
    Field{"mode", text},       Field{"quad", text},         Field{"score", number},
    Field{"label", text},      Field{"status", text},       Field{"alleged", truth},
    Field{"symmetric", truth}, Field{"from_day", day},      Field{"to_day", day},
    Field{"weight", number},   Field{"confidence", number}, Field{"mentions", integer},
    Field{"sources", integer},
};
constexpr std::array kMention{
    Field{"id", text},
    Field{"article", text},
    Field{"text", text},
    Field{"sentence_begin", integer},
    Field{"sentence_end", integer},
    Field{"source_code", text},
    Field{"source_text", text},
    Field{"source_via", text},
    Field{"target_code", text},
    Field{"target_text", text},
    Field{"target_via", text},
    Field{"category", text},
    Field{"mode", text},
    Field{"label", text},
    Field{"cue", text},
    Field{"topics", texts},
    Field{"status", text},
    Field{"alleged", truth},
    Field{"attributed_to", text},
    Field{"symmetric", truth},
    Field{"from_day", day},
    Field{"to_day", day},
    Field{"date_precision", text},
    Field{"date_basis", text},
    Field{"confidence", number},
    Field{"rule", text},
    Field{"extractor", text},
};
constexpr std::array kRelation{
    Field{"id", text},          Field{"label", text},      Field{"label_direction", text},
    Field{"group_key", text},   Field{"category", text},   Field{"quad", text},
    Field{"directed", truth},   Field{"weight", number},   Field{"score", number},
    Field{"mentions", integer}, Field{"sources", integer}, Field{"events", integer},
    Field{"from_day", day},     Field{"to_day", day},      Field{"categories", texts},
    Field{"topics", texts},     Field{"statuses", texts},
};

constexpr std::array kTables{
    FactTable{FactKind::actor, "Actor", "actors", {}, {}, kActor},
    FactTable{FactKind::article, "Article", "articles", {}, {}, kArticle},
    FactTable{FactKind::event, "Event", "events", {}, {}, kEvent},
    FactTable{FactKind::mention, "Mention", "mentions", {}, {}, kMention},
    FactTable{FactKind::relation, "RELATION", "relations", FactKind::actor, FactKind::actor,
              kRelation},
    FactTable{FactKind::source, "SOURCE", "event_sources", FactKind::event, FactKind::actor, {}},
    FactTable{FactKind::target, "TARGET", "event_targets", FactKind::event, FactKind::actor, {}},
    FactTable{
        FactKind::reports, "REPORTS", "mention_events", FactKind::mention, FactKind::event, {}},
    FactTable{FactKind::appears_in,
              "APPEARS_IN",
              "mention_articles",
              FactKind::mention,
              FactKind::article,
              {}},
};

/// The row under construction, checked against nothing but its length: the order is the table's.
class Row {
public:
    Row& add(std::string_view words)
    {
        if (words.empty()) {
            values_.emplace_back();
        } else {
            values_.emplace_back(text::to_valid_utf8(words));
        }
        return *this;
    }

    Row& add(const char* words) { return add(std::string_view{words}); }

    Row& add(const std::string& words) { return add(std::string_view{words}); }

    Row& add(std::size_t count)
    {
        values_.emplace_back(static_cast<std::int64_t>(count));
        return *this;
    }

    Row& add(std::int64_t number)
    {
        values_.emplace_back(number);
        return *this;
    }

    Row& add(double number)
    {
        values_.emplace_back(number);
        return *this;
    }

    Row& add(bool truth)
    {
        values_.emplace_back(truth);
        return *this;
    }

    /// Two cells: the first day, and the day after the last.
    Row& add(const std::optional<DateRange>& days)
    {
        if (days) {
            values_.emplace_back(days->from);
            values_.emplace_back(days->to);
        } else {
            values_.resize(values_.size() + 2);
        }
        return *this;
    }

    Row& add(const std::vector<std::string>& words)
    {
        std::vector<std::string> valid;
        for (const std::string& word : words) {
            if (!word.empty()) {
                valid.push_back(text::to_valid_utf8(word));
            }
        }
        if (valid.empty()) {
            values_.emplace_back();
        } else {
            values_.emplace_back(std::move(valid));
        }
        return *this;
    }

    [[nodiscard]] std::span<const Value> values() const noexcept { return values_; }

private:
    std::vector<Value> values_;
};

std::string name_of(const std::string& name)
{
    return name;
}

std::string name_of(Factuality status)
{
    return std::string{to_string(status)};
}

template <typename Item>
std::vector<std::string> names(const std::vector<std::pair<Item, std::size_t>>& counts)
{
    std::vector<std::string> all;
    all.reserve(counts.size());
    for (const auto& [item, count] : counts) {
        all.push_back(name_of(item));
    }
    return all;
}

bool is_category(const std::string& key)
{
    return Ontology::builtin().category(key) != nullptr;
}

/// The actors of a relation as one of its mentions has them.
struct Sides {
    std::string source;
    std::string target;
};

/// Which actor of the relation a mention's side is: its own code, or that without sector.
Sides sides(const graph::Relation& relation, const Mention& mention)
{
    const ActorCode& first = relation.source.code;
    const ActorCode& second = relation.target.code;
    const ActorCode& code = mention.source.code;
    const bool forward = code == first || (code != second && code.whole() == first);
    return forward ? Sides{first.text(), second.text()} : Sides{second.text(), first.text()};
}

/// Sightings of one event: grouped as graph::Summarizer counts them.
struct Event {
    const graph::Relation* relation = nullptr;
    Sides sides;
    bool symmetric = false;
    std::string category;
    std::string mode;
    std::optional<DateRange> days;
    graph::Millionths weight = -1; ///< worth of the best sighting
    std::string label;             ///< what follows is the best sighting's
    Factuality status = Factuality::actual;
    bool alleged = false;
    double confidence = 0.0;
    std::size_t mentions = 0;
    std::set<graph::SourceKey> sources;

    void add(const store::StoredMention& stored)
    {
        const Mention& mention = stored.mention;
        ++mentions;
        sources.insert(graph::source_key(stored.article));
        const auto worth = graph::worth(graph::to_millionths(mention.confidence), mention.status);
        if (worth > weight) {
            weight = worth;
            label = mention.label;
            status = mention.status;
            alleged = mention.alleged;
            confidence = mention.confidence;
        }
    }
};

/// What tells an event from others of its relation, and names it.
std::string event_key(const std::string& relation, const Sides& sides,
                      const store::StoredMention& stored)
{
    const Mention& mention = stored.mention;
    const auto [low, high] = std::minmax(sides.source, sides.target);
    std::string when;
    if (mention.date) {
        when = fmt::format("{}/{}", format_day(mention.date->range.from),
                           format_day(mention.date->range.to));
    } else {
        const auto [group, article] = graph::source_key(stored.article);
        when = fmt::format("{} {}", group, article);
    }
    return fmt::format("{}\n{}\n{}\n{}\n{}\n{}", relation, mention.symmetric ? low : sides.source,
                       mention.symmetric ? high : sides.target, mention.category, mention.mode,
                       when);
}

class Walk {
public:
    Walk(const ExportContext& context, FactReceiver& receiver)
        : context_{context}
        , receiver_{receiver}
    {}

    void actor(const graph::Node& node)
    {
        Row row;
        row.add(node.actor.code.text()).add(display_name(node.actor));
        row.add(to_string(node.actor.kind)).add(node.weight);
        row.add(node.relations).add(node.mentions);
        give(FactKind::actor, row);
    }

    [[nodiscard]] Status relation(const graph::Relation& relation)
    {
        const std::string id = relation_id(relation);
        Row row;
        row.add(id).add(relation.label).add(to_string(relation.label_direction));
        row.add(relation.key).add(relation.category).add(to_string(relation.quad));
        row.add(relation.directed).add(relation.weight).add(relation.score);
        row.add(relation.mentions).add(relation.sources).add(relation.events);
        row.add(relation.period).add(names(relation.categories));
        row.add(names(relation.topics)).add(names(relation.statuses));
        give(FactKind::relation, relation.source.code.text(), relation.target.code.text(), row);
        return context_.evidence ? sightings(relation, id) : Status{};
    }

private:
    [[nodiscard]] Status sightings(const graph::Relation& relation, const std::string& id)
    {
        std::map<std::string, Event> events;
        for (const std::int64_t number : relation.evidence) {
            if (!receiver_.good()) {
                return {};
            }
            const auto stored = context_.evidence(number);
            if (!stored) {
                return stored.error();
            }
            const Sides actors = sides(relation, stored->mention);
            const std::string event_id = name(event_key(id, actors, *stored));
            Event& event = events[event_id];
            if (event.relation == nullptr) {
                const Mention& mention = stored->mention;
                event.relation = &relation;
                event.sides = actors;
                if (mention.symmetric && event.sides.target < event.sides.source) {
                    std::swap(event.sides.source, event.sides.target);
                }
                event.symmetric = mention.symmetric;
                event.category = mention.category;
                event.mode = mention.mode;
                if (mention.date) {
                    event.days = mention.date->range;
                }
            }
            event.symmetric = event.symmetric || stored->mention.symmetric;
            event.add(*stored);
            give(FactKind::reports, mention(*stored), event_id, {});
        }
        for (const auto& [event_id, event] : events) {
            this->event(event_id, id, event);
        }
        return {};
    }

    /// Gives the mention and its article where that has not been done, and its id in any case.
    std::string mention(const store::StoredMention& stored)
    {
        const auto [id, is_new] = mention_id(stored);
        if (!is_new) {
            return id;
        }
        article(stored.article);
        const Mention& m = stored.mention;
        Row row;
        row.add(id).add(stored.article.id).add(m.sentence.text);
        row.add(m.sentence.code_points.begin).add(m.sentence.code_points.end);
        row.add(m.source.code.text()).add(m.source.mention.text).add(m.source.via);
        row.add(m.target.code.text()).add(m.target.mention.text).add(m.target.via);
        row.add(m.category).add(m.mode).add(m.label).add(m.cue.text).add(m.topics);
        row.add(to_string(m.status)).add(m.alleged).add(m.attributed_to).add(m.symmetric);
        row.add(m.date ? std::optional{m.date->range} : std::nullopt);
        row.add(m.date ? to_string(m.date->precision) : std::string_view{});
        row.add(m.date ? to_string(m.date->basis) : std::string_view{});
        row.add(m.confidence).add(m.rule).add(m.extractor);
        give(FactKind::mention, row);
        give(FactKind::appears_in, id, text::to_valid_utf8(stored.article.id), {});
        return id;
    }

    /// The fingerprint, or a name made from it where that is another mention's already.
    std::pair<std::string, bool> mention_id(const store::StoredMention& stored)
    {
        std::string id = fingerprint(stored.mention);
        for (int repeat = 2;; ++repeat) {
            const auto [at, first] = mentions_.try_emplace(text::hash(id), stored.id);
            if (first || at->second == stored.id) { // of several topics: it comes again
                return {id, first};
            }
            id = text::to_hex(text::hash(fmt::format("{}\n{}", id, repeat)));
        }
    }

    void article(const store::ArticleRecord& record)
    {
        if (!articles_.insert(record.id).second) {
            return;
        }
        Row row;
        row.add(record.id).add(record.title).add(record.uri).add(record.publisher);
        row.add(record.date ? record.date->to_string() : std::string{});
        row.add(record.date ? std::optional{record.date->range()} : std::nullopt);
        row.add(fmt::format("{}", record.duplicate_group)); // a name, and too long for JavaScript
        give(FactKind::article, row);
    }

    void event(const std::string& id, const std::string& relation, const Event& event)
    {
        const Ontology& ontology = Ontology::builtin();
        Row row;
        row.add(id).add(relation).add(event.category).add(event.mode);
        row.add(to_string(ontology.quad(event.category)));
        row.add(ontology.score(event.category, event.mode)).add(event.label);
        row.add(to_string(event.status)).add(event.alleged).add(event.symmetric).add(event.days);
        row.add(graph::from_millionths(event.weight)).add(event.confidence);
        row.add(event.mentions).add(event.sources.size());
        give(FactKind::event, row);
        give(FactKind::source, id, event.sides.source, {});
        give(FactKind::target, id, event.sides.target, {});
    }

    void give(FactKind kind, const Row& row) { receiver_.node(fact_table(kind), row.values()); }

    void give(FactKind kind, std::string_view from, std::string_view to, const Row& row)
    {
        receiver_.link(fact_table(kind), from, to, row.values());
    }

    /// 128 bits, so that names of a hundred million things differ.
    static std::string name(const std::string& key)
    {
        return text::to_hex(text::hash(key)) + text::to_hex(text::hash("\n" + key));
    }

    const ExportContext& context_;
    FactReceiver& receiver_;
    std::unordered_map<std::uint64_t, std::int64_t> mentions_; ///< row of the store, by id
    std::unordered_set<std::string> articles_;
};

} // namespace

std::span<const FactTable> fact_tables() noexcept
{
    return kTables;
}

const FactTable& fact_table(FactKind kind) noexcept
{
    return kTables[static_cast<std::size_t>(kind)];
}

Status walk_facts(const graph::Snapshot& graph, const ExportContext& context,
                  FactReceiver& receiver)
{
    Walk walk{context, receiver};
    for (const graph::Node& node : graph.nodes()) {
        walk.actor(node);
    }
    for (const graph::Relation& relation : graph.relations()) {
        if (!receiver.good()) {
            break;
        }
        if (Status walked = walk.relation(relation); !walked) {
            return walked;
        }
    }
    return {};
}

std::string relation_id(const graph::Relation& relation)
{
    const std::string& source = relation.source.code.text();
    const std::string& target = relation.target.code.text();
    const std::string key = relation.key.empty() ? "" : "/" + relation.key;
    if (relation.directed && is_category(relation.key)) {
        return source + ">" + target + key;
    }
    const auto [low, high] = std::minmax(source, target);
    return low + "/" + high + key;
}

} // namespace entente::exporters
