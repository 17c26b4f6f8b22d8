// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/training/network_trainer.hpp"

#include "extractors/language/punctuation.hpp"
#include "extractors/language/training/network_model.hpp"
#include "extractors/language/word_features.hpp"
#include "extractors/language/word_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <map>
#include <numeric>
#include <unordered_map>

namespace entente::language::training {

namespace {

/// Numbers from -127 to 127 with one scale a row.
struct Quantised {
    std::vector<std::int8_t> values;
    std::vector<float> scales;
};

Quantised quantise(const float* values, std::size_t rows, std::size_t columns)
{
    constexpr float kLargest = 127.0F;
    Quantised out;
    out.values.reserve(rows * columns);
    for (std::size_t row = 0; row < rows; ++row) {
        const float* from = values + row * columns;
        float largest = 1e-12F;
        for (std::size_t k = 0; k < columns; ++k) {
            largest = std::max(largest, std::abs(from[k]));
        }
        out.scales.push_back(largest / kLargest);
        for (std::size_t k = 0; k < columns; ++k) {
            out.values.push_back(
                static_cast<std::int8_t>(std::lround(from[k] / largest * kLargest)));
        }
    }
    return out;
}

/// Names to numbers, in the order of their first use.
class LabelSet {
public:
    std::uint16_t number(const std::string& label)
    {
        const auto [found, added] =
            numbers_.emplace(label, static_cast<std::uint16_t>(names_.size()));
        if (added) {
            names_.push_back(label);
        }
        return found->second;
    }

    [[nodiscard]] std::uint16_t find(const std::string& label) const
    {
        const auto found = numbers_.find(label);
        return found == numbers_.end() ? kNoLabel : found->second;
    }

    [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

private:
    std::unordered_map<std::string, std::uint16_t> numbers_;
    std::vector<std::string> names_;
};

struct Labels {
    LabelSet upos;
    LabelSet xpos;
    LabelSet relations;
    LabelSet entities;
};

/// How often each key occurs, in the order of first use.
class FeatureCounts {
public:
    void add(std::uint64_t key, unsigned times)
    {
        const auto [found, added] = counts_.emplace(key, 0U);
        found->second += times;
        if (added) {
            order_.push_back(key);
        }
    }

    [[nodiscard]] std::vector<std::uint64_t> at_least(unsigned least) const
    {
        std::vector<std::uint64_t> keys;
        std::copy_if(order_.begin(), order_.end(), std::back_inserter(keys),
                     [&](std::uint64_t key) { return counts_.at(key) >= least; });
        return keys;
    }

    [[nodiscard]] unsigned count(std::uint64_t key) const
    {
        const auto found = counts_.find(key);
        return found == counts_.end() ? 0 : found->second;
    }

private:
    std::unordered_map<std::uint64_t, unsigned> counts_;
    std::vector<std::uint64_t> order_;
};

/// What the network knows of a form.
struct KnownForm {
    std::vector<std::uint32_t> rows; ///< the first `words` of them name the word
    std::size_t words = 0;
    unsigned count = 0; ///< of its lower-case form in the training data
    std::uint32_t vector = kNoVector;
};

class FormInventory {
public:
    FormInventory(const std::vector<std::uint64_t>& features, const WordVectors& vectors,
                  const FeatureCounts& counts)
        : counts_{counts}
    {
        for (std::size_t i = 0; i < features.size(); ++i) {
            rows_.emplace(features[i], static_cast<std::uint32_t>(i));
        }
        for (std::size_t i = 0; i < vectors.words.size(); ++i) {
            vectors_.emplace(feature_key('v', vectors.words[i]), static_cast<std::uint32_t>(i));
        }
    }

    const KnownForm& find(const std::string& form)
    {
        const auto [found, added] = forms_.try_emplace(form);
        KnownForm& known = found->second;
        if (!added) {
            return known;
        }
        FormKeys keys;
        form_keys(form, keys);
        for (std::size_t i = 0; i < keys.features.size(); ++i) {
            if (const auto row = rows_.find(keys.features[i]); row != rows_.end()) {
                known.rows.push_back(row->second);
                known.words += i < kWordKeys ? 1 : 0;
            }
        }
        known.count = counts_.count(keys.features[1]);
        if (const auto vector = vectors_.find(keys.vector); vector != vectors_.end()) {
            known.vector = vector->second;
        }
        return known;
    }

    [[nodiscard]] std::uint32_t hint_row(unsigned bit) const
    {
        const auto found = rows_.find(hint_key(bit));
        return found == rows_.end() ? kNoVector : found->second;
    }

private:
    const FeatureCounts& counts_;
    std::unordered_map<std::uint64_t, std::uint32_t> rows_;
    std::unordered_map<std::uint64_t, std::uint32_t> vectors_;
    std::unordered_map<std::string, KnownForm> forms_;
};

constexpr unsigned kHintBits = 32;

FeatureCounts count_features(const std::vector<Example>& examples)
{
    FeatureCounts counts;
    FormKeys keys;
    for (const Example& example : examples) {
        for (const std::string& form : example.forms) {
            form_keys(form, keys);
            for (const std::uint64_t key : keys.features) {
                counts.add(key, 1);
            }
        }
        for (const std::uint32_t hints : example.hints) {
            for (unsigned bit = 0; bit < kHintBits; ++bit) {
                if ((hints >> bit & 1U) != 0) {
                    counts.add(hint_key(bit), 1);
                }
            }
        }
    }
    return counts;
}

Labels collect_labels(const std::vector<Example>& examples)
{
    Labels labels;
    labels.relations.number("root");
    labels.entities.number("O");
    for (const Example& example : examples) {
        for (std::size_t i = 0; i < example.forms.size(); ++i) {
            labels.upos.number(example.upos[i]);
            labels.xpos.number(example.xpos[i]);
            labels.relations.number(example.relations[i]);
        }
        for (const std::string& entity : example.entities) {
            labels.entities.number(entity);
        }
    }
    return labels;
}

char upper_ascii(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

/// Shows a sentence as a headline or a careless writer would have it.
void recase(std::vector<std::string>& forms, std::size_t way)
{
    for (std::string& form : forms) {
        switch (way) {
        case 0:
            std::transform(form.begin(), form.end(), form.begin(), upper_ascii);
            break;
        case 1:
            if (form.size() > 3) {
                form.front() = upper_ascii(form.front());
            }
            break;
        default:
            form = lower_form(form);
        }
    }
}

/// Builds batches from examples.
class Batcher {
public:
    Batcher(FormInventory& forms, const Labels& labels, const TrainingOptions& options)
        : forms_{forms}
        , labels_{labels}
        , options_{options}
    {}

    /// \param random where given, the example is varied as training wants it
    void add(Batch& batch, const Example& example, Random* random)
    {
        std::size_t words = example.forms.size();
        std::vector<std::string> varied;
        const std::vector<std::string>* forms = &example.forms;
        if (random != nullptr) {
            if (random->uniform() < options_.unpunctuated && ends_in_loose_mark(example)) {
                --words;
            }
            if (random->uniform() < options_.recased) {
                varied = example.forms;
                recase(varied, random->below(3));
                forms = &varied;
            }
        }
        const std::size_t first = batch.begins.back();
        for (std::size_t i = 0; i < words; ++i) {
            add_word(batch, forms_.find((*forms)[i]), random);
            add_hints(batch.rows.back(), example.hints.empty() ? 0 : example.hints[i]);
            batch.upos.push_back(number(labels_.upos, example.upos, i));
            batch.xpos.push_back(number(labels_.xpos, example.xpos, i));
            const bool mark = !example.heads.empty() && example.relations[i] == kPunctuation &&
                              example.heads[i] != kRoot;
            batch.relations.push_back(mark ? kNoLabel
                                           : number(labels_.relations, example.relations, i));
            batch.entities.push_back(number(labels_.entities, example.entities, i));
            if (random == nullptr) {
                batch.forms.push_back(example.forms[i]);
            }
            if (mark || example.heads.empty()) {
                batch.heads.push_back(kNoHead); // marks hang by rules
                continue;
            }
            const std::size_t head = example.heads[i];
            batch.heads.push_back(static_cast<std::uint32_t>(first + (head == kRoot ? i : head)));
        }
        batch.begins.push_back(first + words);
    }

private:
    [[nodiscard]] static std::uint16_t number(const LabelSet& labels,
                                              const std::vector<std::string>& names, std::size_t i)
    {
        return names.empty() ? kNoLabel : labels.find(names[i]);
    }

    [[nodiscard]] static bool ends_in_loose_mark(const Example& example)
    {
        if (example.heads.empty()) {
            return false;
        }
        const std::size_t last = example.forms.size() - 1;
        return last > 0 && example.upos[last] == "PUNCT" && example.heads[last] != kRoot &&
               std::find(example.heads.begin(), example.heads.end(), last) == example.heads.end();
    }

    void add_word(Batch& batch, const KnownForm& form, Random* random) const
    {
        constexpr float kRare = 20.0F;
        auto& rows = batch.rows.emplace_back(form.rows);
        std::uint32_t vector = form.vector;
        if (random != nullptr) {
            const float rarity = kRare / (kRare + static_cast<float>(form.count));
            if (random->uniform() < options_.word_dropout * rarity) {
                rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(form.words));
            }
            if (random->uniform() < options_.word_dropout * rarity * 0.5F) {
                vector = kNoVector;
            }
        }
        batch.vectors.push_back(vector);
    }

    void add_hints(std::vector<std::uint32_t>& rows, std::uint32_t hints) const
    {
        for (unsigned bit = 0; hints >> bit != 0; ++bit) {
            if ((hints >> bit & 1U) != 0) {
                if (const std::uint32_t row = forms_.hint_row(bit); row != kNoVector) {
                    rows.push_back(row);
                }
            }
            if (bit + 1 == kHintBits) {
                break;
            }
        }
    }

    FormInventory& forms_;
    const Labels& labels_;
    const TrainingOptions& options_;
};

TrainingScores measure(NetworkModel& model, Batcher& batcher, const Labels& labels,
                       const NamedExamples& set, std::size_t batch_words)
{
    TrainingScores scores;
    scores.set = set.name;
    std::size_t words = 0;
    std::array<std::size_t, 4> right{};
    for (std::size_t at = 0; at < set.examples.size();) {
        Batch batch;
        std::vector<const Example*> examples;
        while (at < set.examples.size() && batch.begins.back() < batch_words) {
            batcher.add(batch, set.examples[at], nullptr);
            examples.push_back(&set.examples[at++]);
        }
        const Predictions found = model.predict(batch, labels.upos.find("PUNCT"));
        const auto base = [](const std::string& label) {
            return label.substr(0, label.find(':'));
        };
        std::size_t word = 0;
        for (const Example* example : examples) {
            const std::size_t first = word;
            for (std::size_t i = 0; i < example->forms.size(); ++i, ++word) {
                const std::size_t gold = example->heads[i] == kRoot ? i : example->heads[i];
                const bool head = found.heads[word] == first + gold;
                const std::uint16_t relation = found.relations[word];
                const std::string label = relation == kNoLabel ? std::string{kPunctuation}
                                                               : labels.relations.names()[relation];
                right[0] += labels.upos.names()[found.upos[word]] == example->upos[i] ? 1U : 0U;
                right[1] += labels.xpos.names()[found.xpos[word]] == example->xpos[i] ? 1U : 0U;
                right[2] += head ? 1U : 0U;
                right[3] += head && base(label) == base(example->relations[i]) ? 1U : 0U;
            }
        }
        words += word;
    }
    const auto share = [words](std::size_t count) {
        return static_cast<double>(count) / static_cast<double>(std::max<std::size_t>(words, 1));
    };
    scores.upos = share(right[0]);
    scores.xpos = share(right[1]);
    scores.uas = share(right[2]);
    scores.las = share(right[3]);
    return scores;
}

void put_matrix(SectionWriter& section, const NetworkModel& model, const Slot& slot)
{
    const ConstMatrixView values = model.parameters.value(slot);
    section.put_array(std::span<const float>{values.data(), slot.size()});
}

void put_linear(SectionWriter& section, const NetworkModel& model, const Linear& linear)
{
    put_matrix(section, model, linear.weight);
    put_matrix(section, model, linear.bias);
}

void put_names(SectionWriter& section, const std::vector<std::string>& names)
{
    section.put(static_cast<std::uint32_t>(names.size()));
    for (const std::string& name : names) {
        section.put_text(name);
    }
}

std::string words_section(const NetworkModel& model, const std::vector<std::uint64_t>& features,
                          const WordVectors& vectors, const Quantised& quantised)
{
    SectionWriter section;
    section.put(static_cast<std::uint32_t>(vectors.size));
    section.put_array(quantised.values);
    section.put_array(quantised.scales);
    std::vector<std::uint64_t> keys;
    for (const std::string& word : vectors.words) {
        keys.push_back(feature_key('v', word));
    }
    WordTable::write(section, keys);
    std::vector<float> rows;
    for (std::size_t row = 0; row < model.features.rows(); ++row) {
        rows.insert(rows.end(), model.features.row(row),
                    model.features.row(row) + model.features.columns());
    }
    const Quantised learned =
        quantise(rows.data(), model.features.rows(), model.features.columns());
    section.put(static_cast<std::uint32_t>(model.features.columns()));
    section.put_array(learned.values);
    section.put_array(learned.scales);
    WordTable::write(section, features);
    return section.bytes();
}

std::string network_section(const NetworkModel& model, const Labels& labels)
{
    SectionWriter section;
    section.put(model.shape);
    put_names(section, labels.upos.names());
    put_names(section, labels.xpos.names());
    put_names(section, labels.relations.names());
    put_names(section, labels.entities.names());
    put_linear(section, model, model.vector_projection);
    for (const Recurrent& layer : model.recurrent) {
        put_matrix(section, model, layer.weight);
        put_matrix(section, model, layer.peep);
        put_matrix(section, model, layer.bias);
    }
    put_linear(section, model, model.heads);
    put_linear(section, model, model.upos);
    put_linear(section, model, model.xpos);
    put_linear(section, model, model.entities);
    put_matrix(section, model, model.arc_matrix);
    put_matrix(section, model, model.arc_bias);
    put_matrix(section, model, model.arc_root);
    put_matrix(section, model, model.arc_distance);
    put_matrix(section, model, model.label_root);
    put_matrix(section, model, model.label_distance);
    put_linear(section, model, model.relations);
    return section.bytes();
}

} // namespace

Result<WordVectors> read_vectors(std::istream& in, std::string_view name, std::size_t most_words)
{
    WordVectors vectors;
    std::string line;
    std::unordered_map<std::uint64_t, bool> seen;
    for (std::size_t number = 1; vectors.words.size() < most_words && std::getline(in, line);
         ++number) {
        const auto failure = [&](std::string_view what) {
            return Error{ErrorCode::bad_dataset, fmt::format("{}:{}: {}", name, number, what)}.hint(
                "a line is a word and its numbers, with blanks between");
        };
        const std::size_t blank = line.find(' ');
        if (blank == std::string::npos || blank == 0) {
            return failure("no word vector");
        }
        const std::size_t before = vectors.values.size();
        const char* at = line.data() + blank;
        const char* end = line.data() + line.size();
        while (at < end) {
            float value = 0.0F;
            const auto [next, code] = std::from_chars(at + 1, end, value);
            if (code != std::errc{} || !std::isfinite(value) || (next != end && *next != ' ')) {
                return failure("not a number");
            }
            vectors.values.push_back(value);
            at = next;
        }
        const std::size_t size = vectors.values.size() - before;
        if (vectors.size == 0) {
            vectors.size = size;
        }
        if (size != vectors.size) {
            return failure(fmt::format("{} numbers where others have {}", size, vectors.size));
        }
        std::string word = line.substr(0, blank);
        if (!seen.emplace(feature_key('v', word), true).second) {
            vectors.values.resize(before); // the same in lower case
            continue;
        }
        vectors.words.push_back(std::move(word));
    }
    return vectors;
}

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
    std::vector<float> values(quantised.values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = static_cast<float>(quantised.values[i]) * quantised.scales[i / vectors.size];
    }
    NetworkShape shape = options.shape;
    shape.vector = static_cast<std::uint32_t>(vectors.size);
    NetworkModel model{shape,
                       {labels.upos.names().size(), labels.xpos.names().size(),
                        labels.relations.names().size(), labels.entities.names().size()},
                       features.size(),
                       std::move(values),
                       random};
    Batcher batcher{forms, labels, options};

    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < train.size(); ++i) {
        order.insert(order.end(), train[i].repeat, i);
    }
    std::size_t words = 0;
    for (const std::size_t i : order) {
        words += train[i].forms.size();
    }
    hooks.report(fmt::format("{} sentences, {} words an epoch, {} features, {} vectors, {} weights",
                             order.size(), words, features.size(), vectors.words.size(),
                             model.parameters.size()));
    std::size_t step = 0;
    const auto begin = Clock::now();
    for (unsigned epoch = 1; epoch <= options.epochs; ++epoch) {
        // Numbers from train.size() on are made up for this epoch alone.
        const std::vector<Example> made_up =
            hooks.made_up ? hooks.made_up() : std::vector<Example>{};
        std::vector<std::size_t> all = order;
        for (std::size_t i = 0; i < made_up.size(); ++i) {
            all.push_back(train.size() + i);
        }
        random.shuffle(all);
        Losses sum;
        double batches = 0;
        for (std::size_t at = 0; at < all.size();) {
            Batch batch;
            while (at < all.size() && batch.begins.back() < options.batch_words) {
                const std::size_t i = all[at++];
                batcher.add(batch, i < train.size() ? train[i] : made_up[i - train.size()],
                            &random);
            }
            const Losses losses =
                model.learn(batch, options.dropout, options.entity_weight, random);
            sum.tags += losses.tags;
            sum.arcs += losses.arcs;
            sum.labels += losses.labels;
            sum.entities += losses.entities;
            ++batches;
            // Up over the first steps, then down to nought.
            constexpr double kWarmUp = 200.0;
            constexpr float kLargestNorm = 5.0F;
            const double done = static_cast<double>(epoch - 1) +
                                static_cast<double>(at) / static_cast<double>(all.size());
            AdamOptions adam;
            adam.rate = options.rate *
                        static_cast<float>(std::min(static_cast<double>(++step) / kWarmUp,
                                                    std::max(1.0 - done / options.epochs, 0.001)));
            model.step(adam, kLargestNorm);
        }
        const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
        std::string line = fmt::format(
            "epoch {:2}  {:5.0f} s  loss tags {:.4f} arcs {:.4f} labels {:.4f} entities {:.4f}",
            epoch, seconds, sum.tags / batches, sum.arcs / batches, sum.labels / batches,
            sum.entities / batches);
        if (epoch % options.measure_every == 0 || epoch == options.epochs) {
            for (const NamedExamples& set : measured) {
                const TrainingScores scores =
                    measure(model, batcher, labels, set, options.batch_words);
                line += fmt::format("  {} upos {:.2f} xpos {:.2f} uas {:.2f} las {:.2f}",
                                    scores.set, 100.0 * scores.upos, 100.0 * scores.xpos,
                                    100.0 * scores.uas, 100.0 * scores.las);
            }
        }
        hooks.report(line);
    }
    return {words_section(model, features, vectors, quantised), network_section(model, labels)};
}

} // namespace entente::language::training
