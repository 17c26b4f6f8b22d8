// SPDX-License-Identifier: Apache-2.0
#include "cli/picture_flags.hpp"

#include "core/blocs.hpp"
#include "core/suggest.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

namespace entente::cli {

namespace {

using exporters::Clusters;

Error unknown(std::string_view flag, std::string_view what, const std::string& word,
              const std::vector<std::string>& names)
{
    std::string all;
    for (const std::string& name : names) {
        all += (all.empty() ? "write one of: " : ", ") + name;
    }
    return Error{ErrorCode::unknown_name, fmt::format("{}: unknown {} \"{}\"", flag, what, word)}
        .hint(did_you_mean(word, names, all));
}

} // namespace

void PictureFlags::attach(CLI::App& app)
{
    const std::string group = "Pictures";
    app.add_option("--theme", theme_, "light, dark or print; light by default")
        ->group(group)
        ->type_name("THEME");
    app.add_option("--colour,--color", colours_,
                   "What the fill of an actor says: kind or region; kind by default")
        ->group(group)
        ->type_name("WHAT");
    app.add_option("--cluster", clusters_,
                   "Frames around blocs, regions or kinds, or around the blocs named, such as "
                   "NATO,SCO")
        ->delimiter(',')
        ->allow_extra_args(false)
        ->group(group)
        ->type_name("WHAT");
}

Result<exporters::PictureOptions> PictureFlags::resolve() const
{
    exporters::PictureOptions options;
    if (!theme_.empty()) {
        const auto theme = exporters::parse_theme(theme_);
        if (!theme) {
            return unknown("--theme", "theme", theme_, {"light", "dark", "print"});
        }
        options.theme = *theme;
    }
    if (!colours_.empty()) {
        const auto colours = exporters::parse_actor_colours(colours_);
        if (!colours) {
            return unknown("--colour", "property of an actor", colours_, {"kind", "region"});
        }
        options.colours = *colours;
    }
    if (clusters_.size() == 1) {
        if (const auto clusters = exporters::parse_clusters(clusters_.front())) {
            options.clusters = *clusters;
            return options;
        }
    }
    for (const std::string& word : clusters_) {
        const Bloc* bloc = Blocs::builtin().find(word);
        if (bloc == nullptr) {
            std::vector<std::string> names{"none", "blocs", "regions", "kinds"};
            for (const Bloc& known : Blocs::builtin().blocs()) {
                names.push_back(known.code);
            }
            return unknown("--cluster", "bloc", word, names);
        }
        options.clusters = Clusters::blocs;
        options.blocs.push_back(bloc->code);
    }
    return options;
}

} // namespace entente::cli
