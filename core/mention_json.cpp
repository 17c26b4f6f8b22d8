// SPDX-License-Identifier: Apache-2.0
#include "core/mention_json.hpp"

#include "core/mention_json_limits.hpp"
#include "core/ontology.hpp"
#include "core/text.hpp"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cmath>

namespace entente {

namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void key(Writer& writer, std::string_view name)
{
    writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
}

/// A line of ours is well-formed UTF-8 even where a caller's text is not.
void string(Writer& writer, std::string_view value)
{
    if (text::is_valid_utf8(value)) {
        writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
    } else {
        const std::string mended = text::to_valid_utf8(value);
        writer.String(mended.data(), static_cast<rapidjson::SizeType>(mended.size()));
    }
}

/// The shortest digits that read back as the same double; 0 for what JSON has no number for.
void real(Writer& writer, double value)
{
    std::string digits = fmt::format("{}", std::isfinite(value) ? value : 0.0);
    if (digits.find_first_of(".e") == std::string::npos) {
        digits += ".0";
    }
    writer.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
}

void field(Writer& writer, std::string_view name, std::string_view value)
{
    key(writer, name);
    string(writer, value);
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
    if (extra.empty() || !is_within_depth(extra)) {
        return;
    }
    rapidjson::Document document;
    std::string buffer;
    const std::string_view safe = without_nought_exponents(extra, buffer);
    document.Parse<kJsonFlags>(safe.data(), safe.size());
    if (document.HasParseError() || !document.IsObject()) {
        return;
    }
    const rapidjson::Value& fields = document;
    for (const auto& member : fields.GetObject()) {
        key(writer, {member.name.GetString(), member.name.GetStringLength()});
        member.value.Accept(writer);
    }
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
    real(writer, ontology.score(m.category, m.mode));
    key(writer, "topics");
    writer.StartArray();
    for (const std::string& topic : m.topics) {
        string(writer, topic);
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
    real(writer, m.confidence);
    field(writer, "rule", m.rule);
    field(writer, "extractor", m.extractor);
    field(writer, "format", kMentionFormat);
    write_extra(writer, m.extra);
    writer.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

} // namespace entente
