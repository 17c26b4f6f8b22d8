// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/training/entity_labels.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <span>
#include <utility>

namespace entente::language::training {

namespace {

using Forms = std::span<const std::string_view>;

constexpr auto kInnerOfPersons = std::to_array<std::string_view>(
    {"-",  ".",   "al", "bin", "da", "de", "del", "della", "den", "der", "di",
     "do", "dos", "el", "ibn", "la", "le", "ul",  "van",   "von", "y"});
constexpr auto kInnerOfPlaces = std::to_array<std::string_view>(
    {"'s", "-", ".", "and", "de", "del", "du", "la", "le", "les", "of", "sur", "the", "upon"});
constexpr auto kInnerOfOthers = std::to_array<std::string_view>(
    {"&", "'s", "-", ".", "and", "de", "del", "des", "di", "du", "for", "la", "le", "of", "the"});

/// Two of these at most stand between two capitalised words of a name ("of the").
constexpr std::size_t kLongestJoint = 2;

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& list, std::string_view word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_possessive(std::string_view form)
{
    return form == "'s" || form == "\xE2\x80\x99s" || form == "'";
}

/// One mention of the treebank: "(12-person-giv:act-…-Joe_Biden".
struct Mention {
    std::string number;
    std::string type;
    bool linked = false; ///< has an identity outside of the text
    std::size_t first = 0;
    std::size_t last = 0;
};

struct Name {
    std::size_t first = 0;
    std::size_t last = 0;
    std::string_view type;
};

/// The value of a key of the MISC column; empty where it is not there.
std::string_view misc_value(std::string_view misc, std::string_view key)
{
    for (const std::string_view pair : text::split(misc, '|')) {
        if (pair.size() > key.size() && pair.substr(0, key.size()) == key &&
            pair[key.size()] == '=') {
            return pair.substr(key.size() + 1);
        }
    }
    return {};
}

/// number-type-status-salience-centering-minimal-link[-identity]
Mention parse_mention(std::string_view text, std::size_t word)
{
    constexpr std::size_t kIdentity = 7;
    const std::vector<std::string_view> fields = text::split(text, '-');
    Mention mention;
    mention.number = fields[0];
    mention.type = fields.size() > 1 ? fields[1] : std::string_view{};
    mention.linked = fields.size() > kIdentity && !fields[kIdentity].empty();
    mention.first = word;
    mention.last = word + 1;
    return mention;
}

/// Reads the brackets of all words; mentions that do not close in their sentence are left out.
std::vector<Mention> mentions_of(const TreebankSentence& sentence)
{
    std::vector<Mention> open;
    std::vector<Mention> closed;
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
        std::string_view rest = misc_value(sentence.words[i].misc, "Entity");
        while (!rest.empty()) {
            const bool opens = rest.front() == '(';
            const std::size_t end = std::min(rest.find_first_of("()", 1), rest.size());
            const bool closes = end < rest.size() && rest[end] == ')';
            const std::string_view body = rest.substr(opens ? 1 : 0, end - (opens ? 1 : 0));
            if (opens && closes) {
                closed.push_back(parse_mention(body, i));
            } else if (opens) {
                open.push_back(parse_mention(body, i));
            } else {
                const std::string_view number = body.substr(0, body.find('-'));
                const auto found =
                    std::find_if(open.rbegin(), open.rend(),
                                 [&](const Mention& one) { return one.number == number; });
                if (found != open.rend()) {
                    found->last = i + 1;
                    closed.push_back(std::move(*found));
                    open.erase(std::next(found).base());
                }
            }
            rest.remove_prefix(closes ? end + 1 : end);
        }
    }
    return closed;
}

/// Whether the treebank names our types, which need no reading: "(PERSON", "PERSON)", "(GPE)".
bool names_types(std::span<const Mention> mentions)
{
    return !mentions.empty() &&
           std::all_of(mentions.begin(), mentions.end(), [](const Mention& mention) {
               return mention.type.empty() && contains(kEntityTypes, mention.number);
           });
}

void put_label(std::vector<std::string>& labels, std::size_t first, std::size_t last,
               std::string_view type)
{
    for (std::size_t i = first; i < last; ++i) {
        labels[i] = (i == first ? "B-" : "I-") + std::string{type};
    }
}

/// Labels one sentence.
class Labeller {
public:
    Labeller(const TreebankSentence& sentence, const NameLists& lists)
        : words_{sentence.words}
        , lists_{lists}
        , mentions_{mentions_of(sentence)}
    {
        for (const Word& word : words_) {
            forms_.push_back(word.form);
        }
        hints_ = lists.hints(forms_);
        // Longest first; of equally long ones the order of the text.
        std::stable_sort(
            mentions_.begin(), mentions_.end(), [](const auto& left, const auto& right) {
                const std::size_t of_left = left.last - left.first;
                const std::size_t of_right = right.last - right.first;
                return of_left != of_right ? of_left > of_right : left.first < right.first;
            });
    }

    std::vector<std::string> run()
    {
        labels_.assign(words_.size(), "O");
        if (names_types(mentions_)) {
            for (const Mention& mention : mentions_) {
                put_label(labels_, mention.first, mention.last, mention.number);
            }
            return std::move(labels_);
        }
        std::vector<Name> names;
        for (const Mention& mention : mentions_) {
            if (mention.type == "time" || mention.type == "plant" || mention.type == "substance") {
                continue;
            }
            if (auto name = name_in(mention)) {
                name->type = type_of(mention, *name);
                if (!name->type.empty()) {
                    names.push_back(*name);
                }
            }
        }
        std::stable_sort(names.begin(), names.end(), [](const Name& left, const Name& right) {
            return left.last - left.first > right.last - right.first;
        });
        for (const Name& name : names) {
            put(name);
        }
        label_peoples();
        return std::move(labels_);
    }

private:
    [[nodiscard]] bool is_proper(std::size_t i) const
    {
        return words_[i].xpos == "NNP" || words_[i].xpos == "NNPS";
    }

    [[nodiscard]] bool is_capital(std::size_t i) const
    {
        const std::string& form = words_[i].form;
        const char c = form.empty() ? '\0' : form.front();
        if (c >= '0' && c <= '9') {
            return is_proper(i);
        }
        if (static_cast<unsigned char>(c) >= 0x80U) {
            return text::fold(form) != form && is_proper(i);
        }
        return c >= 'A' && c <= 'Z';
    }

    /// May be part of a name.
    [[nodiscard]] bool is_core(std::size_t i) const
    {
        static constexpr auto kParts =
            std::to_array<std::string_view>({"PROPN", "ADJ", "NOUN", "NUM", "VERB", "ADV", "INTJ"});
        return is_capital(i) && (is_proper(i) || contains(kParts, words_[i].upos));
    }

    [[nodiscard]] bool is_demonym(std::size_t i) const
    {
        return has(lists_.whole(Forms{forms_}.subspan(i, 1)), Hint::people);
    }

    [[nodiscard]] bool is_title(std::size_t i) const { return has(hints_[i], Hint::title_word); }

    /// The word of a mention whose head lies outside of it.
    [[nodiscard]] std::optional<std::size_t> head_of(const Mention& mention) const
    {
        for (std::size_t i = mention.first; i < mention.last; ++i) {
            const std::size_t head = words_[i].head;
            if (head == kRoot || head < mention.first || head >= mention.last) {
                return i;
            }
        }
        return std::nullopt;
    }

    /// Where names inside a mention begin and end, without articles and possessive marks.
    struct Edges {
        std::set<std::size_t> first;
        std::set<std::size_t> final;
    };

    [[nodiscard]] Edges edges_inside(const Mention& mention) const
    {
        Edges edges;
        for (const Mention& one : mentions_) {
            if (one.first < mention.first || one.last > mention.last ||
                one.last - one.first >= mention.last - mention.first) {
                continue;
            }
            std::size_t last = one.last;
            while (last > one.first && is_possessive(words_[last - 1].form)) {
                --last;
            }
            std::size_t first = one.first;
            while (first + 1 < one.last && words_[first].upos == "DET") {
                ++first;
            }
            edges.first.insert(first);
            if (last > one.first) {
                edges.final.insert(last - 1);
            }
        }
        return edges;
    }

    [[nodiscard]] static bool is_inner(const Mention& mention, std::string_view form)
    {
        if (form == "\xE2\x80\x93") {
            form = "-";
        }
        if (form == "\xE2\x80\x99s") {
            form = "'s";
        }
        if (mention.type == "person" || mention.type == "animal") {
            return contains(kInnerOfPersons, form);
        }
        return mention.type == "place" ? contains(kInnerOfPlaces, form)
                                       : contains(kInnerOfOthers, form);
    }

    /// Whether the words between `left` and `right` belong to one name.
    [[nodiscard]] bool joins(const Edges& edges, std::size_t left, std::size_t right) const
    {
        for (std::size_t i = left + 1; i < right; ++i) {
            const std::string& form = words_[i].form;
            if (is_possessive(form) && edges.final.contains(left)) {
                return false;
            }
            if ((form == "and" || form == "&") && edges.final.contains(left) &&
                edges.first.contains(right)) {
                return false;
            }
        }
        return true;
    }

    [[nodiscard]] std::optional<Name> name_in(const Mention& mention) const
    {
        const auto head = head_of(mention);
        if (!head || !is_capital(*head)) {
            return std::nullopt;
        }
        static constexpr auto kHeads =
            std::to_array<std::string_view>({"NOUN", "PROPN", "ADJ", "VERB"});
        if (!is_proper(*head) &&
            !(mention.linked && *head > 0 && contains(kHeads, words_[*head].upos))) {
            return std::nullopt;
        }
        const Edges edges = edges_inside(mention);
        Name name{*head, *head + 1, {}};
        while (extend_left(mention, edges, name)) {
        }
        while (extend_right(mention, edges, name)) {
        }
        trim(mention, *head, name);
        return name.first < name.last ? std::optional{name} : std::nullopt;
    }

    bool extend_left(const Mention& mention, const Edges& edges, Name& name) const
    {
        if (name.first == mention.first) {
            return false;
        }
        std::size_t at = name.first - 1;
        if (is_core(at)) {
            name.first = at;
            return true;
        }
        std::size_t joint = 0;
        while (joint < kLongestJoint && at > mention.first && is_inner(mention, words_[at].form)) {
            --at;
            ++joint;
        }
        if (joint > 0 && is_core(at) && is_proper(at) && joins(edges, at, name.first)) {
            name.first = at;
            return true;
        }
        return false;
    }

    bool extend_right(const Mention& mention, const Edges& edges, Name& name) const
    {
        if (name.last == mention.last) {
            return false;
        }
        std::size_t at = name.last;
        const bool numbered = words_[at].upos == "NUM" && words_[at].head == at - 1 &&
                              mention.type != "person" && mention.type != "place";
        if (is_core(at) || numbered) {
            name.last = at + 1;
            return true;
        }
        std::size_t joint = 0;
        while (joint < kLongestJoint && at < mention.last && is_inner(mention, words_[at].form)) {
            ++at;
            ++joint;
        }
        if (joint > 0 && at < mention.last && is_core(at) && is_proper(at) &&
            joins(edges, name.last - 1, at)) {
            name.last = at + 1;
            return true;
        }
        return false;
    }

    /// Takes articles, titles and stray marks off the ends.
    void trim(const Mention& mention, std::size_t head, Name& name) const
    {
        while (name.first < head && words_[name.first].upos == "DET") {
            ++name.first;
        }
        if (mention.type == "person" || mention.type == "animal") {
            for (std::size_t i = name.last - 1; i-- > name.first;) {
                if (is_title(i)) {
                    name.first = i + 1;
                    break;
                }
            }
            while (name.first + 1 < name.last && is_demonym(name.first) &&
                   words_[name.first].upos == "ADJ") {
                ++name.first;
            }
        }
        static constexpr auto kMarks = std::to_array<std::string_view>({",", ".", "-"});
        while (name.last > name.first && (contains(kMarks, words_[name.last - 1].form) ||
                                          is_possessive(words_[name.last - 1].form))) {
            --name.last;
        }
        while (name.first < name.last && (contains(kMarks, words_[name.first].form) ||
                                          is_possessive(words_[name.first].form))) {
            ++name.first;
        }
    }

    [[nodiscard]] std::string_view type_of(const Mention& mention, const Name& name) const
    {
        const std::size_t size = name.last - name.first;
        const Hints whole = lists_.whole(Forms{forms_}.subspan(name.first, size));
        const bool person = mention.type == "person" || mention.type == "animal";
        if (has(whole, Hint::people)) {
            return "NORP";
        }
        if (person) {
            if (mention.type == "animal" && mention.linked) {
                return "MISC";
            }
            if (words_[name.last - 1].xpos == "NNPS") {
                return size == 1 ? "NORP" : std::string_view{};
            }
            return size == 1 && is_title(name.first) ? std::string_view{} : "PERSON";
        }
        if (has(whole, Hint::country)) {
            return "GPE";
        }
        if (mention.type == "organization") {
            return "ORG";
        }
        if (mention.type == "place") {
            return place_type(name, whole);
        }
        if (mention.type == "event") {
            return "EVENT";
        }
        return mention.type == "object" || mention.type == "abstract" ? "MISC" : std::string_view{};
    }

    [[nodiscard]] std::string_view place_type(const Name& name, Hints whole) const
    {
        if (has(whole, Hint::place)) {
            return "GPE";
        }
        const Hints outer = hints_[name.first] | hints_[name.last - 1];
        if (has(hints_[name.last - 1], Hint::facility_word)) {
            return "FAC";
        }
        return has(whole, Hint::landform) || has(outer, Hint::landform_word) ? "LOC" : "GPE";
    }

    void put(const Name& name)
    {
        for (std::size_t i = name.first; i < name.last; ++i) {
            if (labels_[i] != "O") {
                return;
            }
        }
        put_label(labels_, name.first, name.last, name.type);
    }

    /// GUM does not mark modifiers: "the Kenyan economy".
    void label_peoples()
    {
        for (std::size_t i = 0; i < words_.size(); ++i) {
            const std::string& upos = words_[i].upos;
            if (labels_[i] == "O" && (upos == "ADJ" || upos == "PROPN" || upos == "NOUN") &&
                (is_demonym(i) || is_unlisted_demonym(i))) {
                labels_[i] = "B-NORP";
            }
        }
    }

    /// A capitalised adjective within the sentence before a plain noun: "the Formosan bear".
    [[nodiscard]] bool is_unlisted_demonym(std::size_t i) const
    {
        const Word& word = words_[i];
        if (i == 0 || word.xpos != "JJ" || word.relation != "amod" || word.form.size() < 5 ||
            !is_capital(i) || is_capital(i - 1) || (i + 1 < words_.size() && is_capital(i + 1))) {
            return false;
        }
        const char before = words_[i - 1].form.front();
        if (before < 'a' || before > 'z') {
            return false;
        }
        static constexpr auto kEndings =
            std::to_array<std::string_view>({"an", "ese", "ish", "ic"});
        return std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view ending) {
            return std::string_view{word.form}.ends_with(ending);
        });
    }

    const std::vector<Word>& words_;
    const NameLists& lists_;
    std::vector<Mention> mentions_;
    std::vector<std::string_view> forms_;
    std::vector<Hints> hints_;
    std::vector<std::string> labels_;
};

} // namespace

bool has_mentions(const Document& document)
{
    return std::any_of(
        document.sentences.begin(), document.sentences.end(), [](const TreebankSentence& sentence) {
            return std::any_of(sentence.words.begin(), sentence.words.end(), [](const Word& word) {
                return !misc_value(word.misc, "Entity").empty();
            });
        });
}

std::vector<std::string> entity_labels(const TreebankSentence& sentence, const NameLists& lists)
{
    return Labeller{sentence, lists}.run();
}

} // namespace entente::language::training
