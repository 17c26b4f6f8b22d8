// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/introduced_names.hpp"

#include "extractors/actors/strangers.hpp"

#include <algorithm>
#include <string_view>

namespace entente::actors {

namespace {

constexpr std::size_t kMostSmallWords = 4; ///< "of the", "and", which give no letter
constexpr std::size_t kShortest = 2;
constexpr std::size_t kLongest = 8;

bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/// Whether a name of the entry has three in four of the words, so that the long form is one more
/// spelling.
bool shares_words(const Entry& entry, const std::vector<std::string_view>& words)
{
    const auto capitalised = static_cast<std::size_t>(std::count_if(
        words.begin(), words.end(), [](std::string_view w) { return is_capital(w.front()); }));
    return std::any_of(entry.names.begin(), entry.names.end(), [&](const std::string& name) {
        std::size_t shared = 0;
        for (const std::string_view word : words) {
            shared += is_capital(word.front()) && name.find(word) != std::string::npos ? 1U : 0U;
        }
        return 4 * shared >= 3 * capitalised;
    });
}

} // namespace

IntroducedNames::IntroducedNames(const ActorContext& context)
{
    const auto& tokens = context.analysis.tokens;
    for (std::size_t i = 1; i + 2 < tokens.size(); ++i) {
        if (tokens[i].form == "(" && tokens[i + 2].form == ")" && is_acronym(tokens[i + 1].form)) {
            introduce(context, i);
        }
    }
}

bool IntroducedNames::is_acronym(const std::string& word)
{
    const auto capitals = std::count_if(word.begin(), word.end(), is_capital);
    return word.size() >= kShortest && word.size() <= kLongest &&
           2 * static_cast<std::size_t>(capitals) > word.size() && is_capital(word.front());
}

/// The long form begins at the word that gives the first letter, and its capitals give the others
/// in order (Schwartz and Hearst 2003, with words instead of letters).
void IntroducedNames::introduce(const ActorContext& context, std::size_t bracket)
{
    const auto& tokens = context.analysis.tokens;
    const std::string& acronym = tokens[bracket + 1].form;
    const std::size_t sentence = context.tree.sentence_of(bracket);
    const std::size_t begin = context.analysis.sentences[sentence].first;
    std::string letters;
    for (const char c : acronym) {
        if (is_capital(c)) {
            letters += c;
        }
    }
    std::size_t missing = letters.size();
    std::size_t small = 0;
    std::size_t first = bracket;
    while (missing > 0 && first > begin && small <= kMostSmallWords) {
        const std::string& form = tokens[--first].form;
        if (form.front() == letters[missing - 1]) {
            --missing;
        } else if (is_capital(form.front())) {
            return; // a name with other initials
        } else {
            ++small;
        }
    }
    if (missing > 0) {
        return;
    }
    std::vector<std::string_view> words;
    for (std::size_t i = first; i < bracket; ++i) {
        words.emplace_back(tokens[i].form);
    }
    Name name{
        {}, context.surface(first, bracket), acronym, is_organisation(context, first, bracket)};
    const NameMatch match = context.gazetteer.longest_match(words);
    if (match.words == words.size()) {
        if (!match.meanings.empty()) {
            name.meaning = match.meanings.front();
            names_.try_emplace(acronym, std::move(name));
        }
        return;
    }
    // The tables may know the long form by another spelling, if they know these letters at all.
    const std::string_view letters_alone{acronym};
    const NameMatch known = context.gazetteer.longest_match({&letters_alone, 1});
    const auto same =
        std::find_if(known.meanings.begin(), known.meanings.end(), [&](const NameMeaning& meaning) {
            return shares_words(context.gazetteer.entries()[meaning.entry], words);
        });
    if (same != known.meanings.end()) {
        name.meaning = *same;
    }
    names_.try_emplace(acronym, std::move(name));
    long_forms_.push_back({first, bracket, acronym});
}

const IntroducedNames::Name* IntroducedNames::find(const std::string& word) const
{
    const auto found = names_.find(word);
    return found == names_.end() ? nullptr : &found->second;
}

const IntroducedNames::Name* IntroducedNames::long_form_at(std::size_t first,
                                                           std::size_t& last) const
{
    const auto found = std::lower_bound(
        long_forms_.begin(), long_forms_.end(), first,
        [](const LongForm& form, std::size_t token) { return form.first < token; });
    if (found == long_forms_.end() || found->first != first) {
        return nullptr;
    }
    last = found->last;
    return find(found->acronym);
}

} // namespace entente::actors
