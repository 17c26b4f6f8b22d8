// SPDX-License-Identifier: Apache-2.0
#include "cli/repl/relation_commands.hpp"

#include "cli/dossier.hpp"
#include "cli/output/dossier_printer.hpp"
#include "cli/output/evidence.hpp"
#include "cli/output/relation_list.hpp"
#include "cli/repl/words.hpp"
#include "core/graph/snapshot.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace entente::cli::repl {

namespace {

constexpr std::size_t kDossierEvidence = 5;

Error nothing_found(const Filter& filter)
{
    const std::string words = describe(filter);
    return Error{ErrorCode::not_found, "nothing found"}.hint(
        words.empty() ? "see who is there with `actors`"
                      : fmt::format("the filter is: {}; `filter clear` removes it", words));
}

Result<std::size_t> read_number(std::string_view text, std::string_view what)
{
    std::size_t number = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (code != std::errc{} || end != text.data() + text.size() || number == 0) {
        return Error{ErrorCode::usage, fmt::format("\"{}\" is no {}", text, what)}.hint(
            "write a number from 1");
    }
    return number;
}

/// Takes the word `evidence` off the end of a line: each relation is to be listed with a sentence.
bool take_evidence(std::string_view& rest)
{
    constexpr std::string_view kWord = "evidence";
    if (text::fold(rest.substr(rest.size() - std::min(rest.size(), kWord.size()))) != kWord) {
        return false;
    }
    const std::string_view before = rest.substr(0, rest.size() - kWord.size());
    // "counterevidence" is another word.
    if (!before.empty() && before.find_last_of(" \t,") != before.size() - 1) {
        return false;
    }
    rest = text::trim(before);
    return true;
}

/// Lists relations and keeps them for `evidence N`.
Status list_relations(Shell& shell, const store::Store& store, const Filter& filter,
                      bool with_evidence)
{
    auto loaded = load_relations(store, filter, Ontology::builtin());
    if (!loaded) {
        return loaded.error();
    }
    if (loaded->relations.empty() && describe(filter).empty()) {
        return Error{ErrorCode::not_found, "the graph holds no relations"}.hint(
            "add articles to it with `entente add`");
    }
    if (loaded->relations.empty()) {
        return nothing_found(filter);
    }
    if (with_evidence) {
        Status printed = print_relations_with_evidence(shell.session(), store, loaded->relations);
        if (!printed) {
            return printed;
        }
    } else {
        print_relations(shell.session(), loaded->relations);
    }
    if (loaded->total > loaded->relations.size()) {
        shell.session().out << fmt::format("{} of {} relations\n", loaded->relations.size(),
                                           loaded->total);
    }
    shell.listed() = std::move(loaded->relations);
    return {};
}

} // namespace

Status run_top(Shell& shell, std::string_view rest)
{
    const auto graph = shell.graph();
    if (!graph) {
        return graph.error();
    }
    Filter filter = (*graph)->filter;
    filter.top = filter.top == 0 ? kShownByDefault : filter.top;
    const bool with_evidence = take_evidence(rest);
    if (!rest.empty()) {
        const auto number = read_number(rest, "number of relations");
        if (!number) {
            return number.error();
        }
        filter.top = *number;
    }
    return list_relations(shell, (*graph)->store, filter, with_evidence);
}

Status run_relations(Shell& shell, std::string_view rest)
{
    const auto graph = shell.graph();
    if (!graph) {
        return graph.error();
    }
    const bool with_evidence = take_evidence(rest);
    const auto actors = read_actors((*graph)->names, rest, 1, 2);
    if (!actors) {
        return actors.error();
    }
    Filter filter = (*graph)->filter;
    if (actors->size() == 1) {
        filter.actors = *actors;
    } else {
        filter = between(filter, actors->front(), actors->back());
        // Between two, the kinds of relation are what differs.
        filter.grouping = filter.grouping == Grouping::pair ? Grouping::category : filter.grouping;
    }
    return list_relations(shell, (*graph)->store, filter, with_evidence);
}

Status run_timeline(Shell& shell, std::string_view rest)
{
    const auto graph = shell.graph();
    if (!graph) {
        return graph.error();
    }
    const auto actors = read_actors((*graph)->names, rest, 1, 2);
    if (!actors) {
        return actors.error();
    }
    Filter filter = (*graph)->filter;
    if (actors->size() == 1) {
        filter.actors = *actors;
    } else {
        filter = between(filter, actors->front(), actors->back());
    }
    const auto mentions = load_mentions((*graph)->store, filter, Ontology::builtin());
    if (!mentions) {
        return mentions.error();
    }
    if (mentions->empty()) {
        return nothing_found((*graph)->filter);
    }
    const auto events = make_timeline(*mentions, Ontology::builtin());
    print_timeline(shell.session(), events);
    print_tension(shell.session(), tension_by_year(events));
    return {};
}

Status run_path(Shell& shell, std::string_view rest)
{
    const auto graph = shell.graph();
    if (!graph) {
        return graph.error();
    }
    const auto actors = read_actors((*graph)->names, rest, 2, 2);
    if (!actors) {
        return actors.error();
    }
    Filter filter = (*graph)->filter;
    filter.top = 0;
    auto loaded = load_relations((*graph)->store, filter, Ontology::builtin());
    if (!loaded) {
        return loaded.error();
    }
    const auto snapshot = graph::Snapshot::build(std::move(loaded->relations));
    const auto from = snapshot.find(actors->front());
    const auto to = snapshot.find(actors->back());
    const std::vector<std::size_t> steps =
        from && to ? snapshot.strongest_path(*from, *to) : std::vector<std::size_t>{};
    if (steps.empty()) {
        return Error{ErrorCode::not_found, "no chain of relations joins the two"}.hint(
            describe(filter).empty() ? "see who is there with `actors`"
                                     : "widen the filter, or `filter clear` it");
    }
    shell.listed().clear();
    for (const std::size_t step : steps) {
        shell.listed().push_back(snapshot.relations()[step]);
    }
    print_relations(shell.session(), shell.listed());
    return {};
}

Status run_show(Shell& shell, std::string_view rest)
{
    const auto graph = shell.graph();
    if (!graph) {
        return graph.error();
    }
    const auto actors = read_actors((*graph)->names, rest, 1, 2);
    if (!actors) {
        return actors.error();
    }
    const auto print = [&](const auto& dossier) -> Status {
        if (!dossier) {
            return dossier.error();
        }
        print_dossier(shell.session(), *dossier);
        return {};
    };
    return actors->size() == 1 ? print(make_actor_dossier(**graph, actors->front()))
                               : print(make_pair_dossier(**graph, actors->front(), actors->back(),
                                                         kDossierEvidence));
}

Status run_evidence(Shell& shell, std::string_view rest)
{
    const auto graph = shell.graph();
    if (!graph) {
        return graph.error();
    }
    const auto number = read_number(rest, "number of a relation");
    if (!number) {
        return number.error();
    }
    if (*number > shell.listed().size()) {
        return Error{ErrorCode::usage, fmt::format("there is no relation {}", *number)}.hint(
            shell.listed().empty()
                ? "list relations first, with `top` or `relations A B`"
                : fmt::format("the last list has {} of them", shell.listed().size()));
    }
    return print_evidence(shell.session(), (*graph)->store, shell.listed()[*number - 1].evidence,
                          kEvidenceShown);
}

} // namespace entente::cli::repl
