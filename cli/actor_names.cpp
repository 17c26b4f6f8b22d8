// SPDX-License-Identifier: Apache-2.0
#include "cli/actor_names.hpp"

#include "core/suggest.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente::cli {

Result<const actors::Gazetteer*> ActorNames::gazetteer()
{
    if (!gazetteer_) {
        gazetteer_ = actors::Gazetteer::load();
    }
    if (!*gazetteer_) {
        return gazetteer_->error();
    }
    return &**gazetteer_;
}

std::optional<ActorCode> ActorNames::find(std::string_view name_or_code)
{
    const std::string folded = text::fold(text::trim(name_or_code));
    const Actor* best = nullptr;
    for (const Actor& actor : known_) {
        if (actor.code.text() == text::trim(name_or_code)) {
            return actor.code;
        }
        const bool named = text::fold(actor.name) == folded ||
                           text::fold(display_name(actor)) == folded ||
                           text::fold(actor.code.text()) == folded;
        // "Pakistan" is the whole actor, though each of its sectors bears the name.
        if (named && (best == nullptr || actor.code.text().size() < best->code.text().size())) {
            best = &actor;
        }
    }
    const auto tables = gazetteer();
    if (tables) {
        if (auto code = (*tables)->resolve(name_or_code)) {
            return code;
        }
    }
    if (best != nullptr) {
        const bool by_name = text::fold(best->name) == folded;
        return by_name ? best->code.whole() : best->code;
    }
    // A sector of a known principal: "PAK:MIL", "Pakistan:mil".
    const std::size_t colon = name_or_code.find(':');
    if (colon == std::string_view::npos) {
        return std::nullopt;
    }
    const auto principal = find(name_or_code.substr(0, colon));
    std::string sector{text::trim(name_or_code.substr(colon + 1))};
    std::transform(sector.begin(), sector.end(), sector.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    if (!principal || sector_meaning(sector).empty()) {
        return std::nullopt;
    }
    return principal->whole().with_sector(sector);
}

Result<ActorCode> ActorNames::resolve(std::string_view name_or_code)
{
    if (const auto code = find(name_or_code)) {
        return *code;
    }
    if (text::trim(name_or_code).empty()) {
        return Error{ErrorCode::unknown_name, "the name of an actor is empty"}.hint(
            "write a name or a code, such as Pakistan or PAK");
    }
    const auto tables = gazetteer();
    if (!tables) {
        return tables.error();
    }
    const auto near = (*tables)->search(name_or_code, 3);
    std::string hint = fmt::format("look it up with `entente actors {}`", name_or_code);
    if (!near.empty()) {
        hint = "did you mean ";
        for (std::size_t i = 0; i < near.size(); ++i) {
            hint += fmt::format("{}{} ({})", i == 0 ? "" : ", ", near[i]->actor.name,
                                near[i]->actor.code.text());
        }
        hint += '?';
    }
    return Error{ErrorCode::unknown_name, fmt::format("unknown actor \"{}\"", name_or_code)}.hint(
        hint);
}

std::vector<std::string> ActorNames::completions(std::string_view prefix)
{
    const std::string folded = text::fold(prefix);
    std::vector<std::string> found;
    const auto take = [&](const Actor& actor) {
        if (text::fold(actor.name).starts_with(folded)) {
            found.push_back(actor.name);
        }
        // Codes only as they are written: "Rus" asks for Russia, "RUS" for its sectors too.
        if (actor.code.text().starts_with(prefix)) {
            found.push_back(actor.code.text());
        }
    };
    std::for_each(known_.begin(), known_.end(), take);
    if (known_.empty()) {
        if (const auto tables = gazetteer()) {
            for (const actors::Entry& entry : (*tables)->entries()) {
                take(entry.actor);
            }
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

std::string ActorNames::name_of(const ActorCode& code)
{
    const auto known = std::find_if(known_.begin(), known_.end(),
                                    [&](const Actor& actor) { return actor.code == code; });
    if (known != known_.end()) {
        return display_name(*known);
    }
    if (const auto tables = gazetteer()) {
        if (const actors::Entry* entry = (*tables)->find(code.whole())) {
            return display_name({code, entry->actor.name, entry->actor.kind});
        }
    }
    return code.text();
}

} // namespace entente::cli
