// SPDX-License-Identifier: Apache-2.0
// Mentions and small graphs for tests, written in a line each.
#pragma once

#include "core/graph/snapshot.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace entente::tests {

[[nodiscard]] inline ActorCode code(std::string_view text)
{
    return ActorCode::parse(text).value();
}

[[nodiscard]] inline DateRange days(std::string_view from, std::string_view to)
{
    return {parse_day(from).value(), parse_day(to).value()};
}

[[nodiscard]] inline DateRange day(std::string_view text)
{
    const Day from = parse_day(text).value();
    return {from, from + std::chrono::days{1}};
}

/// A stored mention under construction: sighting(1, "PAK:GOV", "CONSULT", "RUS").on("2022-02-23").
class Sighting {
public:
    Sighting(std::int64_t id, std::string_view source, std::string_view category,
             std::string_view target)
    {
        stored_.id = id;
        stored_.article.id = "article-" + std::to_string(id);
        stored_.article.duplicate_group = id;
        stored_.mention.article = stored_.article.id;
        stored_.mention.source = argument(source);
        stored_.mention.target = argument(target);
        stored_.mention.category = category;
        stored_.mention.confidence = 0.5;
        stored_.mention.sentence.text = "Sentence " + std::to_string(id) + ".";
    }

    Sighting on(std::string_view text) && { return std::move(*this).within(day(text)); }

    Sighting within(DateRange range) &&
    {
        stored_.mention.date = EventDate{range, DatePrecision::day, DateBasis::explicit_};
        return std::move(*this);
    }

    Sighting sure(double confidence) &&
    {
        stored_.mention.confidence = confidence;
        return std::move(*this);
    }

    Sighting labelled(std::string_view label) &&
    {
        stored_.mention.label = label;
        return std::move(*this);
    }

    Sighting about(std::vector<std::string> topics) &&
    {
        stored_.mention.topics = std::move(topics);
        return std::move(*this);
    }

    Sighting as(Factuality status) &&
    {
        stored_.mention.status = status;
        return std::move(*this);
    }

    Sighting mode(std::string_view mode) &&
    {
        stored_.mention.mode = mode;
        return std::move(*this);
    }

    Sighting both_ways() &&
    {
        stored_.mention.symmetric = true;
        return std::move(*this);
    }

    Sighting copy_of(std::int64_t group) &&
    {
        stored_.article.duplicate_group = group;
        return std::move(*this);
    }

    Sighting named(std::string_view source, std::string_view target) &&
    {
        stored_.mention.source.name = source;
        stored_.mention.target.name = target;
        return std::move(*this);
    }

    operator store::StoredMention() && { return std::move(stored_); } // NOLINT

private:
    static Argument argument(std::string_view text)
    {
        Argument argument;
        argument.code = code(text);
        argument.name = argument.code.principal();
        return argument;
    }

    store::StoredMention stored_;
};

[[nodiscard]] inline Sighting sighting(std::int64_t id, std::string_view source,
                                       std::string_view category, std::string_view target)
{
    return {id, source, category, target};
}

[[nodiscard]] inline std::vector<graph::Relation>
summarize(const std::vector<store::StoredMention>& mentions, const Filter& filter = {},
          std::size_t* total = nullptr)
{
    graph::Summarizer summarizer{filter, Ontology::builtin()};
    for (const store::StoredMention& mention : mentions) {
        summarizer.add(mention);
    }
    return summarizer.relations(total);
}

/// A relation with no more than ends and weight.
[[nodiscard]] inline graph::Relation relation(std::string_view source, std::string_view target,
                                              double weight)
{
    graph::Relation made;
    made.source = {code(source), std::string{source}, ActorKind::state};
    made.target = {code(target), std::string{target}, ActorKind::state};
    made.weight = weight;
    made.mentions = 1;
    return made;
}

/// Eight sightings among Pakistan, Russia, the Taliban and NATO: every quad class, a planned and a
/// directed relation, near-copies, and an actor of another kind.
[[nodiscard]] inline std::vector<store::StoredMention> pakistan_and_russia()
{
    std::vector<store::StoredMention> mentions{
        sighting(1, "PAK:GOV", "CONSULT", "RUS:GOV")
            .named("Pakistan", "Russia")
            .on("2022-02-23")
            .sure(0.9)
            .labelled("state visit")
            .about({"diplomacy"})
            .mode("visit"),
        sighting(2, "RUS", "COOPERATE", "PAK")
            .named("Russia", "Pakistan")
            .within(days("2021-01-01", "2022-01-01"))
            .sure(0.8)
            .labelled("gas pipeline project")
            .about({"energy", "infrastructure"})
            .both_ways()
            .as(Factuality::planned),
        sighting(3, "PAK:GOV", "COOPERATE", "RUS:GOV")
            .named("Pakistan", "Russia")
            .on("2015-10-16")
            .sure(0.7)
            .labelled("gas pipeline project")
            .about({"energy"})
            .both_ways()
            .as(Factuality::planned),
        sighting(4, "taliban", "ASSAULT", "PAK:MIL")
            .named("Taliban", "Pakistan")
            .on("2014-06-08")
            .sure(0.95)
            .labelled("attack on Karachi airport")
            .about({"terrorism"}),
        sighting(5, "taliban", "ASSAULT", "PAK:MIL")
            .named("Taliban", "Pakistan")
            .on("2014-06-08")
            .sure(0.85)
            .labelled("attack on Karachi airport")
            .about({"terrorism"})
            .copy_of(4),
        sighting(6, "RUS:GOV", "ACCUSE", "NATO")
            .named("Russia", "NATO")
            .on("2014-04-02")
            .sure(0.6)
            .labelled("criticism of eastward expansion")
            .about({"security"}),
        sighting(7, "NATO", "RELATE", "PAK")
            .named("NATO", "Pakistan")
            .sure(0.5)
            .labelled("partnership")
            .both_ways()
            .mode("ties"),
        sighting(8, "PAK", "REQUEST", "NATO")
            .named("Pakistan", "NATO")
            .on("2011-11-27")
            .sure(0.4)
            .labelled("demand for an apology")
            .as(Factuality::hypothetical),
    };
    mentions[3].mention.source.kind = ActorKind::group;
    mentions[4].mention.source.kind = ActorKind::group;
    mentions[5].mention.target.kind = ActorKind::organisation;
    mentions[6].mention.source.kind = ActorKind::organisation;
    mentions[7].mention.target.kind = ActorKind::organisation;
    return mentions;
}

} // namespace entente::tests
