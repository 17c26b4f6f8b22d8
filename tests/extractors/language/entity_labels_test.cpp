// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/training/entity_labels.hpp"
#include "tests/support/catch.hpp"

#include <sstream>
#include <string>
#include <utility>
#include <vector>

using namespace entente;                     // NOLINT(google-build-using-namespace)
using namespace entente::language;           // NOLINT(google-build-using-namespace)
using namespace entente::language::training; // NOLINT(google-build-using-namespace)

namespace {

const NameLists& lists()
{
    static const NameLists kLists = NameLists::load().value();
    return kLists;
}

/// A sentence of lines "form xpos head relation [Entity=…]"; the part of speech follows from xpos.
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
        std::string misc;
        fields >> form >> xpos >> head >> relation >> misc;
        const std::string upos = xpos.rfind("NNP", 0) == 0 ? "PROPN"
                                 : xpos[0] == 'N'          ? "NOUN"
                                 : xpos == "JJ"            ? "ADJ"
                                 : xpos == "DT"            ? "DET"
                                 : xpos[0] == 'V'          ? "VERB"
                                 : xpos == "IN"            ? "ADP"
                                 : xpos == "CC"            ? "CCONJ"
                                                           : "X";
        conllu << number << '\t' << form << '\t' << form << '\t' << upos << '\t' << xpos << "\t_\t"
               << head << '\t' << relation << "\t_\t" << (misc.empty() ? "_" : misc) << '\n';
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
    const auto labels = entity_labels(sentence, lists());
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
         "the DT 2 det Entity=(1-person-new-n-cf1-2-sgl-Ana_Voss\n"
         "President NNP 5 nsubj\nAna NNP 2 flat\nVoss NNP 2 flat Entity=1)\nspoke VBD 0 root\n",
         "Ana/B-PERSON Voss/I-PERSON"},
        {"a common noun is no name",
         "the DT 2 det Entity=(1-person-new-n-cf1-2-sgl\nfarmer NN 3 nsubj Entity=1)\n"
         "slept VBD 0 root\n",
         ""},
        {"of nested names the longest counts",
         "The DT 2 det Entity=(1-organization-new-n-cf1-2-sgl-X\nBank NNP 5 nsubj\nof IN 4 case\n"
         "Elmora NNP 2 nmod Entity=(2-place-new-n-cf2-1-sgl)1)\nacted VBD 0 root\n",
         "Bank/B-ORG of/I-ORG Elmora/I-ORG"},
        {"inside a description the name alone",
         "the DT 2 det Entity=(1-person-new-n-cf1-2-sgl\nmayor NN 5 nsubj\nof IN 4 case\n"
         "Elmora NNP 2 nmod Entity=(2-place-new-n-cf2-1-sgl)1)\nslept VBD 0 root\n",
         "Elmora/B-GPE"},
        {"the possessor is a name of its own",
         "Elmora NNP 4 nmod:poss "
         "Entity=(1-organization-new-n-cf1-2-sgl(2-place-new-n-cf2-1-sgl\n's POS 1 case Entity=2)\n"
         "National NNP 4 compound\nCouncil NNP 5 nsubj Entity=1)\nmet VBD 0 root\n",
         "Elmora/B-GPE National/B-ORG Council/I-ORG"},
        {"two joined by a conjunction are two",
         "Ana NNP 4 nsubj "
         "Entity=(3-person-new-n-cf1-2-sgl(1-person-new-n-cf1-2-sgl)\nand CC 3 cc\n"
         "Tom NNP 1 conj Entity=(2-person-new-n-cf1-2-sgl)3)\nate VBD 0 root\n",
         "Ana/B-PERSON Tom/B-PERSON"},
        {"a modifier is a people though no mention",
         "the DT 3 det Entity=(1-abstract-new-n-cf1-2-sgl\nKenyan JJ 3 amod\n"
         "economy NN 4 nsubj Entity=1)\ngrew VBD 0 root\n",
         "Kenyan/B-NORP"},
        {"a people of the lists is no person",
         "Kenyans NNPS 2 nsubj Entity=(1-person-new-n-cf1-2-sgl)\nvoted VBD 0 root\n",
         "Kenyans/B-NORP"},
        {"a team that is called as its country",
         "Kenya NNP 2 nsubj Entity=(1-organization-new-n-cf1-2-sgl)\nwon VBD 0 root\n",
         "Kenya/B-GPE"},
        {"water is no state",
         "the DT 3 det Entity=(1-place-new-n-cf1-2-sgl\nElmora NNP 3 compound\n"
         "River NNP 4 nsubj Entity=1)\nrose VBD 0 root\n",
         "Elmora/B-LOC River/I-LOC"},
        {"a facility is told by its last word",
         "the DT 3 det Entity=(1-place-new-n-cf1-2-sgl\nElmora NNP 3 compound\n"
         "Airport NNP 4 nsubj Entity=1)\nclosed VBD 0 root\n",
         "Elmora/B-FAC Airport/I-FAC"},
        {"time is no entity of ours",
         "on IN 2 case\nMonday NNP 0 root Entity=(1-time-new-n-cf1-2-sgl)\n", ""},
        {"brackets that do not close are passed over",
         "Ana NNP 2 nsubj Entity=(1-person-new-n-cf1-2-sgl\nspoke VBD 0 root Entity=7)\n", ""},
    }));
    CAPTURE(row.name);
    CHECK(labels_of(row.lines) == row.want);
}

TEST_CASE("documents without mentions are told", "[training][entities]")
{
    CHECK_FALSE(has_mentions(document_of("Ana NNP 2 nsubj\nspoke VBD 0 root SpaceAfter=No\n")));
    CHECK(has_mentions(
        document_of("Ana NNP 2 nsubj Entity=(1-person-new-n-cf1-2-sgl)\nspoke VBD 0 root\n")));
}
