// SPDX-License-Identifier: Apache-2.0
#include "exporters/buffered_sink.hpp"

namespace entente::exporters {

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
