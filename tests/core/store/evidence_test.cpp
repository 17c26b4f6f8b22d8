// SPDX-License-Identifier: Apache-2.0
// Searching evidence: words are words, whatever they look like to the search engine.
#include "tests/core/store/store_fixture.hpp"

namespace entente::tests {

namespace {

store::Store searchable(const TemporaryFolder& folder)
{
    auto store = open_store(folder / "s.kg");
    for (const char* id : {"Moscow", "Karachi", "Caf\xC3\xA9", "AND", "N\xC3\xA9\x61r"}) {
        add(store, make_extracted(id));
    }
    return store;
}

std::string found(const store::Store& store, std::string_view words, std::size_t limit = 100)
{
    const auto hits = store.search(words, limit);
    INFO((hits ? std::string{} : hits.error().message()));
    REQUIRE(hits.ok());
    std::string ids;
    for (const store::StoredMention& hit : *hits) {
        ids += hit.article.id + ' ';
    }
    return ids;
}

} // namespace

TEST_CASE("sentences are found by all their words, without case and diacritics",
          "[core][store][search]")
{
    const TemporaryFolder folder;
    const auto store = searchable(folder);
    CHECK(found(store, "moscow") == "Moscow ");
    CHECK(found(store, "visited MOSCOW Pakistan") == "Moscow ");
    CHECK(found(store, "moscow karachi").empty());
    CHECK(found(store, "cafe") == "Caf\xC3\xA9 ");
    CHECK(found(store, "CAF\xC3\x89") == "Caf\xC3\xA9 ");
    CHECK(found(store, "Mosco").empty());
    CHECK(found(store, "nothing of this").empty());
    CHECK(store.search("visited", 2).value().size() == 2);
    CHECK(store.search("visited", 100).value().size() == 5);
    CHECK(found(store, "visited", 0).empty());
}

TEST_CASE("a search by words that look like syntax searches for them", "[core][store][search]")
{
    const TemporaryFolder folder;
    const auto store = searchable(folder);
    CHECK(found(store, "AND") == "AND ");
    CHECK(found(store, "text:moscow").empty());
    for (const std::string& words :
         {std::string{"\""}, std::string{"\"\"\""}, std::string{"moscow\" OR \"karachi"},
          std::string{"(moscow"}, std::string{"mos*"}, std::string{"-moscow"}, std::string{"^"},
          std::string{"NEAR(a b)"}, std::string{"'; DROP TABLE mentions; --"}, std::string{"OR"},
          std::string{"* + - : ^ ( ) { } ,"}, std::string{"moscow\0karachi", 14},
          std::string{"\xFF\xFE"}, std::string(100'000, 'x'), std::string(100'000, '"')}) {
        const auto hits = store.search(words, 10);
        CAPTURE(words.substr(0, 40));
        INFO((hits ? std::string{} : hits.error().message()));
        CHECK(hits.ok());
    }
    std::string many;
    for (int i = 0; i < 20'000; ++i) {
        many += "visited ";
    }
    CHECK(store.search(many, 10).value().size() == 5);
    CHECK(store.statistics().value().mentions == 5);
}

TEST_CASE("a search for nothing finds nothing", "[core][store][search]")
{
    const TemporaryFolder folder;
    const auto store = searchable(folder);
    for (const char* words : {"", "   ", "\n\t", "---", "\" \""}) {
        CAPTURE(words);
        CHECK(found(store, words).empty());
    }
}

TEST_CASE("sentences of a replaced article are found no more", "[core][store][search]")
{
    const TemporaryFolder folder;
    auto store = open_store(folder / "s.kg");
    add(store, make_extracted("Moscow"));
    auto again = make_extracted("Karachi");
    again.article.id = again.mentions.front().article = "Moscow";
    CHECK(add(store, again) == store::AddOutcome::replaced);
    CHECK(found(store, "moscow").empty());
    CHECK(found(store, "karachi") == "Moscow ");
    CHECK(findings_of(store).empty());
}

} // namespace entente::tests
