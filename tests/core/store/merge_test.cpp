// SPDX-License-Identifier: Apache-2.0
// Merging is a union: commutative, associative, idempotent.
#include "tests/core/store/store_fixture.hpp"

#include <algorithm>
#include <random>

namespace entente::tests {

namespace {

/// One of few articles in one of few versions, so that random stores contradict each other.
store::Extracted random_extracted(std::mt19937& random)
{
    const auto pick = [&](unsigned n) {
        return static_cast<unsigned>(random() % n);
    };
    const std::string id = "article-" + std::to_string(pick(12));
    const std::string extractor = "entente 0." + std::to_string(8 + pick(4)) + ".0";
    store::Extracted extracted = make_extracted(id, extractor);
    if (pick(3) == 0) {
        extracted.article.text += " More " + std::to_string(pick(3)) + ".";
    }
    if (pick(4) == 0) {
        extracted.article.text.clear(); // as read from a file of mentions
    }
    if (pick(3) == 0) {
        extracted.article.uri = "https://mirror.example.org/" + id;
    }
    Mention& mention = extracted.mentions.front();
    mention.category = pick(2) == 0 ? "CONSULT" : "AID";
    mention.source.name = pick(2) == 0 ? "Pakistan" : "Islamic Republic of Pakistan";
    mention.confidence = 0.1 * pick(10);
    if (pick(3) == 0) {
        extracted.mentions.push_back(mention);
        extracted.mentions.back().label = "another label";
    }
    if (pick(6) == 0) {
        extracted.mentions.clear();
    }
    return extracted;
}

std::filesystem::path random_store(const TemporaryFolder& folder, const std::string& name,
                                   std::mt19937& random)
{
    auto store = open_store(folder / name);
    for (unsigned i = 0; i < 8; ++i) {
        REQUIRE(store.add(random_extracted(random)).ok());
    }
    return folder / name;
}

/// The content of a new store into which `parts` were merged one after the other.
std::string merged(const std::filesystem::path& file,
                   const std::vector<std::filesystem::path>& parts)
{
    auto store = open_store(file);
    for (const auto& part : parts) {
        const Status done = store.merge_store(part);
        INFO((done ? std::string{} : done.error().message()));
        REQUIRE(done.ok());
    }
    REQUIRE(store.commit().ok());
    CHECK(findings_of(store).empty());
    return dump(store);
}

store::AddOutcome merge(store::Store& store, const store::Extracted& extracted)
{
    const auto outcome = store.merge(extracted);
    REQUIRE(outcome.ok());
    return *outcome;
}

} // namespace

TEST_CASE("merging random stores is commutative, associative and idempotent", "[core][store]")
{
    for (const unsigned seed : {1U, 2U, 3U, 4U, 5U, 6U}) {
        CAPTURE(seed);
        std::mt19937 random{seed};
        const TemporaryFolder folder;
        std::vector<std::filesystem::path> parts;
        for (const char* name : {"a.kg", "b.kg", "c.kg"}) {
            parts.push_back(random_store(folder, name, random));
        }
        const std::string all = merged(folder / "abc.kg", parts);
        CHECK_FALSE(all.empty());
        CHECK(merged(folder / "cba.kg", {parts[2], parts[1], parts[0]}) == all);
        CHECK(merged(folder / "bac.kg", {parts[1], parts[0], parts[2]}) == all);
        CHECK(merged(folder / "aabca.kg", {parts[0], parts[0], parts[1], parts[2], parts[0]}) ==
              all);
        static_cast<void>(merged(folder / "bc.kg", {parts[1], parts[2]}));
        CHECK(merged(folder / "a_bc.kg", {parts[0], folder / "bc.kg"}) == all);
    }
}

TEST_CASE("of two versions of an article the better one wins, whichever comes first",
          "[core][store]")
{
    struct Row {
        const char* what;
        void (*improve)(store::Extracted&);
    };

    const std::vector<Row> rows{
        {"later version",
         [](store::Extracted& e) {
             e.extractor = "entente 0.9.1";
         }},
        {"later version by number, not by letter",
         [](store::Extracted& e) {
             e.extractor = "entente 0.10.0";
         }},
        {"text goes before version",
         [](store::Extracted& e) {
             e.article.text = "Pakistan visited Russia in a.";
             e.extractor = "entente 0.1.0";
         }},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        store::Extracted worse = make_extracted("a", "entente 0.9.0");
        if (std::string_view{row.what}.find("text") != std::string_view::npos) {
            worse.article.text.clear();
        }
        store::Extracted better = worse;
        row.improve(better);
        const TemporaryFolder folder;
        auto one = open_store(folder / "1.kg");
        CHECK(merge(one, worse) == store::AddOutcome::added);
        CHECK(merge(one, better) == store::AddOutcome::replaced);
        CHECK(merge(one, better) == store::AddOutcome::unchanged);
        auto other = open_store(folder / "2.kg");
        CHECK(merge(other, better) == store::AddOutcome::added);
        CHECK(merge(other, worse) == store::AddOutcome::unchanged);
        CHECK(dump(one) == dump(other));
    }
}

TEST_CASE("parts of one file of mentions merge to the same store in any order", "[core][store]")
{
    store::Extracted first = make_extracted("a");
    store::Extracted second = first;
    first.article.text.clear();
    second.article.text.clear();
    second.mentions.front().label = "talks";
    const TemporaryFolder folder;
    auto one = open_store(folder / "1.kg");
    merge(one, first);
    merge(one, second);
    auto other = open_store(folder / "2.kg");
    merge(other, second);
    merge(other, first);
    CHECK(dump(one) == dump(other));
}

TEST_CASE("mentions given in another order make the same store", "[core][store]")
{
    store::Extracted extracted = make_extracted("a");
    for (int i = 0; i < 40; ++i) {
        extracted.mentions.push_back(extracted.mentions.front());
        extracted.mentions.back().label = "label " + std::to_string(i % 7);
    }
    const TemporaryFolder folder;
    auto one = open_store(folder / "1.kg");
    add(one, extracted);
    std::mt19937 random{7};
    std::shuffle(extracted.mentions.begin(), extracted.mentions.end(), random);
    auto other = open_store(folder / "2.kg");
    add(other, extracted);
    CHECK(dump(one) == dump(other));
    CHECK(merge(other, extracted) == store::AddOutcome::unchanged);
}

TEST_CASE("merging a store with itself changes nothing", "[core][store]")
{
    const TemporaryFolder folder;
    auto store = open_store(folder / "s.kg");
    add(store, make_extracted("a"));
    REQUIRE(store.commit().ok());
    const std::string before = dump(store);
    REQUIRE(store.merge_store(folder / "s.kg").ok());
    CHECK(dump(store) == before);
}

TEST_CASE("merging what is no store fails and names it", "[core][store]")
{
    const TemporaryFolder folder;
    auto store = open_store(folder / "s.kg");
    const Status merged = store.merge_store(folder / "absent.kg");
    REQUIRE_FALSE(merged.ok());
    CHECK(merged.error().code() == ErrorCode::missing_input);
    CHECK(merged.error().where().file.find("absent.kg") != std::string::npos);
}

} // namespace entente::tests
