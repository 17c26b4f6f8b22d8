// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/name_lists.hpp"
#include "extractors/language/tokenizer.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/names.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

using namespace entente;           // NOLINT(google-build-using-namespace)
using namespace entente::language; // NOLINT(google-build-using-namespace)
using entente::tests::builtin_names;

namespace {

std::vector<Hints> hints_of(const std::vector<std::string>& words, const NameLists& lists)
{
    return lists.hints(std::vector<std::string_view>{words.begin(), words.end()});
}

std::vector<Hints> hints_of(std::string_view text)
{
    return hints_of(split_words(text), builtin_names());
}

extractors::Table table(std::string name, std::string text)
{
    return {std::move(name), std::move(text), {}};
}

} // namespace

TEST_CASE("names of several words have a first bit and inner bits", "[extractors][names]")
{
    const auto hints = hints_of("Envoys of South Africa met in Kenya");
    REQUIRE(hints.size() == 7);
    CHECK(has(hints[2], Hint::country));
    CHECK_FALSE(has(hints[2], Hint::country_inner));
    CHECK(has(hints[3], Hint::country_inner));
    CHECK_FALSE(has(hints[3], Hint::country));
    CHECK(has(hints[6], Hint::country));
    CHECK(hints[0] == 0);
    CHECK(hints[1] == 0);
}

TEST_CASE("each list has its hint", "[extractors][names]")
{
    struct Row {
        const char* word;
        Hint hint;
    };

    const auto row = GENERATE(values<Row>({{"Kenyan", Hint::people},
                                           {"Nairobi", Hint::place},
                                           {"Danube", Hint::landform},
                                           {"UNESCO", Hint::organisation},
                                           {"Ministry", Hint::organisation_word},
                                           {"Airport", Hint::facility_word},
                                           {"River", Hint::landform_word},
                                           {"Province", Hint::place_word},
                                           {"President", Hint::title_word},
                                           {"Fatima", Hint::given_name},
                                           {"Traore", Hint::surname}}));
    CAPTURE(row.word);
    CHECK(has(hints_of(row.word).front(), row.hint));
}

TEST_CASE("a heading in capitals is read as a name", "[extractors][names]")
{
    const auto hints = hints_of("NAIROBI, SOUTH AFRICA, WHO");
    CHECK(has(hints[0], Hint::place));
    CHECK(has(hints[2], Hint::country));
    CHECK(has(hints[3], Hint::country_inner));
    CHECK(has(hints[5], Hint::organisation));
}

TEST_CASE("small letters are no name", "[extractors][names]")
{
    const auto hints = hints_of("turkey with chile and jordan");
    CHECK(std::all_of(hints.begin(), hints.end(), [](Hints one) { return one == 0; }));
}

TEST_CASE("the longest name counts", "[extractors][names]")
{
    std::vector<extractors::Table> tables;
    tables.push_back(table("names/a.tsv",
                           "name\tkind\nLower Vale\tregion\nLower Vale River\tlandform\n"
                           "Vale\tsurname\n"));
    const NameLists lists = NameLists::load(std::move(tables)).value();
    const auto longer = hints_of({"Lower", "Vale", "River", "Vale"}, lists);
    CHECK(longer[0] == bit(Hint::landform));
    CHECK(longer[1] == (bit(Hint::landform_inner) | bit(Hint::surname)));
    CHECK(longer[2] == bit(Hint::landform_inner));
    CHECK(longer[3] == bit(Hint::surname));
    const auto shorter = hints_of({"Lower", "Vale", "Lower"}, lists);
    CHECK(shorter[0] == bit(Hint::place));
    CHECK(shorter[2] == 0);
    const std::vector<std::string_view> whole{"Lower", "Vale"};
    CHECK(lists.whole(whole) == bit(Hint::place));
    CHECK(lists.whole({}) == 0);
    CHECK(hints_of({}, lists).empty());
}

TEST_CASE("a table may hold more names than the lists have room for at first",
          "[extractors][names]")
{
    std::string text = "name\tkind\n";
    for (int i = 0; i < 100000; ++i) {
        std::string name = "N";
        for (int rest = i; rest > 0; rest /= 26) {
            name += static_cast<char>('a' + rest % 26);
        }
        text += name + "\tsurname\n";
    }
    std::vector<extractors::Table> tables;
    tables.push_back(table("names/many.tsv", text));
    const NameLists lists = NameLists::load(std::move(tables)).value();
    CHECK(has(hints_of({"Nb"}, lists)[0], Hint::surname));
    CHECK(hints_of({"B"}, lists)[0] == 0);
}

TEST_CASE("roles steer rules and are no hints", "[extractors][names]")
{
    struct Row {
        const char* word;
        WordRole role;
    };

    const auto row = GENERATE(values<Row>({{"Ministry", WordRole::generic_body},
                                           {"Times", WordRole::weak_body},
                                           {"Roman", WordRole::weak_people},
                                           {"Deputy", WordRole::before_title},
                                           {"led", WordRole::after_hyphen}}));
    CAPTURE(row.word);
    CHECK(builtin_names().is(row.word, row.role));
    CHECK_FALSE(builtin_names().is("Kenya", row.role));
    CHECK_FALSE(builtin_names().is("", row.role));

    std::vector<extractors::Table> tables;
    tables.push_back(
        table("names/a.tsv", "name\tkind\nVale\tsurname|weak-body\nled\tafter-hyphen\n"));
    const NameLists lists = NameLists::load(std::move(tables)).value();
    CHECK(hints_of({"Vale", "led"}, lists) == std::vector<Hints>{bit(Hint::surname), 0});
    CHECK(lists.is("Vale", WordRole::weak_body));
    CHECK_FALSE(lists.is("Vale", WordRole::after_hyphen));
}

TEST_CASE("a kind that is none is an error with its line", "[extractors][names]")
{
    std::vector<extractors::Table> tables;
    tables.push_back(table("names/bad.tsv", "name\tkind\nNairobi\ttown\n"));
    const auto lists = NameLists::load(std::move(tables));
    REQUIRE_FALSE(lists);
    CHECK(lists.error().code() == ErrorCode::bad_dataset);
    CHECK(lists.error().message().find("names/bad.tsv:2") != std::string::npos);
}

TEST_CASE("any bytes have hints", "[extractors][names]")
{
    const auto hints =
        hints_of({"", "\xFF\xFE", "ÉLYSÉE", std::string(100000, 'A')}, builtin_names());
    CHECK(hints.size() == 4);
}
