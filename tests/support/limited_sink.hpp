// SPDX-License-Identifier: Apache-2.0
// A disk that is full after so many bytes.
#pragma once

#include "exporters/exporter.hpp"

#include <algorithm>
#include <string>

namespace entente::tests {

/// Takes `room` bytes, then fails for good.
class LimitedSink final : public exporters::Sink {
public:
    explicit LimitedSink(std::size_t room) noexcept
        : room_{room}
    {}

    [[nodiscard]] Status write(std::string_view bytes) override
    {
        const std::size_t taken = std::min(bytes.size(), room_ - text_.size());
        text_ += bytes.substr(0, taken);
        if (taken < bytes.size()) {
            return Error{ErrorCode::write_failed, "no room left"};
        }
        return {};
    }

    [[nodiscard]] const std::string& text() const noexcept { return text_; }

private:
    std::size_t room_;
    std::string text_;
};

} // namespace entente::tests
