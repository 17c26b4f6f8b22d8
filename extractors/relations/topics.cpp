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
constexpr std::size_t kDeepest = 3;       ///< levels below the predicate that still are about it
constexpr std::size_t kLongestLabel = 40; ///< bytes

void add_topic(std::vector<std::string>& topics, std::string_view topic)
{
    if (!topic.empty() && topics.size() < kMostTopics &&
        std::find(topics.begin(), topics.end(), topic) == topics.end()) {
        topics.emplace_back(topic);
    }
}

bool is_inside_actor(std::size_t token, const std::vector<extractors::ActorSighting>& actors)
{
    return std::any_of(actors.begin(), actors.end(), [token](const auto& actor) {
        return actor.first <= token && token < actor.last;
    });
}

} // namespace

std::vector<std::string> find_topics(const language::Tree& tree, std::size_t predicate,
                                     const Frame& frame, const Lexicon& lexicon)
{
    std::vector<std::string> topics;
    if (frame.kind == PredicateKind::noun) {
        for (const std::size_t child : tree.children(predicate, "compound")) {
            add_topic(topics, lexicon.topic_of(text::fold(tree.token(child).lemma)));
        }
        for (const std::size_t child : tree.children(predicate, "amod")) {
            add_topic(topics, lexicon.topic_of(text::fold(tree.token(child).lemma)));
        }
    }
    std::vector<std::pair<std::size_t, std::size_t>> queue{{predicate, 0}};
    for (std::size_t k = 0; k < queue.size(); ++k) {
        const auto [token, depth] = queue[k];
        if (depth > 0 || frame.kind == PredicateKind::noun) {
            add_topic(topics, lexicon.topic_of(text::fold(tree.token(token).lemma)));
        }
        if (depth == kDeepest) {
            continue;
        }
        for (const std::size_t child : tree.children(token)) {
            const std::string& relation = tree.token(child).relation;
            const bool about = relation == "obj" || relation == "obl" || relation == "nmod" ||
                               relation == "amod" || relation == "compound" ||
                               relation == "xcomp" || relation == "conj";
            if (about) {
                queue.emplace_back(child, depth + 1);
            }
        }
    }
    for (const std::string& topic : frame.topics) {
        add_topic(topics, topic);
    }
    return topics;
}

std::string make_label(const language::Tree& tree, std::size_t predicate, const Frame& frame,
                       const std::vector<extractors::ActorSighting>& actors)
{
    if (frame.kind != PredicateKind::noun) {
        return frame.label;
    }
    std::string label;
    for (const std::size_t child : tree.children(predicate)) {
        const Token& word = tree.token(child);
        const bool modifies = (word.relation == "compound" || word.relation == "amod") &&
                              child < predicate && word.upos != "PROPN" &&
                              !is_inside_actor(child, actors);
        if (modifies && word.form.size() > 2) {
            label += text::fold(word.form) + ' ';
        }
    }
    label += text::fold(tree.token(predicate).form);
    return label.size() > kLongestLabel ? frame.label : label;
}

} // namespace entente::relations
