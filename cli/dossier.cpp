// SPDX-License-Identifier: Apache-2.0
#include "cli/dossier.hpp"

#include "cli/output/evidence.hpp"
#include "cli/output/relation_list.hpp"
#include "cli/output/table.hpp"
#include "cli/output/width.hpp"
#include "cli/timeline.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace entente::cli {

namespace {

constexpr std::size_t kPartners = 12;
constexpr std::size_t kBarColumns = 24;

std::string heading(OpenedGraph& graph, const ActorCode& code)
{
    return text::printable(fmt::format("{} ({})", graph.names.name_of(code), code.text()));
}

std::string counted(std::size_t number, std::string_view noun)
{
    return fmt::format("{} {}{}", number, noun, number == 1 ? "" : "s");
}

Error nothing_about(const std::string& whom)
{
    return Error{ErrorCode::not_found, "nothing is known of " + whom}.hint(
        "widen the filters, or see who is there with `entente stats`");
}

void print_classes(Session& session, const std::vector<store::StoredMention>& mentions)
{
    const Ontology& ontology = Ontology::builtin();
    std::map<Quad, std::size_t> counts;
    std::size_t most = 0;
    for (const store::StoredMention& stored : mentions) {
        most = std::max(most, ++counts[ontology.quad(stored.mention.category)]);
    }
    for (const auto& [quad, count] : counts) {
        const double share = static_cast<double>(count) / static_cast<double>(most);
        session.out << fmt::format(
            "  {} {} {}\n", pad_right(to_string(quad), 22),
            session.palette.paint(quad, pad_right(bar(share, kBarColumns), kBarColumns)), count);
    }
}

std::size_t count_articles(const std::vector<store::StoredMention>& mentions)
{
    std::set<std::string> articles;
    for (const store::StoredMention& stored : mentions) {
        articles.insert(stored.article.id);
    }
    return articles.size();
}

} // namespace

Filter between(Filter filter, const ActorCode& first, const ActorCode& second)
{
    filter.between = {first, second};
    return filter;
}

Status print_actor_dossier(Session& session, OpenedGraph& graph, const ActorCode& actor)
{
    Filter filter = graph.filter;
    filter.actors = {actor};
    const auto mentions = load_mentions(graph.store, filter, Ontology::builtin());
    if (!mentions) {
        return mentions.error();
    }
    if (mentions->empty()) {
        return nothing_about(heading(graph, actor));
    }
    filter.top = filter.top == 0 ? kPartners : filter.top;
    const auto loaded = load_relations(graph.store, filter, Ontology::builtin());
    if (!loaded) {
        return loaded.error();
    }
    session.out << session.palette.paint(Style::bold, heading(graph, actor)) << '\n'
                << fmt::format("  {} in {}, {}\n\n", counted(mentions->size(), "mention"),
                               counted(count_articles(*mentions), "article"),
                               counted(loaded->total, "relation"));
    print_classes(session, *mentions);
    session.out << '\n';
    print_relations(session, loaded->relations);
    session.out << '\n';
    print_tension(session, tension_by_year(make_timeline(*mentions, Ontology::builtin())));
    return {};
}

Status print_pair_dossier(Session& session, OpenedGraph& graph, const ActorCode& first,
                          const ActorCode& second, std::size_t evidence)
{
    auto mentions =
        load_mentions(graph.store, between(graph.filter, first, second), Ontology::builtin());
    if (!mentions) {
        return mentions.error();
    }
    const std::string whom =
        fmt::format("{} and {}", heading(graph, first), heading(graph, second));
    if (mentions->empty()) {
        return nothing_about(whom);
    }
    const auto events = make_timeline(*mentions, Ontology::builtin());
    session.out << session.palette.paint(Style::bold, whom) << '\n'
                << fmt::format("  {} in {}, {}\n\n", counted(mentions->size(), "mention"),
                               counted(count_articles(*mentions), "article"),
                               counted(events.size(), "event"));
    print_classes(session, *mentions);
    session.out << '\n';
    print_tension(session, tension_by_year(events));
    session.out << '\n';
    print_timeline(session, events);
    std::stable_sort(mentions->begin(), mentions->end(), [](const auto& left, const auto& right) {
        return left.mention.confidence > right.mention.confidence;
    });
    if (evidence > 0) {
        session.out << '\n';
    }
    for (std::size_t i = 0; i < std::min(evidence, mentions->size()); ++i) {
        print_evidence(session, (*mentions)[i]);
    }
    return {};
}

} // namespace entente::cli
