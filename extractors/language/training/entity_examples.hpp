// SPDX-License-Identifier: Apache-2.0
// More sentences with names to learn entities from: templates of news, and other names in the place
// of those of a treebank.
#pragma once

#include "core/result.hpp"
#include "extractors/language/name_lists.hpp"

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::language::training {

/// A sentence without syntax.
struct LabelledWords {
    std::vector<std::string> forms;
    std::vector<std::string> labels; ///< "O", "B-PERSON", …
};

/// Makes up names and sentences. A small treebank tells few names of few countries; made-up ones
/// teach to go by the context.
/// The same seed gives the same sentences.
class EntityExamples {
public:
    /// Reads the tables compiled in. Errors: bad_dataset.
    [[nodiscard]] static Result<EntityExamples> load(std::uint64_t seed);

    /// A sentence as news have them, with names of the lists and invented ones.
    [[nodiscard]] LabelledWords sentence();

    /// Puts another name of the same type in the place of most persons, places and organisations.
    /// Only proper nouns are replaced, one by one, so that tags and tree stay true.
    /// \param xpos,labels of the words of `forms`
    void swap_names(std::vector<std::string>& forms, std::span<const std::string> xpos,
                    std::span<const std::string> labels, const NameLists& lists);

private:
    explicit EntityExamples(std::uint64_t seed)
        : random_{seed}
    {}

    [[nodiscard]] bool chance(unsigned percent) { return random_() % 100 < percent; }

    template <typename List>
    [[nodiscard]] auto pick(const List& list)
    {
        return list[random_() % list.size()];
    }

    [[nodiscard]] std::string name_of(std::string_view type);
    [[nodiscard]] std::string person();
    [[nodiscard]] std::string organisation();
    [[nodiscard]] std::string body();
    [[nodiscard]] std::string place();
    [[nodiscard]] std::string given_name();
    [[nodiscard]] std::string surname();
    [[nodiscard]] std::string invented();
    [[nodiscard]] std::string acronym();

    void swap(std::vector<std::string>& forms, std::span<const std::string> xpos,
              std::string_view type, std::size_t first, std::size_t last, const NameLists& lists);

    std::mt19937_64 random_;
    std::vector<std::string> countries_;
    std::vector<std::string> cities_;
    std::vector<std::string> single_cities_; ///< of one word
    std::vector<std::string> peoples_;
    std::vector<std::string> given_names_;
    std::vector<std::string> surnames_;
    std::vector<std::string> bodies_; ///< "Ministry", "Bank"
};

} // namespace entente::language::training
