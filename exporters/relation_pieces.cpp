// SPDX-License-Identifier: Apache-2.0
#include "exporters/relation_pieces.hpp"

#include <oneapi/tbb/info.h>
#include <oneapi/tbb/parallel_pipeline.h>

#include <algorithm>
#include <atomic>
#include <memory>

namespace entente::exporters {

namespace {

namespace tbb = oneapi::tbb;

constexpr std::size_t kPieceRelations = 512; ///< some 300 KB of text
constexpr std::size_t kPiecesPerThread = 3;

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

} // namespace

Status run_pieces(std::span<const graph::Relation> relations,
                  const std::function<Result<Rendering>(RelationPiece)>& look_up, Sink& sink)
{
    if (relations.size() <= kPieceRelations) { // not worth a thread
        if (relations.empty()) {
            return {};
        }
        const auto rendering = look_up(piece_at(relations, 0));
        return rendering ? (*rendering)(sink) : Status{rendering.error()};
    }
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
    const std::size_t pieces =
        kPiecesPerThread * static_cast<std::size_t>(tbb::info::default_concurrency());
    tbb::parallel_pipeline(
        pieces,
        tbb::make_filter<void, std::shared_ptr<Item>>(tbb::filter_mode::serial_in_order, begin) &
            tbb::make_filter<std::shared_ptr<Item>, std::shared_ptr<Item>>(
                tbb::filter_mode::parallel, render) &
            tbb::make_filter<std::shared_ptr<Item>, void>(tbb::filter_mode::serial_in_order,
                                                          pass_on));
    return status;
}

} // namespace entente::exporters
