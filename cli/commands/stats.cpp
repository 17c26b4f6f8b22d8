// SPDX-License-Identifier: Apache-2.0
// `entente stats`: what is in a store.
#include "cli/command.hpp"
#include "cli/graph_loading.hpp"
#include "cli/output/diagnostics_printer.hpp"
#include "cli/output/json.hpp"
#include "cli/output/table.hpp"
#include "cli/output/width.hpp"
#include "core/store/store.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <memory>

namespace entente::cli {

namespace {

using Counts = std::vector<std::pair<std::string, std::int64_t>>;

std::string to_json(const store::StoreStatistics& statistics)
{
    Json json;
    json.begin_object().key("articles").integer(statistics.articles);
    json.key("duplicate_articles").integer(statistics.duplicate_articles);
    json.key("mentions").integer(statistics.mentions).key("actors").integer(statistics.actors);
    json.key("events").integer(statistics.events).key("loads").integer(statistics.loads);
    json.key("bytes").integer(statistics.bytes);
    const auto day = [&](std::string_view key, const std::optional<Day>& value) {
        json.key(key);
        if (value) {
            json.text(format_day(*value));
        } else {
            json.null();
        }
    };
    day("first_day", statistics.first_day);
    day("last_day", statistics.last_day);
    const auto counts = [&](std::string_view key, const Counts& values) {
        json.key(key).begin_object();
        for (const auto& [name, count] : values) {
            json.key(name).integer(count);
        }
        json.end_object();
    };
    counts("mentions_by_category", statistics.mentions_by_category);
    counts("mentions_by_actor", statistics.mentions_by_actor);
    json.end_object();
    return std::string{json.line()};
}

void print_counts(Session& session, const std::string& title, const Counts& counts)
{
    if (counts.empty()) {
        return;
    }
    session.out << '\n';
    Table table{{{title}, {"mentions", Align::right}, {""}}};
    for (const auto& [name, count] : counts) {
        const double share =
            static_cast<double>(count) / static_cast<double>(counts.front().second);
        table.add({name, std::to_string(count), bar(share, 20)});
    }
    table.print(session);
}

ExitStatus show_statistics(const std::string& file, bool as_json, Session& session)
{
    const auto store = store::Store::open(file, store::OpenMode::read);
    if (!store) {
        return fail(session, store.error());
    }
    const auto statistics = store->statistics();
    if (!statistics) {
        return fail(session, statistics.error());
    }
    if (as_json) {
        session.out << to_json(*statistics) << '\n';
        return ExitStatus::done;
    }
    Table table{{{""}, {"", Align::right}}};
    table.add({"articles", std::to_string(statistics->articles)});
    table.add({"  of them near-copies", std::to_string(statistics->duplicate_articles)});
    table.add({"mentions", std::to_string(statistics->mentions)});
    table.add({"events", std::to_string(statistics->events)});
    table.add({"actors", std::to_string(statistics->actors)});
    table.add({"loads", std::to_string(statistics->loads)});
    table.add({"first day", statistics->first_day ? format_day(*statistics->first_day) : "-"});
    table.add({"last day", statistics->last_day ? format_day(*statistics->last_day) : "-"});
    table.add({"size", fmt::format("{} KiB", (statistics->bytes + 1023) / 1024)});
    table.print(session);
    print_counts(session, "category", statistics->mentions_by_category);
    print_counts(session, "actor", statistics->mentions_by_actor);
    return ExitStatus::done;
}

Action setup(CLI::App& app)
{
    auto file = std::make_shared<std::string>();
    auto as_json = std::make_shared<bool>(false);
    add_graph_argument(app, *file);
    app.add_flag("--json", *as_json, "Print one JSON object");
    return [file, as_json](Session& session) {
        return show_statistics(*file, *as_json, session);
    };
}

} // namespace

Command stats_command()
{
    return {"stats", "Show what is in a store",
            "  entente stats world.kg\n"
            "  entente stats world.kg --json | jq .mentions\n",
            &setup};
}

} // namespace entente::cli
