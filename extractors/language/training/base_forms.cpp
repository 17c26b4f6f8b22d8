// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/training/base_forms.hpp"

#include <algorithm>
#include <cmath>

namespace entente::language::training {

namespace {

constexpr std::string_view kVowels = "aeiou";

bool is_vowel(char c)
{
    return kVowels.find(c) != std::string_view::npos;
}

bool is_consonant(char c)
{
    return c >= 'a' && c <= 'z' && !is_vowel(c);
}

/// The character `back` places before the end; a space where there is none.
char last(std::string_view word, std::size_t back = 0)
{
    return back < word.size() ? word[word.size() - 1 - back] : ' ';
}

/// True where a vowel stands before place `end`.
bool has_vowel(std::string_view word, std::size_t end)
{
    return std::any_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(end),
                       [](char c) { return is_vowel(c) || c == 'y'; });
}

std::string joined(std::string_view stem, std::string_view end)
{
    return std::string{stem} + std::string{end};
}

std::string_view without(std::string_view word, std::size_t count)
{
    return word.substr(0, word.size() - std::min(count, word.size()));
}

/// Whether the last consonant is doubled before a vowel: "stop", and by stress "commit" but not
/// "visit", so that longer words may.
enum class Doubling { no, may, must };

Doubling doubling_of(std::string_view base)
{
    const char c = last(base);
    if (base.size() < 3 || !is_consonant(c) || c == 'w' || c == 'x' || c == 'y' || c == 'h' ||
        !is_vowel(last(base, 1))) {
        return Doubling::no;
    }
    const bool after_qu = last(base, 2) == 'u' && last(base, 3) == 'q'; // "quit"
    if (is_vowel(last(base, 2)) && !after_qu) {
        return Doubling::no;
    }
    const std::size_t before = base.size() - (after_qu ? 4 : 2);
    return has_vowel(base, before) ? Doubling::may : Doubling::must;
}

/// The base with an ending that begins with a vowel.
std::vector<std::string> with_vowel_ending(std::string_view base, std::string_view ending)
{
    if (last(base) == 'e') {
        return {joined(without(base, 1), ending)};
    }
    if (last(base) == 'c' && is_vowel(last(base, 1))) {
        return {joined(base, "k") + std::string{ending}, joined(base, ending)};
    }
    std::string doubled = joined(base, std::string_view{base}.substr(base.size() - 1));
    doubled += ending;
    switch (doubling_of(base)) {
    case Doubling::no:
        return {joined(base, ending)};
    case Doubling::may:
        return {joined(base, ending), std::move(doubled)};
    case Doubling::must:
        break;
    }
    return {std::move(doubled)};
}

std::vector<std::string> with_s(std::string_view base, bool noun)
{
    const char c = last(base);
    if (c == 'y' && is_consonant(last(base, 1))) {
        return {joined(without(base, 1), "ies")};
    }
    const bool hisses =
        c == 's' || c == 'x' || c == 'z' || base.ends_with("ch") || base.ends_with("sh");
    if (hisses) {
        std::vector<std::string> forms{joined(base, "es")};
        if (noun && base.ends_with("sis")) {
            forms.insert(forms.begin(), joined(without(base, 2), "es"));
        }
        if (base.ends_with("ch")) {
            forms.push_back(joined(base, "s")); // "monarchs"
        }
        if ((c == 's' || c == 'z') && doubling_of(base) != Doubling::no) {
            forms.push_back(joined(base, base.substr(base.size() - 1)) + "es"); // "quizzes"
        }
        return forms;
    }
    if (c == 'o' && is_consonant(last(base, 1))) {
        return {joined(base, "es"), joined(base, "s")};
    }
    return {joined(base, "s")};
}

/// Bases that could have the form by some rule; inflect() decides whether they do.
std::vector<std::string> candidates(std::string_view form, Inflection inflection)
{
    std::vector<std::string> bases;
    const auto from_vowel_ending = [&](std::string_view ending) {
        if (!form.ends_with(ending) || form.size() < ending.size() + 2) {
            return;
        }
        const std::string_view stem = without(form, ending.size());
        bases.push_back(std::string{stem});
        bases.push_back(joined(stem, "e"));
        if (last(stem) == last(stem, 1) || stem.ends_with("ck")) {
            bases.push_back(std::string{without(stem, 1)});
        }
        if (last(stem) == 'i') {
            bases.push_back(joined(without(stem, 1), "y"));
        }
        if (last(stem) == 'y') {
            bases.push_back(joined(without(stem, 1), "ie"));
        }
    };
    switch (inflection) {
    case Inflection::ing:
        from_vowel_ending("ing");
        break;
    case Inflection::ed:
        from_vowel_ending("ed");
        break;
    case Inflection::comparative:
        from_vowel_ending("er");
        break;
    case Inflection::superlative:
        from_vowel_ending("est");
        break;
    case Inflection::verb_s:
    case Inflection::noun_s:
        if (form.ends_with("s") && form.size() > 2) {
            bases.push_back(std::string{without(form, 1)});
            if (form.ends_with("es")) {
                bases.push_back(std::string{without(form, 2)});
                bases.push_back(joined(without(form, 2), "is"));
                bases.push_back(std::string{without(form, 3)}); // "quizzes"
            }
            if (form.ends_with("ies")) {
                bases.push_back(joined(without(form, 3), "y"));
            }
        }
        break;
    }
    return bases;
}

bool is_plain(std::string_view base)
{
    return base.size() >= 2 &&
           std::all_of(base.begin(), base.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

} // namespace

std::vector<std::string> inflect(std::string_view base, Inflection inflection)
{
    if (base.size() < 2) {
        return {};
    }
    const bool y_after_consonant = last(base) == 'y' && is_consonant(last(base, 1));
    switch (inflection) {
    case Inflection::ing:
        if (base.ends_with("ie")) {
            return {joined(without(base, 2), "ying")};
        }
        if (base.ends_with("ee") || base.ends_with("oe") || base.ends_with("ye")) {
            return {joined(base, "ing")};
        }
        if (base.ends_with("nge") || base.ends_with("ge")) {
            return {joined(without(base, 1), "ing"), joined(base, "ing")}; // "singeing"
        }
        return with_vowel_ending(base, "ing");
    case Inflection::ed:
        return y_after_consonant ? std::vector<std::string>{joined(without(base, 1), "ied")}
                                 : with_vowel_ending(base, "ed");
    case Inflection::comparative:
        return y_after_consonant ? std::vector<std::string>{joined(without(base, 1), "ier")}
                                 : with_vowel_ending(base, "er");
    case Inflection::superlative:
        return y_after_consonant ? std::vector<std::string>{joined(without(base, 1), "iest")}
                                 : with_vowel_ending(base, "est");
    case Inflection::verb_s:
        return with_s(base, false);
    case Inflection::noun_s:
        return with_s(base, true);
    }
    return {};
}

BaseForms::BaseForms(std::span<const std::string> words)
{
    ranks_.reserve(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        ranks_.emplace(words[i], i);
    }
}

void BaseForms::add_verb(std::string_view lemma, std::size_t times)
{
    known_[static_cast<std::size_t>(WordClass::verb)][std::string{lemma}] += times;
}

void BaseForms::add_noun(std::string_view lemma, std::size_t times)
{
    known_[static_cast<std::size_t>(WordClass::noun)][std::string{lemma}] += times;
}

void BaseForms::add_adjective(std::string_view lemma, std::size_t times)
{
    known_[static_cast<std::size_t>(WordClass::adjective)][std::string{lemma}] += times;
}

BaseForms::WordClass BaseForms::class_of(Inflection inflection)
{
    switch (inflection) {
    case Inflection::noun_s:
        return WordClass::noun;
    case Inflection::comparative:
    case Inflection::superlative:
        return WordClass::adjective;
    case Inflection::ing:
    case Inflection::ed:
    case Inflection::verb_s:
        break;
    }
    return WordClass::verb;
}

bool BaseForms::occurs(const std::vector<std::string>& forms) const
{
    return std::any_of(forms.begin(), forms.end(),
                       [this](const std::string& form) { return ranks_.contains(form); });
}

std::optional<double> BaseForms::score(std::string_view base, std::string_view form,
                                       Inflection inflection) const
{
    const std::vector<std::string> forms = inflect(base, inflection);
    const auto place = std::find(forms.begin(), forms.end(), form);
    if (!is_plain(base) || place == forms.end()) {
        return std::nullopt;
    }
    const WordClass word_class = class_of(inflection);
    const auto& known = known_[static_cast<std::size_t>(word_class)];
    const std::string key{base};
    const auto seen = known.find(key);
    const auto rank = ranks_.find(key);
    if (seen == known.end() && rank == ranks_.end()) {
        return std::nullopt;
    }
    double others = 0; // of its other forms that occur
    const auto count = [&](Inflection other) {
        others += other != inflection && occurs(inflect(base, other)) ? 1 : 0;
    };
    if (word_class == WordClass::verb) {
        for (const Inflection other : {Inflection::ing, Inflection::ed, Inflection::verb_s}) {
            count(other);
        }
    } else if (word_class == WordClass::adjective) {
        count(inflection == Inflection::comparative ? Inflection::superlative
                                                    : Inflection::comparative);
    }
    if (seen == known.end() && word_class != WordClass::noun &&
        others < (word_class == WordClass::verb ? 2 : 1)) {
        return std::nullopt;
    }
    constexpr double kOfKnown = 4;
    constexpr double kOfOtherForm = 1;
    constexpr double kOfUnusualForm = -0.5;
    constexpr double kRarest = 1e6;
    const double frequency =
        std::log(rank == ranks_.end() ? kRarest : static_cast<double>(rank->second) + 50);
    const double familiarity =
        seen == known.end() ? 0 : kOfKnown + std::log(static_cast<double>(seen->second));
    return familiarity + kOfOtherForm * others - frequency +
           (place == forms.begin() ? 0 : kOfUnusualForm);
}

std::optional<std::string> BaseForms::base_of(std::string_view form, Inflection inflection) const
{
    std::optional<std::string> best;
    double best_score = 0;
    for (std::string& base : candidates(form, inflection)) {
        const std::optional<double> value = score(base, form, inflection);
        if (value && (!best || *value > best_score)) {
            best = std::move(base);
            best_score = *value;
        }
    }
    return best;
}

} // namespace entente::language::training
