// SPDX-License-Identifier: Apache-2.0
#include "extractors/relations/frame_shape.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <string_view>

namespace entente::relations {

using language::kRoot;
using language::Token;

bool FrameShape::fits(const Frame& frame, std::size_t predicate) const
{
    switch (frame.kind) {
    case PredicateKind::noun:
        return number_fits(frame, predicate);
    case PredicateKind::adjective:
        return words_fit(frame, predicate);
    case PredicateKind::verb:
        break;
    }
    return particle_fits(frame, predicate) && object_fits(frame, predicate);
}

std::vector<std::size_t> FrameShape::objects_of(std::size_t verb) const
{
    std::vector<std::size_t> firsts = tree_.objects(verb);
    if (tree_.is_passive(verb)) {
        if (const std::size_t subject = tree_.subject(verb); subject != kRoot) {
            firsts.push_back(subject);
        }
    }
    std::vector<std::size_t> objects;
    for (const std::size_t first : firsts) {
        const auto all = tree_.conjuncts(first);
        objects.insert(objects.end(), all.begin(), all.end());
    }
    return objects;
}

bool FrameShape::number_fits(const Frame& frame, std::size_t noun) const
{
    return !frame.plural_only || tree_.token(noun).xpos == "NNS" ||
           tree_.token(noun).xpos == "NNPS";
}

bool FrameShape::words_fit(const Frame& frame, std::size_t first) const
{
    std::size_t i = first;
    const std::size_t last = analysis_.sentences[tree_.sentence_of(first)].last;
    for (const std::string_view word : text::split(frame.lemma, ' ')) {
        if (i >= last || text::fold(tree_.token(i).form) != word) {
            return false;
        }
        ++i;
    }
    return true;
}

bool FrameShape::particle_fits(const Frame& frame, std::size_t verb) const
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
               return (relation == "compound:prt" || relation == "advmod") && is_particle(child);
           });
}

bool FrameShape::object_fits(const Frame& frame, std::size_t verb) const
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
    const auto objects = objects_of(verb);
    return std::any_of(objects.begin(), objects.end(), [&](std::size_t object) {
        const Token& word = tree_.token(object);
        const bool may_be_plural = word.upos == "PROPN" || word.xpos == "NNS";
        return std::any_of(
            frame.objects.begin(), frame.objects.end(), [&](const std::string& noun) {
                return noun == word.lemma || (may_be_plural && noun == singular(word));
            });
    });
}

/// "must stop", "should stop", "has to stop".
bool FrameShape::is_obliged(std::size_t clause) const
{
    const auto auxiliaries = tree_.children(clause, "aux");
    const bool modal = std::any_of(auxiliaries.begin(), auxiliaries.end(), [&](std::size_t word) {
        const std::string form = text::fold(tree_.token(word).form);
        return form == "must" || form == "should";
    });
    const std::string& lemma = tree_.token(clause).lemma;
    return modal ||
           ((lemma == "have" || lemma == "need") && !tree_.children(clause, "xcomp").empty());
}

std::string singular(const Token& word)
{
    std::string lemma = text::fold(word.form);
    if (lemma.size() > 4 && lemma.back() == 's' && lemma[lemma.size() - 2] != 's') {
        lemma.pop_back();
    }
    return lemma;
}

} // namespace entente::relations
