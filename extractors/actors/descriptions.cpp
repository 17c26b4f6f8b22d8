// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/descriptions.hpp"

#include "core/text.hpp"
#include "extractors/actors/word_list.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace entente::actors {

namespace {

using extractors::ActorSighting;
using language::Token;

constexpr std::size_t kFarthest = 5;      ///< sentences from a name to what describes it
constexpr std::size_t kFarthestOrgan = 2; ///< the same for "the army", which has no name before
constexpr std::size_t kMostRecent = 24;   ///< mentions to look back on

constexpr std::array<std::string_view, 7> kOrgans{"government", "army",       "military", "regime",
                                                  "junta",      "parliament", "cabinet"};
constexpr std::array<std::string_view, 4> kStateNouns{"country", "nation", "kingdom", "republic"};

/// What a state is to another.
constexpr std::array<std::string_view, 14> kRelatives{
    "neighbor", "neighbour", "ally",   "rival",     "foe",     "enemy",     "adversary",
    "partner",  "patron",    "backer", "protector", "sponsor", "archrival", "host"};
/// Organs of a state whose people act at home: "police … protesters", "prosecutors … judges".
constexpr std::array<std::string_view, 3> kDomestic{"COP", "JUD", "LEG"};
constexpr std::array<std::string_view, 7> kAtHome{"COP", "JUD", "LEG", "CVL", "LAB", "OPP", "EDU"};

} // namespace

ActorSighting refer(const Argument& to, std::size_t first, std::size_t last, std::string reason)
{
    ActorSighting sighting;
    sighting.actor = to;
    sighting.first = first;
    sighting.last = last;
    sighting.head = last - 1;
    sighting.reason = std::move(reason);
    return sighting;
}

Descriptions::Descriptions(const ActorContext& context,
                           const std::vector<std::vector<ActorSighting>>& names)
    : context_{context}
{
    std::unordered_map<std::string, std::size_t> how_often;
    for (const auto& sentence : names) {
        for (const ActorSighting& sighting : sentence) {
            learn_titles(sighting, bearers_, true);
            if (sighting.actor.kind == ActorKind::state && !sighting.is_aside) {
                ++how_often[std::string{sighting.actor.code.principal()}];
            }
        }
    }
    home_ = by_dateline();
    if (!home_) {
        find_home(names, how_often);
    }
}

/// "CAIRO - …", "ISLAMABAD, Oct 12 (AP) -": organs without a name are of where a text was written.
std::optional<Argument> Descriptions::by_dateline() const
{
    constexpr std::size_t kMostWords = 4;
    constexpr std::size_t kFarthestDash = 10;
    const auto& tokens = context_.analysis.tokens;
    std::vector<std::string_view> words;
    for (std::size_t i = 0; i < std::min(tokens.size(), kMostWords); ++i) {
        words.emplace_back(tokens[i].form);
    }
    const bool shouted = !words.empty() && words.front().size() > 3 &&
                         std::none_of(words.front().begin(), words.front().end(),
                                      [](char c) { return c >= 'a' && c <= 'z'; });
    const NameMatch match = shouted ? context_.gazetteer.longest_match(words) : NameMatch{};
    if (match.meanings.empty()) {
        return std::nullopt;
    }
    const Entry& entry = context_.gazetteer.entries()[match.meanings.front().entry];
    bool dashed = false;
    for (std::size_t i = match.words; i < std::min(tokens.size(), kFarthestDash); ++i) {
        dashed = dashed || tokens[i].form == "-" || tokens[i].form == "--";
    }
    if (!dashed || entry.actor.kind != ActorKind::state) {
        return std::nullopt;
    }
    Argument home;
    home.code = entry.actor.code.whole();
    home.name = entry.actor.name;
    home.kind = entry.actor.kind;
    return home;
}

/// The state that a text is about: named twice as often as any other, and not just once or twice.
void Descriptions::find_home(const std::vector<std::vector<ActorSighting>>& names,
                             const std::unordered_map<std::string, std::size_t>& how_often)
{
    constexpr std::size_t kOften = 3;
    std::string_view first;
    std::size_t most = 0;
    std::size_t second = 0;
    for (const auto& [principal, times] : how_often) {
        if (times > most) {
            second = most;
            most = times;
            first = principal;
        } else {
            second = std::max(second, times);
        }
    }
    if (most < kOften || most < 2 * second) {
        return;
    }
    for (const auto& sentence : names) {
        for (const ActorSighting& sighting : sentence) {
            if (sighting.actor.code.principal() == first) {
                home_ = sighting.actor;
                home_->code = home_->code.whole();
                home_->via.clear();
                return;
            }
        }
    }
}

std::vector<ActorSighting> Descriptions::find(std::size_t first, const language::Sentence& sentence,
                                              Sightings here) const
{
    if (auto one = definite(first, sentence, here)) {
        return {std::move(*one)};
    }
    if (auto holder = bare_title(first, sentence)) {
        return {std::move(*holder)};
    }
    if (auto beside = apposed(first, sentence, here)) {
        return {std::move(*beside)};
    }
    if (auto same = of_same_state(first, here)) {
        return {std::move(*same)};
    }
    if (auto organ = organ_at_home(first, sentence, here)) {
        return {std::move(*organ)};
    }
    return {};
}

/// "its neighbour, Mali", "North Korea, a country that …": what stands beside a name is whom it
/// names.
std::optional<ActorSighting>
Descriptions::apposed(std::size_t noun, const language::Sentence& sentence, Sightings here) const
{
    const language::Tree& tree = context_.tree;
    const Token& word = tree.token(noun);
    if (word.upos != "NOUN" || word.xpos != "NN" || noun < sentence.first) {
        return std::nullopt;
    }
    std::vector<std::size_t> beside = tree.children(noun, "appos");
    if (language::is_relation(word.relation, "appos") && word.head != language::kRoot) {
        beside.push_back(word.head);
    }
    // "its neighbour, Mali", "Ethiopia's foe Eritrea", which trees often take for two
    const bool relative = is_word(std::string{word.lemma}, kRelatives);
    const std::size_t behind =
        noun + 1 < sentence.last && tree.token(noun + 1).form == "," ? noun + 2 : noun + 1;
    if (!relative && beside.empty()) {
        return std::nullopt;
    }
    for (const ActorSighting& one : here) {
        const bool follows = relative && one.first == behind;
        const bool is_beside = std::find(beside.begin(), beside.end(), one.head) != beside.end();
        if ((follows || is_beside) && !one.is_aside && !one.is_scene) {
            ActorSighting sighting =
                refer(one.actor, noun, noun + 1,
                      fmt::format("\"{}\" stands beside {}", word.form, one.actor.mention.text));
            sighting.is_aside = true; // the name itself is there to act
            return sighting;
        }
    }
    return std::nullopt;
}

/// "police said", "the Foreign Ministry", "at Parliament" in a text of or about one state.
std::optional<ActorSighting> Descriptions::organ_at_home(std::size_t noun,
                                                         const language::Sentence& sentence,
                                                         Sightings here) const
{
    static constexpr std::array<std::string_view, 9> kOfOneState{
        "parliament", "ministry", "government", "cabinet", "army",
        "military",   "police",   "authority",  "senate"};
    const language::Tree& tree = context_.tree;
    const Token& word = tree.token(noun);
    const std::string lemma = text::fold(word.lemma);
    const bool nominal = word.upos == "NOUN" || word.upos == "PROPN";
    if (!home_ || !nominal || !is_word(lemma, kOfOneState) || noun < sentence.first ||
        word.relation == "compound" || word.relation == "flat") {
        return std::nullopt;
    }
    // "a government", "the party's parliament", "the army of Chad" are somebody else's.
    std::size_t first = noun;
    for (const std::size_t child : tree.children(noun)) {
        const Token& part = tree.token(child);
        const bool indefinite = part.relation == "det" && part.lemma != "the";
        const bool told = language::is_relation(part.relation, "nmod:poss") ||
                          part.relation == "acl" || part.relation == "acl:relcl";
        const bool phrase = part.relation == "nmod" && tree.preposition(child) != "of";
        if (indefinite || told || phrase) {
            return std::nullopt;
        }
        first = std::min(first, child);
    }
    const bool national = std::any_of(here.begin(), here.end(), [&](const ActorSighting& one) {
        return one.last > first && one.first <= noun + 3;
    });
    if (national) {
        return std::nullopt;
    }
    Argument who = *home_;
    who.code = who.code.with_sector(context_.gazetteer.sector_of_noun(lemma));
    return refer(who, noun, noun + 1,
                 fmt::format("\"{}\" in a text of or about {}", word.form, home_->code.text()));
}

/// "South African police fired on miners": people of the state whose organ acts on them.
std::optional<ActorSighting> Descriptions::of_same_state(std::size_t noun, Sightings here) const
{
    const language::Tree& tree = context_.tree;
    const Token& word = tree.token(noun);
    const std::string lemma{word.lemma};
    if (word.upos != "NOUN" || (word.xpos != "NNS" && lemma != "police") ||
        word.head == language::kRoot || !tree.children(noun, "nmod:poss").empty()) {
        return std::nullopt;
    }
    std::string_view sector = context_.gazetteer.sector_of_noun(lemma);
    const auto compounds = tree.children(noun, "compound");
    if (sector != "COP" && !compounds.empty()) { // "opposition supporters"
        const std::string_view first =
            context_.gazetteer.sector_of_noun(std::string{tree.token(compounds.front()).lemma});
        sector = first.empty() ? sector : first;
    }
    if (!is_word(sector, kAtHome)) {
        return std::nullopt;
    }
    const ActorSighting* organ = nullptr;
    for (const ActorSighting& one : here) {
        if (one.last > noun) {
            break;
        }
        if (organ != nullptr && one.actor.code.principal() != organ->actor.code.principal()) {
            return std::nullopt; // "Israeli police … Gaza … protesters"
        }
        organ = &one;
    }
    // "Mexican students … municipal police" are Mexico's whatever the students do.
    const bool acts =
        organ != nullptr && organ->actor.kind == ActorKind::state &&
        !organ->actor.code.sector().empty() &&
        (sector == "COP" || (is_word(organ->actor.code.sector(), kDomestic) &&
                             language::is_relation(tree.token(organ->head).relation, "nsubj")));
    if (!acts) {
        return std::nullopt;
    }
    Argument who = organ->actor;
    who.code = who.code.with_sector(sector);
    who.via.clear();
    return refer(who, noun, noun + 1,
                 fmt::format("\"{}\" beside {}", word.form, organ->actor.mention.text));
}

/// Whether tokens [first, noun) only modify the noun: "embattled", "oil-rich", "Russian".
bool Descriptions::is_modified(std::size_t first, std::size_t noun) const
{
    const language::Tree& tree = context_.tree;
    for (std::size_t i = first; i < noun; ++i) {
        const std::string& upos = tree.token(i).upos;
        const bool half = upos == "NOUN" || upos == "PROPN" || upos == "ADV";
        const bool in_compound = tree.token(i + 1).form == "-" || tree.token(i).form == "-";
        if (upos != "ADJ" && upos != "VERB" && upos != "NUM" && upos != "PUNCT" &&
            !(half && in_compound)) {
            return false;
        }
    }
    return true;
}

/// "the regime", "the island", "the army", "the country".
std::optional<ActorSighting>
Descriptions::definite(std::size_t first, const language::Sentence& sentence, Sightings here) const
{
    const language::Tree& tree = context_.tree;
    constexpr std::size_t kMostWords = 4;
    if (first + 1 >= sentence.last || text::fold(tree.token(first).form) != "the") {
        return std::nullopt;
    }
    // "the embattled regime", "the oil-rich kingdom", "If [the] regime"
    std::size_t noun = first + 1;
    const std::size_t above = tree.token(first).head;
    if (tree.token(first).relation == "det" && above != language::kRoot && above > first &&
        above - first <= kMostWords && is_modified(first + 1, above)) {
        noun = above;
    }
    if (noun >= sentence.last) {
        return std::nullopt;
    }
    // "the country that …", "the country of Chad" say themselves which; "the army base" is no army.
    const Token& head = tree.token(noun);
    const bool is_told = !tree.children(noun, "acl").empty() ||
                         !tree.children(noun, "nmod").empty() ||
                         !tree.children(noun, "appos").empty() || head.relation == "compound" ||
                         head.relation == "nmod:desc" || head.relation == "flat";
    // "the Russian giant" is a company or group, if anyone.
    const bool is_national = std::any_of(here.begin(), here.end(), [&](const ActorSighting& one) {
        return one.first > first && one.last <= noun;
    });
    const bool is_other = std::any_of(here.begin(), here.end(), [&](const ActorSighting& one) {
        return one.first <= noun && noun < one.last;
    });
    if (is_told || is_other) {
        return std::nullopt;
    }
    std::string word = head.upos == "PROPN" ? head.form : text::fold(head.lemma);
    if (head.upos == "PROPN" && !context_.gazetteer.called_beside(word).empty()) {
        return half_of_country(noun, here);
    }
    word = text::fold(word);
    // "the city-state"
    std::optional<Argument> bearer;
    if (noun >= first + 3 && tree.token(noun - 2).form == "-") {
        bearer = described(noun, text::fold(tree.token(noun - 3).form) + "-" + word, first, here);
    } else if (noun >= first + 2 && tree.token(noun - 1).form == "-") {
        bearer = described(noun, text::fold(tree.token(noun - 2).form) + "-" + word, first, here);
    }
    bearer = bearer ? bearer : described(noun, word, first, here);
    if (is_national) {
        const bool company =
            bearer && bearer->kind != ActorKind::state && bearer->kind != ActorKind::organisation;
        bearer = company ? bearer : std::nullopt;
    } else if (!bearer && head.xpos == "NN" && is_word(word, kStateNouns) && !is_audience(noun)) {
        bearer = last_state(first, here);
    }
    if (!bearer) {
        return std::nullopt;
    }
    return refer(*bearer, noun, noun + 1,
                 fmt::format("\"the {}\" refers to {}", head.form, bearer->code.text()));
}

/// "told the nation", "address the nation": those at home, who do nothing.
bool Descriptions::is_audience(std::size_t noun) const
{
    const Token& word = context_.tree.token(noun);
    if (word.head == language::kRoot || word.lemma != "nation") {
        return false;
    }
    const std::string verb{context_.tree.token(word.head).lemma};
    return verb == "tell" || verb == "address";
}

/// "The South did not blame the North": which of the two halves, where the text speaks of them.
std::optional<ActorSighting> Descriptions::half_of_country(std::size_t noun, Sightings here) const
{
    const Gazetteer& gazetteer = context_.gazetteer;
    const std::string& word = context_.tree.token(noun).form;
    const std::vector<std::string> beside = gazetteer.called_beside(word);
    const auto is_spoken_of = [&](const Argument& actor) {
        return std::find(beside.begin(), beside.end(), actor.code.principal()) != beside.end();
    };
    const bool spoken_of = std::any_of(recent_.begin(), recent_.end(),
                                       [&](const auto& one) { return is_spoken_of(one.first); }) ||
                           std::any_of(here.begin(), here.end(), [&](const ActorSighting& one) {
                               return is_spoken_of(one.actor);
                           });
    const std::vector<std::string> principals = gazetteer.called(word);
    const auto code = principals.size() == 1 ? ActorCode::parse(principals.front())
                                             : Result<ActorCode>{ActorCode{}};
    const Entry* entry = spoken_of && code ? gazetteer.find(*code) : nullptr;
    if (entry == nullptr) {
        return std::nullopt;
    }
    Argument who;
    who.code = entry->actor.code;
    who.name = entry->actor.name;
    who.kind = entry->actor.kind;
    return refer(who, noun, noun + 1, fmt::format("\"the {}\" is {}", word, who.code.text()));
}

/// Whom the text has called so, else the only one of late who may be called so, else an organ of
/// the only state of late.
std::optional<Argument> Descriptions::described(std::size_t token, const std::string& noun,
                                                std::size_t before, Sightings here) const
{
    const Gazetteer& gazetteer = context_.gazetteer;
    const std::string form = text::fold(context_.tree.token(token).form);
    const auto called = by_noun_.find(form);
    if (called != by_noun_.end() && called->second) {
        return called->second;
    }
    auto bearer = only_one(before, kFarthest, here, [&](const Argument& actor) {
        return gazetteer.may_be_called(noun, actor.code, actor.kind) ||
               gazetteer.may_be_called(form, actor.code, actor.kind);
    });
    if (!bearer && called == by_noun_.end() && is_word(noun, kOrgans)) {
        bearer = only_one(before, kFarthestOrgan, here,
                          [](const Argument& actor) { return actor.kind == ActorKind::state; });
        // Of two the one that acted last.
        if (!bearer && subject_ && subject_->second + 1 == context_.tree.sentence_of(before)) {
            bearer = subject_->first;
        }
        if (bearer) {
            bearer->code = bearer->code.with_sector(gazetteer.sector_of_noun(noun));
            bearer->via.clear();
        }
    }
    return bearer;
}

/// The one that fits among the sentence's mentions before a word and those of the last sentences;
/// none where two fit.
template <typename Fits>
std::optional<Argument> Descriptions::only_one(std::size_t before, std::size_t sentences,
                                               Sightings here, const Fits& fits) const
{
    std::optional<Argument> only;
    bool unique = true;
    const auto consider = [&](const Argument& actor) {
        if (fits(actor)) {
            unique = unique && (!only || only->code.principal() == actor.code.principal());
            only = actor;
            only->code = actor.code.whole();
        }
    };
    const std::size_t sentence = context_.tree.sentence_of(before);
    for (const auto& [actor, said_in] : recent_) {
        if (said_in + sentences >= sentence) {
            consider(actor);
        }
    }
    for (const ActorSighting& sighting : here) {
        if (sighting.last <= before) {
            consider(sighting.actor);
        }
    }
    return unique ? only : std::nullopt;
}

/// The state that the text last spoke of, by preference as a subject.
std::optional<Argument> Descriptions::last_state(std::size_t before, Sightings here) const
{
    std::optional<Argument> state = state_;
    for (const ActorSighting& sighting : here) {
        if (sighting.last <= before && sighting.actor.kind == ActorKind::state) {
            state = sighting.actor;
        }
    }
    if (state) {
        state->code = state->code.whole();
    }
    return state;
}

/// "the Prime Minister": whoever bore the title last, where its words stand alone.
std::optional<ActorSighting> Descriptions::bare_title(std::size_t first,
                                                      const language::Sentence& sentence) const
{
    const language::Tree& tree = context_.tree;
    for (std::size_t n = std::min(kLongestTitle, sentence.last - first); n > 0; --n) {
        const std::string words = context_.words(first, first + n);
        auto holder = by_title_.find(words);
        if (holder == by_title_.end()) {
            holder = bearers_.find(words);
            // Only a title in capitals may stand before its bearer: "The Foreign Secretary".
            const bool known = holder != bearers_.end() && holder->second;
            const bool ahead = known && n > 1 && tree.token(first).form.front() < 'a';
            const bool behind =
                known && holder->second->mention.bytes.end <= tree.token(first).bytes.begin;
            if (!ahead && !behind) {
                continue;
            }
        }
        if (!holder->second) {
            continue;
        }
        // "the hotel Ambassador": a title of one word has an article or a possessor before it.
        const bool definite =
            n > 1 || (first > sentence.first &&
                      (tree.token(first - 1).upos == "DET" || tree.token(first - 1).xpos == "POS" ||
                       tree.token(first - 1).xpos == "PRP$"));
        // A name behind the title makes it someone else's, a place something else.
        const auto phrases = tree.children(first + n - 1, "nmod");
        const bool placed = std::any_of(phrases.begin(), phrases.end(), [&](std::size_t phrase) {
            const std::string preposition = tree.preposition(phrase);
            return preposition == "in" || preposition == "on" || preposition == "at";
        });
        const bool named = (first + n < sentence.last && tree.token(first + n).upos == "PROPN") ||
                           tree.token(first + n - 1).relation == "compound";
        if (definite && !named && !placed) {
            const Argument& who = *holder->second;
            return refer(who, first, first + n,
                         fmt::format("\"{}\" refers to {}", holder->first,
                                     who.via.empty() ? who.name : who.via));
        }
    }
    return std::nullopt;
}

void Descriptions::learn(Sightings here)
{
    bool state_is_subject = false;
    for (const ActorSighting& sighting : here) {
        if (sighting.is_aside) {
            continue;
        }
        const std::size_t sentence = context_.tree.sentence_of(sighting.first);
        recent_.emplace_back(sighting.actor, sentence);
        if (recent_.size() > kMostRecent) {
            recent_.pop_front();
        }
        if (sighting.actor.kind == ActorKind::state && !state_is_subject) {
            state_ = sighting.actor;
            state_is_subject =
                language::is_relation(context_.tree.token(sighting.head).relation, "nsubj");
            if (state_is_subject) {
                subject_.emplace(sighting.actor, sentence);
            }
        }
        learn_noun(sighting);
        learn_titles(sighting, by_title_, false);
    }
}

/// "the Syrian regime", for "the regime" later.
void Descriptions::learn_noun(const ActorSighting& sighting)
{
    const std::string noun = text::fold(context_.tree.token(sighting.head).lemma);
    const std::string form = text::fold(context_.tree.token(sighting.head).form);
    const bool is_name = sighting.is_person && context_.tree.token(sighting.head).upos != "NOUN";
    if (is_name || sighting.last - sighting.first < 2 ||
        context_.gazetteer.sector_of_noun(noun).empty()) {
        return;
    }
    const auto [known, fresh] = by_noun_.try_emplace(form, sighting.actor);
    if (!fresh && known->second && known->second->code != sighting.actor.code) {
        known->second.reset();
    }
}

/// "Prime Minister Imran Khan", for "the Prime Minister" later; the office that the tables give
/// someone; and what else its holder is called.
void Descriptions::learn_titles(const ActorSighting& sighting, Holders& into,
                                bool only_holder) const
{
    const Gazetteer& gazetteer = context_.gazetteer;
    const auto learn = [&](const std::string& title) {
        if (gazetteer.sector_of_title(title).empty()) {
            return;
        }
        std::vector<std::string> titles = gazetteer.other_titles(title);
        titles.push_back(title);
        for (const std::string& one : titles) {
            const auto [known, fresh] = into.try_emplace(one, sighting.actor);
            if (fresh) {
                continue;
            }
            const bool other = !known->second ||
                               known->second->code.principal() != sighting.actor.code.principal();
            known->second = only_holder && other ? std::nullopt : std::optional{sighting.actor};
        }
    };
    if (sighting.actor.code.sector().empty() || sighting.actor.code.sector() == "ELI") {
        return;
    }
    if (sighting.is_person && !sighting.office.empty()) {
        const std::string office = text::fold(sighting.office);
        for (const std::string_view one : text::split(office, '|')) {
            for (std::size_t end = one.size(); end != std::string_view::npos && end > 0;
                 end = one.rfind(' ', end - 1)) {
                learn(std::string{one.substr(0, end)}); // "speaker of the house", "speaker"
            }
            const std::size_t last = one.rfind(' ');
            if (last != std::string_view::npos) {
                learn(std::string{one.substr(last + 1)});
            }
        }
    }
    for (std::size_t at = sighting.first; at < sighting.last; ++at) {
        for (std::size_t n = std::min(kLongestTitle, sighting.last - at); n > 0; --n) {
            learn(context_.words(at, at + n));
        }
    }
}

} // namespace entente::actors
