// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/name_finder.hpp"

#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace entente::actors {

namespace {

using extractors::ActorSighting;
using language::kRoot;
using language::Token;

/// One sentence's search.
class NameSearch {
public:
    explicit NameSearch(const ActorContext& context)
        : context_{context}
    {}

    std::vector<ActorSighting> find(const language::Sentence& sentence)
    {
        if (is_dateline(sentence)) {
            return {};
        }
        std::vector<std::string_view> words;
        for (std::size_t i = sentence.first; i < sentence.last; ++i) {
            words.emplace_back(context_.analysis.tokens[i].form);
        }
        for (std::size_t i = 0; i < words.size();) {
            const NameMatch match = context_.gazetteer.longest_match(std::span{words}.subspan(i));
            const std::size_t first = sentence.first + i;
            if (match.words == 0) {
                ++i;
                continue;
            }
            if (match.meanings.empty()) { // a phrase that only looks like a name
                i += match.words;
                continue;
            }
            if (is_common_word(first, match.words, sentence) ||
                is_part_of_landmark(first, first + match.words, sentence) ||
                is_combining_form(first, match.words, sentence)) {
                i += match.words;
                continue;
            }
            if (const std::size_t end = end_of_address(first, first + match.words, sentence)) {
                i = end - sentence.first; // "Lebanon, Pennsylvania"
                continue;
            }
            add(first, match);
            i += match.words;
        }
        return std::move(found_);
    }

private:
    /// "NAIROBI (AP) -", which the analyzer cuts off as a sentence, and "By Ann Mills in Lagos".
    [[nodiscard]] bool is_dateline(const language::Sentence& sentence) const
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

    /// "us" the pronoun, "turkey" the bird, "to chad": one word that the text does not write as a
    /// name, or uses as a verb.
    [[nodiscard]] bool is_common_word(std::size_t first, std::size_t words,
                                      const language::Sentence& sentence) const
    {
        if (words > 1) {
            return false;
        }
        const Token& word = context_.analysis.tokens[first];
        const bool lower_case = word.form.front() >= 'a' && word.form.front() <= 'z';
        return lower_case || word.upos == "VERB" || is_shouted_pronoun(first, sentence);
    }

    /// "TOLD US NOTHING": words in capitals on both sides.
    [[nodiscard]] bool is_shouted_pronoun(std::size_t i, const language::Sentence& sentence) const
    {
        const std::string& form = context_.tree.token(i).form;
        if (form != "US" && form != "WHO" && form != "IT") {
            return false;
        }
        const auto shouted = [&](std::size_t k) {
            const std::string& other = context_.tree.token(k).form;
            return other.size() > 2 && other != "THE" &&
                   std::all_of(other.begin(), other.end(),
                               [](char c) { return c >= 'A' && c <= 'Z'; });
        };
        return (i == sentence.first || shouted(i - 1)) && i + 1 < sentence.last && shouted(i + 1);
    }

    /// "the River Gambia", "Iceland Foods", "Jordan Street": by the words that masks.tsv has.
    [[nodiscard]] bool is_part_of_landmark(std::size_t first, std::size_t last,
                                           const language::Sentence& sentence) const
    {
        return (last < sentence.last &&
                context_.gazetteer.masks_name_before(context_.tree.token(last).form)) ||
               (first > sentence.first &&
                context_.gazetteer.masks_name_behind(context_.tree.token(first - 1).form));
    }

    /// "French-speaking", "Spanish-style" and "Franco-era": a half of a compound that is no actor.
    [[nodiscard]] bool is_combining_form(std::size_t first, std::size_t words,
                                         const language::Sentence& sentence) const
    {
        if (words > 1 || first + 2 >= sentence.last ||
            context_.tree.token(first + 1).xpos != "HYPH") {
            return false;
        }
        return context_.gazetteer.masks_name_before(
            "-" + text::fold(context_.tree.token(first + 2).form));
    }

    /// Where "Lebanon, Pennsylvania" ends; 0 where no state of the United States follows.
    [[nodiscard]] std::size_t end_of_address(std::size_t first, std::size_t last,
                                             const language::Sentence& sentence) const
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

    void add(std::size_t first, const NameMatch& match)
    {
        const NameMeaning* best = nullptr;
        for (const NameMeaning& meaning : match.meanings) {
            if (best == nullptr || fitness(meaning) > fitness(*best)) {
                best = &meaning;
            }
        }
        if (best->kind == NameKind::person && fitness(*best) <= 0) {
            return;
        }
        if (is_language(first, match.words, best->kind) ||
            is_in_person_name(first, first + match.words, best->kind)) {
            return;
        }
        const Entry& entry = context_.gazetteer.entries()[best->entry];
        ActorSighting sighting;
        sighting.first = first;
        sighting.last = first + match.words;
        sighting.head = head_of(first, sighting.last);
        sighting.actor.code = entry.actor.code;
        sighting.actor.name = entry.actor.name;
        sighting.actor.kind = entry.actor.kind;
        sighting.reason = fmt::format("{} of {} ({})", to_string(best->kind),
                                      entry.actor.code.text(), entry.origin);
        if (best->kind == NameKind::person) {
            const Office& office = context_.gazetteer.offices()[best->office];
            sighting.actor.via = office.person;
            sighting.is_person = true;
            sighting.reason = fmt::format("{}, {}", office.person, office.title);
        } else if (best->kind == NameKind::seat || best->kind == NameKind::place) {
            sighting.actor.via = context_.surface(first, sighting.last);
        }
        context_.describe(sighting);
        found_.push_back(std::move(sighting));
    }

    /// "into Portuguese", "in Pashto": an adjective that is a noun without article and plural.
    [[nodiscard]] bool is_language(std::size_t first, std::size_t words, NameKind kind) const
    {
        const Token& word = context_.tree.token(first);
        const bool nominal = word.upos == "PROPN" || word.upos == "NOUN";
        if (kind != NameKind::adjective || words != 1 || !nominal || word.form.back() == 's') {
            return false;
        }
        const std::string preposition = context_.tree.preposition(first);
        return (preposition == "in" || preposition == "into" || preposition == "from") &&
               context_.tree.children(first, "det").empty();
    }

    /// "Michael Jordan", "Chad Mitchell": the name of a state within that of a person.
    [[nodiscard]] bool is_in_person_name(std::size_t first, std::size_t last, NameKind kind) const
    {
        if (kind == NameKind::person || kind == NameKind::adjective) {
            return false;
        }
        const language::Entity* entity = context_.entity_around(first, last);
        return entity != nullptr && entity->type == "PERSON";
    }

    /// Names before people in office, these before adjectives, seats and places; of people the
    /// one in office at the article's date.
    [[nodiscard]] int fitness(const NameMeaning& meaning) const
    {
        switch (meaning.kind) {
        case NameKind::name:
            return 50;
        case NameKind::adjective:
            return 30;
        case NameKind::seat:
            return 20;
        case NameKind::place:
            return 10;
        case NameKind::person:
            break;
        }
        if (!context_.article.date) {
            return 1;
        }
        const DateRange term = context_.gazetteer.offices()[meaning.office].term;
        return term.overlaps(context_.article.date->range()) ? 40 : 0;
    }

    [[nodiscard]] std::size_t head_of(std::size_t first, std::size_t last) const
    {
        for (std::size_t i = first; i < last; ++i) {
            const std::size_t head = context_.tree.token(i).head;
            if (head == kRoot || head < first || head >= last) {
                return i;
            }
        }
        return last - 1;
    }

    const ActorContext& context_;
    std::vector<ActorSighting> found_;
};

} // namespace

std::vector<ActorSighting> find_names(const ActorContext& context,
                                      const language::Sentence& sentence)
{
    return NameSearch{context}.find(sentence);
}

} // namespace entente::actors
