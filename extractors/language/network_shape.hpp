// SPDX-License-Identifier: Apache-2.0
// The sizes of the network and the order of its weights in the model file: what training and
// reading must agree on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace entente::language {

/// Sizes of the layers. Values are stored in the model file in this order.
struct NetworkShape {
    std::uint32_t vector = 100;    ///< numbers in a word vector
    std::uint32_t embedding = 192; ///< what stands for a word before its context is read
    std::uint32_t layers = 3;      ///< recurrent layers, each in both directions
    std::uint32_t state = 128;     ///< numbers of a layer's state, each direction
    std::uint32_t tag = 96;        ///< hidden layer of the part-of-speech tags
    std::uint32_t entity = 64;     ///< hidden layer of the entity labels
    std::uint32_t arc = 96;        ///< space in which heads and dependents meet
    std::uint32_t label = 96;      ///< hidden layer of the dependency labels

    /// What follows a word's context: both directions of the last layer.
    [[nodiscard]] std::size_t context() const { return 2UL * state; }

    /// Numbers that go into a layer.
    [[nodiscard]] std::size_t input(std::size_t layer) const
    {
        return layer == 0 ? embedding : context();
    }

    /// Gates of a layer: candidate, forget, reset and, where the input cannot be passed on as it
    /// is, its projection.
    [[nodiscard]] std::size_t gates(std::size_t layer) const
    {
        return input(layer) == context() ? 3 : 4;
    }

    /// Numbers of all hidden layers that read the context, in the order tag, entity, arc dependent,
    /// arc head, label dependent, label head.
    [[nodiscard]] std::size_t heads() const { return tag + entity + 2UL * arc + 2UL * label; }
};

/// The labels that the outputs stand for, in their order.
struct NetworkLabels {
    std::vector<std::string> upos;
    std::vector<std::string> xpos;
    std::vector<std::string> relations; ///< number 0 is "root"
    std::vector<std::string> entities;  ///< number 0 is "O"; then "B-PERSON", "I-PERSON", …
};

/// Distances between dependent and head are told apart up to this many words to either side.
inline constexpr int kFarthestDistance = 16;
inline constexpr std::size_t kDistances = 2 * kFarthestDistance + 1;

/// \param from,to word numbers in the sentence
[[nodiscard]] constexpr std::size_t distance_bucket(std::size_t from, std::size_t to) noexcept
{
    const auto distance = static_cast<int>(to) - static_cast<int>(from);
    const int capped = distance < -kFarthestDistance
                           ? -kFarthestDistance
                           : (distance > kFarthestDistance ? kFarthestDistance : distance);
    return static_cast<std::size_t>(capped + kFarthestDistance);
}

} // namespace entente::language
