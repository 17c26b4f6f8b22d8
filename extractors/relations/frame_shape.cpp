// SPDX-License-Identifier: Apache-2.0
#include "extractors/relations/frame_shape.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace entente::relations {

using language::kRoot;
using language::Token;

namespace {

/// Nouns that count or measure what follows them with "of".
bool is_quantity(std::string_view lemma)
{
    static constexpr std::string_view kNouns[] = {
        "barrel", "batch",  "billion",  "cubic",     "day",     "dollar",   "dozen",
        "dozens", "euro",   "flurry",   "hour",      "hundred", "hundreds", "kind",
        "lot",    "meter",  "metre",    "million",   "month",   "number",   "package",
        "pair",   "pound",  "round",    "sale",      "series",  "set",      "shipment",
        "spate",  "string", "thousand", "thousands", "ton",     "tonne",    "tranche",
        "type",   "volley", "wave",     "week",      "year",    "yen",      "yuan"};
    return std::find(std::begin(kNouns), std::end(kNouns), lemma) != std::end(kNouns);
}

/// Values of `object` that ask for a clause instead of a noun.
bool is_form(std::string_view object)
{
    static constexpr std::string_view kForms[] = {"to-inf",  "that",         "must",     "will",
                                                  "to-harm", "no-predicate", "no-object"};
    return std::find(std::begin(kForms), std::end(kForms), object) != std::end(kForms);
}

} // namespace

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
    if (const std::size_t undergoer = tree_.changed_subject(verb); undergoer != kRoot) {
        firsts.push_back(undergoer);
    }
    // "held Chad responsible"
    for (const std::size_t complement : tree_.children(verb, "xcomp")) {
        if (tree_.token(complement).upos == "ADJ") {
            firsts.push_back(complement);
        }
    }
    std::vector<std::size_t> objects;
    for (const std::size_t first : firsts) {
        for (const std::size_t one : tree_.conjuncts(first)) {
            objects.push_back(one);
            // "days of exercises", "a round of talks"
            const auto counted = tree_.phrases(one, "of");
            if (is_quantity(tree_.token(one).lemma)) {
                objects.insert(objects.end(), counted.begin(), counted.end());
            }
        }
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
    // "Chad angered Mali" is a verb's business.
    if (tree_.token(first).upos == "VERB" && !tree_.is_passive(first) &&
        tree_.children(first, "cop").empty() && tree_.token(first).relation != "amod") {
        return false;
    }
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
    if (is_form(frame.objects.front())) {
        return has_clause(verb, frame.objects.front());
    }
    const auto objects = objects_of(verb);
    return std::any_of(objects.begin(), objects.end(), [&](std::size_t object) {
        return std::any_of(frame.objects.begin(), frame.objects.end(),
                           [&](const std::string& noun) { return is_object(noun, object); });
    });
}

/// A word by its lemma, a phrase of two ("hunger strike") by the words that end with the object.
/// The words of idioms are none.
bool FrameShape::is_object(const std::string& noun, std::size_t object) const
{
    if (noun.find(' ') != std::string::npos) {
        return tree_.phrases_to(object, 2).back() == noun;
    }
    const Token& word = tree_.token(object);
    const bool may_be_plural = word.upos == "PROPN" || word.xpos == "NNS";
    return !excluded_[object] && (noun == word.lemma || (may_be_plural && noun == singular(word)));
}

bool FrameShape::has_clause(std::size_t verb, std::string_view form) const
{
    if (form == "no-predicate") {
        return !objects_of(verb).empty() && !has_complement(verb);
    }
    if (form == "no-object") {
        return tree_.objects(verb).empty() && !tree_.is_passive(verb);
    }
    const auto infinitives = tree_.infinitives(verb);
    const auto clauses = tree_.children(verb, "ccomp");
    if (form == "to-inf") {
        return !infinitives.empty();
    }
    if (form == "that") {
        return !clauses.empty();
    }
    if (form == "must") {
        return std::any_of(clauses.begin(), clauses.end(),
                           [&](std::size_t clause) { return is_obliged(clause); });
    }
    const bool will = std::any_of(clauses.begin(), clauses.end(), [&](std::size_t clause) {
        return is_own_future(verb, clause) && (form == "will" || does_harm(clause));
    });
    return will || (form == "to-harm" &&
                    std::any_of(infinitives.begin(), infinitives.end(),
                                [&](std::size_t clause) { return does_harm(clause); }));
}

/// "Chad warned that it would leave", "\"We will leave,\" Chad warned".
bool FrameShape::is_own_future(std::size_t verb, std::size_t clause) const
{
    const auto auxiliaries = tree_.children(clause, "aux");
    const bool ahead = std::any_of(auxiliaries.begin(), auxiliaries.end(), [&](std::size_t word) {
        const std::string& lemma = tree_.token(word).lemma;
        return lemma == "will" || lemma == "would" || lemma == "shall";
    });
    const std::size_t subject = tree_.subject(clause);
    return ahead && subject != kRoot &&
           (tree_.token(subject).xpos == "PRP" || subject == tree_.subject(verb));
}

/// Whether a verb of the clause may be an act of material conflict, or an event that is its object:
/// "to bomb Chad", "to launch an attack on Chad".
bool FrameShape::does_harm(std::size_t clause) const
{
    const auto harms = [](const std::vector<Frame>& frames) {
        return !frames.empty() && frames.back().quad == Quad::material_conflict;
    };
    if (harms(lexicon_.verbs(tree_.token(clause).lemma))) {
        return true;
    }
    const auto objects = tree_.objects(clause);
    return std::any_of(objects.begin(), objects.end(), [&](std::size_t object) {
        return harms(lexicon_.nouns(tree_.token(object).lemma));
    });
}

/// "called Chad a friend", "declared Chad safe".
bool FrameShape::has_complement(std::size_t verb) const
{
    // "called France a partner": the parser may take what France is called for a second object.
    if (tree_.children(verb, "obj").size() > 1) {
        return true;
    }
    const auto complements = tree_.children(verb, "xcomp");
    return !tree_.objects(verb).empty() &&
           std::any_of(complements.begin(), complements.end(), [&](std::size_t word) {
               const std::string& kind = tree_.token(word).upos;
               return kind == "NOUN" || kind == "ADJ" || kind == "PROPN";
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
