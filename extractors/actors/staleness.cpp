// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/staleness.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <span>

namespace entente::actors {

namespace {

using extractors::ActorSighting;

constexpr std::size_t kFullName = 2; ///< words; one alone may be anybody's

/// The words of a title before a name: "foreign minister" of "Kenyan Foreign Minister Ann Mills".
std::string title_in(std::string_view mention, std::string_view name, const Gazetteer& gazetteer)
{
    const std::size_t end = std::min(mention.find(name), mention.size());
    const std::vector<std::string_view> words =
        text::split(text::trim(mention.substr(0, end)), ' ');
    for (std::size_t first = 0; first < words.size(); ++first) {
        std::string title;
        for (const std::string_view word : std::span{words}.subspan(first)) {
            title += (title.empty() ? "" : " ") + text::fold(word);
        }
        if (!gazetteer.sector_of_title(title).empty() || !gazetteer.sector_of_noun(title).empty()) {
            return title;
        }
    }
    return {};
}

} // namespace

std::string_view to_string(StaleReason reason) noexcept
{
    return reason == StaleReason::ended ? "ended" : "unknown";
}

void Staleness::add(const Article& article, const extractors::Reading& reading)
{
    add_ended(article, reading);
    add_unknown(article, reading);
}

/// Full names of people in office, none of whose terms holds at the article's date.
void Staleness::add_ended(const Article& article, const extractors::Reading& reading)
{
    if (!article.date) {
        return;
    }
    const DateRange date = article.date->range();
    for (const language::Sentence& sentence : reading.analysis.sentences) {
        std::vector<std::string_view> words;
        for (std::size_t i = sentence.first; i < sentence.last; ++i) {
            words.emplace_back(reading.analysis.tokens[i].form);
        }
        for (std::size_t i = 0; i < words.size();) {
            const NameMatch match =
                gazetteer_->longest_match(std::span<const std::string_view>{words}.subspan(i));
            i += std::max<std::size_t>(match.words, 1);
            const Office* last = nullptr;
            const bool in_vain =
                match.words >= kFullName && !match.meanings.empty() &&
                std::all_of(match.meanings.begin(), match.meanings.end(), [&](const auto& one) {
                    if (one.kind != NameKind::person) {
                        return false;
                    }
                    const Office& office = gazetteer_->offices()[one.office];
                    last = last == nullptr || last->term.to < office.term.to ? &office : last;
                    return !office.term.overlaps(date);
                });
            if (!in_vain) {
                continue;
            }
            StaleOffice office;
            office.person = last->person;
            const ActorCode& code = gazetteer_->entries()[last->entry].actor.code;
            const bool over = last->term.to <= date.from;
            office.code = over && !code.sector().empty() ? code.with_sector("ELI") : code;
            office.office = over ? "former " + last->title : std::string{};
            office.from = over ? format_day(last->term.to) : std::string{};
            note(std::move(office), article);
        }
    }
}

/// People who act for a state by what the text says of them alone.
void Staleness::add_unknown(const Article& article, const extractors::Reading& reading)
{
    for (const ActorSighting& sighting : reading.actors) {
        const bool told = sighting.is_person && sighting.office.empty() &&
                          sighting.actor.mention.text.size() > sighting.actor.via.size() &&
                          sighting.actor.via.find(' ') != std::string::npos;
        if (!told) {
            continue;
        }
        StaleOffice office;
        office.reason = StaleReason::unknown;
        office.person = sighting.actor.via;
        office.code = sighting.actor.code;
        office.office = title_in(sighting.actor.mention.text, sighting.actor.via, *gazetteer_);
        if (!office.office.empty()) {
            note(std::move(office), article);
        }
    }
}

void Staleness::note(StaleOffice office, const Article& article)
{
    const std::pair key{office.person, office.code.text()};
    StaleOffice& known = met_.try_emplace(key, std::move(office)).first->second;
    std::string& article_before = last_article_[key];
    if (article_before != article.id || known.articles == 0) {
        ++known.articles;
        article_before = article.id;
    }
    if (article.date) {
        const std::string day = article.date->to_string();
        known.first = known.first.empty() ? day : std::min(known.first, day);
        known.last = std::max(known.last, day);
    }
}

std::vector<StaleOffice> Staleness::offices() const
{
    std::vector<StaleOffice> all;
    for (const auto& [key, office] : met_) {
        all.push_back(office);
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& left, const auto& right) {
        return left.articles > right.articles;
    });
    return all;
}

} // namespace entente::actors
