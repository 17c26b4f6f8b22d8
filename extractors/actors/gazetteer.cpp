// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/gazetteer.hpp"

#include "core/text.hpp"
#include "core/tsv.hpp"
#include "extractors/actors/dictionary_rows.hpp"
#include "extractors/actors/petrarch_dictionary.hpp"
#include "extractors/embedded.hpp"
#include "extractors/language/tokenizer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace entente::actors {

namespace {

/// Letters and single blanks, which need no tokenizer.
bool is_plain(std::string_view name)
{
    char before = ' ';
    for (const char c : name) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && (c != ' ' || before == ' ')) {
            return false;
        }
        before = c;
    }
    return before != ' ';
}

bool is_ascii(std::string_view word)
{
    return std::all_of(word.begin(), word.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
}

bool is_all_capitals(std::string_view word)
{
    return word.size() > 3 && text::fold(word) != word &&
           std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// "ISLAMABAD" → "Islamabad".
std::string title_case(std::string_view word)
{
    std::string out = text::fold(word);
    if (!out.empty() && out.front() >= 'a' && out.front() <= 'z') {
        out.front() = static_cast<char>(out.front() - 'a' + 'A');
    }
    return out;
}

Error bad_kind(std::string_view kind)
{
    return Error{ErrorCode::bad_dataset, fmt::format("\"{}\" is no kind", kind)}.hint(
        "write state, organisation, region, group, party, company or population");
}

Result<Day> parse_term_edge(std::string_view text, bool end)
{
    if (text.empty()) {
        return end ? Day{std::chrono::year{9999} / 12 / 31} : Day{std::chrono::year{1} / 1 / 1};
    }
    const auto date = PartialDate::parse(text);
    if (!date) {
        return date.error();
    }
    return date->range().from;
}

} // namespace

/// Fills a gazetteer row by row.
struct Gazetteer::Builder {
    explicit Builder(Gazetteer& gazetteer)
        : out{gazetteer}
    {}

    Gazetteer& out;
    std::vector<std::string> cut_;        ///< of the name being added
    std::vector<std::string_view> words_; ///< the same

    /// A name with diacritics goes without them, too.
    void add_name(std::string_view name, NameMeaning meaning)
    {
        add_spelling(name, meaning);
        if (!is_ascii(name)) {
            add_spelling(text::without_marks(name), meaning);
        }
    }

    void add_spelling(std::string_view name, const NameMeaning& meaning)
    {
        with_words(
            name, [&](std::span<const std::string_view> words) { out.names_.add(words, meaning); });
    }

    /// A phrase that only looks like a name.
    void add_mask(std::string_view phrase)
    {
        with_words(phrase, [&](std::span<const std::string_view> words) { out.names_.add(words); });
    }

    /// Calls `use` with the words of a name as the tokenizer cuts them, if there are any.
    template <typename Use>
    void with_words(std::string_view name, const Use& use)
    {
        cut_.clear();
        words_.clear();
        if (is_plain(name)) {
            for (std::size_t begin = 0; begin <= name.size();) {
                const std::size_t end = std::min(name.find(' ', begin), name.size());
                words_.push_back(name.substr(begin, end - begin));
                begin = end + 1;
            }
        } else {
            cut_ = language::split_words(name);
            words_.assign(cut_.begin(), cut_.end());
        }
        if (!words_.empty()) {
            use(words_);
        }
    }

    std::size_t entry_of(const ActorCode& code, std::string_view name, ActorKind kind)
    {
        const auto [at, fresh] = out.by_code_.try_emplace(code.text(), out.entries_.size());
        if (fresh) {
            Entry entry;
            entry.actor = {code, std::string{name}, kind};
            entry.existed = {*parse_term_edge({}, false), *parse_term_edge({}, true)};
            out.entries_.push_back(std::move(entry));
        }
        return at->second;
    }

    Status actor_row(const TsvRow& row, std::string_view file)
    {
        const auto code = ActorCode::parse(row["code"]);
        if (!code) {
            return code.error();
        }
        const auto kind = parse_actor_kind(row["kind"]);
        if (!kind) {
            return bad_kind(row["kind"]);
        }
        if (row["name"].empty()) {
            return Error{ErrorCode::bad_dataset, "the name is missing"}.hint(
                "fill the column \"name\"");
        }
        const std::size_t index = entry_of(*code, principal_name(*code, row["name"]), *kind);
        Entry& entry = out.entries_[index];
        if (entry.origin.empty()) {
            entry.origin = fmt::format("{}:{}", file, row.line());
        }
        if (Status existed = existence(row, entry); !existed) {
            return existed;
        }
        entry.names.emplace_back(row["name"]);
        add_name(row["name"], {index, NameKind::name});
        add_all(row.list("names"), entry.names, {index, NameKind::name});
        add_all(row.list("adjectives"), entry.adjectives, {index, NameKind::adjective});
        add_all(row.list("seats"), entry.seats, {index, NameKind::seat});
        add_all(row.list("places"), entry.places, {index, NameKind::place});
        return {};
    }

    /// From when to when there was such an actor, and where its name is heard.
    static Status existence(const TsvRow& row, Entry& entry)
    {
        if (!row["home"].empty()) {
            entry.home = row["home"];
        }
        if (row["from"].empty() && row["to"].empty()) {
            return {};
        }
        const auto from = parse_term_edge(row["from"], false);
        const auto to = parse_term_edge(row["to"], true);
        if (!from || !to) {
            return !from ? from.error() : to.error();
        }
        entry.existed = {*from, *to};
        return {};
    }

    /// A sector's row carries the organ's own name; the actor shown is the state.
    [[nodiscard]] std::string principal_name(const ActorCode& code, std::string_view name) const
    {
        if (!code.sector().empty()) {
            if (const Entry* whole = out.find(code.whole()); whole != nullptr) {
                return whole->actor.name;
            }
        }
        return std::string{name};
    }

    void add_all(const std::vector<std::string_view>& values, std::vector<std::string>& into,
                 NameMeaning meaning)
    {
        for (const std::string_view value : values) {
            into.emplace_back(value);
            add_name(value, meaning);
        }
    }

    Status office_row(const TsvRow& row)
    {
        const auto code = ActorCode::parse(row["code"]);
        const auto from = parse_term_edge(row["from"], false);
        const auto to = parse_term_edge(row["to"], true);
        if (!code || !from || !to) {
            return !code ? code.error() : (!from ? from.error() : to.error());
        }
        const Entry* whole = out.find(code->whole());
        const std::size_t entry =
            entry_of(*code, whole != nullptr ? whole->actor.name : std::string{code->principal()},
                     whole != nullptr ? whole->actor.kind : ActorKind::state);
        const std::size_t office = out.offices_.size();
        out.offices_.push_back(
            {std::string{row["person"]}, std::string{row["office"]}, {*from, *to}, entry});
        add_name(row["person"], {entry, NameKind::person, office});
        for (const std::string_view name : row.list("names")) {
            add_name(name, {entry, NameKind::person, office});
        }
        return {};
    }

    Status title_row(const TsvRow& row)
    {
        add_title(row["title"], row["sector"]);
        for (const std::string_view name : row.list("names")) {
            add_title(name, row["sector"]);
        }
        for (const std::string_view other : row.list("also")) {
            out.other_titles_[text::fold(row["title"])].emplace_back(other);
        }
        return {};
    }

    /// Words as the tokenizer cuts them: "vice - president".
    void add_title(std::string_view title, std::string_view sector)
    {
        std::string key;
        for (const std::string& word : language::split_words(title)) {
            key += (key.empty() ? "" : " ") + text::fold(word);
        }
        out.sectors_by_title_.emplace(std::move(key), sector);
    }

    Status description_row(const TsvRow& row)
    {
        Description& description = out.descriptions_[std::string{row["noun"]}];
        for (const std::string_view name : row.list("kinds")) {
            const auto kind = parse_actor_kind(name);
            if (!kind) {
                return bad_kind(name);
            }
            description.kinds.push_back(*kind);
        }
        const auto read = [&row](std::string_view column, std::vector<std::string>& into) {
            for (const std::string_view text : row.list(column)) {
                const auto code = ActorCode::parse(text);
                if (!code) {
                    return Status{code.error()};
                }
                into.emplace_back(code->principal());
            }
            return Status{};
        };
        if (Status codes = read("codes", description.principals); !codes) {
            return codes;
        }
        return read("beside", description.beside);
    }

    /// The header tells what a table is about.
    Status table(const extractors::Table& table)
    {
        const std::string_view name = table.name;
        const std::string_view header = header_of(table.text());
        const auto has = [&](std::string_view column) {
            const auto columns = text::split(header, '\t');
            return std::find(columns.begin(), columns.end(), column) != columns.end();
        };
        if (has("person")) {
            return read_tsv(table.text(), name, {"person", "code", "office", "from", "to"},
                            [&](const TsvRow& row) { return office_row(row); });
        }
        if (has("title")) {
            return read_tsv(table.text(), name, {"title", "sector"},
                            [&](const TsvRow& row) { return title_row(row); });
        }
        if (has("phrase")) {
            return read_tsv(table.text(), name, {"phrase"}, [&](const TsvRow& row) {
                const std::string_view phrase = row["phrase"];
                if (row["kind"] == "origin" && phrase.starts_with("* -")) {
                    out.origins_.emplace(phrase.substr(3));
                } else if (phrase.starts_with("* ")) {
                    out.masks_behind_.emplace(phrase.substr(2));
                } else if (phrase.ends_with(" *")) {
                    out.masks_before_.emplace(phrase.substr(0, phrase.size() - 2));
                } else {
                    add_mask(phrase);
                }
                return Status{};
            });
        }
        if (has("role")) {
            return read_tsv(table.text(), name, {"word", "role"}, [&](const TsvRow& row) {
                const std::string_view role = row["role"];
                auto& words = role == "to"      ? out.ways_
                              : role == "at"    ? out.place_verbs_
                              : role == "thing" ? out.things_
                              : role == "named" ? out.named_things_
                                                : out.scene_nouns_;
                words.emplace(row["word"]);
                return Status{};
            });
        }
        if (has("kinds")) {
            return read_tsv(table.text(), name, {"noun", "kinds", "codes"},
                            [&](const TsvRow& row) { return description_row(row); });
        }
        if (has("noun")) {
            return read_tsv(table.text(), name, {"noun", "sector"}, [&](const TsvRow& row) {
                out.sectors_by_noun_.emplace(row["noun"], row["sector"]);
                return Status{};
            });
        }
        return read_tsv(table.text(), name, {"code", "kind", "name"},
                        [&](const TsvRow& row) { return actor_row(row, name); });
    }

    /// A user's dictionary of PETRARCH or TABARI.
    Status dictionary(const extractors::Table& table, Diagnostics* diagnostics)
    {
        const auto rows = read_dictionary(table, out, diagnostics);
        if (!rows) {
            return rows.error();
        }
        for (const DictionaryRow& row : rows->names) {
            dictionary_row(row);
        }
        for (const std::string& phrase : rows->phrases) {
            add_mask(phrase);
        }
        for (const auto& [noun, sector] : rows->nouns) {
            out.sectors_by_noun_.emplace(noun, sector);
        }
        return {};
    }

    void dictionary_row(const DictionaryRow& row)
    {
        NameMeaning meaning{entry_of(row.actor.code, row.actor.name, row.actor.kind), row.kind};
        Entry& entry = out.entries_[meaning.entry];
        if (entry.origin.empty()) {
            entry.origin = row.origin;
        }
        if (row.office) {
            meaning.office = out.offices_.size();
            out.offices_.push_back(*row.office);
            out.offices_.back().entry = meaning.entry;
        }
        for (const std::string& name : row.names) {
            if (meaning.kind != NameKind::person) {
                entry.names.push_back(name);
            }
            add_name(name, meaning);
        }
    }

    /// The first line that is no comment.
    static std::string_view header_of(std::string_view text)
    {
        while (!text.empty()) {
            const std::string_view line = text.substr(0, text.find('\n'));
            if (!line.empty() && line.front() != '#' && line.front() != '\r') {
                return line.substr(0, line.find('\r'));
            }
            text.remove_prefix(std::min(line.size() + 1, text.size()));
        }
        return {};
    }
};

Result<Gazetteer> Gazetteer::load(const std::vector<std::string>& extra_files,
                                  Diagnostics* diagnostics)
{
    Gazetteer gazetteer;
    Builder builder{gazetteer};
    std::vector<extractors::Table> tables = extractors::builtin_tables("actors/");
    // States first: the rows of sectors and offices take their names from them.
    std::stable_sort(tables.begin(), tables.end(), [](const auto& left, const auto& right) {
        return (left.name == "actors/states.tsv") > (right.name == "actors/states.tsv");
    });
    for (extractors::Table& table : extractors::builtin_tables("offices/")) {
        tables.push_back(std::move(table));
    }
    for (const std::string& file : extra_files) {
        auto table = extractors::read_table(file);
        if (!table) {
            return table.error();
        }
        tables.push_back(std::move(*table));
    }
    for (const extractors::Table& table : tables) {
        const bool dictionary = table.compiled.empty() && is_petrarch_dictionary(table.text());
        if (dictionary) {
            gazetteer.names_.freeze(); // it is read beside what is known
        }
        Status added = dictionary ? builder.dictionary(table, diagnostics) : builder.table(table);
        if (!added) {
            return added.error();
        }
    }
    gazetteer.names_.freeze();
    return gazetteer;
}

NameMatch Gazetteer::longest_match(std::span<const std::string_view> words) const
{
    if (words.empty()) {
        return {};
    }
    NameMatch best = match_spelled(words, [](std::string_view word) { return word; });
    if (is_all_capitals(words.front())) {
        const NameMatch shouted = match_spelled(words, [](std::string_view word) {
            return is_all_capitals(word) ? title_case(word) : std::string{word};
        });
        best = shouted.words > best.words ? shouted : best;
    }
    if (!is_ascii(words.front())) {
        const NameMatch plain =
            match_spelled(words, [](std::string_view word) { return text::without_marks(word); });
        best = plain.words > best.words ? plain : best;
    }
    return best;
}

/// The longest match of words that are spelled anew before they are looked up.
template <typename Spell>
NameMatch Gazetteer::match_spelled(std::span<const std::string_view> words,
                                   const Spell& spell) const
{
    const std::size_t longest = names_.longest(spell(words.front()));
    if (longest == 0) {
        return {};
    }
    std::string key;
    std::vector<std::size_t> ends; // of the keys of one word, two words …
    for (const std::string_view word : words.first(std::min(longest, words.size()))) {
        NameIndex::append_word(key, spell(word));
        ends.push_back(key.size());
    }
    for (std::size_t n = ends.size(); n > 0; --n) {
        const auto [is_name, meanings] = names_.find(std::string_view{key}.substr(0, ends[n - 1]));
        if (is_name) {
            return {n, meanings};
        }
    }
    return {};
}

const Entry* Gazetteer::find(const ActorCode& code) const noexcept
{
    const auto found = by_code_.find(code.text());
    return found == by_code_.end() ? nullptr : &entries_[found->second];
}

std::string_view Gazetteer::sector_of_noun(std::string_view lemma) const
{
    const auto found = sectors_by_noun_.find(std::string{lemma});
    return found == sectors_by_noun_.end() ? std::string_view{} : found->second;
}

bool Gazetteer::may_be_called(std::string_view noun, const ActorCode& code, ActorKind kind) const
{
    const auto found = descriptions_.find(std::string{noun});
    if (found == descriptions_.end()) {
        return false;
    }
    const auto& [kinds, principals, beside] = found->second;
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end() ||
           std::find(principals.begin(), principals.end(), code.principal()) != principals.end();
}

std::vector<std::string> Gazetteer::called(std::string_view noun) const
{
    const auto found = descriptions_.find(std::string{noun});
    return found == descriptions_.end() ? std::vector<std::string>{} : found->second.principals;
}

std::vector<std::string> Gazetteer::called_beside(std::string_view noun) const
{
    const auto found = descriptions_.find(std::string{noun});
    return found == descriptions_.end() ? std::vector<std::string>{} : found->second.beside;
}

std::vector<std::string> Gazetteer::other_titles(std::string_view title) const
{
    const auto found = other_titles_.find(std::string{title});
    return found == other_titles_.end() ? std::vector<std::string>{} : found->second;
}

std::string_view Gazetteer::sector_of_title(std::string_view title) const
{
    const auto found = sectors_by_title_.find(std::string{title});
    return found == sectors_by_title_.end() ? std::string_view{} : found->second;
}

} // namespace entente::actors
