// SPDX-License-Identifier: Apache-2.0
// A value or the error that prevented it; std::expected's shape for a C++20 library.
#pragma once

#include "core/error.hpp"

#include <optional>
#include <stdexcept>
#include <utility>
#include <variant>

namespace entente {

/// Either a T or an Error.
///
/// Asking for the side that is not there is a defect of the caller and throws std::logic_error.
template <typename T>
class [[nodiscard]] Result {
public:
    // Implicit on purpose: `return value;` and `return Error{…};` both read as what they mean.
    Result(T value) // NOLINT(google-explicit-constructor)
        : state_{std::in_place_index<0>, std::move(value)}
    {}

    Result(Error error) // NOLINT(google-explicit-constructor)
        : state_{std::in_place_index<1>, std::move(error)}
    {}

    [[nodiscard]] bool ok() const noexcept { return state_.index() == 0; }

    [[nodiscard]] explicit operator bool() const noexcept { return ok(); }

    [[nodiscard]] T& value() & { return require(), std::get<0>(state_); }

    [[nodiscard]] const T& value() const& { return require(), std::get<0>(state_); }

    [[nodiscard]] T&& value() && { return require(), std::get<0>(std::move(state_)); }

    [[nodiscard]] T& operator*() & { return value(); }

    [[nodiscard]] const T& operator*() const& { return value(); }

    [[nodiscard]] T&& operator*() && { return std::move(*this).value(); }

    [[nodiscard]] T* operator->() { return &value(); }

    [[nodiscard]] const T* operator->() const { return &value(); }

    [[nodiscard]] T value_or(T fallback) const& { return ok() ? std::get<0>(state_) : fallback; }

    [[nodiscard]] const Error& error() const&
    {
        if (ok()) {
            throw std::logic_error{"Result::error() of a success"};
        }
        return std::get<1>(state_);
    }

private:
    void require() const
    {
        if (!ok()) {
            throw std::logic_error{"Result::value() of a failure: " +
                                   std::get<1>(state_).message()};
        }
    }

    std::variant<T, Error> state_;
};

/// Success without a value, or an Error.
template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;

    Result(Error error) // NOLINT(google-explicit-constructor)
        : error_{std::move(error)}
    {}

    [[nodiscard]] bool ok() const noexcept { return !error_.has_value(); }

    [[nodiscard]] explicit operator bool() const noexcept { return ok(); }

    [[nodiscard]] const Error& error() const&
    {
        if (!error_) {
            throw std::logic_error{"Result::error() of a success"};
        }
        return *error_;
    }

private:
    std::optional<Error> error_;
};

using Status = Result<void>;

} // namespace entente
