// SPDX-License-Identifier: Apache-2.0
#include "cli/querying.hpp"

#include "cli/graph_loading.hpp"
#include "cli/output/diagnostics_printer.hpp"
#include "core/graph/snapshot.hpp"
#include "core/query/execute.hpp"
#include "core/query/lexer.hpp"
#include "core/query/parser.hpp"

namespace entente::cli {

Result<query::Rows> answer(std::string_view query, const store::Store& store, Filter filter)
{
    // Before the store is read: a mistake should show at once.
    const auto parsed = query::parse(query, Ontology::builtin());
    if (!parsed) {
        return parsed.error();
    }
    filter.grouping = Grouping::category;
    auto loaded = load_relations(store, filter, Ontology::builtin());
    if (!loaded) {
        return loaded.error();
    }
    return query::execute(*parsed, graph::Snapshot::build(std::move(loaded->relations)));
}

ExitStatus fail_query(Session& session, std::string_view query, const Error& error)
{
    const ExitStatus status = fail(session, error);
    session.err << query::caret_lines(query, error);
    return status;
}

} // namespace entente::cli
