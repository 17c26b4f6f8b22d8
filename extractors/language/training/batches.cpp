// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/training/batches.hpp"

#include "extractors/language/analysis.hpp"
#include "extractors/language/punctuation.hpp"
#include "extractors/language/word_features.hpp"

#include <algorithm>

namespace entente::language::training {

namespace {

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

/// Whether the last word is a mark that no other word hangs from.
bool ends_in_loose_mark(const Example& example)
{
    if (example.heads.empty()) {
        return false;
    }
    const std::size_t last = example.forms.size() - 1;
    return last > 0 && example.upos[last] == "PUNCT" && example.heads[last] != kRoot &&
           std::find(example.heads.begin(), example.heads.end(), last) == example.heads.end();
}

std::uint16_t number(const LabelSet& labels, const std::vector<std::string>& names, std::size_t i)
{
    return names.empty() ? kNoLabel : labels.find(names[i]);
}

} // namespace

void Batcher::add(Batch& batch, const Example& example, Random* random)
{
    std::size_t words = example.forms.size();
    std::vector<std::string> varied;
    const std::vector<std::string>* forms = &example.forms;
    if (random != nullptr) {
        if (random->uniform() < variation_.unpunctuated && ends_in_loose_mark(example)) {
            --words;
        }
        if (random->uniform() < variation_.recased) {
            varied = example.forms;
            recase(varied, random->below(3));
            forms = &varied;
        }
    }
    for (std::size_t i = 0; i < words; ++i) {
        add_word(batch, forms_.find((*forms)[i]), random);
        forms_.add_hints(batch.rows.back(), example.hints.empty() ? 0 : example.hints[i]);
        add_tags(batch, example, i);
        if (random == nullptr) {
            batch.forms.push_back(example.forms[i]);
        }
    }
    batch.begins.push_back(batch.begins.back() + words);
}

void Batcher::add_word(Batch& batch, const KnownForm& form, Random* random) const
{
    constexpr float kRare = 20.0F;
    auto& rows = batch.rows.emplace_back(form.rows);
    std::uint32_t vector = form.vector;
    if (random != nullptr) {
        const float rarity = kRare / (kRare + static_cast<float>(form.count));
        if (random->uniform() < variation_.word_dropout * rarity) {
            rows.erase(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(form.words));
        }
        if (random->uniform() < variation_.word_dropout * rarity * 0.5F) {
            vector = kNoVector;
        }
    }
    batch.vectors.push_back(vector);
}

/// Tags, head and entity of word `i` of the example.
void Batcher::add_tags(Batch& batch, const Example& example, std::size_t i) const
{
    batch.upos.push_back(number(labels_.upos, example.upos, i));
    batch.xpos.push_back(number(labels_.xpos, example.xpos, i));
    batch.entities.push_back(number(labels_.entities, example.entities, i));
    const bool has_tree = !example.heads.empty();
    const bool mark = has_tree && example.relations[i] == kPunctuation && example.heads[i] != kRoot;
    batch.relations.push_back(mark ? kNoLabel : number(labels_.relations, example.relations, i));
    if (mark || !has_tree) {
        batch.heads.push_back(kNoHead); // marks hang by rules
        return;
    }
    const std::size_t head = example.heads[i] == kRoot ? i : example.heads[i];
    batch.heads.push_back(static_cast<std::uint32_t>(batch.begins.back() + head));
}

} // namespace entente::language::training
