// SPDX-License-Identifier: Apache-2.0
// One article as its reader gave it: well-formed UTF-8 text and what is known about it.
#pragma once

#include "core/date.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace entente {

struct Article {
    std::string id;   ///< unique in a store; article_id() where the source gives none
    std::string text; ///< well-formed UTF-8; the spans of every mention refer to it
    std::string title;
    std::string uri;
    std::string publisher;
    std::string language;            ///< BCP 47, "en"; empty where unknown
    std::optional<PartialDate> date; ///< publication; unknown rather than guessed
};

/// The id of an article without one: a hash of its text, 16 hexadecimal digits.
[[nodiscard]] std::string article_id(std::string_view text);

/// A hash over all that a source says of the article. It tells an article that changed, be it in
/// its publisher alone, from one that is merely loaded again.
[[nodiscard]] std::string content_hash(const Article& article);

} // namespace entente
