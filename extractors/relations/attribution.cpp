// SPDX-License-Identifier: Apache-2.0
#include "extractors/relations/attribution.hpp"

#include <algorithm>

namespace entente::relations {

namespace {

using language::is_relation;
using language::kRoot;
using language::Token;

constexpr std::size_t kDeepest = 8;

class Reader {
public:
    Reader(const language::Tree& tree, const Lexicon& lexicon)
        : tree_{tree}
        , lexicon_{lexicon}
    {}

    Attribution read(std::size_t predicate)
    {
        std::size_t at = predicate;
        for (std::size_t hops = 0; hops < kDeepest; ++hops) {
            dependents(at);
            const Token& word = tree_.token(at);
            if (word.head == kRoot) {
                break;
            }
            const std::string& governor = tree_.token(word.head).lemma;
            const bool clause = is_relation(word.relation, "ccomp") ||
                                is_relation(word.relation, "xcomp") || word.relation == "acl";
            const bool gerund = is_relation(word.relation, "advcl") && word.xpos == "VBG";
            if (at < word.head && !tree_.children(word.head, "cc").empty()) {
                break; // "Chad attacked Niger, and officials said nothing", mistaken for speech
            }
            if (is_relation(word.relation, "ccomp") && lexicon_.reports(governor)) {
                says(speaker_of(word.head), lexicon_.alleges(governor));
            } else if (is_relation(word.relation, "xcomp") && lexicon_.reports(governor) &&
                       tree_.is_passive(word.head)) {
                says(speaker_of(word.head), true); // "is said to have attacked"
            } else if ((clause || gerund) && lexicon_.alleges(governor)) {
                says(speaker_of(word.head), true); // "accused Chad of attacking"
            } else if (!clause && !gerund && !is_relation(word.relation, "conj") &&
                       !is_relation(word.relation, "obj")) {
                break;
            }
            at = word.head;
        }
        return result_;
    }

private:
    void says(std::size_t speaker, bool doubted)
    {
        result_.alleged = result_.alleged || doubted;
        result_.speaker = result_.speaker == kRoot ? speaker : result_.speaker;
    }

    /// "allegedly", "according to Kyiv", "…, Kyiv says, …".
    void dependents(std::size_t at)
    {
        for (const std::size_t child : tree_.children(at)) {
            const Token& word = tree_.token(child);
            if (word.relation == "advmod" || word.relation == "amod") {
                result_.alleged = result_.alleged || lexicon_.alleges(word.lemma);
            } else if (is_relation(word.relation, "obl") || word.relation == "nmod") {
                if (tree_.preposition(child) == "according to") {
                    says(child, false);
                }
            } else if (is_relation(word.relation, "parataxis") && lexicon_.reports(word.lemma) &&
                       tree_.children(child, "ccomp").empty() &&
                       tree_.children(child, "obj").empty()) {
                says(speaker_of(child), lexicon_.alleges(word.lemma));
            }
        }
    }

    /// The subject of a verb, the agent of a passive, the owner of an accusation.
    [[nodiscard]] std::size_t speaker_of(std::size_t word) const
    {
        const bool verb = tree_.token(word).upos == "VERB" || tree_.token(word).upos == "AUX";
        if (verb && !tree_.is_passive(word)) {
            return tree_.subject(word);
        }
        for (const std::size_t child : tree_.children(word)) {
            const bool owner = !verb && is_relation(tree_.token(child).relation, "nmod:poss");
            if (owner || tree_.preposition(child) == "by") {
                return child;
            }
        }
        return kRoot;
    }

    const language::Tree& tree_;
    const Lexicon& lexicon_;
    Attribution result_;
};

} // namespace

Attribution read_attribution(const language::Tree& tree, std::size_t predicate,
                             const Lexicon& lexicon)
{
    return Reader{tree, lexicon}.read(predicate);
}

SpeakerName speaker_name(const language::Tree& tree, std::size_t speaker)
{
    SpeakerName name{speaker, speaker + 1};
    for (const std::size_t child : tree.children(speaker)) {
        const std::string& relation = tree.token(child).relation;
        const bool before = relation == "amod" || relation == "compound" ||
                            relation == "nmod:desc" || relation == "nummod" ||
                            relation == "nmod:poss";
        const bool behind = relation == "flat" || (relation == "nmod" && child > speaker &&
                                                   tree.preposition(child) == "of");
        if ((before && child < speaker) || (behind && child > speaker)) {
            const SpeakerName part = speaker_name(tree, child);
            name.first = std::min(name.first, part.first);
            name.last = std::max(name.last, part.last);
        }
    }
    return name;
}

} // namespace entente::relations
