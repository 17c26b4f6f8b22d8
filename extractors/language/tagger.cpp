// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/tagger.hpp"

#include "core/text.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

namespace entente::language {

namespace {

bool ends_with(std::string_view word, std::string_view suffix)
{
    return word.size() > suffix.size() + 2 && word.substr(word.size() - suffix.size()) == suffix;
}

UChar32 first_char(std::string_view word)
{
    UChar32 c = 0;
    std::int32_t at = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(word.data()), at,
            static_cast<std::int32_t>(std::min<std::size_t>(word.size(), 4)), c);
    return c;
}

bool is_capitalised(std::string_view word)
{
    return !word.empty() && u_isupper(first_char(word)) != 0;
}

constexpr std::array<std::string_view, 12> kNounEndings{
    "tion", "sion", "ment", "ness", "ity", "ship", "ism", "ance", "ence", "hood", "dom", "cy"};
constexpr std::array<std::string_view, 12> kAdjectiveEndings{
    "al", "ive", "ous", "ful", "ic", "able", "ible", "less", "ary", "ish", "ese", "ian"};

/// Tags one sentence with its neighbours in view.
class SentenceTagger {
public:
    SentenceTagger(Analysis& analysis, const Sentence& sentence, const Vocabulary& vocabulary)
        : tokens_{analysis.tokens}
        , first_{sentence.first}
        , last_{sentence.last}
        , vocabulary_{vocabulary}
        , headline_{looks_like_headline()}
    {}

    void run()
    {
        for (std::size_t i = first_; i < last_; ++i) {
            tag_token(i);
        }
    }

private:
    /// Title case throughout says nothing about names.
    [[nodiscard]] bool looks_like_headline() const
    {
        std::size_t words = 0;
        std::size_t capitals = 0;
        for (std::size_t i = first_; i < last_; ++i) {
            if (tokens_[i].form.size() > 3) {
                ++words;
                capitals += is_capitalised(tokens_[i].form) ? 1U : 0U;
            }
        }
        return words >= 3 && capitals * 10 >= words * 9;
    }

    void set(std::size_t i, std::string_view upos, std::string_view xpos, std::string lemma)
    {
        tokens_[i].upos = upos;
        tokens_[i].xpos = xpos;
        tokens_[i].lemma = std::move(lemma);
    }

    [[nodiscard]] std::string_view upos(std::size_t i) const
    {
        return i >= first_ && i < last_ ? std::string_view{tokens_[i].upos} : std::string_view{};
    }

    [[nodiscard]] std::string lower(std::size_t i) const
    {
        return i >= first_ && i < last_ ? text::fold(tokens_[i].form) : std::string{};
    }

    void tag_token(std::size_t i)
    {
        const std::string& form = tokens_[i].form;
        const UChar32 c = first_char(form);
        if (u_isdigit(c) != 0) {
            const bool ordinal = ends_with(form, "th") || ends_with(form, "st") ||
                                 ends_with(form, "nd") || ends_with(form, "rd");
            set(i, ordinal ? "ADJ" : "NUM", ordinal ? "JJ" : "CD", form);
            return;
        }
        if (u_isalpha(c) == 0 && form != "'s" && form != "n't" && form.front() != '\'') {
            const bool symbol = form == "$" || form == "%" || form == "€" || form == "£";
            set(i, symbol ? "SYM" : "PUNCT", symbol ? "SYM" : form, form);
            return;
        }
        const std::string folded = text::fold(form);
        if (folded == "'s") {
            clitic_s(i);
            return;
        }
        if (folded == "'") {
            const bool possessive = i > first_ && tokens_[i - 1].form.back() == 's' &&
                                    tokens_[i - 1].bytes.end == tokens_[i].bytes.begin;
            set(i, possessive ? "PART" : "PUNCT", possessive ? "POS" : "'", "'s");
            return;
        }
        tag_word(i, folded);
    }

    /// "'s" is "is" before a participle, an article or an adverb, and the possessive otherwise.
    void clitic_s(std::size_t i)
    {
        const std::string before = lower(i - 1);
        const bool pronoun = before == "it" || before == "he" || before == "she" ||
                             before == "that" || before == "there" || before == "what";
        set(i, pronoun ? "AUX" : "PART", pronoun ? "VBZ" : "POS", pronoun ? "be" : "'s");
    }

    void tag_word(std::size_t i, const std::string& folded)
    {
        std::vector<WordReading> readings = vocabulary_.readings(folded);
        const bool capital = is_capitalised(tokens_[i].form);
        const bool opens = i == first_ || tokens_[i - 1].form == "\"" ||
                           tokens_[i - 1].form == ":" || tokens_[i - 1].form == "--";
        const bool all_capitals = tokens_[i].form.size() > 1 && tokens_[i].form != folded &&
                                  std::none_of(tokens_[i].form.begin(), tokens_[i].form.end(),
                                               [](char c) { return c >= 'a' && c <= 'z'; });
        if (next_is_of(i) && is_quantifier(folded)) {
            set(i, "PRON", "NN", folded);
            return;
        }
        if (folded == "us" && all_capitals) {
            set(i, "PROPN", "NNP", tokens_[i].form);
            return;
        }
        const bool function_word = !readings.empty() && readings.front().upos != "VERB" &&
                                   readings.front().upos != "NOUN" &&
                                   readings.front().upos != "ADJ";
        if (capital && !opens && !function_word && !(headline_ && !readings.empty())) {
            set(i, "PROPN", ends_with(folded, "s") ? "NNPS" : "NNP", tokens_[i].form);
            return;
        }
        if (capital && readings.empty()) {
            set(i, "PROPN", "NNP", tokens_[i].form);
            return;
        }
        if (capital && opens && !function_word && opens_a_name(i)) {
            set(i, "PROPN", "NNP", tokens_[i].form);
            return;
        }
        choose(i, folded, readings);
    }

    /// "much of the West", "some of the rebels": the quantifier heads the phrase.
    [[nodiscard]] bool next_is_of(std::size_t i) const { return lower(i + 1) == "of"; }

    [[nodiscard]] static bool is_quantifier(std::string_view word)
    {
        return word == "much" || word == "most" || word == "many" || word == "some" ||
               word == "all" || word == "both" || word == "several" || word == "none";
    }

    /// A known word at the start is part of a name where the next word is capitalised too and it
    /// is no adjective or number: "Foreign Minister", but also "Security Council".
    [[nodiscard]] bool opens_a_name(std::size_t i) const
    {
        return !headline_ && i + 1 < last_ && is_capitalised(tokens_[i + 1].form) &&
               vocabulary_.readings(lower(i)).front().upos == "NOUN";
    }

    void choose(std::size_t i, const std::string& folded, const std::vector<WordReading>& readings)
    {
        if (readings.empty()) {
            guess(i, folded);
            return;
        }
        const WordReading* best = &readings.front();
        double best_score = -1e9;
        for (const WordReading& reading : readings) {
            const double score = fit(i, folded, reading);
            if (score > best_score) {
                best = &reading;
                best_score = score;
            }
        }
        std::string xpos = best->xpos;
        if (best->upos == "VERB") {
            xpos = verb_form(i, xpos);
        }
        set(i, best->upos, xpos, best->lemma);
    }

    /// The past form is a participle after "be" and "have", and after a noun with an agent.
    [[nodiscard]] std::string verb_form(std::size_t i, const std::string& xpos) const
    {
        if (xpos == "VB" && !after_infinitive_marker(i) && !is_past_of_itself(i)) {
            return "VBP";
        }
        if (xpos != "VBD") {
            return xpos;
        }
        for (std::size_t back = 1; back <= 4 && i >= first_ + back; ++back) {
            const Token& word = tokens_[i - back];
            if (word.upos == "AUX") {
                return word.lemma == "be" || word.lemma == "have" ? "VBN" : "VBD";
            }
            if (word.upos != "ADV" && word.upos != "PART") {
                break;
            }
        }
        return lower(i + 1) == "by" ? "VBN" : xpos;
    }

    [[nodiscard]] bool is_past_of_itself(std::size_t i) const
    {
        return tokens_[i].form == "set" || tokens_[i].form == "cut" || tokens_[i].form == "put" ||
               tokens_[i].form == "hit";
    }

    [[nodiscard]] bool after_infinitive_marker(std::size_t i) const
    {
        for (std::size_t back = 1; back <= 3 && i >= first_ + back; ++back) {
            const Token& word = tokens_[i - back];
            if (word.form == "to" || word.xpos == "MD" ||
                (word.upos == "AUX" && word.lemma == "do")) {
                return true;
            }
            if (word.upos != "ADV" && word.upos != "PART") {
                return false;
            }
        }
        return false;
    }

    [[nodiscard]] double fit(std::size_t i, const std::string& folded,
                             const WordReading& reading) const
    {
        const std::string_view before = upos(i - 1);
        const std::string previous = lower(i - 1);
        if (reading.upos == "VERB") {
            return fit_verb(i, reading, before, previous);
        }
        if (reading.upos == "NOUN") {
            double score = 0.5;
            if (before == "DET" || before == "ADJ" || before == "NUM" || before == "NOUN" ||
                before == "PROPN" || (before == "PART" && previous != "to" && previous != "not") ||
                (before == "PRON" && tokens_[i - 1].xpos == "PRP$")) {
                score += 2.0;
            }
            if (before == "ADP" && previous != "to") {
                score += 2.0;
            }
            return score;
        }
        if (reading.upos == "ADJ") {
            const std::string next = lower(i + 1);
            const auto after = vocabulary_.readings(next);
            const bool noun_follows =
                i + 1 < last_ &&
                (after.empty() || after.front().upos == "NOUN" || after.front().upos == "ADJ");
            return noun_follows ? 3.0 : 0.8;
        }
        if (folded == "that") {
            return fit_that(i, reading);
        }
        if (folded == "to") {
            return (reading.upos == "PART") == infinitive_follows(i + 1) ? 1.0 : 0.0;
        }
        // Closed classes come before the open ones, and adverbs before prepositions only where
        // no phrase can follow.
        if (reading.upos == "ADV" && ends_phrase(i + 1)) {
            return 4.0;
        }
        if (reading.upos == "SCONJ" && (folded == "as" || folded == "so")) {
            return 1.0;
        }
        return reading.upos == "ADV" ? 2.5 : 3.0;
    }

    /// A base form comes next, adverbs apart.
    [[nodiscard]] bool infinitive_follows(std::size_t i) const
    {
        for (std::size_t k = i; k < last_ && k < i + 3; ++k) {
            if (is_capitalised(tokens_[k].form)) {
                return false;
            }
            bool adverb = false;
            for (const WordReading& reading : vocabulary_.readings(lower(k))) {
                if (reading.upos == "AUX" || (reading.upos == "VERB" && reading.xpos == "VB")) {
                    return true;
                }
                adverb = adverb || reading.upos == "ADV";
            }
            if (!adverb && !ends_with(lower(k), "ly")) {
                return false;
            }
        }
        return false;
    }

    [[nodiscard]] bool ends_phrase(std::size_t i) const
    {
        return i >= last_ || u_isalnum(first_char(tokens_[i].form)) == 0;
    }

    [[nodiscard]] double fit_that(std::size_t i, const WordReading& reading) const
    {
        if (reading.upos == "SCONJ") {
            return upos(i - 1) == "VERB" || upos(i - 1) == "ADJ" || upos(i - 1) == "PUNCT" ? 5.0
                                                                                           : 3.5;
        }
        const auto after = vocabulary_.readings(lower(i + 1));
        return reading.upos == "DET" && i == first_ && !after.empty() &&
                       after.front().upos == "NOUN"
                   ? 6.0
                   : 2.0;
    }

    [[nodiscard]] double fit_verb(std::size_t i, const WordReading& reading,
                                  std::string_view before, const std::string& previous) const
    {
        double score = 0.4;
        const bool marked = after_infinitive_marker(i);
        if (reading.xpos == "VB") {
            score += marked ? 4.0 : 0.0;
            const bool plural_subject = before == "NOUN" && tokens_[i - 1].xpos == "NNS";
            score += plural_subject ? 1.8 : 0.0;
            score += before == "PRON" && tokens_[i - 1].xpos != "PRP$" ? 3.0 : 0.0;
            score += before == "PROPN" && takes_object(i + 1) ? 2.2 : 0.0;
        }
        if (reading.xpos == "VBZ") {
            score += before == "PROPN" || before == "PRON" ? 1.5 : 0.0;
            score += (before == "PROPN" || before == "NOUN") && takes_object(i + 1) ? 1.3 : 0.0;
        }
        if (reading.xpos == "VBD" || reading.xpos == "VBN") {
            score += before == "DET" || before == "ADP" ||
                             (before == "PRON" && tokens_[i - 1].xpos == "PRP$")
                         ? -0.2
                         : 3.0;
        }
        if (reading.xpos == "VBG") {
            score += before == "DET" || before == "ADJ" ? 0.5 : 3.0;
        }
        if (before == "DET" || previous == "'s") {
            score -= 0.5;
        }
        return score;
    }

    /// What follows could be the verb's object or complement.
    [[nodiscard]] bool takes_object(std::size_t i) const
    {
        if (i >= last_) {
            return false;
        }
        const auto readings = vocabulary_.readings(lower(i));
        if (readings.empty() || is_capitalised(tokens_[i].form)) {
            return true;
        }
        const std::string& next = readings.front().upos;
        return next == "DET" || next == "PRON" || next == "ADP" || next == "SCONJ" ||
               next == "ADJ" || next == "NUM" || next == "ADV";
    }

    void guess(std::size_t i, const std::string& folded)
    {
        const auto ending = [&](const auto& endings) {
            return std::any_of(endings.begin(), endings.end(),
                               [&](std::string_view e) { return ends_with(folded, e); });
        };
        const bool modifies = upos(i - 1) == "DET" || upos(i - 1) == "ADJ" ||
                              upos(i - 1) == "NOUN" || upos(i - 1) == "PROPN";
        if (ends_with(folded, "ly")) {
            set(i, "ADV", "RB", folded);
        } else if (ending(kNounEndings)) {
            set(i, "NOUN", "NN", folded);
        } else if (ends_with(folded, "ing")) {
            set(i, upos(i - 1) == "DET" ? "NOUN" : "VERB", upos(i - 1) == "DET" ? "NN" : "VBG",
                folded);
        } else if (ends_with(folded, "ed")) {
            const bool adjective = upos(i - 1) == "DET" || upos(i - 1) == "ADJ";
            set(i, adjective ? "ADJ" : "VERB", adjective ? "JJ" : verb_form(i, "VBD"),
                folded.substr(0, folded.size() - (folded[folded.size() - 3] == 'e' ? 1U : 2U)));
        } else if (ending(kAdjectiveEndings) && !modifies) {
            set(i, "ADJ", "JJ", folded);
        } else if (ends_with(folded, "s") && !ends_with(folded, "ss")) {
            set(i, "NOUN", "NNS", vocabulary_.singular(folded));
        } else if (ending(kAdjectiveEndings) && i + 1 < last_ && !ends_phrase(i + 1)) {
            set(i, "ADJ", "JJ", folded);
        } else {
            set(i, "NOUN", "NN", folded);
        }
    }

    std::vector<Token>& tokens_;
    std::size_t first_;
    std::size_t last_;
    const Vocabulary& vocabulary_;
    bool headline_;
};

} // namespace

void tag(Analysis& analysis, const Vocabulary& vocabulary)
{
    for (const Sentence& sentence : analysis.sentences) {
        SentenceTagger{analysis, sentence, vocabulary}.run();
    }
}

} // namespace entente::language
