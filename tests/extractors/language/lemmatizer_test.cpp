// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/lemmatizer.hpp"
#include "extractors/language/training/base_forms.hpp"
#include "extractors/language/training/lemma_training.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/lemmas.hpp"

#include <sstream>
#include <string>
#include <vector>

using namespace entente;                     // NOLINT(google-build-using-namespace)
using namespace entente::language;           // NOLINT(google-build-using-namespace)
using namespace entente::language::training; // NOLINT(google-build-using-namespace)
using entente::tests::check_lemmas;
using entente::tests::LemmaRow;

namespace {

std::vector<Document> treebank_of(const std::vector<LemmaRow>& rows)
{
    Document document;
    for (const LemmaRow& row : rows) {
        Word word;
        word.form = row.form;
        word.upos = row.upos;
        word.xpos = row.xpos;
        word.lemma = row.lemma;
        TreebankSentence& sentence = document.sentences.emplace_back();
        sentence.words.push_back(word);
    }
    return {document};
}

const std::vector<LemmaRow>& made_up()
{
    static const std::vector<LemmaRow> kRows{
        {"Glims", "NOUN", "NNS", "glim"},
        {"norbs", "NOUN", "NNS", "norb"},
        {"tharks", "NOUN", "NNS", "thark"},
        {"ponties", "NOUN", "NNS", "ponty"},
        {"larties", "NOUN", "NNS", "larty"},
        {"morties", "NOUN", "NNS", "morty"},
        {"oxen", "NOUN", "NNS", "ox"},
        {"glim", "NOUN", "NN", "glim"},
        {"TV", "NOUN", "NN", "TV"},
        {"House", "NOUN", "NN", "house"},
        {"Norb", "PROPN", "NNP", "Norb"},
        {"Thark", "PROPN", "NNP", "Thark"},
        {"US", "PROPN", "NNP", "US"},
        {"Isles", "PROPN", "NNPS", "Isle"},
        {"Norbs", "PROPN", "NNPS", "Norb"},
        {"Glims", "PROPN", "NNPS", "Glim"},
        {"plonked", "VERB", "VBD", "plonk"},
        {"trunked", "VERB", "VBD", "trunk"},
        {"Marked", "VERB", "VBD", "mark"},
        {"went", "VERB", "VBD", "go"},
        {"make", "VERB", "VB", "make"},
        {"hope", "VERB", "VB", "hope"},
        {"hop", "VERB", "VB", "hop"},
        {"run", "VERB", "VB", "run"},
        {"marking", "VERB", "VBG", "mark"},
        {"plonking", "VERB", "VBG", "plonk"},
        {"trunking", "VERB", "VBG", "trunk"},
        {"n't", "PART", "RB", "not"},
        {"n’t", "PART", "RB", "not"},
        {"'s", "PART", "POS", "'s"},
        {"'s", "AUX", "VBZ", "be"},
        {"'s", "AUX", "VBZ", "be"},
        {"'s", "AUX", "VBZ", "have"},
        {"I", "PRON", "PRP", "I"},
        {"me", "PRON", "PRP", "I"},
        {"1,000", "NUM", "CD", "1000"},
        {"teh", "DET", "DT", ""},
        {"The", "DET", "DT", "the"},
    };
    return kRows;
}

std::string small_section()
{
    const std::vector<Document> documents = treebank_of(made_up());
    LemmaSources sources;
    sources.documents = documents;
    sources.words = {"make", "making", "hope", "hop", "hoping", "hopping", "running", "mak"};
    sources.verbs = {"bake"};
    sources.nouns = {"torch"};
    sources.listed = {{"geese", "NOUN", "NNS", "goose"}, {"Zemblan", "ADJ", "JJ", "Zemblan"}};
    return train_lemmas(sources).value();
}

Result<Lemmatizer> load(const std::string& section)
{
    return Lemmatizer::load(SectionReader{std::as_bytes(std::span<const char>{section})});
}

} // namespace

TEST_CASE("what a treebank shows is learned, and what follows from it", "[language][lemmatizer]")
{
    const std::string section = small_section();
    const auto lemmatizer = load(section);
    REQUIRE(lemmatizer.ok());
    std::vector<LemmaRow> seen = made_up();
    std::erase_if(seen,
                  [](const LemmaRow& row) { return row.lemma.empty() || row.lemma == "have"; });
    check_lemmas(*lemmatizer, seen);
    check_lemmas(*lemmatizer, {
                                  {"plops", "NOUN", "NNS", "plop"},     // as other nouns
                                  {"Zarties", "NOUN", "NNS", "zarty"},  // by the longer ending
                                  {"Tharks", "PROPN", "NNPS", "Thark"}, // names keep capitals
                                  {"Grumpf", "PROPN", "NNP", "Grumpf"},
                                  {"grunked", "VERB", "VBD", "grunk"},
                                  {"making", "VERB", "VBG", "make"}, // of two known words, the verb
                                  {"hoping", "VERB", "VBG", "hope"},
                                  {"hopping", "VERB", "VBG", "hop"},
                                  {"Running", "VERB", "VBG", "run"},
                                  {"baking", "VERB", "VBG", "bake"}, // base form from a list
                                  {"torches", "NOUN", "NNS", "torch"},
                                  {"geese", "NOUN", "NNS", "goose"},
                                  {"re-making", "VERB", "VBG", "re-make"}, // behind a hyphen
                                  {"'s", "AUX", "VBZ", "be"},              // the more frequent
                                  {"’s", "AUX", "VBZ", "be"},
                                  {"25,000,000", "NUM", "CD", "25000000"},
                                  {"3,14", "NUM", "CD", "3,14"},
                                  {"plops", "NOUN", "NNX", "plop"}, // tags that were never seen
                                  {"Plops", "XYZ", "NNS", "plop"},
                                  {"Ärger", "PROPN", "NNP", "Ärger"},
                                  {"", "NOUN", "NN", ""},
                              });
}

TEST_CASE("lemmas do not depend on what the trainer saw first", "[language][lemmatizer]")
{
    CHECK(small_section() == small_section());
    std::vector<LemmaRow> backwards{made_up().rbegin(), made_up().rend()};
    const std::vector<Document> there = treebank_of(made_up());
    const std::vector<Document> back = treebank_of(backwards);
    LemmaSources one;
    one.documents = there;
    LemmaSources other;
    other.documents = back;
    CHECK(train_lemmas(one).value() == train_lemmas(other).value());
}

TEST_CASE("a treebank without lemmas teaches none", "[language][lemmatizer]")
{
    const auto section = train_lemmas({});
    REQUIRE_FALSE(section.ok());
    CHECK(section.error().code() == ErrorCode::bad_value);
    CHECK_FALSE(section.error().remedy().empty());
}

TEST_CASE("damaged lemmas are refused or read, and never crash", "[language][lemmatizer]")
{
    const std::string section = small_section();
    REQUIRE(load(section).ok());
    for (std::size_t size = 0; size < section.size(); size += 7) {
        const std::string cut = section.substr(0, size);
        const auto lemmatizer = load(cut);
        REQUIRE_FALSE(lemmatizer.ok());
        CHECK(lemmatizer.error().code() == ErrorCode::bad_dataset);
        CHECK_FALSE(lemmatizer.error().remedy().empty());
    }
    std::string other_version = section;
    other_version[0] = '\x7F';
    REQUIRE_FALSE(load(other_version).ok());

    std::size_t refused = 0;
    for (std::size_t at = 0; at < section.size(); ++at) {
        std::string damaged = section;
        damaged[at] = static_cast<char>(~damaged[at]);
        const auto lemmatizer = load(damaged);
        if (!lemmatizer.ok()) {
            ++refused;
            continue;
        }
        for (const LemmaRow& row : made_up()) {
            CHECK(lemmatizer->lemma(row.form, row.upos, row.xpos).size() < 600);
        }
    }
    CHECK(refused > 0);
}

TEST_CASE("regular inflection", "[language][lemmatizer]")
{
    struct Inflected {
        std::string base;
        Inflection inflection;
        std::vector<std::string> forms;
    };

    const std::vector<Inflected> rows{
        {"stop", Inflection::ing, {"stopping"}},
        {"make", Inflection::ing, {"making"}},
        {"see", Inflection::ing, {"seeing"}},
        {"die", Inflection::ing, {"dying"}},
        {"quit", Inflection::ing, {"quitting"}},
        {"rain", Inflection::ing, {"raining"}},
        {"show", Inflection::ing, {"showing"}},
        {"travel", Inflection::ed, {"traveled", "travelled"}},
        {"try", Inflection::ed, {"tried"}},
        {"play", Inflection::ed, {"played"}},
        {"panic", Inflection::ed, {"panicked", "paniced"}},
        {"pass", Inflection::verb_s, {"passes"}},
        {"try", Inflection::verb_s, {"tries"}},
        {"crisis", Inflection::noun_s, {"crises", "crisises", "crisisses"}},
        {"monarch", Inflection::noun_s, {"monarches", "monarchs"}},
        {"hero", Inflection::noun_s, {"heroes", "heros"}},
        {"big", Inflection::comparative, {"bigger"}},
        {"happy", Inflection::superlative, {"happiest"}},
        {"x", Inflection::ing, {}},
    };
    for (const Inflected& row : rows) {
        INFO(row.base);
        CHECK(inflect(row.base, row.inflection) == row.forms);
    }
}

TEST_CASE("base forms by what is known", "[language][lemmatizer]")
{
    const std::vector<std::string> words{"bath", "bathe", "bathed", "bathes", "bathing", "cared"};
    BaseForms bases{words};
    bases.add_verb("care");
    CHECK(bases.base_of("caring", Inflection::ing) == "care");
    CHECK(bases.base_of("bathing", Inflection::ing) == "bathe");
    CHECK_FALSE(bases.base_of("string", Inflection::ing).has_value());
    CHECK_FALSE(bases.base_of("ing", Inflection::ing).has_value());
    CHECK_FALSE(bases.base_of("", Inflection::noun_s).has_value());
}

TEST_CASE("tables of forms and word vectors are read", "[language][lemmatizer]")
{
    const auto forms =
        read_listed_forms("form\tupos\txpos\tlemma\nfed\tVERB\tVBD|VBN\tfeed\n", "forms.tsv");
    REQUIRE(forms.ok());
    REQUIRE(forms->size() == 2);
    CHECK(forms->back().xpos == "VBN");
    const auto bad = read_listed_forms("form\tupos\txpos\tlemma\nfed\tVERB\t\tfeed\n", "forms.tsv");
    REQUIRE_FALSE(bad.ok());
    CHECK(bad.error().where().line == 2);

    const auto adjectives =
        read_proper_adjectives("code\tadjectives\nZEM\tZemblan|Old Zemblan\n", "states.tsv");
    REQUIRE(adjectives.ok());
    REQUIRE(adjectives->size() == 1);
    CHECK(adjectives->front().form == "Zemblan");

    std::istringstream vectors{"the 0.1 0.2\nof 0.3 0.4\nthe 0.5 0.6\nend 1 2\n"};
    CHECK(read_first_words(vectors, 3) == std::vector<std::string>{"the", "of", "end"});
}
