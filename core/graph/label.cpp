// SPDX-License-Identifier: Apache-2.0
#include "core/graph/label.hpp"

#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

namespace entente::graph {

namespace {

constexpr double kSeveralWords = 1.5;
constexpr double kNamesMode = 1.25;
/// Shorter words are "of", "to", "in": they add nothing to a label.
constexpr std::size_t kShortestWord = 3;
/// So many letters that a word and a mode share are no accident: "expel" and "expelled".
constexpr std::size_t kShortestStem = 4;

std::string use_key(std::string_view category, std::string_view label)
{
    return fmt::format("{}\n{}", category, label);
}

bool has_several_words(std::string_view label)
{
    const auto words = text::split(label, ' ');
    return std::count_if(words.begin(), words.end(), [](std::string_view word) {
               return text::count_code_points(word) >= kShortestWord;
           }) > 1;
}

/// Whether a word of the label begins like the mode: "expelled diplomats" of `expel`.
bool names_mode(std::string_view label, std::string_view mode)
{
    const auto words = text::split(label, ' ');
    return mode.size() >= kShortestStem &&
           std::any_of(words.begin(), words.end(),
                       [mode](std::string_view word) { return word.starts_with(mode); });
}

} // namespace

Millionths worth(Millionths confidence, Factuality status)
{
    switch (status) {
    case Factuality::actual:
        return confidence;
    case Factuality::planned:
        return confidence * 7 / 10;
    case Factuality::hypothetical:
        return confidence * 4 / 10;
    case Factuality::negated:
        break;
    }
    return confidence / 10;
}

Millionths to_millionths(double confidence)
{
    return std::llround(std::clamp(confidence, 0.0, 1.0) * 1e6);
}

double from_millionths(Millionths value)
{
    return static_cast<double>(value) / 1e6;
}

SourceKey source_key(const store::ArticleRecord& article)
{
    return article.duplicate_group != 0 ? SourceKey{article.duplicate_group, std::string{}}
                                        : SourceKey{0, article.id};
}

std::string_view to_string(Direction direction) noexcept
{
    return direction == Direction::forward    ? "forward"
           : direction == Direction::backward ? "backward"
                                              : "none";
}

bool LabelUse::is_new(std::string_view use, std::string_view pair)
{
    return seen_.insert(text::hash(fmt::format("{}\n\n{}", use, pair))).second;
}

void LabelUse::see(const Mention& mention)
{
    std::string_view first = mention.source.code.principal();
    std::string_view second = mention.target.code.principal();
    if (first == second || mention.label.empty()) {
        return;
    }
    if (second < first) {
        std::swap(first, second);
    }
    const std::string pair = fmt::format("{}\n{}", first, second);
    for (std::string& use :
         std::array{mention.category, use_key(mention.category, mention.label)}) {
        if (is_new(use, pair)) {
            ++pairs_[std::move(use)];
        }
    }
}

double LabelUse::share(std::string_view category, std::string_view label) const
{
    const auto all = pairs_.find(std::string{category});
    const auto some = pairs_.find(use_key(category, label));
    return all == pairs_.end() || some == pairs_.end()
               ? 1.0
               : static_cast<double>(some->second) / static_cast<double>(all->second);
}

void LabelTally::add(const Mention& mention, const SourceKey& source, Direction direction)
{
    if (mention.label.empty()) {
        return;
    }
    Entry& entry = entries_[{mention.category, mention.label}];
    Millionths& best = entry.testimony[source];
    best = std::max(best, worth(to_millionths(mention.confidence), mention.status));
    ++entry.mentions;
    entry.names_mode = entry.names_mode || names_mode(mention.label, mention.mode);
    (direction == Direction::forward    ? entry.forward
     : direction == Direction::backward ? entry.backward
                                        : entry.both_ways) = true;
}

LabelTally::Choice LabelTally::choose(Quad quad, const Ontology& ontology,
                                      const LabelUse& use) const
{
    const std::pair<const std::pair<std::string, std::string>, Entry>* best = nullptr;
    double best_score = 0.0;
    for (const auto& candidate : entries_) {
        const auto& [category, label] = candidate.first;
        const Entry& entry = candidate.second;
        if (ontology.quad(category) != quad) {
            continue;
        }
        Millionths testimony = 0;
        for (const auto& [source, confidence] : entry.testimony) {
            testimony += confidence;
        }
        const double score =
            from_millionths(testimony) * (has_several_words(label) ? kSeveralWords : 1.0) *
            (entry.names_mode ? kNamesMode : 1.0) / (1.0 + use.share(category, label));
        const auto rest = [](const auto& one) {
            return std::tuple{one.first.second.size(), one.first.second, one.first.first};
        };
        if (best == nullptr || score > best_score ||
            (score == best_score && rest(candidate) < rest(*best))) {
            best = &candidate;
            best_score = score;
        }
    }
    if (best == nullptr) {
        return {};
    }
    const Entry& entry = best->second;
    const bool one_way = !entry.both_ways && entry.forward != entry.backward;
    return {best->first.second, !one_way        ? Direction::none
                                : entry.forward ? Direction::forward
                                                : Direction::backward};
}

std::map<std::string, std::size_t> LabelTally::counts() const
{
    std::map<std::string, std::size_t> counts;
    for (const auto& [key, entry] : entries_) {
        counts[key.second] += entry.mentions;
    }
    return counts;
}

} // namespace entente::graph
