// SPDX-License-Identifier: Apache-2.0
#include "core/filter.hpp"

#include <algorithm>

namespace entente {

namespace {

template <typename Values, typename Value>
bool passes(const Values& wanted, const Value& value)
{
    return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

bool matches(const ActorCode& wanted, const ActorCode& code) noexcept
{
    return wanted == code || (wanted.sector().empty() && wanted.principal() == code.principal());
}

bool is_among(const std::vector<ActorCode>& wanted, const ActorCode& code)
{
    return std::any_of(wanted.begin(), wanted.end(),
                       [&](const ActorCode& one) { return matches(one, code); });
}

/// One side is one of them, the other side another: not two parts of one state.
bool joins_two(const std::vector<ActorCode>& wanted, const ActorCode& source,
               const ActorCode& target)
{
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        for (std::size_t k = 0; k < wanted.size(); ++k) {
            if (i != k && matches(wanted[i], source) && matches(wanted[k], target)) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

std::optional<Level> parse_level(std::string_view text) noexcept
{
    if (text == "state") {
        return Level::state;
    }
    if (text == "actor") {
        return Level::actor;
    }
    return std::nullopt;
}

std::optional<Grouping> parse_grouping(std::string_view text) noexcept
{
    for (const Grouping grouping : {Grouping::pair, Grouping::category, Grouping::topic}) {
        if (to_string(grouping) == text) {
            return grouping;
        }
    }
    return std::nullopt;
}

std::string_view to_string(Level level) noexcept
{
    return level == Level::state ? "state" : "actor";
}

std::string_view to_string(Grouping grouping) noexcept
{
    switch (grouping) {
    case Grouping::pair:
        return "pair";
    case Grouping::category:
        return "category";
    case Grouping::topic:
        return "topic";
    }
    return "";
}

namespace {

bool status_passes(const std::vector<Factuality>& wanted, Factuality status)
{
    return wanted.empty() ? status != Factuality::negated : passes(wanted, status);
}

} // namespace

bool Filter::accepts(const Mention& mention, const Ontology& ontology,
                     const std::optional<PartialDate>& published) const
{
    const bool actors_pass = actors.empty() || is_among(actors, mention.source.code) ||
                             is_among(actors, mention.target.code);
    const bool between_pass =
        between.empty() || joins_two(between, mention.source.code, mention.target.code);
    if (!actors_pass || !between_pass || mention.confidence < min_confidence ||
        !passes(categories, mention.category) || !status_passes(statuses, mention.status) ||
        !passes(quads, ontology.quad(mention.category))) {
        return false;
    }
    if (!topics.empty() && std::none_of(mention.topics.begin(), mention.topics.end(),
                                        [&](const auto& one) { return passes(topics, one); })) {
        return false;
    }
    if (as_of && !(published && published->range().from <= *as_of)) {
        return false;
    }
    if (!since && !until) {
        return true;
    }
    if (!mention.date) {
        return false;
    }
    return (!since || mention.date->range.to > *since) &&
           (!until || mention.date->range.from < *until);
}

} // namespace entente
