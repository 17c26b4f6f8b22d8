// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/training/sentence_training.hpp"

#include "core/text.hpp"
#include "extractors/language/model_file.hpp"
#include "extractors/language/sentence_features.hpp"
#include "extractors/language/tokenizer.hpp"

#include <algorithm>
#include <cmath>
#include <random>

namespace entente::language {

namespace {

constexpr std::size_t kTableSize = std::size_t{1} << kSentenceTableBits;

struct Gap {
    SentenceFeatureVector places{};
    bool ends = false;
};

/// The plausible gaps of one line, which begins `offset` code points into its document.
void collect(std::string_view line, std::size_t offset, std::span<const Span> sentences,
             std::vector<Gap>& gaps)
{
    const std::vector<Token> tokens = tokenize(line).tokens;
    if (tokens.empty()) {
        return;
    }
    const SentenceFeatures features{tokens, 0, tokens.size()};
    std::size_t sentence = 0;
    std::size_t gold = 0;
    for (std::size_t i = 1; i < tokens.size(); ++i) {
        const std::size_t from = tokens[i - 1].code_points.end + offset;
        const std::size_t to = tokens[i].code_points.begin + offset;
        while (gold < sentences.size() && sentences[gold].begin < from) {
            ++gold;
        }
        const bool ends = gold < sentences.size() && sentences[gold].begin <= to;
        if (features.plausible(i)) {
            gaps.emplace_back();
            gaps.back().ends = ends;
            features.extract(i, sentence, gaps.back().places);
        }
        if (ends) {
            sentence = i;
        }
    }
}

std::vector<Gap> collect(std::span<const SentenceDocument> documents)
{
    std::vector<Gap> gaps;
    for (const SentenceDocument& document : documents) {
        std::size_t offset = 0;
        for (const std::string_view line : text::split(document.text, '\n')) {
            const std::size_t length = text::count_code_points(line);
            const auto first = std::lower_bound(
                document.sentences.begin(), document.sentences.end(), offset,
                [](const Span& span, std::size_t begin) { return span.begin < begin; });
            collect(line, offset, {first, document.sentences.end()}, gaps);
            offset += length + 1;
        }
    }
    return gaps;
}

/// Logistic regression by stochastic gradients with rates of each weight's own (AdaGrad).
class Regression {
public:
    explicit Regression(const SentenceTrainingOptions& options)
        : options_{options}
        , weights_(kTableSize)
        , squares_(kTableSize, 1e-2F)
    {}

    void learn(const Gap& gap)
    {
        float sum = bias_;
        for (const std::uint32_t place : gap.places) {
            sum += weights_[place];
        }
        const float error = 1.0F / (1.0F + std::exp(-sum)) - (gap.ends ? 1.0F : 0.0F);
        for (const std::uint32_t place : gap.places) {
            const float slope = error + options_.shrinkage * weights_[place];
            squares_[place] += slope * slope;
            weights_[place] -= options_.rate * slope / std::sqrt(squares_[place]);
        }
        bias_ -= 0.01F * options_.rate * error;
    }

    [[nodiscard]] std::string section() const
    {
        float largest = 1e-3F;
        for (const float weight : weights_) {
            largest = std::max(largest, std::abs(weight));
        }
        const float scale = largest / 127.0F;
        std::vector<std::int8_t> small(weights_.size());
        std::transform(weights_.begin(), weights_.end(), small.begin(), [scale](float weight) {
            return static_cast<std::int8_t>(std::lround(weight / scale));
        });
        SectionWriter writer;
        writer.put(bias_);
        writer.put(scale);
        writer.put_array(small);
        return writer.bytes();
    }

private:
    SentenceTrainingOptions options_;
    std::vector<float> weights_;
    std::vector<float> squares_;
    float bias_ = 0;
};

} // namespace

std::string train_sentences(std::span<const SentenceDocument> documents,
                            const SentenceTrainingOptions& options)
{
    std::vector<Gap> gaps = collect(documents);
    Regression regression{options};
    std::mt19937_64 random{options.seed};
    for (std::size_t epoch = 0; epoch < options.epochs; ++epoch) {
        // Not std::shuffle, whose order differs from library to library.
        for (std::size_t i = gaps.size(); i > 1; --i) {
            std::swap(gaps[i - 1], gaps[random() % i]);
        }
        for (const Gap& gap : gaps) {
            regression.learn(gap);
        }
    }
    return regression.section();
}

} // namespace entente::language
