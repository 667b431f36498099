// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/runner_channel.h"

#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

namespace inferometer::engine {

RunnerChannel::RunnerChannel()
    : m_input(fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3))
    , m_wake(eventfd(0, EFD_CLOEXEC))
    , m_output(fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3))
{
    dup2(STDERR_FILENO, STDOUT_FILENO);
    if (const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC); nothing >= 0) {
        dup2(nothing, STDIN_FILENO);
        close(nothing);
    }
    m_watcher = std::thread([this] { watch(); });
}

RunnerChannel::~RunnerChannel()
{
    eventfd_write(m_wake, 1);
    m_watcher.join();
    close(m_wake);
    close(m_input);
    close(m_output);
}

std::optional<std::string> RunnerChannel::waitForJob()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_jobLine || m_hasEnded; });
    return std::move(m_jobLine);
}

void RunnerChannel::send(const core::RunnerEvent& event)
{
    const auto line = encode(m_job, m_sequence++, event) + '\n';
    std::string_view rest(line);
    while (!rest.empty()) {
        const auto count = write(m_output, rest.data(), rest.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            endEverything();
        rest.remove_prefix(static_cast<std::size_t>(count));
    }
}

void RunnerChannel::round(const core::RoundEvent& event)
{
    ++m_rounds;
    send(event);
}

void RunnerChannel::waitForGo(int)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_goes >= m_rounds; });
}

void RunnerChannel::watch()
{
    std::string buffer;
    std::array<char, 65536> chunk;
    while (buffer.size() <= core::maxLineBytes) {
        std::array<pollfd, 2> waiting{{{m_input, POLLIN, 0}, {m_wake, POLLIN, 0}}};
        poll(waiting.data(), waiting.size(), -1);
        if (waiting[1].revents != 0)
            return;
        if (waiting[0].revents == 0)
            continue;
        const auto count = read(m_input, chunk.data(), chunk.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        buffer.append(chunk.data(), static_cast<std::size_t>(count));
        for (auto end = buffer.find('\n'); end != std::string::npos; end = buffer.find('\n')) {
            take(buffer.substr(0, end));
            buffer.erase(0, end + 1);
        }
    }
    const std::lock_guard lock(m_mutex);
    if (m_hasJob && !m_isFinished)
        endEverything();
    m_hasEnded = true;
    m_changed.notify_all();
}

void RunnerChannel::take(std::string line)
{
    const std::lock_guard lock(m_mutex);
    if (!m_hasJob) {
        m_hasJob = true;
        m_jobLine = std::move(line);
    } else if (core::decodeGo(line)) {
        ++m_goes;
    }
    m_changed.notify_all();
}

void RunnerChannel::endEverything()
{
    // A runner that leads its group takes the peers along; they end by themselves where it does not.
    kill(getpgrp() == getpid() ? 0 : getpid(), SIGKILL);
    _exit(1);
}

} // namespace inferometer::engine
