// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/training/conllu.hpp"

#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

namespace entente::language::training {

namespace {

enum Column : std::size_t { id, form, lemma, upos, xpos, feats, head, relation, deps, misc, count };

constexpr std::string_view kGzip = "\x1F\x8B";
constexpr std::string_view kNoSpace = "SpaceAfter=No";

std::optional<std::size_t> number_of(std::string_view digits)
{
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) {
        return std::nullopt;
    }
    return value;
}

std::string value_of(std::string_view cell)
{
    return cell == "_" ? std::string{} : std::string{cell};
}

bool has_space_after(std::string_view misc_cell)
{
    const std::vector<std::string_view> values = text::split(misc_cell, '|');
    return std::find(values.begin(), values.end(), kNoSpace) == values.end();
}

/// The value of a comment "# KEY = VALUE"; nothing where the key is another.
std::optional<std::string_view> comment_value(std::string_view comment, std::string_view key)
{
    comment = text::trim(comment.substr(1));
    if (!comment.starts_with(key)) {
        return std::nullopt;
    }
    comment = text::trim(comment.substr(key.size()));
    if (!comment.starts_with('=')) {
        return std::nullopt;
    }
    return text::trim(comment.substr(1));
}

/// True for "# WORD" and "# WORD id = …", but not for "# WORD_more = …".
bool announces(std::string_view comment, std::string_view word)
{
    comment = text::trim(comment.substr(1));
    return comment == word || (comment.starts_with(word) &&
                               (comment[word.size()] == ' ' || comment[word.size()] == '\t'));
}

/// Takes the lines of a treebank one by one.
class Reader {
public:
    explicit Reader(std::string_view name)
        : name_{name}
    {}

    [[nodiscard]] Status take(std::string_view line)
    {
        ++line_;
        if (line_ == 1 && line.starts_with(kGzip)) {
            return bad("the file is compressed", "unpack it with gunzip");
        }
        if (!text::is_valid_utf8(line)) {
            return bad("ill-formed UTF-8", "save the file as UTF-8");
        }
        if (line.empty()) {
            return end_sentence();
        }
        if (line.front() == '#') {
            return take_comment(line);
        }
        return take_word(line);
    }

    [[nodiscard]] Result<std::vector<Document>> finish() &&
    {
        if (begun()) {
            return bad("the file ends within a sentence",
                       "get the whole file; an empty line ends each sentence, the last too");
        }
        return std::move(documents_);
    }

    [[nodiscard]] Error bad(std::string what, std::string remedy) const
    {
        return bad_at(line_, std::move(what), std::move(remedy));
    }

private:
    [[nodiscard]] Error bad_at(std::uint64_t line, std::string what, std::string remedy) const
    {
        return Error{ErrorCode::bad_dataset, std::move(what)}
            .at(std::string{name_}, line)
            .hint(std::move(remedy));
    }

    [[nodiscard]] bool begun() const
    {
        return !sentence_.words.empty() || !sentence_.multiword.empty() || empty_nodes_ > 0;
    }

    [[nodiscard]] Status take_comment(std::string_view line)
    {
        if (begun()) {
            return bad("a comment within a sentence",
                       "put comments before the first word, and an empty line behind the last");
        }
        if (announces(line, "newdoc")) {
            documents_.emplace_back().id = comment_value(line, "newdoc id").value_or("");
            sentence_.starts_paragraph = true;
        } else if (announces(line, "newpar")) {
            sentence_.starts_paragraph = true;
        } else if (const auto id = comment_value(line, "sent_id")) {
            sentence_.id = *id;
        } else if (const auto genre = comment_value(line, "meta::genre");
                   genre && !documents_.empty()) {
            documents_.back().genre = *genre;
        }
        return {};
    }

    [[nodiscard]] Status take_word(std::string_view line)
    {
        const std::vector<std::string_view> cells = text::split(line, '\t');
        if (cells.size() != Column::count) {
            return bad(fmt::format("{} columns instead of {}", cells.size(),
                                   static_cast<std::size_t>(Column::count)),
                       "separate the columns by single tabs and the sentences by empty lines");
        }
        if (std::find(cells.begin(), cells.end(), std::string_view{}) != cells.end()) {
            return bad("an empty column", "write _ where there is no value");
        }
        const std::string_view number = cells[Column::id];
        if (const std::size_t dot = number.find('.'); dot != std::string_view::npos) {
            return take_empty_node(number, dot);
        }
        if (const std::size_t dash = number.find('-'); dash != std::string_view::npos) {
            return take_multiword(cells, dash);
        }
        if (number_of(number) != sentence_.words.size() + 1) {
            return out_of_order(number);
        }
        const std::optional<std::size_t> head = number_of(cells[Column::head]);
        if (!head) {
            return bad(fmt::format("the head \"{}\" is no number", cells[Column::head]),
                       "write the number of a word, or 0 for the root");
        }
        Word word;
        word.form = cells[Column::form];
        word.lemma = cells[Column::form] == "_" ? "_" : value_of(cells[Column::lemma]);
        word.upos = value_of(cells[Column::upos]);
        word.xpos = value_of(cells[Column::xpos]);
        word.feats = value_of(cells[Column::feats]);
        word.relation = value_of(cells[Column::relation]);
        word.misc = value_of(cells[Column::misc]);
        word.head = *head == 0 ? kRoot : *head - 1;
        word.space_after = has_space_after(cells[Column::misc]);
        if (sentence_.words.empty()) {
            first_line_ = line_;
        }
        sentence_.words.push_back(std::move(word));
        lines_.push_back(line_);
        empty_nodes_ = 0;
        close_multiword();
        return {};
    }

    /// Empty nodes are passed over, but N.1, N.2, … stand behind word N.
    [[nodiscard]] Status take_empty_node(std::string_view number, std::size_t dot)
    {
        if (number_of(number.substr(0, dot)) != sentence_.words.size() ||
            number_of(number.substr(dot + 1)) != empty_nodes_ + 1) {
            return out_of_order(number);
        }
        ++empty_nodes_;
        return {};
    }

    [[nodiscard]] Status take_multiword(const std::vector<std::string_view>& cells,
                                        std::size_t dash)
    {
        const std::string_view range = cells[Column::id];
        const std::optional<std::size_t> first = number_of(range.substr(0, dash));
        const std::optional<std::size_t> last = number_of(range.substr(dash + 1));
        if (first != sentence_.words.size() + 1 || !last || *last < *first) {
            return out_of_order(range);
        }
        if (!sentence_.multiword.empty() && sentence_.multiword.back().last >= *first) {
            return bad(fmt::format("the multiword token {} overlaps the one before", range),
                       "let each word belong to one multiword token at most");
        }
        if (sentence_.words.empty()) {
            first_line_ = line_;
        }
        sentence_.multiword.push_back({*first - 1, *last, std::string{cells[Column::form]},
                                       has_space_after(cells[Column::misc])});
        return {};
    }

    /// Spaces are said of the surface form; its last word takes them over.
    void close_multiword()
    {
        if (sentence_.multiword.empty()) {
            return;
        }
        const MultiwordToken& token = sentence_.multiword.back();
        const std::size_t words = sentence_.words.size();
        if (words <= token.last) {
            sentence_.words.back().space_after = words == token.last && token.space_after;
        }
    }

    [[nodiscard]] Error out_of_order(std::string_view number) const
    {
        return bad(fmt::format("\"{}\" where word {} was due", number, sentence_.words.size() + 1),
                   "number the words of each sentence 1, 2, 3, …; M-N goes before word M, N.1 "
                   "behind word N");
    }

    [[nodiscard]] Status end_sentence()
    {
        if (!begun()) {
            return bad("an empty line without a sentence before it",
                       "separate sentences by exactly one empty line");
        }
        if (sentence_.words.empty()) {
            return bad("a sentence without words", "complete it or take it out");
        }
        if (!sentence_.multiword.empty() &&
            sentence_.multiword.back().last > sentence_.words.size()) {
            return bad(fmt::format("the sentence ends within the multiword token \"{}\"",
                                   sentence_.multiword.back().form),
                       "complete the sentence or mend the range");
        }
        if (Status tree = check_tree(); !tree) {
            return tree;
        }
        if (documents_.empty()) {
            documents_.emplace_back();
        }
        std::vector<TreebankSentence>& sentences = documents_.back().sentences;
        sentence_.starts_paragraph = sentence_.starts_paragraph || sentences.empty();
        sentences.push_back(std::exchange(sentence_, {}));
        lines_.clear();
        empty_nodes_ = 0;
        return {};
    }

    [[nodiscard]] Status check_tree() const
    {
        const std::vector<Word>& words = sentence_.words;
        std::size_t roots = 0;
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i].head == kRoot) {
                if (++roots == 2) {
                    return bad_at(lines_[i], "a second root", "give one word of a sentence head 0");
                }
            } else if (words[i].head >= words.size()) {
                return bad_at(lines_[i],
                              fmt::format("the head {} is out of range", words[i].head + 1),
                              fmt::format("the sentence has {} words", words.size()));
            }
        }
        if (roots == 0) {
            return bad_at(first_line_, "the sentence has no root",
                          "give one word of a sentence head 0");
        }
        // Each word's way upwards is followed until it meets the root or a way followed before.
        std::vector<std::size_t> way(words.size(), 0);
        for (std::size_t start = 0; start < words.size(); ++start) {
            std::size_t at = start;
            while (at != kRoot && way[at] == 0) {
                way[at] = start + 1;
                at = words[at].head;
            }
            if (at != kRoot && way[at] == start + 1) {
                return bad_at(lines_[at], "the word's heads form a cycle",
                              "let every word lead up to the root");
            }
        }
        return {};
    }

    std::string_view name_;
    std::uint64_t line_ = 0;
    std::vector<Document> documents_;
    TreebankSentence sentence_;
    std::vector<std::uint64_t> lines_; ///< of the sentence's words
    std::uint64_t first_line_ = 0;     ///< of the sentence
    std::size_t empty_nodes_ = 0;      ///< behind the last word
};

/// Adds the spans of the words of a multiword token that begins at `begin`.
void add_multiword_spans(const TreebankSentence& sentence, const MultiwordToken& token,
                         std::size_t begin, std::vector<Span>& spans)
{
    std::string parts;
    for (std::size_t i = token.first; i < token.last; ++i) {
        parts += sentence.words[i].form;
    }
    const bool divisible = parts == token.form;
    const std::size_t end = begin + text::count_code_points(token.form);
    for (std::size_t i = token.first; i < token.last; ++i) {
        if (!divisible) {
            spans.push_back({begin, end});
            continue;
        }
        const std::size_t size = text::count_code_points(sentence.words[i].form);
        spans.push_back({begin, begin + size});
        begin += size;
    }
}

} // namespace

Result<std::vector<Document>> read_conllu(std::istream& in, std::string_view name)
{
    Reader reader{name};
    std::string line;
    while (std::getline(in, line)) {
        const bool cut = in.eof();
        if (line.ends_with('\r')) {
            line.pop_back();
        }
        if (Status good = reader.take(line); !good) {
            return good.error();
        }
        if (cut) {
            return reader.bad("the last line is cut short",
                              "get the whole file; a line end closes each line");
        }
    }
    if (in.bad()) {
        return Error{ErrorCode::unreadable_input, "reading failed"}.at(std::string{name});
    }
    Result<std::vector<Document>> documents = std::move(reader).finish();
    if (documents) {
        std::erase_if(*documents, [](const Document& each) { return each.sentences.empty(); });
    }
    return documents;
}

DocumentText document_text(const Document& document)
{
    DocumentText out;
    std::size_t length = 0; // of the text, in code points
    bool space = false;     // is due before the next token
    const auto append = [&](std::string_view piece) {
        out.text += piece;
        length += text::count_code_points(piece);
    };
    for (const TreebankSentence& sentence : document.sentences) {
        if (sentence.starts_paragraph && !out.text.empty()) {
            append("\n\n");
            space = false;
        }
        SentenceSpans& spans = out.sentences.emplace_back();
        auto multiword = sentence.multiword.begin();
        for (std::size_t i = 0; i < sentence.words.size();) {
            if (space) {
                append(" ");
            }
            const std::size_t begin = length;
            if (multiword != sentence.multiword.end() && multiword->first == i) {
                append(multiword->form);
                add_multiword_spans(sentence, *multiword, begin, spans.words);
                space = multiword->space_after;
                i = multiword->last;
                ++multiword;
            } else {
                append(sentence.words[i].form);
                spans.words.push_back({begin, length});
                space = sentence.words[i].space_after;
                ++i;
            }
        }
        if (!spans.words.empty()) {
            spans.span = {spans.words.front().begin, spans.words.back().end};
        }
    }
    return out;
}

} // namespace entente::language::training
