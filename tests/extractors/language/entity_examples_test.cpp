// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/training/entity_examples.hpp"
#include "tests/support/catch.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <vector>

using namespace entente;                     // NOLINT(google-build-using-namespace)
using namespace entente::language;           // NOLINT(google-build-using-namespace)
using namespace entente::language::training; // NOLINT(google-build-using-namespace)

TEST_CASE("made-up sentences have sound labels, and the same seed makes the same",
          "[training][entities]")
{
    auto examples = EntityExamples::load(3);
    auto again = EntityExamples::load(3);
    REQUIRE(examples);
    REQUIRE(again);
    std::set<std::string> labels;
    for (int i = 0; i < 500; ++i) {
        const LabelledWords sentence = examples->sentence();
        CHECK(sentence.forms == again->sentence().forms);
        REQUIRE(sentence.forms.size() == sentence.labels.size());
        for (std::size_t word = 0; word < sentence.forms.size(); ++word) {
            const std::string& label = sentence.labels[word];
            REQUIRE_FALSE(sentence.forms[word].empty());
            labels.insert(label);
            if (label.front() == 'I') {
                REQUIRE(word > 0);
                CHECK(sentence.labels[word - 1].substr(1) == label.substr(1));
            }
        }
    }
    CHECK(labels == std::set<std::string>{"O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG", "B-GPE",
                                          "I-GPE", "B-NORP", "I-NORP"});
}

TEST_CASE("names are swapped word by word", "[training][entities]")
{
    const NameLists lists = NameLists::load().value();
    auto examples = EntityExamples::load(3);
    REQUIRE(examples);
    const std::vector<std::string> before{"Ana", "Voss", "of", "Elmora", "left",
                                          "the", "Bank", "of", "Tallis", "."};
    const std::vector<std::string> xpos{"NNP", "NNP", "IN", "NNP", "VBD",
                                        "DT",  "NNP", "IN", "NNP", "."};
    const std::vector<std::string> labels{"B-PERSON", "I-PERSON", "O",     "B-GPE", "O",
                                          "O",        "B-ORG",    "I-ORG", "I-ORG", "O"};
    std::set<std::string> surnames;
    for (int i = 0; i < 50; ++i) {
        auto forms = before;
        examples->swap_names(forms, xpos, labels, lists);
        REQUIRE(forms.size() == before.size());
        for (const std::size_t kept : {2UL, 4UL, 5UL, 7UL, 9UL}) {
            CHECK(forms[kept] == before[kept]);
        }
        surnames.insert(forms[1]);
    }
    CHECK(surnames.size() > 10);
    CHECK(surnames.contains("Voss"));
}
