// SPDX-License-Identifier: Apache-2.0
#include "extractors/embedded.hpp"

#include "core/text.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace entente::extractors {

std::vector<Table> builtin_tables(std::string_view folder)
{
    std::vector<Table> tables;
    for (const EmbeddedFile& file : embedded::extractors()) {
        if (file.name.substr(0, folder.size()) == folder) {
            tables.push_back({std::string{file.name}, {}, file.text});
        }
    }
    return tables;
}

std::string tables_fingerprint(const std::vector<std::string>& extra_files, std::uint64_t model)
{
    std::vector<Table> tables = builtin_tables("");
    for (const std::string& file : extra_files) {
        if (auto table = read_table(file)) {
            tables.push_back(std::move(*table));
        }
    }
    std::string hashes = text::to_hex(model);
    for (const Table& table : tables) {
        hashes += text::to_hex(text::hash(table.text()));
    }
    return text::to_hex(text::hash(hashes)).substr(0, 8);
}

Result<Table> read_table(const std::string& file)
{
    std::error_code failure;
    if (!std::filesystem::is_regular_file(file, failure)) {
        return Error{ErrorCode::missing_input, "no such table"}.at(file).hint(
            "check the path; a table is a text file of tab-separated columns");
    }
    std::ifstream in{file, std::ios::binary};
    std::string text{std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
    if (!in) {
        return Error{ErrorCode::unreadable_input, "the table cannot be read"}.at(file).hint(
            "check the permissions of the file");
    }
    return Table{file, std::move(text), {}};
}

} // namespace entente::extractors
