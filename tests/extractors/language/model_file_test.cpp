// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/model_file.hpp"
#include "extractors/language/word_table.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <cstring>
#include <memory>
#include <random>
#include <string>
#include <vector>

using namespace entente; // NOLINT(google-build-using-namespace)
using language::ModelFile;
using language::SectionReader;
using language::SectionWriter;

namespace {

/// Bytes where a mapped file would put them: at a multiple of the alignment.
class Mapped {
public:
    explicit Mapped(const std::string& bytes)
        : memory_(bytes.size() + language::kModelAlignment)
        , size_{bytes.size()}
    {
        void* place = memory_.data();
        std::size_t space = memory_.size();
        begin_ =
            static_cast<std::byte*>(std::align(language::kModelAlignment, size_, place, space));
        std::memcpy(begin_, bytes.data(), size_);
    }

    [[nodiscard]] std::span<const std::byte> bytes() const { return {begin_, size_}; }

private:
    std::vector<std::byte> memory_;
    std::byte* begin_ = nullptr;
    std::size_t size_ = 0;
};

std::string small_model()
{
    SectionWriter numbers;
    numbers.put(std::uint32_t{7});
    numbers.put_array(std::vector<float>{1.5F, -2.0F});
    numbers.put_text("Kenya");
    numbers.put(std::uint8_t{9});
    SectionWriter table;
    language::WordTable::write(table, {11, 12, 13, 0x80000000000BU});
    return language::make_model_file({{"numbers", numbers.bytes()}, {"table", table.bytes()}});
}

} // namespace

TEST_CASE("a model file gives back what was put in", "[language][model]")
{
    const Mapped mapped{small_model()};
    const auto model = ModelFile::open(mapped.bytes(), "test.model");
    REQUIRE(model.ok());
    auto section = model->section("numbers");
    REQUIRE(section.ok());
    REQUIRE(section->get<std::uint32_t>() == 7);
    const auto values = section->array<float>();
    REQUIRE(std::vector<float>(values.begin(), values.end()) == std::vector<float>{1.5F, -2.0F});
    REQUIRE(section->text() == "Kenya");
    REQUIRE(section->get<std::uint8_t>() == 9);
    REQUIRE(section->ok());

    auto rows = model->section("table");
    REQUIRE(rows.ok());
    const auto table = language::WordTable::load(*rows, 4);
    REQUIRE(table.ok());
    REQUIRE(table->find(11) == 0U);
    REQUIRE(table->find(13) == 2U);
    REQUIRE(table->find(0x80000000000BU) == 3U);
    REQUIRE_FALSE(table->find(14).has_value());
}

TEST_CASE("reading past the end of a section is noticed", "[language][model]")
{
    const Mapped mapped{small_model()};
    const auto model = ModelFile::open(mapped.bytes(), "test.model");
    REQUIRE(model.ok());
    auto section = model->section("numbers");
    REQUIRE(section.ok());
    for (int i = 0; i < 1000; ++i) {
        static_cast<void>(section->get<std::uint64_t>());
    }
    REQUIRE_FALSE(section->ok());
    REQUIRE(section->array<float>().empty());
    const auto missing = model->section("network");
    REQUIRE_FALSE(missing.ok());
    REQUIRE(missing.error().message().find("test.model") != std::string::npos);
    REQUIRE(missing.error().message().find("network") != std::string::npos);
}

TEST_CASE("damaged, cut and foreign files are refused with the file's name", "[language][model]")
{
    const std::string good = small_model();
    std::mt19937 random{1};
    for (int round = 0; round < 500; ++round) {
        std::string bad = good;
        if (round % 3 == 0) {
            bad.resize(random() % bad.size());
        } else {
            bad[random() % bad.size()] ^= static_cast<char>(1U << (random() % 8));
        }
        const Mapped mapped{bad};
        const auto model = ModelFile::open(mapped.bytes(), "bad.model");
        INFO("round " << round);
        // The reserved words of the header alone are not looked at.
        if (model.ok()) {
            REQUIRE(bad.size() == good.size());
            REQUIRE(std::equal(bad.begin() + 64, bad.end(), good.begin() + 64));
        } else {
            REQUIRE(model.error().message().find("bad.model") == 0);
        }
    }
    REQUIRE_FALSE(ModelFile::open({}, "empty.model").ok());
}

TEST_CASE("a model is made to the same bytes again", "[language][model]")
{
    REQUIRE(small_model() == small_model());
}
