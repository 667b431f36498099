// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input_watch.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

namespace inferometer::cli {

namespace {

constexpr std::size_t longestLine = 200;

bool isPipe(int descriptor)
{
    struct stat facts { };
    return ::fstat(descriptor, &facts) == 0 && (S_ISFIFO(facts.st_mode) || S_ISSOCK(facts.st_mode));
}

} // namespace

InputWatch::InputWatch(bool isInputOurs, bool isAttached, Actions actions)
    : m_actions(std::move(actions))
    , m_isInputWatched(isInputOurs && isPipe(STDIN_FILENO))
    , m_hasBegun(isAttached)
{
    std::array<int, 2> ends{-1, -1};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return; // without descriptors the run fails at its next step
    m_wakeRead = core::Descriptor(ends[0]);
    m_wakeWrite = core::Descriptor(ends[1]);
    m_thread = std::thread([this] { watch(); });
}

InputWatch::~InputWatch()
{
    m_wakeWrite.close();
    if (m_thread.joinable())
        m_thread.join();
}

void InputWatch::watch()
{
    while (true) {
        std::array<pollfd, 3> watched{pollfd{m_wakeRead.get(), POLLIN, 0}, pollfd{STDOUT_FILENO, 0, 0},
            pollfd{m_isInputWatched ? STDIN_FILENO : -1, POLLIN, 0}};
        if (::poll(watched.data(), watched.size(), -1) < 0 && errno != EINTR)
            return;
        if (watched[0].revents != 0)
            return;
        const bool isUnread = (watched[1].revents & (POLLERR | POLLHUP)) != 0;
        const bool hasEnded = watched[2].revents != 0 && hasEndedInput();
        if (isUnread || (hasEnded && m_hasBegun)) {
            m_actions.stop();
            return;
        }
        m_isInputWatched = m_isInputWatched && !hasEnded;
    }
}

bool InputWatch::hasEndedInput()
{
    char c = 0;
    if (core::readSome(STDIN_FILENO, &c, 1) != 1)
        return true;
    if (c != '\n') {
        if (m_line.size() < longestLine)
            m_line += c;
        return false;
    }
    if (m_line == "stop-after-visit")
        m_actions.stopAfterVisit();
    m_line.clear();
    return false;
}

} // namespace inferometer::cli
