// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/dictionary_rows.hpp"

#include "core/text.hpp"
#include "extractors/actors/cameo_codes.hpp"
#include "extractors/actors/name_spelling.hpp"
#include "extractors/actors/petrarch_dictionary.hpp"
#include "extractors/language/tokenizer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

namespace entente::actors {

namespace {

constexpr DateRange kAlways{Day{std::chrono::year{1} / 1 / 1},
                            Day{std::chrono::year{9999} / 12 / 31}};
constexpr std::size_t kMostNounWords = 2; ///< of an agent: Gazetteer::sector_of_noun()

/// Sectors in which people serve; groups have names that hold for a time too.
constexpr std::array<std::string_view, 7> kServed{"GOV", "ELI", "LEG", "JUD", "MIL", "OPP", "SPY"};

/// The days outside of all `terms`.
std::vector<DateRange> gaps_between(std::vector<DateRange> terms)
{
    std::sort(terms.begin(), terms.end());
    std::vector<DateRange> gaps;
    Day from = kAlways.from;
    for (const DateRange& term : terms) {
        if (from < term.from) {
            gaps.push_back({from, term.from});
        }
        from = std::max(from, term.to);
    }
    if (from < kAlways.to) {
        gaps.push_back({from, kAlways.to});
    }
    return gaps;
}

/// One dictionary on its way into our terms.
class Translation {
public:
    Translation(std::string_view file, const Gazetteer& known, const CameoCodes& codes)
        : file_{file}
        , known_{known}
        , codes_{codes}
        , spelling_{known}
    {}

    void add(const PetrarchActor& actor)
    {
        std::vector<std::string> names;
        for (const std::string& name : actor.names) {
            for (std::string& one : spelling_.of(name)) {
                names.push_back(std::move(one));
            }
        }
        const bool dated = std::any_of(actor.codes.begin(), actor.codes.end(),
                                       [](const auto& code) { return code.term.has_value(); });
        if (dated) {
            add_terms(actor, names);
        } else if (const PetrarchCode& code = actor.codes.front(); code.code.empty()) {
            std::copy_if(names.begin(), names.end(), std::back_inserter(rows_.phrases),
                         [this](const std::string& name) { return meanings(name).empty(); });
        } else if (const auto meant = actor_of(code, names)) {
            add_always(*meant, code, names);
        }
    }

    void add(const PetrarchAgent& agent)
    {
        const std::string_view sector = codes_.sector_of(agent.code);
        if (sector.empty()) {
            if (!agent.code.empty()) {
                note_unknown(agent.code, agent.line);
            }
            return;
        }
        for (const std::string& noun : agent.nouns) {
            std::string key;
            const std::vector<std::string> words = language::split_words(noun);
            for (const std::string& word : words) {
                key += (key.empty() ? "" : " ") + text::fold(word);
            }
            if (words.size() > kMostNounWords) {
                ++long_nouns_;
            } else {
                rows_.nouns.emplace_back(std::move(key), sector);
            }
        }
    }

    DictionaryRows take(Diagnostics* diagnostics)
    {
        if (diagnostics != nullptr && unknown_count_ > 0) {
            diagnostics->warning(
                Error{ErrorCode::bad_dataset,
                      fmt::format("parts of codes that are not known: {}, the first \"{}\"; an "
                                  "actor without another part has a code by its name",
                                  unknown_count_, unknown_)}
                    .at(file_, unknown_line_)
                    .hint("codes that are known: datasets/ontology/cameo_actors.tsv"));
        }
        if (diagnostics != nullptr && long_nouns_ > 0) {
            diagnostics->note(
                Error{ErrorCode::bad_dataset,
                      fmt::format("agents of more than two words, left out: {}", long_nouns_)}
                    .at(file_)
                    .hint("nothing need be done where the last words say enough"));
        }
        return std::move(rows_);
    }

private:
    [[nodiscard]] std::span<const NameMeaning> meanings(const std::string& name) const
    {
        const std::vector<std::string> words = language::split_words(name);
        const std::vector<std::string_view> views{words.begin(), words.end()};
        const NameMatch match = known_.longest_match(views);
        return match.words == views.size() ? match.meanings : std::span<const NameMeaning>{};
    }

    [[nodiscard]] bool is_person(const std::string& name) const
    {
        const auto all = meanings(name);
        return std::any_of(all.begin(), all.end(), [](const NameMeaning& meaning) {
            return meaning.kind == NameKind::person;
        });
    }

    /// Whether a name means the actor, or a part of it, already: as name, people, seat or place.
    [[nodiscard]] bool is_known(const std::string& name, const ActorCode& code) const
    {
        const auto all = meanings(name);
        return std::any_of(all.begin(), all.end(), [&](const NameMeaning& meaning) {
            return meaning.kind != NameKind::person &&
                   known_.entries()[meaning.entry].actor.code.principal() == code.principal();
        });
    }

    /// Whose own name one of the names is.
    [[nodiscard]] const Entry* bearer(const std::vector<std::string>& names) const
    {
        for (const std::string& name : names) {
            for (const NameMeaning& meaning : meanings(name)) {
                if (meaning.kind == NameKind::name) {
                    return &known_.entries()[meaning.entry];
                }
            }
        }
        return nullptr;
    }

    void note_unknown(std::string_view part, std::uint64_t line)
    {
        if (unknown_count_++ == 0) {
            unknown_ = part;
            unknown_line_ = line;
        }
    }

    /// Whom a code means; nobody where neither code nor name gives a code of ours.
    std::optional<Actor> actor_of(const PetrarchCode& code, const std::vector<std::string>& names)
    {
        const auto is_state = [this](std::string_view part) {
            const auto parsed = ActorCode::parse(part);
            const Entry* entry = parsed ? known_.find(*parsed) : nullptr;
            return entry != nullptr && entry->actor.kind == ActorKind::state;
        };
        const CameoMeaning meaning = codes_.meaning_of(code.code, is_state);
        if (!meaning.unknown.empty()) {
            note_unknown(meaning.unknown, code.line);
        }
        const auto principal = ActorCode::parse(meaning.principal);
        if (const Entry* entry = principal ? known_.find(*principal) : nullptr) {
            Actor actor = entry->actor;
            if (actor.kind == ActorKind::state && !meaning.sector.empty()) {
                actor.code = actor.code.with_sector(meaning.sector);
            }
            return actor;
        }
        if (const Entry* entry = bearer(names)) {
            return entry->actor;
        }
        const auto own = ActorCode::parse(slug_of(names.front()));
        return own ? std::optional{Actor{*own, names.front(), meaning.kind}} : std::nullopt;
    }

    void add_row(const Actor& actor, std::vector<std::string> names, const PetrarchCode& code,
                 NameKind kind, std::optional<DateRange> term)
    {
        if (names.empty()) {
            return;
        }
        DictionaryRow row{actor, kind, std::move(names), std::nullopt,
                          fmt::format("{}:{}", file_, code.line)};
        if (term) {
            row.office =
                Office{row.names.front(), fmt::format("{} in {}", code.code, row.origin), *term};
        }
        rows_.names.push_back(std::move(row));
    }

    /// A code without a date. Someone who is known to hold offices holds this one at all times,
    /// where our tables have no other.
    void add_always(const Actor& actor, const PetrarchCode& code,
                    const std::vector<std::string>& names)
    {
        std::vector<std::string> own;
        std::vector<std::string> persons;
        for (const std::string& name : names) {
            if (!is_known(name, actor.code)) {
                (is_person(name) ? persons : own).push_back(name);
            }
        }
        add_row(actor, std::move(own), code, NameKind::name, std::nullopt);
        add_row(actor, std::move(persons), code, NameKind::person, kAlways);
    }

    /// Codes with dates, and the first without one for all other days.
    void add_terms(const PetrarchActor& actor, const std::vector<std::string>& names)
    {
        std::vector<std::pair<PetrarchCode, DateRange>> terms;
        std::vector<DateRange> ranges;
        for (const PetrarchCode& code : actor.codes) {
            if (code.term) {
                terms.emplace_back(code, *code.term);
                ranges.push_back(*code.term);
            }
        }
        const auto otherwise = std::find_if(actor.codes.begin(), actor.codes.end(),
                                            [](const auto& code) { return !code.term; });
        if (otherwise != actor.codes.end()) {
            for (const DateRange& gap : gaps_between(std::move(ranges))) {
                terms.emplace_back(*otherwise, gap);
            }
        }
        std::vector<std::optional<Actor>> actors;
        bool serves = false;
        for (const auto& [code, term] : terms) {
            actors.push_back(code.code.empty() ? std::nullopt : actor_of(code, names));
            const std::string_view sector =
                actors.back() ? actors.back()->code.sector() : std::string_view{};
            serves = serves || std::find(kServed.begin(), kServed.end(), sector) != kServed.end();
        }
        const bool person = serves && bearer(names) == nullptr;
        for (std::size_t i = 0; i < terms.size(); ++i) {
            if (actors[i]) {
                add_row(*actors[i], names, terms[i].first,
                        person ? NameKind::person : NameKind::name, terms[i].second);
            }
        }
    }

    std::string file_;
    const Gazetteer& known_;
    const CameoCodes& codes_;
    NameSpelling spelling_;
    DictionaryRows rows_;
    std::string unknown_; ///< the first part of a code that says nothing
    std::uint64_t unknown_line_ = 0;
    std::size_t unknown_count_ = 0;
    std::size_t long_nouns_ = 0;
};

void report_faults(const PetrarchDictionary& dictionary, std::string_view file,
                   Diagnostics* diagnostics)
{
    if (diagnostics == nullptr) {
        return;
    }
    for (const Error& fault : dictionary.faults) {
        diagnostics->warning(fault);
    }
    if (const std::size_t more = dictionary.fault_count - dictionary.faults.size(); more > 0) {
        diagnostics->warning(Error{ErrorCode::bad_dataset,
                                   fmt::format("other lines that were passed over: {}", more)}
                                 .at(std::string{file})
                                 .hint("mend the lines above to see the next"));
    }
}

} // namespace

Result<DictionaryRows> read_dictionary(const extractors::Table& table, const Gazetteer& known,
                                       Diagnostics* diagnostics)
{
    const auto codes = CameoCodes::load();
    if (!codes) {
        return codes.error();
    }
    const PetrarchDictionary dictionary = parse_petrarch_dictionary(table.text(), table.name);
    if (dictionary.actors.empty() && dictionary.agents.empty()) {
        Error nothing{ErrorCode::bad_dataset, "no line of this dictionary can be read"};
        return dictionary.faults.empty()
                   ? std::move(nothing).at(table.name).hint("write NAME [CODE], one a line")
                   : Error{dictionary.faults.front()};
    }
    report_faults(dictionary, table.name, diagnostics);
    Translation translation{table.name, known, *codes};
    for (const PetrarchActor& actor : dictionary.actors) {
        translation.add(actor);
    }
    for (const PetrarchAgent& agent : dictionary.agents) {
        translation.add(agent);
    }
    return translation.take(diagnostics);
}

} // namespace entente::actors
