// SPDX-License-Identifier: Apache-2.0
#include "extractors/relations/actor_condition.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente::relations {

namespace {

bool fits(const std::string& kind, const Argument& actor)
{
    if (kind == to_string(actor.kind)) {
        return true;
    }
    const std::string_view sector = actor.code.sector();
    return kind == (sector.empty() && actor.kind == ActorKind::state ? "GOV" : sector);
}

bool is_known(std::string_view kind)
{
    return parse_actor_kind(kind).has_value() || !sector_meaning(kind).empty();
}

} // namespace

bool ActorCondition::admits(const Argument& actor) const
{
    const auto is_one = [&](const std::string& kind) {
        return fits(kind, actor);
    };
    return (wanted.empty() || std::any_of(wanted.begin(), wanted.end(), is_one)) &&
           std::none_of(barred.begin(), barred.end(), is_one);
}

Result<ActorConditions> parse_actor_conditions(const std::vector<std::string_view>& values)
{
    ActorConditions conditions;
    for (const std::string_view value : values) {
        const std::size_t colon = value.find(':');
        const std::string_view side = value.substr(0, colon);
        std::string_view kind = colon == std::string_view::npos ? "" : value.substr(colon + 1);
        const bool barred = !kind.empty() && kind.front() == '-';
        kind.remove_prefix(barred ? 1 : 0);
        if ((side != "source" && side != "target") || !is_known(kind)) {
            return Error{ErrorCode::bad_dataset, fmt::format("\"{}\" is no kind of actor", value)}
                .hint("write source or target, a colon, and a sector such as MIL or a kind such "
                      "as organisation; a hyphen in front bars it");
        }
        ActorCondition& condition = side == "source" ? conditions.source : conditions.target;
        (barred ? condition.barred : condition.wanted).emplace_back(kind);
    }
    return conditions;
}

} // namespace entente::relations
