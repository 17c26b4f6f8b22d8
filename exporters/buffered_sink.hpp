// SPDX-License-Identifier: Apache-2.0
// A buffer before a sink, for exporters that write many small pieces.
#pragma once

#include "exporters/exporter.hpp"

#include <cstddef>
#include <string>
#include <string_view>

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
        buffer_ += text;
        if (buffer_.size() >= kBufferBytes) {
            pass_on();
        }
    }

    void Put(char c) { write({&c, 1}); }

    void Flush() {} // RapidJSON calls it at the end of a document; finish() flushes instead

    /// Passes on the rest. Errors: the first of the sink.
    [[nodiscard]] Status finish();

    /// False once the sink has refused something: what follows is written in vain.
    [[nodiscard]] bool good() const noexcept { return status_.ok(); }

private:
    static constexpr std::size_t kBufferBytes = std::size_t{64} * 1024;

    void pass_on();

    Sink* sink_;
    std::string buffer_;
    Status status_;
};

} // namespace entente::exporters
