// SPDX-License-Identifier: Apache-2.0
// What a database must hold after it has loaded an export, for programs of others to compare.
#pragma once

#include "core/text.hpp"
#include "exporters/facts.hpp"
#include "tests/support/exported.hpp"

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <functional>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace entente::tests {

/// Notes every fact as a line of JSON: {"kind", "id" or "from" and "to", "values"}. Days are
/// {"day": "YYYY-MM-DD"}, so that a date is told from text.
class FactLines final : public exporters::FactReceiver {
public:
    /// What a format documents that it changes in text; the second is true within a list.
    using Change = std::function<std::string(const std::string&, bool)>;

    explicit FactLines(Change change)
        : change_{std::move(change)}
    {}

    void node(const exporters::FactTable& table, std::span<const exporters::Value> values) override
    {
        line(table, [&](auto& json) {
            json.Key("id");
            json.String(change_(std::get<std::string>(values.front()), false));
            write(json, table, values, 1);
        });
    }

    void link(const exporters::FactTable& table, std::string_view from, std::string_view to,
              std::span<const exporters::Value> values) override
    {
        line(table, [&](auto& json) {
            json.Key("from");
            json.String(change_(std::string{from}, false));
            json.Key("to");
            json.String(change_(std::string{to}, false));
            write(json, table, values, 0);
        });
    }

    [[nodiscard]] bool good() const override { return true; }

    [[nodiscard]] const std::string& text() const noexcept { return text_; }

    [[nodiscard]] std::size_t count() const noexcept { return count_; }

private:
    using Json = rapidjson::Writer<rapidjson::StringBuffer>;

    void line(const exporters::FactTable& table, const std::function<void(Json&)>& rest)
    {
        rapidjson::StringBuffer buffer;
        Json json{buffer};
        json.StartObject();
        json.Key("kind");
        json.String(std::string{table.name});
        rest(json);
        json.EndObject();
        text_ += buffer.GetString();
        text_ += '\n';
        ++count_;
    }

    void write(Json& json, const exporters::FactTable& table,
               std::span<const exporters::Value> values, std::size_t from) const
    {
        json.Key("values");
        json.StartObject();
        for (std::size_t i = from; i < values.size(); ++i) {
            if (!std::holds_alternative<std::monostate>(values[i])) {
                json.Key(std::string{table.fields[i].name}.c_str());
                std::visit([&](const auto& value) { write(json, value); }, values[i]);
            }
        }
        json.EndObject();
    }

    void write(Json& /*json*/, std::monostate /*value*/) const {}

    void write(Json& json, const std::string& value) const { json.String(change_(value, false)); }

    void write(Json& json, std::int64_t value) const { json.Int64(value); }

    void write(Json& json, double value) const { json.Double(value); }

    void write(Json& json, bool value) const { json.Bool(value); }

    void write(Json& json, Day value) const
    {
        json.StartObject();
        json.Key("day");
        json.String(format_day(value));
        json.EndObject();
    }

    void write(Json& json, const std::vector<std::string>& values) const
    {
        json.StartArray();
        for (const std::string& value : values) {
            json.String(change_(value, true));
        }
        json.EndArray();
    }

    Change change_;
    std::string text_;
    std::size_t count_ = 0;
};

/// The facts of a graph, then three questions with their answers, each a line.
[[nodiscard]] inline std::string expected_facts(const std::vector<store::StoredMention>& mentions,
                                                const graph::Snapshot& graph,
                                                const FactLines::Change& change)
{
    FactLines lines{change};
    REQUIRE(exporters::walk_facts(graph, context_of(mentions), lines).ok());

    // The answers come from the graph and the mentions, not from the facts.
    std::map<std::string, std::set<std::string>> events;
    std::size_t of_pakistan = 0;
    for (const store::StoredMention& stored : mentions) {
        const Mention& m = stored.mention;
        const ActorCode source = m.source.code.whole();
        const ActorCode target = m.target.code.whole();
        const auto ends = std::minmax(source, target);
        const auto group = graph::source_key(stored.article);
        events[m.category].insert(
            fmt::format("{} {} {} {} {}", m.symmetric ? ends.first.text() : source.text(),
                        m.symmetric ? ends.second.text() : target.text(), m.mode,
                        m.date ? format_day(m.date->range.from) + format_day(m.date->range.to) : "",
                        m.date ? "" : fmt::format("{} {}", group.first, group.second)));
        of_pakistan += (ends.first.text() == "PAK" || ends.second.text() == "PAK") && m.date &&
                       m.date->range.from >= parse_day("2015-01-01").value();
    }
    std::string by_category;
    for (const auto& [category, all] : events) {
        by_category +=
            fmt::format("{}[\"{}\",{}]", by_category.empty() ? "" : ",", category, all.size());
    }
    std::string heaviest;
    double weight = -1.0;
    for (const graph::Relation& relation : graph.relations()) {
        const std::string id = exporters::relation_id(relation);
        if (relation.weight > weight || (relation.weight == weight && id < heaviest)) {
            heaviest = id;
            weight = relation.weight;
        }
    }
    return lines.text() +
           fmt::format("{{\"query\":\"events_by_category\",\"answer\":[{}]}}\n"
                       "{{\"query\":\"mentions_since_2015_of_pakistan\",\"answer\":{}}}\n"
                       "{{\"query\":\"heaviest_relation\",\"answer\":\"{}\"}}\n",
                       by_category, of_pakistan, heaviest);
}

/// Text made to break out of every syntax there is: `seed` decides which.
[[nodiscard]] inline std::string hostile_text(std::mt19937& random)
{
    static const std::vector<std::string> pieces{"\"",
                                                 "'",
                                                 "\"\"",
                                                 "\\",
                                                 "\\\\",
                                                 "\n",
                                                 "\r\n",
                                                 "\r",
                                                 "\t",
                                                 std::string{"\0", 1},
                                                 "\x01",
                                                 "\x1B[31m",
                                                 "\x1F",
                                                 "\x7F",
                                                 "`",
                                                 "``",
                                                 "]]>",
                                                 "-->",
                                                 "*/",
                                                 "/*",
                                                 "//",
                                                 "--",
                                                 "#",
                                                 "<!--",
                                                 "; DROP TABLE mentions;",
                                                 "'; MATCH (n) DETACH DELETE n; //",
                                                 "\\u0027",
                                                 "\\u0022",
                                                 "\\u005C\\u0027",
                                                 "\\n",
                                                 "\\",
                                                 "\\'",
                                                 "\\\"",
                                                 "\\x27",
                                                 "=cmd()",
                                                 "=1+1",
                                                 "+1",
                                                 "-1",
                                                 "@x",
                                                 "|",
                                                 ",",
                                                 ";",
                                                 ":",
                                                 ".",
                                                 "{",
                                                 "}",
                                                 "[",
                                                 "]",
                                                 "(",
                                                 ")",
                                                 "<",
                                                 ">",
                                                 "&",
                                                 "&amp;",
                                                 "%00",
                                                 "%27",
                                                 "$row",
                                                 "${x}",
                                                 "{{x}}",
                                                 "?",
                                                 "^^xsd:date",
                                                 "\"^^<x>",
                                                 "> <urn:x> <urn:y> .",
                                                 "@en",
                                                 "<script>alert(1)</script>",
                                                 "NULL",
                                                 "null",
                                                 "true",
                                                 "1e999",
                                                 "NaN",
                                                 "2022-13-45",
                                                 "\xF0\x9F\x98\x80",
                                                 "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA9",
                                                 "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D",
                                                 "\xE2\x80\xAE",
                                                 "\xE2\x80\xA8",
                                                 "\xE2\x80\xA9",
                                                 "\xC2\x85",
                                                 "\xC2\xA0",
                                                 "\xEF\xBB\xBF",
                                                 "\xEF\xBF\xBE",
                                                 "\xEF\xBF\xBF",
                                                 "\xCC\x81",
                                                 "\xED\xA0\x80", // an unpaired surrogate
                                                 "\xED\xB0\x80",
                                                 "\xFF", // and bytes that are no UTF-8 at all
                                                 " ",
                                                 "  ",
                                                 "word",
                                                 "Pakistan",
                                                 "\xC3\x89lys\xC3\xA9"
                                                 "e"};
    std::uniform_int_distribution<std::size_t> any{0, pieces.size() - 1};
    std::uniform_int_distribution<int> length{1, 6};
    std::string text;
    for (int left = length(random); left > 0; --left) {
        text += pieces[any(random)];
    }
    return text;
}

/// `count` sightings in which every text that an article can bring is hostile, on top of those of
/// pakistan_and_russia().
[[nodiscard]] inline std::vector<store::StoredMention> hostile_mentions(std::size_t count)
{
    std::mt19937 random{20260101};
    auto mentions = pakistan_and_russia();
    const auto text = [&] {
        return hostile_text(random);
    };
    for (std::size_t i = 0; i < count; ++i) {
        const auto id = static_cast<std::int64_t>(mentions.size()) + 1;
        store::StoredMention stored =
            sighting(id, "PAK", i % 3 == 0 ? "ASSAULT" : "AID", "actor-" + std::to_string(i % 500))
                .labelled(text())
                .named("Pakistan", text())
                .about({text(), text()});
        Mention& m = stored.mention;
        if (i % 4 != 0) {
            const Day from = parse_day("0001-01-01").value() +
                             std::chrono::days{static_cast<int>((i * 7919) % 3'652'058)};
            m.date = EventDate{
                {from, from + std::chrono::days{1}}, DatePrecision::day, DateBasis::explicit_};
        }
        m.sentence.text = i == 7 ? std::string(10'000, 'x') + text() : text();
        m.source.via = text();
        m.source.mention.text = text();
        m.target.mention.text = text();
        m.cue.text = text();
        m.attributed_to = text();
        m.rule = text();
        m.extractor = i % 2 == 0 ? "entente 1" : text();
        stored.article.id = text::to_valid_utf8(text()) + std::to_string(i);
        m.article = stored.article.id;
        stored.article.title = text();
        stored.article.publisher = text();
        stored.article.uri = i % 5 == 0 ? "https://example.org/a?b=" + std::to_string(i) : text();
        static const char* const kDates[] = {"2022", "2022-02", "2022-02-23", "0001", "9999-12-31"};
        if (i % 6 != 5) {
            stored.article.date = PartialDate::parse(kDates[i % 6]).value();
        }
        mentions.push_back(std::move(stored));
    }
    return mentions;
}

} // namespace entente::tests
