// SPDX-License-Identifier: Apache-2.0
// Who says what stands between quotation marks, as far as the sentence tells.
#pragma once

#include "extractors/language/tree.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace entente::actors {

/// Whether a verb introduces speech: "say", "tell".
[[nodiscard]] bool is_verb_of_saying(std::string_view lemma) noexcept;

/// The quotations of a text with the subjects of the verbs that introduce them.
/// Complexity: linear.
class Quotations {
public:
    Quotations(const language::Analysis& analysis, const language::Tree& tree);

    /// The token that names who says the word `i`, be it in the same sentence, in the one that ends
    /// the quotation or in the one that the quotation goes on from. kRoot outside of quotations and
    /// where nothing tells.
    [[nodiscard]] std::size_t speaker(std::size_t i) const;

private:
    /// Words [first, last) between two marks.
    struct Quotation {
        std::size_t first = 0;
        std::size_t last = 0;
        std::size_t speaker = language::kRoot;
    };

    void find_quotations(const language::Analysis& analysis, const language::Tree& tree);
    void find_speakers(const language::Analysis& analysis, const language::Tree& tree);
    [[nodiscard]] bool is_inside(std::size_t i) const;

    std::vector<Quotation> quotations_; ///< in order
};

} // namespace entente::actors
