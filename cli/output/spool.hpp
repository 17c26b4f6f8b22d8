// SPDX-License-Identifier: Apache-2.0
// Text that must wait for its turn in the output: in memory while it is short, else in a file
// without a name.
#pragma once

#include <cstddef>
#include <cstdio>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>

namespace entente::cli {

class Spool {
public:
    /// Bytes held in memory.
    static constexpr std::size_t kInMemory = std::size_t{1} << 20U;

    void append(std::string_view text);

    /// Writes all that was appended, in order, and forgets it. A file that could not be written or
    /// read back sets the stream's badbit.
    void move_to(std::ostream& out);

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };

    std::string memory_; ///< behind what is in the file
    std::unique_ptr<std::FILE, Close> file_;
    bool failed_ = false;
};

} // namespace entente::cli
