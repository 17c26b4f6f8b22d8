// SPDX-License-Identifier: Apache-2.0
// The graph that exporter tests export, and the shortest way to export it.
#pragma once

#include "exporters/exporter.hpp"
#include "exporters/viewer_files.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/sightings.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace entente::tests {

/// What is said about the graph of `mentions`; evidence is looked up among them.
[[nodiscard]] inline exporters::ExportContext
context_of(const std::vector<store::StoredMention>& mentions)
{
    exporters::ExportContext context;
    context.title = "Pakistan and Russia";
    context.description = "2011 to 2022";
    context.relations_total = 6;
    context.articles = 7;
    context.evidence = [mentions](std::int64_t id) -> Result<store::StoredMention> {
        const auto found = std::find_if(mentions.begin(), mentions.end(),
                                        [id](const auto& one) { return one.id == id; });
        if (found == mentions.end()) {
            return Error{ErrorCode::not_found, "no such mention"};
        }
        return *found;
    };
    return context;
}

[[nodiscard]] inline graph::Snapshot snapshot_of(const std::vector<store::StoredMention>& mentions,
                                                 const Filter& filter = {})
{
    return graph::Snapshot::build(summarize(mentions, filter));
}

/// Exports by the format's name; fails the test where that fails.
[[nodiscard]] inline std::string exported(std::string_view format, const graph::Snapshot& graph,
                                          const exporters::ExportContext& context)
{
    const exporters::Format* found = exporters::format_by_name(format);
    REQUIRE(found != nullptr);
    exporters::StringSink sink;
    const Status written = found->make()->write(graph, context, sink);
    INFO((written ? std::string{} : written.error().message()));
    REQUIRE(written.ok());
    return sink.text();
}

[[nodiscard]] inline std::string exported(std::string_view format,
                                          const std::vector<store::StoredMention>& mentions)
{
    return exported(format, snapshot_of(mentions), context_of(mentions));
}

/// Whether this build can write the format: the page needs Node.js to be built.
[[nodiscard]] inline bool is_built(const exporters::Format& format)
{
    return format.name != "html" || exporters::viewer_files().has_value();
}

/// Names that break out of quotes, markup, escape strings and lines, each with a word in it that
/// must still be found in the output.
struct HostileName {
    const char* what;
    std::string name;
    std::string still_there;
};

[[nodiscard]] inline std::vector<HostileName> hostile_names()
{
    return {
        {"quotes", "the \"quoted\" one's", "quoted"},
        {"markup", "<script>alert(1)</script>", "script"},
        {"entities", "&amp; &lt; &#0; &nosuch;", "nosuch"},
        {"end of a comment or section", "]]> --> */", "]]"},
        {"escapes of Graphviz", "\\N \\G \\L \\l \\r \\E word", "word"},
        {"a backslash at the end", "C:\\new\\", "new"},
        {"lines", "first\nsecond\r\nthird\ttab", "second"},
        {"controls", std::string{"zero\0one\x01\x1B[31mred\x7F", 18}, "one"},
        {"right to left", "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xE2\x80\xAE evil",
         "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D"},
        {"emoji", "\xF0\x9F\x98\x80 smile", "smile"},
        {"ill-formed bytes", "bad \xFF\xC3( \xED\xA0\x80 bytes", "bytes"},
        {"characters that XML cannot hold", "non \xEF\xBF\xBE char \xEF\xBF\xBF end", "char"},
        {"10,000 characters", "long " + std::string(10000, 'x'), "long"},
        {"braces and records", "{a|b} <port> x", "port"},
        {"blank", " \t\n ", ""},
        {"nothing", "", ""},
    };
}

} // namespace entente::tests
