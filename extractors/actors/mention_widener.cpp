// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/mention_widener.hpp"

#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace entente::actors {

namespace {

constexpr std::size_t kLongestRow = 5; ///< of adjectives before a noun

using extractors::ActorSighting;
using language::kRoot;
using language::Token;

class Widener {
public:
    explicit Widener(const ActorContext& context)
        : context_{context}
    {}

    void widen(ActorSighting& sighting, const language::Sentence& sentence,
               std::span<const ActorSighting> others) const
    {
        widen_over_name(sighting);
        widen_over_title(sighting, sentence);
        if (!sighting.actor.code.sector().empty() || sighting.is_person || sighting.is_aside) {
            return;
        }
        widen_by_tree(sighting, others);
        if (sighting.actor.code.sector().empty()) {
            widen_by_order(sighting, sentence, others);
        }
    }

private:
    /// "security forces"
    [[nodiscard]] bool is_security(std::size_t noun) const
    {
        return noun > 0 && context_.tree.token(noun).lemma == "force" &&
               text::fold(context_.tree.token(noun - 1).form) == "security";
    }

    /// "Somali refugees from Libya" are no Libyans.
    [[nodiscard]] bool is_of_another(const ActorSighting& sighting, std::size_t noun,
                                     std::span<const ActorSighting> others) const
    {
        const auto& children = context_.tree.children(noun);
        return std::any_of(others.begin(), others.end(), [&](const ActorSighting& other) {
            const std::string& relation = context_.tree.token(other.head).relation;
            const bool before = other.head < noun && other.first != sighting.first &&
                                (relation == "amod" || relation == "nmod:poss");
            return (before &&
                    std::find(children.begin(), children.end(), other.head) != children.end()) ||
                   (other.head == noun && other.first < noun && other.last <= sighting.first);
        });
    }

    /// "Rebels in Chad" are Chad's, diplomats and tourists there may be anyone's; and "a student
    /// from Leeds" is one of many.
    [[nodiscard]] bool is_from_elsewhere(const ActorSighting& sighting, std::size_t noun,
                                         std::string_view preposition,
                                         std::string_view sector) const
    {
        static constexpr std::array<std::string_view, 13> kNatives{
            "protester", "protestor", "demonstrator", "resident",  "villager",
            "civilian",  "citizen",   "inhabitant",   "dissident", "activist",
            "voter",     "islamist",  "people"};
        static constexpr std::array<std::string_view, 7> kGovernments{
            "government", "regime", "authority", "administration", "ruler", "leadership", "junta"};
        const Token& word = context_.tree.token(noun);
        const std::string lemma{word.lemma};
        if (lemma == "state" || lemma == "province") {
            return true; // "the state of Rajasthan"
        }
        if (preposition == "in" && sector == "GOV" && !sighting.actor.via.empty()) {
            return std::find(kGovernments.begin(), kGovernments.end(), lemma) == kGovernments.end();
        }
        // "police in Chad", "security forces in Guinea", but "troops in Mali" may be anyone's
        if (preposition == "in" &&
            (sector == "COP" || lemma == "court" || lemma == "prosecutor" || is_security(noun))) {
            return false;
        }
        if (preposition == "in" && sector != "REB" && sector != "OPP") {
            return sector != "CVL" ||
                   std::find(kNatives.begin(), kNatives.end(), lemma) == kNatives.end();
        }
        const auto determiners = context_.tree.children(noun, "det");
        const bool one_of_many =
            std::any_of(determiners.begin(), determiners.end(), [this](std::size_t i) {
                const std::string form = text::fold(context_.tree.token(i).form);
                return form == "a" || form == "an" || form == "another";
            });
        return one_of_many && !sighting.actor.via.empty() && preposition == "from";
    }

    void widen_by_tree(ActorSighting& sighting, std::span<const ActorSighting> others) const
    {
        // "US and Russian troops": the first takes the sector, the last the noun too.
        std::size_t modifier = sighting.head;
        while (context_.tree.token(modifier).relation == "conj" &&
               context_.tree.token(modifier).head < modifier) {
            modifier = context_.tree.token(modifier).head;
        }
        const Token& word = context_.tree.token(modifier);
        if (word.head == kRoot) {
            return;
        }
        const std::string preposition =
            word.relation == "nmod" ? context_.tree.preposition(modifier) : std::string{};
        const bool behind = preposition == "of" || preposition == "from";
        const bool before = word.relation == "amod" || word.relation == "compound" ||
                            word.relation == "nmod:poss" || word.relation == "nmod:desc";
        if (!before && !behind && preposition != "in") {
            return;
        }
        std::size_t noun = word.head;
        std::string_view sector = sector_of_noun(noun);
        // "U.S. Defense Secretary": by the noun of the noun.
        while (sector.empty() && before && context_.tree.token(noun).relation == "compound" &&
               context_.tree.token(noun).head != kRoot && context_.tree.token(noun).head > noun) {
            noun = context_.tree.token(noun).head;
            sector = sector_of_noun(noun);
        }
        if (!before && (is_from_elsewhere(sighting, noun, preposition, sector) ||
                        is_of_another(sighting, noun, others))) {
            return;
        }
        if (sector.empty() && context_.tree.token(noun).upos == "PROPN") {
            sector = behind ? sector_of_title_of(noun)
                            : sector_of_title_between(sighting.last, noun + 1);
        }
        if (sector.empty()) {
            return;
        }
        if (is_former(noun) && (sector == "GOV" || sector == "LEG" || sector == "MIL")) {
            sector = "ELI";
        }
        // "the ministers of Chad, Mali and Niger": the noun goes to the first.
        if (behind ? modifier != sighting.head : stands_between(sighting, noun, others)) {
            take_sector(sighting, noun, sector);
            return;
        }
        take_head(sighting, noun, sector);
        take_name(sighting);
    }

    /// "Thai and Malaysian soldiers", "US, UK and Russian diplomats": adjectives and acronyms in a
    /// row before the noun, whatever the tree makes of them.
    void widen_by_order(ActorSighting& sighting, const language::Sentence& sentence,
                        std::span<const ActorSighting> others) const
    {
        if (!is_adjectival(sighting)) {
            return;
        }
        std::size_t last = sighting.last;
        for (std::size_t hops = 0; hops < kLongestRow; ++hops) {
            const std::size_t next = behind_mark(last, sentence);
            const auto other =
                std::find_if(others.begin(), others.end(), [&](const ActorSighting& one) {
                    return next != last && one.first == next;
                });
            if (other == others.end() || !is_adjectival(*other)) {
                break;
            }
            last = other->last;
        }
        std::size_t noun = last;
        while (noun + 1 < sentence.last && noun < last + 2 &&
               context_.tree.token(noun).upos == "NOUN" &&
               context_.tree.token(noun + 1).upos == "NOUN") {
            ++noun;
        }
        if (noun >= sentence.last || context_.tree.token(noun).upos != "NOUN") {
            return;
        }
        std::string_view sector = sector_of_noun(noun);
        while (sector.empty() && noun > last) {
            sector = sector_of_noun(--noun); // "soldiers" before a verb that looks like a noun
        }
        const bool in_row = last != sighting.last;
        if (sector.empty()) {
            return;
        }
        if (in_row) {
            take_sector(sighting, noun, sector);
        } else {
            take_head(sighting, noun, sector);
            take_name(sighting);
        }
    }

    /// "Thai", "US", but not "Turkey".
    [[nodiscard]] bool is_adjectival(const ActorSighting& sighting) const
    {
        const Token& word = context_.tree.token(sighting.last - 1);
        const bool shouted = std::none_of(word.form.begin(), word.form.end(),
                                          [](char c) { return c >= 'a' && c <= 'z'; });
        return !sighting.is_person && sighting.actor.code.sector().empty() &&
               sighting.actor.kind == ActorKind::state && (word.upos == "ADJ" || shouted);
    }

    /// Behind ",", "and" or both; the same where there is none.
    [[nodiscard]] std::size_t behind_mark(std::size_t token,
                                          const language::Sentence& sentence) const
    {
        std::size_t next = token;
        if (next < sentence.last && context_.tree.token(next).form == ",") {
            ++next;
        }
        const bool joined = next < sentence.last && context_.tree.token(next).form == "and";
        return joined ? next + 1 : next;
    }

    /// "Former Bolivian President": the title was held once.
    [[nodiscard]] bool is_former(std::size_t noun) const
    {
        const auto& children = context_.tree.children(noun);
        return std::any_of(children.begin(), children.end(), [this](std::size_t child) {
            const std::string word = text::fold(context_.tree.token(child).form);
            return word == "former" || word == "ex" || word == "ousted" || word == "deposed";
        });
    }

    /// Whether one of the others stands between the mention and the noun behind it.
    [[nodiscard]] static bool stands_between(const ActorSighting& sighting, std::size_t noun,
                                             std::span<const ActorSighting> others)
    {
        return std::any_of(others.begin(), others.end(), [&](const ActorSighting& other) {
            return other.first >= sighting.last && other.first <= noun && &other != &sighting &&
                   !other.is_person;
        });
    }

    /// "King Abdullah of Jordan": by the title before the name.
    [[nodiscard]] std::string_view sector_of_title_of(std::size_t name) const
    {
        for (const std::size_t child : context_.tree.children(name)) {
            const std::string& relation = context_.tree.token(child).relation;
            if (child < name && (relation == "nmod:desc" || relation == "compound")) {
                const std::string_view sector = sector_of_noun(child);
                if (!sector.empty()) {
                    return sector;
                }
            }
        }
        return {};
    }

    /// "Kenyan Foreign Minister [Daniel Otieno]": the name behind a title.
    void take_name(ActorSighting& sighting) const
    {
        if (take_name_behind(sighting)) {
            return;
        }
        std::size_t name = sighting.head;
        const auto leads_on = [&](const Token& word) {
            return (word.relation == "nmod:desc" || word.relation == "compound" ||
                    word.relation == "flat") &&
                   word.head != kRoot && context_.tree.token(word.head).upos == "PROPN";
        };
        while (leads_on(context_.tree.token(name)) && context_.tree.token(name).head > name) {
            name = context_.tree.token(name).head;
        }
        std::size_t last = name + 1;
        for (const std::size_t child : context_.tree.children(name)) {
            if (child == last &&
                language::is_relation(context_.tree.token(child).relation, "flat")) {
                ++last;
            }
        }
        // The analyzer may know where the person's name ends when the tree does not.
        if (const language::Entity* person = context_.entity_around(name, name + 1);
            person != nullptr && person->type == "PERSON") {
            last = std::max(last, person->last);
        }
        if (last <= sighting.last || context_.tree.token(name).upos != "PROPN" ||
            !context_.gazetteer.sector_of_noun(text::fold(context_.tree.token(name).form))
                 .empty()) {
            return;
        }
        const std::size_t begin = first_of_name(sighting.head, name);
        sighting.actor.via = context_.surface(begin, last);
        sighting.is_person = true;
        sighting.head = name;
        sighting.last = last;
        context_.describe(sighting);
    }

    /// "North Korean negotiator [Ri Myong-chol]": a full name right behind a title in lower case,
    /// whatever the tree makes of it.
    bool take_name_behind(ActorSighting& sighting) const
    {
        const std::size_t noun = sighting.head;
        const Token& title = context_.tree.token(noun);
        if (title.xpos != "NN" || sighting.last != noun + 1 ||
            context_.gazetteer.sector_of_title(std::string{title.lemma}).empty()) {
            return false;
        }
        const language::Sentence& sentence =
            context_.analysis.sentences[context_.tree.sentence_of(noun)];
        std::size_t last = noun + 1;
        std::size_t names = 0;
        while (last < sentence.last) {
            const Token& word = context_.tree.token(last);
            const bool hyphen = word.form == "-" && names > 0;
            if (word.upos != "PROPN" && !hyphen) {
                break;
            }
            names += hyphen ? 0U : 1U;
            ++last;
        }
        constexpr std::size_t kShortest = 2;
        constexpr std::size_t kLongest = 6;
        if (names < kShortest || names > kLongest) {
            return false;
        }
        sighting.actor.via = context_.surface(noun + 1, last);
        sighting.is_person = true;
        sighting.last = last;
        context_.describe(sighting);
        return true;
    }

    /// Where the name that ends at `name` begins, behind the title.
    [[nodiscard]] std::size_t first_of_name(std::size_t title, std::size_t name) const
    {
        std::size_t first = name;
        while (first > title + 1 && context_.tree.token(first - 1).upos == "PROPN") {
            --first;
        }
        return first;
    }

    /// "troops", whose lemma is the plural, and capitalised nouns.
    [[nodiscard]] static std::string singular(std::string form)
    {
        if (form.size() > 3 && form.back() == 's' && form[form.size() - 2] != 's') {
            form.pop_back();
        }
        return form;
    }

    /// By the noun and the word before it ("asylum seeker"), else by the noun alone.
    [[nodiscard]] std::string_view sector_of_noun(std::size_t noun) const
    {
        const Token& word = context_.tree.token(noun);
        const bool first =
            noun == 0 || context_.tree.sentence_of(noun - 1) != context_.tree.sentence_of(noun);
        const std::string before =
            first ? "" : text::fold(context_.tree.token(noun - 1).form) + ' ';
        const std::string form = text::fold(word.form);
        // "Attorney General", whose first word hangs above
        if (noun + 1 < context_.analysis.tokens.size() &&
            context_.tree.token(noun + 1).upos == "PROPN") {
            const std::string_view title = context_.gazetteer.sector_of_noun(
                form + ' ' + text::fold(context_.tree.token(noun + 1).form));
            if (!title.empty()) {
                return title;
            }
        }
        for (const std::string& name : {before + word.lemma, before + singular(form),
                                        std::string{word.lemma}, form, singular(form)}) {
            const std::string_view sector = context_.gazetteer.sector_of_noun(name);
            if (!sector.empty()) {
                return sector;
            }
        }
        return {};
    }

    /// The longest title among the words of a name phrase: "Pakistani [Foreign Minister] X".
    [[nodiscard]] std::string_view sector_of_title_between(std::size_t from, std::size_t to) const
    {
        for (std::size_t i = from; i < to; ++i) {
            std::string title;
            std::string_view sector;
            for (std::size_t k = i; k < to && k < i + kLongestTitle; ++k) {
                title += (title.empty() ? "" : " ") + text::fold(context_.tree.token(k).form);
                const std::string_view longer = context_.gazetteer.sector_of_title(title);
                sector = longer.empty() ? sector : longer;
            }
            if (!sector.empty()) {
                return sector;
            }
        }
        return {};
    }

    void take_head(ActorSighting& sighting, std::size_t head, std::string_view sector) const
    {
        sighting.head = head;
        sighting.first = std::min(sighting.first, head);
        sighting.last = std::max(sighting.last, head + 1);
        take_sector(sighting, head, sector);
        context_.describe(sighting);
    }

    void take_sector(ActorSighting& sighting, std::size_t noun, std::string_view sector) const
    {
        // Only states have sectors; an organisation's official is the organisation.
        if (sighting.actor.kind == ActorKind::state) {
            sighting.actor.code = sighting.actor.code.with_sector(sector);
        }
        sighting.reason +=
            fmt::format("; \"{}\" acts as {}", context_.tree.token(noun).form, sector);
    }

    /// "Andrzej [Duda]": the tables may know a person by the surname only.
    void widen_over_name(ActorSighting& sighting) const
    {
        if (!sighting.is_person) {
            return;
        }
        while (language::is_relation(context_.tree.token(sighting.head).relation, "flat") &&
               context_.tree.token(sighting.head).head < sighting.first) {
            const Token& given = context_.tree.token(context_.tree.token(sighting.head).head);
            if (given.upos != "PROPN" || given.form.front() < 'A' || given.form.front() > 'Z') {
                break; // a verb, which the tree took for a name
            }
            sighting.head = context_.tree.token(sighting.head).head;
            sighting.first = sighting.head;
        }
        context_.describe(sighting);
    }

    /// "Prime Minister Imran Khan": the title belongs to the mention.
    void widen_over_title(ActorSighting& sighting, const language::Sentence& sentence) const
    {
        if (!sighting.is_person || sighting.actor.code.sector().empty()) {
            return;
        }
        for (std::size_t n = kLongestTitle; n > 0; --n) {
            if (sighting.first < sentence.first + n) {
                continue;
            }
            const std::string title = context_.words(sighting.first - n, sighting.first);
            if (!context_.gazetteer.sector_of_title(title).empty()) {
                sighting.first -= n;
                context_.describe(sighting);
                return;
            }
        }
    }

    const ActorContext& context_;
};

} // namespace

void widen_mention(const ActorContext& context, ActorSighting& sighting,
                   const language::Sentence& sentence, std::span<const ActorSighting> others)
{
    Widener{context}.widen(sighting, sentence, others);
}

} // namespace entente::actors
