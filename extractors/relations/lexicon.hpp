// SPDX-License-Identifier: Apache-2.0
// Frames: which predicate in which shape means which relation, as data.
#pragma once

#include "core/ontology.hpp"
#include "core/relation.hpp"
#include "core/result.hpp"
#include "extractors/relations/actor_condition.hpp"
#include "extractors/relations/exclusions.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace entente::relations {

/// What kind of word a frame's predicate is.
enum class PredicateKind : std::uint8_t { verb, noun, adjective };

/// One predicate sense.
struct Frame {
    PredicateKind kind = PredicateKind::verb;
    std::string lemma;                     ///< of an adjective frame: one or more words
    bool plural_only = false;              ///< nouns: only the plural has this sense
    std::string particle;                  ///< verbs: "off" in "call off"
    std::vector<std::string> objects;      ///< verbs: nouns that must head the object, or a form
    std::vector<std::string> source_slots; ///< where the source stands, likeliest first
    std::vector<std::string> target_slots;
    bool symmetric = false;
    ActorConditions actors; ///< what kinds of actors it is about
    std::string category;
    Quad quad = Quad::standing; ///< of the category
    std::string mode;
    std::vector<std::string> topics;
    std::string label;
    double confidence = 0.0;
    std::string id; ///< "lexicon/verbs.tsv:120": what explain points to
};

/// How a word of saying stands to what is said.
enum class Saying : std::uint8_t { neutral, alleging, announcing };

/// What a word tells about the topic of its sentence.
struct TopicWord {
    std::string topic;
    double weight = 0.0; ///< 0 to 1; lower where the word has other common senses
};

/// All frames and word lists of datasets/lexicon.
/// Lifetime: immutable once loaded; shared by all threads.
class Lexicon {
public:
    /// Loads the tables compiled in, then `extra_files`; a table's file name tells what it holds.
    /// Frames of later files go before those of earlier ones.
    /// Errors: missing_input, bad_dataset with file and line.
    [[nodiscard]] static Result<Lexicon> load(const Ontology& ontology,
                                              const std::vector<std::string>& extra_files = {});

    /// Frames of a predicate, the most particular first; empty for an unknown word.
    [[nodiscard]] const std::vector<Frame>& verbs(std::string_view lemma) const;
    [[nodiscard]] const std::vector<Frame>& nouns(std::string_view lemma) const;
    /// Keyed by the first word of the phrase.
    [[nodiscard]] const std::vector<Frame>& adjectives(std::string_view first_word) const;

    /// How a governing word changes the status of what it governs; actual where it does not.
    [[nodiscard]] Factuality effect_of(std::string_view lemma) const;
    /// Whether the table says that what the word governs is as it is told: "manage".
    [[nodiscard]] bool keeps_actual(std::string_view lemma) const;
    [[nodiscard]] bool reports(std::string_view lemma) const;
    /// Reports and casts doubt: "claim", "allege".
    [[nodiscard]] bool alleges(std::string_view lemma) const;
    /// Announces what the speaker is about to do: "announce", "pledge".
    [[nodiscard]] bool announces(std::string_view lemma) const;
    /// Topic of a word or phrase in lower case; null where it has none.
    [[nodiscard]] const TopicWord* topic_of(std::string_view phrase) const;
    /// How strongly a word or phrase in lower case marks sport, from 0 (not at all) to 1.
    [[nodiscard]] double sport_weight(std::string_view phrase) const;
    /// Whether a verb only carries its object's meaning: "launch" an attack.
    [[nodiscard]] bool is_light_verb(std::string_view lemma) const;
    /// Whether a word says that the event which is its subject takes place: "follow", "due".
    [[nodiscard]] bool is_occurrence(std::string_view lemma) const;
    /// Whether the subject of a verb gets what its object says: "receive" help.
    [[nodiscard]] bool is_receiving_verb(std::string_view lemma) const;
    /// Whether the subject of a verb does what a noun behind the preposition says: "spoke in favour
    /// of".
    [[nodiscard]] bool subject_acts_by(std::string_view preposition) const;
    /// Whether the subject gets it: "came under pressure".
    [[nodiscard]] bool subject_gains_by(std::string_view preposition) const;
    /// Prepositions that may lead from a predicate of a category to its target, likeliest first.
    [[nodiscard]] const std::vector<std::string>&
    leading_to_target(std::string_view category) const;

    /// The mode of a speech act about something, empty where the table has none: REJECT of CONSULT
    /// is `meet`.
    [[nodiscard]] std::string mode_of_content(std::string_view act, const Frame& content) const;

    /// Weight of a feature of the confidence model; 0 for one that the table lacks.
    [[nodiscard]] double confidence_weight(std::string_view feature) const;

    /// Whether a noun names a weapon or an attack, by which someone else acts.
    [[nodiscard]] bool is_instrument(const std::string& lemma) const;

    /// Phrases that hold a predicate word but no relation ("war on drugs").
    [[nodiscard]] const Exclusions& exclusions() const noexcept { return exclusions_; }

    /// Number of frames.
    [[nodiscard]] std::size_t size() const noexcept { return size_; }

    void for_each_frame(const std::function<void(const Frame&)>& use) const;

private:
    struct Builder;

    /// What a noun behind a preposition says of the subject of the verb.
    struct Carrying {
        bool acts = false;
        bool gains = false;
    };

    using FrameMap = std::unordered_map<std::string, std::vector<Frame>>;

    FrameMap verbs_;
    FrameMap nouns_;
    FrameMap adjectives_;
    std::unordered_map<std::string, Factuality> effects_;
    std::unordered_map<std::string, Saying> reporting_;
    std::unordered_map<std::string, TopicWord> topics_;
    std::unordered_map<std::string, double> sport_;
    std::unordered_set<std::string> light_verbs_;
    std::unordered_set<std::string> receiving_verbs_;
    std::unordered_set<std::string> occurring_;
    std::unordered_map<std::string, Carrying> carrying_;              ///< by preposition
    std::unordered_map<std::string, std::vector<std::string>> reach_; ///< category → prepositions
    std::unordered_map<std::string, std::string> content_modes_;      ///< "REJECT CONSULT" → meet
    std::unordered_map<std::string, double> confidence_;              ///< feature → weight
    Exclusions exclusions_;
    std::size_t size_ = 0;
};

} // namespace entente::relations
