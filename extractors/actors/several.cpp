// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/several.hpp"

#include "core/text.hpp"
#include "extractors/actors/descriptions.hpp"
#include "extractors/actors/word_list.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace entente::actors {

namespace {

using extractors::ActorSighting;
using language::kRoot;
using language::Token;

constexpr std::size_t kMostModifiers = 3;

constexpr std::array<std::string_view, 20> kNouns{
    "country",    "nation",    "side",     "state",    "leader", "neighbor", "neighbour",
    "government", "president", "premier",  "kingdom",  "power",  "capital",  "rival",
    "ally",       "foe",       "minister", "republic", "party",  "diplomat"};
/// Who acts for a state rather than is it.
constexpr std::array<std::string_view, 6> kActing{"leader",  "government", "president",
                                                  "premier", "minister",   "diplomat"};
/// What goes without a number: "the neighbours", where two were named.
constexpr std::array<std::string_view, 6> kMutual{"neighbor", "neighbour", "rival",
                                                  "foe",      "adversary", "ally"};

/// "countries" are states, "leaders" those whom a person stood for, if so many did; "sides" may be
/// anyone.
std::vector<Argument> fit_for(std::string_view noun, std::size_t count,
                              const std::vector<Argument>& members)
{
    static constexpr std::array<std::string_view, 7> kStates{
        "country", "nation", "state", "kingdom", "government", "republic", "capital"};
    std::vector<Argument> fit;
    if (noun != "government" && is_word(noun, kActing)) {
        std::copy_if(members.begin(), members.end(), std::back_inserter(fit),
                     [](const Argument& one) { return !one.via.empty(); });
        if (fit.size() == count) {
            return fit;
        }
        fit.clear();
    }
    std::copy_if(members.begin(), members.end(), std::back_inserter(fit), [&](const Argument& one) {
        return one.kind == ActorKind::state || !is_word(noun, kStates);
    });
    return fit;
}

std::size_t number_of(std::string_view word)
{
    if (word == "two" || word == "both") {
        return 2;
    }
    return word == "three" ? 3 : (word == "four" ? 4 : 0);
}

/// Counts a state, organisation or group once; remembers the person who speaks for it.
void add_member(std::vector<Argument>& members, const ActorSighting& sighting)
{
    const Argument& actor = sighting.actor;
    if (actor.kind == ActorKind::company || sighting.is_aside || sighting.is_scene) {
        return;
    }
    const auto known = std::find_if(members.begin(), members.end(), [&](const Argument& one) {
        return one.code.principal() == actor.code.principal();
    });
    if (known == members.end()) {
        members.push_back(actor);
        members.back().code = actor.code.whole();
    } else if (known->via.empty()) {
        known->via = actor.via;
    }
}

/// One mention of the same words for each.
std::vector<ActorSighting> refer_to_all(const std::vector<Argument>& actors, std::size_t first,
                                        std::size_t last, std::string_view words)
{
    std::vector<std::string> codes;
    for (const Argument& one : actors) {
        codes.push_back(one.code.text());
    }
    std::vector<ActorSighting> references;
    for (const Argument& one : actors) {
        references.push_back(
            refer(one, first, last,
                  fmt::format("\"{}\" refers to {}", words, fmt::join(codes, " and "))));
    }
    return references;
}

} // namespace

std::vector<ActorSighting> Several::find(std::size_t first, const language::Sentence& sentence,
                                         Sightings here) const
{
    if (auto both = each_other(first, sentence, here); !both.empty()) {
        return both;
    }
    if (auto one = one_of_two(first, sentence, here); !one.empty()) {
        return one;
    }
    const auto phrase = phrase_at(first, sentence);
    if (!phrase) {
        return {};
    }
    std::vector<Argument> members = counted(*phrase, here);
    const bool act = is_word(phrase->noun, kActing);
    const std::string_view sector =
        act ? context_.gazetteer.sector_of_noun(phrase->noun) : std::string_view{};
    for (Argument& member : members) {
        if (!sector.empty() && member.kind == ActorKind::state) {
            member.code = member.code.with_sector(sector);
        }
    }
    return refer_to_all(members, phrase->first, phrase->last,
                        context_.surface(phrase->first, phrase->last));
}

/// "the two countries", "both rival countries", "the three", "the neighbours"; but not "painters
/// of two countries", "both sides of the leaf".
std::optional<Several::Phrase> Several::phrase_at(std::size_t first,
                                                  const language::Sentence& sentence) const
{
    const language::Tree& tree = context_.tree;
    const std::string word = text::fold(tree.token(first).form);
    const bool definite = word == "the" || word == "these" || word == "both";
    if ((!definite && number_of(word) == 0) || first + 1 >= sentence.last) {
        return std::nullopt;
    }
    Phrase phrase{first, first + 1, number_of(word), {}};
    std::size_t at = first + 1;
    if (text::fold(tree.token(at).form) == "the" && word == "both") {
        ++at;
    }
    if (phrase.count == 0 && at < sentence.last) {
        phrase.count = number_of(text::fold(tree.token(at).form));
        at += phrase.count > 0 ? 1U : 0U;
    }
    std::size_t noun = at;
    for (std::size_t n = 0; n < kMostModifiers && noun < sentence.last; ++n, ++noun) {
        const Token& token = tree.token(noun);
        if (token.xpos == "NNS" || token.xpos == "NNPS" ||
            (token.upos != "ADJ" && token.upos != "NOUN")) {
            break;
        }
    }
    const bool plural =
        noun < sentence.last && (tree.token(noun).xpos == "NNS" || tree.token(noun).xpos == "NNPS");
    if (plural) {
        phrase.noun = text::fold(tree.token(noun).lemma);
        phrase.last = noun + 1;
        const bool counts = is_word(phrase.noun, kNouns) || !named_by(phrase.noun).empty();
        const bool mutual = is_word(phrase.noun, kMutual) ||
                            (phrase.noun != "government" && is_word(phrase.noun, kActing));
        if (phrase.count == 0 && mutual && noun == first + 1) {
            phrase.count = 2; // if there were two
        }
        // "Moscow and Paris, two capitals at odds"
        const bool beside = tree.token(noun).relation == "appos";
        return phrase.count > 0 && counts && (definite || beside) &&
                       tree.children(noun, "nmod").empty()
                   ? std::optional{phrase}
                   : std::nullopt;
    }
    if (!definite) {
        return std::nullopt;
    }
    // "the two talked", "the three"
    const Token& number = tree.token(at - 1);
    const bool alone = phrase.count > 0 && (at - 1 > first || word == "both") &&
                       number.head != kRoot &&
                       (language::is_relation(number.relation, "nsubj") ||
                        language::is_relation(number.relation, "obl"));
    if (!alone || !tree.children(at - 1, "nmod").empty()) {
        return std::nullopt;
    }
    phrase.last = at;
    return phrase;
}

/// As many as the sentence has named so far, else the last that had as many, else those that the
/// text is about.
std::vector<Argument> Several::counted(const Phrase& phrase, Sightings here) const
{
    std::vector<Argument> members = named_by(phrase.noun);
    if (members.size() == phrase.count) {
        return members;
    }
    members.clear();
    for (const ActorSighting& sighting : here) {
        if (sighting.last <= phrase.first && context_.tree.token(sighting.head).upos != "ADJ" &&
            sighting.actor.kind != ActorKind::region) {
            add_member(members, sighting);
        }
    }
    members = fit_for(phrase.noun, phrase.count, members);
    if (members.size() == phrase.count) {
        return members;
    }
    if (members.size() > phrase.count) {
        if (auto together = coordinated(phrase.count, phrase.first, here, false);
            !together.empty()) {
            return together;
        }
    }
    if (auto last = fit_for(phrase.noun, phrase.count, last_); last.size() == phrase.count) {
        return last;
    }
    if (together_.size() == phrase.count) {
        return together_;
    }
    return dominant(phrase.count);
}

/// "France and Britain will stay in Syria, both countries said": as many as are named together.
std::vector<Argument> Several::coordinated(std::size_t count, std::size_t before, Sightings here,
                                           bool only_subjects) const
{
    for (const ActorSighting& first : here) {
        const bool subject =
            language::is_relation(context_.tree.token(first.head).relation, "nsubj");
        if (only_subjects && !subject) {
            continue;
        }
        const std::vector<std::size_t> heads = context_.tree.conjuncts(first.head);
        std::vector<Argument> members;
        for (const ActorSighting& one : here) {
            if (one.last <= before &&
                std::find(heads.begin(), heads.end(), one.head) != heads.end()) {
                add_member(members, one);
            }
        }
        if (members.size() == count) {
            return members;
        }
    }
    return {};
}

/// "the two Koreas": the states that the tables call so.
std::vector<Argument> Several::named_by(const std::string& noun) const
{
    std::vector<Argument> named;
    for (const std::string& principal : context_.gazetteer.called(noun)) {
        const auto code = ActorCode::parse(principal);
        const Entry* entry = code ? context_.gazetteer.find(*code) : nullptr;
        if (entry == nullptr || entry->actor.kind != ActorKind::state) {
            return {};
        }
        Argument& one = named.emplace_back();
        one.code = entry->actor.code;
        one.name = entry->actor.name;
        one.kind = entry->actor.kind;
    }
    const bool is_name = !noun.empty() && named.size() == 2;
    return is_name ? named : std::vector<Argument>{};
}

/// The actors named most often, where as many stand out.
std::vector<Argument> Several::dominant(std::size_t count) const
{
    if (members_.size() < count) {
        return {};
    }
    std::vector<Argument> ranked = members_;
    const auto often = [this](const Argument& one) {
        return how_often_.at(std::string{one.code.principal()});
    };
    std::stable_sort(
        ranked.begin(), ranked.end(),
        [&](const Argument& left, const Argument& right) { return often(left) > often(right); });
    if (ranked.size() > count && often(ranked[count]) * 2 > often(ranked[count - 1])) {
        return {};
    }
    ranked.resize(count);
    return ranked;
}

/// "accused each other": the two that the subject names.
std::vector<ActorSighting>
Several::each_other(std::size_t first, const language::Sentence& sentence, Sightings here) const
{
    if (first + 1 >= sentence.last) {
        return {};
    }
    const language::Tree& tree = context_.tree;
    const std::string words = context_.words(first, first + 2);
    if (words != "each other" && words != "one another") {
        return {};
    }
    std::size_t clause = first + 1;
    while (clause != kRoot && tree.token(clause).upos != "VERB") {
        clause = tree.token(clause).head;
    }
    const std::size_t subject = clause == kRoot ? kRoot : tree.subject(clause);
    if (subject == kRoot) {
        return {};
    }
    std::vector<Argument> members;
    const std::vector<std::size_t> heads = tree.conjuncts(subject);
    for (const ActorSighting& one : here) {
        const bool named = std::any_of(heads.begin(), heads.end(), [&](std::size_t head) {
            return one.first <= head && head < one.last;
        });
        if (named) {
            add_member(members, one);
        }
    }
    return members.size() == 2 ? refer_to_all(members, first, first + 2, words)
                               : std::vector<ActorSighting>{};
}

/// "the latter", "the former" of the last two named.
std::vector<ActorSighting>
Several::one_of_two(std::size_t first, const language::Sentence& sentence, Sightings here) const
{
    if (first + 1 >= sentence.last || text::fold(context_.tree.token(first).form) != "the") {
        return {};
    }
    const Token& word = context_.tree.token(first + 1);
    const std::string form = text::fold(word.form);
    const bool alone = word.relation != "amod" && word.relation != "compound";
    if ((form != "latter" && form != "former") || !alone) {
        return {};
    }
    std::vector<Argument> members;
    for (const ActorSighting& sighting : here) {
        if (sighting.last <= first) {
            add_member(members, sighting);
        }
    }
    members = members.size() < 2 ? last_ : members;
    if (members.size() != 2) {
        return {};
    }
    const Argument& one = form == "latter" ? members.back() : members.front();
    return refer_to_all({one}, first, first + 2, "the " + form);
}

void Several::learn(Sightings here)
{
    std::vector<Argument> members;
    for (const ActorSighting& sighting : here) {
        if (sighting.actor.kind != ActorKind::region &&
            context_.tree.token(sighting.head).upos != "ADJ") {
            add_member(members, sighting);
        }
    }
    for (const Argument& one : members) {
        if (++how_often_[std::string{one.code.principal()}] == 1) {
            members_.push_back(one);
        }
    }
    if (members.size() > 2) {
        together_ = coordinated(2, here.back().last, here, true);
    } else if (members.size() == 2) {
        together_.clear();
    }
    if (members.size() >= 2) {
        last_ = std::move(members);
    }
}

} // namespace entente::actors
