// SPDX-License-Identifier: Apache-2.0
#include "core/suggest.hpp"

#include "core/text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace entente {

std::size_t edit_distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substitute = diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substitute});
        }
    }
    return row[b.size()];
}

std::optional<std::string> closest(std::string_view word, const std::vector<std::string>& names)
{
    constexpr std::size_t kLongestWord = 100; // keeps hostile input cheap
    if (word.empty() || word.size() > kLongestWord) {
        return std::nullopt;
    }
    const std::string folded = text::fold(word);
    const std::string* best = nullptr;
    std::size_t best_distance = 0;
    for (const std::string& name : names) {
        const std::size_t distance = edit_distance(folded, text::fold(name));
        if (best == nullptr || distance < best_distance) {
            best = &name;
            best_distance = distance;
        }
    }
    const std::size_t allowed = std::max<std::size_t>(1, (word.size() + 1) / 3);
    if (best == nullptr || best_distance > allowed || best_distance >= best->size()) {
        return std::nullopt;
    }
    return *best;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& names,
                         std::string_view otherwise)
{
    const auto near = closest(word, names);
    return near ? fmt::format("did you mean \"{}\"?", *near) : std::string{otherwise};
}

} // namespace entente
