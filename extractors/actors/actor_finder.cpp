// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/actor_finder.hpp"

#include "core/text.hpp"
#include "extractors/actors/references.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>
#include <vector>

namespace entente::actors {

namespace {

using extractors::ActorSighting;
using language::kRoot;
using language::Token;

constexpr std::size_t kLongestTitle = 6; ///< words, hyphens too

/// One article's search.
class Search {
public:
    Search(const Gazetteer& gazetteer, const Article& article, const language::Analysis& analysis,
           const language::Tree& tree)
        : gazetteer_{gazetteer}
        , article_{article}
        , analysis_{analysis}
        , tree_{tree}
    {}

    std::vector<ActorSighting> run()
    {
        // All names first: who speaks may be told behind what is said.
        std::vector<std::vector<ActorSighting>> names_of;
        std::size_t entity = 0; // those of one sentence at a time
        for (const language::Sentence& sentence : analysis_.sentences) {
            names(sentence);
            for (ActorSighting& sighting : found_) {
                widen(sighting, sentence);
            }
            drop_contained();
            add_names_beside();
            mark_scenes();
            drop_parts_of_names(entity);
            names_of.push_back(std::exchange(found_, {}));
        }
        References references{gazetteer_, analysis_, tree_, names_of};
        for (std::size_t s = 0; s < analysis_.sentences.size(); ++s) {
            const language::Sentence& sentence = analysis_.sentences[s];
            const std::size_t before = found_.size();
            sentence_begin_ = before;
            std::move(names_of[s].begin(), names_of[s].end(), std::back_inserter(found_));
            for (ActorSighting& reference : references.resolve(sentence, found_, before)) {
                describe(reference);
                // "its envoy"
                if (tree_.token(reference.head).xpos == "PRP$" && !reference.is_person) {
                    widen(reference, sentence);
                }
                found_.push_back(std::move(reference));
            }
            std::stable_sort(
                found_.begin() + static_cast<std::ptrdiff_t>(before), found_.end(),
                [](const auto& left, const auto& right) { return left.first < right.first; });
            references.learn(found_, before);
        }
        return std::move(found_);
    }

private:
    void names(const language::Sentence& sentence)
    {
        std::vector<std::string_view> words;
        for (std::size_t i = sentence.first; i < sentence.last; ++i) {
            words.emplace_back(analysis_.tokens[i].form);
        }
        if (is_dateline(sentence)) {
            return;
        }
        for (std::size_t i = 0; i < words.size();) {
            const NameMatch match = gazetteer_.longest_match(std::span{words}.subspan(i));
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
    }

    /// "NAIROBI (AP) -", which the analyzer cuts off as a sentence, and "By Ann Mills in Lagos".
    [[nodiscard]] bool is_dateline(const language::Sentence& sentence) const
    {
        constexpr std::size_t kLongest = 14;
        if (sentence.last - sentence.first > kLongest) {
            return false;
        }
        for (std::size_t i = sentence.first; i < sentence.last; ++i) {
            const std::string& upos = analysis_.tokens[i].upos;
            if (upos == "VERB" || upos == "AUX") {
                return false;
            }
        }
        const std::string& last = analysis_.tokens[sentence.last - 1].form;
        return last == "-" || last == "--" || analysis_.tokens[sentence.first].form == "By";
    }

    /// "us" the pronoun, "turkey" the bird, "to chad": one word that the text does not write as a
    /// name, or uses as a verb.
    [[nodiscard]] bool is_common_word(std::size_t first, std::size_t words,
                                      const language::Sentence& sentence) const
    {
        if (words > 1) {
            return false;
        }
        const Token& word = analysis_.tokens[first];
        const bool lower_case = word.form.front() >= 'a' && word.form.front() <= 'z';
        return lower_case || word.upos == "VERB" || is_shouted_pronoun(first, sentence);
    }

    /// "TOLD US NOTHING": words in capitals on both sides.
    [[nodiscard]] bool is_shouted_pronoun(std::size_t i, const language::Sentence& sentence) const
    {
        const std::string& form = tree_.token(i).form;
        if (form != "US" && form != "WHO" && form != "IT") {
            return false;
        }
        const auto shouted = [&](std::size_t k) {
            const std::string& other = tree_.token(k).form;
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
        return (last < sentence.last && gazetteer_.masks_name_before(tree_.token(last).form)) ||
               (first > sentence.first &&
                gazetteer_.masks_name_behind(tree_.token(first - 1).form));
    }

    /// "French-speaking", "Spanish-style" and "Franco-era": a half of a compound that is no actor.
    [[nodiscard]] bool is_combining_form(std::size_t first, std::size_t words,
                                         const language::Sentence& sentence) const
    {
        if (words > 1 || first + 2 >= sentence.last || tree_.token(first + 1).xpos != "HYPH") {
            return false;
        }
        return gazetteer_.masks_name_before("-" + text::fold(tree_.token(first + 2).form));
    }

    /// Where "Lebanon, Pennsylvania" ends; 0 where no state of the United States follows.
    [[nodiscard]] std::size_t end_of_address(std::size_t first, std::size_t last,
                                             const language::Sentence& sentence) const
    {
        if (last + 1 >= sentence.last || tree_.token(last).form != "," ||
            tree_.token(first).upos != "PROPN") {
            return 0;
        }
        std::vector<std::string_view> words;
        for (std::size_t i = last + 1; i < std::min(sentence.last, last + 4); ++i) {
            words.emplace_back(tree_.token(i).form);
        }
        for (std::size_t n = std::min<std::size_t>(words.size(), 2); n > 0; --n) {
            std::string name;
            for (std::size_t k = 0; k < n; ++k) {
                name += (k == 0 ? "" : " ") + std::string{words[k]};
            }
            if (gazetteer_.masks_name_before(", " + name)) {
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
        const Entry& entry = gazetteer_.entries()[best->entry];
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
            const Office& office = gazetteer_.offices()[best->office];
            sighting.actor.via = office.person;
            sighting.is_person = true;
            sighting.reason = fmt::format("{}, {}", office.person, office.title);
        } else if (best->kind == NameKind::seat || best->kind == NameKind::place) {
            sighting.actor.via = surface(first, sighting.last);
        }
        describe(sighting);
        found_.push_back(std::move(sighting));
    }

    /// "into Portuguese", "in Pashto": an adjective that is a noun without article and plural.
    [[nodiscard]] bool is_language(std::size_t first, std::size_t words, NameKind kind) const
    {
        const Token& word = tree_.token(first);
        const bool nominal = word.upos == "PROPN" || word.upos == "NOUN";
        if (kind != NameKind::adjective || words != 1 || !nominal || word.form.back() == 's') {
            return false;
        }
        const std::string preposition = tree_.preposition(first);
        return (preposition == "in" || preposition == "into" || preposition == "from") &&
               tree_.children(first, "det").empty();
    }

    /// "Michael Jordan", "Chad Mitchell": the name of a state within that of a person.
    [[nodiscard]] bool is_in_person_name(std::size_t first, std::size_t last, NameKind kind) const
    {
        if (kind == NameKind::person || kind == NameKind::adjective) {
            return false;
        }
        const auto entity =
            std::upper_bound(analysis_.entities.begin(), analysis_.entities.end(), first,
                             [](std::size_t i, const auto& one) { return i < one.last; });
        return entity != analysis_.entities.end() && entity->type == "PERSON" &&
               entity->first <= first && last <= entity->last &&
               entity->last - entity->first > last - first;
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
        if (!article_.date) {
            return 1;
        }
        const DateRange term = gazetteer_.offices()[meaning.office].term;
        return term.overlaps(article_.date->range()) ? 40 : 0;
    }

    [[nodiscard]] std::size_t head_of(std::size_t first, std::size_t last) const
    {
        for (std::size_t i = first; i < last; ++i) {
            const std::size_t head = tree_.token(i).head;
            if (head == kRoot || head < first || head >= last) {
                return i;
            }
        }
        return last - 1;
    }

    [[nodiscard]] std::string surface(std::size_t first, std::size_t last) const
    {
        const Span bytes{tree_.token(first).bytes.begin, tree_.token(last - 1).bytes.end};
        return article_.text.substr(bytes.begin, bytes.size());
    }

    void describe(ActorSighting& sighting) const
    {
        Evidence& evidence = sighting.actor.mention;
        evidence.bytes = {tree_.token(sighting.first).bytes.begin,
                          tree_.token(sighting.last - 1).bytes.end};
        evidence.code_points = {tree_.token(sighting.first).code_points.begin,
                                tree_.token(sighting.last - 1).code_points.end};
        evidence.text = article_.text.substr(evidence.bytes.begin, evidence.bytes.size());
    }

    /// "Turkish troops", "Pakistani Foreign Minister …", "the president of Egypt": the mention
    /// grows to the noun that says who acts, and takes its sector; over a title to the name.
    void widen(ActorSighting& sighting, const language::Sentence& sentence)
    {
        widen_over_name(sighting);
        widen_over_title(sighting, sentence);
        if (!sighting.actor.code.sector().empty() || sighting.is_person) {
            return;
        }
        // "US and Russian troops": the first takes the sector, the last the noun too.
        std::size_t modifier = sighting.head;
        while (tree_.token(modifier).relation == "conj" && tree_.token(modifier).head < modifier) {
            modifier = tree_.token(modifier).head;
        }
        const Token& word = tree_.token(modifier);
        if (word.head == kRoot) {
            return;
        }
        const std::string preposition =
            word.relation == "nmod" ? tree_.preposition(modifier) : std::string{};
        const bool behind = preposition == "of" || preposition == "from";
        const bool before = word.relation == "amod" || word.relation == "compound" ||
                            word.relation == "nmod:poss" || word.relation == "nmod:desc";
        if (!before && !behind && preposition != "in") {
            return;
        }
        std::size_t noun = word.head;
        std::string_view sector = sector_of_noun(noun);
        // "U.S. Defense Secretary": by the noun of the noun.
        while (sector.empty() && before && tree_.token(noun).relation == "compound" &&
               tree_.token(noun).head != kRoot && tree_.token(noun).head > noun) {
            noun = tree_.token(noun).head;
            sector = sector_of_noun(noun);
        }
        // "Rebels in Chad" are Chad's, diplomats there may be anyone's.
        if (preposition == "in" && sector != "REB" && sector != "CVL" && sector != "OPP") {
            return;
        }
        if (sector.empty() && tree_.token(noun).upos == "PROPN") {
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
        if (behind ? modifier != sighting.head : stands_between(sighting, noun)) {
            take_sector(sighting, noun, sector);
            return;
        }
        take_head(sighting, noun, sector);
        take_name(sighting);
    }

    /// "Former Bolivian President": the title was held once.
    [[nodiscard]] bool is_former(std::size_t noun) const
    {
        const auto& children = tree_.children(noun);
        return std::any_of(children.begin(), children.end(), [this](std::size_t child) {
            const std::string word = text::fold(tree_.token(child).form);
            return word == "former" || word == "ex" || word == "ousted" || word == "deposed";
        });
    }

    /// Whether another name of an actor stands between the mention and the noun behind it.
    [[nodiscard]] bool stands_between(const ActorSighting& sighting, std::size_t noun) const
    {
        return std::any_of(found_.begin() + static_cast<std::ptrdiff_t>(sentence_begin_),
                           found_.end(), [&](const ActorSighting& other) {
                               return other.first >= sighting.last && other.first <= noun &&
                                      &other != &sighting && !other.is_person;
                           });
    }

    /// "King Abdullah of Jordan": by the title before the name.
    [[nodiscard]] std::string_view sector_of_title_of(std::size_t name) const
    {
        for (const std::size_t child : tree_.children(name)) {
            const std::string& relation = tree_.token(child).relation;
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
    void take_name(ActorSighting& sighting)
    {
        std::size_t name = sighting.head;
        const auto leads_on = [&](const Token& word) {
            return (word.relation == "nmod:desc" || word.relation == "compound" ||
                    word.relation == "flat") &&
                   word.head != kRoot && tree_.token(word.head).upos == "PROPN";
        };
        while (leads_on(tree_.token(name)) && tree_.token(name).head > name) {
            name = tree_.token(name).head;
        }
        std::size_t last = name + 1;
        for (const std::size_t child : tree_.children(name)) {
            if (child == last && language::is_relation(tree_.token(child).relation, "flat")) {
                ++last;
            }
        }
        if (last <= sighting.last || tree_.token(name).upos != "PROPN" ||
            !gazetteer_.sector_of_noun(text::fold(tree_.token(name).form)).empty()) {
            return;
        }
        const std::size_t begin = first_of_name(sighting.head, name);
        sighting.actor.via = surface(begin, last);
        sighting.is_person = true;
        sighting.head = name;
        sighting.last = last;
        describe(sighting);
    }

    /// Where the name that ends at `name` begins, behind the title.
    [[nodiscard]] std::size_t first_of_name(std::size_t title, std::size_t name) const
    {
        std::size_t first = name;
        while (first > title + 1 && tree_.token(first - 1).upos == "PROPN") {
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
        const Token& word = tree_.token(noun);
        const bool first = noun == 0 || tree_.sentence_of(noun - 1) != tree_.sentence_of(noun);
        const std::string before = first ? "" : text::fold(tree_.token(noun - 1).form) + ' ';
        const std::string form = text::fold(word.form);
        for (const std::string& name : {before + word.lemma, before + singular(form),
                                        std::string{word.lemma}, form, singular(form)}) {
            const std::string_view sector = gazetteer_.sector_of_noun(name);
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
                title += (title.empty() ? "" : " ") + text::fold(tree_.token(k).form);
                const std::string_view longer = gazetteer_.sector_of_title(title);
                sector = longer.empty() ? sector : longer;
            }
            if (!sector.empty()) {
                return sector;
            }
        }
        return {};
    }

    void take_head(ActorSighting& sighting, std::size_t head, std::string_view sector)
    {
        sighting.head = head;
        sighting.first = std::min(sighting.first, head);
        sighting.last = std::max(sighting.last, head + 1);
        take_sector(sighting, head, sector);
        describe(sighting);
    }

    void take_sector(ActorSighting& sighting, std::size_t noun, std::string_view sector)
    {
        // Only states have sectors; an organisation's official is the organisation.
        if (sighting.actor.kind == ActorKind::state) {
            sighting.actor.code = sighting.actor.code.with_sector(sector);
        }
        sighting.reason += fmt::format("; \"{}\" acts as {}", tree_.token(noun).form, sector);
    }

    /// "Andrzej [Duda]": the tables may know a person by the surname only.
    void widen_over_name(ActorSighting& sighting) const
    {
        if (!sighting.is_person) {
            return;
        }
        while (language::is_relation(tree_.token(sighting.head).relation, "flat") &&
               tree_.token(sighting.head).head < sighting.first) {
            sighting.head = tree_.token(sighting.head).head;
            sighting.first = sighting.head;
        }
        describe(sighting);
    }

    /// "Prime Minister Imran Khan": the title belongs to the mention.
    void widen_over_title(ActorSighting& sighting, const language::Sentence& sentence)
    {
        if (!sighting.is_person || sighting.actor.code.sector().empty()) {
            return;
        }
        for (std::size_t n = kLongestTitle; n > 0; --n) {
            if (sighting.first < sentence.first + n) {
                continue;
            }
            std::string title;
            for (std::size_t i = sighting.first - n; i < sighting.first; ++i) {
                title += (title.empty() ? "" : " ") + text::fold(tree_.token(i).form);
            }
            if (!gazetteer_.sector_of_title(title).empty()) {
                sighting.first -= n;
                describe(sighting);
                return;
            }
        }
    }

    /// "Ana Diaz, Peru's envoy," and "Peru's envoy, Ana Diaz,": the name too is who acts.
    void add_names_beside()
    {
        const std::size_t described = found_.size();
        for (std::size_t i = 0; i < described; ++i) {
            const Token& noun = tree_.token(found_[i].head);
            if (found_[i].is_person || found_[i].actor.code.sector().empty() ||
                noun.xpos == "NNS" || noun.xpos == "NNPS") {
                continue;
            }
            std::vector<std::size_t> names = tree_.children(found_[i].head, "appos");
            if (noun.relation == "appos" && noun.head != kRoot) {
                names.push_back(noun.head);
            }
            for (const std::size_t name : names) {
                add_name_beside(found_[i].actor, name);
            }
        }
        std::stable_sort(found_.begin(), found_.end(), [](const auto& left, const auto& right) {
            return left.first < right.first;
        });
    }

    /// Only names of two words and more: one word may be anything.
    void add_name_beside(const Argument& actor, std::size_t name)
    {
        const std::vector<std::size_t> rest = tree_.children(name, "flat");
        if (tree_.token(name).upos != "PROPN" || rest.empty() || rest.front() != name + 1) {
            return;
        }
        ActorSighting sighting;
        sighting.actor = actor;
        sighting.first = name;
        sighting.last = rest.back() + 1;
        sighting.head = name;
        const bool known = std::any_of(found_.begin(), found_.end(), [&](const auto& one) {
            return one.first < sighting.last && sighting.first < one.last;
        });
        if (known) {
            return;
        }
        sighting.actor.via = surface(sighting.first, sighting.last);
        sighting.is_person = true;
        sighting.reason =
            fmt::format("{} is put beside {}", sighting.actor.via, actor.mention.text);
        describe(sighting);
        found_.push_back(std::move(sighting));
    }

    /// A town or capital where something happens: "met in Geneva".
    void mark_scenes()
    {
        for (ActorSighting& one : found_) {
            one.is_scene = !one.is_person && !one.actor.via.empty() &&
                           one.actor.code.sector().empty() && is_scene(one.head);
        }
    }

    /// Whether a name says where: by its preposition, as a further name behind a comma, or alone.
    [[nodiscard]] bool is_scene(std::size_t name) const
    {
        static constexpr std::array<std::string_view, 14> kWhere{
            "in",      "at",     "near", "outside", "inside", "around", "across",
            "through", "within", "off",  "above",   "along",  "from",   "throughout"};
        const Token& word = tree_.token(name);
        if (word.relation == "root" || word.relation == "parataxis" || word.relation == "list") {
            return true;
        }
        const bool phrase = language::is_relation(word.relation, "obl") ||
                            language::is_relation(word.relation, "nmod") || word.relation == "conj";
        const std::string preposition = phrase ? tree_.preposition(name) : std::string{};
        return std::find(kWhere.begin(), kWhere.end(), preposition) != kWhere.end();
    }

    /// A name that is part of another: "Jordan Pickering", "Iceland Foods". A state's organ has a
    /// sector by then.
    /// \param entity the first entity that may lie in the sentence, moved on
    void drop_parts_of_names(std::size_t& entity)
    {
        const auto& entities = analysis_.entities;
        for (ActorSighting& sighting : found_) {
            while (entity < entities.size() && entities[entity].last <= sighting.first) {
                ++entity;
            }
            if (entity == entities.size()) {
                break;
            }
            const language::Entity& name = entities[entity];
            const bool inside = name.first <= sighting.first && sighting.last <= name.last &&
                                name.last - name.first > sighting.last - sighting.first;
            const bool other = name.type == "PERSON" || name.type == "ORG" || name.type == "FAC" ||
                               name.type == "MISC";
            if (inside && other && !sighting.is_person && sighting.actor.code.sector().empty() &&
                sighting.actor.kind == ActorKind::state) {
                sighting.last = sighting.first; // to be dropped
            }
        }
        found_.erase(std::remove_if(found_.begin(), found_.end(),
                                    [](const auto& one) { return one.last == one.first; }),
                     found_.end());
    }

    /// Of two mentions that overlap the longer stays; of "[Russian] [President Vladimir Putin]" the
    /// person.
    void drop_contained()
    {
        std::vector<ActorSighting> kept;
        for (std::size_t i = 0; i < found_.size(); ++i) {
            bool covered = false;
            for (std::size_t k = 0; k < found_.size() && !covered; ++k) {
                if (i == k) {
                    continue;
                }
                const Span mine{found_[i].first, found_[i].last};
                const Span other{found_[k].first, found_[k].last};
                if (!mine.overlaps(other)) {
                    continue;
                }
                const bool other_is_person = found_[k].is_person;
                const bool i_am_person = found_[i].is_person;
                covered = i_am_person != other_is_person ? other_is_person
                                                         : (other.size() > mine.size() ||
                                                            (other.size() == mine.size() && k < i));
            }
            if (!covered) {
                kept.push_back(std::move(found_[i]));
            }
        }
        found_ = std::move(kept);
    }

    const Gazetteer& gazetteer_;
    const Article& article_;
    const language::Analysis& analysis_;
    const language::Tree& tree_;
    std::vector<ActorSighting> found_; ///< first of one sentence, then of all
    std::size_t sentence_begin_ = 0;   ///< those of the present sentence begin here in found_
};

} // namespace

std::vector<ActorSighting> GazetteerFinder::find(const Article& article,
                                                 const language::Analysis& analysis,
                                                 const language::Tree& tree, Trace* trace) const
{
    std::vector<ActorSighting> found = Search{*gazetteer_, article, analysis, tree}.run();
    if (trace != nullptr) {
        for (const ActorSighting& sighting : found) {
            trace->step(
                {TraceStage::actor, true, sighting.actor.mention.code_points,
                 fmt::format("{} → {}", sighting.actor.mention.text, sighting.actor.code.text()),
                 sighting.reason});
        }
    }
    return found;
}

} // namespace entente::actors
