// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/quotations.hpp"

#include <algorithm>
#include <array>

namespace entente::actors {

namespace {

using language::kRoot;

/// A mark that is never closed quotes no more than this.
constexpr std::size_t kMostSentences = 12;

} // namespace

bool is_verb_of_saying(std::string_view lemma) noexcept
{
    static constexpr std::array<std::string_view, 18> kSaying{
        "say",     "tell",     "add",    "state",    "declare", "note",
        "stress",  "continue", "write",  "announce", "claim",   "argue",
        "explain", "warn",     "remark", "insist",   "reply",   "tweet"};
    return std::find(kSaying.begin(), kSaying.end(), lemma) != kSaying.end();
}

Quotations::Quotations(const language::Analysis& analysis, const language::Tree& tree)
{
    find_quotations(analysis, tree);
    find_speakers(analysis, tree);
}

/// A mark that opens within a quotation goes on with it: so begins each further paragraph of one.
void Quotations::find_quotations(const language::Analysis& analysis, const language::Tree& tree)
{
    bool open = false;
    Quotation quotation;
    for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
        const bool too_long =
            open && tree.sentence_of(i) - tree.sentence_of(quotation.first) >= kMostSentences;
        if (too_long) {
            open = false;
        }
        const language::Token& token = analysis.tokens[i];
        if (token.form != "\"") {
            continue;
        }
        const bool opens = i + 1 < analysis.tokens.size() &&
                           analysis.tokens[i + 1].bytes.begin == token.bytes.end &&
                           (i == 0 || analysis.tokens[i - 1].bytes.end < token.bytes.begin ||
                            analysis.tokens[i - 1].form == "(");
        if (opens && !open) {
            quotation.first = i + 1;
            open = true;
        } else if (!opens && open) {
            quotation.last = i;
            quotations_.push_back(quotation);
            open = false;
        }
    }
}

void Quotations::find_speakers(const language::Analysis& analysis, const language::Tree& tree)
{
    // Quotations come in order, so a sentence is asked for again at once or never.
    std::size_t asked = kRoot;
    std::size_t answer = kRoot;
    const auto speaker_in = [&](std::size_t sentence) {
        if (sentence == asked) {
            return answer;
        }
        asked = sentence;
        answer = kRoot;
        const language::Sentence& span = analysis.sentences[sentence];
        for (std::size_t i = span.first; i < span.last && answer == kRoot; ++i) {
            if (!is_verb_of_saying(tree.token(i).lemma) || is_inside(i)) {
                continue;
            }
            const auto subjects = tree.children(i, "nsubj");
            answer = subjects.empty() ? kRoot : subjects.front();
        }
        return answer;
    };
    const Quotation* before = nullptr;
    for (Quotation& quotation : quotations_) {
        const std::size_t first = tree.sentence_of(quotation.first);
        const std::size_t last = tree.sentence_of(quotation.last);
        quotation.speaker = speaker_in(last);
        if (quotation.speaker == kRoot) {
            quotation.speaker = speaker_in(first);
        }
        // "…," she said. "…": what follows at once is hers too.
        const bool goes_on = before != nullptr && first - tree.sentence_of(before->last) <= 1 &&
                             quotation.first <= analysis.sentences[first].first + 1;
        if (quotation.speaker == kRoot && goes_on) {
            quotation.speaker = before->speaker;
        }
        before = &quotation;
    }
}

bool Quotations::is_inside(std::size_t i) const
{
    const auto next =
        std::upper_bound(quotations_.begin(), quotations_.end(), i,
                         [](std::size_t word, const Quotation& one) { return word < one.first; });
    return next != quotations_.begin() && i < std::prev(next)->last;
}

std::size_t Quotations::speaker(std::size_t i) const
{
    const auto next =
        std::upper_bound(quotations_.begin(), quotations_.end(), i,
                         [](std::size_t word, const Quotation& one) { return word < one.first; });
    return next != quotations_.begin() && i < std::prev(next)->last ? std::prev(next)->speaker
                                                                    : kRoot;
}

} // namespace entente::actors
