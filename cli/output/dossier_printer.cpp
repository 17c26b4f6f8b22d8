// SPDX-License-Identifier: Apache-2.0
#include "cli/output/dossier_printer.hpp"

#include "cli/output/counted.hpp"
#include "cli/output/evidence.hpp"
#include "cli/output/relation_list.hpp"
#include "cli/output/width.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente::cli {

namespace {

constexpr std::size_t kBarColumns = 24;

std::string in_words(const NamedActor& actor)
{
    return text::printable(fmt::format("{} ({})", actor.name, actor.code.text()));
}

/// Who it is about, how much is known, and of which classes that is.
void print_head(Session& session, const std::string& whom, const DossierHead& head,
                std::size_t number, std::string_view noun)
{
    session.out << session.palette.paint(Style::bold, whom) << '\n'
                << fmt::format("  {} in {}, {}\n\n", counted(head.mentions, "mention"),
                               counted(head.articles, "article"), counted(number, noun));
    std::size_t most = 0;
    for (const auto& [quad, count] : head.classes) {
        most = std::max(most, count);
    }
    for (const auto& [quad, count] : head.classes) {
        const double share = static_cast<double>(count) / static_cast<double>(most);
        session.out << fmt::format(
            "  {} {} {}\n", pad_right(to_string(quad), 22),
            session.palette.paint(quad, pad_right(bar(share, kBarColumns), kBarColumns)), count);
    }
}

} // namespace

void print_dossier(Session& session, const ActorDossier& dossier)
{
    print_head(session, in_words(dossier.actor), dossier.head, dossier.relations_total, "relation");
    if (!dossier.relations.empty()) {
        session.out << '\n';
        print_relations(session, dossier.relations);
    }
    if (dossier.relations_total > dossier.relations.size()) {
        session.out << fmt::format("{} of {} relations\n", dossier.relations.size(),
                                   dossier.relations_total);
    }
    if (!dossier.tension.empty()) {
        session.out << '\n';
        print_tension(session, dossier.tension);
    }
}

void print_dossier(Session& session, const PairDossier& dossier)
{
    print_head(session, fmt::format("{} and {}", in_words(dossier.first), in_words(dossier.second)),
               dossier.head, dossier.events.size(), "event");
    if (!dossier.tension.empty()) {
        session.out << '\n';
        print_tension(session, dossier.tension);
    }
    session.out << '\n';
    print_timeline(session, dossier.events);
    if (!dossier.evidence.empty()) {
        session.out << '\n';
    }
    for (const store::StoredMention& stored : dossier.evidence) {
        print_evidence(session, stored);
    }
}

} // namespace entente::cli
