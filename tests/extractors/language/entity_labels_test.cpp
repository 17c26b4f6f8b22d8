// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/training/entity_labels.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/names.hpp"

#include <regex>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

using namespace entente;                     // NOLINT(google-build-using-namespace)
using namespace entente::language;           // NOLINT(google-build-using-namespace)
using namespace entente::language::training; // NOLINT(google-build-using-namespace)
using entente::tests::builtin_names;

namespace {

/// "Entity=(1-person-new-n-cf1-2-sgl-Ana_Voss)" as GUM has it from "(1-person-Ana_Voss)". Other
/// fields stay as they are.
std::string entity_field(const std::string& mentions)
{
    static const std::regex kType{R"(\((\d+-[a-z]+))"};
    return mentions.find('=') != std::string::npos
               ? mentions
               : "Entity=" + std::regex_replace(mentions, kType, "($1-new-n-cf1-2-sgl");
}

/// A sentence of lines "form xpos head relation [mentions]"; the part of speech follows from xpos.
Document document_of(const std::string& lines)
{
    std::ostringstream conllu;
    conllu << "# newdoc id = test\n# sent_id = test-1\n";
    std::istringstream in{lines};
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        std::istringstream fields{line};
        std::string form;
        std::string xpos;
        std::string head;
        std::string relation;
        std::string mentions;
        fields >> form >> xpos >> head >> relation >> mentions;
        const std::string upos = xpos.rfind("NNP", 0) == 0 ? "PROPN"
                                 : xpos[0] == 'N'          ? "NOUN"
                                 : xpos == "JJ"            ? "ADJ"
                                 : xpos == "DT"            ? "DET"
                                 : xpos[0] == 'V'          ? "VERB"
                                 : xpos == "IN"            ? "ADP"
                                 : xpos == "CC"            ? "CCONJ"
                                                           : "X";
        conllu << number << '\t' << form << '\t' << form << '\t' << upos << '\t' << xpos << "\t_\t"
               << head << '\t' << relation << "\t_\t"
               << (mentions.empty() ? "_" : entity_field(mentions)) << '\n';
    }
    conllu << '\n';
    std::istringstream source{conllu.str()};
    auto documents = read_conllu(source, "test");
    REQUIRE(documents);
    REQUIRE(documents->size() == 1);
    return std::move(documents->front());
}

/// "Ana/B-PERSON Voss/I-PERSON", without words outside of names.
std::string labels_of(const std::string& lines)
{
    const Document document = document_of(lines);
    const TreebankSentence& sentence = document.sentences.front();
    const auto labels = entity_labels(sentence, builtin_names());
    REQUIRE(labels.size() == sentence.words.size());
    std::string out;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (labels[i] != "O") {
            out += (out.empty() ? "" : " ") + sentence.words[i].form + "/" + labels[i];
        }
    }
    return out;
}

} // namespace

TEST_CASE("a label covers the name alone", "[training][entities]")
{
    struct Row {
        const char* name;
        const char* lines;
        const char* want;
    };

    const auto row = GENERATE(values<Row>({
        {"article, title and what follows stay outside",
         "the DT 2 det (1-person-Ana_Voss\n"
         "President NNP 5 nsubj\nAna NNP 2 flat\nVoss NNP 2 flat 1)\nspoke VBD 0 root\n",
         "Ana/B-PERSON Voss/I-PERSON"},
        {"a common noun is no name",
         "the DT 2 det (1-person\nfarmer NN 3 nsubj 1)\n"
         "slept VBD 0 root\n",
         ""},
        {"of nested names the longest counts",
         "The DT 2 det (1-organization-X\nBank NNP 5 nsubj\nof IN 4 case\n"
         "Elmora NNP 2 nmod (2-place)1)\nacted VBD 0 root\n",
         "Bank/B-ORG of/I-ORG Elmora/I-ORG"},
        {"inside a description the name alone",
         "the DT 2 det (1-person\nmayor NN 5 nsubj\nof IN 4 case\n"
         "Elmora NNP 2 nmod (2-place)1)\nslept VBD 0 root\n",
         "Elmora/B-GPE"},
        {"the possessor is a name of its own",
         "Elmora NNP 4 nmod:poss "
         "(1-organization(2-place\n's POS 1 case 2)\n"
         "National NNP 4 compound\nCouncil NNP 5 nsubj 1)\nmet VBD 0 root\n",
         "Elmora/B-GPE National/B-ORG Council/I-ORG"},
        {"two joined by a conjunction are two",
         "Ana NNP 4 nsubj "
         "(3-person(1-person)\nand CC 3 cc\n"
         "Tom NNP 1 conj (2-person)3)\nate VBD 0 root\n",
         "Ana/B-PERSON Tom/B-PERSON"},
        {"a modifier is a people though no mention",
         "the DT 3 det (1-abstract\nKenyan JJ 3 amod\n"
         "economy NN 4 nsubj 1)\ngrew VBD 0 root\n",
         "Kenyan/B-NORP"},
        {"a people of the lists is no person",
         "Kenyans NNPS 2 nsubj (1-person)\nvoted VBD 0 root\n", "Kenyans/B-NORP"},
        {"a team that is called as its country",
         "Kenya NNP 2 nsubj (1-organization)\nwon VBD 0 root\n", "Kenya/B-GPE"},
        {"water is no state",
         "the DT 3 det (1-place\nElmora NNP 3 compound\n"
         "River NNP 4 nsubj 1)\nrose VBD 0 root\n",
         "Elmora/B-LOC River/I-LOC"},
        {"a facility is told by its last word",
         "the DT 3 det (1-place\nElmora NNP 3 compound\n"
         "Airport NNP 4 nsubj 1)\nclosed VBD 0 root\n",
         "Elmora/B-FAC Airport/I-FAC"},
        {"time is no entity of ours", "on IN 2 case\nMonday NNP 0 root (1-time)\n", ""},
        {"types of our own are taken at their word",
         "the DT 2 det\nKenyan JJ 3 amod Entity=(ORG\nNavy NNP 4 nsubj Entity=ORG)\n"
         "left VBD 0 root\nElmora NNP 4 obj Entity=(LOC)\n",
         "Kenyan/B-ORG Navy/I-ORG Elmora/B-LOC"},
        {"brackets that do not close are passed over",
         "Ana NNP 2 nsubj (1-person\nspoke VBD 0 root 7)\n", ""},
    }));
    CAPTURE(row.name);
    CHECK(labels_of(row.lines) == row.want);
}

TEST_CASE("documents without mentions are told", "[training][entities]")
{
    CHECK_FALSE(has_mentions(document_of("Ana NNP 2 nsubj\nspoke VBD 0 root SpaceAfter=No\n")));
    CHECK(has_mentions(document_of("Ana NNP 2 nsubj (1-person)\nspoke VBD 0 root\n")));
}
