// SPDX-License-Identifier: Apache-2.0
#include "extractors/relations/relation_builder.hpp"

#include "extractors/relations/attribution.hpp"
#include "extractors/relations/confidence.hpp"
#include "extractors/relations/event_date.hpp"
#include "extractors/relations/speech_act.hpp"
#include "extractors/relations/status.hpp"
#include "extractors/relations/topics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <tuple>

namespace entente::relations {

namespace {

using language::Token;

/// Weight of the sport words in a sentence from which on nothing political is believed.
constexpr double kSportSentence = 1.5;
/// Their weight by word of the article above which it is a match report.
constexpr double kSportArticle = 0.02;

/// Of a relation that is reported: with less, four of five are wrong.
constexpr double kLeastConfidence = 0.2;

constexpr std::size_t kLongestSport = 3; ///< words of an entry of sport.tsv

class Builder {
public:
    Builder(const Article& article, const extractors::Reading& reading, const language::Tree& tree,
            const Lexicon& lexicon, std::span<const Candidate> candidates, std::string_view version,
            Trace* trace)
        : article_{article}
        , reading_{reading}
        , tree_{tree}
        , lexicon_{lexicon}
        , dates_{article, reading, tree, lexicon, candidates}
        , topics_{tree, reading, lexicon}
        , version_{version}
        , trace_{trace}
        , sport_(reading.analysis.sentences.size(), 0.0)
    {
        double all = 0.0;
        for (std::size_t i = 0; i < reading.analysis.tokens.size(); ++i) {
            const double weight = sport_weight(i);
            sport_[tree.sentence_of(i)] += weight;
            all += weight;
        }
        match_report_ = all > kSportArticle * static_cast<double>(reading.analysis.tokens.size());
    }

    std::vector<Mention> run(const std::vector<Candidate>& candidates)
    {
        std::vector<Mention> mentions;
        for (const Candidate& candidate : candidates) {
            const std::size_t sentence = tree_.sentence_of(candidate.predicate);
            if (match_report_ || sport_[sentence] >= kSportSentence) {
                refuse(candidate, "the sentence is about sport");
                continue;
            }
            Mention found = mention(candidate, sentence);
            if (found.confidence < kLeastConfidence) {
                refuse(candidate, fmt::format("confidence {:.2f} is too low", found.confidence));
                continue;
            }
            mentions.push_back(std::move(found));
        }
        return unique(mutual(std::move(mentions)));
    }

private:
    /// Of the weightiest entry that ends with the token: "world cup" before "cup".
    [[nodiscard]] double sport_weight(std::size_t token) const
    {
        double weight = 0.0;
        for (const std::string& phrase : tree_.phrases_to(token, kLongestSport)) {
            weight = std::max(weight, lexicon_.sport_weight(phrase));
        }
        return weight;
    }

    void refuse(const Candidate& candidate, std::string why)
    {
        if (trace_ != nullptr) {
            trace_->step({TraceStage::relation, false, tree_.token(candidate.predicate).code_points,
                          candidate.frame->category, std::move(why)});
        }
    }

    [[nodiscard]] Mention mention(const Candidate& candidate, std::size_t sentence_number) const
    {
        const Frame& frame = *candidate.frame;
        const language::Sentence& sentence = reading_.analysis.sentences[sentence_number];
        Mention out;
        out.article = article_.id;
        out.sentence = evidence(sentence.bytes, sentence.code_points);
        out.source = argument(candidate.source, frame, true);
        out.target = argument(candidate.target, frame, false);
        out.category = frame.category;
        out.mode = frame.mode;
        out.symmetric = frame.symmetric;
        const Token& predicate = tree_.token(candidate.predicate);
        out.cue = evidence(predicate.bytes, predicate.code_points);
        out.status = read_factuality(tree_, candidate.predicate, lexicon_).status;
        if (out.mode.empty()) {
            out.mode = mode_by_content(tree_, candidate.predicate, out.category, lexicon_);
        }
        const Attribution attribution = read_attribution(tree_, candidate.predicate, lexicon_);
        out.alleged = attribution.alleged;
        out.attributed_to = speaker(attribution.speaker);
        out.label = make_label(tree_, candidate.predicate, frame, reading_.actors);
        refuse_future(candidate, out);
        out.topics = topics_.topics(candidate.predicate, frame, out.source, out.target);
        out.date = dates_.of(candidate.predicate);
        const ConfidenceEvidence evidence_of =
            confidence_evidence(tree_, reading_, candidate, out.status);
        out.confidence = confidence_of(evidence_of, lexicon_);
        if (trace_ != nullptr) {
            trace_->step({TraceStage::confidence, true, predicate.code_points,
                          fmt::format("{} {} {}", out.source.code.text(), out.category,
                                      out.target.code.text()),
                          describe(evidence_of, lexicon_)});
        }
        out.rule = frame.id;
        out.extractor = version_;
        if (out.symmetric && out.target.mention.code_points < out.source.mention.code_points) {
            std::swap(out.source, out.target);
        }
        return out;
    }

    /// "will not help", "said it would not attend": what one will not do for another is a refusal.
    void refuse_future(const Candidate& candidate, Mention& out) const
    {
        const std::string mode = lexicon_.mode_of_content("REJECT", *candidate.frame);
        if (out.status == Factuality::negated && candidate.frame->kind == PredicateKind::verb &&
            !mode.empty() && is_refused(tree_, candidate.predicate, lexicon_)) {
            out.category = "REJECT";
            out.mode = mode;
            out.symmetric = false;
            out.status = Factuality::actual;
            out.label = "refusal";
        }
    }

    /// As the text names the speaker; a pronoun by the person or actor that it stands for.
    [[nodiscard]] std::string speaker(std::size_t token) const
    {
        if (token == language::kRoot) {
            return {};
        }
        if (tree_.token(token).upos == "PRON") {
            for (const extractors::ActorSighting& one : reading_.actors) {
                if (one.head == token) {
                    return one.actor.via.empty() ? one.actor.name : one.actor.via;
                }
            }
        }
        const SpeakerName name = speaker_name(tree_, token);
        const std::size_t begin = tree_.token(name.first).bytes.begin;
        const std::size_t end = tree_.token(name.last - 1).bytes.end;
        std::string words = article_.text.substr(begin, end - begin);
        std::replace(words.begin(), words.end(), '\n', ' ');
        return words;
    }

    [[nodiscard]] Evidence evidence(Span bytes, Span code_points) const
    {
        return {code_points, bytes, article_.text.substr(bytes.begin, bytes.size())};
    }

    /// A state that acts or is addressed is its government; a side of a standing relation and a
    /// people or place is the state as such.
    [[nodiscard]] Argument argument(std::size_t index, const Frame& frame, bool is_source) const
    {
        Argument out = reading_.actors[index].actor;
        const bool standing = frame.category == "RELATE";
        const bool traded = frame.category == "COOPERATE" && frame.symmetric;
        const bool suffered =
            !is_source && (frame.category == "ASSAULT" || frame.category == "MOBILIZE");
        if (out.kind == ActorKind::state && out.code.sector().empty() && !standing && !traded &&
            !suffered) {
            out.code = out.code.with_sector("GOV");
        }
        return out;
    }

    /// "arrested each other's fishermen": both directions by one predicate are one relation.
    [[nodiscard]] static std::vector<Mention> mutual(std::vector<Mention> mentions)
    {
        std::vector<Mention> kept;
        for (Mention& mention : mentions) {
            const auto back = std::find_if(kept.begin(), kept.end(), [&](const Mention& other) {
                return !other.symmetric && other.cue.code_points == mention.cue.code_points &&
                       other.rule == mention.rule && other.source.code == mention.target.code &&
                       other.target.code == mention.source.code;
            });
            if (back != kept.end()) {
                back->symmetric = true;
            } else {
                kept.push_back(std::move(mention));
            }
        }
        return kept;
    }

    /// The most confident mention of each relation of a sentence.
    [[nodiscard]] std::vector<Mention> unique(std::vector<Mention> mentions) const
    {
        const auto key = [](const Mention& m) {
            const bool swap = m.symmetric && m.target.code < m.source.code;
            return std::tuple{m.sentence.code_points, swap ? m.target.code : m.source.code,
                              swap ? m.source.code : m.target.code, m.category};
        };
        std::stable_sort(mentions.begin(), mentions.end(), [&](const auto& a, const auto& b) {
            return key(a) != key(b) ? key(a) < key(b) : a.confidence > b.confidence;
        });
        mentions.erase(std::unique(mentions.begin(), mentions.end(),
                                   [&](const auto& a, const auto& b) { return key(a) == key(b); }),
                       mentions.end());
        std::sort(mentions.begin(), mentions.end(), comes_before);
        if (trace_ != nullptr) {
            for (const Mention& m : mentions) {
                trace_->step({TraceStage::relation, true, m.cue.code_points,
                              fmt::format("{} {} {}", m.source.code.text(), m.category,
                                          m.target.code.text()),
                              m.rule});
            }
        }
        return mentions;
    }

    const Article& article_;
    const extractors::Reading& reading_;
    const language::Tree& tree_;
    const Lexicon& lexicon_;
    EventDates dates_;
    TopicFinder topics_;
    std::string_view version_;
    Trace* trace_;
    std::vector<double> sport_; ///< weight of the sport words by sentence
    bool match_report_ = false;
};

} // namespace

std::vector<Mention> build_mentions(const Article& article, const extractors::Reading& reading,
                                    const language::Tree& tree,
                                    const std::vector<Candidate>& candidates,
                                    const Lexicon& lexicon, std::string_view version, Trace* trace)
{
    return Builder{article, reading, tree, lexicon, candidates, version, trace}.run(candidates);
}

} // namespace entente::relations
