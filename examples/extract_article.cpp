// SPDX-License-Identifier: Apache-2.0
// Example: the relations of one article, each with the words that say so.
//
//   extract_article FILE [DATE]
#include "extractors/articles/source.hpp"
#include "extractors/entente_extractor.hpp"

#include <iostream>

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::cerr << "usage: extract_article FILE [DATE]\n";
        return 2;
    }
    entente::articles::ReadOptions options;
    if (argc > 2) {
        const auto date = entente::PartialDate::parse(argv[2]);
        if (!date) {
            std::cerr << date.error().message() << '\n';
            return 2;
        }
        options.date = *date;
    }
    const auto extractor = entente::extractors::make_extractor();
    if (!extractor) {
        std::cerr << extractor.error().message() << '\n';
        return 3;
    }

    entente::CollectedDiagnostics diagnostics;
    entente::articles::ArticleSource source{{argv[1]}, options, std::cin, diagnostics};
    while (const auto article = source.next()) {
        for (const entente::Mention& mention : (*extractor)->read(*article, nullptr).mentions) {
            std::cout << mention.source.name << (mention.symmetric ? " – " : " → ")
                      << mention.target.name << ": " << mention.label << " (" << mention.category
                      << ", " << to_string(mention.status) << ")\n    " << mention.sentence.text
                      << '\n';
        }
    }
    for (const auto& item : diagnostics.items()) {
        std::cerr << item.error.message() << '\n';
    }
    return diagnostics.items().empty() ? 0 : 1;
}
