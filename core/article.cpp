// SPDX-License-Identifier: Apache-2.0
#include "core/article.hpp"

#include "core/text.hpp"

namespace entente {

std::string article_id(std::string_view text)
{
    return text::to_hex(text::hash(text));
}

std::string content_hash(const Article& article)
{
    // Lengths in front keep ("ab", "c") and ("a", "bc") apart.
    std::string all;
    const std::string date = article.date ? article.date->to_string() : std::string{};
    for (const std::string* part : {&article.text, &article.title, &article.uri, &article.publisher,
                                    &article.language, &date}) {
        all += std::to_string(part->size()) + ':' + *part;
    }
    return text::to_hex(text::hash(all));
}

} // namespace entente
