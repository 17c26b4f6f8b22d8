// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/name_checks.hpp"

#include "core/text.hpp"
#include "extractors/actors/word_list.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::actors {

namespace {

using language::kRoot;
using language::Sentence;
using language::Token;

bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

} // namespace

NameChecks::NameChecks(const ActorContext& context)
    : context_{context}
{
    for (const Sentence& sentence : context.analysis.sentences) {
        headlines_.push_back(is_headline(context, sentence));
    }
}

bool NameChecks::is_dateline(const Sentence& sentence) const
{
    constexpr std::size_t kLongest = 14;
    if (sentence.last - sentence.first > kLongest) {
        return false;
    }
    for (std::size_t i = sentence.first; i < sentence.last; ++i) {
        const std::string& upos = context_.analysis.tokens[i].upos;
        if (upos == "VERB" || upos == "AUX") {
            return false;
        }
    }
    const std::string& last = context_.analysis.tokens[sentence.last - 1].form;
    return last == "-" || last == "--" || context_.analysis.tokens[sentence.first].form == "By";
}

bool NameChecks::is_no_name(std::size_t first, std::size_t last, const Sentence& sentence) const
{
    return is_common_word(first, last, sentence) || is_part_of_landmark(first, last, sentence) ||
           is_combining_form(first, last, sentence);
}

bool NameChecks::is_other(std::size_t first, std::size_t last, NameKind kind,
                          const Sentence& sentence) const
{
    if (is_language(first, last, kind, sentence) || is_in_person_name(first, last, kind) ||
        is_name_of_thing(first, last)) {
        return true;
    }
    const bool may_be_part = kind == NameKind::name || kind == NameKind::seat ||
                             kind == NameKind::place ||
                             (kind == NameKind::person && last - first == 1);
    return may_be_part && (goes_on(last, sentence) || is_named_after(first, last, sentence));
}

/// "us" the pronoun, "turkey" the bird, "to chad", "Polish the brass": one word that the text does
/// not write as a name, or uses as a verb.
bool NameChecks::is_common_word(std::size_t first, std::size_t last, const Sentence& sentence) const
{
    if (last - first > 1) {
        return false;
    }
    const Token& word = context_.analysis.tokens[first];
    const bool before_article = last < sentence.last && word.upos != "PROPN" &&
                                context_.tree.token(last).upos == "DET" && first == sentence.first;
    return is_small(word.form.front()) || word.upos == "VERB" || before_article ||
           is_shouted_pronoun(first, sentence);
}

/// "TOLD US NOTHING": words in capitals on both sides.
bool NameChecks::is_shouted_pronoun(std::size_t i, const Sentence& sentence) const
{
    const std::string& form = context_.tree.token(i).form;
    if (form != "US" && form != "WHO" && form != "IT") {
        return false;
    }
    const auto shouted = [&](std::size_t k) {
        const std::string& other = context_.tree.token(k).form;
        return other.size() > 2 && other != "THE" &&
               std::all_of(other.begin(), other.end(), is_capital);
    };
    return (i == sentence.first || shouted(i - 1)) && i + 1 < sentence.last && shouted(i + 1);
}

bool NameChecks::is_part_of_landmark(std::size_t first, std::size_t last,
                                     const Sentence& sentence) const
{
    const auto is_masked = [this](const std::string& form) {
        const bool shouted = std::none_of(form.begin(), form.end(), is_small);
        return context_.gazetteer.masks_name_before(form) ||
               (shouted && form.size() > 2 &&
                context_.gazetteer.masks_name_before(text::fold(form)));
    };
    return (last < sentence.last && is_masked(context_.tree.token(last).form)) ||
           (first > sentence.first &&
            context_.gazetteer.masks_name_behind(context_.tree.token(first - 1).form));
}

bool NameChecks::is_origin(std::size_t first, std::size_t last, const Sentence& sentence) const
{
    return last - first == 1 && first + 2 < sentence.last &&
           context_.tree.token(first + 1).xpos == "HYPH" &&
           context_.gazetteer.tells_origin(text::fold(context_.tree.token(first + 2).form));
}

/// "French-speaking", "Spanish-style" and "Franco-era": a half of a compound that is no actor.
bool NameChecks::is_combining_form(std::size_t first, std::size_t last,
                                   const Sentence& sentence) const
{
    if (last - first > 1 || first + 2 >= sentence.last ||
        context_.tree.token(first + 1).xpos != "HYPH") {
        return false;
    }
    return context_.gazetteer.masks_name_before("-" +
                                                text::fold(context_.tree.token(first + 2).form));
}

std::size_t NameChecks::end_of_address(std::size_t first, std::size_t last,
                                       const Sentence& sentence) const
{
    if (last + 1 >= sentence.last || context_.tree.token(last).form != "," ||
        context_.tree.token(first).upos != "PROPN") {
        return 0;
    }
    std::vector<std::string_view> words;
    for (std::size_t i = last + 1; i < std::min(sentence.last, last + 4); ++i) {
        words.emplace_back(context_.tree.token(i).form);
    }
    for (std::size_t n = std::min<std::size_t>(words.size(), 2); n > 0; --n) {
        std::string name;
        for (std::size_t k = 0; k < n; ++k) {
            name += (k == 0 ? "" : " ") + std::string{words[k]};
        }
        if (context_.gazetteer.masks_name_before(", " + name)) {
            return last + 1 + n;
        }
    }
    return 0;
}

/// "into Portuguese", "in Pashto", "Spanish was spoken": an adjective that is a noun without
/// article and plural.
bool NameChecks::is_language(std::size_t first, std::size_t last, NameKind kind,
                             const Sentence& sentence) const
{
    static constexpr std::array<std::string_view, 9> kOfLanguages{
        "speak", "write", "learn", "teach", "study", "translate", "understand", "read", "master"};
    const Token& word = context_.tree.token(first);
    const bool nominal = word.upos == "PROPN" || word.upos == "NOUN" || word.upos == "ADJ";
    if (kind != NameKind::adjective || last - first != 1 || !nominal || word.form.back() == 's' ||
        !context_.tree.children(first, "det").empty()) {
        return false;
    }
    const std::string preposition = context_.tree.preposition(first);
    if (word.upos != "ADJ" &&
        (preposition == "in" || preposition == "into" || preposition == "from")) {
        return true;
    }
    const bool alone = last == sentence.last || (context_.tree.token(last).upos != "NOUN" &&
                                                 context_.tree.token(last).upos != "PROPN");
    const bool argument = word.head != kRoot && (language::is_relation(word.relation, "nsubj") ||
                                                 language::is_relation(word.relation, "obj") ||
                                                 language::is_relation(word.relation, "xcomp"));
    return alone && argument && is_word(context_.tree.token(word.head).lemma, kOfLanguages);
}

/// "La Réunion, a café", "Togo, the sled dog": what stands beside says that it is a thing.
bool NameChecks::is_name_of_thing(std::size_t first, std::size_t last) const
{
    for (std::size_t i = first; i < last; ++i) {
        for (const std::size_t beside : context_.tree.children(i, "appos")) {
            if (context_.gazetteer.is_thing(text::fold(context_.tree.token(beside).lemma))) {
                return true;
            }
        }
    }
    return false;
}

/// "Michael Jordan", "Chad Mitchell": the name of a state within that of a person.
bool NameChecks::is_in_person_name(std::size_t first, std::size_t last, NameKind kind) const
{
    if (kind == NameKind::person || kind == NameKind::adjective) {
        return false;
    }
    const language::Entity* entity = context_.entity_around(first, last);
    return entity != nullptr && entity->type == "PERSON";
}

bool NameChecks::is_name_word(std::size_t i) const
{
    const Token& word = context_.tree.token(i);
    return word.upos == "PROPN" && is_capital(word.form.front()) &&
           std::any_of(word.form.begin(), word.form.end(), is_small);
}

/// Whether words tell what someone is or does, or are a name of their own: "[Kenya] Defence
/// Forces", "[Moscow] Mayor Ann Mills", "[Ethiopia] [Eritrea]".
bool NameChecks::is_role(std::size_t first, std::size_t last) const
{
    const Gazetteer& gazetteer = context_.gazetteer;
    for (std::size_t i = first; i < last; ++i) {
        const Token& word = context_.tree.token(i);
        const std::string form = text::fold(word.form);
        if (!gazetteer.sector_of_noun(form).empty() || !gazetteer.sector_of_title(form).empty() ||
            !gazetteer.sector_of_noun(text::fold(word.lemma)).empty()) {
            return true;
        }
        for (std::size_t n = 2; n <= kLongestTitle && i + n <= last; ++n) {
            if (!gazetteer.sector_of_title(context_.words(i, i + n)).empty()) {
                return true;
            }
        }
    }
    std::vector<std::string_view> words;
    for (std::size_t i = first; i < last; ++i) {
        words.emplace_back(context_.tree.token(i).form);
    }
    return gazetteer.longest_match(words).words > 0;
}

bool NameChecks::goes_on(std::size_t last, const Sentence& sentence) const
{
    if (last >= sentence.last) {
        return false;
    }
    const Token& next = context_.tree.token(last);
    // "Orban & Sons", "Trinidad and Sons"
    if ((next.form == "&" || next.form == "and") && last + 1 < sentence.last) {
        const std::string& partner = context_.tree.token(last + 1).form;
        return partner == "Sons" || partner == "Co" || partner == "Daughters" ||
               partner == "Brothers" || partner == "Partners";
    }
    // "US Tomahawk missiles": acronyms stand before names as adjectives do.
    const std::string& before = context_.tree.token(last - 1).form;
    const bool acronym = std::none_of(before.begin(), before.end(), is_small);
    if (acronym || !is_name_word(last) || is_headline(sentence)) {
        return false;
    }
    // A day or a month is tied to the verb: "Kenya Tuesday withdrew".
    const auto within = [&](std::size_t i) {
        return i + 1 == last;
    };
    const bool tied =
        within(next.head) || context_.tree.token(last - 1).head == last ||
        (next.head != kRoot && context_.tree.token(last - 1).head == next.head &&
         (next.relation == "compound" || next.relation == "flat" ||
          (next.relation == "nsubj" && context_.tree.token(last - 1).relation == "nsubj")));
    if (!tied || language::is_relation(next.relation, "nmod:tmod") ||
        language::is_relation(next.relation, "obl:tmod")) {
        return false;
    }
    std::size_t end = last;
    while (end < sentence.last && context_.tree.token(end).upos == "PROPN" &&
           is_capital(context_.tree.token(end).form.front())) {
        ++end;
    }
    return !is_role(last, end);
}

/// "Nora Korea": another name leads up to the match.
bool NameChecks::is_named_after(std::size_t first, std::size_t last, const Sentence& sentence) const
{
    if (first == sentence.first || is_headline(sentence)) {
        return false;
    }
    const Token& word = context_.tree.token(last - 1);
    const std::size_t before = first - 1;
    if (word.relation != "flat" || word.head >= first) {
        return false;
    }
    if (!is_name_word(before)) {
        return false;
    }
    std::size_t begin = before;
    while (begin > sentence.first && context_.tree.token(begin - 1).upos == "PROPN") {
        --begin;
    }
    return !is_role(begin, before + 1);
}

bool NameChecks::is_headline(const Sentence& sentence) const
{
    return headlines_[context_.tree.sentence_of(sentence.first)];
}

/// Whether most words of a sentence are capitalised, so that capitals tell nothing.
bool NameChecks::is_headline(const ActorContext& context, const Sentence& sentence)
{
    constexpr std::size_t kShort = 4;
    std::size_t words = 0;
    std::size_t capitalised = 0;
    for (std::size_t i = sentence.first; i < sentence.last; ++i) {
        const Token& word = context.tree.token(i);
        if (word.form.size() < kShort || word.upos == "PROPN") {
            continue;
        }
        ++words;
        capitalised += is_capital(word.form.front()) ? 1U : 0U;
    }
    return words == 0 || 2 * capitalised > words;
}

} // namespace entente::actors
