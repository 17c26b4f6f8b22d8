// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/actor_finder.hpp"

#include "extractors/actors/mention_widener.hpp"
#include "extractors/actors/name_finder.hpp"
#include "extractors/actors/references.hpp"
#include "extractors/actors/scenes.hpp"
#include "extractors/actors/strangers.hpp"

#include <fmt/format.h>

#include <algorithm>
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
            share_offices();
            drop_contained();
            follow_companies();
            add_names_beside();
            mark_scenes(context_, found_);
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

    /// "[Chinese President [Xi Jinping]]": the longer mention is of whom the tables know.
    void share_offices()
    {
        for (std::size_t i = 1; i < found_.size(); ++i) {
            ActorSighting& one = found_[i - 1];
            ActorSighting& two = found_[i];
            const bool same = one.is_person && two.is_person && one.first < two.last &&
                              two.first < one.last &&
                              one.actor.code.principal() == two.actor.code.principal();
            if (!same || one.office.empty() == two.office.empty()) {
                continue;
            }
            ActorSighting& known = one.office.empty() ? two : one;
            ActorSighting& told = one.office.empty() ? one : two;
            told.office = known.office;
            told.actor.via = known.actor.via;
            told.reason += "; " + known.reason;
        }
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
    const ActorContext context{*gazetteer_, article, analysis, tree, trace};
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
