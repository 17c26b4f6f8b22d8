// SPDX-License-Identifier: Apache-2.0
// `entente query`: one query, one answer.
#include "cli/command.hpp"
#include "cli/graph_loading.hpp"
#include "cli/output/diagnostics_printer.hpp"
#include "cli/output/rows.hpp"
#include "cli/querying.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <system_error>

namespace entente::cli {

namespace {

struct Options {
    std::string graph;
    std::string query;
    std::string file;
    std::string format = "table";
    FilterOptions filter;
};

Result<std::string> read_query(const Options& options, Session& session)
{
    if (options.query.empty() == options.file.empty()) {
        return Error{ErrorCode::usage, "name one query"}.hint(
            "write it in single quotes behind the store, or name its file with -f FILE");
    }
    if (options.file.empty()) {
        return options.query;
    }
    if (options.file == "-") {
        return std::string{std::istreambuf_iterator<char>{session.in}, {}};
    }
    std::error_code ignored;
    if (!std::filesystem::exists(options.file, ignored)) {
        return Error{ErrorCode::missing_input, "no such file"}
            .at(options.file)
            .hint("check the path");
    }
    const auto unreadable = [&] {
        return Error{ErrorCode::unreadable_input, "not readable"}
            .at(options.file)
            .hint("name a text file that you may read");
    };
    // Reading a folder would throw.
    if (std::filesystem::is_directory(options.file, ignored)) {
        return unreadable();
    }
    std::ifstream in{options.file, std::ios::binary};
    std::string text{std::istreambuf_iterator<char>{in}, {}};
    if (!in) {
        return unreadable();
    }
    return text;
}

ExitStatus run_query(const Options& options, Session& session)
{
    const auto format = parse_row_format(options.format);
    if (!format) {
        return fail(session, format.error());
    }
    const auto query = read_query(options, session);
    if (!query) {
        return fail(session, query.error());
    }
    const auto opened = open_graph(options.graph, options.filter);
    if (!opened) {
        return fail(session, opened.error());
    }
    const auto rows = answer(*query, opened->store, opened->filter);
    if (!rows) {
        return fail_query(session, *query, rows.error());
    }
    print_rows(session, *rows, *format);
    if (rows->rows.empty()) {
        print_warning(session, Error{ErrorCode::not_found, "nothing matches the query"}
                                   .at(options.graph)
                                   .hint("widen the query or the filters, or see what is there "
                                         "with `entente stats`"));
        return ExitStatus::incomplete;
    }
    return ExitStatus::done;
}

Action setup(CLI::App& app)
{
    auto options = std::make_shared<Options>();
    add_graph_argument(app, options->graph);
    app.add_option("query", options->query, "MATCH (a)-[r]->(b) WHERE … RETURN …")
        ->type_name("QUERY");
    app.add_option("-f,--file", options->file, "Read the query from this file; - is the input")
        ->type_name("FILE");
    app.add_option("--format", options->format, "table, json, jsonl, csv or markdown")
        ->type_name("NAME");
    options->filter.attach(app);
    return [options](Session& session) {
        return run_query(*options, session);
    };
}

} // namespace

Command query_command()
{
    return {
        "query", "Ask the graph in a read-only query language based on openCypher",
        "  entente query world.kg \"MATCH (a {code: 'PAK'})-[r]-(b) RETURN b.name, r.label "
        "LIMIT 10\"\n"
        "  entente query world.kg \"MATCH (a)-[r:ASSAULT]->(b) RETURN a.name, count(*) AS n "
        "ORDER BY n DESC\"\n"
        "  entente query world.kg -f question.txt --since 2014 --format csv\n"
        "Actors have code, name, kind, mentions, relations and weight; relations have category,\n"
        "quad, label, topics, mentions, sources, events, weight, score, since, until, directed.\n",
        &setup};
}

} // namespace entente::cli
