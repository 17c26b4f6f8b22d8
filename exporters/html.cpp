// SPDX-License-Identifier: Apache-2.0
#include "exporters/html.hpp"

#include "exporters/buffered_sink.hpp"
#include "exporters/caption.hpp"
#include "exporters/page_data.hpp"
#include "exporters/viewer_files.hpp"
#include "exporters/xml.hpp"

#include <fmt/format.h>

namespace entente::exporters {

namespace {

constexpr std::size_t kTitleLimit = 200;

/// Nothing loads and nothing runs but what is named here. Pictures that the page draws itself are
/// blobs; a link that a reader follows is no load.
std::string policy(const ViewerFiles& viewer)
{
    return fmt::format("default-src 'none'; script-src '{}'; style-src '{}'; img-src blob: data:; "
                       "base-uri 'none'; form-action 'none'",
                       viewer.script_hash, viewer.style_hash);
}

void write_head(BufferedSink& out, const ViewerFiles& viewer, const ExportContext& context)
{
    out.write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.write("<meta http-equiv=\"Content-Security-Policy\" content=\"");
    out.write(policy(viewer));
    out.write("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
              "<meta name=\"referrer\" content=\"no-referrer\">\n"
              "<meta name=\"generator\" content=\"entente\">\n"
              "<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
    out.write(escape_xml(clean_line(context.title, kTitleLimit)));
    out.write("</title>\n<style>");
    out.write(viewer.style);
    out.write("</style>\n</head>\n");
}

void write_end(BufferedSink& out, const ViewerFiles& viewer)
{
    out.write("</script>\n<script type=\"text/plain\" id=\"licences\">");
    out.write(viewer.licences);
    out.write("</script>\n<script id=\"viewer\">");
    out.write(viewer.script);
    out.write("</script>\n</body>\n</html>\n");
}

} // namespace

Status HtmlExporter::write(const graph::Snapshot& graph, const ExportContext& context,
                           Sink& sink) const
{
    const auto viewer = viewer_files();
    if (!viewer) {
        return Error{ErrorCode::unsupported_format,
                     "this entente was built without the interactive page"}
            .hint("install Node.js 18 or later with npm and build again, or export to svg");
    }
    if (graph.relations().size() > kMostPageRelations) {
        return Error{ErrorCode::too_large,
                     fmt::format("{} relations are too many for a page that is to move smoothly",
                                 graph.relations().size())}
            .hint(fmt::format("take the strongest with `--top {}`, or filter", kMostPageRelations));
    }
    BufferedSink out{sink};
    write_head(out, *viewer, context);
    out.write("<body>\n<noscript>\n<p>This page draws its graph with JavaScript, which is turned "
              "off here. It loads nothing from any network.</p>\n</noscript>\n"
              "<script type=\"application/json\" id=\"graph\">\n");
    const Status written = write_page_data(graph, context, out);
    if (!written) {
        return written;
    }
    write_end(out, *viewer);
    return out.finish();
}

} // namespace entente::exporters
