// SPDX-License-Identifier: Apache-2.0
#include "exporters/buffered_sink.hpp"

namespace entente::exporters {

Status BufferedSink::finish()
{
    pass_on();
    return status_;
}

void BufferedSink::give(std::string_view text)
{
    if (status_ && !text.empty()) {
        status_ = sink_->write(text);
    }
}

void BufferedSink::pass_on()
{
    give({buffer_.data(), filled_});
    filled_ = 0;
}

void BufferedSink::make_room(std::string_view& text)
{
    pass_on();
    if (text.size() > buffer_.size()) {
        give(text);
        text = {};
    }
}

} // namespace entente::exporters
