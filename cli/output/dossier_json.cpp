// SPDX-License-Identifier: Apache-2.0
#include "cli/output/dossier_printer.hpp"
#include "cli/output/json.hpp"
#include "core/mention_json.hpp"

#include <cmath>
#include <string_view>

namespace entente::cli {

namespace {

void write_actor(Json& json, std::string_view code, std::string_view name)
{
    json.begin_object().key("code").text(code).key("name").text(name).end_object();
}

void write_head(Json& json, const DossierHead& head)
{
    json.key("mentions").number(head.mentions).key("articles").number(head.articles);
    json.key("classes").begin_object();
    for (const auto& [quad, count] : head.classes) {
        json.key(to_string(quad)).number(count);
    }
    json.end_object();
}

/// Two days, half-open; null where there are none.
void write_days(Json& json, const DateRange* range)
{
    if (range == nullptr) {
        json.null();
        return;
    }
    json.begin_object().key("from").text(format_day(range->from));
    json.key("to").text(format_day(range->to)).end_object();
}

void write_tension(Json& json, const std::vector<YearTension>& years)
{
    json.key("tension").begin_array();
    for (const YearTension& year : years) {
        json.begin_object().key("year").integer(year.year).key("events").number(year.events);
        json.key("tension");
        if (std::isnan(year.tension)) {
            json.null();
        } else {
            json.real(year.tension);
        }
        json.end_object();
    }
    json.end_array();
}

void write_relation(Json& json, const graph::Relation& relation)
{
    json.begin_object().key("source");
    write_actor(json, relation.source.code.text(), relation.source.name);
    json.key("target");
    write_actor(json, relation.target.code.text(), relation.target.name);
    json.key("directed").boolean(relation.directed);
    json.key("key").text(relation.key).key("quad").text(to_string(relation.quad));
    json.key("category").text(relation.category).key("label").text(relation.label);
    json.key("score").real(relation.score).key("weight").real(relation.weight);
    json.key("mentions").number(relation.mentions).key("sources").number(relation.sources);
    json.key("events").number(relation.events).key("period");
    write_days(json, relation.period ? &*relation.period : nullptr);
    json.end_object();
}

void write_event(Json& json, const TimelineEvent& event)
{
    json.begin_object().key("date");
    write_days(json, event.date ? &event.date->range : nullptr);
    json.key("source").text(event.source.text()).key("target").text(event.target.text());
    json.key("symmetric").boolean(event.symmetric).key("category").text(event.category);
    json.key("mode").text(event.mode).key("label").text(event.label);
    json.key("status").text(to_string(event.status)).key("alleged").boolean(event.alleged);
    json.key("score").real(event.score).key("confidence").real(event.confidence);
    json.key("mentions").number(event.mentions).end_object();
}

void write_evidence(Json& json, const store::StoredMention& stored)
{
    const store::ArticleRecord& article = stored.article;
    json.begin_object().key("mention").raw(to_json(stored.mention));
    json.key("article").begin_object().key("id").text(article.id).key("title").text(article.title);
    json.key("publisher").text(article.publisher).key("uri").text(article.uri).key("date");
    if (article.date) {
        json.text(article.date->to_string());
    } else {
        json.null();
    }
    json.end_object().end_object();
}

} // namespace

std::string dossier_json(const ActorDossier& dossier)
{
    Json json;
    json.begin_object().key("actor");
    write_actor(json, dossier.actor.code.text(), dossier.actor.name);
    write_head(json, dossier.head);
    json.key("relations_total").number(dossier.relations_total).key("relations").begin_array();
    for (const graph::Relation& relation : dossier.relations) {
        write_relation(json, relation);
    }
    json.end_array();
    write_tension(json, dossier.tension);
    json.end_object();
    return std::string{json.line()};
}

std::string dossier_json(const PairDossier& dossier)
{
    Json json;
    json.begin_object().key("actors").begin_array();
    write_actor(json, dossier.first.code.text(), dossier.first.name);
    write_actor(json, dossier.second.code.text(), dossier.second.name);
    json.end_array();
    write_head(json, dossier.head);
    json.key("events").begin_array();
    for (const TimelineEvent& event : dossier.events) {
        write_event(json, event);
    }
    json.end_array();
    write_tension(json, dossier.tension);
    json.key("evidence").begin_array();
    for (const store::StoredMention& stored : dossier.evidence) {
        write_evidence(json, stored);
    }
    json.end_array().end_object();
    return std::string{json.line()};
}

} // namespace entente::cli
