// SPDX-License-Identifier: Apache-2.0
#include "extractors/records/actor_directory.hpp"

#include "core/text.hpp"

#include <algorithm>

namespace entente::records {

namespace {

std::optional<KnownActor> of_name(std::string_view name, ActorKind kind)
{
    const auto code = ActorCode::parse(slug_of(name));
    if (!code) {
        return std::nullopt;
    }
    return KnownActor{*code, std::string{name}, kind, {}};
}

/// "Police (Kenya)": a role with its country, nobody's name.
bool is_role(std::string_view name)
{
    return name.ends_with(')') && name.find(" (") != std::string_view::npos;
}

} // namespace

ActorDirectory::ActorDirectory(actors::Gazetteer gazetteer, actors::CameoCodes codes)
    : gazetteer_{std::move(gazetteer)}
    , codes_{std::move(codes)}
{
    const auto& entries = gazetteer_.entries();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        by_name_.emplace(text::fold(entries[i].actor.name), i);
        for (const std::string& name : entries[i].names) {
            by_name_.emplace(text::fold(name), i);
        }
    }
}

Result<ActorDirectory> ActorDirectory::load()
{
    auto gazetteer = actors::Gazetteer::load();
    if (!gazetteer) {
        return gazetteer.error();
    }
    auto codes = actors::CameoCodes::load();
    if (!codes) {
        return codes.error();
    }
    return ActorDirectory{std::move(*gazetteer), std::move(*codes)};
}

const actors::Entry* ActorDirectory::find_principal(std::string_view code) const
{
    const auto parsed = ActorCode::parse(code);
    return parsed ? gazetteer_.find(*parsed) : nullptr;
}

const actors::Entry* ActorDirectory::find_name(std::string_view name) const
{
    const auto found = by_name_.find(text::fold(name));
    return found == by_name_.end() ? nullptr : &gazetteer_.entries()[found->second];
}

std::optional<KnownActor> ActorDirectory::of_principal(std::string_view principal,
                                                       std::string_view sector) const
{
    auto code = ActorCode::parse(principal);
    if (!code) {
        return std::nullopt;
    }
    const actors::Entry* entry = gazetteer_.find(*code);
    if (entry == nullptr) {
        return KnownActor{std::move(*code), std::string{principal}, ActorKind::organisation, {}};
    }
    KnownActor actor{entry->actor.code, entry->actor.name, entry->actor.kind, {}};
    // Only states have sectors.
    if (actor.kind == ActorKind::state && actor.code.sector().empty() && !sector.empty()) {
        actor.code = actor.code.with_sector(sector);
    }
    return actor;
}

std::optional<KnownActor> ActorDirectory::by_cameo(std::string_view code,
                                                   std::string_view name) const
{
    const auto is_state = [this](std::string_view text) {
        const actors::Entry* entry = find_principal(text);
        return entry != nullptr && entry->actor.kind == ActorKind::state;
    };
    const actors::CameoMeaning meaning = codes_.meaning_of(code, is_state);
    if (!meaning.principal.empty()) {
        return of_principal(meaning.principal, meaning.sector);
    }
    // A name is one only where the code says that somebody, not a role or a faith, bears it.
    if (!meaning.says_kind || name.empty()) {
        return std::nullopt;
    }
    if (const actors::Entry* entry = find_name(name)) {
        return of_principal(entry->actor.code.principal(), {});
    }
    return of_name(name, meaning.kind);
}

std::optional<KnownActor> ActorDirectory::by_name(std::string_view name, std::string_view country,
                                                  std::string_view sector,
                                                  std::optional<ActorKind> kind) const
{
    const actors::Entry* place = country.empty() ? nullptr : find_principal(country);
    if (place == nullptr && !country.empty()) {
        place = find_name(country);
    }
    const actors::Entry* named = name.empty() ? nullptr : find_name(name);
    if (named != nullptr) {
        const ActorCode& code = named->actor.code;
        const bool here = place != nullptr && code.principal() == place->actor.code.principal();
        const bool apart = named->actor.kind != ActorKind::state;
        if (here || apart || place == nullptr) {
            return of_principal(code.principal(), code.sector().empty() ? sector : code.sector());
        }
    }
    if (place != nullptr) {
        auto actor = of_principal(place->actor.code.principal(), sector);
        const bool same = named != nullptr || name.empty() || is_role(name);
        if (actor && !same) {
            actor->via = name;
        }
        return actor;
    }
    return kind && !name.empty() && !is_role(name) ? of_name(name, *kind) : std::nullopt;
}

std::string_view ActorDirectory::sector_of(std::string_view code) const
{
    return sector_meaning(code).empty() ? codes_.sector_of(code) : code;
}

} // namespace entente::records
