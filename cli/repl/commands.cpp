// SPDX-License-Identifier: Apache-2.0
#include "cli/repl/commands.hpp"

#include "cli/exporting.hpp"
#include "cli/output/actor_list.hpp"
#include "cli/output/counted.hpp"
#include "cli/output/evidence.hpp"
#include "cli/output/rows.hpp"
#include "cli/output/table.hpp"
#include "cli/querying.hpp"
#include "cli/repl/filter_command.hpp"
#include "cli/repl/relation_commands.hpp"
#include "cli/repl/words.hpp"
#include "core/graph/snapshot.hpp"
#include "core/suggest.hpp"
#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

namespace entente::cli::repl {

namespace {

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
    exporters::Written written;
    Status done = write_export(**format, (*graph)->store, (*graph)->filter, std::move(*loaded), {},
                               file, shell.session(), {}, &written);
    if (done) {
        shell.session().out << fmt::format("{} relations in {}{}\n", count, text::printable(file),
                                           describe_written(**format, written));
    }
    return done;
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
    shell.session().out << counted(rows->rows.size(), "row") << '\n';
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
    // What people type besides.
    constexpr std::pair<std::string_view, std::string_view> kOtherNames[] = {
        {"exit", "quit"}, {"between", "relations"}, {"actor", "actors"}};
    std::string folded = text::fold(name);
    for (const auto& [other, meant] : kOtherNames) {
        folded = folded == other ? std::string{meant} : folded;
    }
    for (const ShellCommand& command : kCommands) {
        if (command.name == folded) {
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
