// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/training/suffix_rules.hpp"

#include "extractors/language/model_file.hpp"

#include <algorithm>
#include <bit>
#include <limits>

namespace entente::language::training {

namespace {

/// A suffix is kept where it is right for so many words more than a shorter one.
constexpr std::size_t kLeastGain = 2;

constexpr std::size_t kMostInByte = std::numeric_limits<std::uint8_t>::max();
constexpr std::size_t kMostRules = std::numeric_limits<std::uint16_t>::max();

/// Places for each answer, in eighths: the table is at most three quarters full.
constexpr std::size_t kEighthsFull = 6;

bool is_continuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Bytes that both begin with, whole code points.
std::size_t common_prefix(std::string_view a, std::string_view b)
{
    auto common = static_cast<std::size_t>(
        std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
    const auto cuts = [&](std::string_view text) {
        return common < text.size() && is_continuation(text[common]);
    };
    while (common > 0 && (cuts(a) || cuts(b))) {
        --common;
    }
    return common;
}

bool ends_before(const SuffixExample& a, const SuffixExample& b)
{
    return std::lexicographical_compare(a.text.rbegin(), a.text.rend(), b.text.rbegin(),
                                        b.text.rend());
}

} // namespace

std::optional<std::uint16_t> SuffixRules::edit(std::string_view form, std::string_view lemma)
{
    const std::size_t common = common_prefix(form, lemma);
    const std::size_t strip = form.size() - common;
    if (lemma.empty() || strip > kMostInByte || lemma.size() - common > kMostInByte) {
        return std::nullopt;
    }
    return number({static_cast<std::uint8_t>(strip), std::string{lemma.substr(common)},
                   lemmas::LetterCase::keep});
}

std::uint16_t SuffixRules::letter_case(lemmas::LetterCase letter_case)
{
    return number({std::uint8_t{0}, std::string{}, letter_case}).value_or(1);
}

std::optional<std::uint16_t> SuffixRules::number(Parts parts)
{
    if (const auto found = numbers_.find(parts); found != numbers_.end()) {
        return found->second;
    }
    if (rules_.size() == kMostRules) {
        return std::nullopt;
    }
    rules_.push_back(parts);
    const auto number = static_cast<std::uint16_t>(rules_.size());
    numbers_.emplace(std::move(parts), number);
    return number;
}

void SuffixRules::learn(SuffixTopic topic, std::vector<SuffixExample> examples)
{
    if (examples.empty()) {
        return;
    }
    std::sort(examples.begin(), examples.end(), ends_before);
    learn_range(topic, examples, 0, 0);
}

std::uint16_t SuffixRules::best_of(std::span<const SuffixExample> examples, std::size_t depth,
                                   std::uint16_t inherited) const
{
    std::map<std::uint16_t, std::size_t> right;
    for (const SuffixExample& example : examples) {
        right[example.rule] += example.weight;
    }
    std::uint16_t best = inherited;
    std::size_t least = (inherited == 0 ? 0 : right[inherited] + kLeastGain - 1);
    for (const auto& [rule, count] : right) {
        // A rule may only take off what the suffix says is there.
        if (count > least && std::get<0>(rules_[rule - 1U]) <= depth) {
            best = rule;
            least = count;
        }
    }
    return best;
}

void SuffixRules::learn_range(SuffixTopic topic, std::span<const SuffixExample> examples,
                              std::size_t depth, std::uint16_t inherited)
{
    const std::uint16_t best = best_of(examples, depth, inherited);
    if (best != inherited) {
        const std::string_view text = examples.front().text;
        answers_[lemmas::suffix_key(topic.question, topic.group, topic.shape,
                                    text.substr(text.size() - depth))] = best;
    }
    for (std::size_t begin = 0; begin < examples.size();) {
        const std::string& text = examples[begin].text;
        if (text.size() <= depth || depth == lemmas::kLongestSuffix) {
            if (examples[begin].rule != best) {
                add_word(topic, text, examples[begin].rule);
            }
            ++begin;
            continue;
        }
        const char next = text[text.size() - 1 - depth];
        std::size_t end = begin + 1;
        while (end < examples.size() && examples[end].text.size() > depth &&
               examples[end].text[examples[end].text.size() - 1 - depth] == next) {
            ++end;
        }
        learn_range(topic, examples.subspan(begin, end - begin), depth + 1, best);
        begin = end;
    }
}

void SuffixRules::add_word(SuffixTopic topic, std::string_view word, std::uint16_t rule)
{
    answers_[lemmas::word_key(topic.question, topic.group, topic.shape, word)] = rule;
}

void SuffixRules::add_tags(std::uint64_t key, std::uint8_t group)
{
    tags_.emplace(key, group);
}

std::string SuffixRules::section() const
{
    std::vector<lemmas::Rule> rules;
    std::string pool;
    for (const auto& [strip, append, letter_case] : rules_) {
        std::size_t at = pool.find(append);
        if (at == std::string::npos) {
            at = pool.size();
            pool += append;
        }
        rules.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint8_t>(append.size()),
                         strip, letter_case, 0});
    }
    const std::size_t places = std::bit_ceil(answers_.size() * 8 / kEighthsFull + 1);
    std::vector<std::uint32_t> checks(places, 0);
    std::vector<std::uint16_t> answers(places, 0);
    for (const auto& [key, answer] : answers_) {
        std::size_t at = lemmas::place_of(key) & (places - 1);
        while (answers[at] != 0) {
            at = (at + 1) & (places - 1);
        }
        checks[at] = lemmas::check_of(key);
        answers[at] = answer;
    }
    std::vector<std::uint64_t> tag_keys;
    std::vector<std::uint8_t> tag_groups;
    for (const auto& [key, group] : tags_) {
        tag_keys.push_back(key);
        tag_groups.push_back(group);
    }
    SectionWriter writer;
    writer.put(lemmas::kFormat);
    writer.put_array(tag_keys);
    writer.put_array(tag_groups);
    writer.put_array(rules);
    writer.put_text(pool);
    writer.put_array(checks);
    writer.put_array(answers);
    return writer.bytes();
}

} // namespace entente::language::training
