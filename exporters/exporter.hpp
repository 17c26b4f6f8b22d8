// SPDX-License-Identifier: Apache-2.0
// The interface of every exporter, and the table that knows them all.
#pragma once

#include "core/graph/snapshot.hpp"
#include "core/result.hpp"
#include "exporters/picture_options.hpp"

#include <cstdint>
#include <functional>
#include <memory>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::exporters {

/// What an export is about, beside the graph itself.
struct ExportContext {
    std::string title;               ///< headline of a picture
    std::string description;         ///< the filters, in words; empty for none
    std::size_t relations_total = 0; ///< before `--top` cut them
    std::size_t articles = 0;        ///< independent articles behind the graph
    PictureOptions picture;          ///< the look of diagrams
    std::size_t threads = 0;         ///< cores to use; 0 takes all
    /// Looks up the evidence of a relation: ids from Relation::evidence. May be empty; exporters
    /// that show evidence then leave it out.
    std::function<Result<store::StoredMention>(std::int64_t)> evidence;
};

/// Where an export goes. Implementations throw nothing; a failed write is returned.
class Sink {
public:
    Sink() = default;
    Sink(const Sink&) = delete;
    Sink& operator=(const Sink&) = delete;
    virtual ~Sink() = default;

    /// Errors: write_failed.
    [[nodiscard]] virtual Status write(std::string_view bytes) = 0;

    /// Appends to one file of a folder. A sink that is no folder takes the bytes of all files in
    /// the order in which they come.
    /// Errors: write_failed.
    [[nodiscard]] virtual Status write_to(std::string_view file, std::string_view bytes);
};

/// Writes one format. Stateless: one object serves all threads.
class Exporter {
public:
    Exporter() = default;
    Exporter(const Exporter&) = delete;
    Exporter& operator=(const Exporter&) = delete;
    virtual ~Exporter() = default;

    /// Deterministic: the same graph and context give the same bytes.
    /// Errors: those of the sink; internal where a library beneath fails.
    [[nodiscard]] virtual Status write(const graph::Snapshot& graph, const ExportContext& context,
                                       Sink& sink) const = 0;
};

/// One row of the table of formats.
struct Format {
    std::string_view name;      ///< as given to `--format`
    std::string_view extension; ///< with the dot; as found in `-o FILE`
    std::string_view description;
    bool binary = false; ///< not fit for a terminal
    std::unique_ptr<Exporter> (*make)();
    bool folder = false; ///< writes several files, by Sink::write_to() alone
};

/// All formats. A new exporter is a new file and one line in exporters/formats.cpp.
[[nodiscard]] std::span<const Format> formats() noexcept;

/// Null where unknown.
[[nodiscard]] const Format* format_by_name(std::string_view name) noexcept;
[[nodiscard]] const Format* format_by_extension(std::string_view file_name) noexcept;

/// What an export came to.
struct Written {
    std::size_t files = 0;
    std::uint64_t bytes = 0;
};

/// Writes to FILE by way of a temporary file beside it that is renamed when complete, so that a
/// failure leaves what was there before. A folder is written the same way; one that is there
/// already is replaced where it is empty or holds an earlier export and nothing else.
/// `written`, where given, is told what there is now.
/// Errors: write_failed, naming the file.
[[nodiscard]] Status export_to_file(const Format& format, const graph::Snapshot& graph,
                                    const ExportContext& context, const std::string& file,
                                    Written* written = nullptr);

/// Collects into a string.
class StringSink final : public Sink {
public:
    [[nodiscard]] Status write(std::string_view bytes) override;

    [[nodiscard]] const std::string& text() const noexcept { return text_; }

private:
    std::string text_;
};

} // namespace entente::exporters
