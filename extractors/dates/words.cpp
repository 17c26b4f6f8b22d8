// SPDX-License-Identifier: Apache-2.0
#include "extractors/dates/words.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <charconv>

namespace entente::dates {

namespace {

constexpr std::size_t kMostWordsBefore = 4; ///< of an entry that stands before a time

std::string folded(std::string_view form)
{
    const bool ascii = std::all_of(form.begin(), form.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (!ascii) {
        return form == "–" || form == "—" ? "-" : text::fold(form);
    }
    std::string out{form};
    for (char& c : out) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
}

constexpr std::string_view kMiddle = "mid-";

/// "mid-November", "mid-2011": the part is told by the words, not by the value.
void drop_middle(std::string& word)
{
    if (word.size() > kMiddle.size()) {
        word.erase(0, kMiddle.size());
    }
}

} // namespace

Words::Words(const language::Analysis& analysis, const Vocabulary& vocabulary)
    : analysis_{analysis}
    , vocabulary_{vocabulary}
    , in_name_(analysis.tokens.size(), false)
{
    folded_.reserve(analysis.tokens.size());
    entries_.reserve(analysis.tokens.size());
    for (const language::Token& token : analysis.tokens) {
        folded_.push_back(folded(token.form));
        auto entries = vocabulary.starting_with(folded_.back());
        if (entries.empty() && folded_.back().starts_with("mid-")) {
            drop_middle(folded_.back());
            entries = vocabulary.starting_with(folded_.back());
        }
        if (entries.empty() && folded_.back().size() > 1 && folded_.back().back() == '.') {
            folded_.back().pop_back();
            entries = vocabulary.starting_with(folded_.back());
        }
        entries_.push_back(entries);
    }
    for (const language::Entity& entity : analysis.entities) {
        if (entity.last - entity.first > 1 && (entity.type == "PERSON" || entity.type == "ORG")) {
            std::fill(in_name_.begin() + static_cast<std::ptrdiff_t>(entity.first),
                      in_name_.begin() + static_cast<std::ptrdiff_t>(entity.last), true);
        }
    }
    last_ = analysis.tokens.size();
}

void Words::enter(const language::Sentence& sentence)
{
    first_ = sentence.first;
    last_ = sentence.last;
}

std::size_t Words::length_of(const Entry& entry, std::size_t i) const
{
    for (std::size_t k = 0; k < entry.words.size(); ++k) {
        if (at(i + k) != entry.words[k]) {
            return 0;
        }
    }
    return entry.words.size();
}

bool Words::may_begin(std::size_t i) const
{
    return !entries_[i].empty() || folded_[i].find_first_of("0123456789") != std::string::npos;
}

Match Words::match(std::size_t i, Kind kind) const
{
    if (!has(i)) {
        return {};
    }
    for (const Entry& entry : entries_[i]) {
        if (entry.kind == kind && length_of(entry, i) != 0) {
            return {&entry, entry.words.size()};
        }
    }
    return {};
}

Match Words::match_lemma(std::size_t i, Kind kind) const
{
    for (const Entry& entry : vocabulary_.starting_with(token(i).lemma)) {
        if (entry.kind == kind && entry.words.size() == 1) {
            return {&entry, 1};
        }
    }
    return {};
}

Match Words::match_before(std::size_t i, Kind kind) const
{
    const std::size_t room = std::min(i - first_, kMostWordsBefore);
    for (std::size_t length = room; length >= 1; --length) {
        const Match match = this->match(i - length, kind);
        if (match.count == length) {
            return match;
        }
    }
    return {};
}

std::optional<int> Words::digits(std::size_t i) const
{
    std::string plain{at(i)};
    plain.erase(std::remove(plain.begin(), plain.end(), ','), plain.end());
    int value = 0;
    const char* const end = plain.data() + plain.size();
    const auto read = std::from_chars(plain.data(), end, value);
    const bool whole = !plain.empty() && plain.front() != '-' && read.ec == std::errc{};
    return whole && read.ptr == end ? std::optional{value} : std::nullopt;
}

bool Words::is_capital(std::size_t i) const
{
    if (!has(i)) {
        return false;
    }
    std::string_view form = token(i).form;
    const bool middle = form.size() > kMiddle.size() && form.starts_with(kMiddle);
    form.remove_prefix(middle ? kMiddle.size() : 0);
    return form.front() >= 'A' && form.front() <= 'Z';
}

bool Words::is_in_title(std::size_t i) const
{
    return is_capital(i) && i != first_ && before(i) != "``" && before(i) != "\"" &&
           before(i) != "''" && !(i == first_ + 1 && before(i) == "the");
}

bool Words::touches_next(std::size_t i) const
{
    return has(i) && has(i + 1) && token(i).bytes.end == token(i + 1).bytes.begin;
}

bool Words::is_dash(std::size_t i) const
{
    return at(i) == "-" || at(i) == "--";
}

} // namespace entente::dates
