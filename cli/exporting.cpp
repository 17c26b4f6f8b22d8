// SPDX-License-Identifier: Apache-2.0
#include "cli/exporting.hpp"

#include "cli/output/counted.hpp"
#include "cli/store_file.hpp"
#include "core/graph/snapshot.hpp"
#include "core/suggest.hpp"
#include "exporters/caption.hpp"

#include <fmt/format.h>

#include <utility>
#include <vector>

namespace entente::cli {

namespace {

class StreamSink final : public exporters::Sink {
public:
    explicit StreamSink(std::ostream& out)
        : out_{out}
    {}

    Status write(std::string_view bytes) override
    {
        out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        return out_ ? Status{} : Status{Error{ErrorCode::write_failed, "output not written"}};
    }

private:
    std::ostream& out_;
};

/// A folder cannot go to the standard output.
Result<const exporters::Format*> with_place(const exporters::Format& format,
                                            const std::string& file)
{
    if (format.folder && file.empty()) {
        return Error{ErrorCode::usage, fmt::format("{} is a folder of files", format.name)}.hint(
            "name the folder with -o FOLDER");
    }
    return &format;
}

} // namespace

Result<const exporters::Format*> find_format(const std::string& name, const std::string& file)
{
    std::vector<std::string> names;
    std::string all;
    for (const exporters::Format& format : exporters::formats()) {
        names.emplace_back(format.name);
        all += fmt::format("{}{}", all.empty() ? "write one of: " : ", ", format.name);
    }
    if (!name.empty()) {
        if (const exporters::Format* format = exporters::format_by_name(name)) {
            return with_place(*format, file);
        }
        if (name == "sqlite") {
            return Error{ErrorCode::unsupported_format, "the store itself is the SQLite file"}.hint(
                "open the .kg file with sqlite3, and ask its views relations and events, and "
                "its table mentions");
        }
        return Error{ErrorCode::unsupported_format, fmt::format("unknown format \"{}\"", name)}
            .hint(did_you_mean(name, names, all));
    }
    if (file.empty()) {
        return Error{ErrorCode::usage, "neither file nor format is named"}.hint(
            "add -o FILE or --format NAME");
    }
    const std::string named = file.substr(0, file.find_last_not_of('/') + 1); // "graph.kuzu/"
    if (const exporters::Format* format = exporters::format_by_extension(named)) {
        return format;
    }
    return Error{ErrorCode::unsupported_format, "the extension tells no format"}.at(file).hint(
        "end its name in a format's extension, or name the format; " + all);
}

Status write_export(const exporters::Format& format, const store::Store& store,
                    const Filter& filter, LoadedRelations loaded, const std::string& title,
                    const std::string& file, const Session& session,
                    const exporters::PictureOptions& picture, exporters::Written* written)
{
    if (!file.empty() && looks_like_store(file)) {
        return Error{ErrorCode::usage, "this is a store, which an export would overwrite"}
            .at(file)
            .hint("name another file");
    }
    exporters::ExportContext context;
    context.description = describe(filter);
    context.relations_total = loaded.total;
    context.articles = loaded.articles;
    context.picture = picture;
    context.threads = session.threads;
    context.evidence = [&store](std::int64_t id) {
        return store.mention(id);
    };
    const auto snapshot = graph::Snapshot::build(std::move(loaded.relations));
    context.title = title.empty() ? exporters::make_title(snapshot) : title;
    if (!file.empty()) {
        return exporters::export_to_file(format, snapshot, context, file, written);
    }
    StreamSink sink{session.out};
    return format.make()->write(snapshot, context, sink);
}

std::string describe_written(const exporters::Format& format, const exporters::Written& written)
{
    const std::string size = counted_bytes(written.bytes);
    return format.folder ? fmt::format(" ({}, {})", counted(written.files, "file"), size)
                         : fmt::format(" ({})", size);
}

} // namespace entente::cli
