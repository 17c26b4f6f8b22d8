// SPDX-License-Identifier: Apache-2.0
// Writing JSON in few words: RapidJSON's writer with string views.
#pragma once

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente::cli {

/// One JSON value on one line.
class Json {
public:
    Json& begin_object() { return writer_.StartObject(), *this; }

    Json& end_object() { return writer_.EndObject(), *this; }

    Json& begin_array() { return writer_.StartArray(), *this; }

    Json& end_array() { return writer_.EndArray(), *this; }

    Json& key(std::string_view name)
    {
        writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
        return *this;
    }

    Json& text(std::string_view value)
    {
        writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
        return *this;
    }

    Json& number(std::size_t value) { return writer_.Uint64(value), *this; }

    Json& integer(std::int64_t value) { return writer_.Int64(value), *this; }

    Json& real(double value) { return writer_.Double(value), *this; }

    Json& boolean(bool value) { return writer_.Bool(value), *this; }

    Json& null() { return writer_.Null(), *this; }

    /// A value that is JSON already.
    Json& raw(std::string_view json)
    {
        writer_.RawValue(json.data(), json.size(), rapidjson::kObjectType);
        return *this;
    }

    [[nodiscard]] std::string_view line() const { return {buffer_.GetString(), buffer_.GetSize()}; }

    /// Ready for another value.
    void clear()
    {
        buffer_.Clear();
        writer_.Reset(buffer_);
    }

    /// What was written since the last call, to write a long value piece by piece.
    [[nodiscard]] std::string take()
    {
        std::string piece{line()};
        buffer_.Clear();
        return piece;
    }

private:
    rapidjson::StringBuffer buffer_;
    rapidjson::Writer<rapidjson::StringBuffer> writer_{buffer_};
};

} // namespace entente::cli
