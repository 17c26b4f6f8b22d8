// SPDX-License-Identifier: Apache-2.0
#include "extractors/relations/candidates.hpp"

#include "core/text.hpp"
#include "extractors/relations/arguments.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <utility>

namespace entente::relations {

namespace {

using extractors::ActorSighting;
using language::kRoot;
using language::Token;

constexpr std::size_t kMostMembers = 4;    ///< of a symmetric relation, by the codebook
constexpr double kLeastConfidence = 0.25;  ///< below it a candidate is more likely wrong than right
constexpr std::size_t kDeepestContent = 6; ///< words from a speech act down to what is said
constexpr std::size_t kMostPairs = 16;     ///< of one predicate

/// Where the second actor of a frame may stand.
enum class Reach : std::uint8_t {
    places, ///< in the places that the frame names
    around, ///< elsewhere in the phrases of the predicate
};

/// Prepositions that may lead from a predicate of a category to its target, likeliest first.
std::span<const std::string_view> leading_to_target(std::string_view category)
{
    static constexpr std::string_view kShared[] = {"with",   "to",      "for",
                                                   "toward", "towards", "between"};
    static constexpr std::string_view kSaid[] = {"against", "to", "at", "with", "from", "toward",
                                                 "towards", "on", "of", "over", "about"};
    static constexpr std::string_view kDone[] = {
        "against", "on", "to", "at", "into", "from", "for", "over", "toward", "towards", "in"};
    for (const std::string_view shared : {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "RELATE"}) {
        if (category == shared) {
            return kShared;
        }
    }
    for (const std::string_view said : {"REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST"}) {
        if (category == said) {
            return kSaid;
        }
    }
    return kDone;
}

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
            if (inside_actor_[i] || excluded_[i]) {
                continue;
            }
            const std::size_t before = found_.size();
            const Token& word = analysis_.tokens[i];
            if (word.upos == "NOUN" || word.upos == "PROPN") {
                try_frames(lexicon_.nouns(word.upos == "NOUN" ? word.lemma : singular(word)), i);
            }
            try_frames(lexicon_.adjectives(text::fold(word.form)), i);
            drop_taken(i, before);
        }
        drop_content();
        return std::move(found_);
    }

private:
    /// "Signed a deal" is told by the verb; "condemned Chad's attack on Mali" also tells the
    /// attack.
    void drop_taken(std::size_t noun, std::size_t from)
    {
        const auto taken = taken_by_.find(noun);
        if (taken == taken_by_.end()) {
            return;
        }
        std::vector<std::pair<std::string_view, std::string_view>> told;
        for (std::size_t i = 0; i < from; ++i) {
            if (found_[i].predicate == taken->second) {
                told.push_back(principals(found_[i]));
            }
        }
        const auto is_told = [&](const Candidate& one) {
            return std::find(told.begin(), told.end(), principals(one)) != told.end();
        };
        found_.erase(std::remove_if(found_.begin() + static_cast<std::ptrdiff_t>(from),
                                    found_.end(), is_told),
                     found_.end());
    }

    /// By the codebook "Iran urged Syria to ship oil" is a request and nothing for the shipment;
    /// and "agreed with Chad to trade" is told once.
    void drop_content()
    {
        std::vector<Candidate> kept;
        for (const Candidate& one : found_) {
            const bool told = std::any_of(found_.begin(), found_.end(), [&](const Candidate& act) {
                return act.predicate != one.predicate && is_content(one, act);
            });
            if (!told) {
                kept.push_back(one);
            }
        }
        found_ = std::move(kept);
    }

    [[nodiscard]] bool is_content(const Candidate& inner, const Candidate& outer) const
    {
        const std::string& category = outer.frame->category;
        const bool request = category == "REQUEST";
        const bool promise = category == "AGREE" || category == "REJECT" || category == "THREATEN";
        if (!request && !promise) {
            return false;
        }
        if (promise && principals(inner) != principals(outer)) {
            return false;
        }
        std::size_t at = inner.predicate;
        for (std::size_t hops = 0; hops < kDeepestContent && at != kRoot; ++hops) {
            const Token& word = tree_.token(at);
            if (word.head == outer.predicate) {
                return is_clause(word) && (request || outer.predicate < inner.predicate);
            }
            at = word.head;
        }
        return false;
    }

    static bool is_clause(const Token& word)
    {
        return word.relation == "xcomp" || word.relation == "ccomp" || word.relation == "acl" ||
               (word.relation == "advcl" && word.xpos == "VB");
    }

    [[nodiscard]] std::pair<std::string_view, std::string_view>
    principals(const Candidate& candidate) const
    {
        const std::string_view one = actors_[candidate.source].actor.code.principal();
        const std::string_view two = actors_[candidate.target].actor.code.principal();
        return one < two ? std::pair{one, two} : std::pair{two, one};
    }

    /// Nouns of headlines come capitalised: "Ties" → "tie".
    [[nodiscard]] static std::string singular(const Token& word)
    {
        std::string lemma = text::fold(word.form);
        if (lemma.size() > 4 && lemma.back() == 's' && lemma[lemma.size() - 2] != 's') {
            lemma.pop_back();
        }
        return lemma;
    }

    /// The first frame that finds both its actors takes the predicate. Where none does, the first
    /// that finds one in its place and the other near it.
    void try_frames(const std::vector<Frame>& frames, std::size_t predicate)
    {
        for (const Reach reach : {Reach::places, Reach::around}) {
            for (const Frame& frame : frames) {
                if (!shape_fits(frame, predicate)) {
                    continue;
                }
                const std::size_t before = found_.size();
                fill(frame, predicate, reach);
                if (found_.size() > before) {
                    take_objects(frame, predicate);
                    return;
                }
                if (trace_ != nullptr && reach == Reach::around) {
                    trace_->step({TraceStage::frame, false, tree_.token(predicate).code_points,
                                  fmt::format("{} → {}", frame.lemma, frame.category),
                                  fmt::format("{}: no two actors in its places", frame.id)});
                }
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
                taken_by_[conjunct] = predicate;
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
                   if (language::is_relation(relation, "obl")) {
                       // "drove them out of the city"
                       const auto marks = tree_.children(child, "case");
                       return marks.size() > 1 && is_particle(marks.front());
                   }
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
        if (frame.objects.front() == "must") {
            const auto clauses = tree_.children(verb, "ccomp");
            return std::any_of(clauses.begin(), clauses.end(),
                               [&](std::size_t clause) { return is_obliged(clause); });
        }
        const auto wanted = [&](std::size_t object) {
            const Token& word = tree_.token(object);
            return std::any_of(
                frame.objects.begin(), frame.objects.end(), [&](const std::string& noun) {
                    return noun == word.lemma ||
                           (word.upos == "PROPN" || word.xpos == "NNS" ? noun == singular(word)
                                                                       : false);
                });
        };
        const std::vector<std::size_t> objects = objects_of(verb);
        return std::any_of(objects.begin(), objects.end(), [&](std::size_t object) {
            const auto all = tree_.conjuncts(object);
            return std::any_of(all.begin(), all.end(), wanted);
        });
    }

    /// "must stop", "should stop", "has to stop".
    [[nodiscard]] bool is_obliged(std::size_t clause) const
    {
        const auto auxiliaries = tree_.children(clause, "aux");
        const bool modal =
            std::any_of(auxiliaries.begin(), auxiliaries.end(), [&](std::size_t word) {
                const std::string form = text::fold(tree_.token(word).form);
                return form == "must" || form == "should";
            });
        const std::string& lemma = tree_.token(clause).lemma;
        return modal ||
               ((lemma == "have" || lemma == "need") && !tree_.children(clause, "xcomp").empty());
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

    void fill(const Frame& frame, std::size_t predicate, Reach reach)
    {
        if (frame.symmetric) {
            fill_symmetric(frame, predicate, reach);
            return;
        }
        std::vector<Filler> sources = fillers(frame, predicate, frame.source_slots);
        std::vector<Filler> targets = fillers(frame, predicate, frame.target_slots);
        if (reach == Reach::around) {
            around(frame, predicate, sources, targets);
        }
        if (!sources.empty()) {
            pairs(frame, predicate, sources, targets);
        }
    }

    /// Completes one side where the other stands in its place.
    void around(const Frame& frame, std::size_t predicate, std::vector<Filler>& sources,
                std::vector<Filler>& targets) const
    {
        if (frame.kind == PredicateKind::noun) {
            // "of" leads to either side: "received the backing of Chad", "spoke in support of
            // Chad".
            const bool same = !sources.empty() && sources.size() == targets.size() &&
                              sources.front().actor == targets.front().actor;
            if (same) {
                std::vector<Filler> receivers = arguments_.receiver(predicate);
                if (!receivers.empty()) {
                    targets = std::move(receivers);
                } else {
                    sources.clear();
                }
            }
            if (sources.empty()) {
                sources = arguments_.carrier(predicate);
            }
        }
        if (!sources.empty() && targets.empty() && may_reach_around(frame)) {
            const auto prepositions = leading_to_target(frame.category);
            targets = frame.kind == PredicateKind::noun
                          ? arguments_.around_noun(predicate, prepositions)
                          : arguments_.around_verb(predicate, prepositions);
        }
        // "received the help of Chad", "came under pressure from Chad": who carries it has it
        // done.
        if (!sources.empty() && targets.empty() && frame.kind == PredicateKind::noun) {
            targets = arguments_.receiver(predicate);
        }
    }

    /// A frame whose target only ever stands in one phrase ("arrive in") has it there or not at
    /// all.
    [[nodiscard]] static bool may_reach_around(const Frame& frame)
    {
        return frame.kind != PredicateKind::verb || !frame.objects.empty() ||
               std::find(frame.target_slots.begin(), frame.target_slots.end(), "obj") !=
                   frame.target_slots.end();
    }

    /// Either side against the other, or the members of one place among themselves.
    void fill_symmetric(const Frame& frame, std::size_t predicate, Reach reach)
    {
        const bool has_object = frame.kind == PredicateKind::verb && !frame.objects.empty();
        for (const std::string_view place : {"between", "among", "compound"}) {
            const bool named = std::find(frame.target_slots.begin(), frame.target_slots.end(),
                                         place) != frame.target_slots.end();
            if (named || has_object) {
                const auto members = slot_fillers(frame, predicate, place);
                if (members.size() >= 2) {
                    among(frame, predicate, members);
                    return;
                }
            }
        }
        std::vector<Filler> one = fillers(frame, predicate, frame.source_slots);
        std::vector<std::string> others;
        std::copy_if(frame.target_slots.begin(), frame.target_slots.end(),
                     std::back_inserter(others), [](const std::string& slot) {
                         return slot != "between" && slot != "compound" && slot != "among";
                     });
        std::vector<Filler> other = fillers(frame, predicate, others);
        if (reach == Reach::around) {
            around(frame, predicate, one, other);
        }
        if (!one.empty() && !other.empty()) {
            pairs(frame, predicate, one, other);
        } else if (one.size() >= 2 && frame.kind != PredicateKind::noun &&
                   !has_other_side(predicate, others)) {
            among(frame, predicate, one);
        }
    }

    /// In "Chad and Niger met reporters" the two did not meet each other.
    [[nodiscard]] bool has_other_side(std::size_t verb, const std::vector<std::string>& slots) const
    {
        return std::any_of(slots.begin(), slots.end(), [&](const std::string& slot) {
            return slot == "obj" ? !tree_.objects(verb).empty()
                                 : !tree_.phrases(verb, slot).empty();
        });
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
        const double certainty = source.certainty * target.certainty;
        if (frame.confidence * certainty < kLeastConfidence) {
            return;
        }
        found_.push_back({&frame, predicate, source.actor, target.actor, certainty});
    }

    const language::Analysis& analysis_;
    const language::Tree& tree_;
    const std::vector<ActorSighting>& actors_;
    const Lexicon& lexicon_;
    Trace* trace_;
    Arguments arguments_;
    std::vector<bool> excluded_; ///< words of idioms
    std::vector<bool> inside_actor_;
    std::unordered_map<std::size_t, std::size_t> taken_by_; ///< noun → verb whose frame holds it
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
