// SPDX-License-Identifier: Apache-2.0
#include "extractors/relations/topics.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace entente::relations {

namespace {

using language::Token;
using namespace std::string_view_literals;

constexpr std::size_t kMostTopics = 3;
constexpr std::size_t kDeepest = 4;       ///< levels below the predicate that still are about it
constexpr std::size_t kLongestPhrase = 3; ///< words of an entry of topics.tsv
constexpr std::size_t kLongestLabel = 40; ///< bytes
constexpr double kFrameTopic = 0.5;       ///< weight of a topic that the frame brings
constexpr double kArmedSide = 0.35; ///< weight of "military" where an army or rebels take part
constexpr double kElsewhere = 0.4;  ///< of a word's weight in the sentence, not by the predicate
constexpr std::size_t kMostElsewhere = 2; ///< topics
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

/// The actor that names the token; null where none does.
const extractors::ActorSighting* actor_around(std::size_t token,
                                              const std::vector<extractors::ActorSighting>& actors)
{
    const auto around = std::find_if(actors.begin(), actors.end(), [token](const auto& actor) {
        return actor.first <= token && token < actor.last;
    });
    return around == actors.end() ? nullptr : &*around;
}

/// Whether what a word says belongs to its head's matter: objects, phrases, modifiers, and clauses:
/// what is demanded, agreed ("a deal to build a pipeline") or told of either.
bool is_about(const Token& word)
{
    const std::string& relation = word.relation;
    return relation == "obj" || relation == "obl" || relation == "nmod" || relation == "amod" ||
           relation == "compound" || relation == "xcomp" || relation == "conj" ||
           relation == "nsubj:pass" || relation == "nmod:desc" || relation == "ccomp" ||
           relation == "advcl" || relation == "acl" || relation == "acl:relcl";
}

bool is_armed(const Argument& side)
{
    return side.code.sector() == "MIL" || side.code.sector() == "REB";
}

/// Of a state or an organisation of states, and neither its army nor its people.
bool is_diplomatic(const Argument& side)
{
    const std::string_view sector = side.code.sector();
    return (side.kind == ActorKind::state || side.kind == ActorKind::organisation) &&
           (sector.empty() || sector == "GOV");
}

/// Whether states deal with each other by words in relations of the category, or stand to each
/// other in some way: what they say to each other without naming a matter is diplomacy.
bool is_verbal(std::string_view category)
{
    constexpr std::array kVerbal{"AGREE"sv,   "CONSULT"sv, "SUPPORT"sv,
                                 "REQUEST"sv, "REJECT"sv,  "RELATE"sv};
    return std::find(kVerbal.begin(), kVerbal.end(), category) != kVerbal.end();
}

} // namespace

std::vector<std::string> TopicFinder::topics(std::size_t predicate, const Frame& frame,
                                             const Argument& source, const Argument& target) const
{
    TopicScores scores;
    for (const std::string& topic : frame.topics) {
        scores.add(topic, kFrameTopic);
    }
    for (const Argument* side : {&source, &target}) {
        if (is_armed(*side)) {
            scores.add("military", kArmedSide);
        }
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
            if (const TopicWord* word = topic_word(token); word != nullptr) {
                scores.add(word->topic, word->weight * weight);
            }
        }
        if (depth == kDeepest) {
            continue;
        }
        for (const std::size_t child : tree_.children(token)) {
            if (is_about(tree_.token(child))) {
                queue.push_back({child, depth + 1, weight * kFading});
            }
        }
    }

    std::vector<std::string> topics = std::move(scores).heaviest();
    if (topics.empty()) {
        topics = topics_of_sentence(predicate);
    }
    if (topics.empty() && is_verbal(frame.category) && is_diplomatic(source) &&
        is_diplomatic(target)) {
        topics.emplace_back("diplomacy");
    }
    return topics;
}

std::vector<std::string> TopicFinder::topics_of_sentence(std::size_t predicate) const
{
    const language::Sentence& sentence = reading_.analysis.sentences[tree_.sentence_of(predicate)];
    TopicScores scores;
    for (std::size_t token = sentence.first; token < sentence.last; ++token) {
        if (const TopicWord* word = topic_word(token); word != nullptr) {
            scores.add(word->topic, word->weight * kElsewhere);
        }
    }
    std::vector<std::string> topics = std::move(scores).heaviest();
    topics.resize(std::min(topics.size(), kMostElsewhere));
    return topics;
}

const TopicWord* TopicFinder::topic_word(std::size_t token) const
{
    const extractors::ActorSighting* actor = actor_around(token, reading_.actors);
    if (actor != nullptr &&
        (tree_.token(token).xpos.starts_with("NNP") || actor->actor.code.sector() == "JRN")) {
        return nullptr; // the Atomic Energy Agency and Egyptian media may speak of anything
    }
    const TopicWord* longest = nullptr;
    for (const std::string& phrase : tree_.phrases_to(token, kLongestPhrase)) {
        const TopicWord* word = lexicon_.topic_of(phrase);
        longest = word != nullptr ? word : longest;
    }
    return longest;
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
                              actor_around(child, actors) == nullptr;
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
