// SPDX-License-Identifier: Apache-2.0
// A text as code points with their classes and places: what the tokenizer's rules look at.
#pragma once

#include "extractors/language/characters.hpp"

#include <unicode/utypes.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace entente::language {

/// A few ASCII characters in lower case, to be looked up in a list.
class FoldedWord {
public:
    /// Longer words are in none of the lists.
    static constexpr std::size_t kLongest = 16;

    void push_back(char c) noexcept { letters_[size_++] = c; }

    void clear() noexcept { size_ = 0; }

    [[nodiscard]] std::string_view view() const noexcept { return {letters_.data(), size_}; }

    [[nodiscard]] bool empty() const noexcept { return size_ == 0; }

private:
    std::array<char, kLongest> letters_{};
    std::size_t size_ = 0;
};

/// Places are numbers of code points. Those behind the end read as 0 and have no class, so that
/// rules may look ahead without asking where the text ends.
/// Lifetime: refers to the text.
class CodePoints {
public:
    /// Bytes that are no UTF-8 become U+FFFD.
    explicit CodePoints(std::string_view text);

    [[nodiscard]] std::size_t size() const noexcept { return size_; }

    [[nodiscard]] UChar32 at(std::size_t index) const
    {
        return index < size_ ? chars_[index].value : 0;
    }

    /// Bits of characters.hpp.
    [[nodiscard]] unsigned classes(std::size_t index) const
    {
        return index < size_ ? chars_[index].classes : 0U;
    }

    /// Of at least one of the classes.
    [[nodiscard]] bool is(std::size_t index, unsigned classes) const
    {
        return index < size_ && (chars_[index].classes & classes) != 0;
    }

    /// Each of [from, to) is of at least one of the classes.
    [[nodiscard]] bool all(std::size_t from, std::size_t to, unsigned classes) const
    {
        while (from < to && is(from, classes)) {
            ++from;
        }
        return from == to;
    }

    /// Behind the run of these classes that begins at `from`; `from` where there is none.
    [[nodiscard]] std::size_t run_end(std::size_t from, unsigned classes) const
    {
        while (is(from, classes)) {
            ++from;
        }
        return from;
    }

    /// The end of the text or white space.
    [[nodiscard]] bool gap(std::size_t index) const
    {
        return index >= size_ || (chars_[index].classes & (kSpace | kControl)) != 0;
    }

    /// The byte at which a code point begins; the text's size for the place behind the last.
    [[nodiscard]] std::size_t offset(std::size_t index) const { return chars_[index].begin; }

    [[nodiscard]] std::string_view slice(std::size_t from, std::size_t to) const
    {
        return text_.substr(chars_[from].begin, chars_[to].begin - chars_[from].begin);
    }

    /// [from, to) in lower case, if it is short and plain ASCII; else empty.
    [[nodiscard]] FoldedWord lower(std::size_t from, std::size_t to) const;

    /// True where the text at `from` reads so, whatever the case.
    [[nodiscard]] bool reads(std::size_t from, std::string_view lower_case) const;

private:
    struct Char {
        UChar32 value = 0;
        std::uint16_t classes = 0;
        std::size_t begin = 0; ///< byte
    };

    std::string_view text_;
    std::vector<Char> chars_; ///< one more than code points: the end
    std::size_t size_ = 0;
};

} // namespace entente::language
