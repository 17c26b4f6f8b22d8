// SPDX-License-Identifier: Apache-2.0
#include "extractors/relations/candidates.hpp"

#include "core/text.hpp"
#include "extractors/relations/arguments.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente::relations {

namespace {

using extractors::ActorSighting;
using language::kRoot;
using language::Token;

constexpr std::size_t kMostMembers = 4; ///< of a symmetric relation, by the codebook
constexpr std::size_t kMostPairs = 16;  ///< of one predicate

class Matcher {
public:
    Matcher(const language::Analysis& analysis, const language::Tree& tree,
            const std::vector<ActorSighting>& actors, const Lexicon& lexicon, Trace* trace)
        : analysis_{analysis}
        , tree_{tree}
        , actors_{actors}
        , lexicon_{lexicon}
        , trace_{trace}
        , arguments_{analysis, tree, actors, lexicon}
        , excluded_{lexicon.exclusions().mark(analysis)}
        , inside_actor_(analysis.tokens.size(), false)
        , taken_(analysis.tokens.size(), false)
    {
        for (const ActorSighting& actor : actors) {
            for (std::size_t i = actor.first; i < actor.last; ++i) {
                inside_actor_[i] = true;
            }
        }
    }

    std::vector<Candidate> run()
    {
        // Verbs first: a collocation such as "sign a deal" takes its noun with it.
        for (std::size_t i = 0; i < analysis_.tokens.size(); ++i) {
            if (analysis_.tokens[i].upos == "VERB" && !inside_actor_[i] && !excluded_[i]) {
                try_frames(lexicon_.verbs(analysis_.tokens[i].lemma), i);
            }
        }
        for (std::size_t i = 0; i < analysis_.tokens.size(); ++i) {
            if (inside_actor_[i] || taken_[i] || excluded_[i]) {
                continue;
            }
            const Token& word = analysis_.tokens[i];
            if (word.upos == "NOUN" || word.upos == "PROPN") {
                try_frames(lexicon_.nouns(word.upos == "NOUN" ? word.lemma : singular(word)), i);
            }
            try_frames(lexicon_.adjectives(text::fold(word.form)), i);
        }
        return std::move(found_);
    }

private:
    /// Nouns of headlines come capitalised: "Ties" → "tie".
    [[nodiscard]] static std::string singular(const Token& word)
    {
        std::string lemma = text::fold(word.form);
        if (lemma.size() > 4 && lemma.back() == 's' && lemma[lemma.size() - 2] != 's') {
            lemma.pop_back();
        }
        return lemma;
    }

    /// The first frame that finds both its actors takes the predicate.
    void try_frames(const std::vector<Frame>& frames, std::size_t predicate)
    {
        for (const Frame& frame : frames) {
            if (!shape_fits(frame, predicate)) {
                continue;
            }
            const std::size_t before = found_.size();
            fill(frame, predicate);
            if (found_.size() > before) {
                take_objects(frame, predicate);
                return;
            }
            if (trace_ != nullptr) {
                trace_->step({TraceStage::frame, false, tree_.token(predicate).code_points,
                              fmt::format("{} → {}", frame.lemma, frame.category),
                              fmt::format("{}: no two actors in its places", frame.id)});
            }
        }
    }

    void take_objects(const Frame& frame, std::size_t predicate)
    {
        if (frame.kind != PredicateKind::verb || frame.objects.empty()) {
            return;
        }
        for (const std::size_t object : objects_of(predicate)) {
            for (const std::size_t conjunct : tree_.conjuncts(object)) {
                taken_[conjunct] = true;
            }
        }
    }

    /// Direct objects, or the subject of a passive.
    [[nodiscard]] std::vector<std::size_t> objects_of(std::size_t verb) const
    {
        std::vector<std::size_t> objects = tree_.objects(verb);
        if (tree_.is_passive(verb)) {
            if (const std::size_t subject = tree_.subject(verb); subject != kRoot) {
                objects.push_back(subject);
            }
        }
        return objects;
    }

    [[nodiscard]] bool shape_fits(const Frame& frame, std::size_t predicate) const
    {
        switch (frame.kind) {
        case PredicateKind::noun:
            return !frame.plural_only || tree_.token(predicate).xpos == "NNS" ||
                   tree_.token(predicate).xpos == "NNPS";
        case PredicateKind::adjective:
            return adjective_fits(frame, predicate);
        case PredicateKind::verb:
            break;
        }
        return particle_fits(frame, predicate) && object_fits(frame, predicate);
    }

    [[nodiscard]] bool adjective_fits(const Frame& frame, std::size_t predicate) const
    {
        std::size_t i = predicate;
        const std::size_t last = analysis_.sentences[tree_.sentence_of(predicate)].last;
        for (const std::string_view word : text::split(frame.lemma, ' ')) {
            if (i >= last || text::fold(tree_.token(i).form) != word) {
                return false;
            }
            ++i;
        }
        return true;
    }

    [[nodiscard]] bool particle_fits(const Frame& frame, std::size_t verb) const
    {
        if (frame.particle.empty()) {
            return true;
        }
        const auto is_particle = [&](std::size_t i) {
            return text::fold(tree_.token(i).form) == frame.particle;
        };
        const bool beside = verb + 1 < analysis_.tokens.size() && is_particle(verb + 1);
        const auto& children = tree_.children(verb);
        return beside || std::any_of(children.begin(), children.end(), [&](std::size_t child) {
                   const std::string& relation = tree_.token(child).relation;
                   return (relation == "compound:prt" || relation == "advmod") &&
                          is_particle(child);
               });
    }

    [[nodiscard]] bool object_fits(const Frame& frame, std::size_t verb) const
    {
        if (frame.objects.empty()) {
            return true;
        }
        if (frame.objects.front() == "to-inf") {
            return !tree_.children(verb, "xcomp").empty();
        }
        if (frame.objects.front() == "that") {
            return !tree_.children(verb, "ccomp").empty();
        }
        const auto wanted = [&](std::size_t object) {
            const Token& word = tree_.token(object);
            return std::find(frame.objects.begin(), frame.objects.end(), word.lemma) !=
                   frame.objects.end();
        };
        const std::vector<std::size_t> objects = objects_of(verb);
        return std::any_of(objects.begin(), objects.end(), [&](std::size_t object) {
            const auto all = tree_.conjuncts(object);
            return std::any_of(all.begin(), all.end(), wanted);
        });
    }

    [[nodiscard]] std::vector<Filler> fillers(const Frame& frame, std::size_t predicate,
                                              const std::vector<std::string>& slots) const
    {
        for (const std::string& slot : slots) {
            std::vector<Filler> found = slot_fillers(frame, predicate, slot);
            if (!found.empty()) {
                return found;
            }
        }
        return {};
    }

    [[nodiscard]] std::vector<Filler> slot_fillers(const Frame& frame, std::size_t predicate,
                                                   std::string_view slot) const
    {
        if (frame.kind == PredicateKind::noun) {
            return arguments_.of_noun(predicate, slot);
        }
        if (frame.kind == PredicateKind::verb) {
            return arguments_.of_verb(predicate, slot, frame.particle);
        }
        return adjective_fillers(frame, predicate, slot);
    }

    /// "is hostile to Iran": the phrase hangs from the adjective or from what governs it.
    [[nodiscard]] std::vector<Filler> adjective_fillers(const Frame& frame, std::size_t predicate,
                                                        std::string_view slot) const
    {
        const std::size_t words = text::split(frame.lemma, ' ').size();
        for (std::size_t i = predicate + words; i-- > predicate;) {
            for (std::size_t at = i, hops = 0; at != kRoot && hops < 2;
                 at = tree_.token(at).head, ++hops) {
                std::vector<Filler> found =
                    slot == "subj" ? subject_fillers(at) : arguments_.of_verb(at, slot, {});
                if (!found.empty()) {
                    return found;
                }
            }
        }
        return {};
    }

    [[nodiscard]] std::vector<Filler> subject_fillers(std::size_t head) const
    {
        const std::size_t subject = tree_.subject(head);
        return subject == kRoot ? std::vector<Filler>{} : arguments_.of_nominal(subject);
    }

    void fill(const Frame& frame, std::size_t predicate)
    {
        if (frame.symmetric) {
            fill_symmetric(frame, predicate);
            return;
        }
        const std::vector<Filler> sources = fillers(frame, predicate, frame.source_slots);
        if (sources.empty()) {
            return;
        }
        pairs(frame, predicate, sources, fillers(frame, predicate, frame.target_slots));
    }

    /// Either side against the other, or the members of one place among themselves.
    void fill_symmetric(const Frame& frame, std::size_t predicate)
    {
        for (const std::string_view place : {"between", "among", "compound"}) {
            const bool named = std::find(frame.target_slots.begin(), frame.target_slots.end(),
                                         place) != frame.target_slots.end();
            if (named) {
                const auto members = slot_fillers(frame, predicate, place);
                if (members.size() >= 2) {
                    among(frame, predicate, members);
                    return;
                }
            }
        }
        const std::vector<Filler> one = fillers(frame, predicate, frame.source_slots);
        std::vector<std::string> others;
        std::copy_if(frame.target_slots.begin(), frame.target_slots.end(),
                     std::back_inserter(others), [](const std::string& slot) {
                         return slot != "between" && slot != "compound" && slot != "among";
                     });
        const std::vector<Filler> other = fillers(frame, predicate, others);
        if (!one.empty() && !other.empty()) {
            pairs(frame, predicate, one, other);
        } else if (one.size() >= 2 && frame.kind != PredicateKind::noun) {
            among(frame, predicate, one);
        }
    }

    void among(const Frame& frame, std::size_t predicate, const std::vector<Filler>& members)
    {
        if (members.size() > kMostMembers) {
            return;
        }
        for (std::size_t i = 0; i < members.size(); ++i) {
            for (std::size_t k = i + 1; k < members.size(); ++k) {
                add(frame, predicate, members[i], members[k]);
            }
        }
    }

    void pairs(const Frame& frame, std::size_t predicate, const std::vector<Filler>& sources,
               const std::vector<Filler>& targets)
    {
        if (sources.size() * targets.size() > kMostPairs) {
            return;
        }
        for (const Filler& source : sources) {
            for (const Filler& target : targets) {
                add(frame, predicate, source, target);
            }
        }
    }

    void add(const Frame& frame, std::size_t predicate, Filler source, Filler target)
    {
        const ActorCode& from = actors_[source.actor].actor.code;
        const ActorCode& to = actors_[target.actor].actor.code;
        // By the codebook two different actors; within one state only between its sectors.
        const bool same_principal = from.principal() == to.principal();
        if (from == to || (same_principal && (from.sector().empty() || to.sector().empty()))) {
            return;
        }
        found_.push_back(
            {&frame, predicate, source.actor, target.actor, source.certainty * target.certainty});
    }

    const language::Analysis& analysis_;
    const language::Tree& tree_;
    const std::vector<ActorSighting>& actors_;
    const Lexicon& lexicon_;
    Trace* trace_;
    Arguments arguments_;
    std::vector<bool> excluded_; ///< words of idioms
    std::vector<bool> inside_actor_;
    std::vector<bool> taken_; ///< nouns that a verb's collocation holds
    std::vector<Candidate> found_;
};

} // namespace

std::vector<Candidate> find_candidates(const language::Analysis& analysis,
                                       const language::Tree& tree,
                                       const std::vector<ActorSighting>& actors,
                                       const Lexicon& lexicon, Trace* trace)
{
    return Matcher{analysis, tree, actors, lexicon, trace}.run();
}

} // namespace entente::relations
