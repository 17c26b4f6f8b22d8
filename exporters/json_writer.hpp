// SPDX-License-Identifier: Apache-2.0
// JSON as it goes out: one object or array a line where that helps reading, no document in memory.
#pragma once

#include "exporters/buffered_sink.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente::exporters {

/// Appends a JSON string with its quotes. Ill-formed UTF-8 becomes U+FFFD; controls, DEL and the
/// line separators U+2028 and U+2029 are written as \uXXXX, so that the text may stand in a script.
void append_json_string(std::string& out, std::string_view utf8);

/// Writes one document. Containers down to `open_levels` spread over lines, each member on its own;
/// deeper ones stay on one line. The caller keeps brackets balanced, names before values, and at
/// most 64 containers open.
class JsonWriter {
public:
    JsonWriter(Sink& sink, std::size_t open_levels)
        : out_{sink}
        , open_levels_{open_levels}
    {}

    /// Writes some members of an array that another writer has open, `depth` containers deep, and
    /// has suspended; `first` where it has no members yet.
    [[nodiscard]] static JsonWriter inside(Sink& sink, std::size_t open_levels, std::size_t depth,
                                           bool first)
    {
        JsonWriter writer{sink, open_levels};
        writer.depth_ = depth;
        writer.filled_ = first ? 0 : 1;
        return writer;
    }

    /// Passes on what was written, so that others may write members of the open array. Afterwards
    /// the array counts as filled where `filled` says so. Errors: the first of the sink.
    [[nodiscard]] Status suspend(bool filled)
    {
        filled_ |= filled ? 1U : 0U;
        return out_.finish();
    }

    void begin_object() { begin('{'); }

    void end_object() { end('}'); }

    void begin_array() { begin('['); }

    void end_array() { end(']'); }

    /// The name of the next value. `name` is a word of ours and is not escaped.
    void key(std::string_view name)
    {
        before_value();
        out_.write('"');
        out_.write(name);
        out_.write("\": ");
        named_ = true;
    }

    void value(std::string_view text);

    void value(const char* text) { value(std::string_view{text}); }

    void value(const std::string& text) { value(std::string_view{text}); }

    void value(double number);
    void value(std::size_t number);
    void value(std::int64_t number);

    void value(std::same_as<bool> auto truth) { word(truth ? "true" : "false"); }

    void null() { word("null"); }

    template <typename Value>
    void field(std::string_view name, const Value& of)
    {
        key(name);
        value(of);
    }

    /// Ends the file with a line end and passes on the rest. Errors: the first of the sink.
    [[nodiscard]] Status finish();

private:
    void begin(char bracket);
    void end(char bracket);
    void word(std::string_view text);
    void line_end();

    template <typename Number>
    void number(Number value);

    [[nodiscard]] bool spread() const noexcept { return depth_ <= open_levels_; }

    void before_value()
    {
        if (named_) {
            named_ = false;
        } else if (depth_ > 0) {
            next_member();
        }
    }

    void next_member();

    BufferedSink out_;
    std::size_t open_levels_;
    std::size_t depth_ = 0;
    std::uint64_t filled_ = 0; ///< a bit for each open container, the innermost lowest: has members
    std::string text_;         ///< room for one value
    bool named_ = false;       ///< a key was written and waits for its value
};

} // namespace entente::exporters
