// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/sentence_features.hpp"

#include "extractors/language/word_lists.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace entente::language {

namespace {

constexpr std::uint8_t kFarthestStop = 15;
/// Odd constants that spread bits (Steele et al. 2014, SplitMix).
constexpr std::uint64_t kStep = 0x9E3779B97F4A7C15U;
constexpr std::uint64_t kSpread = 0xBF58476D1CE4E5B9U;

[[nodiscard]] std::uint32_t mix(std::uint32_t hash, std::uint32_t value)
{
    hash = (hash ^ value) * 0x85EBCA6BU;
    return hash ^ (hash >> 15U);
}

/// Lengths and distances in steps that grow.
[[nodiscard]] std::uint32_t bucket(std::size_t count)
{
    constexpr std::array<std::size_t, 10> kSteps{1, 2, 3, 4, 6, 9, 14, 22, 35, 60};
    return static_cast<std::uint32_t>(std::upper_bound(kSteps.begin(), kSteps.end(), count) -
                                      kSteps.begin());
}

[[nodiscard]] bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

[[nodiscard]] bool is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

[[nodiscard]] bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

[[nodiscard]] UChar32 first_code_point(std::string_view form)
{
    UChar32 out = 0;
    std::int32_t at = 0;
    U8_NEXT(reinterpret_cast<const std::uint8_t*>(form.data()), at,
            static_cast<std::int32_t>(std::min<std::size_t>(form.size(), 4)), out);
    return out;
}

} // namespace

SentenceFeatures::View SentenceFeatures::view(const Token& token)
{
    View out;
    const std::string& form = token.form;
    std::uint32_t hash = 0x811C9DC5U;
    bool upper = false;
    bool lower = false;
    bool digit = false;
    bool plain = true;
    for (const char c : form) {
        char folded = c;
        if (is_upper(c)) {
            upper = true;
            folded = static_cast<char>(c - 'A' + 'a');
        } else if (is_lower(c)) {
            lower = true;
        } else if (is_digit(c)) {
            digit = true;
            folded = '0';
        } else if (static_cast<unsigned char>(c) >= 0x80) {
            plain = false;
        }
        hash = (hash ^ static_cast<unsigned char>(folded)) * 0x01000193U;
    }
    out.form = hash;
    out.opener = upper && is_upper(form.front()) && is_opener(form);
    out.length = static_cast<std::uint8_t>(std::min<std::size_t>(form.size(), 15));
    const char head = form.front();
    const char tail = form.back();
    if (static_cast<unsigned char>(head) >= 0x80) {
        const UChar32 c = first_code_point(form);
        out.shape = u_isupper(c) != 0 || u_istitle(c) != 0 ? Shape::capital
                    : u_isalpha(c) != 0                    ? Shape::lower
                    : c == 0x2026                          ? Shape::stop
                    : c == 0x2018                          ? Shape::opening
                                                           : Shape::other;
    } else if (is_upper(head) || is_lower(head)) {
        out.shape = tail == '.'                ? Shape::abbreviated
                    : digit                    ? Shape::mixed
                    : is_lower(head)           ? Shape::lower
                    : form.size() == 1         ? Shape::letter
                    : upper && !lower && plain ? Shape::shouted
                                               : Shape::capital;
    } else if (is_digit(head)) {
        out.shape = lower || upper ? Shape::mixed : Shape::number;
    } else {
        switch (head) {
        case '.':
        case '!':
        case '?':
            out.shape = digit || lower || upper ? Shape::mixed : Shape::stop;
            break;
        case '(':
        case '[':
        case '<':
        case '`':
            out.shape = Shape::opening;
            break;
        case ')':
        case ']':
        case '"':
        case '\'':
            out.shape = lower ? Shape::lower : Shape::closing;
            break;
        case ',':
            out.shape = Shape::comma;
            break;
        case ';':
        case ':':
            out.shape = form.size() == 1 ? Shape::colon : Shape::other;
            break;
        case '-':
            out.shape = Shape::dash;
            break;
        default:
            out.shape = Shape::other;
            break;
        }
    }
    return out;
}

SentenceFeatures::SentenceFeatures(std::span<const Token> tokens, std::size_t first,
                                   std::size_t last)
    : views_(last - first)
    , first_{first}
{
    bool quoting = false;
    std::uint8_t depth = 0;
    std::size_t words = 0;
    std::size_t capitals = 0;
    for (std::size_t i = 0; i < views_.size(); ++i) {
        const Token& token = tokens[first + i];
        View& out = views_[i];
        out = view(token);
        out.spaced = i == 0 || tokens[first + i - 1].bytes.end < token.bytes.begin;
        out.quoting = quoting;
        out.depth = depth;
        if (token.form == "\"") {
            quoting = !quoting;
        } else if (token.form == "(" || token.form == "[") {
            depth = static_cast<std::uint8_t>(std::min(depth + 1, 3));
        } else if ((token.form == ")" || token.form == "]") && depth > 0) {
            --depth;
        }
        words += out.shape >= Shape::lower && out.shape <= Shape::shouted ? 1 : 0;
        capitals += out.shape >= Shape::capital && out.shape <= Shape::shouted ? 1 : 0;
    }
    std::uint8_t to_stop = kFarthestStop;
    for (std::size_t i = views_.size(); i-- > 0;) {
        to_stop = views_[i].shape == Shape::stop
                      ? 0
                      : static_cast<std::uint8_t>(std::min(to_stop + 1, int{kFarthestStop}));
        views_[i].to_stop = to_stop;
    }
    std::size_t tail = views_.size();
    while (tail > 1 && views_[tail - 1].shape == Shape::closing) {
        --tail;
    }
    ends_with_stop_ = views_[tail - 1].shape == Shape::stop;
    capitals_ = static_cast<std::uint8_t>(words == 0 ? 4 : capitals * 4 / words);
}

const SentenceFeatures::View& SentenceFeatures::at(std::ptrdiff_t place) const
{
    static const View none{};
    return place >= 0 && place < static_cast<std::ptrdiff_t>(views_.size())
               ? views_[static_cast<std::size_t>(place)]
               : none;
}

bool SentenceFeatures::plausible(std::size_t i) const
{
    const View& before = views_[i - first_ - 1];
    const View& next = views_[i - first_];
    if (!next.spaced) {
        return before.shape == Shape::stop && next.shape != Shape::closing;
    }
    if (next.shape == Shape::comma || next.shape == Shape::colon || next.shape == Shape::stop) {
        return false;
    }
    return next.shape != Shape::lower ||
           (before.shape >= Shape::abbreviated && before.shape != Shape::comma);
}

void SentenceFeatures::extract(std::size_t i, std::size_t sentence,
                               SentenceFeatureVector& out) const
{
    const auto place = static_cast<std::ptrdiff_t>(i - first_);
    const View& p1 = at(place - 1);
    const View& p2 = at(place - 2);
    const View& p3 = at(place - 3);
    const View& n1 = at(place);
    const View& n2 = at(place + 1);
    const View& n3 = at(place + 2);
    const View& head = at(static_cast<std::ptrdiff_t>(sentence - first_));
    // The mark that may end the sentence, behind closing quotes and brackets, and the word before.
    std::ptrdiff_t stop = place - 1;
    while (stop > place - 4 && at(stop).shape == Shape::closing) {
        --stop;
    }
    const View& mark = at(stop);
    const View& word = at(stop - 1);
    const auto shape = [](const View& view) {
        return static_cast<std::uint32_t>(view.shape);
    };
    const std::uint32_t near = shape(p1) * 16 + shape(n1) + (n1.spaced ? 256 : 0);
    const std::uint32_t wide = ((shape(p2) * 16 + shape(p1)) * 16 + shape(n1)) * 16 + shape(n2);
    // The form where it is a mark, else the shape.
    const std::uint32_t sign = p1.shape >= Shape::stop ? p1.form : shape(p1);
    const std::uint32_t length = bucket(i - sentence);
    std::size_t count = 0;
    const auto add = [&](std::uint32_t a, std::uint32_t b) {
        std::uint64_t hash = (std::uint64_t{a} << 32U | b) + (count + 1) * kStep;
        hash = (hash ^ (hash >> 29U)) * kSpread;
        hash = (hash ^ (hash >> 32U)) * kSpread;
        out[count++] = static_cast<std::uint32_t>(hash >> (64U - kSentenceTableBits));
    };
    add(near, 0);
    add(wide, 0);
    add(wide, shape(p3) * 16 + shape(n3));
    add(p1.form, 0);
    add(n1.form, 0);
    add(p1.form, n1.form);
    add(p1.form, shape(n1) * 16 + shape(n2));
    add(n1.form, shape(p1) * 16 + shape(p2));
    add(p2.form, p1.form);
    add(n1.form, n2.form);
    add(sign, mix(n1.form, n2.form));
    add(word.form, mix(mark.form, shape(n1)));
    add(word.form, shape(mark));
    add(mark.form, mix(shape(word) * 16 + shape(n1), word.length));
    add(sign, length * 16 + shape(n1));
    add(near, bucket(views_.size() - (i - first_)));
    add(near, n1.to_stop);
    add(near, (ends_with_stop_ ? 8U : 0U) + capitals_);
    add(sign, (n1.quoting ? 1U : 0U) + n1.depth * 2U + shape(n1) * 16);
    add(head.form, sign);
    add(shape(head) * 16 + shape(n1), mix(sign, length));
    add(p3.form, mix(p2.form, p1.form));
    add(near, bucket(i - first_));
    add(sign, mix(n1.to_stop, length));
    add(n2.form, sign);
    // As the rules would have it.
    const bool rule =
        n1.spaced && (mark.shape == Shape::stop ? n1.shape != Shape::lower
                      : mark.shape == Shape::abbreviated && mark.length > 2 ? n1.opener
                                                                            : false);
    add((rule ? 1U : 0U) + (n1.opener ? 2U : 0U), shape(mark));
    add((rule ? 1U : 0U) + (n1.opener ? 2U : 0U), mix(mark.form, word.length));
    add(sign, mix(mix(shape(n1), shape(n2)), (n1.quoting ? 1U : 0U) + (p1.quoting ? 2U : 0U)));
}

} // namespace entente::language
