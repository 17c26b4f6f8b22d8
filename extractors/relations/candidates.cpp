// SPDX-License-Identifier: Apache-2.0
#include "extractors/relations/candidates.hpp"

#include "core/text.hpp"
#include "extractors/relations/arguments.hpp"
#include "extractors/relations/frame_shape.hpp"
#include "extractors/relations/nominals.hpp"
#include "extractors/relations/pairing.hpp"
#include "extractors/relations/retold.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>

namespace entente::relations {

namespace {

using extractors::ActorSighting;
using language::kRoot;
using language::Token;

constexpr std::size_t kMostMembers = 4; ///< of a symmetric relation, by the codebook
constexpr double kLeastPrior = 0.25; ///< of a frame and its places, before the sentence is weighed
constexpr std::size_t kMostPairs = 16; ///< of one predicate

/// Where the second actor of a frame may stand.
enum class Reach : std::uint8_t {
    places, ///< in the places that the frame names
    around, ///< elsewhere in the phrases of the predicate
};

class Matcher {
public:
    Matcher(const language::Analysis& analysis, const language::Tree& tree,
            const std::vector<ActorSighting>& actors, const Lexicon& lexicon, Trace* trace)
        : analysis_{analysis}
        , tree_{tree}
        , actors_{actors}
        , lexicon_{lexicon}
        , trace_{trace}
        , nominals_{analysis, tree, actors, lexicon}
        , arguments_{nominals_, tree, lexicon}
        , excluded_{lexicon.exclusions().mark(analysis)}
        , shape_{analysis, tree, lexicon, excluded_}
        , pairing_{tree, actors}
        , retold_{tree, actors}
        , inside_actor_(analysis.tokens.size(), false)
    {
        for (const ActorSighting& actor : actors) {
            for (std::size_t i = actor.first; i < actor.last && !actor.is_aside; ++i) {
                inside_actor_[i] = true;
            }
        }
    }

    std::vector<Candidate> run()
    {
        // Verbs first: a collocation such as "sign a deal" takes its noun with it.
        for (std::size_t i = 0; i < analysis_.tokens.size(); ++i) {
            if (analysis_.tokens[i].upos == "VERB" && may_be_predicate(i)) {
                try_frames(lexicon_.verbs(analysis_.tokens[i].lemma), i);
                retold_.add(std::exchange(found_, {}));
            }
        }
        for (std::size_t i = 0; i < analysis_.tokens.size(); ++i) {
            const Token& word = analysis_.tokens[i];
            if (const std::string joined = hyphenated(i); !joined.empty() && !excluded_[i]) {
                try_frames(lexicon_.nouns(joined), i);
                retold_.add_of_noun(i, std::exchange(found_, {}));
            }
            if (inside_actor_[i] && !excluded_[i] && word.upos == "NOUN") {
                try_named(i);
            }
            if (!may_be_predicate(i)) {
                continue;
            }
            if (word.upos == "NOUN" || word.upos == "PROPN") {
                try_frames(lexicon_.nouns(word.upos == "NOUN" ? word.lemma : singular(word)), i);
            }
            try_frames(lexicon_.adjectives(text::fold(word.form)), i);
            retold_.add_of_noun(i, std::exchange(found_, {}));
        }
        return retold_.without_content();
    }

private:
    [[nodiscard]] bool may_be_predicate(std::size_t i) const
    {
        return !inside_actor_[i] && !excluded_[i];
    }

    /// The first frame that finds both its actors takes the predicate. Where none does, the first
    /// that finds one in its place and the other near it.
    void try_frames(const std::vector<Frame>& frames, std::size_t predicate)
    {
        for (const Reach reach : {Reach::places, Reach::around}) {
            for (const Frame& frame : frames) {
                if (!shape_.fits(frame, predicate)) {
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

    /// "build-up", of which the last word stands in the tree; empty where there is no hyphen.
    [[nodiscard]] std::string hyphenated(std::size_t last) const
    {
        if (last < 2 || analysis_.tokens[last - 1].form != "-" ||
            analysis_.tokens[last - 2].bytes.end != analysis_.tokens[last - 1].bytes.begin ||
            analysis_.tokens[last - 1].bytes.end != analysis_.tokens[last].bytes.begin) {
            return {};
        }
        const Token& word = analysis_.tokens[last];
        return text::fold(analysis_.tokens[last - 2].form) + '-' +
               (word.upos == "NOUN" ? word.lemma : text::fold(word.form));
    }

    /// "Chad's troops in Mali": of a noun that names an actor only frames that say so.
    void try_named(std::size_t noun)
    {
        for (const Frame& frame : lexicon_.nouns(analysis_.tokens[noun].lemma)) {
            if (frame.source_slots.front() == "self" && shape_.fits(frame, noun)) {
                fill(frame, noun, Reach::places);
            }
        }
        retold_.add_of_noun(noun, std::exchange(found_, {}));
    }

    void take_objects(const Frame& frame, std::size_t predicate)
    {
        // "the lifting of sanctions"
        if (frame.kind == PredicateKind::noun && frame.category == "CONCEDE") {
            for (const std::size_t lifted : tree_.phrases(predicate, "of")) {
                retold_.hold(lifted, predicate);
            }
        }
        if (frame.kind != PredicateKind::verb || frame.objects.empty()) {
            return;
        }
        for (const std::size_t object : shape_.objects_of(predicate)) {
            retold_.hold(object, predicate);
        }
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

    /// Of the target's places the first that holds another than the source: in "stormed the Swedish
    /// embassy in Baghdad" Iraq is where, not whom.
    [[nodiscard]] std::vector<Filler> fillers_beside(const Frame& frame, std::size_t predicate,
                                                     const std::vector<Filler>& sources) const
    {
        std::vector<std::vector<Filler>> found;
        for (const std::string& slot : frame.target_slots) {
            found.push_back(slot_fillers(frame, predicate, slot));
            if (has_other(found.back(), sources)) {
                return std::move(found.back());
            }
        }
        return first_beside(std::move(found), sources);
    }

    /// The first that names another than the source; failing that the first that names anyone.
    [[nodiscard]] std::vector<Filler> first_beside(std::vector<std::vector<Filler>> found,
                                                   const std::vector<Filler>& sources) const
    {
        for (std::vector<Filler>& fillers : found) {
            if (has_other(fillers, sources)) {
                return std::move(fillers);
            }
        }
        for (std::vector<Filler>& fillers : found) {
            if (!fillers.empty()) {
                return std::move(fillers);
            }
        }
        return {};
    }

    [[nodiscard]] bool has_other(const std::vector<Filler>& found,
                                 const std::vector<Filler>& sources) const
    {
        return std::any_of(found.begin(), found.end(), [&](const Filler& filler) {
            return sources.empty() ||
                   std::any_of(sources.begin(), sources.end(), [&](const Filler& source) {
                       return principal(source) != principal(filler);
                   });
        });
    }

    [[nodiscard]] std::string_view principal(const Filler& filler) const
    {
        return actors_[filler.actor].actor.code.principal();
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
                    slot == "subj" ? arguments_.subjects(at) : arguments_.of_verb(at, slot, {});
                if (!found.empty()) {
                    return found;
                }
            }
        }
        return {};
    }

    void fill(const Frame& frame, std::size_t predicate, Reach reach)
    {
        if (frame.symmetric) {
            fill_symmetric(frame, predicate, reach);
            return;
        }
        std::vector<Filler> sources = fillers(frame, predicate, frame.source_slots);
        std::vector<Filler> targets = fillers_beside(frame, predicate, sources);
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
            // "attacked a member of": who attacks is none.
            if (sources.empty() && !describes(frame)) {
                sources = arguments_.carrier(predicate);
            }
        }
        // "US sanctions on Chad were lifted": what is done with it is done by whose it is.
        if (sources.empty() && !targets.empty() && frame.kind == PredicateKind::verb &&
            !frame.objects.empty() && !takes_object(frame)) {
            sources = arguments_.owner_of_undergoer(predicate);
        }
        // "Israel, Washington's close ally"
        if (!sources.empty() && targets.empty() && frame.symmetric &&
            frame.kind == PredicateKind::noun) {
            targets = arguments_.described(predicate);
        }
        if (!sources.empty() && targets.empty() && may_reach_around(frame)) {
            const auto& prepositions = lexicon_.leading_to_target(frame.category);
            targets = first_beside(frame.kind == PredicateKind::noun
                                       ? arguments_.around_noun(predicate, prepositions)
                                       : arguments_.around_verb(predicate, prepositions),
                                   sources);
        }
        if (!sources.empty() && targets.empty() && frame.category == "PROTEST") {
            targets = first_beside(arguments_.aims(predicate), {});
        }
        // "is on a visit to strengthen ties with Chad"
        if (!sources.empty() && targets.empty() && frame.kind == PredicateKind::noun &&
            frame.mode == "visit") {
            targets = arguments_.purpose(predicate);
        }
        // "received the help of Chad", "came under pressure from Chad": who carries it has it
        // done.
        const bool complete =
            frame.kind != PredicateKind::noun || (!tree_.children(predicate, "nmod:poss").empty() &&
                                                  !tree_.phrases(predicate, "of").empty());
        if (!sources.empty() && targets.empty() && !complete) {
            targets = arguments_.receiver(predicate);
        }
    }

    /// A frame whose target only ever stands in one phrase ("arrive in") has it there or not at
    /// all.
    [[nodiscard]] static bool may_reach_around(const Frame& frame)
    {
        return frame.kind != PredicateKind::verb || !frame.objects.empty() || takes_object(frame);
    }

    /// The noun names one of the two: "member", "ally".
    [[nodiscard]] static bool describes(const Frame& frame)
    {
        return std::find(frame.source_slots.begin(), frame.source_slots.end(), "described") !=
               frame.source_slots.end();
    }

    [[nodiscard]] static bool takes_object(const Frame& frame)
    {
        return std::find(frame.target_slots.begin(), frame.target_slots.end(), "obj") !=
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
        } else if (one.size() >= 2 && !has_other_side(predicate, others) &&
                   (frame.kind != PredicateKind::noun || reach == Reach::places)) {
            among(frame, predicate, one);
        } else if (one.empty() && frame.kind == PredicateKind::noun && reach == Reach::places) {
            fill_group(frame, predicate, others);
        }
    }

    /// "the meeting of Chad and Niger", "Chad and Niger are friends": one place names both sides.
    void fill_group(const Frame& frame, std::size_t noun, const std::vector<std::string>& slots)
    {
        std::vector<Filler> members;
        for (const std::string_view place : {"of", "from"}) {
            const bool named = std::find(slots.begin(), slots.end(), place) != slots.end();
            if (named && members.size() < 2) {
                members = arguments_.of_noun(noun, place);
            }
        }
        const bool plural = tree_.token(noun).xpos == "NNS";
        if (members.size() < 2 && plural && frame.quad == Quad::standing &&
            !has_other_side(noun, slots)) {
            members = arguments_.described(noun);
        }
        among(frame, noun, members);
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
        if (!pairing_.may_relate(frame, source, target)) {
            return;
        }
        const double certainty = source.certainty * target.certainty;
        if (frame.confidence * certainty < kLeastPrior) {
            return;
        }
        found_.push_back({&frame, predicate, source.actor, target.actor, certainty});
    }

    const language::Analysis& analysis_;
    const language::Tree& tree_;
    const std::vector<ActorSighting>& actors_;
    const Lexicon& lexicon_;
    Trace* trace_;
    Nominals nominals_;
    Arguments arguments_;
    std::vector<bool> excluded_; ///< words of idioms
    FrameShape shape_;
    Pairing pairing_;
    Retold retold_;
    std::vector<bool> inside_actor_;
    std::vector<Candidate> found_; ///< of the predicate that is tried
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
