// SPDX-License-Identifier: Apache-2.0
#include "exporters/page_data.hpp"

#include "core/ontology.hpp"
#include "core/text.hpp"
#include "exporters/actor_places.hpp"
#include "exporters/caption.hpp"

#include <fmt/format.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace entente::exporters {

namespace {

constexpr std::array kQuads{Quad::verbal_cooperation, Quad::material_cooperation,
                            Quad::verbal_conflict, Quad::material_conflict, Quad::standing};
constexpr std::array kKinds{ActorKind::state,      ActorKind::organisation, ActorKind::region,
                            ActorKind::group,      ActorKind::party,        ActorKind::company,
                            ActorKind::population, ActorKind::person};
constexpr std::array kStatuses{Factuality::actual, Factuality::planned, Factuality::hypothetical,
                               Factuality::negated};

template <typename Value, std::size_t count>
int number_of(const std::array<Value, count>& all, Value value)
{
    return static_cast<int>(std::find(all.begin(), all.end(), value) - all.begin());
}

/// A RapidJSON output stream whose text cannot end the script element around it. In JSON these
/// characters stand inside strings alone, where an escape means the same.
class InertStream {
public:
    using Ch = char;

    explicit InertStream(BufferedSink& out)
        : out_{&out}
    {}

    void Put(char c)
    {
        // The lines' and paragraphs' separators, E2 80 A8 and A9, are the only ones of three bytes.
        held_ += c;
        if (held_ == "\xE2" || held_ == "\xE2\x80") {
            return;
        }
        if (held_ == "\xE2\x80\xA8" || held_ == "\xE2\x80\xA9") {
            out_->write(c == '\xA8' ? "\\u2028" : "\\u2029");
        } else if (held_ == "<" || held_ == ">" || held_ == "&") {
            out_->write(c == '<' ? "\\u003c" : c == '>' ? "\\u003e" : "\\u0026");
        } else {
            out_->write(held_);
        }
        held_.clear();
    }

    void Flush() {}

private:
    BufferedSink* out_;
    std::string held_;
};

/// Texts that are said once and named by number.
class Table {
public:
    int number(const std::string& text)
    {
        const auto [found, added] = numbers_.try_emplace(text, static_cast<int>(texts_.size()));
        if (added) {
            texts_.push_back(&found->first);
        }
        return found->second;
    }

    [[nodiscard]] const std::vector<const std::string*>& texts() const noexcept { return texts_; }

private:
    std::unordered_map<std::string, int> numbers_; // whose keys stay where they are
    std::vector<const std::string*> texts_;
};

std::size_t utf16_length(std::string_view utf8) noexcept
{
    std::size_t units = 0;
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        units += (byte & 0xC0U) == 0x80U ? 0U : byte >= 0xF0U ? 2U : 1U;
    }
    return units;
}

/// Where the words lie in their sentence, in UTF-16 units as browsers count; nothing where they are
/// not in it, as is the case with a cue in another sentence.
std::optional<std::pair<std::size_t, std::size_t>> place_in(const Evidence& sentence,
                                                            const Evidence& words)
{
    if (words.text.empty() || words.bytes.begin < sentence.bytes.begin ||
        words.bytes.begin - sentence.bytes.begin > sentence.text.size()) {
        return std::nullopt;
    }
    const std::size_t begin = words.bytes.begin - sentence.bytes.begin;
    const std::string_view text = sentence.text;
    if (text.substr(begin, words.text.size()) != words.text || !text::is_valid_utf8(text)) {
        return std::nullopt;
    }
    const std::size_t from = utf16_length(text.substr(0, begin));
    return std::pair{from, from + utf16_length(words.text)};
}

double rounded(double value, double steps) noexcept
{
    return std::round(value * steps) / steps + 0.0; // no negative zero
}

class Page {
public:
    Page(const graph::Snapshot& graph, const ExportContext& context, BufferedSink& out)
        : graph_{&graph}
        , context_{&context}
        , stream_{out}
        , json_{stream_}
    {}

    [[nodiscard]] Status write()
    {
        json_.StartObject();
        head();
        actors();
        Status written = relations();
        if (!written) {
            return written;
        }
        tables();
        json_.EndObject();
        return {};
    }

private:
    void head()
    {
        field("format", kPageFormat);
        field("title", context_->title);
        field("description", context_->description);
        key("articles");
        json_.Uint64(context_->articles);
        key("relationsTotal");
        json_.Uint64(std::max(context_->relations_total, graph_->relations().size()));
        names("quads", kQuads);
        names("kinds", kKinds);
        names("statuses", kStatuses);
    }

    template <typename Value, std::size_t count>
    void names(std::string_view name, const std::array<Value, count>& all)
    {
        key(name);
        json_.StartArray();
        for (const Value value : all) {
            string(to_string(value));
        }
        json_.EndArray();
    }

    /// code, name, kind, weight, relations, mentions, x, y, radius
    void actors()
    {
        const std::vector<ActorPlace> places = place_actors(*graph_);
        key("actors");
        json_.StartArray();
        for (std::size_t i = 0; i < places.size(); ++i) {
            const graph::Node& node = graph_->nodes()[i];
            json_.StartArray();
            string(node.actor.code.text());
            string(display_name(node.actor));
            json_.Int(number_of(kKinds, node.actor.kind));
            json_.Double(rounded(node.weight, 1000.0));
            json_.Uint64(node.relations);
            json_.Uint64(node.mentions);
            json_.Double(rounded(places[i].centre.x, 10.0));
            json_.Double(rounded(places[i].centre.y, 10.0));
            json_.Double(rounded(places[i].radius, 10.0));
            json_.EndArray();
        }
        json_.EndArray();
    }

    [[nodiscard]] Status relations()
    {
        key("relations");
        json_.StartArray();
        for (const graph::Relation& relation : graph_->relations()) {
            json_.StartArray();
            Status written = this->relation(relation);
            if (!written) {
                return written;
            }
            json_.EndArray();
        }
        json_.EndArray();
        return {};
    }

    /// source, target, directed, key, quad, category, label, direction of the label, score, weight,
    /// mentions, sources, events, from, to, topics, sightings
    [[nodiscard]] Status relation(const graph::Relation& relation)
    {
        json_.Uint64(*graph_->find(relation.source.code));
        json_.Uint64(*graph_->find(relation.target.code));
        json_.Int(relation.directed ? 1 : 0);
        string(relation.key);
        json_.Int(number_of(kQuads, relation.quad));
        json_.Int(categories_.number(relation.category));
        json_.Int(labels_.number(relation.label));
        json_.Int(sign(relation.label_direction));
        json_.Double(rounded(relation.score, 100.0));
        json_.Double(rounded(relation.weight, 1000.0));
        json_.Uint64(relation.mentions);
        json_.Uint64(relation.sources);
        json_.Uint64(relation.events);
        days(relation.period);
        json_.StartArray();
        for (const auto& [topic, count] : relation.topics) {
            json_.Int(topics_.number(topic));
        }
        json_.EndArray();
        json_.StartArray();
        if (context_->evidence) {
            const std::size_t count = std::min(relation.evidence.size(), kSightingsPerRelation);
            for (std::size_t i = 0; i < count; ++i) {
                const auto stored = context_->evidence(relation.evidence[i]);
                if (!stored) {
                    return stored.error();
                }
                sighting(*stored, relation, i < kSentencesPerRelation);
            }
        }
        json_.EndArray();
        return {};
    }

    static int sign(graph::Direction direction) noexcept
    {
        return direction == graph::Direction::none      ? 0
               : direction == graph::Direction::forward ? 1
                                                        : -1;
    }

    /// id, article, category, mode, label, status, confidence in hundredths, direction, from, to,
    /// topics, alleged, who says so; with its sentence: sentence, six places of cue, source, target
    void sighting(const store::StoredMention& stored, const graph::Relation& relation,
                  bool with_sentence)
    {
        const Mention& mention = stored.mention;
        json_.StartArray();
        json_.Int64(stored.id);
        json_.Int(article(stored.article));
        json_.Int(categories_.number(mention.category));
        json_.Int(modes_.number(mention.mode));
        json_.Int(labels_.number(mention.label));
        json_.Int(number_of(kStatuses, mention.status));
        json_.Int(static_cast<int>(std::lround(std::clamp(mention.confidence, 0.0, 1.0) * 100.0)));
        const bool forward = mention.source.code == relation.source.code ||
                             mention.source.code.whole() == relation.source.code;
        json_.Int(mention.symmetric ? 0 : forward ? 1 : -1);
        days(mention.date ? std::optional{mention.date->range} : std::nullopt);
        json_.StartArray();
        for (const std::string& topic : mention.topics) {
            json_.Int(topics_.number(topic));
        }
        json_.EndArray();
        json_.Int(mention.alleged ? 1 : 0);
        json_.Int(speakers_.number(mention.attributed_to));
        if (with_sentence) {
            json_.Int(sentences_.number(mention.sentence.text));
            for (const Evidence* words :
                 {&mention.cue, &mention.source.mention, &mention.target.mention}) {
                const auto place = place_in(mention.sentence, *words);
                json_.Int(place ? static_cast<int>(place->first) : -1);
                json_.Int(place ? static_cast<int>(place->second) : -1);
            }
        }
        json_.EndArray();
    }

    /// First day and the day behind the last, as days since 1970-01-01; null where unknown.
    void days(const std::optional<DateRange>& range)
    {
        if (!range) {
            json_.Null();
            json_.Null();
            return;
        }
        json_.Int64(range->from.time_since_epoch().count());
        json_.Int64(range->to.time_since_epoch().count());
    }

    int article(const store::ArticleRecord& record)
    {
        const auto [found, added] =
            article_numbers_.try_emplace(record.id, static_cast<int>(articles_.size()));
        if (added) {
            articles_.push_back(record);
            publishers_.number(record.publisher);
        }
        return found->second;
    }

    void tables()
    {
        key("categories");
        json_.StartArray();
        for (const std::string* name : categories_.texts()) {
            const Category* category = Ontology::builtin().category(*name);
            json_.StartArray();
            string(*name);
            json_.Int(number_of(kQuads, Ontology::builtin().quad(*name)));
            string(category == nullptr ? std::string_view{} : category->description);
            json_.EndArray();
        }
        json_.EndArray();
        table("modes", modes_);
        table("labels", labels_);
        table("topics", topics_);
        table("publishers", publishers_);
        table("speakers", speakers_);
        table("sentences", sentences_);
        articles();
    }

    void table(std::string_view name, const Table& table)
    {
        key(name);
        json_.StartArray();
        for (const std::string* text : table.texts()) {
            string(*text);
        }
        json_.EndArray();
    }

    /// id, title, address, publisher, date, source: near-copies of an article are one source
    void articles()
    {
        key("articleTable");
        json_.StartArray();
        std::map<std::int64_t, std::size_t> groups;
        std::size_t sources = 0;
        for (const store::ArticleRecord& record : articles_) {
            json_.StartArray();
            string(record.id);
            string(record.title);
            string(record.uri);
            json_.Int(publishers_.number(record.publisher));
            string(record.date ? record.date->to_string() : std::string{});
            std::size_t source = sources;
            if (record.duplicate_group != 0) {
                source = groups.try_emplace(record.duplicate_group, sources).first->second;
            }
            sources = std::max(sources, source + 1);
            json_.Uint64(source);
            json_.EndArray();
        }
        json_.EndArray();
    }

    void key(std::string_view name)
    {
        json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
    }

    void string(std::string_view text)
    {
        const std::string valid = text::to_valid_utf8(text);
        json_.String(valid.data(), static_cast<rapidjson::SizeType>(valid.size()));
    }

    void field(std::string_view name, std::string_view text)
    {
        key(name);
        string(text);
    }

    const graph::Snapshot* graph_;
    const ExportContext* context_;
    InertStream stream_;
    rapidjson::Writer<InertStream> json_;
    Table categories_;
    Table modes_;
    Table labels_;
    Table topics_;
    Table publishers_;
    Table speakers_;
    Table sentences_;
    std::unordered_map<std::string, int> article_numbers_;
    std::vector<store::ArticleRecord> articles_;
};

} // namespace

Status write_page_data(const graph::Snapshot& graph, const ExportContext& context,
                       BufferedSink& out)
{
    return Page{graph, context, out}.write();
}

} // namespace entente::exporters
