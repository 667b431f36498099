// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupts.h"

#include "app/cli/exit_code.h"
#include "core/base/files.h"

#include <cerrno>
#include <ctime>
#include <unistd.h>

namespace inferometer::cli {

namespace {

constexpr int endOfWatch = SIGUSR2; // sent by the destructor to its own thread

[[noreturn]] void endAtOnce()
{
    core::writeAll(STDERR_FILENO, "\ninferometer-cli: ended at once; finished visits are saved.\n");
    ::_exit(static_cast<int>(ExitCode::Interrupted));
}

} // namespace

Interrupts::Interrupts(std::function<void()> stop, std::function<void()> tick)
    : m_stop(std::move(stop))
    , m_tick(std::move(tick))
{
    sigemptyset(&m_watched);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, endOfWatch})
        sigaddset(&m_watched, signal);
    pthread_sigmask(SIG_BLOCK, &m_watched, &m_before); // threads made from here on inherit it
    m_thread = std::thread([this] { watch(); });
}

Interrupts::~Interrupts()
{
    pthread_kill(m_thread.native_handle(), endOfWatch);
    m_thread.join();
    pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

void Interrupts::watch() const
{
    constexpr timespec pause{1, 0};
    bool isAsked = false;
    while (true) {
        const int signal =
            m_tick ? sigtimedwait(&m_watched, nullptr, &pause) : sigwaitinfo(&m_watched, nullptr);
        if (signal == endOfWatch)
            return;
        if (signal < 0) {
            if (errno == EAGAIN && m_tick)
                m_tick();
            continue;
        }
        if (isAsked)
            endAtOnce();
        isAsked = true;
        m_stop();
    }
}

} // namespace inferometer::cli
