// SPDX-License-Identifier: Apache-2.0
// A buffer before a sink, for exporters that write many small pieces.
#pragma once

#include "exporters/exporter.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace entente::exporters {

/// Passes text on in large pieces. The first error sticks: later text is dropped, and finish()
/// tells of it. It has the shape of a RapidJSON output stream.
class BufferedSink {
public:
    using Ch = char;

    explicit BufferedSink(Sink& sink) noexcept
        : sink_{&sink}
    {}

    void write(std::string_view text)
    {
        if (text.size() > buffer_.size() - filled_) {
            make_room(text);
        }
        std::copy(text.begin(), text.end(), buffer_.begin() + static_cast<std::ptrdiff_t>(filled_));
        filled_ += text.size();
    }

    void write(char c)
    {
        if (filled_ == buffer_.size()) {
            pass_on();
        }
        buffer_[filled_++] = c;
    }

    void Put(char c) { write(c); }

    void Flush() {} // RapidJSON calls it at the end of a document; finish() flushes instead

    /// Passes on the rest. Errors: the first of the sink.
    [[nodiscard]] Status finish();

    /// False once the sink has refused something: what follows is written in vain.
    [[nodiscard]] bool good() const noexcept { return status_.ok(); }

private:
    static constexpr std::size_t kBufferBytes = std::size_t{64} * 1024;

    void pass_on();
    void give(std::string_view text);

    /// Empties the buffer. Text that would not fit even then goes out at once and becomes empty.
    void make_room(std::string_view& text);

    Sink* sink_;
    std::vector<char> buffer_ = std::vector<char>(kBufferBytes);
    std::size_t filled_ = 0;
    Status status_;
};

} // namespace entente::exporters
