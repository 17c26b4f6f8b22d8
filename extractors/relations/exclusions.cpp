// SPDX-License-Identifier: Apache-2.0
#include "extractors/relations/exclusions.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <span>

namespace entente::relations {

namespace {

constexpr std::string_view kGap = "*";
constexpr std::size_t kWidestGap = 2; ///< words that one gap may stand for

/// The two ways to write a word of the text: as it stands, folded, and as its lemma.
struct Word {
    std::string form;
    std::string_view lemma;

    [[nodiscard]] bool is(std::string_view wanted) const
    {
        return form == wanted || lemma == wanted;
    }
};

/// Length in words of the match of `phrase` at the beginning of `words`; 0 where there is none.
std::size_t match(std::span<const std::string> phrase, std::span<const Word> words)
{
    std::size_t length = 0;
    for (std::size_t k = 0; k < phrase.size(); ++k) {
        if (phrase[k] == kGap) {
            for (std::size_t gap = 1; gap <= kWidestGap && length + gap < words.size(); ++gap) {
                const std::size_t rest = match(phrase.subspan(k + 1), words.subspan(length + gap));
                if (rest != 0) {
                    return length + gap + rest;
                }
            }
            return 0;
        }
        if (length == words.size() || !words[length].is(phrase[k])) {
            return 0;
        }
        ++length;
    }
    return length;
}

} // namespace

bool Exclusions::add(std::string_view phrase)
{
    const auto words = text::split(phrase, ' ');
    if (words.front().empty() || words.front() == kGap || words.back() == kGap) {
        return false;
    }
    by_first_word_[std::string{words.front()}].emplace_back(words.begin(), words.end());
    return true;
}

std::vector<bool> Exclusions::mark(const language::Analysis& analysis) const
{
    std::vector<bool> marked(analysis.tokens.size(), false);
    std::vector<Word> words;
    words.reserve(analysis.tokens.size());
    for (const language::Token& token : analysis.tokens) {
        words.push_back({text::fold(token.form), token.lemma});
    }
    const auto mark_from = [&](std::size_t at, std::size_t last, const std::string& first_word) {
        const auto phrases = by_first_word_.find(first_word);
        if (phrases == by_first_word_.end()) {
            return;
        }
        for (const Phrase& phrase : phrases->second) {
            const std::size_t length = match(phrase, std::span{words}.subspan(at, last - at));
            std::fill_n(marked.begin() + static_cast<std::ptrdiff_t>(at), length, true);
        }
    };
    for (const language::Sentence& sentence : analysis.sentences) {
        for (std::size_t at = sentence.first; at < sentence.last; ++at) {
            mark_from(at, sentence.last, words[at].form);
            if (words[at].lemma != words[at].form) {
                mark_from(at, sentence.last, std::string{words[at].lemma});
            }
        }
    }
    return marked;
}

} // namespace entente::relations
