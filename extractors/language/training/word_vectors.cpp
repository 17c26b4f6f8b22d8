// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/training/word_vectors.hpp"

#include "extractors/language/word_features.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <cstdint>
#include <unordered_set>
#include <utility>

namespace entente::language::training {

namespace {

/// Appends the numbers of " v1 … vn"; false where something else stands there.
bool read_numbers(std::string_view text, std::vector<float>& values)
{
    const char* at = text.data();
    const char* end = text.data() + text.size();
    while (at < end) {
        float value = 0.0F;
        const auto [next, code] = std::from_chars(at + 1, end, value);
        if (code != std::errc{} || !std::isfinite(value) || (next != end && *next != ' ')) {
            return false;
        }
        values.push_back(value);
        at = next;
    }
    return true;
}

} // namespace

Result<WordVectors> read_vectors(std::istream& in, std::string_view name, std::size_t most_words)
{
    WordVectors vectors;
    std::string line;
    std::unordered_set<std::uint64_t> seen;
    for (std::size_t number = 1; vectors.words.size() < most_words && std::getline(in, line);
         ++number) {
        const auto failure = [&](std::string_view what) {
            return Error{ErrorCode::bad_dataset, fmt::format("{}:{}: {}", name, number, what)}.hint(
                "a line is a word and its numbers, with blanks between");
        };
        const std::size_t blank = line.find(' ');
        if (blank == std::string::npos || blank == 0) {
            return failure("no word vector");
        }
        const std::size_t before = vectors.values.size();
        if (!read_numbers(std::string_view{line}.substr(blank), vectors.values)) {
            return failure("not a number");
        }
        const std::size_t size = vectors.values.size() - before;
        if (vectors.size == 0) {
            vectors.size = size;
        }
        if (size != vectors.size) {
            return failure(fmt::format("{} numbers where others have {}", size, vectors.size));
        }
        std::string word = line.substr(0, blank);
        if (!seen.insert(feature_key('v', word)).second) {
            vectors.values.resize(before); // the same in lower case
            continue;
        }
        vectors.words.push_back(std::move(word));
    }
    return vectors;
}

} // namespace entente::language::training
