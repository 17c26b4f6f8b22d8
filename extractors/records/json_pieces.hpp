// SPDX-License-Identifier: Apache-2.0
// A JSON object of any size, cut into pieces that are small: one member, or one element of a
// member that is an array, after the other.
#pragma once

#include "core/result.hpp"

#include <cstddef>
#include <cstdint>
#include <istream>
#include <string>

namespace entente::records {

/// Cuts by brackets and quotes alone; whether a piece is JSON is for its parser to say.
class JsonPieces {
public:
    JsonPieces(std::istream& in, std::size_t max_bytes)
        : in_{*in.rdbuf()}
        , max_bytes_{max_bytes}
    {}

    /// Goes to the next piece; false behind the end of the object.
    /// Errors: unreadable_input where the stream is no object or ends within it.
    [[nodiscard]] Result<bool> next();

    /// Name of the member, as written between its quotes.
    [[nodiscard]] const std::string& member() const noexcept { return member_; }

    /// Whether the piece is an element of the member's array.
    [[nodiscard]] bool is_element() const noexcept { return in_array_; }

    /// Cut off at the limit.
    [[nodiscard]] const std::string& text() const noexcept { return text_; }

    [[nodiscard]] bool too_long() const noexcept { return too_long_; }

    /// Where the piece begins; lines count from 1.
    [[nodiscard]] std::uint64_t line() const noexcept { return line_; }

private:
    int peek();
    int take();
    int skip_blanks();
    void keep(int c);
    [[nodiscard]] bool read_string(std::string* into);
    [[nodiscard]] bool read_value();
    [[nodiscard]] Error broken(std::string what) const;

    std::streambuf& in_;
    std::size_t max_bytes_;
    std::string member_;
    std::string text_;
    bool begun_ = false;
    bool in_array_ = false;
    bool after_value_ = false; ///< a comma or the end comes next
    bool too_long_ = false;
    std::uint64_t line_ = 1;
    std::uint64_t at_line_ = 1;
};

} // namespace entente::records
