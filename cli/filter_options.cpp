// SPDX-License-Identifier: Apache-2.0
#include "cli/filter_options.hpp"

#include "cli/option_checks.hpp"
#include "core/suggest.hpp"
#include "core/text.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <iterator>

namespace entente::cli {

namespace {

/// Finds `word` among `names` whatever its case; blanks, '-' and '_' are one.
Result<std::string> one_of(std::string_view flag, std::string_view what, std::string_view word,
                           const std::vector<std::string>& names)
{
    const auto plain = [](std::string_view text) {
        std::string folded = text::fold(text);
        std::replace(folded.begin(), folded.end(), '-', ' ');
        std::replace(folded.begin(), folded.end(), '_', ' ');
        return folded;
    };
    for (const std::string& name : names) {
        if (plain(name) == plain(word)) {
            return name;
        }
    }
    std::string all;
    for (const std::string& name : names) {
        all += (all.empty() ? "write one of: " : ", ") + name;
    }
    return Error{ErrorCode::unknown_name, fmt::format("{}: unknown {} \"{}\"", flag, what, word)}
        .hint(did_you_mean(word, names, all));
}

Result<std::optional<DateRange>> read_date(std::string_view flag, const std::string& word)
{
    if (word.empty()) {
        return std::optional<DateRange>{};
    }
    const auto date = PartialDate::parse(word);
    if (!date) {
        return Error{ErrorCode::bad_value, fmt::format("{}: \"{}\" is no date", flag, word)}.hint(
            "write YYYY, YYYY-MM or YYYY-MM-DD");
    }
    return std::optional{date->range()};
}

template <typename Value>
Status fill(std::vector<Value>& values, const std::vector<std::string>& words,
            const std::function<Result<Value>(const std::string&)>& read)
{
    for (const std::string& word : words) {
        auto value = read(word);
        if (!value) {
            return value.error();
        }
        values.push_back(std::move(*value));
    }
    return {};
}

template <typename Item>
std::vector<std::string> names_of(const std::vector<Item>& items)
{
    std::vector<std::string> names;
    std::transform(items.begin(), items.end(), std::back_inserter(names),
                   [](const Item& item) { return item.name; });
    return names;
}

Status resolve_dates(Filter& filter, const std::string& since_text, const std::string& until_text,
                     const std::string& as_of_text)
{
    const auto since = read_date("--since", since_text);
    const auto until = read_date("--until", until_text);
    const auto as_of = read_date("--as-of", as_of_text);
    for (const auto* date : {&since, &until, &as_of}) {
        if (!*date) {
            return date->error();
        }
    }
    if (*since) {
        filter.since = (*since)->from;
    }
    if (*until) {
        filter.until = (*until)->from;
    }
    if (*as_of) {
        filter.as_of = (*as_of)->to - std::chrono::days{1};
    }
    if (filter.since && filter.until && !(*filter.since < *filter.until)) {
        return Error{ErrorCode::bad_value,
                     fmt::format("--since {} is not before --until {}", since_text, until_text)}
            .hint("--until is exclusive: name a later date");
    }
    return {};
}

} // namespace

void FilterOptions::attach(CLI::App& app)
{
    const std::string group = "Filters";
    const auto list = [&](const char* name, std::vector<std::string>& values, const char* help,
                          const char* type) {
        app.add_option(name, values, help)
            ->delimiter(',')
            ->allow_extra_args(false)
            ->group(group)
            ->type_name(type);
    };
    list("--actor", actors_, "One side is this actor; a name or a code", "ACTOR");
    list("--between", between_, "Both sides are among these actors", "A,B");
    list("--category", categories_, "Category, see `entente ontology`", "NAME");
    list("--quad", quads_, "Class, such as \"material conflict\"", "CLASS");
    list("--topic", topics_, "Topic, see `entente ontology`", "NAME");
    list("--status", statuses_,
         "actual, planned, hypothetical or negated; all but negated by default", "STATUS");
    app.add_option("--since", since_, "It happened on this date or later")
        ->group(group)
        ->type_name("DATE");
    app.add_option("--until", until_, "It happened before this date")
        ->group(group)
        ->type_name("DATE");
    app.add_option("--as-of", as_of_, "Published on this date or earlier")
        ->group(group)
        ->type_name("DATE");
    app.add_option("--min-mentions", min_mentions_, "Relations with at least as many sentences")
        ->group(group)
        ->check(whole_number(1))
        ->type_name("N");
    app.add_option("--min-confidence", min_confidence_, "Mentions at least as certain, 0 to 1")
        ->group(group)
        ->check(share_of_one())
        ->type_name("P");
    app.add_option("--level", level_, "state joins the sectors of a state, actor keeps them apart")
        ->group(group)
        ->type_name("LEVEL");
    app.add_option("--group", group_, "One relation for each pair, category or topic")
        ->group(group)
        ->type_name("GROUP");
    app.add_option("--top", top_, "Keep the strongest relations; 0 keeps all")
        ->group(group)
        ->check(whole_number(0))
        ->type_name("N");
}

Result<Filter> FilterOptions::resolve(ActorNames& names, const Ontology& ontology) const
{
    Filter filter;
    filter.min_confidence = min_confidence_;
    filter.min_mentions = min_mentions_;
    filter.top = top_;
    const std::vector<std::string> categories = names_of(ontology.categories());
    const std::vector<std::string> topics = names_of(ontology.topics());
    const std::vector<std::string> quads{"verbal cooperation", "material cooperation",
                                         "verbal conflict", "material conflict",
                                         "standing relation"};
    const std::vector<std::string> statuses{"actual", "planned", "hypothetical", "negated"};

    const auto actor = [&](const std::string& word) {
        return names.resolve(word);
    };
    const auto quad = [&](const std::string& word) -> Result<Quad> {
        const auto name = one_of("--quad", "class", word, quads);
        return name ? Result<Quad>{*parse_quad(*name)} : Result<Quad>{name.error()};
    };
    const auto status = [&](const std::string& word) -> Result<Factuality> {
        const auto name = one_of("--status", "status", word, statuses);
        return name ? Result<Factuality>{*parse_factuality(*name)}
                    : Result<Factuality>{name.error()};
    };
    const auto category = [&](const std::string& word) {
        return one_of("--category", "category", word, categories);
    };
    const auto topic = [&](const std::string& word) {
        return one_of("--topic", "topic", word, topics);
    };
    const Status steps[] = {
        fill<ActorCode>(filter.actors, actors_, actor),
        fill<ActorCode>(filter.between, between_, actor),
        fill<std::string>(filter.categories, categories_, category),
        fill<Quad>(filter.quads, quads_, quad),
        fill<std::string>(filter.topics, topics_, topic),
        fill<Factuality>(filter.statuses, statuses_, status),
        resolve_dates(filter, since_, until_, as_of_),
    };
    for (const Status& step : steps) {
        if (!step) {
            return step.error();
        }
    }
    if (filter.between.size() == 1) {
        return Error{ErrorCode::bad_value, "--between needs two actors or more"}.hint(
            "write --between A,B, or --actor for all relations of one");
    }
    if (!level_.empty()) {
        const auto level = one_of("--level", "level", level_, {"state", "actor"});
        if (!level) {
            return level.error();
        }
        filter.level = *parse_level(*level);
    }
    if (!group_.empty()) {
        const auto grouping = one_of("--group", "grouping", group_, {"pair", "category", "topic"});
        if (!grouping) {
            return grouping.error();
        }
        filter.grouping = *parse_grouping(*grouping);
    }
    return filter;
}

std::string describe(const Filter& filter)
{
    std::string all;
    const auto add = [&](std::string_view what, const std::string& value) {
        all += fmt::format("{}{} {}", all.empty() ? "" : ", ", what, value);
    };
    const auto add_list = [&](std::string_view what, std::string_view separator, const auto& values,
                              const auto& text_of) {
        std::string joined;
        for (const auto& value : values) {
            joined += joined.empty() ? "" : separator;
            joined += text_of(value);
        }
        if (!joined.empty()) {
            add(what, joined);
        }
    };
    const auto code = [](const ActorCode& actor) {
        return actor.text();
    };
    const auto same = [](const std::string& text) {
        return text;
    };
    const auto word = [](auto value) {
        return std::string{to_string(value)};
    };
    add_list("actor", " or ", filter.actors, code);
    add_list("between", " and ", filter.between, code);
    add_list("category", " or ", filter.categories, same);
    add_list("class", " or ", filter.quads, word);
    add_list("topic", " or ", filter.topics, same);
    add_list("status", " or ", filter.statuses, word);
    if (filter.since) {
        add("since", format_day(*filter.since));
    }
    if (filter.until) {
        add("until", format_day(*filter.until));
    }
    if (filter.as_of) {
        add("as of", format_day(*filter.as_of));
    }
    if (filter.min_confidence > 0.0) {
        add("confidence from", fmt::format("{}", filter.min_confidence));
    }
    if (filter.min_mentions > 1) {
        add("mentions from", fmt::format("{}", filter.min_mentions));
    }
    return all;
}

} // namespace entente::cli
