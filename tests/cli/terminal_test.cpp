// SPDX-License-Identifier: Apache-2.0
// The program on the real streams of a process: a terminal with its line editor, a broken pipe.
#include "tests/cli/cli_fixture.hpp"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <thread>

using Catch::Matchers::Contains;
using entente::tests::make_store;
using entente::tests::read_file;
using entente::tests::TemporaryFolder;

namespace {

int run_program(std::vector<std::string> arguments)
{
    arguments.insert(arguments.begin(), "entente");
    std::vector<char*> pointers;
    for (std::string& argument : arguments) {
        pointers.push_back(argument.data());
    }
    return entente::cli::run(static_cast<int>(pointers.size()), pointers.data());
}

/// A child process that runs the program on a terminal of its own.
class TerminalSession {
public:
    TerminalSession(const std::vector<std::string>& arguments, const std::string& state_folder)
    {
        winsize size{};
        size.ws_row = 40;
        size.ws_col = 100;
        child_ = ::forkpty(&terminal_, nullptr, nullptr, &size);
        REQUIRE(child_ >= 0);
        if (child_ == 0) {
            ::setenv("XDG_STATE_HOME", state_folder.c_str(), 1);
            ::setenv("TERM", "xterm", 1);
            ::_exit(run_program(arguments));
        }
    }

    TerminalSession(const TerminalSession&) = delete;
    TerminalSession& operator=(const TerminalSession&) = delete;

    ~TerminalSession()
    {
        ::close(terminal_);
        if (!waited_) {
            ::kill(child_, SIGKILL);
            ::waitpid(child_, nullptr, 0);
        }
    }

    void type(std::string_view keys)
    {
        REQUIRE(::write(terminal_, keys.data(), keys.size()) == static_cast<ssize_t>(keys.size()));
    }

    /// Reads until the screen shows `text` behind what was seen before; false after ten seconds.
    [[nodiscard]] bool sees(std::string_view text)
    {
        return read_until([&](const std::string& screen) {
            const std::size_t at = screen.find(text, seen_);
            if (at == std::string::npos) {
                return false;
            }
            seen_ = at + text.size();
            return true;
        });
    }

    /// The exit status; -1 where the program died by a signal or had not ended after ten seconds.
    [[nodiscard]] int wait()
    {
        read_until([](const std::string&) { return false; });
        int status = 0;
        const auto deadline = std::chrono::steady_clock::now() + kPatience;
        while (::waitpid(child_, &status, WNOHANG) == 0) {
            if (std::chrono::steady_clock::now() > deadline) {
                return -1;
            }
            std::this_thread::sleep_for(std::chrono::milliseconds{10});
        }
        waited_ = true;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

    /// All that the program has shown so far, for the message of a failure.
    [[nodiscard]] const std::string& screen() const { return screen_; }

private:
    static constexpr std::chrono::seconds kPatience{10};

    /// Reads what the program shows until `enough`, its end, or patience runs out.
    template <typename Enough>
    bool read_until(Enough enough)
    {
        const auto deadline = std::chrono::steady_clock::now() + kPatience;
        while (!enough(screen_)) {
            if (std::chrono::steady_clock::now() > deadline) {
                return false;
            }
            pollfd ready{terminal_, POLLIN, 0};
            char buffer[4096];
            if (::poll(&ready, 1, 100) > 0) {
                const ssize_t size = ::read(terminal_, buffer, sizeof buffer);
                if (size <= 0) {
                    return enough(screen_);
                }
                screen_.append(buffer, static_cast<std::size_t>(size));
            }
        }
        return true;
    }

    pid_t child_ = -1;
    int terminal_ = -1;
    bool waited_ = false;
    std::string screen_;
    std::size_t seen_ = 0;
};

} // namespace

TEST_CASE("the shell on a terminal completes, remembers and survives Ctrl-C",
          "[cli][repl][terminal]")
{
    const int probe = ::posix_openpt(O_RDWR | O_NOCTTY);
    if (probe < 0) {
        WARN("skipped: this machine has no pseudo-terminals; mount devpts on /dev/pts");
        return;
    }
    ::close(probe);
    const TemporaryFolder folder;
    const std::string store = make_store(folder);
    const std::string state = (folder.path() / "state").string();
    {
        TerminalSession session{{"repl", store}, state};
        REQUIRE(session.sees("3 articles, 5 mentions"));
        REQUIRE(session.sees("entente> "));
        session.type("rel\tPak\t, Rus\t\n"); // commands and names are completed
        CHECK(session.sees("gas pipeline"));
        CHECK(session.sees("entente> "));
        session.type("half a line\x03");
        CHECK(session.sees("entente> "));
        session.type("actors Élysé\x7f"
                     "ée\n"); // letters of several bytes, one taken back
        CHECK(session.sees("France"));
        CHECK(session.sees("entente> "));
        session.type("find visited\n");
        CHECK(session.sees("\x1b[1;4mvisited\x1b[0m")); // the cue is marked by colour here
        session.type("quit\n");
        CHECK(session.wait() == 0);
    }
    const std::string history = read_file(folder.path() / "state" / "entente" / "history");
    CHECK_THAT(history, Contains("visited") && !Contains("half"));
    TerminalSession again{{"repl", store}, state};
    REQUIRE(again.sees("entente> "));
    again.type("\x10\x10\n"); // Ctrl-P twice: the line before "quit"
    CHECK(again.sees("Imran Khan"));
    CHECK(again.sees("entente> ")); // before the prompt the terminal would take Ctrl-D for itself
    again.type("\x04");             // Ctrl-D
    CHECK(again.wait() == 0);
}

TEST_CASE("a reader that goes away is no error", "[cli][terminal]")
{
    const TemporaryFolder folder;
    const std::filesystem::path errors = folder.path() / "errors";
    int ends[2] = {-1, -1};
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::close(ends[0]);
        ::dup2(ends[1], STDOUT_FILENO);
        FILE* file = std::freopen(errors.c_str(), "w", stderr);
        ::_exit(file == nullptr ? 99 : run_program({"ontology", "--modes"}));
    }
    ::close(ends[0]);
    ::close(ends[1]);
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    CHECK(read_file(errors).empty());
}
