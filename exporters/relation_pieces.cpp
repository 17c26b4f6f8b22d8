// SPDX-License-Identifier: Apache-2.0
#include "exporters/relation_pieces.hpp"

#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <memory>

namespace entente::exporters {

namespace {

namespace tbb = oneapi::tbb;

constexpr std::size_t kPieceRelations = 512; ///< some 300 KB of text
constexpr std::size_t kPiecesPerThread = 3;
constexpr std::size_t kMostThreads = 256;

/// oneTBB is not built with the thread sanitizer, which then takes what its tasks hand to each
/// other for races. A test has renderings run side by side in threads of its own.
#ifdef __SANITIZE_THREAD__
constexpr bool kSeesRaces = true;
#else
constexpr bool kSeesRaces = false;
#endif

RelationPiece piece_at(std::span<const graph::Relation> relations, std::size_t first)
{
    const std::size_t count = std::min(kPieceRelations, relations.size() - first);
    return {first, relations.subspan(first, count)};
}

/// A piece on its way through the stages.
struct Item {
    Rendering rendering;
    StringSink text;
    Status status;
};

using LookUp = std::function<Result<Rendering>(RelationPiece)>;

Status run_serially(std::span<const graph::Relation> relations, const LookUp& look_up, Sink& sink)
{
    for (std::size_t first = 0; first < relations.size(); first += kPieceRelations) {
        const auto rendering = look_up(piece_at(relations, first));
        if (!rendering) {
            return rendering.error();
        }
        if (Status rendered = (*rendering)(sink); !rendered) {
            return rendered;
        }
    }
    return {};
}

Status run_parallel(std::span<const graph::Relation> relations, std::size_t threads,
                    const LookUp& look_up, Sink& sink)
{
    Status status; // of the last stage alone, until the pipeline has ended
    std::atomic<bool> stopped = false;
    std::size_t first = 0;
    const auto begin = [&](tbb::flow_control& control) -> std::shared_ptr<Item> {
        if (stopped || first >= relations.size()) {
            control.stop();
            return nullptr;
        }
        const RelationPiece piece = piece_at(relations, first);
        first += piece.relations.size();
        auto item = std::make_shared<Item>();
        auto rendering = look_up(piece);
        if (rendering) {
            item->rendering = std::move(*rendering);
        } else {
            item->status = rendering.error();
            stopped = true;
        }
        return item;
    };
    const auto render = [](std::shared_ptr<Item> item) {
        if (item->status) {
            item->status = item->rendering(item->text);
        }
        return item;
    };
    const auto pass_on = [&](const std::shared_ptr<Item>& item) {
        if (!status) {
            return;
        }
        status = item->status ? sink.write(item->text.text()) : item->status;
        if (!status) {
            stopped = true;
        }
    };
    const auto cores = static_cast<std::size_t>(tbb::info::default_concurrency());
    const std::size_t used = threads == 0 ? cores : std::min(threads, kMostThreads);
    tbb::task_arena arena{static_cast<int>(used)};
    arena.execute([&] {
        tbb::parallel_pipeline(kPiecesPerThread * used,
                               tbb::make_filter<void, std::shared_ptr<Item>>(
                                   tbb::filter_mode::serial_in_order, begin) &
                                   tbb::make_filter<std::shared_ptr<Item>, std::shared_ptr<Item>>(
                                       tbb::filter_mode::parallel, render) &
                                   tbb::make_filter<std::shared_ptr<Item>, void>(
                                       tbb::filter_mode::serial_in_order, pass_on));
    });
    return status;
}

} // namespace

Status run_pieces(std::span<const graph::Relation> relations, std::size_t threads,
                  const std::function<Result<Rendering>(RelationPiece)>& look_up, Sink& sink)
{
    const bool worth_it = !kSeesRaces && threads != 1 && relations.size() > kPieceRelations;
    return worth_it ? run_parallel(relations, threads, look_up, sink)
                    : run_serially(relations, look_up, sink);
}

} // namespace entente::exporters
