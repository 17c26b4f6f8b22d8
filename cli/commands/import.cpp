// SPDX-License-Identifier: Apache-2.0
// `entente import`: records of others, and graphs of ours, into a store.
#include "cli/clock.hpp"
#include "cli/command.hpp"
#include "cli/graph_loading.hpp"
#include "cli/interrupt.hpp"
#include "cli/output/counted.hpp"
#include "cli/output/diagnostics_printer.hpp"
#include "cli/output/json.hpp"
#include "cli/output/store_report.hpp"
#include "cli/record_input.hpp"
#include "core/store/store.hpp"
#include "core/suggest.hpp"
#include "core/text.hpp"
#include "extractors/records/record_reader.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace entente::cli {

namespace {

struct Options {
    std::string graph;
    std::vector<std::string> inputs;
    std::string format;
    std::string name;
    std::optional<double> confidence;
    bool json = false;
};

/// How many different reasons are named when records are left out.
constexpr std::size_t kNamedReasons = 5;
/// How many are remembered: a file may name any number of unknown actors.
constexpr std::size_t kMostReasons = 10'000;

/// Puts records into the store and counts what became of them.
class StoreOutlet final : public records::Outlet {
public:
    StoreOutlet(store::Store& store, Progress& progress, Diagnostics& diagnostics,
                const InterruptGuard& interrupt)
        : store_{store}
        , progress_{progress}
        , diagnostics_{diagnostics}
        , interrupt_{interrupt}
    {}

    Status take(store::Extracted record) override
    {
        if (interrupt_.interrupted()) {
            return Error{ErrorCode::not_found, "interrupted"};
        }
        const std::size_t mentions = record.mentions.size();
        const auto outcome = store_.add(record);
        if (!outcome) {
            if (outcome.error().code() == ErrorCode::bad_article) {
                lose(outcome.error());
                return {};
            }
            return outcome.error();
        }
        report_.count(*outcome, mentions);
        progress_.show(report_.done());
        return {};
    }

    void leave_out(records::Omission omission, std::string_view what) override
    {
        Left& left = left_[omission];
        ++left.count;
        if (!what.empty() && left.values.size() < kMostReasons) {
            ++left.values[std::string{what}];
        }
    }

    void lose(Error error) override
    {
        ++report_.failed;
        diagnostics_.error(std::move(error));
    }

    [[nodiscard]] const StoreReport& report() const { return report_; }

    [[nodiscard]] std::size_t left_out() const
    {
        std::size_t sum = 0;
        for (const auto& [omission, left] : left_) {
            sum += left.count;
        }
        return sum;
    }

    void print(Session& session, bool json) const
    {
        if (json) {
            print_json(session);
            return;
        }
        report_.print(session, false);
        if (session.quiet) {
            return;
        }
        for (const auto& [omission, left] : left_) {
            session.out << fmt::format("left out {}: {}{}\n", left.count, to_string(omission),
                                       named(left));
        }
    }

private:
    struct Left {
        std::size_t count = 0;
        std::map<std::string, std::size_t, std::less<>> values;
    };

    /// Most frequent first.
    static std::vector<std::pair<std::string, std::size_t>> most_first(const Left& left)
    {
        std::vector<std::pair<std::string, std::size_t>> values{left.values.begin(),
                                                                left.values.end()};
        std::stable_sort(values.begin(), values.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        values.resize(std::min(values.size(), kNamedReasons));
        return values;
    }

    static std::string named(const Left& left)
    {
        std::string text;
        for (const auto& [value, count] : most_first(left)) {
            text +=
                fmt::format("{}{} {}", text.empty() ? " (" : ", ", text::printable(value), count);
        }
        if (left.values.size() > kNamedReasons) {
            text += ", …";
        }
        return text.empty() ? text : text + ")";
    }

    void print_json(Session& session) const
    {
        Json json;
        json.begin_object().key("added").number(report_.added);
        json.key("replaced").number(report_.replaced).key("unchanged").number(report_.unchanged);
        json.key("failed").number(report_.failed).key("mentions").number(report_.mentions);
        json.key("left_out").begin_object();
        for (const auto& [omission, left] : left_) {
            json.key(to_string(omission)).number(left.count);
        }
        session.out << json.end_object().end_object().line() << '\n';
    }

    store::Store& store_;
    Progress& progress_;
    Diagnostics& diagnostics_;
    const InterruptGuard& interrupt_;
    StoreReport report_;
    std::map<records::Omission, Left> left_;
};

Result<const records::RecordFormat*> find_format(const std::string& name)
{
    if (name.empty()) {
        return nullptr;
    }
    if (const records::RecordFormat* format = records::format_by_name(name)) {
        return format;
    }
    std::vector<std::string> names;
    std::string all;
    for (const records::RecordFormat& format : records::formats()) {
        names.emplace_back(format.name);
        all += fmt::format("{}{}", all.empty() ? "read one of: " : ", ", format.name);
    }
    return Error{ErrorCode::unsupported_format, fmt::format("unknown format \"{}\"", name)}.hint(
        did_you_mean(name, names, all));
}

std::string origin_of(const Options& options)
{
    std::string origin = "import";
    for (const std::string& input : options.inputs) {
        origin += " " + input;
    }
    return origin;
}

ExitStatus run_import(const Options& options, Session& session)
{
    const auto format = find_format(options.format);
    if (!format) {
        return fail(session, format.error());
    }
    const auto inputs = expand_record_inputs(options.inputs);
    if (!inputs) {
        return fail(session, inputs.error());
    }
    auto store = store::Store::open(options.graph, store::OpenMode::write_or_create);
    if (!store) {
        return fail(session, store.error());
    }
    if (const Status begun = store->begin_load(now_utc(), origin_of(options)); !begun) {
        return fail(session, begun.error());
    }
    records::ReadOptions reading;
    reading.confidence = options.confidence;
    reading.graph_name = options.name;
    Progress progress{session, "records"};
    DiagnosticsPrinter diagnostics{session, &progress};
    const InterruptGuard interrupt;
    StoreOutlet outlet{*store, progress, diagnostics, interrupt};
    for (const std::string& input : *inputs) {
        const Status read = read_records(input, *format, reading, session.in, outlet);
        if (!read && interrupt.interrupted()) {
            break;
        }
        if (!read) {
            diagnostics.error(read.error());
        }
    }
    progress.clear();
    // What was read before a failure is kept.
    if (const Status committed = store->commit(); !committed) {
        return fail(session, committed.error());
    }
    outlet.print(session, options.json);
    if (interrupt.interrupted()) {
        print_warning(session, Error{ErrorCode::not_found, "interrupted"}.hint(
                                   "run the same command again to import the rest"));
        return ExitStatus::incomplete;
    }
    const std::size_t done = outlet.report().done() + outlet.left_out();
    if (done == 0 && diagnostics.errors() == 0) {
        return fail(session, Error{ErrorCode::not_found, "the inputs hold no records"}.hint(
                                 "name files with records in them"));
    }
    return diagnostics.status(done);
}

Action setup(CLI::App& app)
{
    auto options = std::make_shared<Options>();
    add_graph_argument(app, options->graph);
    app.add_option("input", options->inputs,
                   "Files, folders, or - for the standard input; read as they are, not unpacked")
        ->required()
        ->type_name("INPUT");
    std::string names;
    for (const records::RecordFormat& format : records::formats()) {
        names += fmt::format("{}{}", names.empty() ? "" : ", ", format.name);
    }
    app.add_option("-f,--format", options->format,
                   "One of: " + names + "; found out by itself where not given")
        ->type_name("NAME");
    app.add_option("--confidence", options->confidence,
                   "Of every coded event, 0 to 1, instead of what its format is known for")
        ->check(CLI::Range(0.0, 1.0))
        ->type_name("NUMBER");
    app.add_option("--as", options->name,
                   "Name of an imported graph; a later import of the same name replaces the "
                   "relations it still has")
        ->type_name("NAME");
    app.add_flag("--json", options->json, "Print the report as JSON");
    return [options](Session& session) {
        return run_import(*options, session);
    };
}

} // namespace

Command import_command()
{
    return {"import", "Read coded events of others, or graphs that `export` wrote, into a store",
            "  entente import world.kg 20240501000000.export.CSV\n"
            "  entente import world.kg --format icews events.2019.tab\n"
            "  zcat events.gz | entente import world.kg -\n"
            "  entente import world.kg colleague.graphml --as colleague\n",
            &setup};
}

} // namespace entente::cli
