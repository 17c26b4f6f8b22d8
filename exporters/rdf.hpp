// SPDX-License-Identifier: Apache-2.0
// RDF 1.1: actors, relations, events, mentions and articles as resources, with their provenance.
#pragma once

#include "exporters/exporter.hpp"

#include <string>
#include <string_view>

namespace entente::exporters {

/// Classes and properties of ours; datasets/ontology/vocabulary.ttl publishes them.
inline constexpr std::string_view kVocabulary = "urn:entente:vocabulary#";

enum class RdfSyntax : std::uint8_t {
    nquads, ///< what an article says stands in a named graph of its own
    turtle, ///< the same without graphs
};

/// Terms of others: rdf, rdfs, xsd, PROV-O, Dublin Core. Sources: RDF 1.1 N-Quads and Turtle, XML
/// Schema part 2, PROV-O, DCMI Metadata Terms.
class RdfExporter final : public Exporter {
public:
    explicit RdfExporter(RdfSyntax syntax) noexcept
        : syntax_{syntax}
    {}

    [[nodiscard]] Status write(const graph::Snapshot& graph, const ExportContext& context,
                               Sink& sink) const override;

private:
    RdfSyntax syntax_;
};

/// "urn:entente:KIND:NAME" with every byte of the name percent-encoded that RFC 3986 does not leave
/// unreserved, but ':'. So it is ASCII and ends nothing.
[[nodiscard]] std::string resource_iri(std::string_view kind, std::string_view name);

/// Appends a quoted literal. Quotes, backslashes and control characters are escaped; U+0000, which
/// XML Schema's strings cannot hold, becomes U+FFFD.
void append_rdf_string(std::string& text, std::string_view utf8);

/// Whether an address may stand between angle brackets: http or https, a host, an optional port,
/// and no character outside RFC 3986's ASCII.
[[nodiscard]] bool is_web_address(std::string_view text) noexcept;

} // namespace entente::exporters
