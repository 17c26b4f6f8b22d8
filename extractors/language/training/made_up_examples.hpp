// SPDX-License-Identifier: Apache-2.0
// Sentences with other names than the treebanks', so that names are learned rather than a few of
// them by heart.
#pragma once

#include "extractors/language/name_lists.hpp"
#include "extractors/language/training/entity_examples.hpp"
#include "extractors/language/training/example.hpp"

#include <cstddef>
#include <vector>

namespace entente::language::training {

class MadeUpExamples {
public:
    /// \param source   makes the names
    /// \param examples of the treebanks; they and `names` must outlive this object
    MadeUpExamples(EntityExamples source, const std::vector<Example>& examples,
                   const NameLists& names);

    /// Others at each call.
    /// \param templates sentences without a tree
    /// \param swapped   sentences of the treebanks with names of others in them
    [[nodiscard]] std::vector<Example> make(std::size_t templates, std::size_t swapped);

private:
    EntityExamples source_;
    const NameLists& names_;
    std::vector<const Example*> with_names_;
    std::size_t at_ = 0; ///< the last of them that was used
};

} // namespace entente::language::training
