// SPDX-License-Identifier: Apache-2.0
// Running the program in process, and a small store whose content does not hang on extraction.
#pragma once

#include "cli/app.hpp"
#include "core/store/store.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/fixtures.hpp"
#include "tests/support/temporary_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
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

/// What make_store() says of a sentence beside who does what to whom.
struct Told {
    std::string label;
    std::string day; ///< as exactly as it is known: "2022-02"
};

/// Adds to the story what `sentence` of it says.
inline void tell(store::Extracted& story, std::string_view sentence, Side source,
                 std::string_view cue, Side target, const std::string& category, const Told& told)
{
    static const std::map<std::string, std::string, std::less<>> kNames{
        {"PAK", "Pakistan"},    {"RUS", "Russia"}, {"USA", "United States"},
        {"KOR", "South Korea"}, {"JPN", "Japan"},
    };
    Mention mention = make_mention(story.article, sentence, source, cue, target, category);
    for (Argument* argument : {&mention.source, &mention.target}) {
        argument->name = kNames.find(argument->code.principal())->second;
    }
    mention.symmetric = category == "COOPERATE";
    mention.label = told.label;
    const auto date = PartialDate::parse(told.day).value();
    mention.date = EventDate{date.range(), date.precision(), DateBasis::explicit_};
    mention.confidence = 0.9;
    story.mentions.push_back(std::move(mention));
}

/// Writes a store of three articles and five mentions and returns its path.
[[nodiscard]] inline std::string make_store(const TemporaryFolder& folder)
{
    const std::string extractor{kTestExtractor};
    store::Extracted pipeline{
        make_article("a1",
                     "Pakistan and Russia agreed to build a gas pipeline. Café owners in Lahore "
                     "were glad. The United States criticised Pakistan over the deal.",
                     "2015-10-17"),
        {},
        extractor};
    tell(pipeline, "Pakistan and Russia agreed to build a gas pipeline.", {"Pakistan", "PAK"},
         "pipeline", {"Russia", "RUS"}, "COOPERATE", {"gas pipeline", "2015-10-16"});
    tell(pipeline, "The United States criticised Pakistan over the deal.",
         {"The United States", "USA:GOV"}, "criticised", {"Pakistan", "PAK:GOV"}, "ACCUSE",
         {"criticism of the deal", "2015-10-17"});
    store::Extracted visit{
        make_article("a2", "Imran Khan visited Moscow. South Korea and Japan held joint exercises.",
                     "2022-02-24"),
        {},
        extractor};
    tell(visit, "Imran Khan visited Moscow.", {"Imran Khan", "PAK:GOV"}, "visited",
         {"Moscow", "RUS:GOV"}, "CONSULT", {"state visit", "2022-02-23"});
    tell(visit, "South Korea and Japan held joint exercises.", {"South Korea", "KOR"}, "exercises",
         {"Japan", "JPN"}, "COOPERATE", {"joint exercises", "2022-02"});
    store::Extracted aid{
        make_article("a3", "The United States suspended military aid to Pakistan.", "2018-01-05"),
        {},
        extractor};
    tell(aid, "The United States suspended military aid to Pakistan.",
         {"The United States", "USA:GOV"}, "suspended", {"Pakistan", "PAK:MIL"}, "SANCTION",
         {"suspension of aid", "2018-01-04"});

    const std::string file = (folder.path() / "small.kg").string();
    auto store = store::Store::open(file, store::OpenMode::write_or_create);
    REQUIRE(store.ok());
    REQUIRE(store->begin_load("2024-01-01T00:00:00Z", "test").ok());
    for (const store::Extracted* story : {&pipeline, &visit, &aid}) {
        REQUIRE(store->add(*story).ok());
    }
    REQUIRE(store->commit().ok());
    return file;
}

} // namespace entente::tests
