// SPDX-License-Identifier: Apache-2.0
#include "extractors/relations/gaps.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <string_view>

namespace entente::relations {

namespace {

using extractors::ActorSighting;
using language::kRoot;
using language::Token;

constexpr std::size_t kLongestExample = 200; ///< bytes

template <typename Gap>
std::vector<Gap> ranked(std::vector<Gap> gaps)
{
    std::stable_sort(gaps.begin(), gaps.end(),
                     [](const Gap& left, const Gap& right) { return left.times > right.times; });
    return gaps;
}

/// One article's search.
class Search {
public:
    Search(const Lexicon& lexicon, const Article& article, const extractors::Reading& reading)
        : lexicon_{lexicon}
        , article_{article}
        , reading_{reading}
        , tree_{reading.analysis}
        , actor_at_(reading.analysis.tokens.size(), nullptr)
    {
        for (const ActorSighting& one : reading.actors) {
            for (std::size_t i = one.first; i < one.last && !one.is_aside; ++i) {
                actor_at_[i] = &one;
            }
        }
    }

    template <typename Note>
    void find_predicates(const Note& note) const
    {
        for (std::size_t i = 0; i < actor_at_.size(); ++i) {
            const Token& word = tree_.token(i);
            const std::string lemma{word.lemma};
            const bool verb = word.upos == "VERB" && lexicon_.verbs(lemma).empty();
            const bool noun =
                word.upos == "NOUN" && actor_at_[i] == nullptr && lexicon_.nouns(lemma).empty();
            if (verb) {
                for_verb(i, note);
            } else if (noun) {
                for_noun(i, note);
            }
        }
    }

    /// Names of organisations and peoples that are an argument beside a known actor.
    template <typename Note>
    void find_names(const Note& note) const
    {
        for (const language::Entity& entity : reading_.analysis.entities) {
            if (entity.type != "ORG" && entity.type != "NORP") {
                continue;
            }
            std::size_t head = entity.first;
            bool free = true;
            for (std::size_t i = entity.first; i < entity.last; ++i) {
                const std::size_t above = tree_.token(i).head;
                head = above == kRoot || above < entity.first || above >= entity.last ? i : head;
                free = free && actor_at_[i] == nullptr;
            }
            const std::size_t verb = tree_.token(head).head;
            const ActorSighting* other = free && verb != kRoot && tree_.token(verb).upos == "VERB"
                                             ? beside(verb, head)
                                             : nullptr;
            if (other != nullptr) {
                note(entity, *other, example(head));
            }
        }
    }

private:
    template <typename Note>
    void for_verb(std::size_t verb, const Note& note) const
    {
        const std::size_t subject = tree_.subject(verb);
        const ActorSighting* source = subject == kRoot ? nullptr : actor_at_[subject];
        if (source == nullptr || tree_.is_passive(verb)) {
            return;
        }
        for (const std::size_t object : tree_.objects(verb)) {
            note_pair(verb, true, "obj", *source, actor_at_[object], note);
        }
        for (const std::size_t phrase : tree_.children(verb, "obl")) {
            note_pair(verb, true, tree_.preposition(phrase), *source, actor_at_[phrase], note);
        }
    }

    template <typename Note>
    void for_noun(std::size_t noun, const Note& note) const
    {
        const ActorSighting* source = nullptr;
        for (const std::size_t child : tree_.children(noun)) {
            const std::string& relation = tree_.token(child).relation;
            const bool owns =
                relation == "nmod:poss" || relation == "amod" || relation == "compound";
            source = owns && actor_at_[child] != nullptr ? actor_at_[child] : source;
        }
        for (const std::size_t phrase : tree_.children(noun, "nmod")) {
            const std::string preposition = tree_.preposition(phrase);
            if (source != nullptr && !preposition.empty() && preposition != "of") {
                note_pair(noun, false, preposition, *source, actor_at_[phrase], note);
            }
        }
    }

    template <typename Note>
    void note_pair(std::size_t predicate, bool is_verb, std::string_view place,
                   const ActorSighting& source, const ActorSighting* target, const Note& note) const
    {
        const bool pair = target != nullptr && !place.empty() && !target->is_scene &&
                          target->actor.code.principal() != source.actor.code.principal();
        if (pair) {
            note(is_verb, std::string{tree_.token(predicate).lemma}, std::string{place}, source,
                 *target, example(predicate));
        }
    }

    /// An actor that is another argument of the verb.
    [[nodiscard]] const ActorSighting* beside(std::size_t verb, std::size_t name) const
    {
        for (const std::size_t child : tree_.children(verb)) {
            const std::string& relation = tree_.token(child).relation;
            const bool argument = language::is_relation(relation, "nsubj") ||
                                  language::is_relation(relation, "obj") ||
                                  language::is_relation(relation, "obl");
            if (argument && child != name && actor_at_[child] != nullptr) {
                return actor_at_[child];
            }
        }
        return nullptr;
    }

    [[nodiscard]] std::string example(std::size_t token) const
    {
        const Span bytes = reading_.analysis.sentences[tree_.sentence_of(token)].bytes;
        const std::string_view sentence =
            text::trim(std::string_view{article_.text}.substr(bytes.begin, bytes.size()));
        return text::to_valid_utf8(sentence.substr(0, kLongestExample));
    }

    const Lexicon& lexicon_;
    const Article& article_;
    const extractors::Reading& reading_;
    language::Tree tree_;
    std::vector<const ActorSighting*> actor_at_; ///< by token
};

} // namespace

void Gaps::add(const Article& article, const extractors::Reading& reading)
{
    const Search search{*lexicon_, article, reading};
    search.find_predicates([this](bool is_verb, const std::string& lemma, const std::string& place,
                                  const ActorSighting& source, const ActorSighting& target,
                                  const std::string& example) {
        PredicateGap& gap =
            predicates_
                .try_emplace({is_verb, lemma, place},
                             PredicateGap{is_verb, lemma, place, 0, source.actor.code.text(),
                                          target.actor.code.text(), example})
                .first->second;
        ++gap.times;
    });
    search.find_names([&](const language::Entity& entity, const ActorSighting& other,
                          const std::string& example) {
        const Span bytes{reading.analysis.tokens[entity.first].bytes.begin,
                         reading.analysis.tokens[entity.last - 1].bytes.end};
        const std::string name = article.text.substr(bytes.begin, bytes.size());
        NameGap& gap =
            names_
                .try_emplace(name, NameGap{name, entity.type, other.actor.code.text(), 0, example})
                .first->second;
        ++gap.times;
    });
}

std::vector<PredicateGap> Gaps::predicates() const
{
    std::vector<PredicateGap> all;
    for (const auto& [key, gap] : predicates_) {
        all.push_back(gap);
    }
    return ranked(std::move(all));
}

std::vector<NameGap> Gaps::names() const
{
    std::vector<NameGap> all;
    for (const auto& [name, gap] : names_) {
        all.push_back(gap);
    }
    return ranked(std::move(all));
}

} // namespace entente::relations
