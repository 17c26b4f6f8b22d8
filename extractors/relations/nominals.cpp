// SPDX-License-Identifier: Apache-2.0
#include "extractors/relations/nominals.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace entente::relations {

namespace {

using language::kRoot;
using language::Token;

constexpr double kOwner = 0.75;          ///< certainty of "Russia's border" for Russia
constexpr std::size_t kDeepestOwner = 1; ///< "the commander of Chad's army" for Chad

void merge(std::vector<Filler>& into, Filler filler)
{
    const bool known = std::any_of(into.begin(), into.end(),
                                   [&](const Filler& one) { return one.actor == filler.actor; });
    if (!known) {
        into.push_back(filler);
    }
}

void merge(std::vector<Filler>& into, const std::vector<Filler>& fillers)
{
    for (const Filler& filler : fillers) {
        merge(into, filler);
    }
}

/// "much of Europe", "most of the allies": as good as the whole.
bool is_share(std::string_view lemma)
{
    static constexpr std::string_view kShares[] = {"all",      "bulk",    "each", "few",  "half",
                                                   "majority", "many",    "most", "much", "part",
                                                   "rest",     "several", "some"};
    return std::find(std::begin(kShares), std::end(kShares), lemma) != std::end(kShares);
}

/// Whether what is so named belongs to whom it names: "French-owned".
bool owns(std::string_view participle)
{
    static constexpr std::string_view kOwning[] = {"administer", "build",  "control", "flag",
                                                   "hold",       "occupy", "operate", "own",
                                                   "register",   "rule",   "run"};
    return std::find(std::begin(kOwning), std::end(kOwning), participle) != std::end(kOwning);
}

/// Where one state ends: whoever is beyond it owns it too.
bool is_edge(std::string_view lemma)
{
    static constexpr std::string_view kEdges[] = {"airspace", "border", "boundary", "coast",
                                                  "edge",     "front",  "frontier", "line",
                                                  "post",     "shore",  "water",    "waters"};
    return std::find(std::begin(kEdges), std::end(kEdges), lemma) != std::end(kEdges);
}

bool parts_edge(std::string_view preposition)
{
    return preposition == "with" || preposition == "off" || preposition == "near" ||
           preposition == "from" || preposition == "facing";
}

/// "states such as Kenya", "neighbours like Chad", "its neighbour, Chad", "neighbour Chad".
bool is_naming(std::string_view relation, std::string_view preposition)
{
    return relation == "appos" || relation == "nmod:desc" || preposition == "like" ||
           preposition == "such as" || preposition == "including" || preposition == "as";
}

} // namespace

Nominals::Nominals(const language::Analysis& analysis, const language::Tree& tree,
                   const std::vector<extractors::ActorSighting>& actors, const Lexicon& lexicon)
    : tree_{tree}
    , actors_{actors}
    , lexicon_{lexicon}
    , actor_at_(analysis.tokens.size(), kRoot)
{
    for (std::size_t i = 0; i < actors.size(); ++i) {
        if (actors[i].is_aside) {
            continue;
        }
        const std::size_t known = actor_at_[actors[i].first];
        if (known != kRoot && actors[known].first == actors[i].first &&
            actors[known].last == actors[i].last) {
            companions_[known].push_back(i);
            continue;
        }
        for (std::size_t token = actors[i].first; token < actors[i].last; ++token) {
            actor_at_[token] = i;
        }
    }
}

/// Adds an actor with all that the same words stand for: "they", "the two countries".
void Nominals::merge_all(std::vector<Filler>& into, Filler filler) const
{
    merge(into, filler);
    const auto others = companions_.find(filler.actor);
    if (others != companions_.end()) {
        for (const std::size_t other : others->second) {
            merge(into, {other, filler.certainty, filler.of_thing});
        }
    }
}

bool Nominals::heads_actor(std::size_t nominal) const
{
    const std::size_t actor = actor_at_[nominal];
    return actor != kRoot &&
           (actors_[actor].head == nominal || tree_.token(nominal).head == kRoot ||
            actor_at_[tree_.token(nominal).head] != actor);
}

std::vector<Filler> Nominals::of(std::size_t nominal) const
{
    std::vector<Filler> fillers;
    for (const std::size_t conjunct : tree_.conjuncts(nominal)) {
        add_alone(conjunct, fillers);
    }
    return fillers;
}

void Nominals::add(std::size_t nominal, std::vector<Filler>& into) const
{
    merge(into, of(nominal));
}

void Nominals::add_alone(std::size_t nominal, std::vector<Filler>& into) const
{
    if (heads_actor(nominal)) {
        merge_all(into, {actor_at_[nominal], 1.0});
        // "US and Russian troops", of which the last holds the noun.
        // "the ministers of Chad and Mali", of which the first does.
        for (const std::size_t child : tree_.children(nominal)) {
            const std::string& relation = tree_.token(child).relation;
            const auto all = tree_.conjuncts(child);
            if (all.size() > 1 &&
                (relation == "amod" || relation == "compound" || relation == "nmod:poss" ||
                 (relation == "nmod" &&
                  (tree_.preposition(child) == "of" || tree_.preposition(child) == "from")))) {
                for (const std::size_t one : all) {
                    if (actor_at_[one] != kRoot) {
                        merge_all(into, {actor_at_[one], 1.0});
                    }
                }
            }
        }
        return;
    }
    const std::size_t before = into.size();
    add_owner(nominal, kDeepestOwner, 1.0, into);
    // "the M23, a group that fought Chad": the group is who it is put beside.
    const Token& word = tree_.token(nominal);
    if (into.size() == before && word.relation == "appos" && heads_actor(word.head)) {
        merge_all(into, {actor_at_[word.head], 1.0});
    }
}

/// "Russia's border", "the positions of Hezbollah's fighters": who owns what the nominal names.
/// "states such as Kenya", "the neighbour, Chad": who it names.
void Nominals::add_owner(std::size_t nominal, std::size_t depth, double certainty,
                         std::vector<Filler>& into) const
{
    std::vector<Filler> owners;
    const bool is_event = !lexicon_.nouns(tree_.token(nominal).lemma).empty();
    for (const std::size_t child : tree_.children(nominal)) {
        const std::string& relation = tree_.token(child).relation;
        const std::string preposition = relation == "nmod" ? tree_.preposition(child) : "";
        const bool names = is_naming(relation, preposition) ||
                           (preposition == "of" && is_share(tree_.token(nominal).lemma));
        // Of "the tour of Asia" Asia is no owner.
        const bool owns = language::is_relation(relation, "nmod:poss") || relation == "amod" ||
                          relation == "compound" || (preposition == "of" && !is_event) ||
                          ((preposition == "by" || preposition == "from") && is_event) ||
                          (is_edge(tree_.token(nominal).lemma) && parts_edge(preposition));
        if (!names && !owns) {
            continue;
        }
        const double share = names ? certainty : certainty * kOwner;
        for (const std::size_t conjunct : tree_.conjuncts(tree_.antecedent(child))) {
            if (heads_actor(conjunct)) {
                merge_all(names ? into : owners, {actor_at_[conjunct], share, !names});
            } else if (depth > 0) {
                add_owner(conjunct, depth - 1, share, names ? into : owners);
            }
        }
    }
    if (owners.empty() && depth > 0) {
        add_shared_owner(nominal, certainty * kOwner, owners);
    }
    merge(into, owners);
}

/// "Chad's president and minister": the owner of the first owns the others.
void Nominals::add_shared_owner(std::size_t nominal, double certainty,
                                std::vector<Filler>& into) const
{
    if (!language::is_relation(tree_.token(nominal).relation, "conj") ||
        !tree_.children(nominal, "det").empty()) {
        return;
    }
    const std::size_t first = tree_.token(nominal).head;
    if (heads_actor(first) && actors_[actor_at_[first]].first < first &&
        !actors_[actor_at_[first]].is_person) {
        merge(into, {actor_at_[first], certainty});
    } else if (first < nominal) {
        for (const std::size_t child : tree_.children(first)) {
            const std::string& relation = tree_.token(child).relation;
            if (child < first && (relation == "nmod:poss" || relation == "amod") &&
                heads_actor(child)) {
                merge(into, {actor_at_[child], certainty});
            }
        }
    }
}

void Nominals::add_within(std::size_t nominal, std::size_t depth, std::vector<Filler>& into) const
{
    if (actor_at_[nominal] != kRoot) {
        merge_all(into, {actor_at_[nominal], kOwner});
    }
    if (depth == 0) {
        return;
    }
    for (const std::size_t child : tree_.children(nominal)) {
        const std::string& relation = tree_.token(child).relation;
        if (tree_.token(child).upos == "VERB" && !owns(tree_.token(child).lemma)) {
            continue; // "the Chad-led mission" is not Chad's, "the Chad-owned mine" is
        }
        // "a camp near Chad's border" is not in Chad.
        const bool below = (language::is_relation(relation, "nmod") && !is_beside(child)) ||
                           relation == "conj" || relation == "compound" || relation == "amod" ||
                           relation == "appos";
        if (below) {
            add_within(child, depth - 1, into);
        }
    }
}

/// "near Chad", "outside Chad".
bool Nominals::is_beside(std::size_t nominal) const
{
    static constexpr std::string_view kBeside[] = {"near",   "outside", "beyond", "along",
                                                   "around", "off",     "past",   "close to"};
    return std::find(std::begin(kBeside), std::end(kBeside), tree_.preposition(nominal)) !=
           std::end(kBeside);
}

void Nominals::add_modifiers(std::size_t noun, std::size_t depth, std::vector<Filler>& into) const
{
    for (const std::size_t child : tree_.children(noun)) {
        const std::string& relation = tree_.token(child).relation;
        const bool modifies = relation == "nmod:poss" || relation == "amod" ||
                              relation == "compound" || relation == "nmod:desc";
        if (!modifies || tree_.token(child).upos == "VERB") {
            continue;
        }
        const std::size_t first = tree_.antecedent(child);
        for (const std::size_t conjunct : tree_.conjuncts(first)) {
            if (depth > 0 && conjunct == child) {
                add_modifiers(conjunct, depth - 1, into);
            }
            if (actor_at_[conjunct] != kRoot) {
                merge_all(into, {actor_at_[conjunct], 1.0});
            } else if (relation == "nmod:poss") {
                add_owner(conjunct, kDeepestOwner, 1.0, into);
            }
        }
    }
}

} // namespace entente::relations
