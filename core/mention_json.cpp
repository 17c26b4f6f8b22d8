// SPDX-License-Identifier: Apache-2.0
#include "core/mention_json.hpp"

#include "core/ontology.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace entente {

namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;
using Value = rapidjson::Value;

/// Every field that to_json() writes; what else a reader meets is kept in Mention::extra.
constexpr std::array<std::string_view, 40> kKnownFields{
    "doc",          "begin",       "end",          "byte_begin",        "byte_end",
    "source",       "source_name", "source_kind",  "source_begin",      "source_end",
    "source_text",  "source_via",  "target",       "target_name",       "target_kind",
    "target_begin", "target_end",  "target_text",  "target_via",        "category",
    "mode",         "quad",        "score",        "topics",            "status",
    "alleged",      "attributed_to", "symmetric",  "label",             "date",
    "cue",          "text",        "confidence",   "rule",              "extractor",
    "format",       "source_byte_begin", "source_byte_end", "target_byte_begin",
    "target_byte_end"};

void key(Writer& writer, std::string_view name)
{
    writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
}

void field(Writer& writer, std::string_view name, std::string_view value)
{
    key(writer, name);
    writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

void field_or_null(Writer& writer, std::string_view name, std::string_view value)
{
    if (value.empty()) {
        key(writer, name);
        writer.Null();
    } else {
        field(writer, name, value);
    }
}

void field(Writer& writer, std::string_view name, std::size_t value)
{
    key(writer, name);
    writer.Uint64(value);
}

void write_argument(Writer& writer, const std::string& side, const Argument& argument)
{
    field(writer, side, argument.code.text());
    field(writer, side + "_name", argument.name);
    field(writer, side + "_kind", to_string(argument.kind));
    field(writer, side + "_begin", argument.mention.code_points.begin);
    field(writer, side + "_end", argument.mention.code_points.end);
    field(writer, side + "_byte_begin", argument.mention.bytes.begin);
    field(writer, side + "_byte_end", argument.mention.bytes.end);
    field(writer, side + "_text", argument.mention.text);
    field_or_null(writer, side + "_via", argument.via);
}

void write_date(Writer& writer, const std::optional<EventDate>& date)
{
    key(writer, "date");
    if (!date) {
        writer.Null();
        return;
    }
    writer.StartObject();
    field(writer, "from", format_day(date->range.from));
    field(writer, "to", format_day(date->range.to));
    field(writer, "precision", to_string(date->precision));
    field(writer, "basis", to_string(date->basis));
    writer.EndObject();
}

void write_cue(Writer& writer, const Evidence& cue)
{
    key(writer, "cue");
    writer.StartObject();
    field(writer, "begin", cue.code_points.begin);
    field(writer, "end", cue.code_points.end);
    field(writer, "byte_begin", cue.bytes.begin);
    field(writer, "byte_end", cue.bytes.end);
    field(writer, "text", cue.text);
    writer.EndObject();
}

void write_extra(Writer& writer, const std::string& extra)
{
    if (extra.empty()) {
        return;
    }
    rapidjson::Document document;
    document.Parse<rapidjson::kParseIterativeFlag>(extra.data(), extra.size());
    if (!document.IsObject()) {
        return;
    }
    for (const auto& member : document.GetObject()) {
        key(writer, {member.name.GetString(), member.name.GetStringLength()});
        member.value.Accept(writer);
    }
}

/// Reads fields of one object; the first failure is kept and ends the reading.
class Fields {
public:
    explicit Fields(const Value& object) : object_{object} {}

    [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }

    const Value* find(const std::string& name, bool required = false)
    {
        const auto at = object_.FindMember(name.c_str());
        const bool present = at != object_.MemberEnd() && !at->value.IsNull();
        if (!present && required) {
            fail(name, "is missing");
        }
        return present ? &at->value : nullptr;
    }

    std::string text(const std::string& name, bool required = false)
    {
        const Value* value = find(name, required);
        if (value == nullptr) {
            return {};
        }
        if (!value->IsString()) {
            fail(name, "is no string");
            return {};
        }
        return {value->GetString(), value->GetStringLength()};
    }

    std::size_t number(const std::string& name, bool required = false)
    {
        const Value* value = find(name, required);
        if (value == nullptr) {
            return 0;
        }
        if (!value->IsUint64()) {
            fail(name, "is no whole number from 0");
            return 0;
        }
        return value->GetUint64();
    }

    bool flag(const std::string& name)
    {
        const Value* value = find(name);
        if (value != nullptr && !value->IsBool()) {
            fail(name, "is neither true nor false");
        }
        return value != nullptr && value->IsBool() && value->GetBool();
    }

    double real(const std::string& name)
    {
        const Value* value = find(name);
        if (value != nullptr && !value->IsNumber()) {
            fail(name, "is no number");
        }
        return value != nullptr && value->IsNumber() ? value->GetDouble() : 0.0;
    }

    void fail(const std::string& name, std::string_view why)
    {
        if (!failure_) {
            failure_ = Error{ErrorCode::bad_article, fmt::format("field \"{}\" {}", name, why)}.hint(
                "see the mention format in the README");
        }
    }

private:
    const Value& object_;
    std::optional<Error> failure_;
};

Argument read_argument(Fields& fields, const std::string& side)
{
    Argument argument;
    const std::string code = fields.text(side, true);
    if (fields.failure()) {
        return argument;
    }
    const auto parsed = ActorCode::parse(code);
    if (!parsed) {
        fields.fail(side, fmt::format("holds no actor code: \"{}\"", code));
        return argument;
    }
    argument.code = *parsed;
    argument.name = fields.text(side + "_name");
    if (argument.name.empty()) {
        argument.name = parsed->principal();
    }
    if (const auto kind = parse_actor_kind(fields.text(side + "_kind"))) {
        argument.kind = *kind;
    }
    argument.mention.code_points = {fields.number(side + "_begin"), fields.number(side + "_end")};
    argument.mention.bytes = {fields.number(side + "_byte_begin"),
                              fields.number(side + "_byte_end")};
    argument.mention.text = fields.text(side + "_text");
    argument.via = fields.text(side + "_via");
    return argument;
}

std::optional<EventDate> read_date(Fields& fields)
{
    const Value* value = fields.find("date");
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->IsObject()) {
        fields.fail("date", "is no object");
        return std::nullopt;
    }
    Fields parts{*value};
    const auto from = parse_day(parts.text("from", true));
    const auto to = parse_day(parts.text("to", true));
    const auto precision = parse_date_precision(parts.text("precision"));
    const auto basis = parse_date_basis(parts.text("basis"));
    if (!from || !to || !(*from < *to)) {
        fields.fail("date", "holds no range of days");
        return std::nullopt;
    }
    return EventDate{{*from, *to}, precision.value_or(DatePrecision::interval),
                     basis.value_or(DateBasis::article)};
}

Evidence read_cue(Fields& fields)
{
    Evidence cue;
    const Value* value = fields.find("cue");
    if (value == nullptr) {
        return cue;
    }
    if (!value->IsObject()) {
        fields.fail("cue", "is no object");
        return cue;
    }
    Fields parts{*value};
    cue.code_points = {parts.number("begin"), parts.number("end")};
    cue.bytes = {parts.number("byte_begin"), parts.number("byte_end")};
    cue.text = parts.text("text");
    return cue;
}

std::vector<std::string> read_topics(Fields& fields)
{
    std::vector<std::string> topics;
    const Value* value = fields.find("topics");
    if (value == nullptr) {
        return topics;
    }
    if (!value->IsArray()) {
        fields.fail("topics", "is no array");
        return topics;
    }
    for (const auto& topic : value->GetArray()) {
        if (!topic.IsString()) {
            fields.fail("topics", "holds something else than strings");
            return topics;
        }
        topics.emplace_back(topic.GetString(), topic.GetStringLength());
    }
    return topics;
}

std::string read_extra(const Value& object)
{
    rapidjson::StringBuffer buffer;
    Writer writer{buffer};
    bool any = false;
    writer.StartObject();
    for (const auto& member : object.GetObject()) {
        const std::string_view name{member.name.GetString(), member.name.GetStringLength()};
        if (std::find(kKnownFields.begin(), kKnownFields.end(), name) == kKnownFields.end()) {
            any = true;
            key(writer, name);
            member.value.Accept(writer);
        }
    }
    writer.EndObject();
    return any ? std::string{buffer.GetString(), buffer.GetSize()} : std::string{};
}

} // namespace

std::string to_json(const Mention& m)
{
    const Ontology& ontology = Ontology::builtin();
    rapidjson::StringBuffer buffer;
    Writer writer{buffer};
    writer.StartObject();
    field(writer, "doc", m.article);
    field(writer, "begin", m.sentence.code_points.begin);
    field(writer, "end", m.sentence.code_points.end);
    field(writer, "byte_begin", m.sentence.bytes.begin);
    field(writer, "byte_end", m.sentence.bytes.end);
    write_argument(writer, "source", m.source);
    write_argument(writer, "target", m.target);
    field(writer, "category", m.category);
    field_or_null(writer, "mode", m.mode);
    field(writer, "quad", to_string(ontology.quad(m.category)));
    key(writer, "score");
    writer.Double(ontology.score(m.category, m.mode));
    key(writer, "topics");
    writer.StartArray();
    for (const std::string& topic : m.topics) {
        writer.String(topic.data(), static_cast<rapidjson::SizeType>(topic.size()));
    }
    writer.EndArray();
    field(writer, "status", to_string(m.status));
    key(writer, "alleged");
    writer.Bool(m.alleged);
    field_or_null(writer, "attributed_to", m.attributed_to);
    key(writer, "symmetric");
    writer.Bool(m.symmetric);
    field(writer, "label", m.label);
    write_date(writer, m.date);
    write_cue(writer, m.cue);
    field(writer, "text", m.sentence.text);
    key(writer, "confidence");
    writer.Double(std::isfinite(m.confidence) ? m.confidence : 0.0);
    field(writer, "rule", m.rule);
    field(writer, "extractor", m.extractor);
    write_extra(writer, m.extra);
    field(writer, "format", kMentionFormat);
    writer.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

Result<Mention> mention_from_json(std::string_view json)
{
    rapidjson::Document document;
    document.Parse<rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag>(
        json.data(), json.size());
    if (document.HasParseError()) {
        return Error{ErrorCode::bad_article,
                     fmt::format("JSON broken at byte {}: {}", document.GetErrorOffset(),
                                 rapidjson::GetParseError_En(document.GetParseError()))}
            .hint("write one mention a line");
    }
    if (!document.IsObject()) {
        return Error{ErrorCode::bad_article, "the line is no JSON object"}.hint(
            "write one mention a line, as `entente extract` does");
    }
    Fields fields{document};
    Mention m;
    m.article = fields.text("doc", true);
    m.sentence.code_points = {fields.number("begin", true), fields.number("end", true)};
    m.sentence.bytes = {fields.number("byte_begin"), fields.number("byte_end")};
    m.sentence.text = fields.text("text");
    m.source = read_argument(fields, "source");
    m.target = read_argument(fields, "target");
    m.category = fields.text("category", true);
    if (!fields.failure() && Ontology::builtin().category(m.category) == nullptr) {
        fields.fail("category", fmt::format("holds no category: \"{}\"", m.category));
    }
    m.mode = fields.text("mode");
    m.topics = read_topics(fields);
    const std::string status = fields.text("status");
    if (const auto parsed = parse_factuality(status)) {
        m.status = *parsed;
    } else if (!status.empty()) {
        fields.fail("status", fmt::format("holds no status: \"{}\"", status));
    }
    m.alleged = fields.flag("alleged");
    m.attributed_to = fields.text("attributed_to");
    m.symmetric = fields.flag("symmetric");
    m.label = fields.text("label");
    m.date = read_date(fields);
    m.cue = read_cue(fields);
    m.confidence = fields.real("confidence");
    m.rule = fields.text("rule");
    m.extractor = fields.text("extractor");
    m.extra = read_extra(document);
    if (fields.failure()) {
        return *fields.failure();
    }
    if (m.article.empty()) {
        return Error{ErrorCode::bad_article, "field \"doc\" is empty"}.hint(
            "name the article that the mention comes from");
    }
    return m;
}

} // namespace entente
