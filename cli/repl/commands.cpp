// SPDX-License-Identifier: Apache-2.0
#include "cli/repl/commands.hpp"

#include "cli/dossier.hpp"
#include "cli/exporting.hpp"
#include "cli/output/actor_list.hpp"
#include "cli/output/evidence.hpp"
#include "cli/output/relation_list.hpp"
#include "cli/output/rows.hpp"
#include "cli/output/table.hpp"
#include "cli/querying.hpp"
#include "cli/repl/filter_command.hpp"
#include "cli/repl/words.hpp"
#include "core/graph/snapshot.hpp"
#include "core/suggest.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <numeric>

namespace entente::cli::repl {

namespace {

constexpr std::size_t kShownByDefault = 15;
constexpr std::size_t kEvidenceShown = 10;

Error nothing_found(const Filter& filter)
{
    const std::string words = describe(filter);
    return Error{ErrorCode::not_found, "nothing found"}.hint(
        words.empty() ? "try `top` or `actors`"
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
    if (loaded->relations.empty()) {
        return nothing_found(filter);
    }
    if (with_evidence) {
        const Status printed =
            print_relations_with_evidence(shell.session(), store, loaded->relations);
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

Status run_open(Shell& shell, std::string_view rest)
{
    const auto words = split_words(rest);
    if (words.size() != 1) {
        return Error{ErrorCode::usage, "no file named"}.hint("write: open GRAPH.kg");
    }
    return shell.open(words.front().text);
}

Status run_actors(Shell& shell, std::string_view rest)
{
    if (!rest.empty()) {
        const auto gazetteer = shell.names().gazetteer();
        if (!gazetteer) {
            return gazetteer.error();
        }
        const auto found = (*gazetteer)->search(rest, kShownByDefault);
        if (found.empty()) {
            return Error{ErrorCode::not_found, fmt::format("no actor named \"{}\"", rest)}.hint(
                "try a shorter part of the name");
        }
        print_actors(shell.session(), found);
        return {};
    }
    const auto graph = shell.graph();
    if (!graph) {
        return graph.error();
    }
    auto loaded = load_relations((*graph)->store, (*graph)->filter, Ontology::builtin());
    if (!loaded) {
        return loaded.error();
    }
    const auto snapshot = graph::Snapshot::build(std::move(loaded->relations));
    std::vector<std::size_t> order(snapshot.nodes().size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
        return snapshot.nodes()[left].mentions > snapshot.nodes()[right].mentions;
    });
    Table table{
        {{"code"}, {"name"}, {"kind"}, {"relations", Align::right}, {"mentions", Align::right}}};
    for (const std::size_t number : order) {
        const graph::Node& node = snapshot.nodes()[number];
        table.add({node.actor.code.text(), display_name(node.actor),
                   std::string{to_string(node.actor.kind)}, std::to_string(node.relations),
                   std::to_string(node.mentions)});
    }
    table.print(shell.session());
    return {};
}

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
        return nothing_found(filter);
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
    return actors->size() == 1
               ? print_actor_dossier(shell.session(), **graph, actors->front())
               : print_pair_dossier(shell.session(), **graph, actors->front(), actors->back(), 5);
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

Status run_find(Shell& shell, std::string_view rest)
{
    const auto graph = shell.graph();
    if (!graph) {
        return graph.error();
    }
    if (rest.empty()) {
        return Error{ErrorCode::usage, "no words to find"}.hint("write: find gas pipeline");
    }
    const auto found = (*graph)->store.search(rest, kEvidenceShown);
    if (!found) {
        return found.error();
    }
    if (found->empty()) {
        return Error{ErrorCode::not_found, "no sentence holds all these words"}.hint(
            "try fewer words");
    }
    for (const store::StoredMention& stored : *found) {
        print_evidence(shell.session(), stored);
    }
    return {};
}

Status run_export(Shell& shell, std::string_view rest)
{
    const auto graph = shell.graph();
    if (!graph) {
        return graph.error();
    }
    const auto words = split_words(rest);
    if (words.size() != 1) {
        return Error{ErrorCode::usage, "no file named"}.hint("write: export world.svg");
    }
    const std::string& file = words.front().text;
    const auto format = find_format({}, file);
    if (!format) {
        return format.error();
    }
    auto loaded = load_relations((*graph)->store, (*graph)->filter, Ontology::builtin());
    if (!loaded) {
        return loaded.error();
    }
    const std::size_t count = loaded->relations.size();
    const Status written = write_export(**format, (*graph)->store, (*graph)->filter,
                                        std::move(*loaded), {}, file, shell.session().out);
    if (written) {
        shell.session().out << fmt::format("{} relations in {}\n", count, text::printable(file));
    }
    return written;
}

Status run_match(Shell& shell, std::string_view rest)
{
    const auto graph = shell.graph();
    if (!graph) {
        return graph.error();
    }
    const auto rows = answer(fmt::format("match {}", rest), (*graph)->store, (*graph)->filter);
    if (!rows) {
        return rows.error();
    }
    print_rows(shell.session(), *rows, RowFormat::table);
    shell.session().out << fmt::format("{} row{}\n", rows->rows.size(),
                                       rows->rows.size() == 1 ? "" : "s");
    return {};
}

Status run_help(Shell& shell, std::string_view rest)
{
    if (!rest.empty()) {
        const ShellCommand* command = find_command(rest);
        if (command == nullptr) {
            return Error{ErrorCode::usage, fmt::format("unknown command \"{}\"", rest)}.hint(
                did_you_mean(rest, command_names(), "`help` lists the commands"));
        }
        shell.session().out << fmt::format("{}\n  {}\n", command->usage, command->help);
        return {};
    }
    Table table{{{""}, {""}}};
    for (const ShellCommand& command : shell_commands()) {
        const std::string_view help = command.help;
        table.add(
            {std::string{command.usage}, std::string{help.substr(0, help.find_first_of(".;"))}});
    }
    table.print(shell.session());
    return {};
}

Status run_quit(Shell& shell, std::string_view)
{
    shell.leave();
    return {};
}

constexpr ShellCommand kCommands[] = {
    {"open", "open GRAPH.kg", "open a store; the filter is cleared", &run_open},
    {"actors", "actors [TEXT]", "actors of the graph, or look one up by name or code", &run_actors},
    {"top", "top [N] [evidence]",
     "the strongest relations, numbered for `evidence N`; with the word `evidence` each has its "
     "best sentence under it: top 10 evidence",
     &run_top},
    {"relations", "relations A [B] [evidence]",
     "relations of an actor or between two; `evidence` as for `top`. Part names with commas where "
     "they are unclear, or put "
     "them in quotes: relations South Korea, Japan",
     &run_relations},
    {"timeline", "timeline A [B]", "what happened, in order of time, and the tension by year",
     &run_timeline},
    {"path", "path A B", "the strongest chain of relations from one to the other", &run_path},
    {"show", "show A [B]", "the dossier of an actor or a pair", &run_show},
    {"evidence", "evidence N",
     "the sentences behind relation N of the last list; with article, publisher and date",
     &run_evidence},
    {"find", "find WORDS", "sentences that hold all these words", &run_find},
    {"filter", "filter [OPTIONS]",
     "show or set what counts. The options are those of the command line, with or without dashes: "
     "filter since 2014 topic energy; `filter clear` lets everything pass",
     &run_filter},
    {"export", "export FILE", "write what passes the filter; the extension tells the format",
     &run_export},
    {"match", "match (a)-[r]->(b) return …",
     "ask in the query language. Relations are grouped by category: match (a {code: "
     "'PAK'})-[r]-(b) "
     "where r.mentions > 1 return b.name, r.label order by r.weight desc limit 5",
     &run_match},
    {"help", "help [COMMAND]", "this list, or more on one command", &run_help},
    {"quit", "quit", "leave; so does Ctrl-D", &run_quit},
};

} // namespace

std::span<const ShellCommand> shell_commands()
{
    return kCommands;
}

const ShellCommand* find_command(std::string_view name)
{
    const std::string folded = text::fold(name);
    for (const ShellCommand& command : kCommands) {
        if (command.name == (folded == "exit" ? "quit" : folded)) {
            return &command;
        }
    }
    return nullptr;
}

std::vector<std::string> command_names()
{
    std::vector<std::string> names;
    for (const ShellCommand& command : kCommands) {
        names.emplace_back(command.name);
    }
    return names;
}

} // namespace entente::cli::repl
