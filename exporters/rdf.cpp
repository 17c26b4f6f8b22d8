// SPDX-License-Identifier: Apache-2.0
#include "exporters/rdf.hpp"

#include "exporters/buffered_sink.hpp"
#include "exporters/facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <unordered_set>

namespace entente::exporters {

namespace {

struct Prefix {
    std::string_view name;
    std::string_view iri;
};

constexpr std::array kPrefixes{
    Prefix{"e", kVocabulary},
    Prefix{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    Prefix{"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    Prefix{"xsd", "http://www.w3.org/2001/XMLSchema#"},
    Prefix{"prov", "http://www.w3.org/ns/prov#"},
    Prefix{"dc", "http://purl.org/dc/elements/1.1/"},
    Prefix{"dcterms", "http://purl.org/dc/terms/"},
};

/// How a column is said in RDF. A column without a line of its own is a literal, and its property
/// our vocabulary's, named like the column.
struct Property {
    FactKind kind;
    std::string_view column;
    std::string_view term;     ///< prefixed name; empty leaves the column out
    std::string_view concept_; ///< the value names a resource of this kind, not a literal
};

constexpr std::array kProperties{
    Property{FactKind::actor, "name", "rdfs:label", {}},
    Property{FactKind::article, "title", "dcterms:title", {}},
    Property{FactKind::article, "publisher", "dc:publisher", {}},
    Property{FactKind::article, "published", "dcterms:issued", {}},
    Property{FactKind::relation, "label", "rdfs:label", {}},
    Property{FactKind::relation, "category", "e:category", "category"},
    Property{FactKind::relation, "categories", "e:categories", "category"},
    Property{FactKind::relation, "topics", "e:topic", "topic"},
    Property{FactKind::event, "label", "rdfs:label", {}},
    Property{FactKind::event, "relation", "e:relation", "relation"},
    Property{FactKind::event, "category", "e:category", "category"},
    Property{FactKind::mention, "article", {}, {}}, // the link APPEARS_IN says it
    Property{FactKind::mention, "label", "rdfs:label", {}},
    Property{FactKind::mention, "category", "e:category", "category"},
    Property{FactKind::mention, "topics", "e:topic", "topic"},
    Property{FactKind::mention, "extractor", "prov:wasAttributedTo", "extractor"},
};

struct Class {
    FactKind kind;
    std::string_view resource; ///< in urn:entente:RESOURCE:…
    std::string_view terms;    ///< prefixed names, with a comma between
};

constexpr std::array kClasses{
    Class{FactKind::actor, "actor", "e:Actor"},
    Class{FactKind::article, "article", "e:Article,prov:Entity"},
    Class{FactKind::event, "event", "e:Event,prov:Entity"},
    Class{FactKind::mention, "mention", "e:Mention,prov:Entity"},
    Class{FactKind::relation, "relation", "e:Relation"},
};

const Class& class_of(FactKind kind) noexcept
{
    return *std::find_if(kClasses.begin(), kClasses.end(),
                         [kind](const Class& one) { return one.kind == kind; });
}

/// "from_day" as "fromDay".
std::string camel_case(std::string_view column)
{
    std::string name;
    bool upper = false;
    for (const char c : column) {
        if (c == '_') {
            upper = true;
        } else {
            name += upper ? static_cast<char>(c - 'a' + 'A') : c;
            upper = false;
        }
    }
    return name;
}

Property property_of(const FactTable& table, const Field& field, std::string& made)
{
    const auto* found =
        std::find_if(kProperties.begin(), kProperties.end(), [&](const Property& one) {
            return one.kind == table.kind && one.column == field.name;
        });
    if (found != kProperties.end()) {
        return *found;
    }
    made = "e:" + camel_case(field.name);
    return {table.kind, field.name, made, {}};
}

std::string typed(std::string_view value, std::string_view type)
{
    return fmt::format("\"{}\"^^{}", value, type);
}

/// XSD's lexical form of a double: as C++ writes it.
std::string number_text(double number)
{
    return std::isnan(number)   ? "NaN"
           : std::isinf(number) ? (number > 0 ? "INF" : "-INF")
                                : fmt::format("{}", number);
}

/// "2022", "2022-02" or "2022-02-23", each with its own type.
std::string_view type_of_date(std::string_view date) noexcept
{
    constexpr std::size_t kYear = 4;
    constexpr std::size_t kMonth = 7;
    return date.size() == kYear    ? "xsd:gYear"
           : date.size() == kMonth ? "xsd:gYearMonth"
                                   : "xsd:date";
}

class Writer final : public FactReceiver {
public:
    Writer(Sink& sink, RdfSyntax syntax)
        : out_{sink}
        , syntax_{syntax}
    {
        out_.write("# entente-rdf 1\n");
        if (syntax_ == RdfSyntax::turtle) {
            for (const Prefix& prefix : kPrefixes) {
                out_.write(fmt::format("@prefix {}: <{}> .\n", prefix.name, prefix.iri));
            }
        }
    }

    void node(const FactTable& table, std::span<const Value> values) override
    {
        graph_.clear();
        if (table.kind == FactKind::article || table.kind == FactKind::mention) {
            const std::size_t place = table.kind == FactKind::article ? 0 : 1;
            graph_ = resource("article", std::get<std::string>(values[place]));
        }
        begin(table, std::get<std::string>(values.front()));
        if (table.kind == FactKind::article) {
            address(values);
        }
        fields(table, values);
        end();
    }

    void link(const FactTable& table, std::string_view from, std::string_view to,
              std::span<const Value> values) override
    {
        if (table.kind == FactKind::relation) {
            graph_.clear();
            begin(table, std::get<std::string>(values.front()));
            say("e:source", resource("actor", from));
            say("e:target", resource("actor", to));
            fields(table, values);
            end();
            return;
        }
        std::string subject = resource(class_of(*table.from).resource, from);
        std::string object = resource(class_of(*table.to).resource, to);
        std::string_view property = table.kind == FactKind::source ? "e:source" : "e:target";
        graph_.clear();
        if (table.kind == FactKind::appears_in) {
            property = "prov:hadPrimarySource";
            graph_ = object;
        } else if (table.kind == FactKind::reports) {
            property = "prov:wasDerivedFrom"; // the event from the mention
            std::swap(subject, object);
        }
        subject_ = std::move(subject);
        first_ = true;
        say(property, object);
        end();
    }

    [[nodiscard]] bool good() const override { return out_.good(); }

    [[nodiscard]] Status finish() { return out_.finish(); }

private:
    static std::string resource(std::string_view kind, std::string_view name)
    {
        return "<" + resource_iri(kind, name) + ">";
    }

    void begin(const FactTable& table, std::string_view id)
    {
        const Class& made = class_of(table.kind);
        subject_ = resource(made.resource, id);
        first_ = true;
        std::string_view terms = made.terms;
        while (!terms.empty()) {
            const std::string_view term = terms.substr(0, terms.find(','));
            say("rdf:type", name(term));
            terms.remove_prefix(std::min(terms.size(), term.size() + 1));
        }
        // The name as it is: an IRI has it percent-encoded.
        say("dcterms:identifier", string(id));
    }

    void fields(const FactTable& table, std::span<const Value> values)
    {
        for (std::size_t i = 1; i < values.size(); ++i) {
            std::string made;
            const Property property = property_of(table, table.fields[i], made);
            if (!property.term.empty()) {
                value(property, values[i]);
            }
        }
    }

    void value(const Property& property, const Value& value)
    {
        if (const auto* words = std::get_if<std::string>(&value)) {
            if (property.term == "dcterms:issued") {
                say(property.term, literal(*words, type_of_date(*words)));
            } else {
                text(property, *words);
            }
        } else if (const auto* items = std::get_if<std::vector<std::string>>(&value)) {
            for (const std::string& item : *items) {
                text(property, item);
            }
        } else if (const auto* day = std::get_if<Day>(&value)) {
            say(property.term, literal(format_day(*day), "xsd:date"));
        } else if (const auto* truth = std::get_if<bool>(&value)) {
            say(property.term, literal(*truth ? "true" : "false", "xsd:boolean"));
        } else if (const auto* integer = std::get_if<std::int64_t>(&value)) {
            say(property.term, literal(fmt::format("{}", *integer), "xsd:integer"));
        } else if (const auto* number = std::get_if<double>(&value)) {
            say(property.term, literal(number_text(*number), "xsd:double"));
        }
    }

    void text(const Property& property, const std::string& words)
    {
        say(property.term,
            property.concept_.empty() ? string(words) : resource(property.concept_, words));
    }

    /// Where the article can be read, as a resource if the text is fit for one.
    void address(std::span<const Value> values)
    {
        const auto* uri = std::get_if<std::string>(&values[2]);
        if (uri != nullptr && is_web_address(*uri)) {
            say("dcterms:source", "<" + *uri + ">");
        }
    }

    /// One statement about the subject.
    void say(std::string_view property, std::string_view object)
    {
        if (syntax_ == RdfSyntax::nquads) {
            out_.write(fmt::format("{} {} {}{}{} .\n", subject_, name(property), object,
                                   graph_.empty() ? "" : " ", graph_));
            return;
        }
        out_.write(first_ ? subject_ : std::string{" ;\n   "});
        out_.write(fmt::format(" {} {}", property, object));
        first_ = false;
    }

    void end()
    {
        if (syntax_ == RdfSyntax::turtle && !first_) {
            out_.write(" .\n");
        }
    }

    /// A prefixed name as the syntax has it.
    [[nodiscard]] std::string name(std::string_view prefixed) const
    {
        if (syntax_ == RdfSyntax::turtle) {
            return std::string{prefixed};
        }
        const std::size_t colon = prefixed.find(':');
        const auto* prefix =
            std::find_if(kPrefixes.begin(), kPrefixes.end(),
                         [&](const Prefix& one) { return one.name == prefixed.substr(0, colon); });
        return fmt::format("<{}{}>", prefix->iri, prefixed.substr(colon + 1));
    }

    [[nodiscard]] std::string literal(std::string_view text, std::string_view type) const
    {
        return typed(text, name(type));
    }

    static std::string string(std::string_view utf8)
    {
        std::string text;
        append_rdf_string(text, utf8);
        return text;
    }

    BufferedSink out_;
    RdfSyntax syntax_;
    std::string subject_;
    std::string graph_; ///< empty for the default graph
    bool first_ = true; ///< of the subject's statements
};

bool is_unreserved(char c) noexcept
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           std::string_view{"-._~"}.find(c) != std::string_view::npos;
}

bool is_hex(char c) noexcept
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f');
}

/// Of a path, query or fragment: RFC 3986's pchar, '/' and '?'.
bool is_address_tail(std::string_view text) noexcept
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            if (i + 2 >= text.size() || !is_hex(text[i + 1]) || !is_hex(text[i + 2])) {
                return false;
            }
        } else if (!is_unreserved(text[i]) &&
                   std::string_view{"!$&'()*+,;=:@/?"}.find(text[i]) == std::string_view::npos) {
            return false;
        }
    }
    return true;
}

} // namespace

std::string resource_iri(std::string_view kind, std::string_view name)
{
    std::string iri = fmt::format("urn:entente:{}:", kind);
    for (const char c : name) {
        if (is_unreserved(c) || c == ':') {
            iri += c;
        } else if (c == '\0') {
            iri += "%EF%BF%BD"; // as in literals
        } else {
            fmt::format_to(std::back_inserter(iri), "%{:02X}", static_cast<unsigned char>(c));
        }
    }
    return iri;
}

void append_rdf_string(std::string& text, std::string_view utf8)
{
    text += '"';
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        switch (c) {
        case '"':
            text += "\\\"";
            break;
        case '\\':
            // Not "\\\\", which rdflib 6 undoes together with the letter behind it.
            text += "\\u005C";
            break;
        case '\n':
            text += "\\n";
            break;
        case '\r':
            text += "\\r";
            break;
        case '\t':
            text += "\\t";
            break;
        case '\0':
            text += "\xEF\xBF\xBD";
            break;
        default:
            if (byte < 0x20 || byte == 0x7F) {
                fmt::format_to(std::back_inserter(text), "\\u{:04X}", byte);
            } else {
                text += c;
            }
        }
    }
    text += '"';
}

bool is_web_address(std::string_view text) noexcept
{
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!text.starts_with(scheme)) {
            continue;
        }
        text.remove_prefix(scheme.size());
        const std::string_view authority = text.substr(0, text.find_first_of("/?#"));
        const std::string_view host = authority.substr(0, authority.find(':'));
        const std::string_view port = authority.substr(std::min(authority.size(), host.size() + 1));
        text.remove_prefix(authority.size());
        const std::size_t hash = std::min(text.find('#'), text.size());
        return !host.empty() && std::all_of(host.begin(), host.end(), is_unreserved) &&
               std::all_of(port.begin(), port.end(), [](char c) { return c >= '0' && c <= '9'; }) &&
               is_address_tail(text.substr(0, hash)) &&
               is_address_tail(text.substr(std::min(text.size(), hash + 1)));
    }
    return false;
}

Status RdfExporter::write(const graph::Snapshot& graph, const ExportContext& context,
                          Sink& sink) const
{
    Writer writer{sink, syntax_};
    if (Status walked = walk_facts(graph, context, writer); !walked) {
        return walked;
    }
    return writer.finish();
}

} // namespace entente::exporters
