// SPDX-License-Identifier: Apache-2.0
// From the tables of datasets/lexicon to frames and word lists.
#include "core/text.hpp"
#include "core/tsv.hpp"
#include "extractors/embedded.hpp"
#include "extractors/relations/confidence_features.hpp"
#include "extractors/relations/lexicon.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>

namespace entente::relations {

namespace {

std::vector<std::string> strings(const std::vector<std::string_view>& views)
{
    return {views.begin(), views.end()};
}

/// A word in the form in which words of a text are looked up.
Result<std::string> parse_word(std::string_view text, std::string_view what)
{
    if (text.empty() || text::fold(text) != text) {
        return Error{ErrorCode::bad_dataset, fmt::format("\"{}\" is no {}", text, what)}.hint(
            "write a word in lower case");
    }
    return std::string{text};
}

/// Whether a word names a place of arguments: one of the grammar's, or a preposition.
bool is_place(std::string_view slot, PredicateKind kind)
{
    static constexpr std::string_view kOfVerbs[] = {"subj",   "obj",     "inner",   "within",
                                                    "clause", "speaker", "compound"};
    static constexpr std::string_view kOfNouns[] = {"poss",  "compound", "self",   "described",
                                                    "inner", "clause",   "speaker"};
    static constexpr std::string_view kPrepositions[] = {
        "about",    "across",  "against",  "along",  "alongside", "among",      "around",
        "as",       "at",      "before",   "behind", "belonging", "beside",     "between",
        "beyond",   "by",      "carrying", "close",  "closer",    "concerning", "despite",
        "during",   "facing",  "for",      "from",   "in",        "inside",     "into",
        "like",     "linked",  "near",     "of",     "off",       "on",         "onto",
        "opposite", "outside", "over",     "past",   "through",   "throughout", "to",
        "toward",   "towards", "under",    "upon",   "versus",    "via",        "with",
        "within",   "without"};
    const auto holds = [&](const auto& names) {
        return std::find(std::begin(names), std::end(names), slot) != std::end(names);
    };
    return (kind == PredicateKind::noun ? holds(kOfNouns) : holds(kOfVerbs)) ||
           holds(kPrepositions);
}

/// "subj>on|against" or "subj=with".
Status parse_roles(std::string_view text, Frame& frame)
{
    const std::size_t mark = text.find_first_of(">=");
    if (mark == std::string_view::npos || mark == 0 || mark + 1 == text.size()) {
        return Error{ErrorCode::bad_dataset, fmt::format("\"{}\" names no roles", text)}.hint(
            "write SOURCE>TARGET or ONE=OTHER, such as subj>obj or poss=with|between");
    }
    frame.symmetric = text[mark] == '=';
    frame.source_slots = strings(text::split(text.substr(0, mark), '|'));
    frame.target_slots = strings(text::split(text.substr(mark + 1), '|'));
    for (const auto* slots : {&frame.source_slots, &frame.target_slots}) {
        for (const std::string& slot : *slots) {
            if (!is_place(slot, frame.kind)) {
                return Error{ErrorCode::bad_dataset, fmt::format("\"{}\" is no place", slot)}.hint(
                    frame.kind == PredicateKind::noun
                        ? "write poss, compound, self, described, inner, clause, speaker or a "
                          "preposition"
                        : "write subj, obj, inner, within, clause, speaker or a preposition");
            }
        }
    }
    return {};
}

/// A weight or confidence.
Result<double> parse_share(std::string_view text, std::string_view what)
{
    double value = 0.0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc{} || end != text.data() + text.size() || !(value > 0.0 && value <= 1.0)) {
        return Error{ErrorCode::bad_dataset, fmt::format("\"{}\" is no {}", text, what)}.hint(
            "write a number above 0 and up to 1");
    }
    return value;
}

Result<Frame> parse_frame(const TsvRow& row, PredicateKind kind, std::string_view file,
                          const Ontology& ontology)
{
    Frame frame;
    frame.kind = kind;
    frame.lemma = row["lemma"];
    frame.plural_only = row["number"] == "plural";
    frame.particle = row["particle"];
    frame.objects = strings(row.list("object"));
    frame.category = row["category"];
    frame.mode = row["mode"];
    frame.topics = strings(row.list("topics"));
    frame.label = row["label"];
    frame.id = fmt::format("{}:{}", file, row.line());
    const Category* category = ontology.category(frame.category);
    if (category == nullptr) {
        return Error{ErrorCode::bad_dataset, fmt::format("\"{}\" is no category", frame.category)}
            .hint("run `entente ontology` for the list");
    }
    frame.quad = category->quad;
    if (!frame.mode.empty() && category->mode(frame.mode) == nullptr) {
        return Error{ErrorCode::bad_dataset,
                     fmt::format("\"{}\" is no mode of {}", frame.mode, frame.category)}
            .hint("run `entente ontology` for the list");
    }
    if (Status roles = parse_roles(row["roles"], frame); !roles) {
        return roles.error();
    }
    auto actors = parse_actor_conditions(row.list("actors"));
    if (!actors) {
        return actors.error();
    }
    frame.actors = std::move(*actors);
    const auto confidence = parse_share(row["confidence"], "confidence");
    if (!confidence) {
        return confidence.error();
    }
    frame.confidence = *confidence;
    return frame;
}

/// More conditions first, then directed frames; the order of the table among equals.
bool is_more_particular(const Frame& left, const Frame& right)
{
    const auto conditions = [](const Frame& frame) {
        return (frame.particle.empty() ? 0 : 1) + (frame.objects.empty() ? 0 : 2) +
               (frame.plural_only ? 1 : 0) + (frame.actors.is_particular() ? 1 : 0);
    };
    // "suspended cooperation with Chad" has a doer, "Chad and Niger suspended cooperation" two.
    return conditions(left) != conditions(right) ? conditions(left) > conditions(right)
                                                 : !left.symmetric && right.symmetric;
}

} // namespace

struct Lexicon::Builder {
    Lexicon& out;
    const Ontology& ontology;

    Status frames(const extractors::Table& table, PredicateKind kind, FrameMap& into)
    {
        FrameMap fresh;
        Status read =
            read_tsv(table.text(), table.name, {"lemma", "roles", "category", "confidence"},
                     [&](const TsvRow& row) -> Status {
                         auto frame = parse_frame(row, kind, table.name, ontology);
                         if (!frame) {
                             return frame.error();
                         }
                         const std::string& lemma = frame->lemma;
                         const std::string key = kind == PredicateKind::adjective
                                                     ? lemma.substr(0, lemma.find(' '))
                                                     : lemma;
                         fresh[key].push_back(std::move(*frame));
                         ++out.size_;
                         return {};
                     });
        for (auto& [key, list] : fresh) {
            auto& all = into[key];
            all.insert(all.begin(), std::make_move_iterator(list.begin()),
                       std::make_move_iterator(list.end()));
            std::stable_sort(all.begin(), all.end(), is_more_particular);
        }
        return read;
    }

    Status modality(const extractors::Table& table)
    {
        return read_tsv(table.text(), table.name, {"lemma", "effect"},
                        [&](const TsvRow& row) -> Status {
                            const auto effect = parse_factuality(row["effect"]);
                            if (!effect) {
                                return Error{ErrorCode::bad_dataset,
                                             fmt::format("\"{}\" is no status", row["effect"])}
                                    .hint("write actual, planned, hypothetical or negated");
                            }
                            out.effects_[std::string{row["lemma"]}] = *effect;
                            return {};
                        });
    }

    Status table(const extractors::Table& table)
    {
        const std::string_view stem =
            std::string_view{table.name}.substr(table.name.find_last_of('/') + 1);
        if (stem == "verbs.tsv") {
            return frames(table, PredicateKind::verb, out.verbs_);
        }
        if (stem == "nouns.tsv") {
            return frames(table, PredicateKind::noun, out.nouns_);
        }
        if (stem == "adjectives.tsv") {
            return frames(table, PredicateKind::adjective, out.adjectives_);
        }
        if (stem == "modality.tsv") {
            return modality(table);
        }
        return lists(table, stem);
    }

    Status topic(const TsvRow& row)
    {
        if (!ontology.has_topic(row["topic"])) {
            return Error{ErrorCode::bad_dataset, fmt::format("\"{}\" is no topic", row["topic"])}
                .hint("run `entente ontology` for the list");
        }
        const auto weight = parse_share(row["weight"], "weight");
        if (!weight) {
            return weight.error();
        }
        out.topics_[std::string{row["lemma"]}] = {std::string{row["topic"]}, *weight};
        return {};
    }

    static Status verb(const TsvRow& row, std::unordered_set<std::string>& into)
    {
        auto lemma = parse_word(row["lemma"], "verb");
        if (!lemma) {
            return lemma.error();
        }
        into.insert(std::move(*lemma));
        return {};
    }

    Status carrying(const TsvRow& row)
    {
        const auto preposition = parse_word(row["lemma"], "preposition");
        if (!preposition) {
            return preposition.error();
        }
        Carrying read;
        for (const std::string_view part : text::split(row["subject"], '|')) {
            if (part != "acts" && part != "gains") {
                return Error{ErrorCode::bad_dataset,
                             fmt::format("\"{}\" is no part of a subject", part)}
                    .hint("write acts, gains or acts|gains");
            }
            (part == "acts" ? read.acts : read.gains) = true;
        }
        out.carrying_[*preposition] = read;
        return {};
    }

    Status reach(const TsvRow& row)
    {
        const std::string category{row["category"]};
        if (ontology.category(category) == nullptr) {
            return Error{ErrorCode::bad_dataset, fmt::format("\"{}\" is no category", category)}
                .hint("run `entente ontology` for the list");
        }
        std::vector<std::string> prepositions;
        for (const std::string_view text : text::split(row["prepositions"], '|')) {
            auto preposition = parse_word(text, "preposition");
            if (!preposition) {
                return preposition.error();
            }
            prepositions.push_back(std::move(*preposition));
        }
        out.reach_[category] = std::move(prepositions);
        return {};
    }

    Status saying(const TsvRow& row)
    {
        const std::string_view name = row["class"];
        const bool known = name == "neutral" || name == "alleging" || name == "announcing";
        if (!known) {
            return Error{ErrorCode::bad_dataset, fmt::format("\"{}\" is no class of saying", name)}
                .hint("write neutral, alleging or announcing");
        }
        out.reporting_[std::string{row["lemma"]}] = name == "alleging"     ? Saying::alleging
                                                    : name == "announcing" ? Saying::announcing
                                                                           : Saying::neutral;
        return {};
    }

    Status weight(const TsvRow& row)
    {
        const std::string_view feature = row["feature"];
        const std::string_view text = row["weight"];
        double value = 0.0;
        const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
        const bool known = std::find(kConfidenceFeatures.begin(), kConfidenceFeatures.end(),
                                     feature) != kConfidenceFeatures.end();
        if (!known || code != std::errc{} || end != text.data() + text.size()) {
            return Error{ErrorCode::bad_dataset,
                         fmt::format("\"{} {}\" is no feature and weight", feature, text)}
                .hint("features are those of the built-in table; a weight is a number");
        }
        out.confidence_[std::string{feature}] = value;
        return {};
    }

    Status content_mode(const TsvRow& row)
    {
        const std::string_view content = row["content"];
        const std::size_t slash = content.find('/');
        const Category* act = ontology.category(row["act"]);
        const Category* about = ontology.category(content.substr(0, slash));
        const bool known =
            act != nullptr && about != nullptr && act->mode(row["mode"]) != nullptr &&
            (slash == std::string_view::npos || about->mode(content.substr(slash + 1)) != nullptr);
        if (!known) {
            return Error{ErrorCode::bad_dataset,
                         fmt::format("\"{} {} {}\" names an unknown category or mode", row["act"],
                                     content, row["mode"])}
                .hint("run `entente ontology` for the list");
        }
        out.content_modes_[fmt::format("{} {}", row["act"], content)] = row["mode"];
        return {};
    }

    Status lists(const extractors::Table& table, std::string_view stem)
    {
        if (stem == "reporting.tsv") {
            return read_tsv(table.text(), table.name, {"lemma", "class"},
                            [&](const TsvRow& row) { return saying(row); });
        }
        if (stem == "topics.tsv") {
            return read_tsv(table.text(), table.name, {"lemma", "topic", "weight"},
                            [&](const TsvRow& row) { return topic(row); });
        }
        if (stem == "sport.tsv") {
            return read_tsv(table.text(), table.name, {"lemma", "weight"},
                            [&](const TsvRow& row) -> Status {
                                const auto weight = parse_share(row["weight"], "weight");
                                if (!weight) {
                                    return weight.error();
                                }
                                out.sport_[std::string{row["lemma"]}] = *weight;
                                return {};
                            });
        }
        if (stem == "light_verbs.tsv") {
            return read_tsv(table.text(), table.name, {"lemma"},
                            [&](const TsvRow& row) { return verb(row, out.light_verbs_); });
        }
        if (stem == "occurring.tsv") {
            return read_tsv(table.text(), table.name, {"lemma"},
                            [&](const TsvRow& row) { return verb(row, out.occurring_); });
        }
        if (stem == "receiving_verbs.tsv") {
            return read_tsv(table.text(), table.name, {"lemma"},
                            [&](const TsvRow& row) { return verb(row, out.receiving_verbs_); });
        }
        if (stem == "carrying_prepositions.tsv") {
            return read_tsv(table.text(), table.name, {"lemma", "subject"},
                            [&](const TsvRow& row) { return carrying(row); });
        }
        if (stem == "reach.tsv") {
            return read_tsv(table.text(), table.name, {"category", "prepositions"},
                            [&](const TsvRow& row) { return reach(row); });
        }
        if (stem == "confidence.tsv") {
            return read_tsv(table.text(), table.name, {"feature", "weight"},
                            [&](const TsvRow& row) { return weight(row); });
        }
        if (stem == "content_modes.tsv") {
            return read_tsv(table.text(), table.name, {"act", "content", "mode"},
                            [&](const TsvRow& row) { return content_mode(row); });
        }
        if (stem == "exclusions.tsv") {
            return read_tsv(table.text(), table.name, {"phrase"}, [&](const TsvRow& row) -> Status {
                if (!out.exclusions_.add(row["phrase"])) {
                    return Error{ErrorCode::bad_dataset,
                                 fmt::format("\"{}\" is no phrase", row["phrase"])}
                        .hint("begin and end it with a word");
                }
                return {};
            });
        }
        return Error{ErrorCode::bad_dataset, "a lexicon file of unknown kind"}
            .at(table.name)
            .hint("name it verbs.tsv, nouns.tsv, adjectives.tsv, modality.tsv, reporting.tsv, "
                  "topics.tsv, sport.tsv, light_verbs.tsv, receiving_verbs.tsv, occurring.tsv, "
                  "carrying_prepositions.tsv, reach.tsv, content_modes.tsv, confidence.tsv or "
                  "exclusions.tsv");
    }
};

Result<Lexicon> Lexicon::load(const Ontology& ontology, const std::vector<std::string>& extra_files)
{
    Lexicon lexicon;
    Builder builder{lexicon, ontology};
    std::vector<extractors::Table> tables = extractors::builtin_tables("lexicon/");
    for (const std::string& file : extra_files) {
        auto table = extractors::read_table(file);
        if (!table) {
            return table.error();
        }
        tables.push_back(std::move(*table));
    }
    for (const extractors::Table& table : tables) {
        if (Status added = builder.table(table); !added) {
            return added.error();
        }
    }
    return lexicon;
}

} // namespace entente::relations
