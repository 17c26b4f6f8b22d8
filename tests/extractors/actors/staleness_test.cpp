// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/staleness.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/extraction.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

using namespace entente; // NOLINT(google-build-using-namespace)

namespace {

struct Dated {
    const char* id;
    const char* date; ///< empty for none
    const char* text;
};

/// "reason person code office from articles first last", one a person.
std::vector<std::string> stale_in(const std::vector<Dated>& articles)
{
    static const auto gazetteer = actors::Gazetteer::load();
    actors::Staleness staleness{gazetteer.value()};
    for (const Dated& dated : articles) {
        Article article;
        article.id = dated.id;
        article.text = dated.text;
        if (*dated.date != '\0') {
            article.date = PartialDate::parse(dated.date).value();
        }
        staleness.add(article, tests::shared_extractor().read(article, nullptr));
    }
    std::vector<std::string> rows;
    for (const actors::StaleOffice& one : staleness.offices()) {
        rows.push_back(fmt::format("{} {} {} \"{}\" {} {} {} {}", to_string(one.reason), one.person,
                                   one.code.text(), one.office, one.from, one.articles, one.first,
                                   one.last));
    }
    return rows;
}

} // namespace

TEST_CASE("people without a term at an article's date are told", "[actors][stale]")
{
    struct Row {
        const char* name;
        std::vector<Dated> articles;
        std::vector<std::string> stale;
    };

    const std::vector<Row> rows{
        {"in office", {{"a", "2022-02-23", "Imran Khan visited Russia."}}, {}},
        {"over since",
         {{"a", "2024-05-01", "Angela Merkel visited Poland."}},
         {"ended Angela Merkel DEU:ELI \"former chancellor\" 2021-12-08 1 2024-05-01 2024-05-01"}},
        {"not yet",
         {{"a", "2001-05-01", "Volodymyr Zelensky visited Poland."}},
         {"ended Volodymyr Zelenskyy UKR:GOV \"\"  1 2001-05-01 2001-05-01"}},
        {"no date says nothing", {{"a", "", "Angela Merkel visited Poland."}}, {}},
        {"a surname may be anybody's", {{"a", "2024-05-01", "Merkel visited Poland."}}, {}},
        {"a name in no table, in two articles",
         {{"a", "2020-03-01", "Kenyan Foreign Minister Wanjiku Achieng met Chad's president."},
          {"b", "2021-04", "Kenyan Foreign Minister Wanjiku Achieng left Chad."},
          {"b", "2021-04", "Kenyan Foreign Minister Wanjiku Achieng left Mali."}},
         {"unknown Wanjiku Achieng KEN:GOV \"foreign minister\"  2 2020-03-01 2021-04"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.name);
        CHECK(stale_in(row.articles) == row.stale);
    }
}
