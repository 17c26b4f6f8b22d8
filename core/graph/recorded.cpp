// SPDX-License-Identifier: Apache-2.0
#include "core/graph/recorded.hpp"

#include "core/mention_json.hpp"
#include "core/mention_json_limits.hpp"
#include "core/store/quoted_article.hpp"
#include "core/text.hpp"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <cmath>

namespace entente::graph {

namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;
using Counts = std::vector<std::pair<std::string, std::size_t>>;

constexpr std::string_view kRelation = "recorded_relation";
constexpr std::string_view kEvidence = "recorded_evidence";
constexpr std::string_view kExtractor = "graph";
constexpr std::string_view kRule = "graph import";

/// Sums of this many graphs stay far from overflow.
constexpr std::uint64_t kMostCount = 1'000'000'000;
constexpr double kMostWeight = 1e9;
constexpr double kMostScore = 10.0;
/// Of a mention, by codebook.
constexpr std::size_t kMostTopics = 3;

void text(Writer& json, const char* name, std::string_view value)
{
    json.Key(name);
    json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

void whole(Writer& json, const char* name, std::size_t value)
{
    json.Key(name);
    json.Uint64(value);
}

/// [["CONSULT", 3], …]: an order is kept that an object would not promise.
void counts(Writer& json, const char* name, const Counts& values)
{
    json.Key(name);
    json.StartArray();
    for (const auto& [value, count] : values) {
        json.StartArray();
        json.String(value);
        json.Uint64(count);
        json.EndArray();
    }
    json.EndArray();
}

std::string relation_extra(const RecordedRelation& recorded)
{
    const Relation& relation = recorded.relation;
    Counts statuses;
    for (const auto& [status, count] : relation.statuses) {
        statuses.emplace_back(to_string(status), count);
    }
    rapidjson::StringBuffer buffer;
    Writer json{buffer};
    json.StartObject();
    json.Key(kRelation.data());
    json.StartObject();
    text(json, "graph", recorded.origin.name);
    text(json, "title", recorded.origin.title);
    whole(json, "articles", recorded.origin.articles);
    json.Key("directed");
    json.Bool(relation.directed);
    text(json, "key", relation.key);
    text(json, "quad", to_string(relation.quad));
    text(json, "category", relation.category);
    text(json, "label", relation.label);
    text(json, "label_direction", to_string(relation.label_direction));
    json.Key("score");
    json.Double(relation.score);
    json.Key("weight");
    json.Double(relation.weight);
    whole(json, "mentions", relation.mentions);
    whole(json, "sources", relation.sources);
    whole(json, "events", relation.events);
    counts(json, "categories", relation.categories);
    counts(json, "topics", relation.topics);
    counts(json, "labels", relation.labels);
    counts(json, "statuses", statuses);
    json.EndObject();
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

std::string evidence_extra(const Mention& standing, const std::string& key, std::size_t rank,
                           const store::ArticleRecord& article)
{
    rapidjson::StringBuffer buffer;
    Writer json{buffer};
    json.StartObject();
    json.Key(kEvidence.data());
    json.StartObject();
    text(json, "source", standing.source.code.text());
    text(json, "target", standing.target.code.text());
    text(json, "category", standing.category);
    text(json, "topic", standing.topics.empty() ? std::string{} : standing.topics.front());
    json.Key("symmetric");
    json.Bool(standing.symmetric);
    text(json, "key", key);
    whole(json, "rank", rank);
    json.EndObject();
    json.Key(store::kQuotedArticle.data());
    const std::string quoted = store::quoted_article_json(article);
    json.RawValue(quoted.data(), quoted.size(), rapidjson::kObjectType);
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

/// A field of `extra` that is an object. The document must outlive it.
const rapidjson::Value* field_of(const Mention& mention, std::string_view name,
                                 rapidjson::Document& document)
{
    // Most mentions have nothing of the kind: they are not parsed.
    if (mention.extra.find(name) == std::string::npos || !is_within_depth(mention.extra)) {
        return nullptr;
    }
    std::string buffer;
    const std::string_view safe = without_nought_exponents(mention.extra, buffer);
    document.Parse<kJsonFlags>(safe.data(), safe.size());
    if (document.HasParseError() || !document.IsObject()) {
        return nullptr;
    }
    const auto found = document.FindMember(name.data());
    return found == document.MemberEnd() || !found->value.IsObject() ? nullptr : &found->value;
}

/// Reads members of one object; sound() is false once anything was missing or out of range.
class Reader {
public:
    explicit Reader(const rapidjson::Value& object)
        : object_{object}
    {}

    std::string text(const char* name)
    {
        const rapidjson::Value* value = find(name);
        if (value == nullptr || !value->IsString()) {
            sound_ = false;
            return {};
        }
        return {value->GetString(), value->GetStringLength()};
    }

    bool truth(const char* name)
    {
        const rapidjson::Value* value = find(name);
        sound_ = sound_ && value != nullptr && value->IsBool();
        return sound_ && value->GetBool();
    }

    std::size_t whole(const char* name)
    {
        const rapidjson::Value* value = find(name);
        return value == nullptr ? unsound() : count(*value);
    }

    double real(const char* name, double least, double most)
    {
        const rapidjson::Value* value = find(name);
        if (value == nullptr || !value->IsNumber() || !(value->GetDouble() >= least) ||
            !(value->GetDouble() <= most)) {
            sound_ = false;
            return 0.0;
        }
        return value->GetDouble();
    }

    Counts counts(const char* name)
    {
        Counts all;
        const rapidjson::Value* value = find(name);
        if (value == nullptr || !value->IsArray()) {
            sound_ = false;
            return all;
        }
        for (const rapidjson::Value& pair : value->GetArray()) {
            if (!pair.IsArray() || pair.Size() != 2 || !pair[0].IsString()) {
                sound_ = false;
                return all;
            }
            all.emplace_back(std::string{pair[0].GetString(), pair[0].GetStringLength()},
                             count(pair[1]));
        }
        return all;
    }

    void require(bool condition) { sound_ = sound_ && condition; }

    [[nodiscard]] bool sound() const noexcept { return sound_; }

private:
    const rapidjson::Value* find(const char* name) const
    {
        const auto found = object_.FindMember(name);
        return found == object_.MemberEnd() ? nullptr : &found->value;
    }

    std::size_t count(const rapidjson::Value& value)
    {
        return value.IsUint64() && value.GetUint64() <= kMostCount ? value.GetUint64() : unsound();
    }

    std::size_t unsound()
    {
        sound_ = false;
        return 0;
    }

    const rapidjson::Value& object_;
    bool sound_ = true;
};

std::optional<Direction> parse_direction(std::string_view text)
{
    for (const Direction direction : {Direction::none, Direction::forward, Direction::backward}) {
        if (to_string(direction) == text) {
            return direction;
        }
    }
    return std::nullopt;
}

/// The mention that stands for the relation: what filters look at.
Mention standing_mention(const RecordedRelation& recorded, const std::string& article)
{
    const Relation& relation = recorded.relation;
    Mention mention;
    mention.article = article;
    mention.source = {relation.source.code, relation.source.name, relation.source.kind, {}, {}};
    mention.target = {relation.target.code, relation.target.name, relation.target.kind, {}, {}};
    const std::string words = fmt::format(
        "{} – {} – {}", relation.source.name,
        relation.label.empty() ? relation.category : relation.label, relation.target.name);
    mention.sentence = {{0, text::count_code_points(words)}, {0, words.size()}, words};
    mention.category = relation.category;
    for (const auto& [topic, count] : relation.topics) {
        if (mention.topics.size() < kMostTopics) {
            mention.topics.push_back(topic);
        }
    }
    mention.status =
        relation.statuses.empty() ? Factuality::actual : relation.statuses.front().first;
    mention.symmetric = !relation.directed;
    mention.label = relation.label;
    if (relation.period) {
        mention.date = EventDate{*relation.period, DatePrecision::interval, DateBasis::explicit_};
    }
    mention.confidence =
        relation.events == 0
            ? 0.0
            : std::clamp(relation.weight / static_cast<double>(relation.events), 0.0, 1.0);
    mention.rule = kRule;
    mention.extractor = kExtractor;
    mention.extra = relation_extra(recorded);
    return mention;
}

Mention quoted_mention(const Mention& standing, const Relation& relation,
                       const store::StoredMention& evidence, std::size_t rank)
{
    Mention mention = evidence.mention;
    mention.article = standing.article;
    mention.rule = kRule;
    mention.extractor = kExtractor;
    mention.extra = evidence_extra(standing, relation.key, rank, evidence.article);
    return mention;
}

} // namespace

store::Extracted record_relation(const RecordedRelation& recorded,
                                 const std::vector<store::StoredMention>& evidence)
{
    const Relation& relation = recorded.relation;
    store::Extracted extracted;
    extracted.article.id = fmt::format("graph/{}/{}/{}/{}/{}", recorded.origin.name,
                                       relation.source.code.text(), relation.target.code.text(),
                                       relation.key, relation.directed ? "directed" : "mutual");
    extracted.article.title = recorded.origin.title;
    extracted.mentions.push_back(standing_mention(recorded, extracted.article.id));
    for (std::size_t rank = 0; rank < evidence.size(); ++rank) {
        extracted.mentions.push_back(
            quoted_mention(extracted.mentions.front(), relation, evidence[rank], rank));
    }
    std::string all;
    for (const Mention& mention : extracted.mentions) {
        all += to_json(mention) + "\n";
    }
    extracted.extractor = fmt::format("{}+{}", kExtractor, text::to_hex(text::hash(all)));
    return extracted;
}

std::optional<RecordedRelation> recorded_relation(const Mention& mention)
{
    rapidjson::Document document;
    const rapidjson::Value* object = field_of(mention, kRelation, document);
    if (object == nullptr) {
        return std::nullopt;
    }
    Reader read{*object};
    RecordedRelation recorded;
    recorded.origin.name = read.text("graph");
    recorded.origin.title = read.text("title");
    recorded.origin.articles = read.whole("articles");
    Relation& relation = recorded.relation;
    relation.source = {mention.source.code, mention.source.name, mention.source.kind};
    relation.target = {mention.target.code, mention.target.name, mention.target.kind};
    relation.directed = read.truth("directed");
    relation.key = read.text("key");
    relation.category = read.text("category");
    relation.label = read.text("label");
    relation.score = read.real("score", -kMostScore, kMostScore);
    relation.weight = read.real("weight", 0.0, kMostWeight);
    relation.mentions = read.whole("mentions");
    relation.sources = read.whole("sources");
    relation.events = read.whole("events");
    relation.categories = read.counts("categories");
    relation.topics = read.counts("topics");
    relation.labels = read.counts("labels");
    for (const auto& [name, count] : read.counts("statuses")) {
        const auto status = parse_factuality(name);
        read.require(status.has_value());
        relation.statuses.emplace_back(status.value_or(Factuality::actual), count);
    }
    const auto quad = parse_quad(read.text("quad"));
    const auto direction = parse_direction(read.text("label_direction"));
    read.require(quad.has_value() && direction.has_value());
    relation.quad = quad.value_or(Quad::standing);
    relation.label_direction = direction.value_or(Direction::none);
    if (mention.date) {
        relation.period = mention.date->range;
    }
    return read.sound() ? std::optional{std::move(recorded)} : std::nullopt;
}

std::optional<RecordedEvidence> recorded_evidence(const Mention& mention)
{
    rapidjson::Document document;
    const rapidjson::Value* object = field_of(mention, kEvidence, document);
    if (object == nullptr) {
        return std::nullopt;
    }
    Reader read{*object};
    RecordedEvidence evidence;
    const auto source = ActorCode::parse(read.text("source"));
    const auto target = ActorCode::parse(read.text("target"));
    read.require(source.ok() && target.ok());
    if (read.sound()) {
        evidence.relation.source.code = *source;
        evidence.relation.target.code = *target;
    }
    evidence.relation.category = read.text("category");
    if (std::string topic = read.text("topic"); !topic.empty()) {
        evidence.relation.topics.push_back(std::move(topic));
    }
    evidence.relation.symmetric = read.truth("symmetric");
    evidence.key = read.text("key");
    evidence.rank = read.whole("rank");
    return read.sound() ? std::optional{std::move(evidence)} : std::nullopt;
}

} // namespace entente::graph
