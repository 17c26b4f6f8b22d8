// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/lemmatizer.hpp"

#include <algorithm>
#include <bit>

namespace entente::language {

using lemmas::Keys;
using lemmas::LetterCase;
using lemmas::Question;
using lemmas::Rule;
using lemmas::Shape;

namespace {

Error damaged(std::string what)
{
    return Error{ErrorCode::bad_dataset, std::move(what)}.hint(
        "train the language model again, or take the one that comes with the program");
}

bool is_continuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

} // namespace

Result<Lemmatizer> Lemmatizer::load(SectionReader section)
{
    const auto format = section.get<std::uint32_t>();
    if (section.ok() && format != lemmas::kFormat) {
        return damaged("the lemmas of the language model are of another version");
    }
    Lemmatizer loaded;
    loaded.tag_keys_ = section.array<std::uint64_t>();
    loaded.tag_groups_ = section.array<std::uint8_t>();
    loaded.rules_ = section.array<Rule>();
    loaded.pool_ = section.array<char>();
    loaded.checks_ = section.array<std::uint32_t>();
    loaded.answers_ = section.array<std::uint16_t>();
    if (!section.ok()) {
        return damaged("the lemmas of the language model are cut short");
    }
    const std::size_t pool = loaded.pool_.size();
    const bool good_rules =
        std::all_of(loaded.rules_.begin(), loaded.rules_.end(), [pool](const Rule& rule) {
            return rule.append <= pool && rule.append_size <= pool - rule.append &&
                   rule.letter_case <= LetterCase::title;
        });
    const bool good_answers =
        std::all_of(loaded.answers_.begin(), loaded.answers_.end(),
                    [&](std::uint16_t answer) { return answer <= loaded.rules_.size(); });
    // A free place ends every search.
    const bool has_free_place =
        std::find(loaded.answers_.begin(), loaded.answers_.end(), 0) != loaded.answers_.end();
    if (!good_rules || !good_answers || !has_free_place ||
        loaded.checks_.size() != loaded.answers_.size() ||
        !std::has_single_bit(loaded.checks_.size()) ||
        loaded.tag_keys_.size() != loaded.tag_groups_.size() ||
        !std::is_sorted(loaded.tag_keys_.begin(), loaded.tag_keys_.end())) {
        return damaged("the lemmas of the language model are damaged");
    }
    return loaded;
}

std::string Lemmatizer::lemma(std::string_view form, std::string_view upos,
                              std::string_view xpos) const
{
    if (xpos == "CD") {
        if (std::optional<std::string> number = lemmas::plain_number(form)) {
            return *std::move(number);
        }
    }
    std::string plain;
    if (lemmas::has_typographic_apostrophe(form)) {
        plain = lemmas::plain_apostrophes(form);
        form = plain;
    }
    const std::uint8_t group = group_of(upos, xpos);
    if (const Rule* rule = find(lemmas::word_key(Question::exact, group, Shape::lower, form))) {
        return edited(std::string{form}, *rule);
    }
    const Shape shape = lemmas::shape_of(form);
    if (shape == Shape::lower && upos != "PROPN") {
        const Rule* rule = find_longest({Question::edit, group, Shape::lower, form});
        return rule == nullptr ? std::string{form} : edited(std::string{form}, *rule);
    }
    std::string lower = lemmas::lower_case(form);
    const Rule* edit = find_longest({Question::edit, group, Shape::lower, lower});
    const Rule* by_case = find_longest({Question::letter_case, group, shape, lower});
    const LetterCase letter_case = by_case == nullptr ? LetterCase::keep : by_case->letter_case;
    std::string lemma =
        letter_case == LetterCase::lower ? std::move(lower) : lemmas::in_case(form, letter_case);
    return edit == nullptr ? lemma : edited(std::move(lemma), *edit);
}

std::uint8_t Lemmatizer::group_of(std::string_view upos, std::string_view xpos) const
{
    for (const std::uint64_t key :
         {lemmas::tag_key(upos, xpos), lemmas::tag_key({}, xpos), lemmas::tag_key(upos, {})}) {
        const auto found = std::lower_bound(tag_keys_.begin(), tag_keys_.end(), key);
        if (found != tag_keys_.end() && *found == key) {
            return tag_groups_[static_cast<std::size_t>(found - tag_keys_.begin())];
        }
    }
    return 0;
}

const Rule* Lemmatizer::find(std::uint64_t key) const
{
    const std::size_t mask = checks_.size() - 1;
    const std::uint32_t check = lemmas::check_of(key);
    for (std::size_t at = lemmas::place_of(key) & mask; answers_[at] != 0; at = (at + 1) & mask) {
        if (checks_[at] == check) {
            return &rules_[answers_[at] - 1U];
        }
    }
    return nullptr;
}

const Rule* Lemmatizer::find_longest(const Keys& keys) const
{
    for (std::size_t i = keys.size(); i-- > 0;) {
        if (const Rule* rule = find(keys[i])) {
            return rule;
        }
    }
    return nullptr;
}

std::string Lemmatizer::edited(std::string text, const Rule& rule) const
{
    const std::size_t kept = text.size() - std::min<std::size_t>(rule.strip, text.size());
    const std::string_view append{pool_.data() + rule.append, rule.append_size};
    if (kept + append.size() == 0 || (kept < text.size() && is_continuation(text[kept]))) {
        return text; // no rule of a sound model leaves nothing or cuts a letter
    }
    const bool capitals = rule.strip > 0 && kept > 1 &&
                          lemmas::shape_of(text) >= Shape::short_capitals &&
                          lemmas::shape_of(text) != Shape::mixed;
    text.resize(kept);
    text += capitals ? lemmas::upper_case(append) : std::string{append};
    return text;
}

} // namespace entente::language
