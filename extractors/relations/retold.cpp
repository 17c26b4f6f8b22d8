// SPDX-License-Identifier: Apache-2.0
#include "extractors/relations/retold.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace entente::relations {

namespace {

using language::kRoot;
using language::Token;

constexpr std::size_t kDeepestContent = 6; ///< words from a speech act down to what is said

bool is_clause(const Token& word)
{
    return word.relation == "xcomp" || word.relation == "ccomp" || word.relation == "acl" ||
           (word.relation == "advcl" && word.xpos == "VB");
}

} // namespace

void Retold::append(const Candidate& candidate)
{
    by_predicate_[candidate.predicate].push_back(candidates_.size());
    candidates_.push_back(candidate);
}

void Retold::add(const std::vector<Candidate>& candidates)
{
    for (const Candidate& candidate : candidates) {
        append(candidate);
    }
}

void Retold::add_of_noun(std::size_t noun, const std::vector<Candidate>& candidates)
{
    const auto verb = held_by_.find(noun);
    if (verb == held_by_.end()) {
        add(candidates);
        return;
    }
    std::vector<Pair> told;
    for (const std::size_t i : of_predicate(verb->second)) {
        if (candidates_[i].frame->category == "CONCEDE") {
            return; // "lifted its ban on": there is none any more
        }
        told.push_back(principals(candidates_[i]));
    }
    for (const Candidate& candidate : candidates) {
        if (std::find(told.begin(), told.end(), principals(candidate)) == told.end()) {
            append(candidate);
        }
    }
}

std::vector<Candidate> Retold::without_content() const
{
    std::vector<Candidate> kept;
    std::copy_if(candidates_.begin(), candidates_.end(), std::back_inserter(kept),
                 [&](const Candidate& candidate) { return !is_content(candidate); });
    return kept;
}

/// Whether a predicate that governs the candidate's, a few words up, is the act of saying it.
bool Retold::is_content(const Candidate& candidate) const
{
    std::size_t at = candidate.predicate;
    for (std::size_t hops = 0; hops < kDeepestContent && at != kRoot; ++hops) {
        const Token& word = tree_.token(at);
        if (is_clause(word)) {
            // "expressed its readiness to cooperate": the verb has taken the noun.
            const auto holder = held_by_.find(word.head);
            for (const std::size_t governor :
                 {word.head, holder == held_by_.end() ? word.head : holder->second}) {
                const auto& acts = of_predicate(governor);
                if (std::any_of(acts.begin(), acts.end(), [&](std::size_t act) {
                        return says(candidates_[act], candidate);
                    })) {
                    return true;
                }
            }
        }
        at = word.head;
    }
    return false;
}

/// Whether what stands in a clause of the act is no relation of its own: never where the act asks
/// for it, and not between the same two where it promises, refuses or threatens it.
bool Retold::says(const Candidate& act, const Candidate& content) const
{
    const std::string& category = act.frame->category;
    if (category == "REQUEST") {
        return true;
    }
    const bool promise = category == "AGREE" || category == "REJECT" || category == "THREATEN";
    return promise && act.predicate < content.predicate && principals(act) == principals(content);
}

const std::vector<std::size_t>& Retold::of_predicate(std::size_t predicate) const
{
    static const std::vector<std::size_t> kNone;
    const auto found = by_predicate_.find(predicate);
    return found == by_predicate_.end() ? kNone : found->second;
}

/// Both sides in a fixed order, without their sectors.
Retold::Pair Retold::principals(const Candidate& candidate) const
{
    const std::string_view one = actors_[candidate.source].actor.code.principal();
    const std::string_view two = actors_[candidate.target].actor.code.principal();
    return one < two ? Pair{one, two} : Pair{two, one};
}

} // namespace entente::relations
