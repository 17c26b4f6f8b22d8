// SPDX-License-Identifier: Apache-2.0
#include "exporters/image.hpp"

#include "exporters/picture.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace entente::exporters {

namespace {

constexpr std::array<std::string_view, 3> kNames{"svg", "png", "pdf"};

/// Cairo writes the time of day into a PDF; the same graph must give the same bytes.
void remove_creation_date(std::string& pdf)
{
    constexpr std::string_view kKey = "/CreationDate (";
    const std::size_t begin = pdf.find(kKey);
    const std::size_t end = begin == std::string::npos ? begin : pdf.find(')', begin);
    if (end == std::string::npos) {
        return;
    }
    // As many bytes as before: the file's table of contents counts them.
    constexpr std::string_view kNever = "D:19700101000000Z";
    const std::size_t from = begin + kKey.size();
    for (std::size_t i = from; i < end; ++i) {
        pdf[i] = i - from < kNever.size() ? kNever[i - from] : ' ';
    }
}

} // namespace

Status ImageExporter::write(const graph::Snapshot& graph, const ExportContext& context,
                            Sink& sink) const
{
    auto image = draw_picture(graph, context, kNames.at(static_cast<std::size_t>(format_)));
    if (!image) {
        return image.error();
    }
    if (format_ == ImageFormat::pdf) {
        remove_creation_date(*image);
    }
    return sink.write(*image);
}

} // namespace entente::exporters
