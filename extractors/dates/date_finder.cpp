// SPDX-License-Identifier: Apache-2.0
#include "extractors/dates/date_finder.hpp"

#include "extractors/dates/reading.hpp"

#include <fmt/format.h>

#include <string>

namespace entente::dates {

namespace {

using extractors::DateSighting;

class Finder {
public:
    Finder(const Article& article, const language::Analysis& analysis, const Vocabulary& vocabulary)
        : article_{article}
        , analysis_{analysis}
        , words_{analysis, vocabulary}
        , tenses_{analysis, words_}
    {
        if (article.date) {
            today_ = article.date->range().from;
        }
    }

    std::vector<DateSighting> run()
    {
        for (const language::Sentence& sentence : analysis_.sentences) {
            words_.enter(sentence);
            discourse_.next_sentence();
            read(sentence);
        }
        return std::move(found_);
    }

private:
    void read(const language::Sentence& sentence)
    {
        const Context context{words_, tenses_, discourse_, today_};
        for (std::size_t i = sentence.first; i < sentence.last;) {
            const Found found = words_.may_begin(i) ? read_time(context, i) : std::nullopt;
            if (!found) {
                ++i;
                continue;
            }
            add(*found);
            i = found->last;
        }
    }

    void add(const Expression& expression)
    {
        DateSighting sighting;
        sighting.first = expression.first;
        sighting.last = expression.last;
        const language::Token& first = analysis_.tokens[expression.first];
        const language::Token& last = analysis_.tokens[expression.last - 1];
        Evidence& evidence = sighting.mention;
        evidence.bytes = {first.bytes.begin, last.bytes.end};
        evidence.code_points = {first.code_points.begin, last.code_points.end};
        evidence.text = article_.text.substr(evidence.bytes.begin, evidence.bytes.size());
        sighting.type = to_string(expression.type);
        sighting.value = expression.value;
        if (expression.range) {
            sighting.date = EventDate{*expression.range, expression.precision, expression.basis};
            const bool day = expression.type == Type::date || expression.type == Type::time;
            if (day && !expression.aside) {
                discourse_.add(*expression.range, expression.precision);
            }
        }
        found_.push_back(std::move(sighting));
    }

    const Article& article_;
    const language::Analysis& analysis_;
    Words words_;
    Tenses tenses_;
    Discourse discourse_;
    std::optional<Day> today_;
    std::vector<DateSighting> found_;
};

std::string why(const DateSighting& sighting)
{
    if (sighting.date) {
        return fmt::format("{}, to the {}", to_string(sighting.date->basis),
                           to_string(sighting.date->precision));
    }
    return sighting.value.empty() ? "no such day, or no day to count from"
                                  : "no days of the calendar";
}

} // namespace

std::vector<DateSighting> find_dates(const Article& article, const language::Analysis& analysis,
                                     const Vocabulary& vocabulary, Trace* trace)
{
    std::vector<DateSighting> found = Finder{article, analysis, vocabulary}.run();
    if (trace != nullptr) {
        for (const DateSighting& sighting : found) {
            trace->step({TraceStage::date, sighting.date.has_value(), sighting.mention.code_points,
                         fmt::format("{} → {} {}", sighting.mention.text, sighting.type,
                                     sighting.value.empty() ? "without a value" : sighting.value),
                         why(sighting)});
        }
    }
    return found;
}

} // namespace entente::dates
