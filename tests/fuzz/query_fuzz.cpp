// SPDX-License-Identifier: Apache-2.0
// Any bytes as a query: an answer with a cell for each column, or an error that points into it.
#include "core/query/execute.hpp"
#include "tests/support/sightings.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const auto graph = entente::graph::Snapshot::build(
        entente::tests::summarize(entente::tests::pakistan_and_russia()));
    const std::string_view query{reinterpret_cast<const char*>(data), size};
    const auto answer = entente::query::run(query, graph, entente::Ontology::builtin());
    if (!answer) {
        if (answer.error().code() != entente::ErrorCode::bad_query) {
            std::abort();
        }
        return 0;
    }
    for (const auto& row : answer->rows) {
        if (row.size() != answer->columns.size()) {
            std::abort();
        }
    }
    return 0;
}
