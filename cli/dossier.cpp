// SPDX-License-Identifier: Apache-2.0
#include "cli/dossier.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace entente::cli {

namespace {

constexpr std::size_t kPartners = 12;

NamedActor named(OpenedGraph& graph, const ActorCode& code)
{
    return {code, graph.names.name_of(code)};
}

std::string in_words(const NamedActor& actor)
{
    return fmt::format("{} ({})", actor.name, actor.code.text());
}

Error nothing_known(const std::string& of_whom)
{
    return Error{ErrorCode::not_found, "nothing is known " + of_whom}.hint(
        "widen the filters, or see who is there with `entente stats`");
}

DossierHead make_head(const std::vector<store::StoredMention>& mentions)
{
    DossierHead head;
    std::set<std::string> articles;
    for (const store::StoredMention& stored : mentions) {
        articles.insert(stored.article.id);
        ++head.classes[Ontology::builtin().quad(stored.mention.category)];
    }
    head.mentions = mentions.size();
    head.articles = articles.size();
    return head;
}

} // namespace

Filter between(Filter filter, const ActorCode& first, const ActorCode& second)
{
    filter.between = {first, second};
    return filter;
}

Result<ActorDossier> make_actor_dossier(OpenedGraph& graph, const ActorCode& actor)
{
    ActorDossier dossier;
    dossier.actor = named(graph, actor);
    Filter filter = graph.filter;
    filter.actors = {actor};
    const auto mentions = load_mentions(graph.store, filter, Ontology::builtin());
    if (!mentions) {
        return mentions.error();
    }
    if (mentions->empty()) {
        return nothing_known("of " + in_words(dossier.actor));
    }
    filter.top = filter.top == 0 ? kPartners : filter.top;
    auto loaded = load_relations(graph.store, filter, Ontology::builtin());
    if (!loaded) {
        return loaded.error();
    }
    dossier.head = make_head(*mentions);
    dossier.relations = std::move(loaded->relations);
    dossier.relations_total = loaded->total;
    dossier.tension = tension_by_year(make_timeline(*mentions, Ontology::builtin()));
    return dossier;
}

Result<PairDossier> make_pair_dossier(OpenedGraph& graph, const ActorCode& first,
                                      const ActorCode& second, std::size_t evidence)
{
    PairDossier dossier;
    dossier.first = named(graph, first);
    dossier.second = named(graph, second);
    if (first == second) {
        return Error{ErrorCode::usage, fmt::format("both names mean {}", in_words(dossier.first))}
            .hint("name two actors, or one for its own dossier");
    }
    auto mentions =
        load_mentions(graph.store, between(graph.filter, first, second), Ontology::builtin());
    if (!mentions) {
        return mentions.error();
    }
    if (mentions->empty()) {
        return nothing_known(
            fmt::format("between {} and {}", in_words(dossier.first), in_words(dossier.second)));
    }
    dossier.head = make_head(*mentions);
    dossier.events = make_timeline(*mentions, Ontology::builtin());
    dossier.tension = tension_by_year(dossier.events);
    std::stable_sort(mentions->begin(), mentions->end(), [](const auto& left, const auto& right) {
        return left.mention.confidence > right.mention.confidence;
    });
    mentions->resize(std::min(evidence, mentions->size()));
    dossier.evidence = std::move(*mentions);
    return dossier;
}

} // namespace entente::cli
