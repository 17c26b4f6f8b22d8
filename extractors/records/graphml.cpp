// SPDX-License-Identifier: Apache-2.0
#include "extractors/records/graphml.hpp"

#include "extractors/records/graph_builder.hpp"

#include <expat.h>
#include <fmt/format.h>

#include <array>
#include <memory>
#include <optional>
#include <utility>

namespace entente::records {

namespace {

constexpr std::string_view kFormat = "entente-graphml 1";
constexpr std::size_t kBlock = 1U << 16U;

/// The name without its namespace.
std::string_view local_name(std::string_view name)
{
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view attribute(const XML_Char** attributes, std::string_view name)
{
    for (; *attributes != nullptr; attributes += 2) {
        if (local_name(attributes[0]) == name) {
            return attributes[1];
        }
    }
    return {};
}

class GraphmlReader {
public:
    GraphmlReader(const std::string& file, const ReadOptions& options, Outlet& outlet)
        : parser_{XML_ParserCreate(nullptr), &XML_ParserFree}
        , builder_{std::string{kFormat}, file, options, outlet}
        , file_{file}
        , max_bytes_{options.max_record_bytes}
    {
        XML_SetUserData(parser_.get(), this);
        XML_SetElementHandler(
            parser_.get(),
            [](void* self, const XML_Char* name, const XML_Char** attributes) {
                static_cast<GraphmlReader*>(self)->start(local_name(name), attributes);
            },
            [](void* self, const XML_Char* name) {
                static_cast<GraphmlReader*>(self)->end(local_name(name));
            });
        XML_SetCharacterDataHandler(parser_.get(), [](void* self, const XML_Char* text, int size) {
            static_cast<GraphmlReader*>(self)->characters({text, static_cast<std::size_t>(size)});
        });
        // No graph of ours has entities; those of an attacker multiply.
        XML_SetEntityDeclHandler(
            parser_.get(), [](void* self, const XML_Char*, int, const XML_Char*, int,
                              const XML_Char*, const XML_Char*, const XML_Char*, const XML_Char*) {
                auto* reader = static_cast<GraphmlReader*>(self);
                reader->stop(Error{ErrorCode::unreadable_input, "the XML declares entities"}
                                 .at(reader->file_, reader->line())
                                 .hint("only graphs that `entente export` wrote can be imported"));
            });
    }

    Status read(std::istream& in)
    {
        std::vector<char> block(kBlock);
        bool last = false;
        while (!last) {
            in.read(block.data(), static_cast<std::streamsize>(block.size()));
            last = in.gcount() < static_cast<std::streamsize>(block.size());
            const XML_Status parsed =
                XML_Parse(parser_.get(), block.data(), static_cast<int>(in.gcount()), last ? 1 : 0);
            if (stopped_) {
                return *stopped_;
            }
            if (parsed != XML_STATUS_OK) {
                return Error{
                    ErrorCode::unreadable_input,
                    fmt::format("broken XML: {}", XML_ErrorString(XML_GetErrorCode(parser_.get())))}
                    .at(file_, line(), XML_GetCurrentColumnNumber(parser_.get()) + 1)
                    .hint("export the graph again; the file may have been cut off");
            }
        }
        if (in.bad()) {
            return Error{ErrorCode::unreadable_input, "reading failed"}.at(file_).hint(
                "check the disk, then run the command again");
        }
        return begun_ ? Status{} : builder_.head(head_);
    }

private:
    enum class Within : std::uint8_t { document, graph, node, edge };

    [[nodiscard]] std::uint64_t line() const { return XML_GetCurrentLineNumber(parser_.get()); }

    void stop(Error error)
    {
        if (!stopped_) {
            stopped_ = std::move(error);
        }
        XML_StopParser(parser_.get(), XML_FALSE);
    }

    void start(std::string_view name, const XML_Char** attributes)
    {
        if (stopped_) {
            return;
        }
        if (name == "key") {
            names_[std::string{attribute(attributes, "id")}] = attribute(attributes, "attr.name");
        } else if (name == "graph") {
            within_ = Within::graph;
        } else if (name == "node" || name == "edge") {
            begin();
            within_ = name == "node" ? Within::node : Within::edge;
            line_ = line();
            size_ = 0;
            relation_ = {};
            relation_.source = attribute(attributes, "source");
            relation_.target = attribute(attributes, "target");
            id_ = attribute(attributes, "id");
        } else if (name == "data") {
            key_ = attribute(attributes, "key");
            text_.clear();
            in_data_ = true;
        }
    }

    void characters(std::string_view text)
    {
        // What lies beyond the limit is dropped, and the record with it.
        if (in_data_) {
            size_ += text.size();
            if (size_ <= max_bytes_) {
                text_ += text;
            }
        }
    }

    void end(std::string_view name)
    {
        if (stopped_) {
            return;
        }
        if (name == "data") {
            in_data_ = false;
            value();
        } else if (name == "node" || name == "edge") {
            within_ = Within::graph;
            if (size_ > max_bytes_) {
                builder_.lose(Error{ErrorCode::too_large, "the record is too long"}.hint(
                                  "import the file as `entente export` wrote it"),
                              line_);
            } else if (name == "node") {
                builder_.node(id_, relation_.values["name"], relation_.values["kind"], line_);
            } else {
                edge();
            }
        }
    }

    void value()
    {
        const auto found = names_.find(key_);
        const std::string& name = found == names_.end() ? key_ : found->second;
        if (within_ == Within::graph) {
            if (name == "format") {
                head_.format = text_;
            } else if (name == "title") {
                head_.title = text_;
            } else if (name == "articles") {
                head_.articles = text_;
            }
        } else {
            relation_.values[name] = text_;
        }
    }

    void begin()
    {
        if (!begun_) {
            begun_ = true;
            if (const Status good = builder_.head(head_); !good) {
                stop(good.error());
            }
        }
    }

    void edge()
    {
        for (const auto& [name, into] : {std::pair{"categories", &relation_.categories},
                                         {"topics", &relation_.topics},
                                         {"statuses", &relation_.statuses}}) {
            auto counts = parse_counts(relation_.values[name]);
            if (!counts) {
                builder_.lose(Error{ErrorCode::bad_article,
                                    fmt::format("\"{}\" holds something else than counts", name)}
                                  .hint("import the file as `entente export` wrote it"),
                              line_);
                return;
            }
            *into = std::move(*counts);
        }
        if (auto evidence = quoted_on_edge(relation_.values)) {
            relation_.evidence.push_back(std::move(*evidence));
        }
        if (const Status taken = builder_.relation(relation_, line_); !taken) {
            stop(taken.error());
        }
    }

    std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser_;
    GraphBuilder builder_;
    std::string file_;
    std::size_t max_bytes_;
    std::optional<Error> stopped_;
    std::map<std::string, std::string, std::less<>> names_; ///< of attributes, by id of their key
    Within within_ = Within::document;
    bool begun_ = false;
    bool in_data_ = false;
    GraphHead head_;
    GraphRelation relation_;
    std::string id_;
    std::string key_;
    std::string text_;
    std::size_t size_ = 0;
    std::uint64_t line_ = 0;
};

} // namespace

bool looks_like_graphml(std::string_view head)
{
    return head.find("<graphml") != std::string_view::npos;
}

Status read_graphml(std::istream& in, const std::string& file, const ReadOptions& options,
                    Outlet& outlet)
{
    return GraphmlReader{file, options, outlet}.read(in);
}

} // namespace entente::records
