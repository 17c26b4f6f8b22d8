// SPDX-License-Identifier: Apache-2.0
#include "core/actor.hpp"

#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace entente {

namespace {

constexpr std::array<std::pair<ActorKind, std::string_view>, 8> kKinds{{
    {ActorKind::state, "state"},
    {ActorKind::organisation, "organisation"},
    {ActorKind::region, "region"},
    {ActorKind::group, "group"},
    {ActorKind::party, "party"},
    {ActorKind::company, "company"},
    {ActorKind::population, "population"},
    {ActorKind::person, "person"},
}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 20> kSectors{{
    {"GOV", "government"},    {"MIL", "armed forces"},     {"COP", "police"},
    {"SPY", "intelligence"},  {"LEG", "parliament"},       {"JUD", "courts"},
    {"PTY", "party"},         {"OPP", "opposition"},       {"REB", "rebels"},
    {"CVL", "civilians"},     {"REF", "refugees"},         {"BUS", "business"},
    {"JRN", "media"},         {"EDU", "education"},        {"LAB", "labour"},
    {"MED", "health"},        {"REL", "religious"},        {"CRM", "crime"},
    {"SOC", "civil society"}, {"ELI", "former officials"},
}};

bool is_code_character(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '+' || c == '.';
}

bool is_code_part(std::string_view part) noexcept
{
    return !part.empty() && part.size() <= 64 &&
           std::all_of(part.begin(), part.end(), is_code_character);
}

} // namespace

Result<ActorCode> ActorCode::parse(std::string_view text)
{
    const std::size_t colon = text.find(':');
    const bool good = is_code_part(text.substr(0, colon)) &&
                      (colon == std::string_view::npos || is_code_part(text.substr(colon + 1)));
    if (!good) {
        return Error{ErrorCode::bad_value, fmt::format("\"{}\" is no actor code", text)}.hint(
            "write PRINCIPAL or PRINCIPAL:SECTOR, such as PAK:GOV, NATO or taliban");
    }
    return ActorCode{std::string{text}};
}

std::string_view ActorCode::principal() const noexcept
{
    return std::string_view{text_}.substr(0, text_.find(':'));
}

std::string_view ActorCode::sector() const noexcept
{
    const std::size_t colon = text_.find(':');
    return colon == std::string::npos ? std::string_view{}
                                      : std::string_view{text_}.substr(colon + 1);
}

ActorCode ActorCode::whole() const
{
    return ActorCode{std::string{principal()}};
}

ActorCode ActorCode::with_sector(std::string_view sector) const
{
    return ActorCode{fmt::format("{}:{}", principal(), sector)};
}

std::string_view to_string(ActorKind kind) noexcept
{
    const auto* row = std::find_if(kKinds.begin(), kKinds.end(),
                                   [kind](const auto& entry) { return entry.first == kind; });
    return row->second;
}

std::optional<ActorKind> parse_actor_kind(std::string_view text) noexcept
{
    for (const auto& [kind, name] : kKinds) {
        if (name == text) {
            return kind;
        }
    }
    return std::nullopt;
}

std::string slug_of(std::string_view name)
{
    constexpr std::size_t kLongest = 64;
    std::string slug;
    for (const char c : text::fold(name)) {
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            slug += c;
        } else if (c != '\'' && !slug.empty() && slug.back() != '-') {
            slug += '-';
        }
    }
    slug.resize(std::min(slug.size(), kLongest));
    while (slug.ends_with('-')) {
        slug.pop_back();
    }
    return slug;
}

std::string_view sector_meaning(std::string_view sector) noexcept
{
    const auto* row = std::find_if(kSectors.begin(), kSectors.end(),
                                   [sector](const auto& entry) { return entry.first == sector; });
    return row == kSectors.end() ? std::string_view{} : row->second;
}

std::string display_name(const Actor& actor)
{
    const std::string_view sector = actor.code.sector();
    if (sector.empty() || sector == "GOV") {
        return actor.name;
    }
    const std::string_view meaning = sector_meaning(sector);
    return fmt::format("{} ({})", actor.name, meaning.empty() ? sector : meaning);
}

} // namespace entente
