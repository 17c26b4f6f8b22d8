// SPDX-License-Identifier: Apache-2.0
#include "core/error.hpp"

#include "core/text.hpp"

#include <utility>

namespace entente {

std::string_view to_string(ErrorCode code) noexcept
{
    switch (code) {
#define ENTENTE_X(name, status, text)                                                              \
    case ErrorCode::name:                                                                          \
        return #name;
        ENTENTE_ERROR_CODES(ENTENTE_X)
#undef ENTENTE_X
    }
    return "internal";
}

ExitStatus exit_status(ErrorCode code) noexcept
{
    switch (code) {
#define ENTENTE_X(name, status, text)                                                              \
    case ErrorCode::name:                                                                          \
        return ExitStatus::status;
        // Many codes share a status.
        ENTENTE_ERROR_CODES(ENTENTE_X) // NOLINT(bugprone-branch-clone)
#undef ENTENTE_X
    }
    return ExitStatus::internal;
}

Error::Error(ErrorCode code, std::string what)
    : code_{code}
    , what_{std::move(what)}
{}

Error Error::at(std::string file, std::uint64_t line, std::uint64_t column) &&
{
    where_ = {std::move(file), line, column};
    return std::move(*this);
}

Error Error::hint(std::string remedy) &&
{
    hint_ = std::move(remedy);
    return std::move(*this);
}

Error Error::caused_by(Error cause) &&
{
    cause_ = std::make_shared<const Error>(std::move(cause));
    return std::move(*this);
}

std::string Error::message() const
{
    std::string line;
    if (!where_.file.empty()) {
        line += text::printable(where_.file);
        line += ':';
    }
    if (where_.line != 0) {
        line += std::to_string(where_.line) + ':';
    }
    if (where_.line != 0 && where_.column != 0) {
        line += std::to_string(where_.column) + ':';
    }
    if (!line.empty()) {
        line += ' ';
    }
    line += text::printable(what_);
    if (cause_) {
        line += ": " + cause_->message();
    }
    // Other libraries end their messages so; between us and the remedy it would be "X.; do Y".
    if (line.ends_with('.') && !line.ends_with("..")) {
        line.pop_back();
    }
    if (!hint_.empty()) {
        line += "; " + text::printable(hint_);
    }
    return line;
}

} // namespace entente
