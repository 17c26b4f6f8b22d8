// SPDX-License-Identifier: Apache-2.0
#include "extractors/records/coded_event.hpp"

#include "core/mention_json.hpp"
#include "core/text.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <charconv>

namespace entente::records {

namespace {

/// Builds the evidence sentence and remembers where its parts stand.
class Sentence {
public:
    Evidence append(std::string_view part)
    {
        const std::size_t points = text::count_code_points(part);
        Evidence evidence{{points_, points_ + points},
                          {bytes_.size(), bytes_.size() + part.size()},
                          std::string{part}};
        points_ += points;
        bytes_ += part;
        return evidence;
    }

    [[nodiscard]] Evidence whole() const { return {{0, points_}, {0, bytes_.size()}, bytes_}; }

private:
    std::string bytes_;
    std::size_t points_ = 0;
};

Argument to_argument(const KnownActor& actor, Evidence mention)
{
    return {actor.code, actor.name, actor.kind, std::move(mention), actor.via};
}

/// {"record": {column: value, …}}: an unknown field to every other reader of mentions.
std::string to_extra(const CodedEvent& event)
{
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> json{buffer};
    const auto size = [](std::string_view text) {
        return static_cast<rapidjson::SizeType>(text.size());
    };
    json.StartObject();
    json.Key("record");
    json.StartObject();
    for (const auto& [name, value] : event.columns) {
        json.Key(name.data(), size(name));
        json.String(value.data(), size(value));
    }
    json.EndObject();
    json.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

std::optional<int> number(std::string_view digits)
{
    int value = 0;
    const char* end = digits.data() + digits.size();
    const auto [stop, wrong] = std::from_chars(digits.data(), end, value);
    return wrong == std::errc{} && stop == end && !digits.empty() && digits.front() != '-'
               ? std::optional{value}
               : std::nullopt;
}

std::optional<Day> make_day(std::optional<int> year, std::optional<int> month,
                            std::optional<int> day)
{
    constexpr int kLastYear = 9999;
    if (!year || !month || !day || *year < 1 || *year > kLastYear) {
        return std::nullopt;
    }
    const std::chrono::year_month_day date{std::chrono::year{*year},
                                           std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    const bool fits = *month <= 12 && *day <= 31; // the calendar's own types wrap at 256
    return fits && date.ok() ? std::optional{Day{date}} : std::nullopt;
}

} // namespace

store::Extracted to_extracted(const CodedEvent& event)
{
    Sentence sentence;
    Mention mention;
    mention.source = to_argument(event.source, sentence.append(event.source_text));
    sentence.append(" – ");
    mention.cue = sentence.append(event.event_text);
    sentence.append(" – ");
    mention.target = to_argument(event.target, sentence.append(event.target_text));
    if (!event.place.empty()) {
        sentence.append("; ");
        sentence.append(event.place);
    }
    mention.article = event.id;
    mention.sentence = sentence.whole();
    mention.category = event.category;
    mention.mode = event.mode;
    mention.topics = event.topics;
    mention.symmetric = event.symmetric;
    mention.label = event.label;
    mention.date = event.date;
    mention.confidence = event.confidence;
    mention.rule = event.rule;
    mention.extractor = event.format;
    mention.extra = to_extra(event);

    store::Extracted extracted;
    extracted.article.id = event.id;
    extracted.article.title = event.title;
    extracted.article.uri = event.uri;
    extracted.article.publisher = event.publisher;
    extracted.article.date = event.published;
    extracted.extractor = event.format + "+" + text::to_hex(text::hash(to_json(mention)));
    extracted.mentions.push_back(std::move(mention));
    return extracted;
}

bool is_relation(const CameoEvent& event, std::string_view source, std::string_view target,
                 Outlet& outlet)
{
    if (source.empty() || target.empty()) {
        outlet.leave_out(Omission::one_actor, {});
        return false;
    }
    if (event.category.empty()) {
        outlet.leave_out(Omission::no_relation, event.code);
        return false;
    }
    return true;
}

bool are_two(const std::optional<KnownActor>& source, const std::optional<KnownActor>& target,
             std::string_view unknown, Outlet& outlet)
{
    if (!source || !target) {
        outlet.leave_out(Omission::unknown_actor, unknown);
        return false;
    }
    if (source->code == target->code) {
        outlet.leave_out(Omission::same_actor, source->code.text());
        return false;
    }
    return true;
}

std::optional<Day> parse_record_day(std::string_view text)
{
    constexpr std::size_t kCompact = 8;
    text = text::trim(text);
    if (text.size() == kCompact && text.find_first_not_of("0123456789") == std::string_view::npos) {
        return make_day(number(text.substr(0, 4)), number(text.substr(4, 2)),
                        number(text.substr(6, 2)));
    }
    if (const auto slashed = text::split(text, '/'); slashed.size() == 3) {
        return make_day(number(slashed[2]), number(slashed[0]), number(slashed[1]));
    }
    // A time of day behind the date says nothing about the day.
    const auto day = parse_day(text.substr(0, text.find_first_of(" T")));
    return day ? std::optional{*day} : std::nullopt;
}

std::string host_of(std::string_view uri)
{
    const std::size_t scheme = uri.find("://");
    if (scheme == std::string_view::npos) {
        return {};
    }
    uri.remove_prefix(scheme + 3);
    uri = uri.substr(0, uri.find_first_of("/?#:"));
    if (uri.starts_with("www.")) {
        uri.remove_prefix(4);
    }
    return std::string{uri};
}

} // namespace entente::records
