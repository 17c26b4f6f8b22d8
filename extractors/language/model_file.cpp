// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/model_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>

namespace entente::language {

namespace {

static_assert(std::endian::native == std::endian::little, "model files are little-endian");

constexpr std::array<char, 16> kMagic{'e', 'n', 't', 'e', 'n', 't',  'e',  ' ',
                                      'm', 'o', 'd', 'e', 'l', '\n', '\0', '\1'};

struct Header {
    std::array<char, 16> magic{};
    std::uint64_t checksum = 0; ///< of everything behind the header
    std::uint64_t size = 0;     ///< of the file in bytes
    std::uint64_t sections = 0;
    std::array<std::uint64_t, 3> reserved{};
};

struct Entry {
    std::array<char, 24> name{};
    std::uint64_t offset = 0; ///< from the start of the file
    std::uint64_t size = 0;
    std::array<std::uint64_t, 3> reserved{};
};

static_assert(sizeof(Header) == 64 && sizeof(Entry) == 64);

constexpr std::size_t kMostSections = 64;

/// Eight bytes a step, multiplied and folded: it guards against damage, not against an enemy.
std::uint64_t checksum_of(std::span<const std::byte> bytes)
{
    constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15U;
    std::uint64_t sum = bytes.size() * kMultiplier;
    const auto fold = [&sum](std::uint64_t word) {
        sum = (sum ^ word) * kMultiplier;
        sum ^= sum >> 29U;
    };
    std::size_t at = 0;
    for (; at + sizeof(std::uint64_t) <= bytes.size(); at += sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, sizeof word);
        fold(word);
    }
    for (; at < bytes.size(); ++at) {
        fold(std::to_integer<std::uint64_t>(bytes[at]));
    }
    return sum;
}

std::size_t aligned(std::size_t size)
{
    return (size + kModelAlignment - 1) / kModelAlignment * kModelAlignment;
}

Error damaged(std::string_view name, std::string_view what)
{
    return Error{ErrorCode::bad_dataset, fmt::format("{}: {}", name, what)}.hint(
        "train it again with entente-train, or take the model that comes with the program");
}

} // namespace

const std::byte* SectionReader::take(std::size_t size, std::size_t alignment)
{
    const std::size_t from = (at_ + alignment - 1) / alignment * alignment;
    if (!ok_ || from > bytes_.size() || size > bytes_.size() - from) {
        ok_ = false;
        return nullptr;
    }
    at_ = from + size;
    return bytes_.data() + from;
}

Result<ModelFile> ModelFile::open(std::span<const std::byte> bytes, std::string_view name)
{
    Header header;
    if (bytes.size() < sizeof header) {
        return damaged(name, "is no language model: too short");
    }
    std::memcpy(&header, bytes.data(), sizeof header);
    if (!std::equal(kMagic.begin(), kMagic.end() - 1, header.magic.begin())) {
        return damaged(name, "is no language model");
    }
    if (header.magic.back() != kMagic.back()) {
        return damaged(name, "is a language model of another version of entente");
    }
    if (header.size != bytes.size() || header.sections > kMostSections ||
        sizeof(Header) + header.sections * sizeof(Entry) > bytes.size()) {
        return damaged(name, "the language model is cut short");
    }
    if (checksum_of(bytes.subspan(sizeof header)) != header.checksum) {
        return damaged(name, "the language model is damaged: its checksum differs");
    }
    ModelFile model;
    model.name_ = name;
    model.checksum_ = header.checksum;
    for (std::size_t i = 0; i < header.sections; ++i) {
        Entry entry;
        std::memcpy(&entry, bytes.data() + sizeof header + i * sizeof entry, sizeof entry);
        if (entry.offset > bytes.size() || entry.size > bytes.size() - entry.offset ||
            entry.offset % kModelAlignment != 0) {
            return damaged(name, "the language model is damaged: a section lies outside");
        }
        entry.name.back() = '\0';
        model.sections_.push_back({entry.name.data(), bytes.subspan(entry.offset, entry.size)});
    }
    return model;
}

Result<SectionReader> ModelFile::section(std::string_view name) const
{
    const auto found = std::find_if(sections_.begin(), sections_.end(),
                                    [name](const Section& each) { return each.name == name; });
    if (found == sections_.end()) {
        return damaged(name_, fmt::format("the language model has no section \"{}\"", name));
    }
    return SectionReader{found->bytes};
}

std::string make_model_file(std::vector<NamedSection> sections)
{
    std::sort(sections.begin(), sections.end(),
              [](const NamedSection& a, const NamedSection& b) { return a.name < b.name; });
    std::string file(sizeof(Header) + sections.size() * sizeof(Entry), '\0');
    for (std::size_t i = 0; i < sections.size(); ++i) {
        Entry entry;
        sections[i].name.copy(entry.name.data(), entry.name.size() - 1);
        entry.offset = file.size();
        entry.size = sections[i].bytes.size();
        std::memcpy(file.data() + sizeof(Header) + i * sizeof(Entry), &entry, sizeof entry);
        file += sections[i].bytes;
        file.resize(aligned(file.size()));
    }
    Header header;
    header.magic = kMagic;
    header.size = file.size();
    header.sections = sections.size();
    header.checksum =
        checksum_of(std::as_bytes(std::span<const char>{file}).subspan(sizeof header));
    std::memcpy(file.data(), &header, sizeof header);
    return file;
}

} // namespace entente::language
