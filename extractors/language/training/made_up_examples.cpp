// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/training/made_up_examples.hpp"

#include "extractors/language/training/example_maker.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace entente::language::training {

MadeUpExamples::MadeUpExamples(EntityExamples source, const std::vector<Example>& examples,
                               const NameLists& names)
    : source_{std::move(source)}
    , names_{names}
{
    for (const Example& example : examples) {
        const bool named = std::any_of(example.entities.begin(), example.entities.end(),
                                       [](const std::string& label) { return label != "O"; });
        if (named) {
            with_names_.push_back(&example);
        }
    }
}

std::vector<Example> MadeUpExamples::make(std::size_t templates, std::size_t swapped)
{
    std::vector<Example> made;
    for (std::size_t i = 0; i < templates; ++i) {
        LabelledWords words = source_.sentence();
        Example& example = made.emplace_back();
        example.forms = std::move(words.forms);
        example.entities = std::move(words.labels);
        set_hints(example, names_);
    }
    for (std::size_t i = 0; i < swapped && !with_names_.empty(); ++i) {
        // A stride that is coprime to any usual size visits them all in turn.
        constexpr std::size_t kStride = 7919;
        at_ = (at_ + kStride) % with_names_.size();
        Example& example = made.emplace_back(*with_names_[at_]);
        source_.swap_names(example.forms, example.xpos, example.entities, names_);
        set_hints(example, names_);
    }
    return made;
}

} // namespace entente::language::training
