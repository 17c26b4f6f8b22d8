// SPDX-License-Identifier: Apache-2.0
// All articles of what a user names: files, folders and the standard input, one after the other.
#pragma once

#include "core/diagnostics.hpp"
#include "extractors/articles/reader.hpp"

#include <cstddef>
#include <deque>
#include <fstream>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace entente::articles {

/// Reads inputs in their order; folders recursively and by name, taking the files whose extension
/// a format knows; "-" is the standard input. Every failure goes to the diagnostics, and the rest
/// is read all the same.
/// Threads: belongs to one thread at a time.
class ArticleSource {
public:
    ArticleSource(const std::vector<std::string>& inputs, ReadOptions options,
                  std::istream& standard_input, Diagnostics& diagnostics);

    /// The next article; none at the end.
    [[nodiscard]] std::optional<Article> next();

    /// How many articles and inputs were lost to errors so far.
    [[nodiscard]] std::size_t failures() const noexcept { return failures_; }

private:
    void expand(const std::string& input);
    void expand_folder(const std::string& folder);
    bool open_next();
    void fail(Error error);

    ReadOptions options_;
    std::istream& standard_input_;
    Diagnostics& diagnostics_;
    std::deque<std::string> inputs_; ///< as the user named them
    std::deque<std::string> files_;  ///< of the input that is being read
    std::ifstream file_;
    std::string file_name_;
    std::unique_ptr<ArticleReader> reader_;
    std::size_t failures_ = 0;
};

} // namespace entente::articles
