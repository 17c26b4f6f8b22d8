// SPDX-License-Identifier: Apache-2.0
// Who acts in world politics, and the codes that name them.
#pragma once

#include "core/result.hpp"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// "PRINCIPAL" or "PRINCIPAL:SECTOR": `PAK`, `PAK:GOV`, `UN`, `taliban`, `gulf-states`.
///
/// A principal in capitals is a state (ISO 3166-1 alpha-3) or an organisation's acronym; one in
/// lower case is a group, company, people or region.
class ActorCode {
public:
    ActorCode() = default;

    /// Errors: bad_value where a part is empty or holds anything but letters, digits, '-', '+', '.'
    [[nodiscard]] static Result<ActorCode> parse(std::string_view text);

    [[nodiscard]] const std::string& text() const noexcept { return text_; }

    [[nodiscard]] std::string_view principal() const noexcept;
    /// Empty where the actor is the principal as a whole.
    [[nodiscard]] std::string_view sector() const noexcept;

    [[nodiscard]] bool empty() const noexcept { return text_.empty(); }

    /// The code without its sector.
    [[nodiscard]] ActorCode whole() const;
    [[nodiscard]] ActorCode with_sector(std::string_view sector) const;

    friend auto operator<=>(const ActorCode&, const ActorCode&) = default;

private:
    explicit ActorCode(std::string text)
        : text_{std::move(text)}
    {}

    std::string text_;
};

enum class ActorKind : std::uint8_t {
    state,
    organisation,
    region,
    group,
    party,
    company,
    population,
    person,
};

[[nodiscard]] std::string_view to_string(ActorKind kind) noexcept;
[[nodiscard]] std::optional<ActorKind> parse_actor_kind(std::string_view text) noexcept;

/// What a graph knows about an actor; the names it is found by are the gazetteer's.
struct Actor {
    ActorCode code;
    std::string name; ///< usual English name: "Pakistan"
    ActorKind kind = ActorKind::state;

    friend bool operator==(const Actor&, const Actor&) = default;
};

/// "Pakistan" for `PAK`, "Pakistan (military)" for `PAK:MIL`; the government goes without suffix.
[[nodiscard]] std::string display_name(const Actor& actor);

/// The code of a named group: "Free Front of X's" → "free-front-of-xs", of 64 characters at most.
/// Empty for a name without Latin letters or digits.
[[nodiscard]] std::string slug_of(std::string_view name);

/// The sector's meaning in a word or two, such as "armed forces"; empty where unknown.
[[nodiscard]] std::string_view sector_meaning(std::string_view sector) noexcept;

} // namespace entente
