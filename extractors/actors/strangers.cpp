// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/strangers.hpp"

#include "core/text.hpp"
#include "extractors/actors/word_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace entente::actors {

namespace {

using extractors::ActorSighting;
using language::kRoot;
using language::Token;

constexpr std::size_t kShortest = 2; ///< words
constexpr std::size_t kLongest = 8;

/// What an organisation that states or peoples found is called.
constexpr std::array<std::string_view, 9> kInternational{"fund",    "organisation", "organization",
                                                         "council", "commission",   "court",
                                                         "forum",   "mechanism",    "conference"};
constexpr std::array<std::string_view, 16> kCommercial{
    "group",      "company",   "corporation", "corp",         "inc",      "ltd",
    "bank",       "airlines",  "plc",         "holding",      "holdings", "energy",
    "industries", "petroleum", "travel",      "international"};

/// Whether a word says that its name is an organisation's.
bool is_telling(const ActorContext& context, const std::string& word)
{
    return !context.gazetteer.sector_of_noun(word).empty() ||
           context.gazetteer.is_description(word) || is_word(word, kCommercial) ||
           is_word(word, kInternational);
}

/// "fund" of "Syria Recovery Trust Fund", "society" of "Society for Desert Flowers".
std::string noun_of(std::string_view name)
{
    std::string noun;
    for (const std::string_view word : text::split(name, ' ')) {
        if (word == "of" || word == "for" || word == "against" || word == "in" || word == "on") {
            break;
        }
        noun = text::fold(word);
    }
    return noun;
}

bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

} // namespace

bool is_organisation(const ActorContext& context, std::size_t first, std::size_t last)
{
    const auto is_thing = [&](std::size_t i) {
        return context.gazetteer.is_named_thing(text::fold(context.tree.token(i).form));
    };
    // "Treaty on …", "Renaissance Dam"
    if (is_thing(last - 1) || is_thing(first)) {
        return false;
    }
    for (std::size_t i = first; i < last; ++i) {
        if (is_telling(context, text::fold(context.tree.token(i).form))) {
            return true;
        }
    }
    const auto& entities = context.analysis.entities;
    return std::any_of(entities.begin(), entities.end(), [&](const language::Entity& one) {
        return one.type == "ORG" && one.first < last && first < one.last;
    });
}

ActorSighting stranger(const ActorContext& context, std::size_t first, std::size_t last,
                       const std::string& name, std::string_view acronym)
{
    const std::string what = noun_of(name);
    ActorSighting sighting;
    sighting.first = first;
    sighting.last = last;
    sighting.head = last - 1;
    for (std::size_t i = first; i < last; ++i) {
        const std::size_t head = context.tree.token(i).head;
        if (head == kRoot || head < first || head >= last) {
            sighting.head = i;
            break;
        }
    }
    sighting.actor.name = name;
    sighting.actor.kind = is_word(what, kCommercial) ? ActorKind::company : ActorKind::group;
    if (is_word(what, kInternational)) {
        sighting.actor.kind = ActorKind::organisation;
    }
    // By the codebook organisations go by their acronyms, if those are not taken.
    const auto by_acronym = ActorCode::parse(acronym);
    const bool acronymous = sighting.actor.kind == ActorKind::organisation && by_acronym &&
                            context.gazetteer.find(*by_acronym) == nullptr;
    const auto code = acronymous ? by_acronym : ActorCode::parse(slug_of(name));
    sighting.actor.code = code ? *code : ActorCode{};
    sighting.reason = fmt::format("an organisation that no table has: {}", name);
    context.describe(sighting);
    return sighting;
}

namespace {

/// Several words with capitals, one of which says what it is, and no organ of a state: those act
/// for a state that the text has to name.
bool is_stranger(const ActorContext& context, std::size_t first, std::size_t last)
{
    static constexpr std::array<std::string_view, 9> kOrgans{"GOV", "MIL", "COP", "LEG", "JUD",
                                                             "SPY", "JRN", "EDU", "MED"};
    if (last - first < kShortest || last - first > kLongest ||
        context.gazetteer.is_named_thing(text::fold(context.tree.token(last - 1).form))) {
        return false;
    }
    std::size_t capitals = 0;
    bool is_told = false;
    std::vector<std::string_view> words;
    for (std::size_t i = first; i < last; ++i) {
        const Token& word = context.tree.token(i);
        words.emplace_back(word.form);
        capitals += is_capital(word.form.front()) ? 1U : 0U;
        const std::string form = text::fold(word.form);
        const std::string_view sector = context.gazetteer.sector_of_noun(form);
        if (is_word(sector, kOrgans) || context.gazetteer.masks_name_before(word.form)) {
            return false;
        }
        is_told = is_told || is_telling(context, form);
    }
    // "U.S. Air Forces Central Command" is no stranger.
    return capitals >= kShortest && is_told && context.gazetteer.longest_match(words).words == 0;
}

/// "Egypt's Banque Misr": an organisation that a state has.
bool is_owned(const ActorContext& context, const ActorSighting& sighting,
              const std::vector<ActorSighting>& found)
{
    const auto& children = context.tree.children(sighting.head);
    return sighting.last - sighting.first >= kShortest &&
           std::any_of(found.begin(), found.end(), [&](const ActorSighting& one) {
               const std::string& relation = context.tree.token(one.head).relation;
               return one.last <= sighting.first && one.actor.kind == ActorKind::state &&
                      (relation == "nmod:poss" || relation == "amod") &&
                      std::find(children.begin(), children.end(), one.head) != children.end();
           });
}

/// "the travel agency BEDY Travel": told by what stands beside.
bool is_told_beside(const ActorContext& context, const ActorSighting& sighting)
{
    const auto tells = [&](std::size_t noun) {
        const Token& word = context.tree.token(noun);
        const std::string lemma{word.lemma};
        const std::string_view sector = context.gazetteer.sector_of_noun(lemma);
        return word.upos == "NOUN" &&
               (sector == "BUS" || sector == "REB" || sector == "SOC" || sector == "OPP" ||
                sector == "PTY" || context.gazetteer.is_description(lemma));
    };
    const Token& head = context.tree.token(sighting.head);
    const bool above = head.relation == "appos" || head.relation == "flat";
    if (above && head.head != kRoot && tells(head.head)) {
        return true;
    }
    const auto& children = context.tree.children(sighting.head);
    return std::any_of(children.begin(), children.end(), [&](std::size_t child) {
        const std::string& relation = context.tree.token(child).relation;
        const bool beside =
            relation == "appos" || relation == "compound" || relation == "nmod:desc";
        return beside && (child < sighting.first || child >= sighting.last) && tells(child);
    });
}

/// "the airline, Easy Sky,": a name beside a noun for organisations.
void add_apposed(const ActorContext& context, const language::Sentence& sentence,
                 std::vector<ActorSighting>& found)
{
    for (std::size_t i = sentence.first; i < sentence.last; ++i) {
        const Token& word = context.tree.token(i);
        if (word.relation != "appos" || word.upos != "PROPN" || word.head == kRoot) {
            continue;
        }
        const Token& noun = context.tree.token(word.head);
        const std::string lemma{noun.lemma};
        const bool organisation = noun.xpos == "NN" && context.gazetteer.is_description(lemma) &&
                                  context.gazetteer.sector_of_title(lemma).empty();
        if (!organisation) {
            continue;
        }
        std::size_t first = i;
        std::size_t last = i + 1;
        for (const std::size_t child : context.tree.children(i)) {
            const std::string& relation = context.tree.token(child).relation;
            const bool part = (relation == "flat" || relation == "compound" || relation == "amod" ||
                               relation == "nmod:desc") &&
                              is_capital(context.tree.token(child).form.front());
            if (part) {
                first = std::min(first, child);
                last = std::max(last, child + 1);
            }
        }
        const bool is_free =
            std::none_of(found.begin(), found.end(), [&](const ActorSighting& one) {
                return one.first < last && first < one.last;
            });
        if (!is_free || last - first < kShortest || last - first > kLongest) {
            continue;
        }
        ActorSighting one = stranger(context, first, last, context.surface(first, last), {});
        if (!one.actor.code.empty()) {
            found.push_back(std::move(one));
        }
    }
}

} // namespace

void add_strangers(const ActorContext& context, const language::Sentence& sentence,
                   std::vector<ActorSighting>& found,
                   std::unordered_map<std::string, Argument>& known)
{
    const std::size_t before = found.size();
    const auto is_free = [&](std::size_t first, std::size_t last) {
        return std::none_of(found.begin(), found.end(), [&](const ActorSighting& one) {
            return one.first < last && first < one.last;
        });
    };
    const auto& entities = context.analysis.entities;
    auto entity = std::lower_bound(
        entities.begin(), entities.end(), sentence.first,
        [](const language::Entity& one, std::size_t token) { return one.first < token; });
    for (; entity != entities.end() && entity->last <= sentence.last; ++entity) {
        std::size_t first = entity->first;
        first += text::fold(context.tree.token(first).form) == "the" ? 1U : 0U;
        if (entity->type != "ORG" || first >= entity->last || !is_free(first, entity->last)) {
            continue;
        }
        ActorSighting one =
            stranger(context, first, entity->last, context.surface(first, entity->last), {});
        if (one.actor.code.empty()) {
            continue; // a name in letters that no code has
        }
        if (!is_stranger(context, first, entity->last) && !is_told_beside(context, one) &&
            !is_owned(context, one, found) && !known.contains(one.actor.name)) {
            continue;
        }
        // "the Democratic Union party (PYD)"
        const auto short_name = std::find_if(found.begin(), found.end(), [&](const auto& other) {
            return other.first == entity->last + 1 && context.tree.token(entity->last).form == "(";
        });
        if (short_name != found.end()) {
            one.actor = short_name->actor;
            one.reason = fmt::format("stands before {}", short_name->actor.mention.text);
            context.describe(one);
        }
        known.try_emplace(one.actor.name, one.actor);
        found.push_back(std::move(one));
    }
    add_apposed(context, sentence, found);
    if (found.size() > before) {
        std::stable_sort(found.begin(), found.end(), [](const auto& left, const auto& right) {
            return left.first < right.first;
        });
    }
}

} // namespace entente::actors
