// SPDX-License-Identifier: Apache-2.0
// What goes into a store comes out of it, once, and in order.
#include "tests/core/store/store_fixture.hpp"

namespace entente::tests {

using store::AddOutcome;

TEST_CASE("a store gives back the article and its mentions as they were added", "[core][store]")
{
    const TemporaryFolder folder;
    const auto extracted = make_extracted("a1");
    {
        auto store = open_store(folder / "s.kg");
        CHECK(add(store, extracted) == AddOutcome::added);
    }
    const auto store = open_to_read(folder / "s.kg");
    std::vector<store::Extracted> all;
    REQUIRE(store
                .for_each_article([&](store::Extracted one) -> Status {
                    all.push_back(std::move(one));
                    return {};
                })
                .ok());
    REQUIRE(all.size() == 1);
    CHECK(all[0].mentions == extracted.mentions);
    CHECK(all[0].extractor == extracted.extractor);
    const auto article = store.article("a1");
    REQUIRE(article.ok());
    CHECK(article->text == extracted.article.text);
    CHECK(article->title == extracted.article.title);
    CHECK(article->uri == extracted.article.uri);
    CHECK(article->publisher == extracted.article.publisher);
    CHECK(article->language == extracted.article.language);
    CHECK(article->date == extracted.article.date);
    CHECK(findings_of(store).empty());
}

TEST_CASE("adding an unchanged article again writes nothing", "[core][store]")
{
    const TemporaryFolder folder;
    auto store = open_store(folder / "s.kg");
    const auto extracted = make_extracted("a1");
    CHECK(add(store, extracted) == AddOutcome::added);
    const std::string before = dump(store);
    CHECK(add(store, extracted) == AddOutcome::unchanged);
    CHECK(store.is_current(extracted.article, extracted.extractor).value());
    CHECK(dump(store) == before);
    CHECK(store.statistics().value().articles == 1);
    CHECK(store.statistics().value().mentions == 1);
}

TEST_CASE("a new version of the extractor replaces the mentions of an article", "[core][store]")
{
    const TemporaryFolder folder;
    auto store = open_store(folder / "s.kg");
    add(store, make_extracted("a1", "entente 0.1.0"));
    auto again = make_extracted("a1", "entente 0.2.0");
    again.mentions.front().category = "AID";
    CHECK_FALSE(store.is_current(again.article, again.extractor).value());
    CHECK(add(store, again) == AddOutcome::replaced);
    const auto statistics = store.statistics().value();
    CHECK(statistics.articles == 1);
    CHECK(statistics.mentions == 1);
    CHECK(statistics.mentions_by_category ==
          std::vector<std::pair<std::string, std::int64_t>>{{"AID", 1}});
    CHECK(findings_of(store).empty());
}

TEST_CASE("a changed text, title or date replaces the article", "[core][store]")
{
    const TemporaryFolder folder;
    auto store = open_store(folder / "s.kg");
    auto extracted = make_extracted("a1");
    add(store, extracted);
    extracted.article.title = "Another title";
    CHECK(add(store, extracted) == AddOutcome::replaced);
    extracted.article.date = PartialDate::parse("2022-03").value();
    CHECK(add(store, extracted) == AddOutcome::replaced);
    extracted.article.text += " More.";
    CHECK(add(store, extracted) == AddOutcome::replaced);
    CHECK(add(store, extracted) == AddOutcome::unchanged);
}

TEST_CASE("mentions come in the order of article ids and then of the text", "[core][store]")
{
    const TemporaryFolder folder;
    auto store = open_store(folder / "s.kg");
    for (const char* id : {"b", "c", "a"}) {
        store::Extracted extracted;
        const std::string first = "Pakistan visited Russia.";
        const std::string second = "Japan visited Nepal.";
        extracted.article = make_article(id, first + " " + second);
        extracted.extractor = kTestExtractor;
        extracted.mentions = {
            make_mention(extracted.article, second, {"Japan", "JPN"}, "visited", {"Nepal", "NPL"}),
            make_mention(extracted.article, first, {"Pakistan", "PAK"}, "visited",
                         {"Russia", "RUS"})};
        add(store, extracted);
    }
    std::string order;
    std::set<std::int64_t> numbers;
    REQUIRE(store
                .for_each_mention([&](const store::StoredMention& stored) -> Status {
                    order += stored.article.id + stored.mention.source.code.text() + ' ';
                    numbers.insert(stored.id);
                    CHECK(store.mention(stored.id).value().mention == stored.mention);
                    return {};
                })
                .ok());
    CHECK(order == "aPAK aJPN bPAK bJPN cPAK cJPN ");
    CHECK(numbers.size() == 6);
}

TEST_CASE("a visitor that fails ends the walk with its error", "[core][store]")
{
    const TemporaryFolder folder;
    auto store = open_store(folder / "s.kg");
    add(store, make_extracted("a"));
    add(store, make_extracted("b"));
    int seen = 0;
    const Status walked = store.for_each_mention([&](const store::StoredMention&) -> Status {
        ++seen;
        return Error{ErrorCode::usage, "enough"};
    });
    REQUIRE_FALSE(walked.ok());
    CHECK(walked.error().code() == ErrorCode::usage);
    CHECK(seen == 1);
    CHECK(add(store, make_extracted("c")) == AddOutcome::added);
}

TEST_CASE("what is not there is not found", "[core][store]")
{
    const TemporaryFolder folder;
    const auto store = open_store(folder / "s.kg");
    CHECK(store.mention(1).error().code() == ErrorCode::not_found);
    CHECK(store.mention(-1).error().code() == ErrorCode::not_found);
    CHECK(store.article("nothing").error().code() == ErrorCode::not_found);
    CHECK(store.actors().value().empty());
    const auto statistics = store.statistics().value();
    CHECK(statistics.articles == 0);
    CHECK_FALSE(statistics.first_day.has_value());
    CHECK_FALSE(statistics.last_day.has_value());
}

TEST_CASE("what could never be read again is refused and leaves nothing behind", "[core][store]")
{
    const TemporaryFolder folder;
    auto store = open_store(folder / "s.kg");

    struct Row {
        const char* what;
        void (*spoil)(store::Extracted&);
        ErrorCode code;
    };

    const std::vector<Row> rows{
        {"no id", [](store::Extracted& e) { e.article.id = e.mentions[0].article = ""; },
         ErrorCode::bad_article},
        {"ill-formed text", [](store::Extracted& e) { e.article.text += "\xFF"; },
         ErrorCode::bad_encoding},
        {"ill-formed title", [](store::Extracted& e) { e.article.title = "\xC3("; },
         ErrorCode::bad_encoding},
        {"another article's mention", [](store::Extracted& e) { e.mentions[0].article = "other"; },
         ErrorCode::bad_article},
        {"unknown category", [](store::Extracted& e) { e.mentions[0].category = "DANCE"; },
         ErrorCode::bad_article},
        {"no actor", [](store::Extracted& e) { e.mentions[0].source.code = ActorCode{}; },
         ErrorCode::bad_article},
        {"confidence over 1", [](store::Extracted& e) { e.mentions[0].confidence = 1.5; },
         ErrorCode::bad_article},
        {"empty range of days",
         [](store::Extracted& e) { e.mentions[0].date->range.to = e.mentions[0].date->range.from; },
         ErrorCode::bad_article},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        auto extracted = make_extracted("bad");
        row.spoil(extracted);
        const auto added = store.add(extracted);
        REQUIRE_FALSE(added.ok());
        CHECK(added.error().code() == row.code);
        const auto merged = store.merge(extracted);
        REQUIRE_FALSE(merged.ok());
        CHECK(merged.error().code() == row.code);
    }
    CHECK(article_ids(store).empty());
    CHECK(add(store, make_extracted("good")) == AddOutcome::added);
}

TEST_CASE("hostile texts and names go in and come out unharmed", "[core][store]")
{
    const TemporaryFolder folder;
    auto store = open_store(folder / "s.kg");
    const std::vector<std::string> texts{
        "'; DROP TABLE articles; --",
        "quote \" and \\ and \n line \r\n and \t tab",
        std::string{"zero \0 inside", 13},
        "\x01\x1B[31m red \x7F",
        "\xF0\x9F\x98\x80 \xE2\x80\xAE right to left \xE2\x80\xA8",
        "",
        std::string(200'000, 'x'),
    };
    std::size_t number = 0;
    for (const std::string& text : texts) {
        auto extracted = make_extracted("h" + std::to_string(number++));
        const std::string sentence = extracted.article.text;
        extracted.article.title = text;
        extracted.article.text = sentence + text;
        Mention& mention = extracted.mentions.front();
        mention.label = mention.source.name = mention.target.via = text;
        mention.sentence = find_evidence(extracted.article.text, extracted.article.text);
        CAPTURE(number);
        CHECK(add(store, extracted) == AddOutcome::added);
        const auto article = store.article(extracted.article.id);
        REQUIRE(article.ok());
        CHECK(article->text == extracted.article.text);
        CHECK(article->title == text);
    }
    CHECK(article_ids(store).size() == texts.size());
    CHECK(findings_of(store).empty());
    REQUIRE(store
                .for_each_mention([&](const store::StoredMention& stored) -> Status {
                    const std::size_t at = std::stoul(stored.article.id.substr(1));
                    CHECK(stored.mention.label == texts[at]);
                    return {};
                })
                .ok());
    std::string hostile_id{"id \0 ' \" \n", 10};
    auto odd = make_extracted("odd");
    odd.article.id = odd.mentions[0].article = hostile_id;
    CHECK(add(store, odd) == AddOutcome::added);
    CHECK(add(store, odd) == AddOutcome::unchanged);
    CHECK(store.article(hostile_id).ok());
}

TEST_CASE("dates at the ends of the calendar survive the store", "[core][store]")
{
    const TemporaryFolder folder;
    auto store = open_store(folder / "s.kg");
    for (const char* text : {"0001-01-01", "9999-12-31", "9999", "2024-02", "2024-02-29"}) {
        CAPTURE(text);
        auto extracted = make_extracted(text);
        extracted.article.date = PartialDate::parse(text).value();
        extracted.mentions[0].date =
            EventDate{extracted.article.date->range(), DatePrecision::interval, DateBasis::article};
        CHECK(add(store, extracted) == AddOutcome::added);
        CHECK(store.article(text).value().date == extracted.article.date);
    }
    CHECK(findings_of(store).empty());
    CHECK(dump(store).find("\"10000-01-01\"") != std::string::npos);
}

TEST_CASE("articles cannot be added before a load was begun", "[core][store]")
{
    const TemporaryFolder folder;
    auto store = store::Store::open(folder / "s.kg", store::OpenMode::write_or_create);
    REQUIRE(store.ok());
    CHECK(store->add(make_extracted("a")).error().code() == ErrorCode::internal);
}

TEST_CASE("every load is recorded", "[core][store]")
{
    const TemporaryFolder folder;
    auto store = open_store(folder / "s.kg");
    add(store, make_extracted("a"));
    REQUIRE(store.begin_load("2024-01-02T00:00:00Z", "second").ok());
    add(store, make_extracted("b"));
    REQUIRE(store.commit().ok());
    CHECK(store.statistics().value().loads == 2);
}

} // namespace entente::tests
