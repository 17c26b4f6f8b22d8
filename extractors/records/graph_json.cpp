// SPDX-License-Identifier: Apache-2.0
#include "extractors/records/graph_json.hpp"

#include "core/mention_json_limits.hpp"
#include "core/text.hpp"
#include "extractors/records/graph_builder.hpp"
#include "extractors/records/json_pieces.hpp"

#include <fmt/format.h>
#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <limits>
#include <utility>

namespace entente::records {

namespace {

using Values = std::map<std::string, std::string, std::less<>>;

constexpr std::string_view kGraph = "entente-graph 1";
constexpr std::string_view kNodeLink = "entente-node-link 1";
constexpr std::size_t kMostEvidence = 1000;

/// A scalar as text: a number in the shortest form that reads back the same.
std::string as_text(const rapidjson::Value& value)
{
    if (value.IsString()) {
        const std::string_view text{value.GetString(), value.GetStringLength()};
        return text::is_valid_utf8(text) ? std::string{text} : text::to_valid_utf8(text);
    }
    if (value.IsBool()) {
        return value.GetBool() ? "true" : "false";
    }
    if (value.IsUint64()) {
        return std::to_string(value.GetUint64());
    }
    return value.IsNumber() ? fmt::format("{}", value.GetDouble()) : std::string{};
}

std::optional<std::vector<std::pair<std::string, std::size_t>>>
counts_of(const rapidjson::Value& value)
{
    std::vector<std::pair<std::string, std::size_t>> counts;
    if (!value.IsArray()) {
        return std::nullopt;
    }
    for (const rapidjson::Value& one : value.GetArray()) {
        if (!one.IsObject()) {
            return std::nullopt;
        }
        const auto name = one.FindMember("name");
        const auto count = one.FindMember("mentions");
        if (name == one.MemberEnd() || count == one.MemberEnd() || !name->value.IsString() ||
            !count->value.IsUint64()) {
            return std::nullopt;
        }
        counts.emplace_back(as_text(name->value), count->value.GetUint64());
    }
    return counts;
}

/// Scalars of an object; of the objects within it, "period" and "happened", the members.
Values values_of(const rapidjson::Value& object)
{
    Values values;
    for (const auto& member : object.GetObject()) {
        const std::string name = as_text(member.name);
        if (member.value.IsObject()) {
            for (const auto& inner : member.value.GetObject()) {
                values[as_text(inner.name)] = as_text(inner.value);
            }
        } else if (!member.value.IsArray() && !member.value.IsNull()) {
            values[name] = as_text(member.value);
        }
    }
    return values;
}

class GraphJsonReader {
public:
    GraphJsonReader(std::istream& in, const std::string& file, const ReadOptions& options,
                    Outlet& outlet, bool node_link)
        : pieces_{in, options.max_record_bytes}
        , builder_{std::string{node_link ? kNodeLink : kGraph}, file, options, outlet}
        , file_{file}
        , node_link_{node_link}
    {}

    Status read()
    {
        while (true) {
            const auto more = pieces_.next();
            if (!more) {
                Error error = more.error();
                const std::uint64_t line = error.where().line;
                return std::move(error).at(file_, line);
            }
            if (!*more) {
                return begin();
            }
            if (Status done = piece(); !done) {
                return done;
            }
        }
    }

private:
    Status begin()
    {
        if (begun_) {
            return {};
        }
        begun_ = true;
        return builder_.head(head_);
    }

    Status piece()
    {
        if (!pieces_.is_element()) {
            return head_field();
        }
        const std::string& member = pieces_.member();
        const bool node = member == "nodes";
        const bool relation =
            node_link_ ? member == "links" || member == "edges" : member == "relations";
        if (!node && !relation) {
            return {}; // an array that a later version may add
        }
        if (Status begun = begin(); !begun) {
            return begun;
        }
        rapidjson::Document document;
        if (!parse(document)) {
            return {};
        }
        if (node) {
            const Values values = values_of(document);
            const auto cell = [&](std::string_view name) {
                const auto found = values.find(name);
                return found == values.end() ? std::string_view{} : std::string_view{found->second};
            };
            builder_.node(cell(node_link_ ? "id" : "code"), cell("name"), cell("kind"),
                          pieces_.line());
            return {};
        }
        return relation_of(document);
    }

    /// False where the piece is lost, which is reported.
    bool parse(rapidjson::Document& document)
    {
        const std::string& text = pieces_.text();
        if (pieces_.too_long()) {
            builder_.lose(Error{ErrorCode::too_large, "the record is too long"}.hint(
                              "export the graph with fewer mentions in a relation"),
                          pieces_.line());
            return false;
        }
        if (!is_within_depth(text)) {
            builder_.lose(Error{ErrorCode::bad_article, "the record nests too deep"}.hint(
                              "import the file as `entente export` wrote it"),
                          pieces_.line());
            return false;
        }
        std::string buffer;
        const std::string_view safe = without_nought_exponents(text, buffer);
        constexpr unsigned kFlags =
            rapidjson::kParseIterativeFlag | rapidjson::kParseFullPrecisionFlag;
        document.Parse<kFlags>(safe.data(), safe.size());
        if (document.HasParseError() || !document.IsObject()) {
            builder_.lose(Error{ErrorCode::bad_article,
                                document.HasParseError()
                                    ? fmt::format("broken JSON: {}", rapidjson::GetParseError_En(
                                                                         document.GetParseError()))
                                    : std::string{"the record is no JSON object"}}
                              .hint("import the file as `entente export` wrote it"),
                          pieces_.line());
            return false;
        }
        return true;
    }

    Status head_field()
    {
        const std::string& member = pieces_.member();
        rapidjson::Document document;
        document.Parse<rapidjson::kParseIterativeFlag>(pieces_.text().data(),
                                                       pieces_.text().size());
        if (document.HasParseError()) {
            return {}; // the builder misses what matters
        }
        if (node_link_ && member == "graph" && document.IsObject()) {
            const Values values = values_of(document);
            for (const auto& [name, value] : values) {
                set_head(name, value);
            }
        } else if (!node_link_ && !document.IsObject()) {
            set_head(member, as_text(document));
        }
        return {};
    }

    void set_head(std::string_view name, const std::string& value)
    {
        if (name == "format") {
            head_.format = value;
        } else if (name == "title") {
            head_.title = value;
        } else if (name == "articles") {
            head_.articles = value;
        }
    }

    Status relation_of(const rapidjson::Document& document)
    {
        GraphRelation relation;
        relation.values = values_of(document);
        relation.source = relation.values["source"];
        relation.target = relation.values["target"];
        if (!node_link_) {
            relation.values["group"] = relation.values["key"];
        }
        for (const auto& [name, into] : {std::pair{"categories", &relation.categories},
                                         {"topics", &relation.topics},
                                         {"labels", &relation.labels},
                                         {"statuses", &relation.statuses}}) {
            const auto found = document.FindMember(name);
            if (found == document.MemberEnd()) {
                continue;
            }
            auto counts = counts_of(found->value);
            if (!counts) {
                builder_.lose(Error{ErrorCode::bad_article,
                                    fmt::format("\"{}\" holds something else than counts", name)}
                                  .hint("import the file as `entente export` wrote it"),
                              pieces_.line());
                return {};
            }
            *into = std::move(*counts);
        }
        if (node_link_) {
            quote(relation);
        } else if (const auto found = document.FindMember("evidence");
                   found != document.MemberEnd() && found->value.IsArray()) {
            for (const rapidjson::Value& one : found->value.GetArray()) {
                if (one.IsObject() && relation.evidence.size() < kMostEvidence) {
                    relation.evidence.push_back(values_of(one));
                }
            }
        }
        return builder_.relation(relation, pieces_.line());
    }

    /// The one sentence that stands on an edge, under the names that evidence has.
    static void quote(GraphRelation& relation)
    {
        if (auto evidence = quoted_on_edge(relation.values)) {
            relation.evidence.push_back(std::move(*evidence));
        }
    }

    JsonPieces pieces_;
    GraphBuilder builder_;
    std::string file_;
    bool node_link_;
    bool begun_ = false;
    GraphHead head_;
};

/// Whether the bytes are a JSON object that names a format of ours early on.
bool names_format(std::string_view head, std::string_view format)
{
    if (head.starts_with("\xEF\xBB\xBF")) {
        head.remove_prefix(3);
    }
    const std::string_view bare = text::trim(head);
    return bare.starts_with('{') &&
           head.find(fmt::format("\"{}\"", format)) != std::string_view::npos;
}

} // namespace

bool looks_like_graph_json(std::string_view head)
{
    return names_format(head, kGraph);
}

bool looks_like_node_link(std::string_view head)
{
    return names_format(head, kNodeLink);
}

Status read_graph_json(std::istream& in, const std::string& file, const ReadOptions& options,
                       Outlet& outlet)
{
    return GraphJsonReader{in, file, options, outlet, false}.read();
}

Status read_node_link(std::istream& in, const std::string& file, const ReadOptions& options,
                      Outlet& outlet)
{
    return GraphJsonReader{in, file, options, outlet, true}.read();
}

} // namespace entente::records
