// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/actor_finder.hpp"

#include "extractors/actors/mention_widener.hpp"
#include "extractors/actors/name_finder.hpp"
#include "extractors/actors/quotations.hpp"
#include "extractors/actors/references.hpp"
#include "extractors/actors/strangers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace entente::actors {

namespace {

using extractors::ActorSighting;
using language::kRoot;
using language::Token;

/// One article's search.
class Search {
public:
    explicit Search(const ActorContext& context)
        : context_{context}
    {}

    std::vector<ActorSighting> run()
    {
        // All names first: who speaks may be told behind what is said.
        std::vector<std::vector<ActorSighting>> names_of = find_names(context_);
        std::unordered_map<std::string, Argument> strangers;
        for (std::size_t i = 0; i < names_of.size(); ++i) {
            const language::Sentence& sentence = context_.analysis.sentences[i];
            found_ = std::move(names_of[i]);
            for (ActorSighting& sighting : found_) {
                widen_mention(context_, sighting, sentence, found_);
            }
            drop_contained();
            follow_companies();
            add_names_beside();
            mark_scenes();
            drop_parts_of_names();
            add_strangers(context_, sentence, found_, strangers);
            names_of[i] = std::exchange(found_, {});
        }
        References references{context_, names_of};
        for (std::size_t s = 0; s < context_.analysis.sentences.size(); ++s) {
            std::vector<ActorSighting> here =
                references.resolve(context_.analysis.sentences[s], names_of[s], found_);
            references.learn(here);
            std::move(here.begin(), here.end(), std::back_inserter(found_));
        }
        return std::move(found_);
    }

private:
    /// "Ana Diaz, Peru's envoy," and "Peru's envoy, Ana Diaz,": the name too is who acts.
    void add_names_beside()
    {
        const std::size_t described = found_.size();
        for (std::size_t i = 0; i < described; ++i) {
            const Token& noun = context_.tree.token(found_[i].head);
            if (found_[i].is_person || found_[i].actor.code.sector().empty() ||
                noun.xpos == "NNS" || noun.xpos == "NNPS") {
                continue;
            }
            std::vector<std::size_t> names = context_.tree.children(found_[i].head, "appos");
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

    /// "Petroleos de Venezuela, the Venezuelan state oil company,": a company or group that is
    /// described is not one more of its state.
    void follow_companies()
    {
        for (ActorSighting& described : found_) {
            const Token& noun = context_.tree.token(described.head);
            if (described.is_person || noun.relation != "appos" || noun.head == kRoot ||
                described.actor.kind != ActorKind::state || described.actor.code.sector().empty()) {
                continue;
            }
            const auto named =
                std::find_if(found_.begin(), found_.end(), [&](const ActorSighting& one) {
                    return one.head == noun.head && (one.actor.kind == ActorKind::company ||
                                                     one.actor.kind == ActorKind::group ||
                                                     one.actor.kind == ActorKind::party);
                });
            if (named != found_.end()) {
                const Evidence mention = described.actor.mention;
                described.actor = named->actor;
                described.actor.mention = mention;
                described.reason = fmt::format("stands beside {}", named->actor.mention.text);
            }
        }
    }

    /// Only names of two words and more: one word may be anything.
    void add_name_beside(const Argument& actor, std::size_t name)
    {
        const std::vector<std::size_t> rest = context_.tree.children(name, "flat");
        if (context_.tree.token(name).upos != "PROPN" || rest.empty() || rest.front() != name + 1) {
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
        sighting.actor.via = context_.surface(sighting.first, sighting.last);
        sighting.is_person = true;
        sighting.reason =
            fmt::format("{} is put beside {}", sighting.actor.via, actor.mention.text);
        context_.describe(sighting);
        found_.push_back(std::move(sighting));
    }

    /// A town, capital or region where something happens: "met in Geneva". A newspaper that is
    /// quoted does not act either.
    void mark_scenes()
    {
        for (ActorSighting& one : found_) {
            const bool place = !one.actor.via.empty() || one.actor.kind == ActorKind::region;
            one.is_scene =
                !one.is_person && place && one.actor.code.sector().empty() && is_scene(one.head);
            // "the Armenia road"
            const Token& word = context_.tree.token(one.head);
            const bool leads = word.relation == "compound" && word.head != kRoot &&
                               one.actor.kind == ActorKind::state &&
                               one.actor.code.sector().empty() &&
                               context_.gazetteer.is_way_to(context_.tree.token(word.head).lemma);
            one.is_scene = one.is_scene || leads;
            one.is_aside = one.is_aside || is_quoted_medium(one);
        }
    }

    /// "the BBC said", "according to Reuters", "Le Monde reported".
    [[nodiscard]] bool is_quoted_medium(const ActorSighting& one) const
    {
        static constexpr std::array<std::string_view, 9> kTelling{
            "report", "quote", "show", "cite", "publish", "broadcast", "air", "carry", "reveal"};
        const Token& word = context_.tree.token(one.head);
        if (one.actor.code.sector() != "JRN" || word.xpos == "NNS" || word.head == kRoot) {
            return false;
        }
        std::size_t name = one.head;
        while (context_.tree.token(name).relation == "conj") {
            name = context_.tree.token(name).head;
        }
        const std::string& lemma = context_.tree.token(context_.tree.token(name).head).lemma;
        const bool tells = is_verb_of_saying(lemma) ||
                           std::find(kTelling.begin(), kTelling.end(), lemma) != kTelling.end();
        const std::string& relation = context_.tree.token(name).relation;
        return (language::is_relation(relation, "nsubj") && tells) ||
               context_.tree.preposition(name) == "according to" ||
               (tells && (language::is_relation(relation, "obl") || relation == "obj" ||
                          relation == "iobj"));
    }

    /// Whether a name says where: by its preposition, as a further name behind a comma, or alone.
    [[nodiscard]] bool is_scene(std::size_t name) const
    {
        static constexpr std::array<std::string_view, 14> kWhere{
            "in",      "at",     "near", "outside", "inside", "around", "across",
            "through", "within", "off",  "above",   "along",  "from",   "throughout"};
        const Token& word = context_.tree.token(name);
        if (word.relation == "root" || word.relation == "parataxis" || word.relation == "list" ||
            is_dateline(name)) {
            return true;
        }
        if (is_address(name)) {
            return true;
        }
        if (word.relation == "obj" && word.head != kRoot) { // "left Geneva"
            return context_.gazetteer.is_done_at_place(context_.tree.token(word.head).lemma);
        }
        if (word.relation == "compound") {
            return is_of_a_thing(name);
        }
        const bool phrase = language::is_relation(word.relation, "obl") ||
                            language::is_relation(word.relation, "nmod") || word.relation == "conj";
        const std::string preposition = phrase ? context_.tree.preposition(name) : std::string{};
        return std::find(kWhere.begin(), kWhere.end(), preposition) != kWhere.end() ||
               (preposition == "of" && is_of_a_thing(name)) ||
               ((preposition == "to" || preposition == "for") && is_way_to(name));
    }

    /// "San Jose, California,": behind another name and a comma, and not in a row of names.
    [[nodiscard]] bool is_address(std::size_t name) const
    {
        const Token& word = context_.tree.token(name);
        if (name < 2 || word.relation == "conj" || !context_.tree.children(name, "conj").empty() ||
            context_.tree.sentence_of(name - 2) != context_.tree.sentence_of(name)) {
            return false;
        }
        return context_.tree.token(name - 1).form == "," &&
               context_.tree.token(name - 2).upos == "PROPN" &&
               (!language::is_relation(word.relation, "nsubj") ||
                (name + 1 < context_.analysis.tokens.size() &&
                 context_.tree.token(name + 1).form == ","));
    }

    /// "SEOUL - North Korea blew up …"
    [[nodiscard]] bool is_dateline(std::size_t name) const
    {
        const std::size_t sentence = context_.tree.sentence_of(name);
        const language::Sentence& span = context_.analysis.sentences[sentence];
        const std::string& form = context_.tree.token(name).form;
        const bool shouted =
            std::none_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        return name == span.first && name + 1 < span.last && shouted &&
               (context_.tree.token(name + 1).form == "-" ||
                context_.tree.token(name + 1).form == "--");
    }

    /// "the airports of Brussels and Paris", "the port of Guayaquil": what a town has and no state.
    [[nodiscard]] bool is_of_a_thing(std::size_t name) const
    {
        while (context_.tree.token(name).relation == "conj" ||
               (context_.tree.token(name).relation == "compound" &&
                context_.tree.token(context_.tree.token(name).head).upos == "PROPN")) {
            name = context_.tree.token(name).head;
        }
        const std::size_t noun = context_.tree.token(name).head;
        if (noun == kRoot) {
            return false;
        }
        return context_.gazetteer.is_scene_of(context_.tree.token(noun).lemma);
    }

    /// "from Athens to Vilnius", "the road to Mosul", "ran to Lviv".
    [[nodiscard]] bool is_way_to(std::size_t name) const
    {
        while (context_.tree.token(name).relation == "conj") {
            name = context_.tree.token(name).head;
        }
        const std::size_t governor = context_.tree.token(name).head;
        if (governor == kRoot) {
            return false;
        }
        return context_.gazetteer.is_way_to(context_.tree.token(governor).lemma) ||
               !context_.tree.phrases(governor, "from").empty();
    }

    /// A state's name that is part of another name: "Iceland Foods". An organ has a sector by now.
    void drop_parts_of_names()
    {
        const auto is_part = [this](const ActorSighting& one) {
            if (one.is_person || one.actor.kind != ActorKind::state ||
                !one.actor.code.sector().empty()) {
                return false;
            }
            const language::Entity* name = context_.entity_around(one.first, one.last);
            // "Repsol of Spain": the rest of the name is someone.
            const bool shared =
                name != nullptr &&
                std::any_of(found_.begin(), found_.end(), [&](const ActorSighting& other) {
                    return other.first >= name->first && other.last <= one.first &&
                           other.actor.kind != ActorKind::state;
                });
            return !shared && name != nullptr &&
                   (name->type == "PERSON" || name->type == "ORG" || name->type == "FAC" ||
                    name->type == "MISC");
        };
        found_.erase(std::remove_if(found_.begin(), found_.end(), is_part), found_.end());
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

    const ActorContext& context_;
    std::vector<ActorSighting> found_; ///< first of one sentence, then of all
};

} // namespace

std::vector<ActorSighting> GazetteerFinder::find(const Article& article,
                                                 const language::Analysis& analysis,
                                                 const language::Tree& tree, Trace* trace) const
{
    const ActorContext context{*gazetteer_, article, analysis, tree};
    std::vector<ActorSighting> found = Search{context}.run();
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
