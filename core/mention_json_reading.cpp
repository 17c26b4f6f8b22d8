// SPDX-License-Identifier: Apache-2.0
// Reading mentions from JSON that anybody may have written.
#include "core/mention_json.hpp"
#include "core/mention_json_limits.hpp"
#include "core/ontology.hpp"
#include "core/text.hpp"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <array>

namespace entente {

namespace {

using Value = rapidjson::Value;
using Pool = rapidjson::MemoryPoolAllocator<>;
/// Fails at ill-formed UTF-8, which an escaped half of a surrogate pair becomes.
using CheckedWriter =
    rapidjson::Writer<rapidjson::StringBuffer, rapidjson::UTF8<>, rapidjson::UTF8<>,
                      rapidjson::CrtAllocator, rapidjson::kWriteValidateEncodingFlag>;

/// Every field that to_json() writes, sorted; what else a reader meets is kept in Mention::extra.
constexpr std::array<std::string_view, 40> kKnownFields{"alleged",
                                                        "attributed_to",
                                                        "begin",
                                                        "byte_begin",
                                                        "byte_end",
                                                        "category",
                                                        "confidence",
                                                        "cue",
                                                        "date",
                                                        "doc",
                                                        "end",
                                                        "extractor",
                                                        "format",
                                                        "label",
                                                        "mode",
                                                        "quad",
                                                        "rule",
                                                        "score",
                                                        "source",
                                                        "source_begin",
                                                        "source_byte_begin",
                                                        "source_byte_end",
                                                        "source_end",
                                                        "source_kind",
                                                        "source_name",
                                                        "source_text",
                                                        "source_via",
                                                        "status",
                                                        "symmetric",
                                                        "target",
                                                        "target_begin",
                                                        "target_byte_begin",
                                                        "target_byte_end",
                                                        "target_end",
                                                        "target_kind",
                                                        "target_name",
                                                        "target_text",
                                                        "target_via",
                                                        "text",
                                                        "topics"};

static_assert(std::is_sorted(kKnownFields.begin(), kKnownFields.end()));

/// Reads fields of one object; the first failure is kept and ends the reading.
class Fields {
public:
    explicit Fields(const Value& object)
        : object_{object}
    {}

    [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }

    const Value* find(std::string_view name, bool required = false)
    {
        const Value* value = look_up(name);
        const bool present = value != nullptr && !value->IsNull();
        if (!present && required) {
            fail(name, "is missing");
        }
        return present ? value : nullptr;
    }

    std::string text(std::string_view name, bool required = false)
    {
        const Value* value = find(name, required);
        if (value == nullptr) {
            return {};
        }
        if (!value->IsString()) {
            fail(name, "is no string");
            return {};
        }
        std::string text{value->GetString(), value->GetStringLength()};
        if (!text::is_valid_utf8(text)) {
            fail(name, "holds half a surrogate pair");
        }
        return text;
    }

    std::size_t number(std::string_view name, bool required = false)
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

    /// Two offsets, half-open.
    Span span(std::string_view begin, std::string_view end, bool required = false)
    {
        const Span span{number(begin, required), number(end, required)};
        if (span.end < span.begin) {
            fail(end, fmt::format("lies before \"{}\"", begin));
            return {};
        }
        return span;
    }

    bool flag(std::string_view name)
    {
        const Value* value = find(name);
        if (value != nullptr && !value->IsBool()) {
            fail(name, "is neither true nor false");
        }
        return value != nullptr && value->IsBool() && value->GetBool();
    }

    double share(std::string_view name)
    {
        const Value* value = find(name);
        if (value == nullptr) {
            return 0.0;
        }
        if (!value->IsNumber() || !(value->GetDouble() >= 0.0 && value->GetDouble() <= 1.0)) {
            fail(name, "is no number from 0 to 1");
            return 0.0;
        }
        return value->GetDouble();
    }

    void fail(std::string_view name, std::string_view why)
    {
        if (!failure_) {
            failure_ =
                Error{ErrorCode::bad_article, fmt::format("field \"{}\" {}", name, why)}.hint(
                    "write mentions as `entente extract` does");
        }
    }

private:
    /// Fields are asked for in the order in which to_json() writes them: the next is looked at
    /// first.
    const Value* look_up(std::string_view name)
    {
        const auto begin = object_.MemberBegin();
        const auto count = static_cast<std::size_t>(object_.MemberCount());
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t at = (next_ + i) % count;
            const auto& member = begin[static_cast<std::ptrdiff_t>(at)];
            if (std::string_view{member.name.GetString(), member.name.GetStringLength()} == name) {
                next_ = at + 1;
                return &member.value;
            }
        }
        return nullptr;
    }

    const Value& object_;
    std::size_t next_ = 0; ///< behind the field found last
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
    const bool named = fields.find(side + "_name") != nullptr;
    argument.name = named ? fields.text(side + "_name") : std::string{parsed->principal()};
    if (const auto kind = parse_actor_kind(fields.text(side + "_kind"))) {
        argument.kind = *kind;
    }
    argument.mention.code_points = fields.span(side + "_begin", side + "_end");
    argument.mention.bytes = fields.span(side + "_byte_begin", side + "_byte_end");
    argument.mention.text = fields.text(side + "_text");
    argument.via = fields.text(side + "_via");
    return argument;
}

/// The end of a range may be the day after the calendar's last, 9999-12-31.
std::optional<Day> parse_end(std::string_view text)
{
    if (text == "10000-01-01") {
        return parse_day("9999-12-31").value() + std::chrono::days{1};
    }
    const auto day = parse_day(text);
    return day ? std::optional{*day} : std::nullopt;
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
    const auto to = parse_end(parts.text("to", true));
    const auto precision = parse_date_precision(parts.text("precision"));
    const auto basis = parse_date_basis(parts.text("basis"));
    if (!from || !to || !(*from < *to)) {
        fields.fail("date", "holds no range of days");
        return std::nullopt;
    }
    return EventDate{{*from, *to},
                     precision.value_or(DatePrecision::interval),
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
    cue.code_points = parts.span("begin", "end");
    cue.bytes = parts.span("byte_begin", "byte_end");
    cue.text = parts.text("text");
    if (parts.failure()) {
        fields.fail("cue", fmt::format("is malformed: {}", parts.failure()->what()));
    }
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
        if (!text::is_valid_utf8(topics.back())) {
            fields.fail("topics", "holds half a surrogate pair");
        }
    }
    return topics;
}

/// A newer form may mean something else by the fields that we know; without a form it is ours.
void check_format(Fields& fields)
{
    const std::string format = fields.text("format");
    if (!format.empty() && format != kMentionFormat) {
        fields.fail("format",
                    fmt::format("is \"{}\", this program reads \"{}\"", format, kMentionFormat));
    }
}

std::string read_extra(const Value& object, Fields& fields)
{
    rapidjson::StringBuffer buffer;
    CheckedWriter writer{buffer};
    bool any = false;
    writer.StartObject();
    for (const auto& member : object.GetObject()) {
        const std::string_view name{member.name.GetString(), member.name.GetStringLength()};
        if (std::binary_search(kKnownFields.begin(), kKnownFields.end(), name)) {
            continue;
        }
        any = true;
        if (!writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())) ||
            !member.value.Accept(writer)) {
            fields.fail(text::to_valid_utf8(name), "holds half a surrogate pair");
            return {};
        }
    }
    writer.EndObject();
    return any ? std::string{buffer.GetString(), buffer.GetSize()} : std::string{};
}

} // namespace

Result<Mention> mention_from_json(std::string_view json)
{
    if (!is_within_depth(json)) {
        return Error{ErrorCode::bad_article,
                     fmt::format("the JSON nests deeper than {} levels", kMaxJsonDepth)}
            .hint("write mentions as `entente extract` does");
    }
    // Room for a usual mention; what is longer gets more from the heap.
    std::array<char, std::size_t{16} * 1024> values; // NOLINT(*-member-init): written before read
    std::array<char, std::size_t{4} * 1024> stack;   // NOLINT(*-member-init)
    Pool value_pool{values.data(), values.size()};
    Pool stack_pool{stack.data(), stack.size()};
    rapidjson::GenericDocument<rapidjson::UTF8<>, Pool, Pool> document{
        &value_pool, stack.size() / 4, &stack_pool};
    std::string buffer;
    const std::string_view safe = without_nought_exponents(json, buffer);
    document.Parse<kJsonFlags & ~unsigned{rapidjson::kParseIterativeFlag}>(safe.data(),
                                                                           safe.size());
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
    check_format(fields);
    Mention m;
    m.article = fields.text("doc", true);
    m.sentence.code_points = fields.span("begin", "end", true);
    m.sentence.bytes = fields.span("byte_begin", "byte_end");
    m.sentence.text = fields.text("text");
    m.source = read_argument(fields, "source");
    m.target = read_argument(fields, "target");
    if (!fields.failure() && m.source.code == m.target.code) {
        fields.fail("target", "is the source: a relation needs two actors");
    }
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
    m.confidence = fields.share("confidence");
    m.rule = fields.text("rule");
    m.extractor = fields.text("extractor");
    m.extra = read_extra(document, fields);
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
