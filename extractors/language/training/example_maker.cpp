// SPDX-License-Identifier: Apache-2.0
#include "extractors/language/training/example_maker.hpp"

#include "extractors/language/tokenizer.hpp"
#include "extractors/language/training/entity_labels.hpp"

#include <string_view>
#include <utility>

namespace entente::language::training {

ExampleMaker::ExampleMaker(const NameLists& names, std::map<std::string, unsigned> weights)
    : names_{names}
    , weights_{std::move(weights)}
{}

void ExampleMaker::add(const std::vector<Document>& documents, std::vector<Example>& examples) const
{
    for (const Document& document : documents) {
        const unsigned repeat = weight(document);
        const bool mentions = has_mentions(document);
        for (const TreebankSentence& sentence : document.sentences) {
            examples.push_back(make(sentence, mentions));
            examples.back().repeat = repeat;
        }
    }
}

Example ExampleMaker::make(const TreebankSentence& sentence, bool mentions) const
{
    Example example;
    for (const Word& word : sentence.words) {
        example.forms.push_back(plain_form(word.form));
        example.upos.push_back(word.upos);
        example.xpos.push_back(word.xpos);
        example.relations.push_back(word.relation);
        example.heads.push_back(word.head);
    }
    set_hints(example, names_);
    if (mentions) {
        example.entities = entity_labels(sentence, names_);
    }
    return example;
}

unsigned ExampleMaker::weight(const Document& document) const
{
    const auto weight = weights_.find(document.genre);
    return weight == weights_.end() ? 1 : weight->second;
}

void set_hints(Example& example, const NameLists& names)
{
    const std::vector<std::string_view> forms{example.forms.begin(), example.forms.end()};
    example.hints = names.hints(forms);
}

} // namespace entente::language::training
