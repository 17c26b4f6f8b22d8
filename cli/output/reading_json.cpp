// SPDX-License-Identifier: Apache-2.0
#include "cli/output/reading_json.hpp"

namespace entente::cli {

namespace {

Json& write_span(Json& json, Span code_points)
{
    return json.key("begin").number(code_points.begin).key("end").number(code_points.end);
}

/// In code points and in bytes of UTF-8.
Json& write_spans(Json& json, Span code_points, Span bytes)
{
    write_span(json, code_points);
    return json.key("byte_begin").number(bytes.begin).key("byte_end").number(bytes.end);
}

void write_sentence(Json& json, const language::Analysis& analysis,
                    const language::Sentence& sentence)
{
    json.begin_object();
    write_spans(json, sentence.code_points, sentence.bytes).key("tokens").begin_array();
    for (std::size_t i = sentence.first; i < sentence.last; ++i) {
        const language::Token& token = analysis.tokens[i];
        const std::size_t head =
            token.head == language::kRoot ? 0 : token.head - sentence.first + 1;
        json.begin_object();
        write_spans(json, token.code_points, token.bytes);
        json.key("form").text(token.form).key("lemma").text(token.lemma);
        json.key("upos").text(token.upos).key("xpos").text(token.xpos);
        json.key("head").number(head).key("deprel").text(token.relation).end_object();
    }
    json.end_array().end_object();
}

void write_entity(Json& json, const Article& article, const language::Analysis& analysis,
                  const language::Entity& entity)
{
    if (entity.first >= entity.last) {
        return;
    }
    const language::Token& first = analysis.tokens[entity.first];
    const language::Token& last = analysis.tokens[entity.last - 1];
    const Span bytes{first.bytes.begin, last.bytes.end};
    json.begin_object();
    write_spans(json, {first.code_points.begin, last.code_points.end}, bytes);
    json.key("type").text(entity.type);
    json.key("text").text(std::string_view{article.text}.substr(bytes.begin, bytes.size()));
    json.end_object();
}

void write_date(Json& json, const extractors::DateSighting& sighting)
{
    json.begin_object();
    write_span(json, sighting.mention.code_points);
    json.key("type").text(sighting.type).key("value").text(sighting.value);
    if (sighting.date) {
        json.key("from").text(format_day(sighting.date->range.from));
        json.key("to").text(format_day(sighting.date->range.to));
    } else {
        json.key("from").null().key("to").null();
    }
    json.end_object();
}

void write_sentences(Json& json, const language::Analysis& analysis)
{
    for (const language::Sentence& sentence : analysis.sentences) {
        write_sentence(json, analysis, sentence);
    }
}

void write_entities(Json& json, const Article& article, const language::Analysis& analysis)
{
    for (const language::Entity& entity : analysis.entities) {
        write_entity(json, article, analysis, entity);
    }
}

void write_actors(Json& json, const extractors::Reading& reading)
{
    for (const extractors::ActorSighting& sighting : reading.actors) {
        json.begin_object();
        write_span(json, sighting.actor.mention.code_points);
        json.key("code").text(sighting.actor.code.text()).key("name").text(sighting.actor.name);
        json.key("via");
        if (sighting.actor.via.empty()) {
            json.null();
        } else {
            json.text(sighting.actor.via);
        }
        if (sighting.is_scene) {
            json.key("scene").boolean(true);
        }
        if (sighting.is_aside) {
            json.key("aside").boolean(true);
        }
        json.end_object();
    }
}

void write_dates(Json& json, const extractors::Reading& reading)
{
    for (const extractors::DateSighting& sighting : reading.dates) {
        write_date(json, sighting);
    }
}

} // namespace

void write_layers(Json& json, const Article& article, const extractors::Reading& reading)
{
    json.key("sentences").begin_array();
    write_sentences(json, reading.analysis);
    json.end_array().key("entities").begin_array();
    write_entities(json, article, reading.analysis);
    json.end_array().key("actors").begin_array();
    write_actors(json, reading);
    json.end_array().key("dates").begin_array();
    write_dates(json, reading);
    json.end_array();
}

void ReadingWriter::write(std::ostream& out, const extractors::Delivery& delivery)
{
    if (delivery.first) {
        json_.begin_object().key("id").text(delivery.article.id).key("sentences").begin_array();
        for (Layer* layer : {&entities_, &actors_, &dates_}) {
            layer->json.begin_array();
        }
    }
    write_sentences(json_, delivery.reading.analysis);
    out << json_.take();
    write_entities(entities_.json, delivery.article, delivery.reading.analysis);
    write_actors(actors_.json, delivery.reading);
    write_dates(dates_.json, delivery.reading);
    for (Layer* layer : {&entities_, &actors_, &dates_}) {
        layer->spool.append(layer->json.take());
    }
    if (!delivery.last) {
        return;
    }
    out << ']';
    for (Layer* layer : {&entities_, &actors_, &dates_}) {
        out << ",\"" << layer->name << "\":";
        layer->spool.move_to(out);
        out << ']';
        layer->json.clear();
    }
    out << "}\n";
    json_.clear();
}

} // namespace entente::cli
