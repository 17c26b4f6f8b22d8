// SPDX-License-Identifier: Apache-2.0
#include "extractors/long_text.hpp"

#include "core/text.hpp"

namespace entente::extractors {

namespace {

bool continues_code_point(char byte)
{
    constexpr unsigned kMask = 0xC0;
    constexpr unsigned kContinuation = 0x80;
    return (static_cast<unsigned char>(byte) & kMask) == kContinuation;
}

/// Where a part that begins at `begin` ends; there is more text than fits into it.
std::size_t end_of_part(std::string_view utf8, std::size_t begin, std::size_t longest)
{
    const std::size_t latest = begin + longest;
    const std::size_t earliest = latest - longest / 4;
    for (const char wanted : {'\n', ' '}) {
        const std::size_t found = utf8.rfind(wanted, latest - 1);
        if (found != std::string_view::npos && found >= earliest) {
            return found + 1;
        }
    }
    std::size_t end = latest;
    while (continues_code_point(utf8[end])) {
        --end;
    }
    return end;
}

/// Of whatever has spans in code points and in bytes.
template <typename Spanned>
void move(Spanned& spanned, const TextPart& part)
{
    spanned.code_points.begin += part.first_code_point;
    spanned.code_points.end += part.first_code_point;
    spanned.bytes.begin += part.bytes.begin;
    spanned.bytes.end += part.bytes.begin;
}

} // namespace

std::vector<TextPart> split_text(std::string_view utf8, std::size_t longest)
{
    std::vector<TextPart> parts;
    TextPart part;
    while (part.bytes.begin < utf8.size()) {
        part.bytes.end = utf8.size() - part.bytes.begin <= longest
                             ? utf8.size()
                             : end_of_part(utf8, part.bytes.begin, longest);
        parts.push_back(part);
        part.first_code_point +=
            text::count_code_points(utf8.substr(part.bytes.begin, part.bytes.size()));
        part.bytes.begin = part.bytes.end;
    }
    return parts;
}

Article article_of(const Article& whole, const TextPart& part)
{
    Article article;
    article.id = whole.id;
    article.text = whole.text.substr(part.bytes.begin, part.bytes.size());
    article.title = whole.title;
    article.uri = whole.uri;
    article.publisher = whole.publisher;
    article.language = whole.language;
    article.date = whole.date;
    return article;
}

void move_to_whole(Reading& reading, const TextPart& part)
{
    for (language::Token& token : reading.analysis.tokens) {
        move(token, part);
    }
    for (language::Sentence& sentence : reading.analysis.sentences) {
        move(sentence, part);
    }
    for (ActorSighting& sighting : reading.actors) {
        move(sighting.actor.mention, part);
    }
    for (DateSighting& sighting : reading.dates) {
        move(sighting.mention, part);
    }
    for (Mention& mention : reading.mentions) {
        for (Evidence* evidence :
             {&mention.sentence, &mention.source.mention, &mention.target.mention, &mention.cue}) {
            move(*evidence, part);
        }
    }
}

} // namespace entente::extractors
