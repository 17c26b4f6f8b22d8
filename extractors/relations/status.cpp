// SPDX-License-Identifier: Apache-2.0
#include "extractors/relations/status.hpp"

#include "core/text.hpp"

#include <algorithm>

namespace entente::relations {

namespace {

using language::kRoot;
using language::Token;

constexpr std::size_t kDeepest = 8;

int strength(Factuality status)
{
    switch (status) {
    case Factuality::actual:
        return 0;
    case Factuality::planned:
        return 1;
    case Factuality::hypothetical:
        return 2;
    case Factuality::negated:
        return 3;
    }
    return 0;
}

class Reader {
public:
    Reader(const language::Tree& tree, const Lexicon& lexicon)
        : tree_{tree}
        , lexicon_{lexicon}
    {}

    FactualityReading read(std::size_t predicate)
    {
        modifiers(predicate);
        nobody(predicate);
        std::size_t at = predicate;
        for (std::size_t hops = 0; hops < kDeepest; ++hops) {
            const Token& word = tree_.token(at);
            if (word.head == kRoot) {
                break;
            }
            const Token& governor = tree_.token(word.head);
            const bool clause = language::is_relation(word.relation, "xcomp") ||
                                language::is_relation(word.relation, "ccomp") ||
                                word.relation == "acl";
            // "Talks failed" were held; "talks were cancelled" were not.
            const bool nominal = word.relation == "obj" || word.relation == "nmod" ||
                                 word.relation == "obl" || word.relation == "nsubj:pass";
            if (clause) {
                govern(at, word.head, governor);
            } else if (is_purpose(at)) {
                aim(word.head, governor);
            } else if (const std::size_t noun = noun_before(at); noun != kRoot) {
                apply(lexicon_.effect_of(tree_.token(noun).lemma), tree_.token(noun).lemma);
                apply(lexicon_.effect_of(governor.lemma), governor.lemma);
                modifiers(word.head);
            } else if (is_complement(at)) {
                apply(lexicon_.effect_of(governor.lemma), governor.lemma);
                modifiers(word.head);
            } else if (nominal && at == predicate) {
                apply(lexicon_.effect_of(governor.lemma), governor.lemma);
                if (word.relation == "obj") {
                    modifiers(word.head);
                }
            } else if (language::is_relation(word.relation, "conj")) {
                auxiliaries(word.head);
            } else {
                break;
            }
            at = word.head;
        }
        return result_;
    }

private:
    void apply(Factuality status, const std::string& because)
    {
        if (strength(status) > strength(result_.status)) {
            result_.status = status;
            result_.reason = because;
        }
    }

    /// "signed no agreement", "no agreement was signed".
    void nobody(std::size_t predicate)
    {
        for (const std::size_t child : tree_.children(predicate)) {
            const std::string& relation = tree_.token(child).relation;
            if (relation != "obj" && relation != "nsubj:pass") {
                continue;
            }
            for (const std::size_t determiner : tree_.children(child, "det")) {
                apply(lexicon_.effect_of(tree_.token(determiner).lemma),
                      tree_.token(determiner).lemma);
            }
        }
    }

    /// Auxiliaries, negation, adverbs, adjectives and the subordinator of one word.
    void modifiers(std::size_t i)
    {
        for (const std::size_t child : tree_.children(i)) {
            const Token& word = tree_.token(child);
            const bool looks = language::is_relation(word.relation, "aux") ||
                               word.relation == "advmod" || word.relation == "amod" ||
                               word.relation == "det" || word.relation == "mark" ||
                               word.relation == "cop";
            if (!looks) {
                continue;
            }
            std::string words = word.lemma; // "instead of"
            for (const std::size_t part : tree_.children(child, "fixed")) {
                words += ' ' + text::fold(tree_.token(part).form);
            }
            apply(lexicon_.effect_of(words), words);
        }
        infinitive_of_plan(i);
    }

    /// "Prime Minister to meet …" and "is to visit": an infinitive without a governing verb.
    void infinitive_of_plan(std::size_t i)
    {
        const Token& word = tree_.token(i);
        bool marked = false;
        for (const std::size_t child : tree_.children(i, "mark")) {
            marked = marked || tree_.token(child).form == "to";
        }
        if (marked && (word.relation == "root" || language::is_relation(word.relation, "conj"))) {
            apply(Factuality::planned, "to");
        }
    }

    void auxiliaries(std::size_t i)
    {
        for (const std::size_t child : tree_.children(i)) {
            if (language::is_relation(tree_.token(child).relation, "aux")) {
                apply(lexicon_.effect_of(tree_.token(child).lemma), tree_.token(child).lemma);
            }
        }
    }

    void govern(std::size_t at, std::size_t head, const Token& governor)
    {
        if (language::is_relation(tree_.token(at).relation, "ccomp") &&
            !lexicon_.reports(governor.lemma)) {
            apply(lexicon_.effect_of(governor.lemma), governor.lemma);
            return;
        }
        if (!lexicon_.reports(governor.lemma)) {
            apply(lexicon_.effect_of(governor.lemma), governor.lemma);
            purpose(at, governor);
            modifiers(head);
        } else if (tree_.token(at).xpos == "VBG") { // "is considering attacking"
            apply(lexicon_.effect_of(governor.lemma), governor.lemma);
        }
    }

    /// "met to discuss", "made efforts to attack", "signed a deal to build": an adjunct by UD.
    [[nodiscard]] bool is_purpose(std::size_t at) const
    {
        const Token& word = tree_.token(at);
        const auto marks = tree_.children(at, "mark");
        return language::is_relation(word.relation, "advcl") && word.xpos == "VB" &&
               std::any_of(marks.begin(), marks.end(), [&](std::size_t mark) {
                   return text::fold(tree_.token(mark).form) == "to";
               });
    }

    /// "showed interest in buying", "has no plans of attacking": the object that a gerund belongs
    /// to though trees hang it from the verb. kRoot where there is none.
    [[nodiscard]] std::size_t noun_before(std::size_t at) const
    {
        const Token& word = tree_.token(at);
        if (!language::is_relation(word.relation, "advcl") || word.xpos != "VBG") {
            return kRoot;
        }
        const auto marks = tree_.children(at, "mark");
        for (const std::size_t object : tree_.objects(word.head)) {
            if (std::find(marks.begin(), marks.end(), object + 1) != marks.end()) {
                return object;
            }
        }
        return kRoot;
    }

    /// "refrained from attacking", "stopped Chad from buying", "thought of leaving": a gerund that
    /// the verb asks for, not one that tells how or when.
    [[nodiscard]] bool is_complement(std::size_t at) const
    {
        const Token& word = tree_.token(at);
        if (!language::is_relation(word.relation, "advcl") || word.xpos != "VBG") {
            return false;
        }
        const auto marks = tree_.children(at, "mark");
        return std::any_of(marks.begin(), marks.end(), [&](std::size_t mark) {
            const std::string form = text::fold(tree_.token(mark).form);
            if (form != "of" || mark <= word.head) {
                return form == "from";
            }
            return mark == word.head + 1 || tree_.token(mark - 1).head == word.head;
        });
    }

    void aim(std::size_t head, const Token& governor)
    {
        apply(Factuality::planned, "to");
        apply(lexicon_.effect_of(governor.lemma), governor.lemma);
        for (const std::size_t object : tree_.objects(head)) {
            apply(lexicon_.effect_of(tree_.token(object).lemma), tree_.token(object).lemma);
        }
        modifiers(head);
    }

    /// An infinitive of purpose is not yet done: "is on a visit to strengthen ties".
    void purpose(std::size_t at, const Token& governor)
    {
        bool infinitive = false;
        for (const std::size_t child : tree_.children(at, "mark")) {
            infinitive = infinitive || tree_.token(child).form == "to";
        }
        const bool completed = governor.lemma == "begin" || governor.lemma == "start" ||
                               governor.lemma == "continue" || governor.lemma == "manage";
        if (infinitive && !completed) {
            apply(Factuality::planned, "to");
        }
    }

    const language::Tree& tree_;
    const Lexicon& lexicon_;
    FactualityReading result_;
};

} // namespace

FactualityReading read_factuality(const language::Tree& tree, std::size_t predicate,
                                  const Lexicon& lexicon)
{
    return Reader{tree, lexicon}.read(predicate);
}

} // namespace entente::relations
