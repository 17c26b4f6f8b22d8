// SPDX-License-Identifier: Apache-2.0
#include "extractors/actors/petrarch_dictionary.hpp"

#include "core/text.hpp"
#include "extractors/actors/petrarch_codes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace entente::actors {

namespace {

constexpr std::size_t kLongestLine = 4096; ///< bytes
constexpr std::size_t kMostWords = 16;     ///< of a name
constexpr std::size_t kMostSubstitutions = 1000;

using Markers = std::unordered_map<std::string, std::vector<std::string>>;

/// An actor or agent, until its codes tell which.
struct Record {
    std::vector<std::string> names; ///< markers not yet replaced
    std::vector<PetrarchCode> codes;
    bool agent = false;
    bool faulty = false; ///< one of its codes was not read
    std::uint64_t line = 0;
};

Error fault(std::string what, std::string remedy)
{
    return Error{ErrorCode::bad_dataset, std::move(what)}.hint(std::move(remedy));
}

/// Text up to a comment: '#' or ';' outside of brackets.
std::string_view without_comment(std::string_view line)
{
    bool bracket = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '[' || line[i] == ']') {
            bracket = line[i] == '[';
        } else if (!bracket && (line[i] == '#' || line[i] == ';')) {
            return line.substr(0, i);
        }
    }
    return line;
}

/// "HAMID_KARZAI_" → "HAMID KARZAI". Underscores and blanks are the same to us: words that may
/// stand between are not supported.
std::string plain_name(std::string_view name)
{
    std::string out;
    for (const char c : name) {
        const char plain = c == '_' || c == '\t' ? ' ' : c;
        if (plain != ' ' || (!out.empty() && out.back() != ' ')) {
            out += plain;
        }
    }
    if (!out.empty() && out.back() == ' ') {
        out.pop_back();
    }
    return out;
}

/// The faults of a name; none where it is good.
std::optional<Error> fault_of_name(std::string_view name)
{
    const bool words = std::any_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               static_cast<unsigned char>(c) >= 0x80;
    });
    if (!words) {
        return fault("a name without words", "write NAME_OF_THE_ACTOR [CODE]");
    }
    if (name.find_first_of("[]{}") != std::string_view::npos) {
        return fault("a bracket in a name", "close every [ with ] and every { with }");
    }
    if (static_cast<std::size_t>(std::count(name.begin(), name.end(), ' ')) >= kMostWords) {
        return fault(fmt::format("a name of more than {} words", kMostWords), "shorten the name");
    }
    return std::nullopt;
}

class Parser {
public:
    explicit Parser(std::string_view file)
        : file_{file}
    {}

    PetrarchDictionary parse(std::string_view text)
    {
        if (text.substr(0, 3) == "\xEF\xBB\xBF") {
            text.remove_prefix(3);
        }
        // Files of old Macintoshes end lines with a carriage return alone.
        const char end = text.find('\n') == std::string_view::npos ? '\r' : '\n';
        while (!text.empty()) {
            ++line_;
            const std::size_t size = std::min(text.find(end), text.size());
            whole_line(text.substr(0, size));
            text.remove_prefix(std::min(size + 1, text.size()));
        }
        if (comment_ != 0) {
            add_fault(fault("a comment that is not closed", "end it with -->"), comment_);
        }
        for (const Record& record : records_) {
            finish(record);
        }
        return std::move(out_);
    }

private:
    void add_fault(Error error, std::uint64_t line)
    {
        if (out_.fault_count++ < PetrarchDictionary::kFaultsKept) {
            out_.faults.push_back(std::move(error).at(std::string{file_}, line));
        }
    }

    void whole_line(std::string_view line)
    {
        const std::string bare = without_markup(line);
        const std::string_view content = text::trim(without_comment(bare));
        if (content.empty()) {
            return;
        }
        if (content.size() > kLongestLine) {
            lost(fault(fmt::format("a line of more than {} bytes", kLongestLine),
                       "put every name on a line of its own"));
            return;
        }
        const bool control = std::any_of(content.begin(), content.end(), [](char c) {
            return static_cast<unsigned char>(c) < 0x20 && c != '\t';
        });
        if (control || !text::is_valid_utf8(content)) {
            lost(fault("this line is no UTF-8 text", "save the file as UTF-8"));
            return;
        }
        read(content);
    }

    /// Without "<!-- … -->", which may go over several lines, and without other "<!" lines.
    std::string without_markup(std::string_view line)
    {
        std::string out;
        while (true) {
            if (comment_ != 0) {
                const std::size_t end = line.find("-->");
                if (end == std::string_view::npos) {
                    return out;
                }
                comment_ = 0;
                line.remove_prefix(end + 3);
            }
            const std::size_t begin = line.find("<!--");
            out += line.substr(0, begin);
            if (begin == std::string_view::npos) {
                return out.starts_with("<!") ? std::string{} : out;
            }
            comment_ = line_;
            line.remove_prefix(begin + 4);
        }
    }

    void read(std::string_view content)
    {
        const std::size_t bracket = content.find('[');
        const std::string_view name = text::trim(content.substr(0, bracket));
        if (name.starts_with('!') && name.find('=') != std::string_view::npos) {
            define_marker(name);
        } else if (content.starts_with('+')) {
            synonym(text::trim(name.substr(1)), content);
        } else if (bracket == 0) {
            if (current_ == nullptr) {
                orphan("a code without a name above it");
            } else {
                add_codes(*current_, content);
            }
        } else {
            begin_record(name, content);
        }
    }

    void begin_record(std::string_view name, std::string_view content)
    {
        marker_ = nullptr;
        current_ = &records_.emplace_back();
        current_->line = line_;
        rotten_ = false;
        if (!add_names(*current_, name)) {
            records_.pop_back();
            current_ = nullptr;
            rotten_ = true;
            return;
        }
        add_codes(*current_, content);
    }

    /// "+NAME", or a further element of a substitution set. A synonym with a code of its own is a
    /// record of its own.
    void synonym(std::string_view name, std::string_view content)
    {
        if (marker_ != nullptr) {
            add_elements(*marker_, name);
        } else if (current_ == nullptr) {
            orphan("a synonym without a name above it");
        } else if (content.find('[') != std::string_view::npos) {
            Record own;
            own.line = line_;
            if (add_names(own, name)) {
                add_codes(own, content);
                records_.insert(records_.end() - 1, std::move(own));
                current_ = &records_.back();
            }
        } else {
            add_names(*current_, name);
        }
    }

    /// A line that belongs to a record which was not there; said once where the record was lost.
    void orphan(std::string_view what)
    {
        if (!rotten_) {
            add_fault(fault(std::string{what}, "write the name on a line before, as NAME [CODE]"),
                      line_);
        }
    }

    /// What follows a line that cannot be read may belong to it.
    void lost(Error error)
    {
        add_fault(std::move(error), line_);
        current_ = nullptr;
        marker_ = nullptr;
        rotten_ = true;
    }

    /// "ARMY {ARMIES}": both. Empty braces say that there is no plural.
    bool add_names(Record& record, std::string_view text)
    {
        std::vector<std::string> names;
        if (const std::size_t brace = text.find('{'); brace != std::string_view::npos) {
            const std::size_t end = text.find('}', brace);
            if (end == std::string_view::npos) {
                add_fault(fault("a brace that is not closed", "write {PLURAL} or {}"), line_);
                return false;
            }
            for (const std::string_view plural :
                 text::split(text.substr(brace + 1, end - brace - 1), ',')) {
                names.push_back(plain_name(plural));
            }
            std::erase(names, std::string{});
            text = text.substr(0, brace);
        }
        names.insert(names.begin(), plain_name(text));
        for (const std::string& name : names) {
            if (auto wrong = fault_of_name(name)) {
                add_fault(std::move(*wrong), line_);
                return false;
            }
        }
        std::move(names.begin(), names.end(), std::back_inserter(record.names));
        return true;
    }

    void add_codes(Record& record, std::string_view content)
    {
        for (std::size_t begin = content.find('['); begin != std::string_view::npos;) {
            const std::size_t end = content.find(']', begin);
            if (end == std::string_view::npos) {
                add_fault(fault("a code that is not closed", "write [CODE]"), line_);
                record.faulty = true;
                return;
            }
            auto read = parse_petrarch_code(content.substr(begin + 1, end - begin - 1));
            if (read) {
                record.agent = record.agent || read->agent;
                read->code.line = line_;
                record.codes.push_back(std::move(read->code));
            } else {
                add_fault(read.error(), line_);
                record.faulty = true;
            }
            begin = content.find('[', end);
        }
    }

    /// "!MINIST! = MINISTER, MINISTRY".
    void define_marker(std::string_view text)
    {
        const std::size_t end = text.find('!', 1);
        if (end == std::string_view::npos || end < 2 || end > text.find('=')) {
            lost(fault("a substitution set without a name", "write !NAME! = FIRST, SECOND"));
            return;
        }
        current_ = nullptr;
        rotten_ = false;
        marker_ = &markers_[std::string{text.substr(1, end - 1)}];
        add_elements(*marker_, text.substr(text.find('=') + 1));
    }

    static void add_elements(std::vector<std::string>& into, std::string_view text)
    {
        for (const std::string_view element : text::split(text, ',')) {
            if (std::string plain = plain_name(element); !plain.empty()) {
                into.push_back(std::move(plain));
            }
        }
    }

    /// "DEFENSE !MINIST!" once for each element of the set. Empty where a set is not known, or
    /// where there would be too many.
    std::vector<std::string> substituted(const std::string& name) const
    {
        std::vector<std::string> done;
        std::vector<std::string> open{name};
        while (!open.empty() && done.size() + open.size() <= kMostSubstitutions) {
            const std::string one = std::move(open.back());
            open.pop_back();
            const std::size_t begin = one.find('!');
            const std::size_t end = begin == std::string::npos ? begin : one.find('!', begin + 1);
            if (end == std::string::npos) {
                done.push_back(one);
                continue;
            }
            const auto set = markers_.find(one.substr(begin + 1, end - begin - 1));
            if (set == markers_.end()) {
                return {};
            }
            for (auto word = set->second.rbegin(); word != set->second.rend(); ++word) {
                // An element with a marker would never end.
                if (word->find('!') == std::string::npos) {
                    open.push_back(one.substr(0, begin) + *word + one.substr(end + 1));
                }
            }
        }
        return open.empty() ? done : std::vector<std::string>{};
    }

    void finish(const Record& record)
    {
        std::vector<std::string> names;
        for (const std::string& name : record.names) {
            const std::vector<std::string> all = substituted(name);
            if (all.empty()) {
                add_fault(fault(fmt::format("\"{}\" cannot be substituted", name),
                                fmt::format("define the set as !NAME! = FIRST, SECOND; it may make "
                                            "{} names",
                                            kMostSubstitutions)),
                          record.line);
            }
            names.insert(names.end(), all.begin(), all.end());
        }
        if (names.empty() || (record.codes.empty() && record.faulty)) {
            return;
        }
        if (record.codes.empty()) {
            add_fault(fault(fmt::format("\"{}\" has no code", names.front()),
                            "write the code behind the name, as NAME [CODE]"),
                      record.line);
        } else if (record.agent) {
            out_.agents.push_back({std::move(names), record.codes.front().code, record.line});
        } else {
            out_.actors.push_back({std::move(names), record.codes, record.line});
        }
    }

    std::string_view file_;
    std::uint64_t line_ = 0;
    std::uint64_t comment_ = 0; ///< line where an open "<!--" began; 0: none is open
    std::vector<Record> records_;
    Record* current_ = nullptr; ///< the last of records_, while lines may add to it
    bool rotten_ = false;       ///< the record that lines would add to was not read
    Markers markers_;
    std::vector<std::string>* marker_ = nullptr; ///< the set that "+" lines add to
    PetrarchDictionary out_;
};

/// Whether the first line that is no comment names columns of one of our tables.
bool has_header(std::string_view text)
{
    constexpr std::array<std::string_view, 5> kColumns{"code", "person", "title", "phrase", "noun"};
    if (text.substr(0, 3) == "\xEF\xBB\xBF") {
        text.remove_prefix(3);
    }
    while (text.starts_with('#') || text.starts_with('\n') || text.starts_with('\r')) {
        const std::size_t end = text.find('\n');
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    const std::vector<std::string_view> cells = text::split(line, '\t');
    return std::any_of(cells.begin(), cells.end(), [&](std::string_view cell) {
        return std::find(kColumns.begin(), kColumns.end(), cell) != kColumns.end();
    });
}

/// Whether a bracket holds what may be a code: "[USA", "[~COP", "[---".
bool begins_code(char c)
{
    return (c >= 'A' && c <= 'Z') || c == '~' || c == '-' || c == '#';
}

} // namespace

bool is_petrarch_dictionary(std::string_view text)
{
    if (has_header(text)) {
        return false;
    }
    for (std::size_t at = text.find('['); at != std::string_view::npos;
         at = text.find('[', at + 1)) {
        const std::size_t end = text.find_first_of("]\n\r", at);
        if (end != std::string_view::npos && text[end] == ']' && begins_code(text[at + 1])) {
            return true;
        }
    }
    return false;
}

PetrarchDictionary parse_petrarch_dictionary(std::string_view text, std::string_view file)
{
    return Parser{file}.parse(text);
}

} // namespace entente::actors
