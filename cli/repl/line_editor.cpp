// SPDX-License-Identifier: Apache-2.0
#include "cli/repl/line_editor.hpp"

#include "cli/interrupt.hpp"
#include "cli/output/terminal_size.hpp"
#include "cli/repl/completion.hpp"
#include "core/text.hpp"

#include <histedit.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <cwchar>
#include <filesystem>
#include <istream>

namespace entente::cli::repl {

namespace {

constexpr int kHistoryLines = 1000;

class PlainLines final : public LineSource {
public:
    explicit PlainLines(std::istream& in)
        : in_{in}
    {}

    std::optional<std::string> next() override
    {
        std::string line;
        if (!std::getline(in_, line)) {
            return std::nullopt;
        }
        if (line.ends_with('\r')) {
            line.pop_back();
        }
        return line;
    }

private:
    std::istream& in_;
};

/// Empty where neither XDG_STATE_HOME nor HOME is set: then nothing is kept.
std::filesystem::path history_file()
{
    std::filesystem::path folder;
    // NOLINTBEGIN(concurrency-mt-unsafe)
    if (const char* state = std::getenv("XDG_STATE_HOME"); state != nullptr && *state != '\0') {
        folder = state;
    } else if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0') {
        folder = std::filesystem::path{home} / ".local" / "state";
    }
    // NOLINTEND(concurrency-mt-unsafe)
    return folder.empty() ? folder : folder / "entente" / "history";
}

/// The longest beginning that all candidates share.
std::string common_beginning(const std::vector<std::string>& candidates)
{
    std::string common = candidates.front();
    for (const std::string& candidate : candidates) {
        const auto [end, other] =
            std::mismatch(common.begin(), common.end(), candidate.begin(), candidate.end());
        common.erase(end, common.end());
    }
    return common;
}

class Editor final : public LineSource {
public:
    Editor(Session& session, Completer completer)
        : session_{session}
        , completer_{std::move(completer)}
        , editor_{::el_init("entente", stdin, stdout, stderr)}
        , history_{::history_init()}
        , file_{history_file()}
    {
        HistEvent event{};
        ::history(history_, &event, H_SETSIZE, kHistoryLines);
        ::history(history_, &event, H_SETUNIQUE, 1);
        if (!file_.empty()) {
            ::history(history_, &event, H_LOAD, file_.c_str());
        }
        ::el_set(editor_, EL_CLIENTDATA, this);
        ::el_set(editor_, EL_PROMPT, &prompt);
        ::el_set(editor_, EL_GETCFN, &read_character);
        ::el_set(editor_, EL_EDITOR, "emacs");
        ::el_set(editor_, EL_HIST, &::history, history_);
        ::el_set(editor_, EL_ADDFN, "entente-complete", "complete a name", &complete);
        ::el_set(editor_, EL_BIND, "^I", "entente-complete", nullptr);
        ::el_set(editor_, EL_BIND, "^R", "em-inc-search-prev", nullptr);
        ::el_source(editor_, nullptr);
    }

    Editor(const Editor&) = delete;
    Editor& operator=(const Editor&) = delete;

    ~Editor() override
    {
        HistEvent event{};
        if (!file_.empty()) {
            std::error_code ignored;
            std::filesystem::create_directories(file_.parent_path(), ignored);
            ::history(history_, &event, H_SAVE, file_.c_str());
        }
        ::history_end(history_);
        ::el_end(editor_);
    }

    std::optional<std::string> next() override
    {
        session_.out.flush();
        const InterruptGuard interrupt;
        interrupt_ = &interrupt;
        // libedit would show the prompt first: a Ctrl-D between the two would be the terminal's.
        ::el_set(editor_, EL_PREP_TERM, 1);
        int length = 0;
        const char* line = ::el_gets(editor_, &length);
        interrupt_ = nullptr;
        if (interrupt.interrupted()) {
            ::el_reset(editor_);
            session_.out << '\n';
            return std::string{};
        }
        if (line == nullptr || length <= 0) {
            session_.out << '\n';
            return std::nullopt;
        }
        std::string text{line, static_cast<std::size_t>(length)};
        text.erase(text.find_last_not_of("\r\n") + 1);
        // A leading blank keeps a line out of the history, as in other shells.
        if (!text.empty() && text.front() != ' ') {
            HistEvent event{};
            ::history(history_, &event, H_ENTER, text.c_str());
        }
        return text;
    }

private:
    static Editor& self(EditLine* editor)
    {
        void* data = nullptr;
        ::el_get(editor, EL_CLIENTDATA, &data);
        return *static_cast<Editor*>(data);
    }

    static char* prompt(EditLine*)
    {
        static char text[] = "entente> "; // the interface wants it writable
        return text;
    }

    /// One character from the terminal: 1, 0 at the end, -1 after Ctrl-C. libedit's own reader
    /// would sleep on where the signal comes between two reads.
    static int read_character(EditLine* editor, wchar_t* character)
    {
        constexpr int kMilliseconds = 100;
        std::mbstate_t state{};
        while (true) {
            if (self(editor).interrupt_->interrupted()) {
                errno = EINTR;
                return -1;
            }
            pollfd ready{STDIN_FILENO, POLLIN, 0};
            if (::poll(&ready, 1, kMilliseconds) <= 0) {
                continue;
            }
            char byte = 0;
            const ssize_t size = ::read(STDIN_FILENO, &byte, 1);
            if (size < 0 && (errno == EINTR || errno == EAGAIN)) {
                continue;
            }
            if (size <= 0) {
                return static_cast<int>(size);
            }
            const std::size_t length = std::mbrtowc(character, &byte, 1, &state);
            if (length == static_cast<std::size_t>(-1)) {
                state = std::mbstate_t{}; // no UTF-8: the byte is dropped
            } else if (length != static_cast<std::size_t>(-2)) {
                return 1;
            }
        }
    }

    static unsigned char complete(EditLine* editor, int) { return self(editor).complete_here(); }

    unsigned char complete_here()
    {
        const LineInfo* info = ::el_line(editor_);
        const std::string line{info->buffer, info->cursor};
        const Completion completion = completer_(line);
        if (completion.candidates.empty()) {
            return CC_REFRESH_BEEP;
        }
        const std::string typed = line.substr(completion.begin);
        const bool only = completion.candidates.size() == 1;
        std::string text = common_beginning(completion.candidates);
        if (only && !text.ends_with('/')) { // a folder goes on
            text += ' ';
        }
        if (!only && text::count_code_points(text) <= text::count_code_points(typed)) {
            session_.out << '\n';
            const std::size_t columns =
                session_.terminal.may_resize ? terminal_columns() : session_.terminal.columns;
            for (const std::string& names : lay_out(completion.candidates, columns)) {
                session_.out << names << '\n';
            }
            session_.out << std::flush;
            return CC_REDISPLAY;
        }
        ::el_deletestr(editor_, static_cast<int>(text::count_code_points(typed)));
        ::el_insertstr(editor_, text.c_str());
        return CC_REFRESH;
    }

    Session& session_;
    Completer completer_;
    EditLine* editor_;
    History* history_;
    std::filesystem::path file_;
    const InterruptGuard* interrupt_ = nullptr; ///< set while a line is being read
};

} // namespace

std::unique_ptr<LineSource> make_line_source(Session& session, Completer completer)
{
    if (session.terminal.input && session.terminal.output) {
        // libedit counts characters by the locale; ours is UTF-8 whatever the user's says.
        std::setlocale(LC_CTYPE, "C.UTF-8"); // NOLINT(concurrency-mt-unsafe)
        return std::make_unique<Editor>(session, std::move(completer));
    }
    return std::make_unique<PlainLines>(session.in);
}

} // namespace entente::cli::repl
