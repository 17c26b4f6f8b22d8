// SPDX-License-Identifier: Apache-2.0
// The treebank of datasets/treebank, which the model learns from.
#include "extractors/language/tokenizer.hpp"
#include "extractors/language/training/entity_labels.hpp"
#include "extractors/language/training/treebanks.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/names.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace entente;                     // NOLINT(google-build-using-namespace)
using namespace entente::language::training; // NOLINT(google-build-using-namespace)

namespace {

std::vector<std::string> treebank_files()
{
    std::vector<std::string> files;
    const auto folder = std::filesystem::path{ENTENTE_SOURCE_DIR} / "datasets" / "treebank";
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        if (entry.path().extension() == ".conllu") {
            files.push_back(entry.path().string());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// "left/VERB/VBD", to point at a word in a message.
std::string described(const Word& word)
{
    return word.form + '/' + word.upos + '/' + word.xpos + '/' + word.relation;
}

} // namespace

TEST_CASE("the treebank's documents are wire news with sentences of their own", "[treebank][data]")
{
    const auto files = treebank_files();
    REQUIRE(files.size() >= 4);
    std::set<std::string> ids;
    for (const std::string& file : files) {
        const auto treebank = read_treebank(file);
        if (!treebank.ok()) {
            FAIL_CHECK(treebank.error().message());
            continue;
        }
        for (const Document& document : treebank->documents) {
            CHECK(document.genre == "wire");
            CHECK(has_mentions(document));
            for (const TreebankSentence& sentence : document.sentences) {
                INFO(sentence.id);
                CHECK(sentence.starts_paragraph);
                CHECK(ids.insert(sentence.id).second);
            }
        }
    }
}

TEST_CASE("words of the treebank are those that the tokenizer sees", "[treebank][data]")
{
    for (const std::string& file : treebank_files()) {
        const auto treebank = read_treebank(file);
        REQUIRE(treebank.ok());
        for (const Document& document : treebank->documents) {
            for (const TreebankSentence& sentence : document.sentences) {
                INFO(sentence.id);
                std::string text;
                std::vector<std::string> expected;
                for (const Word& word : sentence.words) {
                    text += word.form;
                    text += word.space_after ? " " : "";
                    expected.push_back(language::plain_form(word.form));
                }
                std::vector<std::string> found;
                for (const auto& token : language::tokenize(text).tokens) {
                    found.push_back(token.form);
                }
                CHECK(found == expected);
            }
        }
    }
}

TEST_CASE("tags, labels and entities of the treebank agree with each other", "[treebank][data]")
{
    static const std::set<std::string, std::less<>> kParts{
        "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
        "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};
    // Relations that only lead to words behind (https://universaldependencies.org/u/dep).
    static const std::set<std::string, std::less<>> kBackwards{"conj", "flat", "fixed", "appos"};
    // Function words carry no dependents but those that the guidelines name.
    static const std::set<std::string, std::less<>> kLeaves{"punct", "case", "det", "aux",
                                                            "cc",    "mark", "cop"};
    static const std::set<std::string, std::less<>> kOfLeaves{
        "punct", "fixed", "conj", "advmod", "obl", "flat", "compound", "goeswith", "cc"};
    const auto without_subtype = [](const std::string& relation) {
        return relation.substr(0, relation.find(':'));
    };
    for (const std::string& file : treebank_files()) {
        const auto treebank = read_treebank(file);
        REQUIRE(treebank.ok());
        for (const Document& document : treebank->documents) {
            for (const TreebankSentence& sentence : document.sentences) {
                for (std::size_t i = 0; i < sentence.words.size(); ++i) {
                    const Word& word = sentence.words[i];
                    INFO(sentence.id << ": " << described(word));
                    CHECK(kParts.contains(word.upos));
                    CHECK_FALSE(word.lemma.empty());
                    CHECK((word.upos == "PUNCT") == (word.relation == "punct"));
                    CHECK((word.head == language::kRoot) == (word.relation == "root"));
                    CHECK((word.xpos.starts_with("VB") || word.xpos == "MD") ==
                          (word.upos == "VERB" || word.upos == "AUX"));
                    if (word.head != language::kRoot) {
                        const Word& head = sentence.words[word.head];
                        const std::string relation = without_subtype(word.relation);
                        CHECK((!kBackwards.contains(relation) || word.head < i));
                        CHECK((!kLeaves.contains(head.relation) || kOfLeaves.contains(relation)));
                    }
                }
                const auto labels = entity_labels(sentence, tests::builtin_names());
                for (std::size_t i = 0; i < labels.size(); ++i) {
                    INFO(sentence.id << ": " << sentence.words[i].form << ' ' << labels[i]);
                    const std::string_view type = std::string_view{labels[i]}.substr(
                        std::min<std::size_t>(labels[i].size(), 2));
                    CHECK((labels[i] == "O" || std::find(kEntityTypes.begin(), kEntityTypes.end(),
                                                         type) != kEntityTypes.end()));
                }
            }
        }
    }
}
