// SPDX-License-Identifier: Apache-2.0
// Running the program in process, and a small store whose content does not hang on extraction.
#pragma once

#include "cli/app.hpp"
#include "core/store/store.hpp"
#include "core/text.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/temporary_folder.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace entente::tests {

struct CliRun {
    int status = 0;
    std::string out;
    std::string err;
};

[[nodiscard]] inline CliRun run_cli(const std::vector<std::string>& arguments,
                                    const std::string& input = {},
                                    const cli::Terminal& terminal = {})
{
    std::istringstream in{input};
    std::ostringstream out;
    std::ostringstream err;
    const int status = cli::run(arguments, in, out, err, terminal);
    return {status, out.str(), err.str()};
}

inline void write_file(const std::filesystem::path& file, std::string_view content)
{
    std::ofstream{file, std::ios::binary} << content;
}

[[nodiscard]] inline std::string read_file(const std::filesystem::path& file)
{
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

[[nodiscard]] inline std::size_t count_lines(std::string_view text)
{
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

/// An article under construction: text first, then what it says.
class StoryBuilder {
public:
    StoryBuilder(std::string id, std::string date, std::string title, std::string text)
    {
        story_.article.id = std::move(id);
        story_.article.text = std::move(text);
        story_.article.title = std::move(title);
        story_.article.publisher = "The Test Gazette";
        story_.article.date = PartialDate::parse(date).value();
        story_.extractor = "test 1";
    }

    /// The sentence, both sides and the cue are found in the text by their words.
    StoryBuilder& says(std::string_view sentence, std::string_view source, std::string_view who,
                       std::string_view category, std::string_view cue, std::string_view target,
                       std::string_view whom, std::string_view label, std::string_view day)
    {
        Mention mention;
        mention.article = story_.article.id;
        mention.sentence = evidence(sentence, 0);
        const std::size_t from = mention.sentence.bytes.begin;
        mention.source = argument(source, who, from);
        mention.target = argument(target, whom, from);
        mention.cue = evidence(cue, from);
        mention.category = category;
        mention.symmetric = category == "COOPERATE";
        mention.label = label;
        mention.topics = {"diplomacy"};
        mention.confidence = 0.9;
        mention.rule = "test";
        mention.extractor = story_.extractor;
        const auto date = PartialDate::parse(day).value();
        mention.date = EventDate{date.range(), date.precision(), DateBasis::explicit_};
        story_.mentions.push_back(std::move(mention));
        return *this;
    }

    [[nodiscard]] const store::Extracted& story() const { return story_; }

private:
    Evidence evidence(std::string_view words, std::size_t from) const
    {
        const std::size_t begin = story_.article.text.find(words, from);
        REQUIRE(begin != std::string::npos);
        const text::OffsetIndex offsets{story_.article.text};
        const Span bytes{begin, begin + words.size()};
        return {offsets.code_points(bytes), bytes, std::string{words}};
    }

    Argument argument(std::string_view code, std::string_view words, std::size_t from) const
    {
        const std::string principal{ActorCode::parse(code).value().principal()};
        const std::string name = principal == "PAK"   ? "Pakistan"
                                 : principal == "RUS" ? "Russia"
                                 : principal == "USA" ? "United States"
                                 : principal == "KOR" ? "South Korea"
                                 : principal == "JPN" ? "Japan"
                                                      : principal;
        return {ActorCode::parse(code).value(), name, ActorKind::state, evidence(words, from), ""};
    }

    store::Extracted story_;
};

/// Writes a store of three articles and five mentions and returns its path.
[[nodiscard]] inline std::string make_store(const TemporaryFolder& folder)
{
    StoryBuilder pipeline{
        "a1", "2015-10-17", "Pipeline deal",
        "Pakistan and Russia agreed to build a gas pipeline. Café owners in Lahore were glad. "
        "The United States criticised Pakistan over the deal."};
    pipeline
        .says("Pakistan and Russia agreed to build a gas pipeline.", "PAK", "Pakistan",
              "COOPERATE", "pipeline", "RUS", "Russia", "gas pipeline", "2015-10-16")
        .says("The United States criticised Pakistan over the deal.", "USA:GOV",
              "The United States", "ACCUSE", "criticised", "PAK:GOV", "Pakistan",
              "criticism of the deal", "2015-10-17");
    StoryBuilder visit{"a2", "2022-02-24", "Khan in Moscow",
                       "Imran Khan visited Moscow. South Korea and Japan held joint exercises."};
    visit
        .says("Imran Khan visited Moscow.", "PAK:GOV", "Imran Khan", "CONSULT", "visited",
              "RUS:GOV", "Moscow", "state visit", "2022-02-23")
        .says("South Korea and Japan held joint exercises.", "KOR", "South Korea", "COOPERATE",
              "exercises", "JPN", "Japan", "joint exercises", "2022-02");
    StoryBuilder aid{"a3", "2018-01-05", "Aid cut",
                     "The United States suspended military aid to Pakistan."};
    aid.says("The United States suspended military aid to Pakistan.", "USA:GOV",
             "The United States", "SANCTION", "suspended", "PAK:MIL", "Pakistan",
             "suspension of aid", "2018-01-04");

    const std::string file = (folder.path() / "small.kg").string();
    auto store = store::Store::open(file, store::OpenMode::write_or_create);
    REQUIRE(store.ok());
    REQUIRE(store->begin_load("2024-01-01T00:00:00Z", "test").ok());
    for (const StoryBuilder* story : {&pipeline, &visit, &aid}) {
        REQUIRE(store->add(story->story()).ok());
    }
    REQUIRE(store->commit().ok());
    return file;
}

} // namespace entente::tests
