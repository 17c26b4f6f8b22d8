// SPDX-License-Identifier: Apache-2.0
// JSON as it goes out: one object or array a line where that helps reading, no document in memory.
#pragma once

#include "exporters/buffered_sink.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::exporters {

/// Appends a JSON string with its quotes. Ill-formed UTF-8 becomes U+FFFD; controls, DEL and the
/// line separators U+2028 and U+2029 are written as \uXXXX, so that the text may stand in a script.
void append_json_string(std::string& out, std::string_view utf8);

/// Writes one document. Containers down to `open_levels` spread over lines, each member on its own;
/// deeper ones stay on one line. The caller keeps brackets balanced and names before values.
class JsonWriter {
public:
    JsonWriter(Sink& sink, std::size_t open_levels)
        : out_{sink}
        , open_levels_{open_levels}
    {}

    void begin_object() { begin('{'); }

    void end_object() { end('}'); }

    void begin_array() { begin('['); }

    void end_array() { end(']'); }

    /// The name of the next value. `name` is a word of ours and is not escaped.
    void key(std::string_view name);

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
    void before_value();
    void line_end();

    BufferedSink out_;
    std::size_t open_levels_;
    std::vector<bool> filled_; ///< for each open container, whether it has a member
    std::string text_;         ///< not yet given to out_
    bool named_ = false;       ///< a key was written and waits for its value
};

} // namespace entente::exporters
