// SPDX-License-Identifier: Apache-2.0
#include "extractors/records/graph_builder.hpp"

#include "core/ontology.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace entente::records {

namespace {

using Values = std::map<std::string, std::string, std::less<>>;

std::string_view value_of(const Values& values, std::string_view name)
{
    const auto found = values.find(name);
    return found == values.end() ? std::string_view{} : std::string_view{found->second};
}

Error bad_value(std::string_view name, std::string_view value)
{
    return Error{ErrorCode::bad_article, fmt::format("\"{}\" is no value of \"{}\"", value, name)}
        .hint("import the file as `entente export` wrote it");
}

template <typename Number>
Result<Number> number(const Values& values, std::string_view name)
{
    const std::string_view text = value_of(values, name);
    Number value{};
    const char* end = text.data() + text.size();
    const auto [stop, wrong] = std::from_chars(text.data(), end, value);
    if (text.empty() || wrong != std::errc{} || stop != end) {
        return bad_value(name, text);
    }
    return value;
}

/// Where a value is missing it is 0.
template <typename Number>
Result<Number> number_or_none(const Values& values, std::string_view name)
{
    return value_of(values, name).empty() ? Result<Number>{Number{}} : number<Number>(values, name);
}

/// The name as the graph has it: "Pakistan" of "Pakistan (armed forces)".
std::string without_sector(std::string_view name, const ActorCode& code)
{
    const std::string shown = display_name({code, {}, ActorKind::state});
    const bool suffixed = shown.size() > 1 && name.size() > shown.size() && name.ends_with(shown);
    return std::string{suffixed ? name.substr(0, name.size() - shown.size()) : name};
}

std::optional<graph::Direction> parse_direction(std::string_view text)
{
    using graph::Direction;
    for (const Direction direction : {Direction::none, Direction::forward, Direction::backward}) {
        if (graph::to_string(direction) == text) {
            return direction;
        }
    }
    return std::nullopt;
}

Result<std::optional<DateRange>> period_of(const Values& values)
{
    const std::string_view from = value_of(values, "from");
    const std::string_view to = value_of(values, "to");
    if (from.empty() && to.empty()) {
        return std::optional<DateRange>{};
    }
    const auto first = parse_day(from);
    // The end of time is written as a day of a five-digit year.
    const auto last = to == format_day(Day{std::chrono::year{10000} / 1 / 1})
                          ? Result<Day>{Day{std::chrono::year{10000} / 1 / 1}}
                          : parse_day(to);
    if (!first || !last || !(*first < *last)) {
        return bad_value("period", fmt::format("{} to {}", from, to));
    }
    return std::optional{DateRange{*first, *last}};
}

} // namespace

std::optional<std::vector<std::pair<std::string, std::size_t>>> parse_counts(std::string_view text)
{
    std::vector<std::pair<std::string, std::size_t>> counts;
    while (!text.empty()) {
        const std::size_t end = text.find("; ");
        const std::string_view part = text.substr(0, end);
        const std::size_t blank = part.rfind(' ');
        if (blank == std::string_view::npos || blank == 0) {
            return std::nullopt;
        }
        const std::string_view digits = part.substr(blank + 1);
        std::size_t count = 0;
        const auto [stop, wrong] =
            std::from_chars(digits.data(), digits.data() + digits.size(), count);
        if (digits.empty() || wrong != std::errc{} || stop != digits.data() + digits.size()) {
            return std::nullopt;
        }
        counts.emplace_back(part.substr(0, blank), count);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 2);
    }
    return counts;
}

std::optional<Values> quoted_on_edge(const Values& edge)
{
    if (value_of(edge, "confidence").empty()) {
        return std::nullopt;
    }
    Values evidence;
    for (const auto& [on_edge, name] : {std::pair{"confidence", "confidence"},
                                        {"sentence", "text"},
                                        {"headline", "title"},
                                        {"publisher", "publisher"},
                                        {"published", "date"},
                                        {"uri", "uri"}}) {
        evidence[name] = value_of(edge, on_edge);
    }
    return evidence;
}

Status GraphBuilder::head(const GraphHead& head)
{
    if (head.format != format_) {
        return Error{ErrorCode::unsupported_format,
                     head.format.empty()
                         ? fmt::format("the graph does not call itself \"{}\"", format_)
                         : fmt::format("the graph is \"{}\", not \"{}\"", head.format, format_)}
            .at(file_)
            .hint("only graphs that `entente export` wrote can be imported");
    }
    begun_ = true;
    origin_.title = head.title;
    const auto articles = number_or_none<std::size_t>({{"articles", head.articles}}, "articles");
    if (!articles) {
        Error error = articles.error();
        return std::move(error).at(file_);
    }
    origin_.articles = *articles;
    nodes_hash_ = text::hash(fmt::format("{}\n{}", head.title, head.articles));
    return {};
}

void GraphBuilder::lose(Error error, std::uint64_t line)
{
    outlet_.lose(std::move(error).at(file_, line));
}

void GraphBuilder::node(std::string_view code, std::string_view name, std::string_view kind,
                        std::uint64_t line)
{
    auto parsed = ActorCode::parse(code);
    const auto known = parse_actor_kind(kind);
    if (!parsed || !known) {
        lose(parsed ? bad_value("kind", kind)
                    : Error{ErrorCode::bad_article, parsed.error().what()}.hint(
                          "import the file as `entente export` wrote it"),
             line);
        return;
    }
    // A hash of hashes: what comes in the same order gives the same name.
    nodes_hash_ =
        text::hash(fmt::format("{}\n{}\n{}\n{}", text::to_hex(nodes_hash_), code, name, kind));
    Actor actor{*parsed, without_sector(name, *parsed), *known};
    actors_.insert_or_assign(std::string{code}, std::move(actor));
}

Result<Actor> GraphBuilder::actor(std::string_view code) const
{
    const auto found = actors_.find(code);
    if (found == actors_.end()) {
        return Error{ErrorCode::bad_article, fmt::format("\"{}\" is no node of the graph", code)}
            .hint("nodes stand before relations, as `entente export` writes them");
    }
    return found->second;
}

Result<graph::Relation> GraphBuilder::to_relation(const GraphRelation& said) const
{
    const auto source = actor(said.source);
    const auto target = actor(said.target);
    if (!source || !target) {
        return source ? target.error() : source.error();
    }
    graph::Relation relation;
    relation.source = *source;
    relation.target = *target;
    const std::string_view directed = value_of(said.values, "directed");
    if (directed != "true" && directed != "false") {
        return bad_value("directed", directed);
    }
    relation.directed = directed == "true";
    relation.key = value_of(said.values, "group");
    relation.category = value_of(said.values, "category");
    relation.label = value_of(said.values, "label");
    if (Ontology::builtin().category(relation.category) == nullptr) {
        return bad_value("category", relation.category);
    }
    const auto quad = parse_quad(value_of(said.values, "quad"));
    if (!quad) {
        return bad_value("quad", value_of(said.values, "quad"));
    }
    relation.quad = *quad;
    const std::string_view way = value_of(said.values, "label_direction");
    const auto direction = parse_direction(way);
    if (!direction && !way.empty()) {
        return bad_value("label_direction", way);
    }
    relation.label_direction = direction.value_or(graph::Direction::none);
    const auto score = number<double>(said.values, "score");
    const auto weight = number<double>(said.values, "weight");
    if (!score || !weight) {
        return score ? weight.error() : score.error();
    }
    relation.score = *score;
    relation.weight = *weight;
    for (const auto& [name, member] : {std::pair{"mentions", &graph::Relation::mentions},
                                       {"sources", &graph::Relation::sources},
                                       {"events", &graph::Relation::events}}) {
        const auto count = number<std::size_t>(said.values, name);
        if (!count) {
            return count.error();
        }
        relation.*member = *count;
    }
    const auto period = period_of(said.values);
    if (!period) {
        return period.error();
    }
    relation.period = *period;
    relation.categories = said.categories;
    relation.topics = said.topics;
    relation.labels = said.labels;
    for (const auto& [name, count] : said.statuses) {
        const auto status = parse_factuality(name);
        if (!status) {
            return bad_value("statuses", name);
        }
        relation.statuses.emplace_back(*status, count);
    }
    return relation;
}

Result<store::StoredMention> GraphBuilder::to_evidence(const Values& values,
                                                       const graph::Relation& relation) const
{
    store::StoredMention stored;
    Mention& mention = stored.mention;
    for (const auto& [name, side, actor] :
         {std::tuple{"source", &mention.source, &relation.source},
          std::tuple{"target", &mention.target, &relation.target}}) {
        *side = {actor->code, actor->name, actor->kind, {}, {}};
        if (const std::string_view code = value_of(values, name); !code.empty()) {
            const auto parsed = ActorCode::parse(code);
            if (!parsed) {
                return bad_value(name, code);
            }
            side->code = *parsed;
        }
    }
    const auto begin = number_or_none<std::size_t>(values, "begin");
    const auto confidence = number<double>(values, "confidence");
    if (!begin || !confidence) {
        return begin ? confidence.error() : begin.error();
    }
    mention.sentence.text = value_of(values, "text");
    const std::size_t points = text::count_code_points(mention.sentence.text);
    mention.sentence.code_points = {*begin, *begin + points};
    mention.sentence.bytes = {*begin, *begin + mention.sentence.text.size()};
    mention.confidence = *confidence;
    const std::string_view category = value_of(values, "category");
    mention.category = category.empty() ? relation.category : category;
    mention.mode = value_of(values, "mode");
    mention.label = category.empty() ? relation.label : std::string{value_of(values, "label")};
    mention.symmetric =
        category.empty() ? !relation.directed : value_of(values, "symmetric") == "true";
    mention.alleged = value_of(values, "alleged") == "true";
    mention.attributed_to = value_of(values, "attributed_to");
    if (const std::string_view status = value_of(values, "status"); !status.empty()) {
        const auto parsed = parse_factuality(status);
        if (!parsed) {
            return bad_value("status", status);
        }
        mention.status = *parsed;
    }
    const auto happened = period_of(values);
    if (!happened) {
        return happened.error();
    }
    if (*happened) {
        mention.date = EventDate{
            **happened,
            parse_date_precision(value_of(values, "precision")).value_or(DatePrecision::interval),
            parse_date_basis(value_of(values, "basis")).value_or(DateBasis::article)};
    }
    stored.article.title = value_of(values, "title");
    stored.article.uri = value_of(values, "uri");
    stored.article.publisher = value_of(values, "publisher");
    if (const std::string_view date = value_of(values, "date"); !date.empty()) {
        const auto parsed = PartialDate::parse(date);
        if (!parsed) {
            return bad_value("date", date);
        }
        stored.article.date = *parsed;
    }
    stored.article.id = value_of(values, "doc");
    if (stored.article.id.empty()) {
        stored.article.id =
            stored.article.uri.empty() ? article_id(mention.sentence.text) : stored.article.uri;
    }
    return stored;
}

Status GraphBuilder::relation(const GraphRelation& said, std::uint64_t line)
{
    if (!begun_) {
        return Error{ErrorCode::unsupported_format, "relations stand before the graph's own fields"}
            .at(file_, line)
            .hint("import the file as `entente export` wrote it");
    }
    auto relation = to_relation(said);
    if (!relation) {
        lose(relation.error(), line);
        return {};
    }
    std::vector<store::StoredMention> evidence;
    for (const Values& values : said.evidence) {
        auto one = to_evidence(values, *relation);
        if (!one) {
            lose(one.error(), line);
            return {};
        }
        evidence.push_back(std::move(*one));
    }
    origin_.name = name_.empty() ? text::to_hex(nodes_hash_) : name_;
    store::Extracted record = graph::record_relation({std::move(*relation), origin_}, evidence);
    // What was written must be read as a relation again: else its sums would be lost unseen.
    if (!graph::recorded_relation(record.mentions.front())) {
        lose(Error{ErrorCode::bad_article, "a number of the relation is out of range"}.hint(
                 "import the file as `entente export` wrote it"),
             line);
        return {};
    }
    return outlet_.take(std::move(record));
}

} // namespace entente::records
