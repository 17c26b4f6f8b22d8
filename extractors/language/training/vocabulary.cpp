// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/training/vocabulary.hpp"

#include "extractors/language/training/network_model.hpp"
#include "extractors/language/word_features.hpp"

#include <algorithm>
#include <iterator>

namespace entente::language::training {

namespace {

/// Calls `use` with the number of each bit that is set, from the lowest.
template <typename Use>
void for_each_bit(std::uint32_t bits, Use use)
{
    for (unsigned bit = 0; bits != 0; ++bit, bits >>= 1U) {
        if ((bits & 1U) != 0) {
            use(bit);
        }
    }
}

} // namespace

std::uint16_t LabelSet::number(const std::string& label)
{
    const auto [found, added] = numbers_.emplace(label, static_cast<std::uint16_t>(names_.size()));
    if (added) {
        names_.push_back(label);
    }
    return found->second;
}

std::uint16_t LabelSet::find(const std::string& label) const
{
    const auto found = numbers_.find(label);
    return found == numbers_.end() ? kNoLabel : found->second;
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

void FeatureCounts::add(std::uint64_t key)
{
    if (++counts_[key] == 1) {
        order_.push_back(key);
    }
}

std::vector<std::uint64_t> FeatureCounts::at_least(unsigned least) const
{
    std::vector<std::uint64_t> keys;
    std::copy_if(order_.begin(), order_.end(), std::back_inserter(keys),
                 [&](std::uint64_t key) { return counts_.at(key) >= least; });
    return keys;
}

unsigned FeatureCounts::count(std::uint64_t key) const
{
    const auto found = counts_.find(key);
    return found == counts_.end() ? 0 : found->second;
}

FeatureCounts count_features(const std::vector<Example>& examples)
{
    FeatureCounts counts;
    FormKeys keys;
    for (const Example& example : examples) {
        for (const std::string& form : example.forms) {
            form_keys(form, keys);
            for (const std::uint64_t key : keys.features) {
                counts.add(key);
            }
        }
        for (const std::uint32_t hints : example.hints) {
            for_each_bit(hints, [&](unsigned bit) { counts.add(hint_key(bit)); });
        }
    }
    return counts;
}

FormInventory::FormInventory(const std::vector<std::uint64_t>& features, const WordVectors& vectors,
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

const KnownForm& FormInventory::find(const std::string& form)
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
    const auto vector = vectors_.find(keys.vector);
    known.vector = vector == vectors_.end() ? kNoVector : vector->second;
    return known;
}

void FormInventory::add_hints(std::vector<std::uint32_t>& rows, std::uint32_t hints) const
{
    for_each_bit(hints, [&](unsigned bit) {
        if (const auto row = rows_.find(hint_key(bit)); row != rows_.end()) {
            rows.push_back(row->second);
        }
    });
}

} // namespace entente::language::training
