// SPDX-License-Identifier: Apache-2.0
// The tables of tests/extractors/relations/cases: sentences with all relations that they state.
#include "core/text.hpp"
#include "core/tsv.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/extraction.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using namespace entente; // NOLINT(google-build-using-namespace)

namespace {

/// A relation as a table states it.
struct Wanted {
    std::string source;
    std::string category;
    std::string mode; ///< empty: any
    std::string target;
    std::string status = "actual";
    bool symmetric = false;
    bool alleged = false;
    bool optional = false;
};

struct Case {
    std::string text;
    std::vector<Wanted> relations;
    std::string stated; ///< the relations as they are written
    std::string known;
    std::uint64_t line = 0;
};

Wanted parse_wanted(std::string_view text)
{
    Wanted wanted;
    wanted.optional = !text.empty() && text.front() == '?';
    text.remove_prefix(wanted.optional ? 1 : 0);
    std::vector<std::string> words;
    for (const std::string_view word : text::split(text, ' ')) {
        if (!word.empty()) {
            words.emplace_back(word);
        }
    }
    std::size_t at = 0;
    const auto next = [&] {
        return at < words.size() ? words[at++] : std::string{};
    };
    wanted.source = next();
    wanted.category = next();
    if (const std::size_t slash = wanted.category.find('/'); slash != std::string::npos) {
        wanted.mode = wanted.category.substr(slash + 1);
        wanted.category.resize(slash);
    }
    wanted.symmetric = at < words.size() && words[at] == "=";
    at += wanted.symmetric ? 1 : 0;
    wanted.target = next();
    for (; at < words.size(); ++at) {
        if (words[at] == "alleged") {
            wanted.alleged = true;
        } else {
            wanted.status = words[at];
        }
    }
    return wanted;
}

bool is_actor(std::string_view wanted, const ActorCode& found)
{
    return wanted == found.text() ||
           (wanted.find(':') == std::string_view::npos && wanted == found.principal());
}

bool is_same(const Wanted& wanted, const Mention& found)
{
    const bool forth =
        is_actor(wanted.source, found.source.code) && is_actor(wanted.target, found.target.code);
    const bool back =
        is_actor(wanted.source, found.target.code) && is_actor(wanted.target, found.source.code);
    return (forth || (wanted.symmetric && back)) && wanted.category == found.category &&
           (wanted.mode.empty() || wanted.mode == found.mode) &&
           wanted.status == to_string(found.status) && wanted.symmetric == found.symmetric &&
           (!wanted.alleged || found.alleged);
}

/// Whether all that must be found is found, and nothing that is not stated.
bool is_right(const Case& one, std::vector<Mention> found)
{
    std::vector<Wanted> wanted = one.relations;
    std::stable_partition(wanted.begin(), wanted.end(),
                          [](const Wanted& relation) { return !relation.optional; });
    for (const Wanted& relation : wanted) {
        const auto same = std::find_if(found.begin(), found.end(), [&](const Mention& mention) {
            return is_same(relation, mention);
        });
        if (same != found.end()) {
            found.erase(same);
        } else if (!relation.optional) {
            return false;
        }
    }
    return found.empty();
}

std::string read_file(const std::filesystem::path& path)
{
    std::ifstream in{path, std::ios::binary};
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::vector<Case> read_cases(const std::filesystem::path& path, const std::string& table)
{
    std::vector<Case> cases;
    const Status read = read_tsv(
        table, path.filename().string(), {"text", "relations", "known"}, [&](const TsvRow& row) {
            Case one;
            one.text = row["text"];
            one.stated = row["relations"];
            one.known = row["known"];
            one.line = row.line();
            for (const std::string_view relation : text::split(row["relations"], ';')) {
                const std::string_view trimmed = text::trim(relation);
                if (!trimmed.empty() && trimmed != "-") {
                    one.relations.push_back(parse_wanted(trimmed));
                }
            }
            cases.push_back(std::move(one));
            return Status{};
        });
    REQUIRE(read);
    return cases;
}

bool updates()
{
    const char* update = std::getenv("ENTENTE_UPDATE_GOLDEN");
    return update != nullptr && std::string_view{update} == "1";
}

/// Takes the marks of rows away that are right by now.
void clear_marks(const std::filesystem::path& path, const std::string& table,
                 const std::vector<std::uint64_t>& lines)
{
    std::ofstream out{path, std::ios::binary};
    std::uint64_t number = 0;
    for (const std::string_view line : text::split(table, '\n')) {
        ++number;
        if (line.empty()) {
            continue;
        }
        const bool clear = std::find(lines.begin(), lines.end(), number) != lines.end();
        out << (clear ? line.substr(0, line.find_last_of('\t') + 1) : line) << '\n';
    }
}

} // namespace

TEST_CASE("each case states all that is found in it", "[relations][cases]")
{
    const std::filesystem::path folder =
        std::filesystem::path{ENTENTE_SOURCE_DIR} / "tests/extractors/relations/cases";
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        if (entry.path().extension() == ".tsv") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    std::size_t all = 0;
    std::size_t right = 0;
    for (const std::filesystem::path& file : files) {
        const std::string table = read_file(file);
        std::vector<std::uint64_t> cured;
        for (const Case& one : read_cases(file, table)) {
            const std::vector<Mention> found = tests::read_text(one.text, "2024-05-15").mentions;
            std::string got;
            for (const Mention& mention : found) {
                got += (got.empty() ? "" : " ; ") + tests::in_short(mention);
            }
            INFO(fmt::format("{}:{}: {}\nstated: {}\nfound:  {}", file.filename().string(),
                             one.line, one.text, one.stated, got));
            const bool is = is_right(one, found);
            ++all;
            right += is ? 1 : 0;
            if (one.known.empty()) {
                CHECK(is);
            } else if (is && updates()) {
                cured.push_back(one.line);
            } else {
                INFO("marked as known to be wrong (" << one.known << "), but right: run with "
                                                     << "ENTENTE_UPDATE_GOLDEN=1");
                CHECK_FALSE(is);
            }
        }
        if (!cured.empty()) {
            clear_marks(file, table, cured);
        }
    }
    std::cout << fmt::format("cases: {} of {} right\n", right, all);
    CHECK(all >= 1500);
}
