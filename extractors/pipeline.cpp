// SPDX-License-Identifier: Apache-2.0
#include "extractors/pipeline.hpp"

#include "extractors/articles/source.hpp"

#include <fmt/format.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace entente::extractors {

namespace {

namespace tbb = oneapi::tbb;

constexpr std::size_t kTokensPerThread = 4; ///< articles in flight

/// One article on its way through the stages.
struct Item {
    Article article;
    bool skipped = false;
    Reading reading;
    std::optional<Error> failure;
};

/// Lets two stages report without meeting.
class LockedDiagnostics final : public Diagnostics {
public:
    LockedDiagnostics(Diagnostics& to, std::mutex& mutex)
        : to_{to}
        , mutex_{mutex}
    {}

    void report(Diagnostic diagnostic) override
    {
        const std::lock_guard lock{mutex_};
        to_.report(std::move(diagnostic));
    }

private:
    Diagnostics& to_;
    std::mutex& mutex_;
};

/// What the stages share. The first and the last stage each run in order, but beside each other:
/// whatever leads out of here is called under one mutex.
class Run {
public:
    Run(const Extractor& extractor, bool layers, articles::ArticleSource& source,
        Diagnostics& diagnostics, std::mutex& mutex,
        const std::function<Result<bool>(const Article&)>& skip,
        const std::function<Status(const Article&, Reading)>& deliver)
        : extractor_{extractor}
        , layers_{layers}
        , source_{source}
        , diagnostics_{diagnostics}
        , mutex_{mutex}
        , skip_{skip}
        , deliver_{deliver}
    {}

    [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }

    [[nodiscard]] PipelineReport report() const { return report_; }

    std::shared_ptr<Item> read(tbb::flow_control& control)
    {
        auto item = std::make_shared<Item>();
        std::optional<Article> article;
        if (!stopped_) {
            article = source_.next();
        }
        if (!article) {
            control.stop();
            return nullptr;
        }
        item->article = std::move(*article);
        decide(*item);
        return item;
    }

    void extract(Item& item) const
    {
        if (item.skipped) {
            return;
        }
        try {
            if (layers_) {
                item.reading = extractor_.read(item.article, nullptr);
            } else {
                item.reading.mentions = extractor_.extract(item.article);
            }
        } catch (const std::exception& exception) {
            // A defect of the extractor costs one article, never the batch.
            item.failure =
                Error{ErrorCode::internal, fmt::format("article \"{}\" could not be read: {}",
                                                       item.article.id, exception.what())}
                    .hint("please report the article; all others were read");
        }
    }

    void deliver(Item& item)
    {
        const std::lock_guard lock{mutex_};
        if (stopped_) {
            return;
        }
        if (item.failure) {
            ++report_.failed;
            diagnostics_.error(*item.failure);
            return;
        }
        if (item.skipped) {
            return;
        }
        const Status delivered = deliver_(item.article, std::move(item.reading));
        if (!delivered) {
            failure_ = delivered.error();
            stopped_ = true;
            return;
        }
        ++report_.articles;
    }

private:
    void decide(Item& item)
    {
        const std::lock_guard lock{mutex_};
        if (!skip_ || stopped_) {
            return;
        }
        const auto skip = skip_(item.article);
        if (!skip) {
            failure_ = skip.error();
            stopped_ = true;
            item.skipped = true;
            return;
        }
        item.skipped = *skip;
    }

    const Extractor& extractor_;
    bool layers_;
    articles::ArticleSource& source_;
    Diagnostics& diagnostics_;
    std::mutex& mutex_;
    const std::function<Result<bool>(const Article&)>& skip_;
    const std::function<Status(const Article&, Reading)>& deliver_;
    std::optional<Error> failure_;
    std::atomic<bool> stopped_ = false;
    PipelineReport report_;
};

} // namespace

Result<PipelineReport> run_pipeline(const Extractor& extractor,
                                    const std::vector<std::string>& inputs,
                                    const PipelineOptions& options, std::istream& standard_input,
                                    Diagnostics& diagnostics,
                                    const std::function<Result<bool>(const Article&)>& skip,
                                    const std::function<Status(const Article&, Reading)>& deliver)
{
    std::mutex mutex;
    LockedDiagnostics locked{diagnostics, mutex};
    articles::ArticleSource source{inputs, options.read, standard_input, locked};
    Run run{extractor, options.layers, source, diagnostics, mutex, skip, deliver};
    const std::size_t threads = options.threads != 0
                                    ? options.threads
                                    : std::max<std::size_t>(std::thread::hardware_concurrency(), 1);
    using ItemPtr = std::shared_ptr<Item>;
    const tbb::global_control limit{tbb::global_control::max_allowed_parallelism, threads};
    tbb::task_arena arena{static_cast<int>(std::min<std::size_t>(threads, 256))};
    arena.execute([&] {
        tbb::parallel_pipeline(
            threads * kTokensPerThread,
            tbb::make_filter<void, ItemPtr>(
                tbb::filter_mode::serial_in_order,
                [&](tbb::flow_control& control) { return run.read(control); }) &
                tbb::make_filter<ItemPtr, ItemPtr>(tbb::filter_mode::parallel,
                                                   [&](ItemPtr item) {
                                                       run.extract(*item);
                                                       return item;
                                                   }) &
                tbb::make_filter<ItemPtr, void>(tbb::filter_mode::serial_in_order,
                                                [&](const ItemPtr& item) { run.deliver(*item); }));
    });
    if (run.failure()) {
        return *run.failure();
    }
    PipelineReport report = run.report();
    report.failed += source.failures();
    return report;
}

} // namespace entente::extractors
