// SPDX-License-Identifier: Apache-2.0
// What the network learns from, one sentence each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace entente::language::training {

/// One sentence to learn from or to measure on. Tags, trees and entities may be empty, each for the
/// whole sentence: then it teaches nothing about them.
struct Example {
    std::vector<std::string> forms; ///< as Token::form
    std::vector<std::string> upos;
    std::vector<std::string> xpos;
    std::vector<std::string> relations;
    std::vector<std::size_t> heads;    ///< in the sentence; kRoot for the root
    std::vector<std::string> entities; ///< "O", "B-PERSON", …
    std::vector<std::uint32_t> hints;  ///< bits of NameLists, a number a word
    unsigned repeat = 1;               ///< seen so many times an epoch
};

/// How an example is changed each time that training sees it; shares from 0 to 1.
struct Variation {
    float word_dropout = 0.2F;  ///< of rare words that are hidden
    float recased = 0.04F;      ///< of sentences in capitals, title case or small letters
    float unpunctuated = 0.04F; ///< of sentences without their last mark
};

} // namespace entente::language::training
