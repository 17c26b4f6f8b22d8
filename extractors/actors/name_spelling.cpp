// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/name_spelling.hpp"

#include "core/text.hpp"

#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace entente::actors {

namespace {

constexpr std::array<std::string_view, 28> kSmallWords{
    "a",  "al",  "an", "and", "at", "bin", "by", "da", "de", "del", "der", "di", "du",  "el",
    "en", "for", "ha", "ibn", "in", "la",  "le", "of", "on", "the", "to",  "ul", "van", "von"};
constexpr std::array<std::string_view, 6> kTitles{"dr", "jr", "mr", "mrs", "ms", "st"};

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

char capital(char c)
{
    return is_small(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

bool is_ascii(std::string_view name)
{
    return std::none_of(name.begin(), name.end(),
                        [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

/// Lower case; the quick way for ASCII, which the dictionaries are.
std::string folded(std::string_view name)
{
    if (!is_ascii(name)) {
        return text::fold(name);
    }
    std::string out{name};
    for (char& c : out) {
        c = is_capital(c) ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
}

/// What spellings of one name have in common: "al-Qaeda" and "AL QAEDA" → "al qaeda".
std::string letters_of(std::string_view name)
{
    std::string out;
    for (const char c : folded(name)) {
        if (c == '.' || c == '\'') {
            continue;
        }
        const bool blank = c == ' ' || c == '-';
        if (!blank) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    return out;
}

bool has_vowel(std::string_view capitals)
{
    return capitals.find_first_of("AEIOUY") != std::string_view::npos || !is_ascii(capitals);
}

/// "O'BRIEN" → "O'Brien", "MCDONALD" → "McDonald", "JEAN-PIERRE" → "Jean-Pierre".
std::string title_case(std::string_view capitals)
{
    if (!is_ascii(capitals)) {
        std::string out;
        const auto data = static_cast<std::int32_t>(capitals.size());
        icu::UnicodeString::fromUTF8({capitals.data(), data}).toTitle(nullptr).toUTF8String(out);
        return out;
    }
    std::string out = folded(capitals);
    bool start = true;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const bool behind_mc = i == 2 && out.size() > 4 && out.starts_with("Mc");
        if (start || behind_mc) {
            out[i] = capital(out[i]);
        }
        start = out[i] == '-' || (out[i] == '\'' && i == 1);
    }
    return out;
}

} // namespace

NameSpelling::NameSpelling(const Gazetteer& known)
{
    for (const Entry& entry : known.entries()) {
        for (const auto* names : {&entry.names, &entry.adjectives, &entry.seats, &entry.places}) {
            std::for_each(names->begin(), names->end(),
                          [this](const std::string& name) { learn(name); });
        }
    }
    for (const Office& office : known.offices()) {
        learn(office.person);
    }
}

void NameSpelling::learn(const std::string& name)
{
    std::vector<std::string>& spellings = known_[letters_of(name)];
    if (std::find(spellings.begin(), spellings.end(), name) == spellings.end()) {
        spellings.push_back(name);
    }
    if (name.size() > 1 && std::all_of(name.begin(), name.end(), is_capital)) {
        acronyms_.emplace(folded(name), name);
    }
}

std::vector<std::string> NameSpelling::of(std::string_view name) const
{
    if (std::any_of(name.begin(), name.end(), is_small)) {
        return {std::string{name}};
    }
    if (const auto found = known_.find(letters_of(name)); found != known_.end()) {
        return found->second;
    }
    std::string out;
    std::string hyphenated; ///< "Omar al-Bashir"
    bool article = false;
    for (const std::string_view one : text::split(name, ' ')) {
        const std::string next = word(one, out.empty());
        hyphenated += (hyphenated.empty() ? "" : article ? "-" : " ") + next;
        out += (out.empty() ? "" : " ") + next;
        article = next == "al" || next == "el";
    }
    std::vector<std::string> spellings{out};
    if (hyphenated != out) {
        spellings.insert(spellings.begin(), hyphenated);
    }
    // One short word may be an acronym or not.
    constexpr std::size_t kLongestAcronym = 6;
    if (out != name && name.size() <= kLongestAcronym && name.find(' ') == std::string_view::npos) {
        spellings.emplace_back(name);
    }
    return spellings;
}

std::string NameSpelling::word(std::string_view capitals, bool first) const
{
    std::string small = folded(capitals);
    small.resize(small.find_last_not_of('.') + 1); // "MR."
    if (is_one_of(small, kSmallWords)) {
        return first && small != "al" && small != "el" ? title_case(capitals) : small;
    }
    if (is_one_of(small, kTitles)) {
        return title_case(capitals);
    }
    if (const auto acronym = acronyms_.find(small); acronym != acronyms_.end()) {
        return acronym->second;
    }
    return has_vowel(capitals) ? title_case(capitals) : std::string{capitals};
}

} // namespace entente::actors
