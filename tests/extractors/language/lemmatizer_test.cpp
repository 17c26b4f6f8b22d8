// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/english_analyzer.hpp"
#include "extractors/language/lemmatizer.hpp"
#include "extractors/language/training/base_forms.hpp"
#include "extractors/language/training/lemma_training.hpp"
#include "tests/support/catch.hpp"

#include <sstream>
#include <string>
#include <vector>

using namespace entente;                     // NOLINT(google-build-using-namespace)
using namespace entente::language;           // NOLINT(google-build-using-namespace)
using namespace entente::language::training; // NOLINT(google-build-using-namespace)

namespace {

struct Row {
    std::string form;
    std::string upos;
    std::string xpos;
    std::string lemma;
};

std::vector<Document> treebank_of(const std::vector<Row>& rows)
{
    Document document;
    for (const Row& row : rows) {
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

const std::vector<Row>& made_up()
{
    static const std::vector<Row> kRows{
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

void check(const Lemmatizer& lemmatizer, const std::vector<Row>& rows)
{
    for (const Row& row : rows) {
        INFO(row.form << ' ' << row.upos << ' ' << row.xpos);
        CHECK(lemmatizer.lemma(row.form, row.upos, row.xpos) == row.lemma);
    }
}

/// That of the model that is compiled in.
const Lemmatizer& shipped_lemmatizer()
{
    static const Lemmatizer kLemmatizer = [] {
        const auto model = entente::language::ModelFile::open(entente::language::builtin_model(),
                                                              "the built-in language model");
        return Lemmatizer::load(model.value().section(Lemmatizer::kSection).value()).value();
    }();
    return kLemmatizer;
}

} // namespace

TEST_CASE("what a treebank shows is learned, and what follows from it", "[language][lemmatizer]")
{
    const std::string section = small_section();
    const auto lemmatizer = load(section);
    REQUIRE(lemmatizer.ok());
    std::vector<Row> seen = made_up();
    std::erase_if(seen, [](const Row& row) { return row.lemma.empty() || row.lemma == "have"; });
    check(*lemmatizer, seen);
    check(*lemmatizer, {
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
    std::vector<Row> backwards{made_up().rbegin(), made_up().rend()};
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
        for (const Row& row : made_up()) {
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

TEST_CASE("lemmas of English by the model that comes with the program", "[language][lemmatizer]")
{
    check(shipped_lemmatizer(), {
                                    {"was", "VERB", "VBD", "be"},
                                    {"were", "VERB", "VBD", "be"},
                                    {"had", "VERB", "VBD", "have"},
                                    {"did", "VERB", "VBD", "do"},
                                    {"went", "VERB", "VBD", "go"},
                                    {"said", "VERB", "VBD", "say"},
                                    {"told", "VERB", "VBD", "tell"},
                                    {"met", "VERB", "VBD", "meet"},
                                    {"signed", "VERB", "VBD", "sign"},
                                    {"agreed", "VERB", "VBD", "agree"},
                                    {"vetoed", "VERB", "VBD", "veto"},
                                    {"denied", "VERB", "VBD", "deny"},
                                    {"stopped", "VERB", "VBD", "stop"},
                                    {"seized", "VERB", "VBD", "seize"},
                                    {"sank", "VERB", "VBD", "sink"},
                                    {"shot", "VERB", "VBD", "shoot"},
                                    {"struck", "VERB", "VBD", "strike"},
                                    {"fled", "VERB", "VBD", "flee"},
                                    {"fought", "VERB", "VBD", "fight"},
                                    {"led", "VERB", "VBD", "lead"},
                                    {"withdrew", "VERB", "VBD", "withdraw"},
                                    {"overthrew", "VERB", "VBD", "overthrow"},
                                    {"forbade", "VERB", "VBD", "forbid"},
                                    {"underwent", "VERB", "VBD", "undergo"},
                                    {"slew", "VERB", "VBD", "slay"},
                                    {"sought", "VERB", "VBD", "seek"},
                                    {"bought", "VERB", "VBD", "buy"},
                                    {"taught", "VERB", "VBD", "teach"},
                                    {"brought", "VERB", "VBD", "bring"},
                                    {"held", "VERB", "VBD", "hold"},
                                    {"upheld", "VERB", "VBD", "uphold"},
                                    {"cut", "VERB", "VBD", "cut"},
                                    {"hit", "VERB", "VBD", "hit"},
                                    {"bound", "VERB", "VBD", "bind"},
                                    {"lay", "VERB", "VBD", "lie"},
                                    {"laid", "VERB", "VBD", "lay"},
                                    {"paid", "VERB", "VBD", "pay"},
                                    {"swore", "VERB", "VBD", "swear"},
                                    {"wrote", "VERB", "VBD", "write"},
                                    {"admitted", "VERB", "VBD", "admit"},
                                    {"offered", "VERB", "VBD", "offer"},
                                    {"planned", "VERB", "VBD", "plan"},
                                    {"planed", "VERB", "VBD", "plane"},
                                    {"hoped", "VERB", "VBD", "hope"},
                                    {"freed", "VERB", "VBD", "free"},
                                    {"panicked", "VERB", "VBD", "panic"},
                                    {"travelled", "VERB", "VBD", "travel"},
                                    {"traveled", "VERB", "VBD", "travel"},
                                    {"Accused", "VERB", "VBD", "accuse"},
                                    {"WARNED", "VERB", "VBD", "warn"},
                                    {"mimicked", "VERB", "VBD", "mimic"},
                                    {"bit", "VERB", "VBD", "bite"},
                                    {"dwelt", "VERB", "VBD", "dwell"},
                                    {"been", "VERB", "VBN", "be"},
                                    {"gone", "VERB", "VBN", "go"},
                                    {"given", "VERB", "VBN", "give"},
                                    {"taken", "VERB", "VBN", "take"},
                                    {"seen", "VERB", "VBN", "see"},
                                    {"known", "VERB", "VBN", "know"},
                                    {"shown", "VERB", "VBN", "show"},
                                    {"broken", "VERB", "VBN", "break"},
                                    {"begun", "VERB", "VBN", "begin"},
                                    {"sworn", "VERB", "VBN", "swear"},
                                    {"frozen", "VERB", "VBN", "freeze"},
                                    {"overthrown", "VERB", "VBN", "overthrow"},
                                    {"shrunk", "VERB", "VBN", "shrink"},
                                    {"sung", "VERB", "VBN", "sing"},
                                    {"driven", "VERB", "VBN", "drive"},
                                    {"left", "VERB", "VBN", "leave"},
                                    {"lost", "VERB", "VBN", "lose"},
                                    {"built", "VERB", "VBN", "build"},
                                    {"rebuilt", "VERB", "VBN", "rebuild"},
                                    {"sent", "VERB", "VBN", "send"},
                                    {"imposed", "VERB", "VBN", "impose"},
                                    {"banned", "VERB", "VBN", "ban"},
                                    {"lifted", "VERB", "VBN", "lift"},
                                    {"tied", "VERB", "VBN", "tie"},
                                    {"released", "VERB", "VBN", "release"},
                                    {"created", "VERB", "VBN", "create"},
                                    {"committed", "VERB", "VBN", "commit"},
                                    {"visited", "VERB", "VBN", "visit"},
                                    {"re-elected", "VERB", "VBN", "re-elect"},
                                    {"deployed", "VERB", "VBN", "deploy"},
                                    {"destroyed", "VERB", "VBN", "destroy"},
                                    {"expelled", "VERB", "VBN", "expel"},
                                    {"referred", "VERB", "VBN", "refer"},
                                    {"proven", "VERB", "VBN", "prove"},
                                    {"making", "VERB", "VBG", "make"},
                                    {"hoping", "VERB", "VBG", "hope"},
                                    {"hopping", "VERB", "VBG", "hop"},
                                    {"dying", "VERB", "VBG", "die"},
                                    {"lying", "VERB", "VBG", "lie"},
                                    {"running", "VERB", "VBG", "run"},
                                    {"beginning", "VERB", "VBG", "begin"},
                                    {"seeing", "VERB", "VBG", "see"},
                                    {"agreeing", "VERB", "VBG", "agree"},
                                    {"trafficking", "VERB", "VBG", "traffic"},
                                    {"seizing", "VERB", "VBG", "seize"},
                                    {"being", "VERB", "VBG", "be"},
                                    {"urging", "VERB", "VBG", "urge"},
                                    {"planning", "VERB", "VBG", "plan"},
                                    {"visiting", "VERB", "VBG", "visit"},
                                    {"threatening", "VERB", "VBG", "threaten"},
                                    {"Using", "VERB", "VBG", "use"},
                                    {"co-operating", "VERB", "VBG", "co-operate"},
                                    {"waging", "VERB", "VBG", "wage"},
                                    {"easing", "VERB", "VBG", "ease"},
                                    {"shelling", "VERB", "VBG", "shell"},
                                    {"quitting", "VERB", "VBG", "quit"},
                                    {"breathing", "VERB", "VBG", "breathe"},
                                    {"accusing", "VERB", "VBG", "accuse"},
                                    {"is", "VERB", "VBZ", "be"},
                                    {"has", "VERB", "VBZ", "have"},
                                    {"does", "VERB", "VBZ", "do"},
                                    {"goes", "VERB", "VBZ", "go"},
                                    {"says", "VERB", "VBZ", "say"},
                                    {"denies", "VERB", "VBZ", "deny"},
                                    {"pushes", "VERB", "VBZ", "push"},
                                    {"vetoes", "VERB", "VBZ", "veto"},
                                    {"ties", "VERB", "VBZ", "tie"},
                                    {"makes", "VERB", "VBZ", "make"},
                                    {"passes", "VERB", "VBZ", "pass"},
                                    {"seizes", "VERB", "VBZ", "seize"},
                                    {"condemns", "VERB", "VBZ", "condemn"},
                                    {"are", "VERB", "VBP", "be"},
                                    {"have", "VERB", "VBP", "have"},
                                    {"agree", "VERB", "VBP", "agree"},
                                    {"sign", "VERB", "VB", "sign"},
                                    {"Help", "VERB", "VB", "help"},
                                    {"be", "VERB", "VB", "be"},
                                    {"'s", "AUX", "VBZ", "be"},
                                    {"’s", "AUX", "VBZ", "be"},
                                    {"is", "AUX", "VBZ", "be"},
                                    {"has", "AUX", "VBZ", "have"},
                                    {"'ll", "AUX", "MD", "will"},
                                    {"’ll", "AUX", "MD", "will"},
                                    {"wo", "AUX", "MD", "will"},
                                    {"ca", "AUX", "MD", "can"},
                                    {"'d", "AUX", "MD", "would"},
                                    {"Would", "AUX", "MD", "would"},
                                    {"can", "AUX", "MD", "can"},
                                    {"'re", "AUX", "VBP", "be"},
                                    {"'ve", "AUX", "VBP", "have"},
                                    {"'m", "AUX", "VBP", "be"},
                                    {"did", "AUX", "VBD", "do"},
                                    {"had", "AUX", "VBD", "have"},
                                    {"was", "AUX", "VBD", "be"},
                                    {"n't", "PART", "RB", "not"},
                                    {"n’t", "PART", "RB", "not"},
                                    {"not", "PART", "RB", "not"},
                                    {"'s", "PART", "POS", "'s"},
                                    {"’s", "PART", "POS", "'s"},
                                    {"'", "PART", "POS", "'s"},
                                    {"to", "PART", "TO", "to"},
                                    {"countries", "NOUN", "NNS", "country"},
                                    {"ties", "NOUN", "NNS", "tie"},
                                    {"women", "NOUN", "NNS", "woman"},
                                    {"men", "NOUN", "NNS", "man"},
                                    {"policemen", "NOUN", "NNS", "policeman"},
                                    {"children", "NOUN", "NNS", "child"},
                                    {"feet", "NOUN", "NNS", "foot"},
                                    {"crises", "NOUN", "NNS", "crisis"},
                                    {"bases", "NOUN", "NNS", "base"},
                                    {"analyses", "NOUN", "NNS", "analysis"},
                                    {"wives", "NOUN", "NNS", "wife"},
                                    {"lives", "NOUN", "NNS", "life"},
                                    {"wolves", "NOUN", "NNS", "wolf"},
                                    {"knives", "NOUN", "NNS", "knife"},
                                    {"thieves", "NOUN", "NNS", "thief"},
                                    {"leaves", "NOUN", "NNS", "leaf"},
                                    {"boxes", "NOUN", "NNS", "box"},
                                    {"churches", "NOUN", "NNS", "church"},
                                    {"monarchs", "NOUN", "NNS", "monarch"},
                                    {"heroes", "NOUN", "NNS", "hero"},
                                    {"embargoes", "NOUN", "NNS", "embargo"},
                                    {"movies", "NOUN", "NNS", "movie"},
                                    {"allies", "NOUN", "NNS", "ally"},
                                    {"armies", "NOUN", "NNS", "army"},
                                    {"treaties", "NOUN", "NNS", "treaty"},
                                    {"attorneys", "NOUN", "NNS", "attorney"},
                                    {"buses", "NOUN", "NNS", "bus"},
                                    {"viruses", "NOUN", "NNS", "virus"},
                                    {"losses", "NOUN", "NNS", "loss"},
                                    {"criteria", "NOUN", "NNS", "criterion"},
                                    {"phenomena", "NOUN", "NNS", "phenomenon"},
                                    {"indices", "NOUN", "NNS", "index"},
                                    {"hypotheses", "NOUN", "NNS", "hypothesis"},
                                    {"aircraft", "NOUN", "NNS", "aircraft"},
                                    {"series", "NOUN", "NNS", "series"},
                                    {"headquarters", "NOUN", "NNS", "headquarters"},
                                    {"talks", "NOUN", "NNS", "talk"},
                                    {"sanctions", "NOUN", "NNS", "sanction"},
                                    {"Sanctions", "NOUN", "NNS", "sanction"},
                                    {"MISSILES", "NOUN", "NNS", "missile"},
                                    {"missiles", "NOUN", "NNS", "missile"},
                                    {"mice", "NOUN", "NNS", "mouse"},
                                    {"geese", "NOUN", "NNS", "goose"},
                                    {"halves", "NOUN", "NNS", "half"},
                                    {"shelves", "NOUN", "NNS", "shelf"},
                                    {"referenda", "NOUN", "NNS", "referendum"},
                                    {"1990s", "NOUN", "NNS", "1990s"},
                                    {"envoys", "NOUN", "NNS", "envoy"},
                                    {"casualties", "NOUN", "NNS", "casualty"},
                                    {"houses", "NOUN", "NNS", "house"},
                                    {"axes", "NOUN", "NNS", "axis"},
                                    {"spokeswomen", "NOUN", "NNS", "spokeswoman"},
                                    {"gunmen", "NOUN", "NNS", "gunman"},
                                    {"proxies", "NOUN", "NNS", "proxy"},
                                    {"war", "NOUN", "NN", "war"},
                                    {"War", "NOUN", "NN", "war"},
                                    {"TV", "NOUN", "NN", "TV"},
                                    {"peace", "NOUN", "NN", "peace"},
                                    {"business", "NOUN", "NN", "business"},
                                    {"news", "NOUN", "NN", "news"},
                                    {"Pakistan", "PROPN", "NNP", "Pakistan"},
                                    {"US", "PROPN", "NNP", "US"},
                                    {"U.S.", "PROPN", "NNP", "U.S."},
                                    {"NATO", "PROPN", "NNP", "NATO"},
                                    {"Paris", "PROPN", "NNP", "Paris"},
                                    {"Johannes", "PROPN", "NNP", "Johannes"},
                                    {"Netherlands", "PROPN", "NNP", "Netherlands"},
                                    {"Sept.", "PROPN", "NNP", "September"},
                                    {"Côte", "PROPN", "NNP", "Côte"},
                                    {"Éire", "PROPN", "NNP", "Éire"},
                                    {"States", "PROPN", "NNPS", "State"},
                                    {"Nations", "PROPN", "NNPS", "Nation"},
                                    {"Americans", "PROPN", "NNPS", "American"},
                                    {"Emirates", "PROPN", "NNPS", "Emirate"},
                                    {"Philippines", "PROPN", "NNPS", "Philippines"},
                                    {"Kurds", "PROPN", "NNPS", "Kurd"},
                                    {"Islands", "PROPN", "NNPS", "Island"},
                                    {"Republicans", "PROPN", "NNPS", "Republican"},
                                    {"Russian", "ADJ", "JJ", "Russian"},
                                    {"Peruvian", "ADJ", "JJ", "Peruvian"},
                                    {"Dutch", "ADJ", "JJ", "Dutch"},
                                    {"American", "ADJ", "JJ", "American"},
                                    {"Pakistani", "ADJ", "JJ", "Pakistani"},
                                    {"military", "ADJ", "JJ", "military"},
                                    {"Great", "ADJ", "JJ", "great"},
                                    {"new", "ADJ", "JJ", "new"},
                                    {"foreign", "ADJ", "JJ", "foreign"},
                                    {"bigger", "ADJ", "JJR", "big"},
                                    {"better", "ADJ", "JJR", "good"},
                                    {"worse", "ADJ", "JJR", "bad"},
                                    {"happier", "ADJ", "JJR", "happy"},
                                    {"larger", "ADJ", "JJR", "large"},
                                    {"stronger", "ADJ", "JJR", "strong"},
                                    {"tougher", "ADJ", "JJR", "tough"},
                                    {"closer", "ADJ", "JJR", "close"},
                                    {"biggest", "ADJ", "JJS", "big"},
                                    {"best", "ADJ", "JJS", "good"},
                                    {"worst", "ADJ", "JJS", "bad"},
                                    {"happiest", "ADJ", "JJS", "happy"},
                                    {"largest", "ADJ", "JJS", "large"},
                                    {"latest", "ADJ", "JJS", "late"},
                                    {"quickly", "ADV", "RB", "quickly"},
                                    {"Also", "ADV", "RB", "also"},
                                    {"yesterday", "ADV", "RB", "yesterday"},
                                    {"better", "ADV", "RBR", "well"},
                                    {"sooner", "ADV", "RBR", "soon"},
                                    {"earlier", "ADV", "RBR", "early"},
                                    {"I", "PRON", "PRP", "I"},
                                    {"me", "PRON", "PRP", "I"},
                                    {"us", "PRON", "PRP", "we"},
                                    {"them", "PRON", "PRP", "they"},
                                    {"him", "PRON", "PRP", "he"},
                                    {"It", "PRON", "PRP", "it"},
                                    {"himself", "PRON", "PRP", "himself"},
                                    {"their", "PRON", "PRP$", "their"},
                                    {"His", "PRON", "PRP$", "his"},
                                    {"The", "DET", "DT", "the"},
                                    {"an", "DET", "DT", "a"},
                                    {"these", "DET", "DT", "this"},
                                    {"those", "DET", "DT", "that"},
                                    {"1,000", "NUM", "CD", "1000"},
                                    {"Two", "NUM", "CD", "two"},
                                    {"2.5", "NUM", "CD", "2.5"},
                                    {"10,250,000", "NUM", "CD", "10250000"},
                                    {"And", "CCONJ", "CC", "and"},
                                    {",", "PUNCT", ",", ","},
                                    {".", "PUNCT", ".", "."},
                                });
}
