// SPDX-License-Identifier: Apache-2.0
#include "extractors/relations/speech_act.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace entente::relations {

namespace {

using language::kRoot;
using language::Token;

/// Words of the content: infinitives and clauses, those of the object, then nouns in its phrases.
std::vector<std::size_t> contents(const language::Tree& tree, std::size_t predicate)
{
    std::vector<std::size_t> found = tree.content_clauses(predicate);
    const auto infinitives = tree.children(predicate, "acl");
    found.insert(found.end(), infinitives.begin(), infinitives.end());
    for (const std::size_t object : tree.objects(predicate)) {
        found.push_back(object);
        const auto clauses = tree.children(object, "acl");
        found.insert(found.end(), clauses.begin(), clauses.end());
    }
    for (const std::size_t child : tree.children(predicate)) {
        const std::string& relation = tree.token(child).relation;
        if (language::is_relation(relation, "obl") || language::is_relation(relation, "nmod")) {
            found.push_back(child);
        }
    }
    return found;
}

const std::vector<Frame>& frames_of(const Token& word, const Lexicon& lexicon)
{
    return word.upos == "VERB" ? lexicon.verbs(word.lemma) : lexicon.nouns(word.lemma);
}

} // namespace

std::string mode_by_content(const language::Tree& tree, std::size_t predicate, std::string_view act,
                            const Lexicon& lexicon)
{
    for (const std::size_t word : contents(tree, predicate)) {
        for (const Frame& frame : frames_of(tree.token(word), lexicon)) {
            const std::string mode = lexicon.mode_of_content(act, frame);
            if (!mode.empty()) {
                return mode;
            }
        }
    }
    return {};
}

bool is_refused(const language::Tree& tree, std::size_t verb, const Lexicon& lexicon)
{
    bool will = false;
    bool would = false;
    bool refused = false;
    for (const std::size_t child : tree.children(verb)) {
        const Token& word = tree.token(child);
        will = will || (word.relation == "aux" && word.lemma == "will");
        would = would || (word.relation == "aux" && word.lemma == "would");
        const std::string form = text::fold(word.form);
        refused = refused || (word.relation == "advmod" &&
                              (form == "not" || form == "never" || form == "n't" || form == "n’t"));
    }
    const Token& word = tree.token(verb);
    const bool told = language::is_relation(word.relation, "ccomp") && word.head != kRoot &&
                      lexicon.reports(tree.token(word.head).lemma);
    return refused && (will || (would && told)) && !tree.is_passive(verb);
}

} // namespace entente::relations
