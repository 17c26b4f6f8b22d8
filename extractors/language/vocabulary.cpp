// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/vocabulary.hpp"

#include "core/tsv.hpp"

#include <algorithm>

namespace entente::language {

namespace {

bool ends_with(std::string_view word, std::string_view suffix)
{
    return word.size() > suffix.size() + 1 && word.substr(word.size() - suffix.size()) == suffix;
}

std::string stem(std::string_view word, std::size_t cut, std::string_view add = {})
{
    std::string out{word.substr(0, word.size() - cut)};
    out += add;
    return out;
}

/// Base forms that an -ed or -ing form may come from, likeliest first: "stopped" → "stop".
std::vector<std::string> bases_of(std::string_view word, std::size_t suffix)
{
    const std::string bare = stem(word, suffix);
    std::vector<std::string> bases{bare, bare + "e"};
    const std::size_t n = bare.size();
    if (n > 2 && bare[n - 1] == bare[n - 2]) {
        bases.push_back(bare.substr(0, n - 1));
    }
    if (n > 1 && bare.back() == 'i') {
        bases.push_back(bare.substr(0, n - 1) + "y");
    }
    return bases;
}

/// Base forms that an -s form may come from.
std::vector<std::string> bases_of_s(std::string_view word)
{
    std::vector<std::string> bases;
    if (!ends_with(word, "s") || ends_with(word, "ss")) {
        return bases;
    }
    if (ends_with(word, "ies")) {
        bases.push_back(stem(word, 3, "y"));
    }
    bases.push_back(stem(word, 1));
    if (ends_with(word, "es")) {
        bases.push_back(stem(word, 2));
    }
    if (ends_with(word, "ves")) {
        bases.push_back(stem(word, 3, "f"));
    }
    return bases;
}

} // namespace

Status Vocabulary::add(std::string_view words_tsv, std::string_view file)
{
    return read_tsv(words_tsv, file, {"form", "upos", "xpos", "lemma"}, [&](const TsvRow& row) {
        add_reading(row["form"], {std::string{row["upos"]}, std::string{row["xpos"]},
                                  std::string{row["lemma"]}});
        return Status{};
    });
}

void Vocabulary::add_verb(std::string_view lemma)
{
    if (!has(lemma, "VERB")) {
        add_reading(lemma, {"VERB", "VB", std::string{lemma}});
    }
}

void Vocabulary::add_noun(std::string_view lemma)
{
    if (!has(lemma, "NOUN")) {
        add_reading(lemma, {"NOUN", "NN", std::string{lemma}});
    }
}

bool Vocabulary::has(std::string_view lemma, std::string_view upos) const
{
    const auto found = readings_.find(std::string{lemma});
    return found != readings_.end() &&
           std::any_of(found->second.begin(), found->second.end(), [&](const WordReading& one) {
               return one.upos == upos && one.lemma == lemma;
           });
}

void Vocabulary::add_reading(std::string_view form, WordReading reading)
{
    auto& all = readings_[std::string{form}];
    const bool known = std::any_of(all.begin(), all.end(), [&](const WordReading& one) {
        return one.upos == reading.upos && one.xpos == reading.xpos && one.lemma == reading.lemma;
    });
    if (!known) {
        all.push_back(std::move(reading));
    }
}

std::vector<WordReading> Vocabulary::readings(std::string_view form) const
{
    std::vector<WordReading> all;
    if (const auto found = readings_.find(std::string{form}); found != readings_.end()) {
        all = found->second;
    }
    for (const std::string& base : bases_of_s(form)) {
        if (has(base, "VERB")) {
            all.push_back({"VERB", "VBZ", base});
        }
        if (has(base, "NOUN")) {
            all.push_back({"NOUN", "NNS", base});
        }
    }
    if (ends_with(form, "ed")) {
        for (const std::string& base : bases_of(form, 2)) {
            if (has(base, "VERB")) {
                all.push_back({"VERB", "VBD", base});
                break;
            }
        }
    }
    if (ends_with(form, "ing")) {
        for (const std::string& base : bases_of(form, 3)) {
            if (has(base, "VERB")) {
                all.push_back({"VERB", "VBG", base});
                break;
            }
        }
    }
    return all;
}

std::string Vocabulary::singular(std::string_view form) const
{
    const std::vector<std::string> bases = bases_of_s(form);
    for (const std::string& base : bases) {
        if (has(base, "NOUN")) {
            return base;
        }
    }
    return bases.empty() ? std::string{form} : bases.front();
}

} // namespace entente::language
