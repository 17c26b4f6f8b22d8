// SPDX-License-Identifier: Apache-2.0
// Tables of separated values that spreadsheets, R, Stata and Python read alike, and whose cells no
// spreadsheet takes for formulas.
#pragma once

#include "exporters/buffered_sink.hpp"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace entente::exporters {

/// The text of one cell: one line of well-formed UTF-8 that a spreadsheet shows as it stands.
///
/// Line ends and tabs become a blank each, other controls and ill-formed bytes U+FFFD. Where the
/// text begins, behind blanks and apostrophes, with one of = + - @ or their full-width forms, an
/// apostrophe is set before it; likewise behind a separator of any dialect, where these follow at
/// once or behind apostrophes, since a spreadsheet of another locale splits there. So a reader gets
/// the text back by taking one apostrophe at each such place.
[[nodiscard]] std::string table_cell(std::string_view text);

/// Writes rows by RFC 4180 but for the line end, which is LF; the separator is the caller's.
class TableWriter {
public:
    TableWriter(Sink& sink, char separator)
        : out_{sink}
        , separator_{separator}
    {}

    void header(std::span<const std::string_view> names);

    void header(std::initializer_list<std::string_view> names)
    {
        header(std::span{names.begin(), names.size()});
    }

    /// Text from outside: see table_cell(). Quoted where it holds a quote or a separator of any
    /// dialect, or begins or ends with a blank.
    void text(std::string_view text);
    /// A word or number of our own, as it is.
    void word(std::string_view word);
    void number(double value);
    void number(std::size_t value);

    void empty() { word({}); }

    void end_row();

    /// Errors: the first of the sink.
    [[nodiscard]] Status finish();

private:
    void separate();

    BufferedSink out_;
    std::string row_;
    char separator_;
    bool first_ = true;
};

} // namespace entente::exporters
