// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/analysis.hpp"
#include "extractors/language/punctuation.hpp"
#include "tests/support/catch.hpp"

#include <random>
#include <sstream>
#include <string>
#include <vector>

using namespace entente; // NOLINT(google-build-using-namespace)
using language::kRoot;

namespace {

struct Row {
    std::string sentence;           ///< words with blanks between
    std::vector<std::size_t> heads; ///< from 1; 0 is the root, and stands for marks too
    std::string mark;               ///< the first of this form
    std::string head;
};

} // namespace

TEST_CASE("marks hang where UD's guidelines have them", "[language][punctuation]")
{
    const std::vector<Row> rows{
        {"Chad left .", {2, 0, 0}, ".", "left"},
        {"In 2014 , Chad left .", {2, 5, 0, 5, 0, 0}, ",", "2014"},
        {"Chad , Mali and Togo left .", {6, 0, 1, 5, 1, 0, 0}, ",", "Mali"},
        {"Chad ( a state ) left .", {6, 0, 4, 1, 0, 0, 0}, "(", "state"},
        {"Chad ( a state ) left .", {6, 0, 4, 1, 0, 0, 0}, ")", "state"},
        {"He said \" we left \" .", {2, 0, 0, 5, 2, 0, 0}, "\"", "left"},
        {"Chad , which left , won .", {6, 0, 4, 1, 0, 0, 0}, ",", "left"},
        {"Pakistan - Russia ties grew", {4, 0, 1, 5, 0}, "-", "Russia"},
        {"Stop ! ?", {0, 0, 0}, "?", "Stop"},
        {"\" Stop", {0, 0}, "\"", "Stop"},
        {"( ) Stop", {0, 0, 0}, "(", "Stop"},
    };
    for (const Row& row : rows) {
        INFO(row.sentence << " | " << row.mark);
        std::istringstream in{row.sentence};
        std::vector<std::string> words;
        for (std::string word; in >> word;) {
            words.push_back(word);
        }
        const std::vector<std::string_view> forms{words.begin(), words.end()};
        std::vector<bool> marks;
        std::vector<std::size_t> heads;
        for (std::size_t i = 0; i < words.size(); ++i) {
            marks.push_back(std::string_view{".,()\"-!?"}.find(words[i]) != std::string::npos);
            heads.push_back(row.heads[i] == 0 ? kRoot : row.heads[i] - 1);
        }
        language::attach_punctuation(forms, marks, heads);
        const auto at = static_cast<std::size_t>(std::find(words.begin(), words.end(), row.mark) -
                                                 words.begin());
        REQUIRE(heads[at] != kRoot);
        CHECK(words[heads[at]] == row.head);
    }
}

TEST_CASE("with marks the tree stays a tree", "[language][punctuation]")
{
    const std::vector<std::string> palette{"(", ")", "\"", ",", "word", "word", "[", "]", "."};
    std::mt19937 random{17};
    for (int round = 0; round < 1000; ++round) {
        const std::size_t size = 1 + random() % 30;
        std::vector<std::string_view> forms;
        std::vector<bool> marks;
        std::vector<std::size_t> heads(size, kRoot);
        std::vector<std::size_t> words;
        for (std::size_t i = 0; i < size; ++i) {
            forms.push_back(palette[random() % palette.size()]);
            marks.push_back(forms.back() != "word");
            if (!marks[i]) {
                heads[i] = words.empty() ? kRoot : words[random() % words.size()];
                words.push_back(i);
            }
        }
        language::attach_punctuation(forms, marks, heads);
        INFO("round " << round);
        for (std::size_t i = 0; i < size && !words.empty(); ++i) {
            std::size_t at = i;
            std::size_t steps = 0;
            while (heads[at] != kRoot) {
                at = heads[at];
                REQUIRE(++steps <= size);
            }
            REQUIRE(at == words.front());
        }
    }
}
