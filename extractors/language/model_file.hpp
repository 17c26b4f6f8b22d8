// SPDX-License-Identifier: Apache-2.0
// One file with everything that was learned: named sections of plain arrays, read where they lie.
#pragma once

#include "core/result.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace entente::language {

/// Sections and arrays begin at multiples of this many bytes.
inline constexpr std::size_t kModelAlignment = 64;

/// Reads the values of a section in the order in which SectionWriter wrote them. Arrays are views
/// into the file, not copies.
///
/// What is missing or too short reads as nought and empty and turns ok() false for good; callers
/// ask once, behind the last value.
/// Lifetime: refers to the bytes of the model.
class SectionReader {
public:
    SectionReader() = default;

    explicit SectionReader(std::span<const std::byte> bytes)
        : bytes_{bytes}
    {}

    template <typename T>
    [[nodiscard]] T get()
    {
        static_assert(std::is_trivially_copyable_v<T>);
        T value{};
        if (const std::byte* from = take(sizeof(T), 1)) {
            std::memcpy(&value, from, sizeof(T));
        }
        return value;
    }

    template <typename T>
    [[nodiscard]] std::span<const T> array()
    {
        static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= kModelAlignment);
        const auto count = get<std::uint64_t>();
        if (count > bytes_.size() / sizeof(T)) {
            ok_ = false;
            return {};
        }
        const std::byte* from = take(count * sizeof(T), kModelAlignment);
        return from == nullptr ? std::span<const T>{}
                               : std::span<const T>{reinterpret_cast<const T*>(from),
                                                    static_cast<std::size_t>(count)};
    }

    /// A short string, copied.
    [[nodiscard]] std::string text()
    {
        const std::span<const char> chars = array<char>();
        return {chars.begin(), chars.end()};
    }

    [[nodiscard]] bool ok() const noexcept { return ok_; }

private:
    [[nodiscard]] const std::byte* take(std::size_t size, std::size_t alignment);

    std::span<const std::byte> bytes_;
    std::size_t at_ = 0;
    bool ok_ = true;
};

/// Collects the values of a section. Values are stored as the machine has them (little-endian).
class SectionWriter {
public:
    template <typename T>
    void put(T value)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        append(&value, sizeof(T));
    }

    template <typename T>
    void put_array(std::span<const T> values)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        put(static_cast<std::uint64_t>(values.size()));
        align();
        append(values.data(), values.size_bytes());
    }

    template <typename T>
    void put_array(const std::vector<T>& values)
    {
        put_array(std::span<const T>{values});
    }

    void put_text(std::string_view text)
    {
        put_array(std::span<const char>{text.data(), text.size()});
    }

    [[nodiscard]] const std::string& bytes() const noexcept { return bytes_; }

private:
    void align()
    {
        bytes_.resize((bytes_.size() + kModelAlignment - 1) / kModelAlignment * kModelAlignment);
    }

    void append(const void* data, std::size_t size)
    {
        bytes_.append(static_cast<const char*>(data), size);
    }

    std::string bytes_;
};

/// A view of a model's bytes.
/// Lifetime: refers to the bytes, which stay where they are (memory-mapped or part of the program).
class ModelFile {
public:
    /// Errors: bad_dataset when the bytes are no model, of another version, cut short or damaged.
    /// \param name names the file in messages
    [[nodiscard]] static Result<ModelFile> open(std::span<const std::byte> bytes,
                                                std::string_view name);

    /// Errors: bad_dataset where there is no such section.
    [[nodiscard]] Result<SectionReader> section(std::string_view name) const;

    /// Tells one model from another; over all bytes of all sections.
    [[nodiscard]] std::uint64_t checksum() const noexcept { return checksum_; }

private:
    struct Section {
        std::string name;
        std::span<const std::byte> bytes;
    };

    std::string name_;
    std::vector<Section> sections_;
    std::uint64_t checksum_ = 0;
};

/// The bytes of a model file with these sections, in order of their names.
struct NamedSection {
    std::string name; ///< at most 23 bytes
    std::string bytes;
};

[[nodiscard]] std::string make_model_file(std::vector<NamedSection> sections);

} // namespace entente::language
