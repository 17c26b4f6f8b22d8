// SPDX-License-Identifier: Apache-2.0
#include "exporters/buffered_sink.hpp"

namespace entente::exporters {

namespace {

constexpr std::size_t kBufferBytes = std::size_t{64} * 1024;

} // namespace

void BufferedSink::write(std::string_view text)
{
    buffer_ += text;
    if (buffer_.size() >= kBufferBytes) {
        pass_on();
    }
}

Status BufferedSink::finish()
{
    pass_on();
    return status_;
}

void BufferedSink::pass_on()
{
    if (status_ && !buffer_.empty()) {
        status_ = sink_->write(buffer_);
    }
    buffer_.clear();
}

} // namespace entente::exporters
