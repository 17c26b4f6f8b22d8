// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/addresses.hpp"

#include "extractors/language/word_lists.hpp"

#include <string_view>

namespace entente::language {

namespace {

constexpr std::size_t kLongestScheme = 8;   ///< letters
constexpr std::size_t kLongestMailbox = 64; ///< code points before the @
constexpr std::size_t kLongestHost = 128;   ///< of a name without a scheme

[[nodiscard]] bool in_mailbox(UChar32 c)
{
    return c == '.' || c == '-' || c == '+' || c == '%' || c == '&';
}

/// Marks that no address holds: what stands around it in a text.
[[nodiscard]] bool ends_address(UChar32 c)
{
    return c == '<' || c == '>' || c == '"' || c == 0x201C || c == 0x201D || c == ']' || c == '[';
}

} // namespace

void AddressFinder::look_ahead(std::size_t from)
{
    std::size_t end = from;
    has_at_ = false;
    has_scheme_ = false;
    has_inner_stop_ = false;
    for (; !text_.gap(end); ++end) {
        const UChar32 c = text_.at(end);
        has_at_ = has_at_ || c == '@';
        has_scheme_ =
            has_scheme_ || (c == ':' && text_.at(end + 1) == '/' && text_.at(end + 2) == '/');
        has_inner_stop_ = has_inner_stop_ || (c == '.' && text_.is(end + 1, kInWord));
    }
    stretch_end_ = end;
}

std::size_t AddressFinder::find(std::size_t from) const
{
    if (has_scheme_ && scheme(from)) {
        return path_end(from);
    }
    if (has_at_) {
        constexpr std::string_view kMailto = "mailto:";
        if (text_.reads(from, kMailto)) {
            if (const std::size_t end = mailbox_end(from + kMailto.size())) {
                return end;
            }
        }
    }
    if (has_inner_stop_) {
        constexpr std::string_view kWeb = "www.";
        if (text_.reads(from, "doi:10.") ||
            (text_.reads(from, kWeb) && text_.is(from + kWeb.size(), kInWord))) {
            return path_end(from);
        }
    }
    if (has_at_) {
        if (const std::size_t end = mailbox_end(from)) {
            return end;
        }
    }
    return has_inner_stop_ ? dotted_end(from) : 0;
}

bool AddressFinder::scheme(std::size_t from) const
{
    std::size_t i = from;
    while (i - from < kLongestScheme && text_.is(i, kLetter)) {
        ++i;
    }
    return i > from && text_.at(i) == ':' && text_.at(i + 1) == '/' && text_.at(i + 2) == '/';
}

/// Up to the white space, without the marks that close the sentence or bracket around it.
std::size_t AddressFinder::path_end(std::size_t from) const
{
    std::size_t end = from;
    std::size_t open = 0;
    for (; end < stretch_end_; ++end) {
        const UChar32 c = text_.at(end);
        if (ends_address(c)) {
            break;
        }
        if (c == '(') {
            ++open;
        } else if (c == ')') {
            if (open == 0) {
                break;
            }
            --open;
        }
    }
    const auto belongs = [this](std::size_t index) {
        const UChar32 c = text_.at(index);
        return text_.is(index, kInWord) || c == '/' || c == ')' || c == '=' || c == '-';
    };
    while (end > from + 1 && !belongs(end - 1)) {
        --end;
    }
    return end;
}

std::size_t AddressFinder::mailbox_end(std::size_t from) const
{
    std::size_t i = from;
    while (i - from < kLongestMailbox && (text_.is(i, kInWord) || in_mailbox(text_.at(i)))) {
        ++i;
    }
    if (text_.at(i) != '@' || !text_.is(i + 1, kInWord)) {
        return 0;
    }
    ++i;
    while (text_.is(i, kInWord) ||
           ((text_.at(i) == '.' || text_.at(i) == '-') && text_.is(i + 1, kInWord))) {
        ++i;
    }
    return i;
}

/// "example.org", "alt.animals.cat", "report.doc"; 0 where it is two sentences without a space.
std::size_t AddressFinder::dotted_end(std::size_t from) const
{
    std::size_t i = from;
    std::size_t stops = 0;
    std::size_t last_part = from;
    bool small = true;
    bool hyphen = false;
    while (text_.is(i, kInWord) ||
           ((text_.at(i) == '.' || text_.at(i) == '-') && text_.is(i + 1, kInWord) && i > from)) {
        if (text_.at(i) == '.') {
            ++stops;
            last_part = i + 1;
        } else if (text_.at(i) == '-') {
            hyphen = true;
        }
        small = small && !text_.is(i, kUpper | kDigit);
        if (++i - from > kLongestHost) {
            return 0;
        }
    }
    if (stops == 0 || !text_.is(last_part, kLetter)) {
        return 0;
    }
    const std::size_t length = i - last_part;
    const bool named = is_name_ending(text_.lower(last_part, i).view()) && length >= 2;
    const bool listed = stops >= 2 && small && !hyphen;
    // "in" and "us" are words too: only where nothing looks like a sentence's end.
    const bool word = text_.reads(last_part, "in") || text_.reads(last_part, "us");
    if (named && (!word || length > 2 || stops >= 2 || (small && !text_.is(i, kSpace)))) {
        return text_.at(i) == '/' ? path_end(from) : i;
    }
    return listed && last_part - from > 3 ? i : 0;
}

} // namespace entente::language
