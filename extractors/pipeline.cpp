// SPDX-License-Identifier: Apache-2.0
#include "extractors/pipeline.hpp"

#include "extractors/articles/source.hpp"
#include "extractors/long_text.hpp"

#include <fmt/format.h>
#include <oneapi/tbb/global_control.h>
#include <oneapi/tbb/parallel_pipeline.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <iterator>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace entente::extractors {

namespace {

namespace tbb = oneapi::tbb;

constexpr std::size_t kTokensPerThread = 4; ///< articles in flight

/// One part of an article on its way through the stages; most articles have only one.
struct Item {
    std::shared_ptr<const Article> article;
    TextPart part;
    bool first = true;
    bool last = true;
    Reading reading;
    std::optional<Error> failure;
};

/// Hands out articles part by part.
class PartSource {
public:
    explicit PartSource(articles::ArticleSource& articles)
        : articles_{articles}
    {}

    /// The next part; nothing at the end. `skip` is asked once an article.
    template <typename Skip>
    [[nodiscard]] std::shared_ptr<Item> next(const Skip& skip)
    {
        while (at_ == parts_.size()) {
            auto article = articles_.next();
            if (!article) {
                return nullptr;
            }
            if (skip(*article)) {
                continue;
            }
            article_ = std::make_shared<const Article>(std::move(*article));
            parts_ = split_text(article_->text);
            parts_.resize(std::max<std::size_t>(parts_.size(), 1)); // of an empty text
            at_ = 0;
        }
        auto item = std::make_shared<Item>();
        item->article = article_;
        item->part = parts_[at_];
        item->first = at_ == 0;
        item->last = ++at_ == parts_.size();
        return item;
    }

private:
    articles::ArticleSource& articles_;
    std::shared_ptr<const Article> article_;
    std::vector<TextPart> parts_; ///< of the article
    std::size_t at_ = 0;
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
    Run(const Extractor& extractor, Delivered delivered, articles::ArticleSource& source,
        Diagnostics& diagnostics, std::mutex& mutex,
        const std::function<Result<bool>(const Article&)>& skip,
        const std::function<Status(Delivery)>& deliver)
        : extractor_{extractor}
        , delivered_{delivered}
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
        std::shared_ptr<Item> item;
        if (!stopped_) {
            item = source_.next([this](const Article& article) { return passes_over(article); });
        }
        if (!item || stopped_) {
            control.stop();
            return nullptr;
        }
        return item;
    }

    void extract(Item& item) const
    {
        const Article& article = *item.article;
        try {
            item.reading = item.first && item.last
                               ? extractor_.read(article, nullptr)
                               : extractor_.read(article_of(article, item.part), nullptr);
            if (delivered_ == Delivered::mentions) {
                item.reading.analysis = {};
                item.reading.actors.clear();
                item.reading.dates.clear();
            }
            move_to_whole(item.reading, item.part);
        } catch (const std::exception& exception) {
            // A defect of the extractor costs one article, never the batch.
            item.failure =
                Error{ErrorCode::internal, fmt::format("article \"{}\" could not be read: {}",
                                                       article.id, exception.what())}
                    .hint("please report the article; all others were read");
        }
    }

    void deliver(Item& item)
    {
        const std::lock_guard lock{mutex_};
        if (stopped_) {
            return;
        }
        if (item.first) {
            failed_ = false;
            mentions_.clear();
        }
        if (item.failure && !failed_) {
            failed_ = true;
            ++report_.failed;
            diagnostics_.error(*item.failure);
        }
        if (delivered_ == Delivered::layers) {
            // Who has got a first part gets a last one.
            if (!failed_ || !(item.first && item.last)) {
                hand_over({*item.article, std::move(item.reading), item.first, item.last});
            }
        } else if (!failed_) {
            std::move(item.reading.mentions.begin(), item.reading.mentions.end(),
                      std::back_inserter(mentions_));
            if (item.last) {
                Reading reading;
                reading.mentions = std::exchange(mentions_, {});
                hand_over({*item.article, std::move(reading)});
            }
        }
    }

private:
    void hand_over(Delivery delivery)
    {
        const bool last = delivery.last;
        const Status delivered = deliver_(std::move(delivery));
        if (!delivered) {
            failure_ = delivered.error();
            stopped_ = true;
            return;
        }
        report_.articles += last && !failed_ ? 1 : 0;
    }

    /// Once stopped, no article is passed over: that would read the source to its end.
    [[nodiscard]] bool passes_over(const Article& article)
    {
        const std::lock_guard lock{mutex_};
        if (!skip_ || stopped_) {
            return false;
        }
        const auto skip = skip_(article);
        if (!skip) {
            failure_ = skip.error();
            stopped_ = true;
            return false;
        }
        return *skip;
    }

    const Extractor& extractor_;
    Delivered delivered_;
    PartSource source_;
    Diagnostics& diagnostics_;
    std::mutex& mutex_;
    const std::function<Result<bool>(const Article&)>& skip_;
    const std::function<Status(Delivery)>& deliver_;
    std::optional<Error> failure_;
    std::atomic<bool> stopped_ = false;
    bool failed_ = false;           ///< the article that is delivered, in one of its parts
    std::vector<Mention> mentions_; ///< of its parts so far
    PipelineReport report_;
};

} // namespace

Result<PipelineReport> run_pipeline(const Extractor& extractor,
                                    const std::vector<std::string>& inputs,
                                    const PipelineOptions& options, std::istream& standard_input,
                                    Diagnostics& diagnostics,
                                    const std::function<Result<bool>(const Article&)>& skip,
                                    const std::function<Status(Delivery)>& deliver)
{
    std::mutex mutex;
    LockedDiagnostics locked{diagnostics, mutex};
    articles::ArticleSource source{inputs, options.read, standard_input, locked};
    Run run{extractor, options.delivered, source, diagnostics, mutex, skip, deliver};
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
