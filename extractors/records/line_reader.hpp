// SPDX-License-Identifier: Apache-2.0
// Lines of a stream, however long, in bounded memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <string>
#include <string_view>

namespace entente::records {

/// Gives line after line. Unix and Windows line ends; a byte order mark at the start is dropped.
class LineReader {
public:
    LineReader(std::istream& in, std::size_t max_bytes)
        : in_{in}
        , max_bytes_{max_bytes}
    {}

    /// Goes to the next line; false at the end.
    bool next();

    /// The line without its end, cut off at the limit. Valid until next().
    [[nodiscard]] std::string_view line() const noexcept { return line_; }

    [[nodiscard]] bool too_long() const noexcept { return too_long_; }

    /// Counts from 1.
    [[nodiscard]] std::uint64_t number() const noexcept { return number_; }

    /// Whether the stream broke off, rather than ended.
    [[nodiscard]] bool failed() const { return in_.bad(); }

private:
    bool fill();

    std::istream& in_;
    std::size_t max_bytes_;
    std::string buffer_;
    std::size_t at_ = 0;
    std::string line_;
    bool too_long_ = false;
    std::uint64_t number_ = 0;
};

} // namespace entente::records
