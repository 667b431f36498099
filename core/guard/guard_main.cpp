// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

/// `inferometer-guard [--launcher] PROGRAM ARGUMENT...` runs a program and sees to it that nothing of it
/// outlives the application, whoever is killed first. Compilers watch no parent, so somebody has to live
/// longer than the program that started them and than the application: a process that neither measures nor
/// compiles, and that nobody signals but to stop.
///
/// Standard input is the life line: its other end is held by the application alone. When that end is closed,
/// by the application or by its death, everything below this process is killed, also what left its session or
/// is stopped. The same happens when the program ends; this process then ends as the program did.
///
/// With `--launcher` the program starts something elsewhere and ends with its input, so the life line is
/// standard output. When that is cut the program is asked to end first, since what it started may wait in a
/// queue; and only its session is killed: a connection that `ssh` shares with others has left that.

#include "core/base/process_facts.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

constexpr int usage = 2;
constexpr int orphaned = 70;
constexpr int notStarted = 127; // as a shell says it

/// Signals that are read instead of being handled.
sigset_t watchedSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGCHLD, SIGTERM, SIGINT, SIGHUP, SIGQUIT})
        sigaddset(&signals, signal);
    return signals;
}

bool isCut(const pollfd& lifeLine)
{
    return (lifeLine.revents & (POLLHUP | POLLERR | POLLNVAL)) != 0;
}

class Guard {
public:
    Guard(char** command, bool isLauncher)
        : m_command(command)
        , m_isLauncher(isLauncher)
    {
        const auto signals = watchedSignals();
        sigprocmask(SIG_BLOCK, &signals, &m_maskBefore);
        m_signals = signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
        if (!m_isLauncher)
            prctl(PR_SET_CHILD_SUBREAPER, 1); // orphans below this process come back to it
    }

    static int lifeLine(bool isLauncher) { return isLauncher ? STDOUT_FILENO : STDIN_FILENO; }

    /// The program's wait status, once everything below this process is gone.
    int run()
    {
        if (!start())
            return notStarted << 8; // as wait() would say it
        std::array<pollfd, 2> waiting{{{lifeLine(m_isLauncher), 0, 0}, {m_signals, POLLIN, 0}}};
        while (!m_status && !isCut(waiting[0])) {
            poll(waiting.data(), waiting.size(), -1);
            takeSignals();
        }
        if (m_isLauncher && !m_status && !m_isAsked)
            letEnd();
        endAll();
        return m_status.value_or(SIGKILL);
    }

private:
    bool start()
    {
        const auto self = getpid();
        setenv("INFEROMETER_PARENT_PID", std::to_string(self).c_str(), 1);
        m_program = fork();
        if (m_program < 0) {
            std::fprintf(stderr, "'%s' could not be started: %s.\n", m_command[0], std::strerror(errno));
            return false;
        }
        if (m_program > 0) {
            setpgid(m_program, m_program); // here and there: whoever comes first
            return true;
        }
        setpgid(0, 0); // a program that kills its group leaves its guard alive
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (getppid() != self)
            _exit(orphaned);
        sigprocmask(SIG_SETMASK, &m_maskBefore, nullptr);
        execvp(m_command[0], m_command); // a launcher is looked for in PATH
        std::fprintf(stderr, "'%s' could not be started: %s.\n", m_command[0], std::strerror(errno));
        _exit(notStarted);
    }

    void takeSignals()
    {
        signalfd_siginfo info{};
        while (read(m_signals, &info, sizeof info) == sizeof info) {
            if (info.ssi_signo != SIGCHLD)
                askToEnd();
        }
        reap();
    }

    void askToEnd()
    {
        m_isAsked = true;
        kill(-m_program, SIGTERM);
        kill(-m_program, SIGCONT); // a stopped process would not notice
    }

    /// Nobody waits for it any more: it may take its time.
    void letEnd()
    {
        using namespace std::chrono;
        const auto end = steady_clock::now() + seconds(10);
        pollfd signals{m_signals, POLLIN, 0};
        askToEnd();
        for (auto now = steady_clock::now(); !m_status && now < end; now = steady_clock::now()) {
            poll(&signals, 1, static_cast<int>(duration_cast<milliseconds>(end - now).count()) + 1);
            takeSignals();
        }
    }

    /// False: there is no child any more.
    bool reap()
    {
        int status = 0;
        pid_t ended = 0;
        while ((ended = waitpid(-1, &status, WNOHANG)) > 0) {
            if (ended == m_program)
                m_status = status;
        }
        return ended == 0;
    }

    /// Kills until nothing is left: what is forked meanwhile becomes a child of this process when its parent
    /// dies. A process that waits for a device in the kernel keeps this one alive, and is ended when it
    /// returns.
    void endAll()
    {
        const auto signals = watchedSignals();
        constexpr timespec pause{0, 20'000'000};
        while (reap() || (m_isLauncher && !othersOfSession().empty())) {
            const auto left = m_isLauncher ? othersOfSession() : inferometer::core::descendantsOf(getpid());
            for (const int process : left)
                kill(process, SIGKILL);
            sigtimedwait(&signals, nullptr, &pause);
        }
    }

    static std::vector<int> othersOfSession()
    {
        std::vector<int> others;
        for (const auto& facts : inferometer::core::processesOfSession(getpid())) {
            if (facts.process != getpid())
                others.push_back(facts.process);
        }
        return others;
    }

    char** m_command;
    bool m_isLauncher;
    bool m_isAsked = false; ///< to end
    sigset_t m_maskBefore{};
    int m_signals = -1;
    pid_t m_program = -1;
    std::optional<int> m_status;
};

/// Ends this process as another one ended.
[[noreturn]] void endAs(int status)
{
    if (!WIFSIGNALED(status))
        _exit(WEXITSTATUS(status));
    const int signal = WTERMSIG(status);
    std::signal(signal, SIG_DFL);
    sigset_t unblocked;
    sigemptyset(&unblocked);
    sigaddset(&unblocked, signal);
    sigprocmask(SIG_UNBLOCK, &unblocked, nullptr);
    kill(getpid(), signal);
    _exit(128 + signal);
}

} // namespace

int main(int argc, char* argv[])
{
    const bool isLauncher = argc > 1 && std::string_view(argv[1]) == "--launcher";
    char** command = argv + (isLauncher ? 2 : 1);
    if (!*command) {
        std::fprintf(
            stderr, "usage: inferometer-guard [--launcher] PROGRAM ARGUMENT...\nStarted by Inferometer.\n");
        return usage;
    }
    pollfd lifeLine{Guard::lifeLine(isLauncher), 0, 0};
    poll(&lifeLine, 1, 0);
    if (isCut(lifeLine))
        return orphaned;
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none); // here and in all below
    endAs(Guard(command, isLauncher).run());
}
