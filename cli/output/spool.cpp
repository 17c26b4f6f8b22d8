// SPDX-License-Identifier: Apache-2.0
#include "cli/output/spool.hpp"

#include <array>

namespace entente::cli {

void Spool::append(std::string_view text)
{
    memory_ += text;
    if (memory_.size() < kInMemory || failed_) {
        return;
    }
    if (!file_) {
        file_.reset(std::tmpfile());
    }
    failed_ =
        !file_ || std::fwrite(memory_.data(), 1, memory_.size(), file_.get()) != memory_.size();
    memory_.clear();
}

void Spool::move_to(std::ostream& out)
{
    if (file_) {
        std::rewind(file_.get());
        std::array<char, 65536> block{};
        while (const std::size_t n = std::fread(block.data(), 1, block.size(), file_.get())) {
            out.write(block.data(), static_cast<std::streamsize>(n));
        }
        failed_ = failed_ || std::ferror(file_.get()) != 0;
        file_.reset();
    }
    out << memory_;
    memory_.clear();
    if (failed_) {
        out.setstate(std::ios::badbit);
        failed_ = false;
    }
}

} // namespace entente::cli
