// SPDX-License-Identifier: Apache-2.0
#include "core/suggest.hpp"

#include "core/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace entente {

std::size_t edit_distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> before_last(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        before_last.swap(last);
        last.swap(row);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                row[j] = std::min(row[j], before_last[j - 2] + 1);
            }
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
