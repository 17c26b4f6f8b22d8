// SPDX-License-Identifier: Apache-2.0
#include "extractors/long_text.hpp"
#include "extractors/pipeline.hpp"
#include "tests/support/catch.hpp"

#include <fmt/format.h>

#include <sstream>
#include <stdexcept>
#include <thread>

using namespace entente; // NOLINT(google-build-using-namespace)

namespace {

/// Takes longer over early articles, so that late ones finish first, and fails on what holds
/// "rotten".
class UnevenExtractor final : public extractors::Extractor {
public:
    [[nodiscard]] std::string_view version() const noexcept override { return "uneven 1"; }

    [[nodiscard]] extractors::Reading read(const Article& article, Trace*) const override
    {
        if (article.text.find("rotten") != std::string::npos) {
            throw std::runtime_error{"rotten indeed"};
        }
        std::this_thread::sleep_for(std::chrono::microseconds{article.text.size() % 7 * 300});
        extractors::Reading reading;
        reading.mentions.emplace_back().article = article.id;
        return reading;
    }
};

std::string numbered_articles(int count, int rotten = -1)
{
    std::string lines;
    for (int i = 0; i < count; ++i) {
        lines += i == rotten ? fmt::format("{{\"id\": \"{}\", \"text\": \"rotten\"}}\n", i)
                             : fmt::format("{{\"id\": \"{}\", \"text\": \"{}\"}}\n", i,
                                           std::string(static_cast<std::size_t>(i % 11) + 1, 'x'));
    }
    return lines;
}

struct Outcome {
    std::vector<std::string> delivered;
    std::vector<std::string> messages;
    extractors::PipelineReport report;
};

Outcome run(const std::string& input, std::size_t threads,
            const std::function<Result<bool>(const Article&)>& skip = {})
{
    std::istringstream in{input};
    CollectedDiagnostics diagnostics;
    extractors::PipelineOptions options;
    options.threads = threads;
    Outcome outcome;
    const auto report =
        extractors::run_pipeline(UnevenExtractor{}, {"-"}, options, in, diagnostics, skip,
                                 [&](const extractors::Delivery& delivery) -> Status {
                                     outcome.delivered.push_back(delivery.article.id);
                                     return {};
                                 });
    REQUIRE(report.ok());
    outcome.report = *report;
    for (const Diagnostic& item : diagnostics.items()) {
        outcome.messages.push_back(item.error.message());
    }
    return outcome;
}

} // namespace

TEST_CASE("articles are delivered in the order of the input on any number of threads", "[pipeline]")
{
    std::vector<std::string> expected;
    for (int i = 0; i < 200; ++i) {
        expected.push_back(std::to_string(i));
    }
    for (const std::size_t threads : {1U, 2U, 8U}) {
        INFO(threads << " threads");
        CHECK(run(numbered_articles(200), threads).delivered == expected);
    }
}

TEST_CASE("one rotten article costs itself and nothing else", "[pipeline]")
{
    const Outcome outcome = run(numbered_articles(50, 17), 4);
    CHECK(outcome.report.articles == 49);
    CHECK(outcome.report.failed == 1);
    REQUIRE(outcome.messages.size() == 1);
    CHECK(outcome.messages.front().find("article \"17\" could not be read: rotten indeed") == 0);
}

TEST_CASE("a rotten part costs its article, and who got the first part gets the last", "[pipeline]")
{
    std::string text(3 * extractors::kLongestPart - 100, 'x');
    text.replace(extractors::kLongestPart + 10, 6, "rotten");
    for (const auto delivered : {extractors::Delivered::layers, extractors::Delivered::mentions}) {
        std::istringstream in{"{\"id\": \"long\", \"text\": \"" + text + "\"}\n" +
                              numbered_articles(1)};
        CollectedDiagnostics diagnostics;
        extractors::PipelineOptions options;
        options.delivered = delivered;
        std::string seen; // "(" a first part, ")" a last one, "-" one between
        const auto report =
            extractors::run_pipeline(UnevenExtractor{}, {"-"}, options, in, diagnostics, {},
                                     [&](const extractors::Delivery& delivery) -> Status {
                                         seen += delivery.first ? "(" : "";
                                         seen += delivery.first || delivery.last ? "" : "-";
                                         seen += delivery.last ? ")" : "";
                                         return {};
                                     });
        REQUIRE(report.ok());
        CHECK(report->articles == 1);
        CHECK(report->failed == 1);
        CHECK(diagnostics.items().size() == 1);
        CHECK(seen == (delivered == extractors::Delivered::layers ? "(-)()" : "()"));
    }
}

TEST_CASE("skipped articles are not delivered", "[pipeline]")
{
    const Outcome outcome = run(numbered_articles(10), 2, [](const Article& article) {
        return Result<bool>{article.id != "3"};
    });
    CHECK(outcome.delivered == std::vector<std::string>{"3"});
}

TEST_CASE("a delivery that fails ends the run with its error", "[pipeline]")
{
    std::istringstream in{numbered_articles(100)};
    CollectedDiagnostics diagnostics;
    std::size_t delivered = 0;
    const auto report =
        extractors::run_pipeline(UnevenExtractor{}, {"-"}, {}, in, diagnostics, {},
                                 [&](const extractors::Delivery&) -> Status {
                                     if (++delivered == 5) {
                                         return Error{ErrorCode::write_failed, "full"};
                                     }
                                     return {};
                                 });
    REQUIRE_FALSE(report.ok());
    CHECK(report.error().code() == ErrorCode::write_failed);
    CHECK(delivered == 5);
}
