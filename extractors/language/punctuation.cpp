// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/punctuation.hpp"

#include "extractors/language/analysis.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace entente::language {

namespace {

/// Opening marks with their closing ones; forms are plain (see Token::form).
constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kBrackets{
    {{"(", ")"}, {"[", "]"}, {"{", "}"}, {"-LRB-", "-RRB-"}, {"``", "''"}}};
/// Marks that open and close alike.
constexpr std::array<std::string_view, 2> kQuotes{"\"", "'"};

std::string_view closing_of(std::string_view opening)
{
    for (const auto& [open, close] : kBrackets) {
        if (open == opening) {
            return close;
        }
    }
    return {};
}

class Attacher {
public:
    Attacher(std::span<const std::string_view> forms, const std::vector<bool>& is_mark,
             std::span<std::size_t> heads)
        : forms_{forms}
        , is_mark_{is_mark}
        , heads_{heads}
        , partner_(forms.size(), kRoot)
    {}

    void run()
    {
        root_ = first_root();
        if (root_ == kRoot) {
            return;
        }
        find_pairs();
        std::size_t last_word = forms_.size();
        while (last_word > 0 && is_mark_[last_word - 1]) {
            --last_word;
        }
        for (std::size_t i = 0; i < forms_.size(); ++i) {
            if (is_mark_[i]) {
                heads_[i] = head_of(i, last_word);
            }
        }
    }

private:
    [[nodiscard]] std::size_t first_root() const
    {
        for (std::size_t i = 0; i < forms_.size(); ++i) {
            if (!is_mark_[i] && heads_[i] == kRoot) {
                return i;
            }
        }
        return kRoot;
    }

    void find_pairs()
    {
        std::vector<std::size_t> open;
        std::array<std::size_t, kQuotes.size()> quote{};
        quote.fill(kRoot);
        for (std::size_t i = 0; i < forms_.size(); ++i) {
            if (!is_mark_[i]) {
                continue;
            }
            if (!closing_of(forms_[i]).empty()) {
                open.push_back(i);
                continue;
            }
            const auto found = std::find(kQuotes.begin(), kQuotes.end(), forms_[i]);
            if (found != kQuotes.end()) {
                std::size_t& before = quote[static_cast<std::size_t>(found - kQuotes.begin())];
                if (before == kRoot) {
                    before = i;
                } else {
                    pair(std::exchange(before, kRoot), i);
                }
                continue;
            }
            close(open, i);
        }
    }

    /// Closes the nearest bracket of this kind; those opened since stay alone.
    void close(std::vector<std::size_t>& open, std::size_t i)
    {
        constexpr std::size_t kDeepest = 20;
        for (std::size_t k = open.size(); k-- > 0 && open.size() - k <= kDeepest;) {
            if (closing_of(forms_[open[k]]) == forms_[i]) {
                pair(open[k], i);
                open.resize(k);
                return;
            }
        }
    }

    void pair(std::size_t one, std::size_t other)
    {
        partner_[one] = other;
        partner_[other] = one;
    }

    [[nodiscard]] std::size_t head_of(std::size_t mark, std::size_t last_word) const
    {
        if (partner_[mark] != kRoot) {
            const std::size_t inside =
                highest_between(std::min(mark, partner_[mark]), std::max(mark, partner_[mark]));
            if (inside != kRoot) {
                return inside;
            }
        }
        return mark >= last_word ? root_ : neighbour_of(mark);
    }

    /// The word between two marks that is nearest to the root, of those whose heads are outside.
    [[nodiscard]] std::size_t highest_between(std::size_t open, std::size_t close) const
    {
        std::size_t best = kRoot;
        std::size_t best_depth = 0;
        for (std::size_t i = open + 1; i < close; ++i) {
            if (is_mark_[i] || (heads_[i] != kRoot && heads_[i] > open && heads_[i] < close)) {
                continue;
            }
            const std::size_t depth = depth_of(i);
            if (best == kRoot || depth < best_depth) {
                best = i;
                best_depth = depth;
            }
        }
        return best;
    }

    [[nodiscard]] std::size_t depth_of(std::size_t word) const
    {
        std::size_t depth = 0;
        for (std::size_t at = word; heads_[at] != kRoot && depth < forms_.size(); at = heads_[at]) {
            ++depth;
        }
        return depth;
    }

    [[nodiscard]] std::size_t neighbour_of(std::size_t mark) const
    {
        std::size_t left = kRoot;
        for (std::size_t i = mark; i-- > 0;) {
            if (!is_mark_[i]) {
                left = i;
                break;
            }
        }
        std::size_t right = mark + 1;
        while (right < forms_.size() && is_mark_[right]) {
            ++right;
        }
        right = right == forms_.size() ? kRoot : right;
        while (left != kRoot && heads_[left] != kRoot && heads_[left] < mark) {
            left = heads_[left];
        }
        while (right != kRoot && heads_[right] != kRoot && heads_[right] > mark) {
            right = heads_[right];
        }
        if (left == kRoot) {
            return right;
        }
        return right != kRoot && is_below(right, left) ? right : left;
    }

    /// Whether the way from `word` to the root leads over `above`.
    [[nodiscard]] bool is_below(std::size_t word, std::size_t above) const
    {
        std::size_t steps = 0;
        for (std::size_t at = word; at != kRoot && steps <= forms_.size(); at = heads_[at]) {
            if (at == above) {
                return true;
            }
            ++steps;
        }
        return false;
    }

    std::span<const std::string_view> forms_;
    const std::vector<bool>& is_mark_;
    std::span<std::size_t> heads_;
    std::vector<std::size_t> partner_; ///< the other one of a pair
    std::size_t root_ = kRoot;
};

} // namespace

void keep_marks_out(std::span<float> scores, const std::vector<bool>& is_mark, std::size_t marks)
{
    constexpr float kUnlikely = -1e8F;
    const std::size_t words = is_mark.size();
    if (marks == 0 || marks == words) {
        return;
    }
    for (std::size_t i = 0; i < words; ++i) {
        float* row = scores.data() + i * (words + 1);
        if (is_mark[i]) {
            row[0] = kUnlikely;
        }
        for (std::size_t k = 0; k < words; ++k) {
            if (is_mark[k]) {
                row[k + 1] = kUnlikely;
            }
        }
    }
}

void attach_punctuation(std::span<const std::string_view> forms, const std::vector<bool>& is_mark,
                        std::span<std::size_t> heads)
{
    Attacher{forms, is_mark, heads}.run();
}

} // namespace entente::language
