// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/sentence_splitter.hpp"

#include "extractors/language/sentence_features.hpp"

#include <cmath>

namespace entente::language {

Result<SentenceSplitter> SentenceSplitter::load(SectionReader section)
{
    SentenceSplitter out;
    out.bias_ = section.get<float>();
    out.scale_ = section.get<float>();
    out.weights_ = section.array<std::int8_t>();
    if (!section.ok() || out.weights_.size() != std::size_t{1} << kSentenceTableBits ||
        !std::isfinite(out.bias_) || !(out.scale_ > 0)) {
        return Error{ErrorCode::bad_dataset, "the model's sentence boundaries are damaged"};
    }
    return out;
}

void SentenceSplitter::split(std::span<const Token> tokens, std::size_t first, std::size_t last,
                             std::vector<std::size_t>& ends) const
{
    const SentenceFeatures features{tokens, first, last};
    SentenceFeatureVector places{};
    std::size_t sentence = first;
    for (std::size_t i = first + 1; i < last; ++i) {
        if (!features.plausible(i)) {
            continue;
        }
        features.extract(i, sentence, places);
        std::int32_t sum = 0;
        for (const std::uint32_t place : places) {
            sum += weights_[place];
        }
        if (static_cast<float>(sum) * scale_ + bias_ > 0) {
            ends.push_back(i);
            sentence = i;
        }
    }
    ends.push_back(last);
}

} // namespace entente::language
