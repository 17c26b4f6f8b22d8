// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/scenes.hpp"

#include "extractors/actors/quotations.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace entente::actors {

namespace {

using extractors::ActorSighting;
using language::kRoot;
using language::Token;

/// What the words around a mention make of it.
class Scenes {
public:
    explicit Scenes(const ActorContext& context)
        : context_{context}
    {}

    /// Whether a mention says where. `before` is the mention before it, or null.
    [[nodiscard]] bool is_scene(const ActorSighting& one, const ActorSighting* before) const
    {
        if (one.is_person || !one.actor.code.sector().empty()) {
            return false;
        }
        const Token& word = context_.tree.token(one.head);
        // "the Armenia road"
        if (one.actor.kind == ActorKind::state && word.relation == "compound" &&
            word.head != kRoot &&
            context_.gazetteer.is_way_to(context_.tree.token(word.head).lemma)) {
            return true;
        }
        const bool place = !one.actor.via.empty() || one.actor.kind == ActorKind::region;
        return place && (is_where(one.head) || is_address(one) || is_next_scene(one, before));
    }

    /// "the BBC said", "according to Reuters", "Le Monde reported".
    [[nodiscard]] bool is_quoted_medium(const ActorSighting& one) const
    {
        static constexpr std::array<std::string_view, 9> kTelling{
            "report", "quote", "show", "cite", "publish", "broadcast", "air", "carry", "reveal"};
        const Token& word = context_.tree.token(one.head);
        if (one.actor.code.sector() != "JRN" || word.xpos == "NNS" || word.head == kRoot) {
            return false;
        }
        const std::size_t name = first_of_row(one.head);
        if (context_.tree.token(name).head == kRoot) {
            return false;
        }
        const std::string& lemma = context_.tree.token(context_.tree.token(name).head).lemma;
        const bool tells = is_verb_of_saying(lemma) ||
                           std::find(kTelling.begin(), kTelling.end(), lemma) != kTelling.end();
        const std::string& relation = context_.tree.token(name).relation;
        return (language::is_relation(relation, "nsubj") && tells) ||
               context_.tree.preposition(name) == "according to" ||
               (tells && (language::is_relation(relation, "obl") || relation == "obj" ||
                          relation == "iobj"));
    }

    /// Whether a name says where: by its preposition, as a further name behind a comma, or alone.
    [[nodiscard]] bool is_where(std::size_t name) const
    {
        static constexpr std::array<std::string_view, 14> kWhere{
            "in",      "at",     "near", "outside", "inside", "around", "across",
            "through", "within", "off",  "above",   "along",  "from",   "throughout"};
        const Token& word = context_.tree.token(name);
        if (word.relation == "root" || word.relation == "parataxis" || word.relation == "list" ||
            is_dateline(name)) {
            return true;
        }
        if (word.relation == "obj" && word.head != kRoot) { // "left Geneva"
            return context_.gazetteer.is_done_at_place(context_.tree.token(word.head).lemma);
        }
        if (word.relation == "compound") {
            return is_of_a_thing(name);
        }
        const bool phrase = language::is_relation(word.relation, "obl") ||
                            language::is_relation(word.relation, "nmod") || word.relation == "conj";
        const std::string preposition = phrase ? context_.tree.preposition(name) : std::string{};
        return std::find(kWhere.begin(), kWhere.end(), preposition) != kWhere.end() ||
               (preposition == "of" && is_of_a_thing(name)) ||
               ((preposition == "to" || preposition == "for") && is_way_to(name));
    }

    /// "San Jose, California,": behind another name and a comma, and not in a row of names.
    [[nodiscard]] bool is_address(const ActorSighting& one) const
    {
        const std::size_t first = one.first;
        const Token& word = context_.tree.token(one.head);
        if (first < 2 || word.relation == "conj" ||
            !context_.tree.children(one.head, "conj").empty() ||
            context_.tree.sentence_of(first - 2) != context_.tree.sentence_of(first)) {
            return false;
        }
        const bool closed =
            one.last < context_.analysis.tokens.size() && context_.tree.token(one.last).form == ",";
        return context_.tree.token(first - 1).form == "," &&
               context_.tree.token(first - 2).upos == "PROPN" &&
               (closed || !language::is_relation(word.relation, "nsubj"));
    }

    /// "from Prague, Budapest and Warsaw": next to a scene in a row.
    [[nodiscard]] bool is_next_scene(const ActorSighting& one, const ActorSighting* before) const
    {
        return before != nullptr && before->is_scene && before->last + 1 == one.first &&
               context_.tree.token(before->last).form == "," &&
               context_.tree.token(one.head).relation == "conj";
    }

    /// "SEOUL - North Korea blew up …"
    [[nodiscard]] bool is_dateline(std::size_t name) const
    {
        const std::size_t sentence = context_.tree.sentence_of(name);
        const language::Sentence& span = context_.analysis.sentences[sentence];
        const std::string& form = context_.tree.token(name).form;
        const bool shouted =
            std::none_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
        return name == span.first && name + 1 < span.last && shouted &&
               (context_.tree.token(name + 1).form == "-" ||
                context_.tree.token(name + 1).form == "--");
    }

    /// "the airports of Brussels and Paris", "the port of Guayaquil": what a town has and no state.
    [[nodiscard]] bool is_of_a_thing(std::size_t name) const
    {
        name = first_of_row(name);
        const Token& word = context_.tree.token(name);
        if (word.relation == "compound" && word.head != kRoot &&
            context_.tree.token(word.head).upos == "PROPN") {
            name = first_of_row(word.head);
        }
        const std::size_t noun = context_.tree.token(name).head;
        if (noun == kRoot) {
            return false;
        }
        return context_.gazetteer.is_scene_of(context_.tree.token(noun).lemma);
    }

    /// "from Athens to Vilnius", "the road to Mosul", "ran to Lviv".
    [[nodiscard]] bool is_way_to(std::size_t name) const
    {
        const std::size_t governor = context_.tree.token(first_of_row(name)).head;
        if (governor == kRoot) {
            return false;
        }
        return context_.gazetteer.is_way_to(context_.tree.token(governor).lemma) ||
               !context_.tree.phrases(governor, "from").empty();
    }

private:
    /// "Paris" for "London" of "airports of Paris and London".
    [[nodiscard]] std::size_t first_of_row(std::size_t name) const
    {
        while (context_.tree.token(name).relation == "conj" &&
               context_.tree.token(name).head != kRoot) {
            name = context_.tree.token(name).head;
        }
        return name;
    }

    const ActorContext& context_;
};

} // namespace

void mark_scenes(const ActorContext& context, std::vector<ActorSighting>& mentions)
{
    const Scenes scenes{context};
    const ActorSighting* before = nullptr;
    for (ActorSighting& one : mentions) {
        one.is_scene = scenes.is_scene(one, before);
        one.is_aside = one.is_aside || scenes.is_quoted_medium(one);
        before = &one;
    }
}

} // namespace entente::actors
