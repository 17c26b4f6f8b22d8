// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/entity_finder.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace entente::language {

namespace {

constexpr std::size_t kLongestName = 12; ///< words of a name that is looked for elsewhere

bool is_capital(std::string_view form)
{
    return !form.empty() && form.front() >= 'A' && form.front() <= 'Z';
}

bool is_acronym(std::string_view form)
{
    return form.size() >= 2 && form.size() <= 8 &&
           std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_word(std::string_view form)
{
    const auto c = form.empty() ? '\0' : form.front();
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80U;
}

/// The marks of an article, read and written as names.
class Article {
public:
    Article(const Analysis& analysis, std::span<const Hints> hints, const NameLists& lists,
            std::vector<EntityMark> marks)
        : tokens_{analysis.tokens}
        , sentences_{analysis.sentences}
        , hints_{hints}
        , lists_{lists}
        , marks_{std::move(marks)}
    {}

    std::vector<Entity> run()
    {
        for (const Sentence& sentence : sentences_) {
            correct_names(sentence);
            mark_listed_names(sentence);
            mark_acronyms(sentence);
        }
        unite();
        std::vector<Entity> entities;
        for (const Sentence& sentence : sentences_) {
            for (const Name& name : names(sentence)) {
                if (name.type != EntityType::misc) {
                    entities.push_back(
                        {name.first, name.last,
                         std::string{to_string(name.type == EntityType::event ? EntityType::misc
                                                                              : name.type)}});
                }
            }
        }
        return entities;
    }

private:
    struct Name {
        std::size_t first;
        std::size_t last;
        EntityType type;

        [[nodiscard]] std::size_t size() const { return last - first; }
    };

    [[nodiscard]] const std::string& form(std::size_t i) const { return tokens_[i].form; }

    [[nodiscard]] bool is_free(std::size_t i) const { return marks_[i].type == EntityType::none; }

    [[nodiscard]] bool continues(std::size_t i) const
    {
        return marks_[i].type != EntityType::none && !marks_[i].begins;
    }

    /// No space between this token and the next.
    [[nodiscard]] bool is_joined(std::size_t i) const
    {
        return i + 1 < tokens_.size() && tokens_[i].bytes.end == tokens_[i + 1].bytes.begin;
    }

    [[nodiscard]] std::vector<Name> names(const Sentence& sentence) const
    {
        std::vector<Name> out;
        for (std::size_t i = sentence.first; i < sentence.last; ++i) {
            if (is_free(i)) {
                continue;
            }
            if (marks_[i].begins || out.empty() || out.back().last != i ||
                out.back().type != marks_[i].type) {
                out.push_back({i, i + 1, marks_[i].type});
            } else {
                out.back().last = i + 1;
            }
        }
        return out;
    }

    void set(std::size_t first, std::size_t last, EntityType type)
    {
        for (std::size_t i = first; i < last; ++i) {
            marks_[i] = {type, type != EntityType::none && i == first};
        }
    }

    [[nodiscard]] Hints listed(std::size_t first, std::size_t last) const
    {
        std::array<std::string_view, kLongestName> words;
        if (last - first > words.size()) {
            return 0;
        }
        for (std::size_t i = first; i < last; ++i) {
            words[i - first] = form(i);
        }
        return lists_.whole({words.data(), last - first});
    }

    void correct_names(const Sentence& sentence)
    {
        for (Name name : names(sentence)) {
            if (name.type == EntityType::person) {
                if (!strip_titles(name)) {
                    continue;
                }
                join_hyphens(sentence, name);
            }
            const std::string& last = form(name.last - 1);
            const bool typed = name.type == EntityType::person || name.type == EntityType::org ||
                               name.type == EntityType::gpe || name.type == EntityType::loc;
            if (typed && name.size() == 1 && lists_.is(last, WordRole::generic_body)) {
                set(name.first, name.last, EntityType::none);
                continue;
            }
            const Hints of_last = hints_[name.last - 1];
            if (name.size() > 1 && name.type != EntityType::org &&
                (typed || name.type == EntityType::misc) && has(of_last, Hint::organisation_word) &&
                !lists_.is(last, WordRole::weak_body)) {
                retype(name, EntityType::org);
            } else if (name.size() > 1 && name.type == EntityType::person &&
                       has(of_last, Hint::facility_word)) {
                retype(name, EntityType::fac);
            }
            trust_lists(name);
        }
    }

    void retype(Name& name, EntityType type)
    {
        name.type = type;
        set(name.first, name.last, type);
    }

    /// "First Lady", "Crown Prince", "Vice-President".
    [[nodiscard]] bool comes_before_titles(std::string_view word) const
    {
        return word == "-" || lists_.is(word, WordRole::before_title);
    }

    /// False where nothing is left of the name.
    bool strip_titles(Name& name)
    {
        const std::size_t first = name.first;
        while (name.first < name.last) {
            const bool title = has(hints_[name.first], Hint::title_word);
            const bool before = comes_before_titles(form(name.first)) && name.first + 1 < name.last;
            if (!title && !before) {
                break;
            }
            ++name.first;
        }
        set(first, name.first, EntityType::none);
        if (name.first < name.last) {
            set(name.first, name.last, EntityType::person);
        }
        return name.first < name.last;
    }

    /// "Park Geun" + "-hye".
    void join_hyphens(const Sentence& sentence, Name& name)
    {
        while (name.last + 1 < sentence.last && form(name.last) == "-" && is_free(name.last) &&
               is_joined(name.last - 1) && is_joined(name.last) && joins(sentence, name)) {
            name.last += 2;
            while (name.last < sentence.last && marks_[name.last].type == EntityType::person &&
                   continues(name.last)) {
                ++name.last;
            }
        }
        set(name.first, name.last, EntityType::person);
    }

    /// Whether the word behind the hyphen belongs to the person before it.
    [[nodiscard]] bool joins(const Sentence& sentence, const Name& name) const
    {
        const std::size_t next = name.last + 1;
        if (is_free(next)) {
            return is_word(form(next)) && !lists_.is(form(next), WordRole::after_hyphen) &&
                   tokens_[next].upos != "VERB" && tokens_[next].upos != "ADP";
        }
        return marks_[next].type == EntityType::person && marks_[next].begins && name.size() > 1 &&
               (next + 1 >= sentence.last || !continues(next + 1));
    }

    /// What a list knows wins over what was guessed, but for persons.
    void trust_lists(Name& name)
    {
        constexpr Hints kMeanings = bit(Hint::country) | bit(Hint::place) | bit(Hint::landform) |
                                    bit(Hint::people) | bit(Hint::organisation) | bit(Hint::leader);
        const Hints hints = listed(name.first, name.last) & kMeanings;
        if (hints == 0) {
            return;
        }
        if (name.type == EntityType::person) {
            if (hints == bit(Hint::organisation)) {
                retype(name, EntityType::org);
            }
        } else if (has(hints, Hint::country)) {
            retype(name, EntityType::gpe);
        } else if (hints == bit(Hint::people)) {
            retype(name, EntityType::norp);
        } else if (hints == bit(Hint::organisation)) {
            retype(name, EntityType::org);
        } else if ((hints & ~(bit(Hint::place) | bit(Hint::landform))) == 0 &&
                   (name.type == EntityType::norp || name.type == EntityType::misc ||
                    name.type == EntityType::event)) {
            retype(name, has(hints, Hint::place) ? EntityType::gpe : EntityType::loc);
        }
    }

    /// Countries, peoples and organisations of the lists that no name covers.
    void mark_listed_names(const Sentence& sentence)
    {
        struct Kind {
            Hint hint;
            Hint inner;
            EntityType type;
        };

        constexpr std::array<Kind, 3> kKinds{
            {{Hint::country, Hint::country_inner, EntityType::gpe},
             {Hint::people, Hint::people_inner, EntityType::norp},
             {Hint::organisation, Hint::organisation_inner, EntityType::org}}};
        constexpr Hints kOthers = bit(Hint::place) | bit(Hint::landform) | bit(Hint::leader);
        for (std::size_t i = sentence.first; i < sentence.last;) {
            const auto* const kind =
                std::find_if(kKinds.begin(), kKinds.end(),
                             [&](const Kind& one) { return has(hints_[i], one.hint); });
            std::size_t last = i + 1;
            if (kind != kKinds.end()) {
                while (last < sentence.last && has(hints_[last], kind->inner)) {
                    ++last;
                }
                const bool ambiguous = last == i + 1 && (hints_[i] & kOthers) != 0;
                if (!ambiguous && has(listed(i, last), kind->hint) && may_mark(sentence, i, last)) {
                    set(i, last, kind->type);
                }
            }
            i = last;
        }
    }

    /// Whether a listed name of these words may be marked without cutting through another name.
    [[nodiscard]] bool may_mark(const Sentence& sentence, std::size_t first, std::size_t last) const
    {
        bool free = true;
        bool partly = false;
        for (std::size_t i = first; i < last; ++i) {
            free = free && is_free(i);
            partly = partly || is_free(i) || (i > first && marks_[i].begins);
        }
        const bool cuts_right = last < sentence.last && continues(last);
        if (free) {
            return last - first > 1 || !lists_.is(form(first), WordRole::weak_people);
        }
        return last - first > 1 && !continues(first) && !cuts_right && partly;
    }

    /// "Organisation of Petroleum Exporting Countries (OPEC)".
    void mark_acronyms(const Sentence& sentence)
    {
        for (const Name& name : names(sentence)) {
            const std::size_t at = name.last + 1;
            if (at + 1 >= sentence.last || form(name.last) != "(" || !is_acronym(form(at)) ||
                (form(at + 1) != ")" && form(at + 1) != "," && form(at + 1) != ";")) {
                continue;
            }
            std::string initials;
            for (std::size_t i = name.first; i < name.last; ++i) {
                if (is_capital(form(i))) {
                    initials += form(i).front();
                }
            }
            if (name.type == EntityType::org || initials == form(at)) {
                set(at, at + 1, name.type);
            }
        }
    }

    /// One name, one type; and names found once are found everywhere.
    void unite()
    {
        std::unordered_map<std::string, std::array<unsigned, kEntityTypes>> votes;
        std::unordered_map<std::string, unsigned> last_words; ///< of persons with two names
        for (const Sentence& sentence : sentences_) {
            for (const Name& name : names(sentence)) {
                ++votes[text_of(name.first, name.last)][static_cast<std::size_t>(name.type)];
                const std::string& last = form(name.last - 1);
                if (name.type == EntityType::person && name.size() > 1 && last.size() > 2 &&
                    is_capital(last)) {
                    ++last_words[last];
                }
            }
        }
        std::unordered_map<std::string, EntityType> types;
        for (auto& [name, count] : votes) {
            const auto last = last_words.find(name);
            if (last != last_words.end() && !is_nation(name)) {
                count[static_cast<std::size_t>(EntityType::person)] += 2 * last->second;
            }
            types[name] = static_cast<EntityType>(std::max_element(count.begin(), count.end()) -
                                                  count.begin());
        }
        for (const Sentence& sentence : sentences_) {
            for (const Name& name : names(sentence)) {
                set(name.first, name.last, types[text_of(name.first, name.last)]);
            }
        }
        for (const auto& [word, count] : last_words) {
            types.try_emplace(word, EntityType::person);
        }
        fill(types);
    }

    [[nodiscard]] bool is_nation(std::string_view word) const
    {
        const Hints hints = lists_.whole({&word, 1});
        return has(hints, Hint::country) || has(hints, Hint::people);
    }

    [[nodiscard]] std::string text_of(std::size_t first, std::size_t last) const
    {
        std::string text = form(first);
        for (std::size_t i = first + 1; i < last; ++i) {
            text += ' ';
            text += form(i);
        }
        return text;
    }

    /// Marks free words that are a name elsewhere in the article.
    void fill(const std::unordered_map<std::string, EntityType>& types)
    {
        std::unordered_map<std::string, std::size_t> longest; ///< by first word
        for (const auto& [name, type] : types) {
            const auto words =
                1 + static_cast<std::size_t>(std::count(name.begin(), name.end(), ' '));
            if (type <= EntityType::norp && is_word(name) &&
                !(name.front() >= 'a' && name.front() <= 'z') && words <= kLongestName) {
                auto& most = longest[name.substr(0, name.find(' '))];
                most = std::max(most, words);
            }
        }
        for (const Sentence& sentence : sentences_) {
            for (std::size_t i = sentence.first; i < sentence.last; ++i) {
                const auto most = is_free(i) ? longest.find(form(i)) : longest.end();
                if (most != longest.end()) {
                    fill_at(sentence, i, most->second, types);
                }
            }
        }
    }

    void fill_at(const Sentence& sentence, std::size_t first, std::size_t longest,
                 const std::unordered_map<std::string, EntityType>& types)
    {
        std::size_t free = 0;
        while (free < longest && first + free < sentence.last && is_free(first + free)) {
            ++free;
        }
        for (std::size_t n = free; n > 0; --n) {
            const auto found = types.find(text_of(first, first + n));
            if (found != types.end() && found->second <= EntityType::norp &&
                (n > 1 || stands_alone(sentence, first))) {
                set(first, first + n, found->second);
                return;
            }
        }
    }

    /// A single word that is no part of a longer row of capitals, nor one by its place alone.
    [[nodiscard]] bool stands_alone(const Sentence& sentence, std::size_t i) const
    {
        if (form(i).size() < 2) {
            return false;
        }
        const bool opens = i == sentence.first || !is_word(form(i - 1));
        if (opens && tokens_[i].upos != "PROPN") {
            return false;
        }
        if (i + 1 < sentence.last && is_capital(form(i + 1))) {
            return false;
        }
        return i == sentence.first || !is_capital(form(i - 1)) ||
               has(hints_[i - 1], Hint::title_word);
    }

    std::span<const Token> tokens_;
    std::span<const Sentence> sentences_;
    std::span<const Hints> hints_;
    const NameLists& lists_;
    std::vector<EntityMark> marks_;
};

} // namespace

EntityFinder::EntityFinder(const std::vector<std::string>& labels)
    : decoder_{labels}
{}

std::vector<Entity> EntityFinder::find(const Analysis& analysis, std::span<const Hints> hints,
                                       std::span<const float> scores, const NameLists& lists) const
{
    const std::size_t words = analysis.tokens.size();
    if (decoder_.width() == 0 || hints.size() < words || scores.size() < words * decoder_.width()) {
        return {};
    }
    return Article{analysis, hints, lists, decoder_.decode(analysis.sentences, words, scores)}
        .run();
}

} // namespace entente::language
