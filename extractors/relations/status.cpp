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
        // "is not at war", "came under pressure": what the preposition belongs to.
        bool phrase = false;
        while (tree_.token(predicate).relation == "case" && tree_.token(predicate).head != kRoot) {
            predicate = tree_.token(predicate).head;
            phrase = true;
        }
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
                if (lexicon_.alleges(governor.lemma) && word.xpos == "VBG") {
                    break; // "stopped short of accusing Chad of shelling": not so the shelling
                }
            } else if (is_purpose(at)) {
                aim(word.head);
            } else if (const std::size_t noun = noun_before(at); noun != kRoot) {
                apply(lexicon_.effect_of(tree_.token(noun).lemma), tree_.token(noun).lemma);
                apply_governor(word.head);
                modifiers(word.head);
            } else if (is_complement(at)) {
                apply_governor(word.head);
                modifiers(word.head);
            } else if (nominal && (at == predicate || is_plan(at))) {
                if (!is_setting(at) && !(is_owned(at) && is_refusal(governor.lemma))) {
                    apply_governor(word.head);
                }
                if (word.relation == "obj" || phrase) {
                    modifiers(word.head);
                }
            } else if (at == predicate && language::is_relation(word.relation, "nsubj") &&
                       lexicon_.is_occurrence(governor.lemma)) {
                occurs(word.head);
            } else if (language::is_relation(word.relation, "conj") || is_outcome(at)) {
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
            if (relation != "obj" && relation != "nsubj:pass" && !is_circumstance(child)) {
                continue;
            }
            for (const std::size_t determiner : tree_.children(child, "det")) {
                apply(lexicon_.effect_of(tree_.token(determiner).lemma),
                      tree_.token(determiner).lemma);
            }
        }
    }

    /// "the talks will resume", "the visit is due to begin"
    void occurs(std::size_t head)
    {
        modifiers(head);
        apply_governor(head);
        for (const std::size_t clause : tree_.children(head, "xcomp")) {
            const Token& word = tree_.token(clause);
            if (word.xpos == "VB" && lexicon_.is_occurrence(word.lemma)) {
                apply(Factuality::planned, word.lemma);
            }
        }
    }

    /// "abandoned its plan to leave": what is done with a plan is done with what is planned.
    [[nodiscard]] bool is_plan(std::size_t noun) const
    {
        const Token& word = tree_.token(noun);
        return word.upos == "NOUN" && word.relation == "obj" &&
               lexicon_.effect_of(word.lemma) != Factuality::actual;
    }

    /// "blocked roads in a revolt": a phrase that tells where or when.
    [[nodiscard]] bool is_setting(std::size_t nominal) const
    {
        if (tree_.token(nominal).relation != "obl") {
            return false;
        }
        const std::string by = tree_.preposition(nominal);
        return by == "in" || by == "during" || by == "after" || by == "before" || by == "amid" ||
               by == "despite" || by == "since" || by == "over" || by == "because of";
    }

    /// "rejected EU sanctions", which stand all the same.
    [[nodiscard]] bool is_owned(std::size_t noun) const
    {
        const auto& children = tree_.children(noun);
        return std::any_of(children.begin(), children.end(), [&](std::size_t child) {
            const Token& word = tree_.token(child);
            return language::is_relation(word.relation, "nmod:poss") ||
                   ((word.relation == "amod" || word.relation == "compound") &&
                    text::fold(word.form) != word.form);
        });
    }

    [[nodiscard]] bool is_refusal(const std::string& lemma) const
    {
        return lexicon_.effect_of(lemma) == Factuality::negated;
    }

    /// "said it would leave": the future of what was said, unless it hangs on a condition.
    [[nodiscard]] bool is_told_before(std::size_t i) const
    {
        const Token& word = tree_.token(i);
        if (!language::is_relation(word.relation, "ccomp") || word.head == kRoot) {
            return false;
        }
        const Token& verb = tree_.token(word.head);
        const bool past = verb.xpos == "VBD" || verb.xpos == "VBN";
        const auto clauses = tree_.children(i, "advcl");
        return past && lexicon_.reports(verb.lemma) &&
               std::none_of(clauses.begin(), clauses.end(), [&](std::size_t clause) {
                   const auto marks = tree_.children(clause, "mark");
                   return std::any_of(marks.begin(), marks.end(), [&](std::size_t mark) {
                       const std::string form = text::fold(tree_.token(mark).form);
                       return form == "if" || form == "unless";
                   });
               });
    }

    /// "under no circumstances", "in no way", "at no point", "on no account"
    [[nodiscard]] bool is_circumstance(std::size_t nominal) const
    {
        const std::string& lemma = tree_.token(nominal).lemma;
        return tree_.token(nominal).relation == "obl" &&
               (lemma == "circumstance" || lemma == "condition" || lemma == "way" ||
                lemma == "point" || lemma == "account" || lemma == "case" || lemma == "event");
    }

    /// "could leave, ending its alliance": a participle tells what comes of it.
    [[nodiscard]] bool is_outcome(std::size_t at) const
    {
        const Token& word = tree_.token(at);
        return language::is_relation(word.relation, "advcl") && word.xpos == "VBG" && at > 0 &&
               at > word.head && tree_.token(at - 1).form == "," &&
               !lexicon_.reports(tree_.token(word.head).lemma);
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
            const std::string pair = tree_.phrases_to(child, 2).back(); // "no longer"
            apply(lexicon_.effect_of(pair), pair);
            std::string words = word.lemma; // "instead of"
            for (const std::size_t part : tree_.children(child, "fixed")) {
                words += ' ' + text::fold(tree_.token(part).form);
            }
            const bool shifted = words == "would" && is_told_before(i);
            apply(shifted ? Factuality::planned : lexicon_.effect_of(words), words);
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

    /// Of a governing verb with its particle, or of the verb alone: "ruled out sending".
    void apply_governor(std::size_t head)
    {
        const std::string& lemma = tree_.token(head).lemma;
        for (const std::size_t particle : tree_.children(head, "compound:prt")) {
            const std::string phrase = lemma + ' ' + text::fold(tree_.token(particle).form);
            apply(lexicon_.effect_of(phrase), phrase);
        }
        apply(lexicon_.effect_of(lemma), lemma);
    }

    void govern(std::size_t at, std::size_t head, const Token& governor)
    {
        if (language::is_relation(tree_.token(at).relation, "ccomp") &&
            !lexicon_.reports(governor.lemma)) {
            apply_governor(head);
            return;
        }
        if (!lexicon_.reports(governor.lemma)) {
            apply_governor(head);
            purpose(at, head);
            modifiers(head);
        } else if (tree_.token(at).xpos == "VBG") { // "is considering attacking"
            apply_governor(head);
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
            if (std::find(marks.begin(), marks.end(), object + 1) != marks.end() &&
                joins_gerund(text::fold(tree_.token(object + 1).form))) {
                return object;
            }
        }
        return kRoot;
    }

    /// "interest in buying", not "a warhead since meeting".
    [[nodiscard]] static bool joins_gerund(std::string_view mark)
    {
        return mark == "in" || mark == "of" || mark == "for" || mark == "at" || mark == "on" ||
               mark == "from" || mark == "to" || mark == "about" || mark == "against";
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
        return std::any_of(marks.begin(), marks.end(),
                           [&](std::size_t mark) {
                               const std::string form = text::fold(tree_.token(mark).form);
                               if (form != "of" || mark <= word.head) {
                                   return form == "from";
                               }
                               return mark == word.head + 1 ||
                                      tree_.token(mark - 1).head == word.head;
                           }) ||
               is_after_particle(at);
    }

    /// "ruled out sending"
    [[nodiscard]] bool is_after_particle(std::size_t at) const
    {
        const auto particles = tree_.children(tree_.token(at).head, "compound:prt");
        return !particles.empty() && particles.front() + 1 == at;
    }

    void aim(std::size_t head)
    {
        if (is_ranked(head)) { // "was the first to leave"
            modifiers(head);
            return;
        }
        apply(Factuality::planned, "to");
        apply_governor(head);
        for (const std::size_t object : tree_.objects(head)) {
            apply(lexicon_.effect_of(tree_.token(object).lemma), tree_.token(object).lemma);
        }
        modifiers(head);
    }

    /// "the first to leave", "the only country to join"
    [[nodiscard]] bool is_ranked(std::size_t noun) const
    {
        const auto is_rank = [](const Token& word) {
            return word.lemma == "first" || word.lemma == "last" || word.lemma == "only" ||
                   word.lemma == "latest" || word.lemma == "second" || word.lemma == "third";
        };
        const auto& children = tree_.children(noun);
        return is_rank(tree_.token(noun)) ||
               std::any_of(children.begin(), children.end(),
                           [&](std::size_t one) { return is_rank(tree_.token(one)); });
    }

    /// An infinitive of purpose is not yet done: "is on a visit to strengthen ties".
    void purpose(std::size_t at, std::size_t head)
    {
        bool infinitive = false;
        for (const std::size_t child : tree_.children(at, "mark")) {
            infinitive = infinitive || tree_.token(child).form == "to";
        }
        // "managed to leave", "is known to have left", "the first to leave"
        const auto auxiliaries = tree_.children(at, "aux");
        const bool perfect =
            std::any_of(auxiliaries.begin(), auxiliaries.end(),
                        [&](std::size_t word) { return tree_.token(word).lemma == "have"; });
        const bool done =
            perfect || lexicon_.keeps_actual(tree_.token(head).lemma) || is_ranked(head);
        if (infinitive && !done) {
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
