// SPDX-License-Identifier: Apache-2.0
// Words that hold marks inside because they name a place: addresses, mailboxes, hosts, files.
#pragma once

#include "extractors/language/code_points.hpp"

#include <cstddef>

namespace entente::language {

/// Finds addresses at the words of a text, to be asked from left to right: what the stretch between
/// two white spaces holds is looked at once, so that the whole stays linear.
/// Lifetime: refers to the code points.
class AddressFinder {
public:
    explicit AddressFinder(const CodePoints& text)
        : text_{text}
    {}

    /// Behind "https://example.org/a", "mailto:a@b.org", "www.example.org", "report.doc" at `from`;
    /// 0 where there is none.
    [[nodiscard]] std::size_t end_at(std::size_t from)
    {
        if (from >= stretch_end_) {
            look_ahead(from);
        }
        return has_at_ || has_scheme_ || has_inner_stop_ ? find(from) : 0;
    }

private:
    void look_ahead(std::size_t from);
    [[nodiscard]] std::size_t find(std::size_t from) const;
    [[nodiscard]] bool scheme(std::size_t from) const;
    [[nodiscard]] std::size_t path_end(std::size_t from) const;
    [[nodiscard]] std::size_t mailbox_end(std::size_t from) const;
    [[nodiscard]] std::size_t dotted_end(std::size_t from) const;

    const CodePoints& text_;
    std::size_t stretch_end_ = 0; ///< the next white space
    bool has_at_ = false;
    bool has_scheme_ = false;     ///< "://"
    bool has_inner_stop_ = false; ///< a full stop before a letter or digit
};

} // namespace entente::language
