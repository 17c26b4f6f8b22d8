// SPDX-License-Identifier: Apache-2.0
// An output stream's buffer on a file descriptor that remembers why a write failed.
#pragma once

#include <array>
#include <streambuf>

namespace entente::cli {

/// std::cout forgets the error behind a failed write; this tells a broken pipe from a full disk.
class DescriptorBuffer final : public std::streambuf {
public:
    explicit DescriptorBuffer(int descriptor);
    DescriptorBuffer(const DescriptorBuffer&) = delete;
    DescriptorBuffer& operator=(const DescriptorBuffer&) = delete;
    ~DescriptorBuffer() override;

    /// errno of the first failed write, or 0.
    [[nodiscard]] int error() const noexcept { return error_; }

protected:
    int_type overflow(int_type c) override;
    int sync() override;

private:
    bool write_out();

    int descriptor_;
    int error_ = 0;
    std::array<char, 1U << 16U> buffer_{};
};

} // namespace entente::cli
