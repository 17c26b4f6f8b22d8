// SPDX-License-Identifier: Apache-2.0
// Exports compared with files that a person has read.
#include "tests/support/exported.hpp"
#include "tests/support/golden.hpp"

namespace entente::tests {

TEST_CASE("text formats are what they were when last read by a person", "[exporters][golden]")
{
    const auto mentions = pakistan_and_russia();
    for (const char* format :
         {"dot", "graphml", "yed", "json", "gexf", "node-link", "cytoscape", "csv", "csv-nodes",
          "csv-events", "csv-icews", "mermaid", "markdown"}) {
        CAPTURE(format);
        check_golden(std::string{"exporters/pakistan_and_russia."} + format,
                     exported(format, mentions));
    }
}

TEST_CASE("hostile names in DOT are what they were when last read by a person",
          "[exporters][golden]")
{
    std::vector<store::StoredMention> mentions;
    for (const HostileName& hostile : hostile_names()) {
        const auto id = static_cast<std::int64_t>(mentions.size()) + 1;
        mentions.push_back(sighting(id, "PAK", "AID", "actor-" + std::to_string(id))
                               .labelled(hostile.name)
                               .named("Pakistan", hostile.name));
    }
    check_golden("exporters/hostile_names.dot", exported("dot", mentions));
}

} // namespace entente::tests
