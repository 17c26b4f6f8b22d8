// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/training/lemma_training.hpp"

#include "extractors/language/lemma_table.hpp"
#include "extractors/language/lemmatizer.hpp"
#include "extractors/language/model_file.hpp"
#include "extractors/language/training/base_forms.hpp"
#include "extractors/language/training/suffix_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace entente::language::training {

namespace {

using lemmas::LetterCase;
using lemmas::Question;
using lemmas::Shape;

using Tags = std::pair<std::string, std::string>; ///< upos, xpos
using Votes = std::map<std::string, std::size_t>; ///< by lemma

struct FormVotes {
    Votes lemmas;
    std::size_t times = 0;
    std::size_t misspelt = 0; ///< of these times, where the treebank says so
};

using Forms = std::map<std::string, FormVotes>;

/// Tags whose words are inflected regularly. Names may hold any of them: "Working Party".
constexpr std::array<std::pair<std::pair<std::string_view, std::string_view>, Inflection>, 13>
    kInflected{{
        {{"VERB", "VBG"}, Inflection::ing},
        {{"VERB", "VBD"}, Inflection::ed},
        {{"VERB", "VBN"}, Inflection::ed},
        {{"VERB", "VBZ"}, Inflection::verb_s},
        {{"VERB", "NNP"}, Inflection::ing},
        {{"VERB", "NNP"}, Inflection::ed},
        {{"NOUN", "NNS"}, Inflection::noun_s},
        {{"PROPN", "NNPS"}, Inflection::noun_s},
        {{"ADJ", "JJR"}, Inflection::comparative},
        {{"ADV", "RBR"}, Inflection::comparative},
        {{"ADJ", "JJS"}, Inflection::superlative},
        {{"ADV", "RBS"}, Inflection::superlative},
        {{"ADJ", "NNP"}, Inflection::superlative},
    }};

/// Parts of a word that was torn apart; the first has the lemma of the whole.
constexpr std::string_view kGoesWith = "GW";
constexpr std::string_view kName = "PROPN";

/// What a word seen with capitals says of the capitals of others, to one of a word in small
/// letters.
constexpr std::size_t kSeenInCapitals = 4;
constexpr std::size_t kLeastMisspelt = 2;

/// Treebanks hold mistakes; a listed form counts as much as so many words of theirs.
constexpr std::size_t kListedVotes = 5;

/// The lemma with most votes, the first by name of several.
const std::string& winner(const Votes& votes)
{
    return std::max_element(votes.begin(), votes.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
}

/// Misspelt words teach nothing about others.
bool is_regular(const FormVotes& form)
{
    return form.misspelt < form.times;
}

void vote(std::map<Tags, Forms>& forms, const Word& word)
{
    if (word.lemma.empty() || word.xpos == kGoesWith) {
        return;
    }
    FormVotes& form = forms[{word.upos, word.xpos}][lemmas::plain_apostrophes(word.form)];
    ++form.lemmas[word.lemma];
    ++form.times;
    form.misspelt += word.feats.find("Typo=Yes") == std::string::npos ? 0U : 1U;
}

/// Collects and learns; used once.
class Trainer {
public:
    explicit Trainer(const LemmaSources& sources)
        : sources_{&sources}
        , bases_{sources.words}
    {}

    [[nodiscard]] Result<std::string> train()
    {
        collect();
        if (forms_.empty()) {
            return Error{ErrorCode::bad_value, "the treebank has no words with lemmas"}.hint(
                "name a treebank with the columns lemma, upos and xpos filled");
        }
        if (forms_.size() > lemmas::kMostGroups) {
            return Error{ErrorCode::bad_value,
                         fmt::format("{} pairs of tags where {} can be told apart", forms_.size(),
                                     lemmas::kMostGroups)}
                .hint("use universal tags and those of the Penn treebank");
        }
        number_groups();
        learn_known_words();
        for (const auto& [tags, forms] : forms_) {
            learn_edits(tags, forms);
            learn_letter_case(tags, forms);
        }
        return add_exceptions();
    }

private:
    void collect()
    {
        for (const Document& document : sources_->documents) {
            for (const TreebankSentence& sentence : document.sentences) {
                for (const Word& word : sentence.words) {
                    vote(forms_, word);
                }
            }
        }
        if (forms_.empty()) {
            return;
        }
        for (const ListedForm& listed : sources_->listed) {
            FormVotes& form = forms_[{listed.upos, listed.xpos}][listed.form];
            form.lemmas[listed.lemma] += kListedVotes;
            form.times += kListedVotes;
        }
    }

    /// Groups are pairs of tags; a pair that was never seen is taken for the most frequent one with
    /// the same xpos, or else with the same upos.
    void number_groups()
    {
        std::map<std::string, std::pair<std::size_t, std::uint8_t>> by_xpos;
        std::map<std::string, std::pair<std::size_t, std::uint8_t>> by_upos;
        std::uint8_t next = 0;
        for (const auto& [tags, forms] : forms_) {
            groups_[tags] = ++next;
            std::size_t times = 0;
            for (const auto& [form, votes] : forms) {
                times += votes.times;
            }
            for (auto* best : {&by_xpos[tags.second], &by_upos[tags.first]}) {
                *best = times > best->first ? std::pair{times, next} : *best;
            }
        }
        std::map<std::uint64_t, std::uint8_t> keys;
        for (const auto& [tags, group] : groups_) {
            keys.emplace(lemmas::tag_key(tags.first, tags.second), group);
        }
        for (const auto& [xpos, best] : by_xpos) {
            keys.emplace(lemmas::tag_key({}, xpos), best.second);
        }
        for (const auto& [upos, best] : by_upos) {
            keys.emplace(lemmas::tag_key(upos, {}), best.second);
        }
        for (const auto& [key, group] : keys) {
            rules_.add_tags(key, group);
        }
    }

    void learn_known_words()
    {
        for (const auto& [tags, forms] : forms_) {
            for (const auto& [form, votes] : forms) {
                if (!is_regular(votes)) {
                    continue;
                }
                const std::string& lemma = winner(votes.lemmas);
                if (tags.first == "VERB") {
                    bases_.add_verb(lemma, votes.times);
                } else if (tags.first == "NOUN") {
                    bases_.add_noun(lemma, votes.times);
                } else if (tags.first == "ADJ" && tags.second != "NNP") {
                    bases_.add_adjective(lemma, votes.times);
                }
                for (const Inflection inflection : kInflections) {
                    add_inflected(lemma, inflection);
                }
            }
        }
        for (const std::string& verb : sources_->verbs) {
            bases_.add_verb(verb);
            for (const Inflection each : {Inflection::ing, Inflection::ed, Inflection::verb_s}) {
                add_inflected(verb, each);
            }
        }
        for (const std::string& noun : sources_->nouns) {
            bases_.add_noun(noun);
            add_inflected(noun, Inflection::noun_s);
        }
        for (std::size_t i = 0; i < std::min(sources_->words.size(), kMostWords); ++i) {
            inflected_.insert(sources_->words[i]);
        }
    }

    void add_inflected(const std::string& base, Inflection inflection)
    {
        for (std::string& form : inflect(base, inflection)) {
            inflected_.insert(std::move(form));
        }
    }

    /// Lower-case forms and lemmas of a pair of tags: the treebank's, listed ones, and those that
    /// follow from known base forms.
    [[nodiscard]] std::map<std::string, std::string> pairs_of(const Tags& tags,
                                                              const Forms& forms) const
    {
        std::map<std::string, Votes> votes;
        for (const auto& [form, seen] : forms) {
            if (!is_regular(seen)) {
                continue;
            }
            const bool lower = lemmas::shape_of(form) == Shape::lower;
            for (const auto& [lemma, times] : seen.lemmas) {
                votes[lemmas::lower_case(form)][lower ? lemma : lemmas::lower_case(lemma)] += times;
            }
        }
        std::map<std::string, std::string> pairs;
        for (const auto& [form, lemmas] : votes) {
            pairs.emplace(form, winner(lemmas));
        }
        const bool name = tags.second == "NNPS";
        for (const ListedForm& listed : sources_->listed) {
            if (name && listed.xpos == "NNS") {
                pairs.emplace(listed.form, listed.lemma);
            }
        }
        for (const auto& [inflected, inflection] : kInflected) {
            if (tags != Tags{inflected}) {
                continue;
            }
            for (const std::string& form : inflected_) {
                if (pairs.contains(form)) {
                    continue;
                }
                if (std::optional<std::string> base = bases_.base_of(form, inflection)) {
                    pairs.emplace(form, *std::move(base));
                }
            }
        }
        return pairs;
    }

    void learn_edits(const Tags& tags, const Forms& forms)
    {
        std::vector<SuffixExample> examples;
        for (const auto& [form, lemma] : pairs_of(tags, forms)) {
            if (const auto rule = rules_.edit(form, lemma)) {
                examples.push_back({form, *rule});
            }
        }
        rules_.learn({Question::edit, groups_.at(tags), Shape::lower}, std::move(examples));
    }

    /// Whether capitals stay; by how the word is written. Words that were seen in small letters
    /// tell as well.
    void learn_letter_case(const Tags& tags, const Forms& forms)
    {
        std::map<Shape, std::map<std::string, std::map<LetterCase, std::size_t>>> votes;
        std::set<std::string> small;
        for (const auto& [form, seen] : forms) {
            if (!is_regular(seen)) {
                continue;
            }
            const Shape shape = lemmas::shape_of(form);
            const std::string lower = lemmas::lower_case(form);
            if (shape == Shape::lower && tags.first != kName) {
                small.insert(lower);
                continue;
            }
            for (const auto& [lemma, times] : seen.lemmas) {
                if (const auto letter_case = letter_case_of(form, lemma)) {
                    votes[shape][lower][*letter_case] += times;
                }
            }
        }
        for (const Shape shape :
             {Shape::lower, Shape::capital, Shape::short_capitals, Shape::capitals, Shape::mixed}) {
            std::vector<SuffixExample> examples;
            for (const auto& [form, cases] : votes[shape]) {
                const auto most =
                    std::max_element(cases.begin(), cases.end(), [](const auto& a, const auto& b) {
                        return a.second < b.second;
                    });
                examples.push_back({form, rules_.letter_case(most->first), kSeenInCapitals});
            }
            // Odd capitals are there on purpose: "CEOs".
            const std::size_t weight = shape == Shape::mixed ? 0 : 1;
            for (const std::string& form : small) {
                if (!votes[shape].contains(form)) {
                    examples.push_back({form, rules_.letter_case(LetterCase::lower), weight});
                }
            }
            rules_.learn({Question::letter_case, groups_.at(tags), shape}, std::move(examples));
        }
    }

    /// What became of the form's capitals; nothing where they say nothing.
    [[nodiscard]] static std::optional<LetterCase> letter_case_of(std::string_view form,
                                                                  std::string_view lemma)
    {
        // What the two have in common at the beginning tells, not the ending.
        const std::string lower_form = lemmas::lower_case(form);
        const std::string lower_lemma = lemmas::lower_case(lemma);
        const auto common =
            static_cast<std::size_t>(std::mismatch(lower_form.begin(), lower_form.end(),
                                                   lower_lemma.begin(), lower_lemma.end())
                                         .first -
                                     lower_form.begin());
        if (common == 0 || form.size() != lower_form.size() || lemma.size() != lower_lemma.size()) {
            return std::nullopt;
        }
        const std::string_view begin = lemma.substr(0, common);
        for (const LetterCase each : {LetterCase::lower, LetterCase::keep, LetterCase::title}) {
            if (std::string_view{lemmas::in_case(form, each)}.substr(0, common) == begin) {
                return each;
            }
        }
        return std::nullopt;
    }

    /// What the rules get wrong is written down word by word.
    [[nodiscard]] Result<std::string> add_exceptions()
    {
        const std::string first = rules_.section();
        const Result<Lemmatizer> lemmatizer =
            Lemmatizer::load(SectionReader{std::as_bytes(std::span<const char>{first})});
        if (!lemmatizer) {
            return lemmatizer.error();
        }
        for (const auto& [tags, forms] : forms_) {
            for (const auto& [form, votes] : forms) {
                if (!is_regular(votes) && votes.times < kLeastMisspelt) {
                    continue;
                }
                const std::string& lemma = winner(votes.lemmas);
                if (lemmatizer->lemma(form, tags.first, tags.second) == lemma) {
                    continue;
                }
                if (const auto rule = rules_.edit(form, lemma)) {
                    rules_.add_word({Question::exact, groups_.at(tags), Shape::lower}, form, *rule);
                }
            }
        }
        return rules_.section();
    }

    static constexpr std::array kInflections{Inflection::ing,         Inflection::ed,
                                             Inflection::verb_s,      Inflection::noun_s,
                                             Inflection::comparative, Inflection::superlative};

    /// Of the words by frequency so many are looked at; rarer ones serve as base forms only.
    static constexpr std::size_t kMostWords = 100'000;

    const LemmaSources* sources_;
    std::map<Tags, Forms> forms_;
    std::map<Tags, std::uint8_t> groups_;
    BaseForms bases_;
    std::set<std::string> inflected_; ///< forms that may be inflected
    SuffixRules rules_;
};

} // namespace

Result<std::string> train_lemmas(const LemmaSources& sources)
{
    return Trainer{sources}.train();
}

} // namespace entente::language::training
