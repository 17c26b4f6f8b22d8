// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/cameo_codes.hpp"

#include "core/tsv.hpp"
#include "extractors/embedded.hpp"

#include <fmt/format.h>

namespace entente::actors {

namespace {

constexpr std::size_t kPart = 3; ///< characters

Error bad_row(std::string_view what, std::string_view value, std::string_view remedy)
{
    return Error{ErrorCode::bad_dataset, fmt::format("\"{}\" is no {}", value, what)}.hint(
        std::string{remedy});
}

} // namespace

Result<CameoCodes> CameoCodes::load()
{
    CameoCodes codes;
    const auto add = [&](const TsvRow& row) -> Status {
        Part& part = codes.parts_[std::string{row["cameo"]}];
        const std::string_view is = row["is"];
        const std::string_view ours = row["entente"];
        if (is == "state" || is == "region") {
            part.place = ours;
        } else if (is == "actor") {
            part.actor = ours;
        } else if (is == "sector") {
            part.sector = ours;
        } else if (is == "kind") {
            part.kind = parse_actor_kind(ours);
            if (!part.kind) {
                return bad_row("kind", ours, "write organisation, company or group");
            }
        } else if (is != "detail") {
            return bad_row("use of a code", is,
                           "write state, region, actor, sector, kind or detail");
        }
        return {};
    };
    for (const extractors::Table& table : extractors::builtin_tables("ontology/cameo_actors")) {
        const Status read = read_tsv(table.text(), table.name, {"cameo", "is", "entente"}, add);
        if (!read) {
            return read.error();
        }
    }
    return codes;
}

const CameoCodes::Part* CameoCodes::find(std::string_view part) const
{
    const auto found = parts_.find(std::string{part});
    return found == parts_.end() ? nullptr : &found->second;
}

CameoMeaning CameoCodes::meaning_of(std::string_view code,
                                    const std::function<bool(std::string_view)>& is_state) const
{
    CameoMeaning meaning;
    bool named = false; ///< by an actor, not by a place
    bool role = true;   ///< only roles so far: in "REBSDN" the state comes behind
    for (std::size_t at = 0; at < code.size(); at += kPart) {
        const std::string_view text = code.substr(at, kPart);
        const Part* part = find(text);
        const bool state = is_state(text);
        const bool is_place = state || (part != nullptr && !part->place.empty());
        if (part != nullptr && !part->actor.empty()) {
            meaning.principal = part->actor;
            named = true;
        } else if (is_place && role) {
            meaning.principal = part != nullptr && !part->place.empty() ? part->place : text;
        } else if (part != nullptr) {
            meaning.sector = meaning.sector.empty() ? part->sector : meaning.sector;
            meaning.kind = part->kind.value_or(meaning.kind);
            meaning.says_kind = meaning.says_kind || part->kind.has_value();
        } else if (!is_place && meaning.unknown.empty()) {
            meaning.unknown = text;
        }
        // "NGOUSA" is an organisation of the United States, not the United States.
        role = role && !named && !is_place && part != nullptr && !part->kind;
    }
    return meaning;
}

std::string_view CameoCodes::sector_of(std::string_view code) const
{
    for (std::size_t at = 0; at < code.size(); at += kPart) {
        const Part* part = find(code.substr(at, kPart));
        if (part != nullptr && !part->sector.empty()) {
            return part->sector;
        }
    }
    return {};
}

} // namespace entente::actors
