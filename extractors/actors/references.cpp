// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/references.hpp"

#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace entente::actors {

namespace {

using extractors::ActorSighting;
using language::Token;

constexpr std::size_t kLongestTitle = 3;

bool is_person_pronoun(std::string_view form)
{
    return form == "he" || form == "she" || form == "him" || form == "her" || form == "his";
}

bool is_thing_pronoun(std::string_view form)
{
    return form == "it" || form == "its" || form == "they" || form == "their" || form == "them";
}

ActorSighting refer(const Argument& to, std::size_t first, std::size_t last, std::string reason)
{
    ActorSighting sighting;
    sighting.actor = to;
    sighting.first = first;
    sighting.last = last;
    sighting.head = last - 1;
    sighting.reason = std::move(reason);
    return sighting;
}

} // namespace

std::vector<ActorSighting> References::resolve(const language::Sentence& sentence,
                                               const std::vector<ActorSighting>& found,
                                               std::size_t from) const
{
    std::vector<ActorSighting> references;
    for (std::size_t i = sentence.first; i < sentence.last; ++i) {
        const bool covered =
            std::any_of(found.begin() + static_cast<std::ptrdiff_t>(from), found.end(),
                        [i](const auto& one) { return one.first <= i && i < one.last; });
        if (covered) {
            continue;
        }
        if (auto name = surname(i)) {
            references.push_back(std::move(*name));
        } else if (auto title = bare_title(i, sentence)) {
            i = title->last - 1;
            references.push_back(std::move(*title));
        } else if (tree_.token(i).upos == "PRON") {
            if (auto reference = pronoun(i, found, from)) {
                references.push_back(std::move(*reference));
            }
        }
    }
    return references;
}

/// The subject of the same sentence before the pronoun, else that of the sentence before: English
/// news keeps its centre in the subject (Grosz, Joshi and Weinstein 1995).
std::optional<ActorSighting> References::pronoun(std::size_t token,
                                                 const std::vector<ActorSighting>& found,
                                                 std::size_t from) const
{
    const std::string form = text::fold(tree_.token(token).form);
    const bool person = is_person_pronoun(form);
    if (!person && !is_thing_pronoun(form)) {
        return std::nullopt;
    }
    if (person ? follows_stranger(token, found, from) : follows_thing(token, found, from)) {
        return std::nullopt;
    }
    const Argument* best = nullptr;
    for (std::size_t i = from; i < found.size() && found[i].first < token; ++i) {
        const bool subject = language::is_relation(tree_.token(found[i].head).relation, "nsubj");
        // "Islamabad denounced it" is never about Islamabad (principle B of binding theory).
        const bool same_clause = tree_.token(token).xpos != "PRP$" &&
                                 tree_.token(token).head == tree_.token(found[i].head).head;
        if (subject && !same_clause && person == found[i].is_person) {
            best = &found[i].actor;
        }
    }
    if (best == nullptr && subject_ && person == subject_->is_person) {
        best = &subject_->actor;
    }
    if (best == nullptr || (!person && best->kind == ActorKind::population)) {
        return std::nullopt;
    }
    return refer(*best, token, token + 1,
                 fmt::format("\"{}\" refers to the subject {}", form, best->code.text()));
}

/// Whether a full name that no table knows stands before the pronoun in its sentence: "his" may be
/// that person's.
bool References::follows_stranger(std::size_t token, const std::vector<ActorSighting>& found,
                                  std::size_t from) const
{
    const std::size_t first = analysis_.sentences[tree_.sentence_of(token)].first;
    std::size_t names = 0; ///< in a row
    for (std::size_t i = first; i < token; ++i) {
        const bool known =
            std::any_of(found.begin() + static_cast<std::ptrdiff_t>(from), found.end(),
                        [i](const auto& one) { return one.first <= i && i < one.last; });
        names = tree_.token(i).upos == "PROPN" && !known ? names + 1 : 0;
        if (names == 2) {
            return true;
        }
    }
    return false;
}

/// Whether the subject nearest before the pronoun in its sentence is a thing and no actor: in "the
/// visit matters to Chad, as it …" the visit is meant.
bool References::follows_thing(std::size_t token, const std::vector<ActorSighting>& found,
                               std::size_t from) const
{
    const std::size_t first = analysis_.sentences[tree_.sentence_of(token)].first;
    for (std::size_t i = token; i-- > first;) {
        if (!language::is_relation(tree_.token(i).relation, "nsubj")) {
            continue;
        }
        const bool actor =
            std::any_of(found.begin() + static_cast<std::ptrdiff_t>(from), found.end(),
                        [i](const auto& one) { return one.first <= i && i < one.last; });
        return !actor && tree_.token(i).upos == "NOUN";
    }
    return false;
}

/// "Khan" after "Imran Khan": a person's last name, once the article has given the whole of it.
std::optional<ActorSighting> References::surname(std::size_t token) const
{
    const Token& word = tree_.token(token);
    const auto bearer = word.upos == "PROPN" ? by_surname_.find(word.form) : by_surname_.end();
    if (bearer == by_surname_.end()) {
        return std::nullopt;
    }
    ActorSighting sighting = refer(bearer->second, token, token + 1,
                                   fmt::format("\"{}\" is {}", word.form, bearer->second.via));
    sighting.is_person = true;
    return sighting;
}

/// "the Prime Minister": whoever bore the title last, where its words stand alone.
std::optional<ActorSighting> References::bare_title(std::size_t first,
                                                    const language::Sentence& sentence) const
{
    for (std::size_t n = kLongestTitle; n > 0; --n) {
        if (first + n > sentence.last) {
            continue;
        }
        std::string title;
        for (std::size_t i = first; i < first + n; ++i) {
            title += (title.empty() ? "" : " ") + text::fold(tree_.token(i).form);
        }
        const auto holder = by_title_.find(title);
        if (holder == by_title_.end()) {
            continue;
        }
        // A name behind the title makes it someone else's.
        const bool named = first + n < sentence.last && tree_.token(first + n).upos == "PROPN";
        if (!named) {
            return refer(
                holder->second, first, first + n,
                fmt::format("\"{}\" refers to {}", title,
                            holder->second.via.empty() ? holder->second.name : holder->second.via));
        }
    }
    return std::nullopt;
}

void References::learn(const std::vector<ActorSighting>& found, std::size_t from)
{
    std::optional<ActorSighting> subject;
    for (std::size_t i = from; i < found.size(); ++i) {
        const ActorSighting& sighting = found[i];
        if (!subject && language::is_relation(tree_.token(sighting.head).relation, "nsubj")) {
            subject = sighting;
        }
        if (sighting.is_person && sighting.last - sighting.first > 1) {
            by_surname_[tree_.token(sighting.last - 1).form] = sighting.actor;
        }
        if (sighting.actor.code.sector() != "GOV") {
            continue;
        }
        for (std::size_t at = sighting.first; at < sighting.last; ++at) {
            std::string title;
            for (std::size_t k = at; k < sighting.last && k < at + kLongestTitle; ++k) {
                title += (title.empty() ? "" : " ") + text::fold(tree_.token(k).form);
                if (!gazetteer_.sector_of_title(title).empty()) {
                    by_title_[title] = sighting.actor;
                }
            }
        }
    }
    if (subject) {
        subject_ = subject;
    }
}

} // namespace entente::actors
