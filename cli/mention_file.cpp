// SPDX-License-Identifier: Apache-2.0
#include "cli/mention_file.hpp"

#include "core/mention_json.hpp"
#include "core/text.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <utility>

namespace entente::cli {

namespace {

std::optional<PartialDate> publication_date(const std::vector<Mention>& mentions)
{
    for (const Mention& mention : mentions) {
        if (mention.date && mention.date->basis == DateBasis::article &&
            mention.date->precision == DatePrecision::day) {
            return PartialDate::of_day(mention.date->range.from);
        }
    }
    return std::nullopt;
}

/// Lines that may be bad before the whole file is taken for something else.
constexpr std::size_t kPatience = 20;

void report(std::vector<Error>& errors, Diagnostics& diagnostics)
{
    for (Error& error : errors) {
        diagnostics.error(std::move(error));
    }
    errors.clear();
}

Result<std::vector<store::Extracted>> read_lines(std::istream& in, const std::string& name,
                                                 Diagnostics& diagnostics)
{
    std::map<std::string, std::vector<Mention>> by_article;
    std::vector<Error> early; // bad lines before the first good one
    std::string line;
    for (std::uint64_t number = 1; std::getline(in, line); ++number) {
        if (text::trim(line).empty()) {
            continue;
        }
        auto mention = mention_from_json(line);
        if (mention) {
            report(early, diagnostics);
            by_article[mention->article].push_back(std::move(*mention));
            continue;
        }
        Error error =
            Error{ErrorCode::bad_article, "no mention"}.at(name, number).caused_by(mention.error());
        if (!by_article.empty()) {
            diagnostics.error(std::move(error));
        } else if (early.size() < kPatience) {
            early.push_back(std::move(error));
        } else {
            break;
        }
    }
    if (by_article.empty() && !early.empty()) {
        return Error{ErrorCode::unreadable_input, "this is no file of mentions"}
            .at(name, early.front().where().line)
            .hint("name stores, or files that `entente extract` printed");
    }
    if (in.bad()) {
        return Error{ErrorCode::unreadable_input, "reading failed"}.at(name).hint(
            "check the disk, then run the command again");
    }
    std::vector<store::Extracted> articles;
    for (auto& [id, mentions] : by_article) {
        std::sort(mentions.begin(), mentions.end(), comes_before);
        store::Extracted extracted;
        extracted.article.id = id;
        extracted.article.date = publication_date(mentions);
        extracted.extractor = mentions.front().extractor;
        extracted.mentions = std::move(mentions);
        articles.push_back(std::move(extracted));
    }
    return articles;
}

} // namespace

Result<std::vector<store::Extracted>>
read_mention_file(const std::string& file, std::istream& standard_input, Diagnostics& diagnostics)
{
    if (file == "-") {
        return read_lines(standard_input, "standard input", diagnostics);
    }
    if (!std::filesystem::exists(file)) {
        return Error{ErrorCode::missing_input, "no such file"}.at(file).hint("check the path");
    }
    std::ifstream in{file, std::ios::binary};
    if (!in || std::filesystem::is_directory(file)) {
        return Error{ErrorCode::unreadable_input, "not readable"}.at(file).hint(
            "name a store or a file of mentions that you may read");
    }
    return read_lines(in, file, diagnostics);
}

} // namespace entente::cli
