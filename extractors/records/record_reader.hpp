// SPDX-License-Identifier: Apache-2.0
// The interface of every format of records, and the table that knows them all.
//
// A record is what somebody else has made already: a coded event, or a relation of a graph. It is
// not read for what it says but translated, so no language is involved.
#pragma once

#include "core/article.hpp"
#include "core/result.hpp"
#include "core/store/store.hpp"

#include <cstddef>
#include <cstdint>
#include <istream>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace entente::records {

/// Why a sound record gives nothing. None of them is a fault of the file.
enum class Omission : std::uint8_t {
    no_relation,   ///< its event is none between two actors, such as a statement
    one_actor,     ///< one side is empty: half of all coded events
    same_actor,    ///< both sides are the same actor
    unknown_actor, ///< a side is nobody our tables can name, such as a role without a country
};

/// "no relation", "one actor", …
[[nodiscard]] std::string_view to_string(Omission omission) noexcept;

/// Where a reader delivers to.
class Outlet {
public:
    Outlet() = default;
    Outlet(const Outlet&) = delete;
    Outlet& operator=(const Outlet&) = delete;
    virtual ~Outlet() = default;

    /// One record as the store takes it. A failure ends the reading.
    [[nodiscard]] virtual Status take(store::Extracted record) = 0;
    /// A sound record gives nothing. `what` says which value is behind it: "01", "CVL".
    virtual void leave_out(Omission omission, std::string_view what) = 0;
    /// A record is lost; the rest goes on. The error names file and line.
    virtual void lose(Error error) = 0;
};

struct ReadOptions {
    std::optional<double> confidence;          ///< of every record, 0 to 1; empty: the format's own
    std::string graph_name;                    ///< of an imported graph; empty: made of its nodes
    std::size_t max_record_bytes = 16U << 20U; ///< larger ones are lost: too_large
};

/// One row of the table of formats.
struct RecordFormat {
    std::string_view name;
    std::string_view description;
    /// Whether the first bytes of a stream look like this format; up to 64 KiB are shown.
    bool (*looks_like)(std::string_view head);
    /// Reads a whole stream in bounded memory.
    /// \param file name for messages and for nothing else
    /// Errors: those of the outlet; unreadable_input where the stream breaks off or holds something
    /// else; bad_dataset where a table of ours is broken.
    Status (*read)(std::istream& in, const std::string& file, const ReadOptions& options,
                   Outlet& outlet);
};

/// All formats, those that can be told apart best first. A new one is a new file and one line in
/// extractors/records/formats.cpp.
[[nodiscard]] std::span<const RecordFormat> formats() noexcept;

/// Null where unknown.
[[nodiscard]] const RecordFormat* format_by_name(std::string_view name) noexcept;
/// The first format that takes the bytes for its own; null where none does.
[[nodiscard]] const RecordFormat* format_by_content(std::string_view head) noexcept;

} // namespace entente::records
