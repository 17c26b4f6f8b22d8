// SPDX-License-Identifier: Apache-2.0
// Who is who in passages of our own: data/passages.tsv marks every mention of an actor.
#include "core/text.hpp"
#include "core/tsv.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/extraction.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace entente; // NOLINT(google-build-using-namespace)

namespace {

/// "[[Islamabad|PAK]]", in bytes of the text without marks.
struct Marked {
    Span bytes;
    std::set<std::string, std::less<>> codes; ///< several for "both countries"
};

struct Passage {
    std::string phenomenon;
    std::string date;
    std::string text;
    std::vector<Marked> marked;
};

Passage parse(const TsvRow& row)
{
    Passage passage{std::string{row["phenomenon"]}, std::string{row["date"]}, {}, {}};
    std::string_view rest = row["text"];
    for (std::size_t open = rest.find("[["); open != std::string_view::npos;
         open = rest.find("[[")) {
        const std::size_t bar = rest.find('|', open);
        const std::size_t close = rest.find("]]", open);
        REQUIRE(bar < close);
        REQUIRE(close != std::string_view::npos);
        passage.text += rest.substr(0, open);
        Marked marked;
        marked.bytes.begin = passage.text.size();
        passage.text += rest.substr(open + 2, bar - open - 2);
        marked.bytes.end = passage.text.size();
        for (const std::string_view code :
             text::split(rest.substr(bar + 1, close - bar - 1), '+')) {
            marked.codes.emplace(code);
        }
        passage.marked.push_back(std::move(marked));
        rest.remove_prefix(close + 2);
    }
    passage.text += rest;
    return passage;
}

std::vector<Passage> load_passages()
{
    std::ifstream in{std::filesystem::path{ENTENTE_TEST_DATA} / "passages.tsv"};
    REQUIRE(in);
    const std::string content{std::istreambuf_iterator<char>{in}, {}};
    std::vector<Passage> passages;
    const Status read =
        read_tsv(content, "passages.tsv", {"phenomenon", "date", "text"}, [&](const TsvRow& row) {
            passages.push_back(parse(row));
            return Status{};
        });
    REQUIRE(read);
    return passages;
}

/// What is wrong with a reading of a passage; empty where all is as marked.
/// A place that is only where something happens, and someone formerly in office, need no mark.
std::string faults(const Passage& passage)
{
    const auto reading = tests::read_text(passage.text, passage.date);
    std::string out;
    std::set<const extractors::ActorSighting*> used;
    for (const Marked& marked : passage.marked) {
        std::set<std::string, std::less<>> found;
        for (const auto& sighting : reading.actors) {
            if (sighting.actor.mention.bytes.overlaps(marked.bytes)) {
                used.insert(&sighting);
                found.emplace(sighting.actor.code.text());
            }
        }
        if (!std::includes(found.begin(), found.end(), marked.codes.begin(), marked.codes.end())) {
            out += fmt::format(" {} is {}, found {};",
                               passage.text.substr(marked.bytes.begin, marked.bytes.size()),
                               fmt::join(marked.codes, "+"), fmt::join(found, "+"));
        }
    }
    for (const auto& sighting : reading.actors) {
        if (!used.contains(&sighting) && !sighting.is_scene && !sighting.is_aside &&
            sighting.actor.code.sector() != "ELI") {
            out += fmt::format(" {} is nobody, found {};", sighting.actor.mention.text,
                               sighting.actor.code.text());
        }
    }
    return out;
}

} // namespace

TEST_CASE("actors of our own passages are found as a person marked them", "[actors][passages]")
{
    constexpr double kFloor = 0.95;
    std::map<std::string, std::pair<int, int>> by_phenomenon; // right, all
    int right = 0;
    int all = 0;
    for (const Passage& passage : load_passages()) {
        const std::string fault = faults(passage);
        auto& [good, count] = by_phenomenon[passage.phenomenon];
        good += fault.empty() ? 1 : 0;
        right += fault.empty() ? 1 : 0;
        ++count;
        ++all;
        UNSCOPED_INFO((fault.empty() ? "" : passage.phenomenon + ": " + passage.text + fault));
    }
    std::string table;
    for (const auto& [phenomenon, counts] : by_phenomenon) {
        table += fmt::format("\n  {:20} {:2} of {:2}", phenomenon, counts.first, counts.second);
    }
    WARN(fmt::format("passages right: {} of {}{}", right, all, table));
    CHECK(all >= 400);
    CHECK(right >= kFloor * all);
}
