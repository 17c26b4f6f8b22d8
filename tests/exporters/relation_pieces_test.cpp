// SPDX-License-Identifier: Apache-2.0
// Relations written on several cores: in order, whole, and failing as one writer would.
#include "exporters/relation_pieces.hpp"
#include "tests/support/exported.hpp"
#include "tests/support/limited_sink.hpp"

#include <array>
#include <atomic>
#include <string>
#include <thread>
#include <vector>

namespace entente::tests {

namespace {

using exporters::RelationPiece;
using exporters::Sink;

std::vector<graph::Relation> many_relations(std::size_t count)
{
    std::vector<graph::Relation> relations;
    for (std::size_t i = 0; i < count; ++i) {
        relations.push_back(relation("PAK", "A" + std::to_string(i), 1.0));
    }
    return relations;
}

Result<std::string> target_of(const graph::Relation& relation)
{
    return std::string{relation.target.code.text()};
}

Status write_lines(RelationPiece piece, std::span<const std::string> found, Sink& sink)
{
    std::string text;
    for (std::size_t i = 0; i < piece.relations.size(); ++i) {
        text += std::to_string(piece.first + i) + " " + found[i] + "\n";
    }
    return sink.write(text);
}

} // namespace

TEST_CASE("relations come out in the graph's order, however many there are",
          "[exporters][property]")
{
    const auto threads = GENERATE(values<std::size_t>({0, 1, 3, 1'000}));
    const auto count = GENERATE(values<std::size_t>({0, 1, 511, 512, 513, 1024, 20'000}));
    const auto relations = many_relations(count);
    std::string want;
    for (std::size_t i = 0; i < count; ++i) {
        want += std::to_string(i) + " A" + std::to_string(i) + "\n";
    }
    exporters::StringSink sink;
    REQUIRE(exporters::write_pieces(relations, threads, target_of, write_lines, sink).ok());
    CHECK(sink.text() == want);
}

TEST_CASE("a look-up that fails ends the writing, and no later one is begun", "[exporters][fault]")
{
    const auto threads = GENERATE(values<std::size_t>({0, 1}));
    const auto count = GENERATE(values<std::size_t>({100, 20'000}));
    const auto relations = many_relations(count);
    const std::size_t bad = count / 2;
    std::size_t asked = 0;
    const auto look_up = [&](const graph::Relation& relation) -> Result<std::string> {
        if (asked++ == bad) {
            return Error{ErrorCode::corrupt_store, "no such mention"};
        }
        return target_of(relation);
    };
    exporters::StringSink sink;
    const Status written = exporters::write_pieces(relations, threads, look_up, write_lines, sink);
    REQUIRE_FALSE(written.ok());
    CHECK(written.error().code() == ErrorCode::corrupt_store);
    CHECK(asked == bad + 1);
    CHECK(sink.text().find(" A" + std::to_string(bad) + "\n") == std::string::npos);
}

TEST_CASE("a full disk ends the writing, and the rest is not rendered", "[exporters][fault]")
{
    const auto threads = GENERATE(values<std::size_t>({0, 1}));
    const auto relations = many_relations(200'000);
    std::atomic<std::size_t> rendered = 0;
    const auto render = [&](RelationPiece piece, std::span<const std::string> found, Sink& sink) {
        rendered += piece.relations.size();
        return write_lines(piece, found, sink);
    };
    LimitedSink disk{10};
    const Status written = exporters::write_pieces(relations, threads, target_of, render, disk);
    REQUIRE_FALSE(written.ok());
    CHECK(written.error().code() == ErrorCode::write_failed);
    CHECK(rendered < relations.size());
}

TEST_CASE("one exporter and one graph serve several threads at once", "[exporters][threads]")
{
    // Threads of our own, each writing serially: what a thread sanitizer sees through.
    const auto snapshot = graph::Snapshot::build(many_relations(1500));
    exporters::ExportContext context;
    context.threads = 1;
    for (const char* name : {"graphml", "yed", "gexf", "json", "node-link", "cytoscape", "csv"}) {
        const auto exporter = exporters::format_by_name(name)->make();
        exporters::StringSink alone;
        REQUIRE(exporter->write(snapshot, context, alone).ok());
        std::array<exporters::StringSink, 4> sinks;
        std::array<bool, 4> done{};
        std::vector<std::thread> threads;
        for (std::size_t i = 0; i < sinks.size(); ++i) {
            threads.emplace_back(
                [&, i] { done[i] = exporter->write(snapshot, context, sinks[i]).ok(); });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        CAPTURE(name);
        for (std::size_t i = 0; i < sinks.size(); ++i) {
            CHECK(done[i]);
            const bool same = sinks[i].text() == alone.text(); // the texts are long
            CHECK(same);
        }
        exporters::ExportContext all_cores;
        CHECK(exported(name, snapshot, all_cores) == alone.text());
    }
}

} // namespace entente::tests
