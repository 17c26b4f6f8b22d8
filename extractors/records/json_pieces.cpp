// SPDX-License-Identifier: Apache-2.0
#include "extractors/records/json_pieces.hpp"

#include <utility>

namespace entente::records {

namespace {

constexpr int kEnd = std::char_traits<char>::eof();

} // namespace

int JsonPieces::peek()
{
    return in_.sgetc();
}

int JsonPieces::take()
{
    const int c = in_.sbumpc();
    at_line_ += c == '\n' ? 1U : 0U;
    return c;
}

int JsonPieces::skip_blanks()
{
    while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
        take();
    }
    return peek();
}

void JsonPieces::keep(int c)
{
    if (text_.size() < max_bytes_) {
        text_ += static_cast<char>(c);
    } else {
        too_long_ = true;
    }
}

Error JsonPieces::broken(std::string what) const
{
    return Error{ErrorCode::unreadable_input, std::move(what)}
        .at("", at_line_)
        .hint("export the graph again; the file may have been cut off");
}

/// The quotes are taken; into the piece where `into` is null, and then kept with their quotes.
bool JsonPieces::read_string(std::string* into)
{
    const auto add = [&](int c) {
        if (into == nullptr) {
            keep(c);
        } else if (into->size() < max_bytes_) {
            *into += static_cast<char>(c);
        }
    };
    if (into == nullptr) {
        keep('"');
    }
    take();
    for (int c = take(); c != kEnd; c = take()) {
        if (c == '"') {
            if (into == nullptr) {
                keep(c);
            }
            return true;
        }
        add(c);
        if (c == '\\') {
            const int escaped = take();
            if (escaped == kEnd) {
                return false;
            }
            add(escaped);
        }
    }
    return false;
}

bool JsonPieces::read_value()
{
    text_.clear();
    too_long_ = false;
    line_ = at_line_;
    std::size_t depth = 0;
    for (int c = peek(); c != kEnd; c = peek()) {
        if (c == '"') {
            if (!read_string(nullptr)) {
                return false;
            }
            if (depth == 0) {
                return true;
            }
            continue;
        }
        const bool ends = c == ',' || c == ']' || c == '}';
        if (depth == 0 && ends) {
            return !text_.empty();
        }
        keep(take());
        if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            return true;
        }
    }
    return false;
}

Result<bool> JsonPieces::next()
{
    if (!begun_) {
        if (peek() == 0xEF) { // a byte order mark
            take();
            take();
            take();
        }
        if (skip_blanks() != '{') {
            return broken("this is no JSON object");
        }
        take();
        begun_ = true;
    }
    while (true) {
        int c = skip_blanks();
        if (after_value_) {
            if (c != ',' && c != (in_array_ ? ']' : '}')) {
                return broken("the JSON ends or breaks here");
            }
            if (c == ',') {
                take();
                c = skip_blanks();
            }
            after_value_ = false;
        }
        if (in_array_) {
            if (c == ']') {
                take();
                in_array_ = false;
                after_value_ = true;
                continue;
            }
            after_value_ = read_value();
            return after_value_ ? Result<bool>{true}
                                : Result<bool>{broken("the JSON ends or breaks here")};
        }
        if (c == '}') {
            take();
            return false;
        }
        member_.clear();
        if (c != '"' || !read_string(&member_) || skip_blanks() != ':') {
            return broken("the JSON ends or breaks here");
        }
        take();
        if (skip_blanks() == '[') {
            take();
            in_array_ = true;
            continue;
        }
        after_value_ = read_value();
        return after_value_ ? Result<bool>{true}
                            : Result<bool>{broken("the JSON ends or breaks here")};
    }
}

} // namespace entente::records
