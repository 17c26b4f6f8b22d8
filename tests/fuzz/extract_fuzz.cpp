// SPDX-License-Identifier: Apache-2.0
// Any bytes as an article: no crash, and evidence that is really there.
#include "core/text.hpp"
#include "extractors/entente_extractor.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const auto extractor = entente::extractors::make_extractor();
    entente::Article article;
    article.id = "fuzz";
    article.text = entente::text::to_valid_utf8({reinterpret_cast<const char*>(data), size});
    for (const entente::Mention& mention : extractor.value()->read(article, nullptr).mentions) {
        const entente::Span bytes = mention.sentence.bytes;
        if (article.text.compare(bytes.begin, bytes.size(), mention.sentence.text) != 0) {
            std::abort();
        }
    }
    return 0;
}
