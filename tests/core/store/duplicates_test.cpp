// SPDX-License-Identifier: Apache-2.0
// Near-copies: which texts are, and that they count as one source in whatever order they come.
#include "core/graph/summary.hpp"
#include "core/store/duplicates.hpp"
#include "tests/core/store/store_fixture.hpp"

#include <algorithm>

namespace entente::tests {

namespace {

/// A story of `words` different words; two stories of other seeds share no shingle.
std::string story(int seed, int words)
{
    std::string text;
    for (int i = 0; i < words; ++i) {
        text += "w" + std::to_string(seed) + "x" + std::to_string(i) + ' ';
    }
    return text;
}

/// An article that says something and then tells `text`.
store::Extracted article_with(const std::string& id, const std::string& text)
{
    store::Extracted extracted;
    const std::string sentence = "Pakistan visited Russia.";
    extracted.article = make_article(id, sentence + ' ' + text);
    extracted.mentions = {make_mention(extracted.article, sentence, {"Pakistan", "PAK"}, "visited",
                                       {"Russia", "RUS"})};
    extracted.extractor = kTestExtractor;
    return extracted;
}

store::Signature signature(const std::string& text)
{
    return store::make_signature(text).value();
}

} // namespace

TEST_CASE("similarity estimates the share of common shingles", "[core][store][duplicates]")
{
    const std::string base = story(1, 400);
    CHECK(store::similarity(signature(base), signature(base)) == 1.0);
    CHECK(store::similarity(signature(base), signature(story(2, 400))) < 0.1);
    CHECK(store::similarity(signature(base), signature(base + "one more line of the agency")) >
          0.85);
    // Half of the shingles of each are the other's: Jaccard 1/3.
    const double third =
        store::similarity(signature(base + story(3, 400)), signature(base + story(4, 400)));
    CHECK(third > 0.1);
    CHECK(third < 0.55);
}

TEST_CASE("case, diacritics and punctuation make no other text", "[core][store][duplicates]")
{
    CHECK(signature("The Élysée said: peace, now and then!") ==
          signature("the elysee said peace -- NOW and then"));
}

TEST_CASE("texts without words have no signature", "[core][store][duplicates]")
{
    for (const char* text : {"", " \n\t ", "... --- !!!"}) {
        CAPTURE(text);
        CHECK_FALSE(store::make_signature(text).has_value());
    }
    CHECK(store::make_signature("one").has_value());
    CHECK(signature("one") != signature("two"));
}

TEST_CASE("signatures survive being bytes", "[core][store][duplicates]")
{
    const auto made = signature(story(1, 30));
    CHECK(store::signature_from_bytes(store::to_bytes(made)) == made);
    CHECK_FALSE(store::signature_from_bytes("short").has_value());
}

TEST_CASE("components join whatever is joined by a chain", "[core][store][duplicates]")
{
    const auto groups = store::connected_components({{5, 6}, {1, 2}, {2, 3}, {9, 6}});
    CHECK(groups.at(1) == 1);
    CHECK(groups.at(2) == 1);
    CHECK(groups.at(3) == 1);
    CHECK(groups.at(5) == 5);
    CHECK(groups.at(6) == 5);
    CHECK(groups.at(9) == 5);
    CHECK(groups.count(4) == 0);
}

TEST_CASE("near-copies share a group in every order of arrival", "[core][store][duplicates]")
{
    // a ~ b ~ c, where a and c are joined only through b; d stands alone; e is a's very text.
    const std::string base = story(1, 300);
    std::vector<store::Extracted> articles{
        article_with("a", base), article_with("b", base + story(2, 70)),
        article_with("c", base + story(2, 70) + story(3, 110)), article_with("d", story(4, 300)),
        article_with("e", base)};
    std::optional<std::map<std::string, std::int64_t>> expected;
    std::vector<std::size_t> order{0, 1, 2, 3, 4};
    int round = 0;
    do {
        if (round++ % 8 != 0) {
            continue; // fifteen of the orders are enough
        }
        const TemporaryFolder folder;
        auto store = open_store(folder / "s.kg");
        for (const std::size_t i : order) {
            add(store, articles[i]);
        }
        const auto groups = groups_of(store);
        CHECK(groups.at("a") == groups.at("b"));
        CHECK(groups.at("b") == groups.at("c"));
        CHECK(groups.at("e") == groups.at("a"));
        CHECK(groups.at("d") != groups.at("a"));
        CHECK(groups.at("a") > 0);
        CHECK(groups.at("d") > 0);
        expected = expected.value_or(groups);
        CHECK(groups == *expected);
        CHECK(store.statistics().value().duplicate_articles == 3);
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("groups stay right when articles are replaced", "[core][store][duplicates]")
{
    const TemporaryFolder folder;
    auto store = open_store(folder / "s.kg");
    const std::string base = story(1, 300);
    add(store, article_with("a", base));
    add(store, article_with("b", base));
    add(store, article_with("c", base + story(2, 20)));
    CHECK(store.statistics().value().duplicate_articles == 2);

    // The new version of an extractor leaves the text and so the group alone.
    auto again = article_with("b", base);
    again.extractor = "entente 0.2.0";
    const auto before = groups_of(store);
    CHECK(add(store, again) == store::AddOutcome::replaced);
    CHECK(groups_of(store) == before);

    // Another text leaves the group, and the others stay together.
    CHECK(add(store, article_with("a", story(9, 300))) == store::AddOutcome::replaced);
    auto groups = groups_of(store);
    CHECK(groups.at("a") != groups.at("b"));
    CHECK(groups.at("b") == groups.at("c"));
    CHECK(store.statistics().value().duplicate_articles == 1);

    // And comes back.
    CHECK(add(store, article_with("a", base)) == store::AddOutcome::replaced);
    CHECK(groups_of(store) == before);
    CHECK(findings_of(store).empty());
}

TEST_CASE("a chain breaks when the article that joins it changes", "[core][store][duplicates]")
{
    const TemporaryFolder folder;
    auto store = open_store(folder / "s.kg");
    const std::string base = story(1, 300);
    const auto a = article_with("a", base);
    const auto c = article_with("c", base + story(2, 70) + story(3, 110));
    REQUIRE(store::similarity(signature(a.article.text), signature(c.article.text)) <
            store::kNearCopy);
    add(store, a);
    add(store, article_with("b", base + story(2, 70)));
    add(store, c);
    auto groups = groups_of(store);
    CHECK(groups.at("a") == groups.at("c"));
    add(store, article_with("b", story(8, 300)));
    groups = groups_of(store);
    CHECK(groups.at("a") != groups.at("c"));
    CHECK(store.statistics().value().duplicate_articles == 0);
}

TEST_CASE("articles without text are nobody's copies", "[core][store][duplicates]")
{
    const TemporaryFolder folder;
    auto store = open_store(folder / "s.kg");
    for (const char* id : {"a", "b"}) {
        auto extracted = make_extracted(id);
        extracted.article.text.clear();
        add(store, extracted);
    }
    const auto groups = groups_of(store);
    CHECK(groups.at("a") != groups.at("b"));
    CHECK(store.statistics().value().duplicate_articles == 0);
}

TEST_CASE("a hundred thousand copies of one notice stay cheap", "[core][store][duplicates][.slow]")
{
    const TemporaryFolder folder;
    auto store = open_store(folder / "s.kg");
    for (int i = 0; i < 100'000; ++i) {
        REQUIRE(
            store.add({make_article(std::to_string(i), "Subscribe to read on."), {}, "x"}).ok());
    }
    CHECK(store.statistics().value().duplicate_articles == 99'999);
}

TEST_CASE("records of one address are one source, and a text of its own is another",
          "[core][store][duplicates]")
{
    const TemporaryFolder folder;
    auto store = store::Store::open(folder / "records.kg", store::OpenMode::write_or_create);
    REQUIRE(store.ok());
    REQUIRE(store->begin_load("2024-01-01T00:00:00Z", "test").ok());
    const auto add = [&](const std::string& id, const std::string& uri, bool with_text) {
        store::Extracted record = make_extracted(id);
        record.article.uri = uri;
        if (!with_text) {
            record.article.text.clear();
        }
        REQUIRE(store->add(record).ok());
    };
    add("r1", "https://example.org/1", false);
    add("r2", "https://example.org/1", false);
    add("r3", "https://example.org/3", false);
    add("r4", "", false);
    add("r5", "", false);
    add("a1", "https://example.org/1", true);
    const auto relations = graph::summarize(*store, Filter{}, Ontology::builtin());
    REQUIRE(relations.ok());
    REQUIRE(relations->size() == 1);
    CHECK(relations->front().mentions == 6);
    CHECK(relations->front().sources == 5);
    CHECK(store->statistics()->duplicate_articles == 1);
}

} // namespace entente::tests
