// SPDX-License-Identifier: Apache-2.0
#include "extractors/records/line_reader.hpp"

#include <algorithm>

namespace entente::records {

namespace {

constexpr std::size_t kBlock = 1U << 16U;

} // namespace

bool LineReader::fill()
{
    buffer_.resize(kBlock);
    in_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    buffer_.resize(static_cast<std::size_t>(in_.gcount()));
    at_ = 0;
    return !buffer_.empty();
}

bool LineReader::next()
{
    line_.clear();
    too_long_ = false;
    bool any = false;
    while (at_ < buffer_.size() || fill()) {
        any = true;
        const std::size_t end = std::min(buffer_.find('\n', at_), buffer_.size());
        const std::size_t room = max_bytes_ - line_.size();
        too_long_ = too_long_ || end - at_ > room;
        line_.append(buffer_, at_, std::min(end - at_, room));
        at_ = end;
        if (at_ < buffer_.size()) {
            ++at_;
            break;
        }
    }
    if (!any) {
        return false;
    }
    ++number_;
    if (line_.ends_with('\r')) {
        line_.pop_back();
    }
    if (number_ == 1 && line_.starts_with("\xEF\xBB\xBF")) {
        line_.erase(0, 3);
    }
    return true;
}

} // namespace entente::records
