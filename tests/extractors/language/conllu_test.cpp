// SPDX-License-Identifier: Apache-2.0
#include "core/text.hpp"
#include "extractors/language/training/conllu.hpp"
#include "extractors/language/training/document_list.hpp"
#include "tests/support/catch.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <string>
#include <vector>

using namespace entente;                     // NOLINT(google-build-using-namespace)
using namespace entente::language::training; // NOLINT(google-build-using-namespace)
using entente::language::kRoot;

namespace {

/// Columns are separated by blanks here, so that they can be read; forms hold none.
std::string with_tabs(std::string text)
{
    bool comment = false;
    bool line_start = true;
    for (char& c : text) {
        comment = line_start ? c == '#' : comment;
        line_start = c == '\n';
        if (c == ' ' && !comment) {
            c = '\t';
        }
    }
    return text;
}

Result<std::vector<Document>> read(const std::string& text)
{
    std::istringstream in{with_tabs(text)};
    return read_conllu(in, "bank.conllu");
}

const std::string kTreebank = // NOLINT(cert-err58-cpp)
    "# newdoc id = first\n"
    "# newpar\n"
    "# sent_id = first-1\n"
    "# text = Zoë didn't wait.\n"
    "1 Zoë Zoë PROPN NNP Number=Sing 4 nsubj _ _\n"
    "2-3 didn't _ _ _ _ _ _ _ _\n"
    "2 did do AUX VBD _ 4 aux _ _\n"
    "3 n't not PART RB _ 4 advmod _ _\n"
    "3.1 still _ _ _ _ _ _ 4:advmod _\n"
    "4 wait wait VERB VB VerbForm=Inf 0 root _ SpaceAfter=No\n"
    "5 . . PUNCT . _ 4 punct _ _\n"
    "\n"
    "# sent_id = first-2\n"
    "1 Gulls gull NOUN NNS _ 2 nsubj _ Key=Value|SpaceAfter=No\n"
    "2-3 'gonna _ _ _ _ _ _ _ SpaceAfter=No\n"
    "2 going go VERB VBG _ 0 root _ _\n"
    "3 to to PART TO _ 2 dep _ _\n"
    "4 ! ! PUNCT . _ 2 punct _ _\n"
    "\n"
    "# newpar id = p2\n"
    "1 _ _ SYM SYM _ 0 root _ _\n"
    "\n"
    "# newdoc id = second\n"
    "# meta::genre = news\n"
    "# newpar_block = p (1 s)\n"
    "1 Ja ja INTJ UH _ 0 root _ _\n"
    "\n";

} // namespace

TEST_CASE("documents, paragraphs, sentences and words of a treebank", "[language][conllu]")
{
    const auto documents = read(kTreebank);
    REQUIRE(documents.ok());
    REQUIRE(documents->size() == 2);
    const Document& first = documents->front();
    CHECK(first.id == "first");
    REQUIRE(first.sentences.size() == 3);
    CHECK(first.sentences[0].id == "first-1");
    CHECK(first.sentences[0].starts_paragraph);
    CHECK_FALSE(first.sentences[1].starts_paragraph);
    CHECK(first.sentences[2].starts_paragraph);
    CHECK(documents->back().sentences.front().starts_paragraph);
    CHECK(first.genre.empty());
    CHECK(documents->back().genre == "news");

    const std::vector<Word>& words = first.sentences[0].words;
    REQUIRE(words.size() == 5);
    CHECK(words[0].form == "Zoë");
    CHECK(words[0].feats == "Number=Sing");
    CHECK(words[0].misc.empty());
    CHECK(words[0].head == 3);
    CHECK(words[1].lemma == "do");
    CHECK(words[3].head == kRoot);
    CHECK(words[3].relation == "root");
    CHECK(words[3].xpos == "VB");
    CHECK(words[0].space_after);
    CHECK_FALSE(words[1].space_after);
    CHECK(words[2].space_after);
    CHECK_FALSE(words[3].space_after);

    const std::vector<MultiwordToken>& multiword = first.sentences[0].multiword;
    REQUIRE(multiword.size() == 1);
    CHECK(multiword[0].first == 1);
    CHECK(multiword[0].last == 3);
    CHECK(multiword[0].form == "didn't");
    CHECK(multiword[0].space_after);

    CHECK(first.sentences[1].words[0].misc == "Key=Value|SpaceAfter=No");
    CHECK(first.sentences[2].words[0].form == "_");
    CHECK(first.sentences[2].words[0].lemma == "_");
}

TEST_CASE("a document's text and the spans of its words", "[language][conllu]")
{
    const auto documents = read(kTreebank);
    REQUIRE(documents.ok());
    const DocumentText out = document_text(documents->front());
    CHECK(out.text == "Zoë didn't wait. Gulls'gonna!\n\n_");
    const text::OffsetIndex index{out.text};
    const auto piece = [&](Span code_points) {
        const Span bytes = index.bytes(code_points);
        return out.text.substr(bytes.begin, bytes.size());
    };
    std::vector<std::string> sentences;
    std::vector<std::string> words;
    for (const SentenceSpans& sentence : out.sentences) {
        sentences.push_back(piece(sentence.span));
        for (const Span word : sentence.words) {
            words.push_back(piece(word));
        }
    }
    CHECK(sentences == std::vector<std::string>{"Zoë didn't wait.", "Gulls'gonna!", "_"});
    CHECK(words == std::vector<std::string>{"Zoë", "did", "n't", "wait", ".", "Gulls", "'gonna",
                                            "'gonna", "!", "_"});
}

TEST_CASE("Windows line ends and a treebank without newdoc are read", "[language][conllu]")
{
    const auto documents = read("1 Go go VERB VB _ 0 root _ _\r\n\r\n");
    REQUIRE(documents.ok());
    REQUIRE(documents->size() == 1);
    CHECK(documents->front().id.empty());
    CHECK(documents->front().sentences.front().words.front().misc.empty());
    CHECK(documents->front().sentences.front().starts_paragraph);
}

TEST_CASE("an empty file has no documents", "[language][conllu]")
{
    const auto documents = read("");
    REQUIRE(documents.ok());
    CHECK(documents->empty());
}

TEST_CASE("bad treebanks are refused with the line and a remedy", "[language][conllu]")
{
    struct Row {
        std::string what;
        std::uint64_t line;
        std::string text;
    };

    const std::string go = "1 Go go VERB VB _ 0 root _ _\n";
    const std::string on = "2 on on ADP RP _ 1 compound:prt _ _\n";
    const std::string good = go + on + "\n";
    const std::vector<Row> rows{
        {"9 columns instead of 10", 4, good + "1 Go go VERB VB _ 0 root _\n\n"},
        {"11 columns instead of 10", 1, "1 Go go VERB VB _ 0 root _ _ _\n\n"},
        {"an empty column", 1, "1 Go  VERB VB _ 0 root _ _\n\n"},
        {"the head \"x\" is no number", 1, "1 Go go VERB VB _ x root _ _\n\n"},
        {"the head \"_\" is no number", 1, "1 Go go VERB VB _ _ root _ _\n\n"},
        {"the head 3 is out of range", 2, go + "2 on on ADP RP _ 3 compound:prt _ _\n\n"},
        {"has no root", 4, good + "1 Go go VERB VB _ 2 root _ _\n2 on on ADP RP _ 1 dep _ _\n\n"},
        {"a second root", 2, go + "2 on on ADP RP _ 0 root _ _\n\n"},
        {"form a cycle", 2, go + "2 on on ADP RP _ 3 dep _ _\n3 up up ADP RP _ 2 dep _ _\n\n"},
        {"form a cycle", 2, go + "2 on on ADP RP _ 2 dep _ _\n\n"},
        {"\"3\" where word 2 was due", 2, go + "3 on on ADP RP _ 1 dep _ _\n\n"},
        {"\"0\" where word 1 was due", 1, "0 Go go VERB VB _ 0 root _ _\n\n"},
        {"\"one\" where word 1 was due", 1, "one Go go VERB VB _ 0 root _ _\n\n"},
        {"\"1.1\" where word 1 was due", 1, "1.1 Go go VERB VB _ _ _ _ _\n\n"},
        {"\"1.2\" where word 2 was due", 2, go + "1.2 x _ _ _ _ _ _ _ _\n\n"},
        {"\"2-3\" where word 1 was due", 1, "2-3 Goon _ _ _ _ _ _ _ _\n" + good},
        {"\"1-x\" where word 1 was due", 1, "1-x Goon _ _ _ _ _ _ _ _\n" + good},
        {"\"1-0\" where word 1 was due", 1, "1-0 Goon _ _ _ _ _ _ _ _\n" + good},
        {"overlaps", 3,
         "1-2 Goon _ _ _ _ _ _ _ _\n" + go + "2-3 onup _ _ _ _ _ _ _ _\n" + on + "\n"},
        {"within the multiword token \"Goon\"", 4, "1-3 Goon _ _ _ _ _ _ _ _\n" + good},
        {"a sentence without words", 2, "1-2 Goon _ _ _ _ _ _ _ _\n\n"},
        {"a comment within a sentence", 2, go + "# text = Go on\n" + on + "\n"},
        {"an empty line without a sentence", 4, good + "\n"},
        {"ill-formed UTF-8", 4, good + "# \xC3\x28\n" + good},
        {"the file ends within a sentence", 2, go + on},
        {"the last line is cut short", 5, good + go + "2 on on ADP RP _ 1 compound:prt _ _"},
        {"10", 4, good + "1 Go g"},
        {"the file is compressed", 1, "\x1F\x8B\x08 and so on\n"},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        const auto documents = read(row.text);
        REQUIRE_FALSE(documents.ok());
        const Error& error = documents.error();
        CHECK(error.code() == ErrorCode::bad_dataset);
        CHECK(error.where().file == "bank.conllu");
        CHECK(error.where().line == row.line);
        CHECK_FALSE(error.remedy().empty());
        INFO(error.message());
        CHECK(error.what().find(row.what) != std::string::npos);
    }
}

TEST_CASE("a treebank cut anywhere is read or refused, never misread", "[language][conllu]")
{
    const std::string whole = with_tabs(kTreebank);
    std::vector<std::size_t> good;
    for (std::size_t size = 0; size <= whole.size(); ++size) {
        std::istringstream in{whole.substr(0, size)};
        if (read_conllu(in, "bank.conllu").ok()) {
            good.push_back(size);
        }
    }
    // Only between sentences and between comments can a cut go unnoticed.
    for (const std::size_t size : good) {
        CHECK((size == 0 || whole[size - 1] == '\n'));
    }
    CHECK(good.back() == whole.size());
}

TEST_CASE("documents are chosen by the licence of their texts", "[language][conllu]")
{
    const std::string table = "document\tsplit\tgenre\twords\ttext_licence\tkind\tsource\n"
                              "first\ttrain\tnews\t8\tCC-BY-4.0\tpermissive\thttps://example.org\n"
                              "second\ttrain\tletter\t1\tCC-BY-NC-4.0\tnon-commercial\t\n";
    const auto list = read_document_list(table, "list.tsv");
    REQUIRE(list.ok());
    REQUIRE(list->size() == 2);
    CHECK(list->front().words == 8);
    CHECK(list->front().genre == "news");
    CHECK(list->back().kind == TextKind::non_commercial);
    CHECK(to_string(list->back().kind) == "non-commercial");

    const std::array kinds{TextKind::permissive, TextKind::share_alike};
    const auto chosen = choose_documents(read(kTreebank).value(), *list, kinds);
    REQUIRE(chosen.ok());
    REQUIRE(chosen->size() == 1);
    CHECK(chosen->front().id == "first");

    const auto unknown =
        choose_documents(read(kTreebank).value(), std::span{*list}.first(1), kinds);
    REQUIRE_FALSE(unknown.ok());
    CHECK(unknown.error().code() == ErrorCode::unknown_name);
}

TEST_CASE("bad lists of documents are refused with the line", "[language][conllu]")
{
    const std::string head = "document\tsplit\tgenre\twords\ttext_licence\tkind\tsource\n";
    const std::string good = "a\ttrain\tnews\t8\tCC-BY-4.0\tpermissive\t\n";
    for (const std::string& bad : {std::string{"a\ttrain\tnews\t8\tCC-BY-4.0\tpermissive\t\n"},
                                   std::string{"b\ttrain\tnews\teight\tCC-BY-4.0\tpermissive\t\n"},
                                   std::string{"b\ttrain\tnews\t8\tCC-BY-4.0\tfree\t\n"},
                                   std::string{"\ttrain\tnews\t8\tCC-BY-4.0\tpermissive\t\n"}}) {
        INFO(bad);
        const auto list = read_document_list(head + good + bad, "list.tsv");
        REQUIRE_FALSE(list.ok());
        CHECK(list.error().where().line == 3);
        CHECK_FALSE(list.error().remedy().empty());
    }
}
