// SPDX-License-Identifier: Apache-2.0
// The extractor of this build, loaded once, and short ways to ask it.
#pragma once

#include "extractors/entente_extractor.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace entente::tests {

[[nodiscard]] inline const extractors::Extractor& shared_extractor()
{
    static const auto extractor = extractors::make_extractor();
    return *extractor.value();
}

/// Reads a text published on `date`; an empty date gives none.
[[nodiscard]] inline extractors::Reading read_text(std::string text,
                                                   std::string_view date = "2022-02-23")
{
    Article article;
    article.id = "test";
    article.text = std::move(text);
    if (!date.empty()) {
        article.date = PartialDate::parse(date).value();
    }
    return shared_extractor().read(article, nullptr);
}

/// "PAK:GOV CONSULT/visit RUS:GOV actual": a mention in one line; symmetric ones say "=" between.
[[nodiscard]] inline std::string in_short(const Mention& m)
{
    return fmt::format("{} {}{}{} {}{} {}", m.source.code.text(), m.category,
                       m.mode.empty() ? "" : "/", m.mode, m.symmetric ? "= " : "",
                       m.target.code.text(), to_string(m.status));
}

[[nodiscard]] inline std::vector<std::string> relations_in(std::string text,
                                                           std::string_view date = "2022-02-23")
{
    std::vector<std::string> all;
    for (const Mention& mention : read_text(std::move(text), date).mentions) {
        all.push_back(in_short(mention));
    }
    return all;
}

} // namespace entente::tests
