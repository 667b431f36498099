// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csignal>
#include <functional>
#include <thread>

namespace inferometer::cli {

/// While it lives, Ctrl-C (SIGINT), SIGTERM and SIGHUP arrive at a thread of its own instead of ending the
/// process: the first one asks to stop, the second one ends the process at once with code 130. Children die
/// with their parent.
class Interrupts {
public:
    /// `stop` is called once, on that thread; `tick` about once a second, if there is one.
    Interrupts(std::function<void()> stop, std::function<void()> tick);
    Interrupts(const Interrupts&) = delete;
    Interrupts& operator=(const Interrupts&) = delete;
    ~Interrupts();

private:
    void watch() const;

    std::function<void()> m_stop;
    std::function<void()> m_tick;
    sigset_t m_watched{};
    sigset_t m_before{};
    std::thread m_thread;
};

} // namespace inferometer::cli
