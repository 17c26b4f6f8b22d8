// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/name_finder.hpp"

#include "core/text.hpp"
#include "extractors/actors/introduced_names.hpp"
#include "extractors/actors/name_checks.hpp"
#include "extractors/actors/strangers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace entente::actors {

namespace {

using extractors::ActorSighting;
using language::kRoot;
using language::Sentence;
using language::Token;

/// How much other mentions speak for a meaning.
constexpr int kSameArticle = 15;
constexpr int kSameSentence = 45;
constexpr int kNotThen = 15; ///< less for a state that did not exist

/// Words [first, last) of a text that are names.
struct Place {
    std::size_t first = 0;
    std::size_t last = 0;
    std::span<const NameMeaning> meanings;
    bool is_half = false;                              ///< of a compound: "anti-Danish"
    const IntroducedNames::Name* introduced = nullptr; ///< by the text itself
};

/// One article's search.
class NameSearch {
public:
    explicit NameSearch(const ActorContext& context)
        : context_{context}
        , checks_{context}
        , introduced_{context}
    {}

    std::vector<std::vector<ActorSighting>> find()
    {
        std::vector<std::vector<Place>> places;
        for (const Sentence& sentence : context_.analysis.sentences) {
            places.push_back(places_in(sentence));
            count(places.back());
        }
        std::vector<std::vector<ActorSighting>> found(places.size());
        for (std::size_t s = 0; s < places.size(); ++s) {
            here_ = &states_of_[s];
            const bool match = !places[s].empty() && is_match(context_.analysis.sentences[s]);
            for (const Place& place : places[s]) {
                if (auto sighting = read(place, context_.analysis.sentences[s])) {
                    sighting->is_aside = sighting->is_aside || match;
                    found[s].push_back(std::move(*sighting));
                }
            }
        }
        return found;
    }

private:
    /// Where names stand in a sentence, whatever they mean.
    [[nodiscard]] std::vector<Place> places_in(const Sentence& sentence) const
    {
        std::vector<Place> places;
        if (checks_.is_dateline(sentence)) {
            return places;
        }
        std::vector<std::string_view> words;
        for (std::size_t i = sentence.first; i < sentence.last; ++i) {
            words.emplace_back(context_.analysis.tokens[i].form);
        }
        for (std::size_t i = sentence.first; i < sentence.last;) {
            if (const auto own = introduced_at(i)) {
                places.push_back(*own);
                i = own->last;
                continue;
            }
            const auto rest = std::span<const std::string_view>{words}.subspan(i - sentence.first);
            const NameMatch match = context_.gazetteer.longest_match(rest);
            const std::size_t last = i + match.words;
            if (match.words == 0) {
                if (const auto west = lower_case_west(i, sentence)) {
                    places.push_back(*west);
                }
                if (auto half = half_of_compound(i, rest)) {
                    places.push_back(*half);
                }
                ++i;
                continue;
            }
            // "the Niger" is a river, "the Niger junta" none.
            if (match.meanings.empty() && text::fold(rest.front()) == "the" &&
                context_.tree.token(last - 1).relation == "compound") {
                ++i;
                continue;
            }
            // A phrase that only looks like a name has no meanings.
            if (match.meanings.empty() || checks_.is_no_name(i, last, sentence)) {
                context_.refuse(i, last, "a word or phrase that names no actor here");
                i = last;
                continue;
            }
            if (const std::size_t end = checks_.end_of_address(i, last, sentence)) {
                context_.refuse(i, end, "an address in another country");
                i = end; // "Lebanon, Pennsylvania"
                continue;
            }
            places.push_back({i, last, match.meanings, checks_.is_origin(i, last, sentence)});
            i = last;
        }
        return places;
    }

    /// "the Free Rivers Movement (FRM)": what the text explains is what it says.
    [[nodiscard]] std::optional<Place> introduced_at(std::size_t i) const
    {
        Place place{i, i + 1, {}, false, introduced_.long_form_at(i, place.last)};
        if (place.introduced == nullptr) {
            place.introduced = introduced_.find(context_.analysis.tokens[i].form);
        }
        if (place.introduced == nullptr) {
            return std::nullopt;
        }
        if (place.introduced->meaning) {
            place.meanings = {&*place.introduced->meaning, 1};
        }
        return place;
    }

    /// "Russia and the west", as British papers write it; but not "a wind from the west".
    [[nodiscard]] std::optional<Place> lower_case_west(std::size_t i,
                                                       const Sentence& sentence) const
    {
        static constexpr std::array<std::string_view, 5> kBeside{"between", "with", "for",
                                                                 "against", "by"};
        const Token& word = context_.tree.token(i);
        const bool is_west = word.form == "west" && i > sentence.first &&
                             text::fold(context_.tree.token(i - 1).form) == "the" &&
                             context_.tree.children(i, "nmod").empty();
        if (!is_west) {
            return std::nullopt;
        }
        const std::string preposition = context_.tree.preposition(i);
        const bool acts = (language::is_relation(word.relation, "nsubj") && preposition.empty()) ||
                          std::find(kBeside.begin(), kBeside.end(), preposition) != kBeside.end() ||
                          (word.relation == "conj" && preposition.empty()) ||
                          word.relation == "nmod:poss";
        if (!acts) {
            return std::nullopt;
        }
        const std::string_view name = "West";
        const NameMatch match = context_.gazetteer.longest_match({&name, 1});
        return match.meanings.empty() ? std::nullopt
                                      : std::optional{Place{i, i + 1, match.meanings}};
    }

    /// "anti-Danish", "post-Soviet", "non-EU": a stance or a time, not the actor's doing.
    [[nodiscard]] std::optional<Place>
    half_of_compound(std::size_t i, std::span<const std::string_view> words) const
    {
        static constexpr std::array<std::string_view, 6> kPrefixes{"anti", "pro", "post",
                                                                   "non",  "pre", "counter"};
        const std::string_view word = words.front();
        const std::size_t hyphen = word.find('-');
        if (hyphen == std::string_view::npos || hyphen + 2 >= word.size()) {
            return std::nullopt;
        }
        const std::string prefix = text::fold(word.substr(0, hyphen));
        if (std::find(kPrefixes.begin(), kPrefixes.end(), prefix) == kPrefixes.end()) {
            return std::nullopt;
        }
        const std::string_view name = word.substr(hyphen + 1);
        const NameMatch match = context_.gazetteer.longest_match({&name, 1});
        if (match.words == 0 || match.meanings.empty()) {
            return std::nullopt;
        }
        return Place{i, i + 1, match.meanings, true};
    }

    /// Takes note of names that mean one state only, and of places of states.
    void count(const std::vector<Place>& places)
    {
        auto& here = states_of_.emplace_back();
        for (const Place& place : places) {
            if (place.meanings.empty()) {
                continue;
            }
            const std::string_view principal = principal_of(place.meanings.front());
            const bool unique =
                std::all_of(place.meanings.begin(), place.meanings.end(), [&](const auto& one) {
                    return one.kind != NameKind::person && principal_of(one) == principal;
                });
            if (unique) {
                here.emplace(principal);
                states_.emplace(principal);
                if (place.meanings.front().kind == NameKind::place) {
                    here.emplace(place_of(principal));
                    states_.emplace(place_of(principal));
                }
            }
        }
    }

    [[nodiscard]] std::string_view principal_of(const NameMeaning& meaning) const
    {
        return context_.gazetteer.entries()[meaning.entry].actor.code.principal();
    }

    [[nodiscard]] static std::string place_of(std::string_view principal)
    {
        return std::string{principal} + " place";
    }

    /// Who is meant at a place; nobody where the words are something else there.
    [[nodiscard]] std::optional<ActorSighting> read(const Place& place,
                                                    const Sentence& sentence) const
    {
        if (place.meanings.empty()) {
            if (!place.introduced->is_organisation ||
                slug_of(place.introduced->long_form).empty()) {
                return std::nullopt;
            }
            return stranger(context_, place.first, place.last, place.introduced->long_form,
                            place.introduced->acronym);
        }
        const auto& meanings = place.meanings;
        const NameMeaning* best = meanings.size() == 1 ? &meanings.front() : nullptr;
        for (const NameMeaning& meaning : meanings) {
            if (best == nullptr || fitness(meaning) > fitness(*best) ||
                (fitness(meaning) == fitness(*best) && is_later_office(meaning, *best))) {
                best = &meaning;
            }
        }
        if (const std::string why = why_not(place, *best, sentence); !why.empty()) {
            context_.refuse(place.first, place.last, why);
            return std::nullopt;
        }
        ActorSighting sighting = sighting_of(place, *best);
        sighting.is_aside = place.is_half;
        sighting.reason += others(meanings, *best);
        return sighting;
    }

    /// Why a meaning does not hold at a place; empty where it does.
    [[nodiscard]] std::string why_not(const Place& place, const NameMeaning& meaning,
                                      const Sentence& sentence) const
    {
        const Actor& actor = context_.gazetteer.entries()[meaning.entry].actor;
        if (meaning.kind == NameKind::person && fitness(meaning) <= 0) {
            return out_of_office(meaning);
        }
        if (meaning.kind == NameKind::person && is_namesake(place, meaning)) {
            return "another given name than " +
                   context_.gazetteer.offices()[meaning.office].person + "'s";
        }
        // "United Nations Emergency Relief Coordinator": longer names of organisations are safe.
        const bool is_safe = actor.kind == ActorKind::organisation;
        const bool other =
            !is_safe && checks_.is_other(place.first, place.last, meaning.kind, sentence);
        if (other || is_plain_noun(place, meaning, sentence) ||
            is_thing_of_someone(place, meaning)) {
            return fmt::format("not {} here: part of another name, a language or a thing",
                               actor.code.text());
        }
        return {};
    }

    /// "prime minister of PAK:GOV until 2022-04-10", for explain.
    [[nodiscard]] std::string out_of_office(const NameMeaning& meaning) const
    {
        const Office& office = context_.gazetteer.offices()[meaning.office];
        const ActorCode& code = context_.gazetteer.entries()[meaning.entry].actor.code;
        return fmt::format("no term at the article's date; {} of {} from {} to {}", office.title,
                           code.text(), format_day(office.term.from), format_day(office.term.to));
    }

    /// "Shell" at the beginning of a sentence is a company only where it is tagged as a name.
    [[nodiscard]] bool is_plain_noun(const Place& place, const NameMeaning& meaning,
                                     const Sentence& sentence) const
    {
        const Token& word = context_.tree.token(place.first);
        return place.first == sentence.first && place.last == place.first + 1 &&
               meaning.kind == NameKind::name && word.upos != "PROPN" && word.upos != "ADJ" &&
               context_.gazetteer.entries()[meaning.entry].actor.kind != ActorKind::state &&
               word.form.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos;
    }

    /// Whether a sentence tells the result of a match: "Roma beat Milan 2-1".
    [[nodiscard]] bool is_match(const Sentence& sentence) const
    {
        static constexpr std::array<std::string_view, 12> kResults{
            "beat", "defeat", "thrash", "edge", "draw", "lose",
            "win",  "hold",   "trail",  "lead", "rout", "tie"};
        bool score = false;
        bool played = false;
        for (std::size_t i = sentence.first; i < sentence.last; ++i) {
            const Token& word = context_.tree.token(i);
            played = played || std::find(kResults.begin(), kResults.end(),
                                         std::string_view{word.lemma}) != kResults.end();
            score = score || is_score(i, sentence);
        }
        return score && played;
    }

    /// "2-1" as one word or three.
    [[nodiscard]] bool is_score(std::size_t i, const Sentence& sentence) const
    {
        const auto is_small_number = [](std::string_view text) {
            return !text.empty() && text.size() <= 2 &&
                   std::all_of(text.begin(), text.end(),
                               [](char c) { return c >= '0' && c <= '9'; });
        };
        const std::string& form = context_.tree.token(i).form;
        const std::size_t hyphen = form.find('-');
        if (hyphen != std::string::npos && hyphen > 0) {
            return is_small_number(std::string_view{form}.substr(0, hyphen)) &&
                   is_small_number(std::string_view{form}.substr(hyphen + 1));
        }
        return i + 2 < sentence.last && is_small_number(form) &&
               context_.tree.token(i + 1).form == "-" &&
               is_small_number(context_.tree.token(i + 2).form);
    }

    /// "the Amazon", "her BP", "an IRA": a company or group that an article makes a thing.
    [[nodiscard]] bool is_thing_of_someone(const Place& place, const NameMeaning& meaning) const
    {
        const ActorKind kind = context_.gazetteer.entries()[meaning.entry].actor.kind;
        const Token& word = context_.tree.token(place.first);
        if (place.last != place.first + 1 || meaning.kind != NameKind::name ||
            (kind != ActorKind::company && kind != ActorKind::group) ||
            word.relation == "compound" || word.relation == "amod") {
            return false;
        }
        // "an opera by Wagner"
        if (word.relation == "nmod" && word.head != kRoot &&
            context_.tree.preposition(place.first) == "by" &&
            context_.gazetteer.is_thing(context_.tree.token(word.head).lemma)) {
            return true;
        }
        for (const std::size_t child : context_.tree.children(place.first)) {
            const std::string form = text::fold(context_.tree.token(child).form);
            if (child + 1 != place.first) {
                continue;
            }
            if (context_.tree.token(child).xpos == "PRP$" || form == "a" || form == "an" ||
                (form == "the" && kind == ActorKind::company)) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] ActorSighting sighting_of(const Place& place, const NameMeaning& meaning) const
    {
        const Entry& entry = context_.gazetteer.entries()[meaning.entry];
        ActorSighting sighting;
        sighting.first = place.first;
        sighting.last = place.last;
        sighting.head = head_of(place.first, place.last);
        sighting.actor.code = entry.actor.code;
        sighting.actor.name = entry.actor.name;
        sighting.actor.kind = entry.actor.kind;
        sighting.reason = fmt::format("{} of {} ({})", to_string(meaning.kind),
                                      entry.actor.code.text(), entry.origin);
        if (meaning.kind == NameKind::person) {
            const Office& office = context_.gazetteer.offices()[meaning.office];
            sighting.actor.via = office.person;
            sighting.is_person = true;
            sighting.office = offices_of(place, meaning);
            sighting.reason = fmt::format("{}, {}", office.person, office.title);
        } else if (meaning.kind == NameKind::seat || meaning.kind == NameKind::place) {
            sighting.actor.via = context_.surface(place.first, place.last);
        }
        context_.describe(sighting);
        return sighting;
    }

    /// The office that someone holds; in a text without date all that the person held, between
    /// bars.
    [[nodiscard]] std::string offices_of(const Place& place, const NameMeaning& meaning) const
    {
        const auto& offices = context_.gazetteer.offices();
        std::string out = offices[meaning.office].title;
        if (context_.article.date) {
            return out;
        }
        for (const NameMeaning& other : place.meanings) {
            if (other.kind == NameKind::person && other.office != meaning.office &&
                offices[other.office].person == offices[meaning.office].person) {
                out += '|' + offices[other.office].title;
            }
        }
        return out;
    }

    /// What else the name may mean, for explain.
    [[nodiscard]] std::string others(std::span<const NameMeaning> meanings,
                                     const NameMeaning& best) const
    {
        std::string out;
        for (const NameMeaning& meaning : meanings) {
            const ActorCode& code = context_.gazetteer.entries()[meaning.entry].actor.code;
            const bool same = meaning.entry == best.entry && meaning.kind == best.kind;
            if (same) {
                continue;
            }
            out += out.empty() ? "; could be " : ", ";
            out += fmt::format("{} of {}", to_string(meaning.kind), code.text());
        }
        return out;
    }

    /// Names before people in office, these before adjectives, seats and places; of people the
    /// one in office at the article's date; of states the one that existed then; and whoever is
    /// spoken of beside it.
    [[nodiscard]] int fitness(const NameMeaning& meaning) const
    {
        const Entry& entry = context_.gazetteer.entries()[meaning.entry];
        int kind = 0;
        switch (meaning.kind) {
        case NameKind::name:
            kind = 50;
            break;
        case NameKind::adjective:
            kind = 30;
            break;
        case NameKind::seat:
            kind = 20;
            break;
        case NameKind::place:
            kind = 10;
            break;
        case NameKind::person:
            return person_fitness(meaning, entry.actor.code.sector());
        }
        const ActorKind actor = entry.actor.kind;
        if (actor == ActorKind::state || actor == ActorKind::organisation) {
            // of "Congress" the one of Washington, of "Brussels" the Union
            kind += meaning.kind == NameKind::seat && actor == ActorKind::organisation ? 2 : 1;
        }
        const std::string home{entry.home.empty() ? entry.actor.code.principal() : entry.home};
        const std::string sign = meaning.kind == NameKind::place ? place_of(home) : home;
        kind += here_->contains(sign) ? kSameSentence : (states_.contains(sign) ? kSameArticle : 0);
        const bool then = context_.article.date
                              ? entry.existed.overlaps(context_.article.date->range())
                              : entry.existed.to >= Day{std::chrono::year{9999} / 1 / 1};
        return then ? kind : kind - kNotThen;
    }

    /// "Israel Mbeki" is not Thabo Mbeki: another given name before the surname.
    [[nodiscard]] bool is_namesake(const Place& place, const NameMeaning& meaning) const
    {
        const Token& word = context_.tree.token(place.first);
        if (place.last != place.first + 1 || !language::is_relation(word.relation, "flat") ||
            word.head == kRoot || word.head >= place.first) {
            return false;
        }
        static constexpr std::array<std::string_view, 12> kParticles{
            "El", "Al", "Abu", "Bin", "Ben", "De", "Van", "Von", "Di", "Da", "Ibn", "Ould"};
        const Token& given = context_.tree.token(word.head);
        const bool particle =
            context_.tree.token(place.first - 1).form == "-" ||
            std::find(kParticles.begin(), kParticles.end(), given.form) != kParticles.end();
        const std::string& person = context_.gazetteer.offices()[meaning.office].person;
        const bool titled = !context_.gazetteer.sector_of_title(text::fold(given.form)).empty() ||
                            !context_.gazetteer.sector_of_noun(text::fold(given.form)).empty();
        return given.upos == "PROPN" && !titled && !particle && !person.empty() &&
               given.form.front() != person.front() && person.find(given.form) == std::string::npos;
    }

    /// Of two offices of a person the later: the speaker is a representative, too.
    [[nodiscard]] bool is_later_office(const NameMeaning& meaning, const NameMeaning& than) const
    {
        if (meaning.kind != NameKind::person || than.kind != NameKind::person) {
            return false;
        }
        const auto& offices = context_.gazetteer.offices();
        return offices[meaning.office].person == offices[than.office].person &&
               offices[meaning.office].term.from > offices[than.office].term.from;
    }

    /// The last day of a term is in it still: news of a coup are of that day.
    [[nodiscard]] int person_fitness(const NameMeaning& meaning, std::string_view sector) const
    {
        constexpr int kInOffice = 40;
        constexpr int kFormer = 39;
        const bool is_former = sector == "ELI";
        if (!context_.article.date) {
            return sector == "GOV" ? 2 : 1;
        }
        DateRange term = context_.gazetteer.offices()[meaning.office].term;
        if (term.to < Day{std::chrono::year{9999} / 1 / 1}) {
            term.to += std::chrono::days{1};
        }
        const bool then = term.overlaps(context_.article.date->range());
        return then ? (is_former ? kFormer : kInOffice) : 0;
    }

    /// A name that meant this actor at another time than the article's.
    [[nodiscard]] bool is_out_of_term(const NameMeaning& meaning) const
    {
        return meaning.kind == NameKind::name && meaning.office != NameMeaning::kNoOffice &&
               context_.article.date &&
               !context_.gazetteer.offices()[meaning.office].term.overlaps(
                   context_.article.date->range());
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
    NameChecks checks_;
    IntroducedNames introduced_;
    std::vector<std::unordered_set<std::string>> states_of_; ///< principals named, by sentence
    std::unordered_set<std::string> states_;                 ///< the same for the text
    const std::unordered_set<std::string>* here_ = nullptr;  ///< of the sentence being read
};

} // namespace

std::vector<std::vector<ActorSighting>> find_names(const ActorContext& context)
{
    return NameSearch{context}.find();
}

} // namespace entente::actors
