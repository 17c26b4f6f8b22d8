// SPDX-License-Identifier: Apache-2.0
#include "extractors/relations/confidence.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace entente::relations {

namespace {

constexpr double kLeastPrior = 0.05; ///< keeps the log odds finite
constexpr double kMostPrior = 0.97;
constexpr double kLongSentence = 30.0; ///< tokens
constexpr double kManyActors = 4.0;
constexpr double kMostOfIt = 2.0; ///< of the two above
constexpr double kMostBetween = 3.0;

bool is_pronoun(const language::Token& word)
{
    return word.xpos == "PRP" || word.xpos == "PRP$";
}

} // namespace

ConfidenceEvidence confidence_evidence(const language::Tree& tree,
                                       const extractors::Reading& reading,
                                       const Candidate& candidate, Factuality status)
{
    const std::size_t number = tree.sentence_of(candidate.predicate);
    const language::Sentence& sentence = reading.analysis.sentences[number];
    const std::size_t source = reading.actors[candidate.source].head;
    const std::size_t target = reading.actors[candidate.target].head;
    std::set<std::string_view> principals;
    double before_source = 0.0;
    double before_target = 0.0;
    const auto lies_between = [&](std::size_t word, std::size_t argument) {
        return word > std::min(candidate.predicate, argument) &&
               word < std::max(candidate.predicate, argument);
    };
    for (const extractors::ActorSighting& one : reading.actors) {
        if (one.first < sentence.first || one.first >= sentence.last || one.is_aside) {
            continue;
        }
        principals.insert(one.actor.code.principal());
        before_source += lies_between(one.head, source) ? 1.0 : 0.0;
        before_target += lies_between(one.head, target) ? 1.0 : 0.0;
    }
    const double prior =
        std::clamp(candidate.frame->confidence * candidate.certainty, kLeastPrior, kMostPrior);
    const auto flag = [](bool is) {
        return is ? 1.0 : 0.0;
    };
    const auto length = static_cast<double>(sentence.last - sentence.first);
    return {{1.0, std::log(prior / (1.0 - prior)), flag(candidate.frame->symmetric),
             flag(status == Factuality::actual), flag(candidate.frame->kind == PredicateKind::noun),
             std::min(length / kLongSentence, kMostOfIt),
             std::min(static_cast<double>(principals.size()) / kManyActors, kMostOfIt),
             std::min(before_source, kMostBetween), std::min(before_target, kMostBetween),
             flag(is_pronoun(tree.token(source))), flag(is_pronoun(tree.token(target)))}};
}

double confidence_of(const ConfidenceEvidence& evidence, const Lexicon& lexicon)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < evidence.values.size(); ++i) {
        sum += evidence.values[i] * lexicon.confidence_weight(kConfidenceFeatures[i]);
    }
    // Three digits: more would claim what no gold data can tell.
    return std::round(1000.0 / (1.0 + std::exp(-sum))) / 1000.0;
}

std::string describe(const ConfidenceEvidence& evidence, const Lexicon& lexicon)
{
    std::string text;
    for (std::size_t i = 0; i < evidence.values.size(); ++i) {
        text += fmt::format("{}{}={:.3f}*{:.3f}", text.empty() ? "" : " ", kConfidenceFeatures[i],
                            evidence.values[i], lexicon.confidence_weight(kConfidenceFeatures[i]));
    }
    return text;
}

} // namespace entente::relations
