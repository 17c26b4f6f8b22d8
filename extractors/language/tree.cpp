// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/tree.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <initializer_list>

namespace entente::language {

namespace {

// Verbs and prepositions of control stand in code and not in datasets/lexicon: they are grammar
// that is needed to answer for any tree, and this layer knows no lexicon.

/// Verbs whose subject does what the infinitive says, though they have an object: "promised Iran
/// to stop". With all others the object does it: "urged Iran to stop".
constexpr std::string_view kSubjectControl[] = {"commit",  "guarantee", "offer",    "pledge",
                                                "promise", "swear",     "threaten", "vow"};

/// Verbs whose object does what an infinitive says, complement or not: "left Iran to talk".
constexpr std::string_view kObjectControl[] = {
    "advise",  "allow",     "ask",    "beg",    "call",     "cause", "compel",   "demand",
    "enable",  "encourage", "expect", "force",  "get",      "help",  "instruct", "invite",
    "lead",    "leave",     "order",  "permit", "persuade", "press", "pressure", "push",
    "request", "require",   "tell",   "urge",   "want",     "warn"};

/// Prepositions by which a verb names whom it asks: "called on Iran to stop".
constexpr std::string_view kAddressed[] = {"on", "upon", "to", "for", "with"};

constexpr std::size_t kDeepest = 12;

} // namespace

bool is_relation(std::string_view label, std::string_view wanted) noexcept
{
    return label.substr(0, wanted.size()) == wanted &&
           (label.size() == wanted.size() || label[wanted.size()] == ':');
}

Tree::Tree(const Analysis& analysis)
    : analysis_{&analysis}
    , children_(analysis.tokens.size())
    , sentence_of_(analysis.tokens.size())
{
    for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
        if (analysis.tokens[i].head != kRoot) {
            children_[analysis.tokens[i].head].push_back(i);
        }
    }
    for (std::size_t s = 0; s < analysis.sentences.size(); ++s) {
        for (std::size_t i = analysis.sentences[s].first; i < analysis.sentences[s].last; ++i) {
            sentence_of_[i] = s;
        }
    }
}

std::vector<std::size_t> Tree::children(std::size_t i, std::string_view relation) const
{
    std::vector<std::size_t> found;
    for (const std::size_t child : children_[i]) {
        if (is_relation(token(child).relation, relation)) {
            found.push_back(child);
        }
    }
    return found;
}

bool Tree::has_child(std::size_t i, std::string_view relation) const
{
    return std::any_of(children_[i].begin(), children_[i].end(), [&](std::size_t child) {
        return is_relation(token(child).relation, relation);
    });
}

std::vector<std::size_t> Tree::conjuncts(std::size_t i) const
{
    std::vector<std::size_t> all{i};
    for (std::size_t k = 0; k < all.size(); ++k) {
        for (const std::size_t child : children_[all[k]]) {
            const std::string& relation = token(child).relation;
            const bool joined = is_relation(relation, "conj") &&
                                (token(child).upos != "VERB" || token(i).upos == "VERB");
            if (joined || (is_relation(relation, "nmod") && is_companion(child))) {
                all.push_back(child);
            }
            // "Chad, together with Niger," where the adverb holds the phrase
            if (relation == "advmod" &&
                (token(child).lemma == "together" || token(child).lemma == "along")) {
                for (const std::size_t phrase : children_[child]) {
                    if (preposition(phrase) == "with") {
                        all.push_back(phrase);
                    }
                }
            }
        }
    }
    return all;
}

bool Tree::is_companion(std::size_t nominal) const
{
    if (preposition(nominal) == "alongside") {
        return true;
    }
    bool with = false;
    bool along = false;
    for (const std::size_t child : children_[nominal]) {
        const std::string form = text::fold(token(child).form);
        with = with || form == "with";
        along = along || form == "along" || form == "together";
    }
    return along && with;
}

std::string Tree::preposition(std::size_t i) const
{
    for (std::size_t hops = 0; hops < kDeepest; ++hops) {
        const std::vector<std::size_t> marks = children(i, "case");
        for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
            if (token(*mark).xpos == "POS") {
                continue;
            }
            std::string words = text::fold(token(*mark).form);
            for (const std::size_t part : children(*mark, "fixed")) {
                words += ' ' + text::fold(token(part).form);
            }
            return words;
        }
        if (!is_relation(token(i).relation, "conj") || token(i).head == kRoot) {
            break;
        }
        i = token(i).head;
    }
    return {};
}

std::vector<std::string> Tree::phrases_to(std::size_t i, std::size_t most) const
{
    std::vector<std::string> phrases{text::fold(token(i).lemma)};
    for (std::size_t at = i; phrases.size() < most && at > 0; --at) {
        if (sentence_of(at - 1) != sentence_of(i)) {
            break;
        }
        phrases.push_back(text::fold(token(at - 1).lemma) + ' ' + phrases.back());
    }
    return phrases;
}

bool Tree::is_passive(std::size_t verb) const
{
    for (std::size_t hops = 0; hops < kDeepest; ++hops) {
        const Token& word = token(verb);
        // "China mediated": no past tense is a passive.
        const bool past = word.xpos == "VBD" || word.xpos == "VBZ" || word.xpos == "VBP";
        if (has_child(verb, "aux:pass") || (has_child(verb, "nsubj:pass") && !past)) {
            return true;
        }
        const bool participle =
            word.xpos == "VBN" || (word.upos == "ADJ" && word.relation == "amod");
        if (!participle || has_child(verb, "aux") || has_child(verb, "nsubj")) {
            return false;
        }
        if (is_relation(word.relation, "conj") && word.head != kRoot) {
            // "was attacked and destroyed"; the auxiliary stands with the first.
            verb = word.head;
            continue;
        }
        const bool reduced = is_relation(word.relation, "acl") || word.relation == "amod" ||
                             is_relation(word.relation, "advcl") || word.relation == "xcomp";
        return reduced && !has_child(verb, "cop");
    }
    return false;
}

std::size_t Tree::antecedent(std::size_t i) const
{
    const Token& word = token(i);
    const bool relative =
        word.xpos == "WP" || word.xpos == "WDT" || word.xpos == "WP$" ||
        (word.upos == "PRON" && text::fold(word.form) == "that" && word.xpos != "DT");
    if (!relative) {
        return i;
    }
    std::size_t at = i;
    for (std::size_t hops = 0; hops < kDeepest && token(at).head != kRoot; ++hops) {
        if (token(at).relation == "acl:relcl") {
            return token(at).head;
        }
        at = token(at).head;
    }
    // "Chad, whose troops left", "Chad, with whom": the noun before, whatever the clause hangs
    // from.
    if (word.xpos == "WP$" || has_child(i, "case")) {
        const std::size_t first = analysis_->sentences[sentence_of(i)].first;
        for (std::size_t k = i; k-- > first;) {
            if (token(k).upos == "NOUN" || token(k).upos == "PROPN") {
                return k;
            }
            if (token(k).upos != "PUNCT" && token(k).upos != "ADP") {
                break;
            }
        }
    }
    return i;
}

std::size_t Tree::own_subject(std::size_t verb) const
{
    std::size_t outer = kRoot;
    for (const std::size_t child : children(verb, "nsubj")) {
        if (token(child).relation != "nsubj:outer") {
            return antecedent(child);
        }
        outer = antecedent(child);
    }
    if (outer == kRoot) {
        return mistaken_subject(verb);
    }
    // "Kenya is to host the talks"
    return outer != kRoot && token(verb).xpos == "VB" && has_child(verb, "cop") ? outer : kRoot;
}

/// "as the US adviser, John Bolton, visited Ankara": what stands right before a finite verb without
/// a subject is one, though the tree takes "as" for its preposition.
std::size_t Tree::mistaken_subject(std::size_t verb) const
{
    constexpr std::string_view kSubordinators[] = {"as",    "after", "before", "while",
                                                   "since", "until", "once",   "when"};
    const std::string& tag = token(verb).xpos;
    const bool finite = tag == "VBD" || tag == "VBZ" || tag == "VBP";
    if (!finite || verb == 0 || is_passive(verb)) {
        return kRoot;
    }
    std::size_t before = verb - 1;
    for (std::size_t hops = 0; hops < kDeepest && before > 0 && token(before).form == ","; ++hops) {
        --before;
    }
    std::size_t nominal = before;
    for (std::size_t hops = 0; hops < kDeepest; ++hops) {
        const Token& word = token(nominal);
        if (word.head == kRoot || sentence_of(nominal) != sentence_of(verb)) {
            return kRoot;
        }
        if (is_relation(word.relation, "obl") || is_relation(word.relation, "obj")) {
            const std::string by = preposition(nominal);
            return nominal < verb && std::find(std::begin(kSubordinators), std::end(kSubordinators),
                                               by) != std::end(kSubordinators)
                       ? nominal
                       : kRoot;
        }
        if (word.upos == "VERB") {
            return kRoot;
        }
        nominal = word.head;
    }
    return kRoot;
}

std::size_t Tree::subject(std::size_t verb) const
{
    for (std::size_t hops = 0; hops < kDeepest; ++hops) {
        if (const std::size_t own = own_subject(verb); own != kRoot) {
            return own;
        }
        const Token& word = token(verb);
        if (word.head == kRoot) {
            return kRoot;
        }
        // "forces backing it", "US-backed forces", "efforts to stop it", "stopping it was an aim".
        if (const std::size_t accused = charged(verb); accused != kRoot) {
            return accused;
        }
        const bool modifies = is_relation(word.relation, "acl") || word.relation == "amod" ||
                              is_relation(word.relation, "csubj");
        if (modifies) {
            return word.head;
        }
        const bool inherits = is_relation(word.relation, "conj") ||
                              is_relation(word.relation, "xcomp") ||
                              is_relation(word.relation, "advcl") ||
                              is_relation(word.relation, "ccomp") || word.relation == "parataxis";
        if (!inherits) {
            return kRoot;
        }
        if (const std::size_t other = controller(verb); other != kRoot) {
            return other;
        }
        verb = word.head;
    }
    return kRoot;
}

/// "Chad was accused by Mali of arming rebels": the gerund is the accused one's, though trees hang
/// it from the accuser. kRoot where it is none of that kind.
std::size_t Tree::charged(std::size_t gerund) const
{
    const Token& word = token(gerund);
    if (word.relation != "acl" || word.xpos != "VBG" || word.head == kRoot) {
        return kRoot;
    }
    const auto marks = children(gerund, "mark");
    const bool by_agent =
        token(word.head).relation == "obl:agent" && token(word.head).head != kRoot;
    if (!by_agent || marks.empty() || text::fold(token(marks.front()).form) != "of") {
        return kRoot;
    }
    return own_subject(token(word.head).head);
}

std::vector<std::size_t> Tree::infinitives(std::size_t verb) const
{
    std::vector<std::size_t> found = children(verb, "xcomp");
    if (!found.empty()) {
        return found;
    }
    for (const std::size_t clause : children(verb, "advcl")) {
        const auto marks = children(clause, "mark");
        const bool infinitive = token(clause).xpos == "VB" && clause > verb && !marks.empty() &&
                                text::fold(token(marks.front()).form) == "to";
        // A comma or "in order" parts a purpose from what is agreed to.
        if (infinitive && marks.size() == 1 && token(marks.front() - 1).form != ",") {
            found.push_back(clause);
        }
    }
    return found;
}

std::vector<std::size_t> Tree::content_clauses(std::size_t verb) const
{
    std::vector<std::size_t> found = infinitives(verb);
    const auto clauses = children(verb, "ccomp");
    found.insert(found.end(), clauses.begin(), clauses.end());
    return found;
}

std::size_t Tree::changed_subject(std::size_t verb) const
{
    if (is_passive(verb) || token(verb).upos != "VERB" || !objects(verb).empty()) {
        return kRoot;
    }
    const std::size_t subject = own_subject(verb);
    return subject != kRoot && token(subject).upos == "NOUN" ? subject : kRoot;
}

/// Who of the governing clause, other than its subject, does what the clause says. "Urged Chad to
/// stop", "called on Chad to stop", "accused Chad of shelling it", "stopped Chad from leaving",
/// "thanked Chad for helping". After other words ("before leaving") the subject does: kRoot.
std::size_t Tree::controller(std::size_t clause) const
{
    const Token& word = token(clause);
    const Token& governor = token(word.head);
    const bool by_subject = std::find(std::begin(kSubjectControl), std::end(kSubjectControl),
                                      governor.lemma) != std::end(kSubjectControl);
    if (by_subject || is_passive(word.head)) {
        return kRoot;
    }
    const std::vector<std::size_t> objects = children(word.head, "obj");
    const std::vector<std::size_t> receivers = children(word.head, "iobj");
    if (is_relation(word.relation, "xcomp")) {
        if (!receivers.empty()) {
            return receivers.front();
        }
        if (!objects.empty()) {
            return objects.front();
        }
    }
    const auto has_mark = [&](std::initializer_list<std::string_view> wanted) {
        const auto marks = children(clause, "mark");
        return std::any_of(marks.begin(), marks.end(), [&](std::size_t mark) {
            return std::find(wanted.begin(), wanted.end(), token(mark).form) != wanted.end();
        });
    };
    const bool adverbial = is_relation(word.relation, "advcl");
    if (adverbial && word.xpos == "VBG" && !objects.empty() &&
        has_mark({"of", "from", "for", "into"})) {
        return objects.front();
    }
    const bool infinitive = word.xpos == "VB" && has_mark({"to"});
    // An adjunct by its label, though the object does it all the same.
    const bool of_object = std::find(std::begin(kObjectControl), std::end(kObjectControl),
                                     governor.lemma) != std::end(kObjectControl);
    if (infinitive && of_object && !objects.empty() && objects.front() < clause) {
        return objects.front();
    }
    const bool asks = governor.lemma == "call" || governor.lemma == "appeal" ||
                      governor.lemma == "plead" || governor.lemma == "rely" ||
                      governor.lemma == "wait";
    if (infinitive && asks) {
        for (const std::size_t phrase : children(word.head, "obl")) {
            const std::string by = preposition(phrase);
            if (phrase < clause && std::find(std::begin(kAddressed), std::end(kAddressed), by) !=
                                       std::end(kAddressed)) {
                return phrase;
            }
        }
    }
    return kRoot;
}

/// The noun whose place a relative clause leaves open: "the war (that) Chad started", "an area they
/// continue to occupy". kRoot where there is none.
std::size_t Tree::gap(std::size_t verb) const
{
    std::size_t clause = verb;
    for (std::size_t hops = 0; hops < kDeepest && token(clause).relation == "xcomp"; ++hops) {
        clause = token(clause).head;
    }
    if (token(clause).relation != "acl:relcl" || token(clause).head == kRoot || is_passive(verb) ||
        has_child(clause, "cop") || (clause != verb && has_child(clause, "obj"))) {
        return kRoot;
    }
    const std::size_t subject = own_subject(clause);
    const std::size_t noun = token(clause).head;
    if (subject == kRoot || subject == noun) {
        return kRoot;
    }
    for (const std::size_t child : children_[clause]) {
        const bool adverbial = is_relation(token(child).relation, "obl") ||
                               is_relation(token(child).relation, "advmod");
        const bool relative = token(child).xpos == "WRB" || antecedent(child) != child;
        const auto below = children_[child];
        const bool owner = std::any_of(below.begin(), below.end(),
                                       [&](std::size_t word) { return token(word).xpos == "WP$"; });
        if ((adverbial && relative) || owner) {
            return kRoot;
        }
    }
    return noun;
}

std::vector<std::size_t> Tree::objects(std::size_t verb) const
{
    std::vector<std::size_t> found;
    for (const std::size_t child : children_[verb]) {
        const std::string& relation = token(child).relation;
        if (is_relation(relation, "obj") || is_relation(relation, "iobj")) {
            found.push_back(antecedent(child));
        }
    }
    if (found.empty()) {
        if (const std::size_t noun = gap(verb); noun != kRoot) {
            found.push_back(noun);
        }
    }
    // "condemned and rejected the plan": UD hangs what is shared from the first.
    if (found.empty() && is_relation(token(verb).relation, "conj")) {
        for (const std::size_t object : children(token(verb).head, "obj")) {
            if (object > verb) {
                found.push_back(object);
            }
        }
    }
    return found;
}

std::vector<std::size_t> Tree::agents(std::size_t verb) const
{
    std::vector<std::size_t> found = phrases(verb, "by");
    if (found.empty() && is_relation(token(verb).relation, "amod")) {
        for (const std::size_t child : children_[verb]) {
            const std::string& relation = token(child).relation;
            if (child < verb &&
                (is_relation(relation, "compound") || is_relation(relation, "obl") ||
                 is_relation(relation, "nmod") || relation == "amod")) {
                found.push_back(child);
            }
        }
    }
    return found;
}

std::vector<std::size_t> Tree::phrases(std::size_t head, std::string_view preposition) const
{
    std::vector<std::size_t> found;
    for (const std::size_t child : children_[head]) {
        const std::string& relation = token(child).relation;
        const bool phrase = is_relation(relation, "obl") || is_relation(relation, "nmod");
        if (phrase && relation != "nmod:poss" && this->preposition(child) == preposition) {
            found.push_back(antecedent(child));
        }
    }
    return found;
}

} // namespace entente::language
