// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/training/network_trainer.hpp"

#include "extractors/language/analysis.hpp"
#include "extractors/language/punctuation.hpp"
#include "extractors/language/training/batches.hpp"
#include "extractors/language/training/network_model.hpp"
#include "extractors/language/training/network_sections.hpp"
#include "extractors/language/training/quantised.hpp"
#include "extractors/language/training/vocabulary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <utility>

namespace entente::language::training {

namespace {

/// Words with the right tag, head, and head and label, of so many; with gold words and sentences.
/// Punctuation counts, as in score_conllu.
struct Scores {
    std::size_t words = 0;
    std::size_t upos = 0;
    std::size_t xpos = 0;
    std::size_t heads = 0;
    std::size_t labelled = 0;

    [[nodiscard]] double percent(std::size_t count) const
    {
        return 100.0 *
               (static_cast<double>(count) / static_cast<double>(std::max<std::size_t>(words, 1)));
    }
};

std::string_view without_subtype(std::string_view relation)
{
    return relation.substr(0, relation.find(':'));
}

/// \param first number in the batch of the example's first word
void add_scores(Scores& scores, const Predictions& found, const Labels& labels,
                const Example& example, std::size_t first)
{
    for (std::size_t i = 0; i < example.forms.size(); ++i) {
        const std::size_t word = first + i;
        const std::size_t gold = example.heads[i] == kRoot ? i : example.heads[i];
        const bool head = found.heads[word] == first + gold;
        const std::uint16_t relation = found.relations[word];
        const std::string_view label =
            relation == kNoLabel ? kPunctuation : labels.relations.names()[relation];
        scores.upos += labels.upos.names()[found.upos[word]] == example.upos[i] ? 1U : 0U;
        scores.xpos += labels.xpos.names()[found.xpos[word]] == example.xpos[i] ? 1U : 0U;
        scores.heads += head ? 1U : 0U;
        scores.labelled +=
            head && without_subtype(label) == without_subtype(example.relations[i]) ? 1U : 0U;
    }
    scores.words += example.forms.size();
}

Scores measure(NetworkModel& model, Batcher& batcher, const Labels& labels,
               const std::vector<Example>& examples, std::size_t batch_words)
{
    Scores scores;
    for (std::size_t at = 0; at < examples.size();) {
        Batch batch;
        const std::size_t from = at;
        while (at < examples.size() && batch.begins.back() < batch_words) {
            batcher.add(batch, examples[at++], nullptr);
        }
        const Predictions found = model.predict(batch, labels.upos.find("PUNCT"));
        for (std::size_t i = from; i < at; ++i) {
            add_scores(scores, found, labels, examples[i], batch.begins[i - from]);
        }
    }
    return scores;
}

/// The examples of an epoch, each as often as it is to be seen.
std::vector<const Example*> examples_of_epoch(const std::vector<Example>& train,
                                              const std::vector<Example>& made_up)
{
    std::vector<const Example*> all;
    for (const Example& example : train) {
        all.insert(all.end(), example.repeat, &example);
    }
    for (const Example& example : made_up) {
        all.push_back(&example);
    }
    return all;
}

/// Up over the first steps, then down to nought.
/// \param done epochs, with the part of the present one
float rate_at(const TrainingOptions& options, std::size_t step, double done)
{
    constexpr double kWarmUp = 200.0;
    return options.rate *
           static_cast<float>(std::min(static_cast<double>(step) / kWarmUp,
                                       std::max(1.0 - done / options.epochs, 0.001)));
}

/// One pass over the examples.
/// \param epochs those before
/// \param step   counts the steps of all epochs
/// \returns losses of a batch on average
Losses learn(NetworkModel& model, Batcher& batcher, const std::vector<const Example*>& examples,
             const TrainingOptions& options, unsigned epochs, std::size_t& step, Random& random)
{
    constexpr float kLargestNorm = 5.0F;
    Losses sum;
    double batches = 0;
    for (std::size_t at = 0; at < examples.size();) {
        Batch batch;
        while (at < examples.size() && batch.begins.back() < options.batch_words) {
            batcher.add(batch, *examples[at++], &random);
        }
        const Losses losses = model.learn(batch, options.dropout, options.entity_weight, random);
        sum.tags += losses.tags;
        sum.arcs += losses.arcs;
        sum.labels += losses.labels;
        sum.entities += losses.entities;
        ++batches;
        AdamOptions adam;
        adam.rate = rate_at(options, ++step,
                            static_cast<double>(epochs) +
                                static_cast<double>(at) / static_cast<double>(examples.size()));
        model.step(adam, kLargestNorm);
    }
    return {sum.tags / batches, sum.arcs / batches, sum.labels / batches, sum.entities / batches};
}

std::string in_a_line(const std::string& set, const Scores& scores)
{
    return fmt::format("  {} upos {:.2f} xpos {:.2f} uas {:.2f} las {:.2f}", set,
                       scores.percent(scores.upos), scores.percent(scores.xpos),
                       scores.percent(scores.heads), scores.percent(scores.labelled));
}

} // namespace

NetworkSections train_network(const std::vector<Example>& train,
                              const std::vector<NamedExamples>& measured,
                              const WordVectors& vectors, const TrainingOptions& options,
                              const TrainingHooks& hooks)
{
    using Clock = std::chrono::steady_clock;
    constexpr std::ptrdiff_t kKiB = 1024;
    Eigen::setCpuCacheSizes(32 * kKiB, 512 * kKiB, 8192 * kKiB); // the same sums on every machine
    Random random{options.seed};
    const FeatureCounts counts = count_features(train);
    const std::vector<std::uint64_t> features = counts.at_least(options.least_count);
    const Labels labels = collect_labels(train);
    FormInventory forms{features, vectors, counts};

    // What the program will read is what training sees: vectors of small integers.
    const Quantised quantised = quantise(vectors.values.data(), vectors.words.size(), vectors.size);
    NetworkShape shape = options.shape;
    shape.vector = static_cast<std::uint32_t>(vectors.size);
    NetworkModel model{shape,
                       {labels.upos.names().size(), labels.xpos.names().size(),
                        labels.relations.names().size(), labels.entities.names().size()},
                       features.size(),
                       restore(quantised, vectors.size),
                       random};
    Batcher batcher{forms, labels, options.variation};

    std::size_t sentences = 0;
    std::size_t words = 0;
    for (const Example& example : train) {
        sentences += example.repeat;
        words += example.repeat * example.forms.size();
    }
    hooks.report(fmt::format("{} sentences, {} words an epoch, {} features, {} vectors, {} weights",
                             sentences, words, features.size(), vectors.words.size(),
                             model.parameters.size()));
    std::size_t step = 0;
    const auto begin = Clock::now();
    for (unsigned epoch = 1; epoch <= options.epochs; ++epoch) {
        const std::vector<Example> made_up =
            hooks.made_up ? hooks.made_up() : std::vector<Example>{};
        std::vector<const Example*> examples = examples_of_epoch(train, made_up);
        random.shuffle(examples);
        const Losses losses = learn(model, batcher, examples, options, epoch - 1, step, random);
        const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
        std::string line = fmt::format(
            "epoch {:2}  {:5.0f} s  loss tags {:.4f} arcs {:.4f} labels {:.4f} entities {:.4f}",
            epoch, seconds, losses.tags, losses.arcs, losses.labels, losses.entities);
        if (epoch % options.measure_every == 0 || epoch == options.epochs) {
            for (const NamedExamples& set : measured) {
                line += in_a_line(
                    set.name, measure(model, batcher, labels, set.examples, options.batch_words));
            }
        }
        hooks.report(line);
    }
    return {words_section(model, features, vectors, quantised), network_section(model, labels)};
}

} // namespace entente::language::training
