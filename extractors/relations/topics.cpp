// SPDX-License-Identifier: Apache-2.0
#include "extractors/relations/topics.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace entente::relations {

namespace {

using language::Token;

constexpr std::size_t kMostTopics = 3;
constexpr std::size_t kDeepest = 4;       ///< levels below the predicate that still are about it
constexpr std::size_t kLongestLabel = 40; ///< bytes
constexpr double kFrameTopic = 0.5;       ///< weight of a topic that the frame brings
constexpr double kFading = 0.7;      ///< of a word's weight with each level below the predicate
constexpr double kLeastWeight = 0.3; ///< of the words for a topic that counts

/// Topics with the weight of the words that speak for each, in the order they were met.
class TopicScores {
public:
    void add(std::string_view topic, double weight)
    {
        const auto known = std::find_if(scores_.begin(), scores_.end(),
                                        [&](const auto& score) { return score.first == topic; });
        if (known == scores_.end()) {
            scores_.emplace_back(topic, weight);
        } else {
            known->second += weight;
        }
    }

    [[nodiscard]] std::vector<std::string> heaviest() &&
    {
        std::stable_sort(scores_.begin(), scores_.end(), [](const auto& left, const auto& right) {
            return left.second > right.second;
        });
        std::vector<std::string> topics;
        for (auto& [topic, weight] : scores_) {
            if (weight >= kLeastWeight && topics.size() < kMostTopics) {
                topics.push_back(std::move(topic));
            }
        }
        return topics;
    }

private:
    std::vector<std::pair<std::string, double>> scores_;
};

bool is_inside_actor(std::size_t token, const std::vector<extractors::ActorSighting>& actors)
{
    return std::any_of(actors.begin(), actors.end(), [token](const auto& actor) {
        return actor.first <= token && token < actor.last;
    });
}

/// Whether what a word says belongs to its head's matter: objects, phrases, modifiers, and what an
/// agreement is to do ("a deal to build a pipeline").
bool is_about(const Token& word)
{
    const std::string& relation = word.relation;
    return relation == "obj" || relation == "obl" || relation == "nmod" || relation == "amod" ||
           relation == "compound" || relation == "xcomp" || relation == "conj" ||
           relation == "nsubj:pass" || relation == "nmod:desc" ||
           (relation == "acl" && word.xpos == "VB");
}

} // namespace

std::vector<std::string> find_topics(const language::Tree& tree, std::size_t predicate,
                                     const Frame& frame, const Lexicon& lexicon)
{
    TopicScores scores;
    for (const std::string& topic : frame.topics) {
        scores.add(topic, kFrameTopic);
    }

    struct Step {
        std::size_t token;
        std::size_t depth;
        double weight;
    };

    std::vector<Step> queue{{predicate, 0, 1.0}};
    for (std::size_t k = 0; k < queue.size(); ++k) {
        const auto [token, depth, weight] = queue[k];
        if (depth > 0 || frame.kind == PredicateKind::noun) {
            const TopicWord* word = lexicon.topic_of(text::fold(tree.token(token).lemma));
            if (word != nullptr) {
                scores.add(word->topic, word->weight * weight);
            }
        }
        if (depth == kDeepest) {
            continue;
        }
        for (const std::size_t child : tree.children(token)) {
            if (is_about(tree.token(child))) {
                queue.push_back({child, depth + 1, weight * kFading});
            }
        }
    }
    return std::move(scores).heaviest();
}

namespace {

/// A noun with its modifiers, without those that name actors: "energy cooperation".
std::string phrase(const language::Tree& tree, std::size_t noun,
                   const std::vector<extractors::ActorSighting>& actors)
{
    std::string phrase;
    for (const std::size_t child : tree.children(noun)) {
        const Token& word = tree.token(child);
        const bool modifies = (word.relation == "compound" || word.relation == "amod") &&
                              child < noun && word.upos != "PROPN" &&
                              !is_inside_actor(child, actors);
        if (modifies && word.form.size() > 2) {
            phrase += text::fold(word.form) + ' ';
        }
    }
    return phrase + text::fold(tree.token(noun).form);
}

/// The object that the frame's label is the name of: "signed a defence pact" for "pact".
std::size_t labelled_object(const language::Tree& tree, std::size_t verb, const Frame& frame)
{
    for (const std::size_t object : tree.objects(verb)) {
        if (tree.token(object).lemma == frame.label) {
            return object;
        }
    }
    return language::kRoot;
}

} // namespace

std::string make_label(const language::Tree& tree, std::size_t predicate, const Frame& frame,
                       const std::vector<extractors::ActorSighting>& actors)
{
    const std::size_t noun =
        frame.kind == PredicateKind::noun ? predicate : labelled_object(tree, predicate, frame);
    if (noun == language::kRoot) {
        return frame.label;
    }
    std::string label = phrase(tree, noun, actors);
    return label.size() > kLongestLabel ? frame.label : label;
}

} // namespace entente::relations
