// SPDX-License-Identifier: Apache-2.0
// The linguistic layers of a text: sentences, words, tags and a dependency tree (UD v2).
#pragma once

#include "core/span.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente::language {

/// Number of the artificial root that a sentence's head hangs from.
inline constexpr std::size_t kRoot = static_cast<std::size_t>(-1);

/// One word. Token numbers count from 0 over the whole text, heads too.
struct Token {
    Span bytes;        ///< in the text
    Span code_points;  ///< in the text
    std::string form;  ///< as written, with typographic quotes and dashes made plain
    std::string lemma; ///< lower case except for names
    std::string upos;  ///< universal part of speech: NOUN, VERB, PROPN, …
    std::string xpos;  ///< Penn tag: NN, VBD, …
    std::size_t head = kRoot;
    std::string relation; ///< dependency label: nsubj, obj, obl, …
};

struct Sentence {
    Span bytes;
    Span code_points;
    std::size_t first = 0; ///< tokens [first, last)
    std::size_t last = 0;
};

/// A named entity; tokens [first, last).
struct Entity {
    std::size_t first = 0;
    std::size_t last = 0;
    std::string type; ///< PERSON, ORG, GPE, LOC, NORP, …
};

struct Analysis {
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;
    std::vector<Entity> entities;
};

/// Reads text into an Analysis. Any bytes are accepted; time and memory are linear in their number.
/// Threads: const and shared by all threads.
class Analyzer {
public:
    Analyzer() = default;
    Analyzer(const Analyzer&) = delete;
    Analyzer& operator=(const Analyzer&) = delete;
    virtual ~Analyzer() = default;

    /// \param text well-formed UTF-8
    [[nodiscard]] virtual Analysis analyze(std::string_view text) const = 0;
};

} // namespace entente::language
