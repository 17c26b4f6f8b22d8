// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/tree.hpp"

#include "core/text.hpp"

#include <algorithm>

namespace entente::language {

namespace {

/// Verbs whose object does what the infinitive says: "urged Iran to stop".
constexpr std::string_view kObjectControl[] = {
    "urge",     "ask",      "tell",    "order",     "force",  "compel",  "press",
    "persuade", "call",     "allow",   "enable",    "permit", "invite",  "expect",
    "want",     "warn",     "help",    "encourage", "demand", "request", "pressure",
    "advise",   "instruct", "require", "push",      "beg"};

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

std::vector<std::size_t> Tree::conjuncts(std::size_t i) const
{
    std::vector<std::size_t> all{i};
    for (std::size_t k = 0; k < all.size(); ++k) {
        for (const std::size_t child : children(all[k], "conj")) {
            if (token(child).upos != "VERB" || token(i).upos == "VERB") {
                all.push_back(child);
            }
        }
    }
    return all;
}

std::string Tree::preposition(std::size_t i) const
{
    for (std::size_t hops = 0; hops < kDeepest; ++hops) {
        const std::vector<std::size_t> marks = children(i, "case");
        for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
            if (token(*mark).xpos != "POS") {
                return text::fold(token(*mark).form);
            }
        }
        if (!is_relation(token(i).relation, "conj") || token(i).head == kRoot) {
            break;
        }
        i = token(i).head;
    }
    return {};
}

bool Tree::is_passive(std::size_t verb) const
{
    const bool auxiliary =
        std::any_of(children_[verb].begin(), children_[verb].end(), [&](std::size_t child) {
            return token(child).relation == "aux:pass" || token(child).relation == "nsubj:pass";
        });
    const Token& word = token(verb);
    return auxiliary || (word.relation == "acl" && word.xpos == "VBN") ||
           (is_relation(word.relation, "acl") && word.xpos == "VBN" &&
            children(verb, "nsubj").empty());
}

std::size_t Tree::own_subject(std::size_t verb) const
{
    for (const std::size_t child : children(verb, "nsubj")) {
        const bool relative =
            token(child).xpos == "WP" || token(child).xpos == "WDT" || token(child).form == "that";
        if (relative && is_relation(token(verb).relation, "acl")) {
            return token(verb).head;
        }
        return child;
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
        const Token& governor = token(word.head);
        if (is_relation(word.relation, "acl")) {
            return word.xpos == "VB" ? kRoot : word.head;
        }
        const bool inherits = is_relation(word.relation, "conj") ||
                              is_relation(word.relation, "xcomp") ||
                              is_relation(word.relation, "advcl") || word.relation == "parataxis";
        if (!inherits) {
            return kRoot;
        }
        if (is_relation(word.relation, "xcomp")) {
            const bool object_controls =
                std::find(std::begin(kObjectControl), std::end(kObjectControl), governor.lemma) !=
                std::end(kObjectControl);
            const std::vector<std::size_t> objects = children(word.head, "obj");
            if (object_controls && !objects.empty()) {
                return objects.front();
            }
        }
        if (is_blame(verb)) {
            return children(word.head, "obj").front();
        }
        verb = word.head;
    }
    return kRoot;
}

/// "accused Chad of shelling it", "stopped Chad from leaving", "thanked Chad for helping": the
/// object is who does it. After other prepositions ("before leaving") the subject is.
bool Tree::is_blame(std::size_t verb) const
{
    const Token& word = token(verb);
    if (!is_relation(word.relation, "advcl") || word.xpos != "VBG" ||
        children(word.head, "obj").empty()) {
        return false;
    }
    const auto marks = children(verb, "mark");
    return std::any_of(marks.begin(), marks.end(), [&](std::size_t mark) {
        const std::string& form = token(mark).form;
        return form == "of" || form == "from" || form == "for";
    });
}

std::vector<std::size_t> Tree::objects(std::size_t verb) const
{
    std::vector<std::size_t> found = children(verb, "obj");
    for (const std::size_t object : children(verb, "iobj")) {
        found.push_back(object);
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
            found.push_back(child);
        }
    }
    return found;
}

} // namespace entente::language
