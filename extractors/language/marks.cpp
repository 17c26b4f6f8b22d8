// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/marks.hpp"

#include "extractors/language/word_lists.hpp"

#include <array>
#include <string_view>

namespace entente::language {

namespace {

constexpr auto kEmoticons = std::to_array<std::string_view>(
    {":'(", ":'-(", ":(", ":)", ":))", ":-(", ":-)", ":-))", ":-/", ":-D", ":-P",
     ":-|", ":/",   ":D", ":P", ":]",  ":o)", ":p",  ":|",   ";)",  ";-)", ";D",
     ";P",  "<3",   "=(", "=)", "=D",  "=P",  ">:(", "^_^",  "^^",  "-_-"});

/// Marks of which a run is one word.
[[nodiscard]] bool runs(UChar32 c)
{
    return c == '=' || c == '*' || c == '+' || c == '_' || c == '~' || c == '<' || c == '>' ||
           c == '#' || c == '$';
}

[[nodiscard]] bool opens_emoticon(UChar32 c)
{
    return c == ':' || c == ';' || c == '=' || c == '<' || c == '>' || c == '^' || c == '-';
}

/// Length of the longest emoticon at `from`, else 0.
[[nodiscard]] std::size_t emoticon(const CodePoints& text, std::size_t from)
{
    const UChar32 c = text.at(from);
    if (!opens_emoticon(c)) {
        return 0;
    }
    if (from > 0 && (text.is(from - 1, kDigit) || text.at(from - 1) == c)) {
        return 0;
    }
    std::size_t longest = 0;
    for (const std::string_view face : kEmoticons) {
        if (face.size() <= longest || static_cast<UChar32>(face.front()) != c) {
            continue;
        }
        std::size_t i = 0;
        while (i < face.size() && text.at(from + i) == static_cast<UChar32>(face[i])) {
            ++i;
        }
        const std::size_t next = from + face.size();
        if (i == face.size() && !text.is(next, kInWord) && text.at(next) != text.at(next - 1)) {
            longest = face.size();
        }
    }
    return longest;
}

/// Behind a picture with what modifies or is joined to it; two flag letters are a flag.
[[nodiscard]] std::size_t picture_end(const CodePoints& text, std::size_t from)
{
    std::size_t to = from + 1;
    if (is_flag_letter(text.at(from))) {
        return is_flag_letter(text.at(to)) ? to + 1 : to;
    }
    while (to < text.size()) {
        if (is_picture_modifier(text.at(to))) {
            ++to;
        } else if (text.at(to) == 0x200D && text.is(to + 1, kPicture)) {
            to += 2;
        } else {
            break;
        }
    }
    return to;
}

/// Behind a run of full stops and their kin, or behind ".5", ".doc".
[[nodiscard]] std::size_t stop_end(const CodePoints& text, std::size_t from)
{
    std::size_t to = text.run_end(from + 1, kStop);
    if (text.at(from) != '.' || to != from + 1) {
        return to;
    }
    if ((from == 0 || !text.is(from - 1, kInWord | kClosing)) && text.is(to, kDigit)) {
        to = text.run_end(to, kDigit);
        while ((text.at(to) == '.' || text.at(to) == ',') && text.is(to + 1, kDigit)) {
            to = text.run_end(to + 1, kDigit);
        }
        return to;
    }
    if ((from == 0 || !text.is(from - 1, kInWord)) && text.is(to, kLower)) {
        const std::size_t end = text.run_end(to, kInWord);
        return is_name_ending(text.lower(to, end).view()) ? end : to;
    }
    return to;
}

/// Behind a run of one mark, or behind "#tag", "+49".
[[nodiscard]] std::size_t same_marks_end(const CodePoints& text, std::size_t from)
{
    const UChar32 c = text.at(from);
    std::size_t to = from + 1;
    while (text.at(to) == c) {
        ++to;
    }
    if (c == '#' && to == from + 1 && text.is(to, kLetter)) {
        return text.run_end(to, kInWord);
    }
    if (c == '+' && to == from + 1 && text.is(to, kDigit) &&
        (from == 0 || text.gap(from - 1) || text.at(from - 1) == '(')) {
        return text.run_end(to, kDigit);
    }
    return to;
}

} // namespace

std::size_t mark_end(const CodePoints& text, std::size_t from)
{
    if (const std::size_t length = emoticon(text, from)) {
        return from + length;
    }
    const UChar32 c = text.at(from);
    if (text.is(from, kPicture)) {
        return picture_end(text, from);
    }
    if (text.is(from, kStop)) {
        return stop_end(text, from);
    }
    if (text.is(from, kDash) || runs(c)) {
        return same_marks_end(text, from);
    }
    const std::size_t to = from + 1;
    if (c == '@' && text.is(to, kLetter) && (from == 0 || !text.is(from - 1, kInWord))) {
        return text.run_end(to, kInWord);
    }
    const bool doubles = c == '\'' || c == '`' || c == 0x2019 || c == 0x2018; // "''"
    return doubles && text.at(to) == c ? to + 1 : to;
}

} // namespace entente::language
