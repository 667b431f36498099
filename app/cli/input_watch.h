// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files.h"

#include <atomic>
#include <functional>
#include <string>
#include <thread>

namespace inferometer::cli {

/// Watches both ends of a streamed run on a thread of its own. When nobody reads standard output any more, or
/// who gave the plan closes standard input, the run has nobody to measure for and is stopped; so are its
/// children then. An input that is a file, or that ended before the run had begun, as one that holds the plan
/// only, says nothing.
class InputWatch {
public:
    struct Actions {
        std::function<void()> stopAfterVisit; ///< for the line "stop-after-visit"
        std::function<void()> stop;
    };

    /// `isInputOurs`: the plan came from standard input. `isAttached`: whoever sent it keeps the input open.
    InputWatch(bool isInputOurs, bool isAttached, Actions actions);
    InputWatch(const InputWatch&) = delete;
    InputWatch& operator=(const InputWatch&) = delete;
    ~InputWatch();

    /// The run has written its first line. From any thread.
    void runHasBegun() { m_hasBegun = true; }

private:
    void watch();
    bool hasEndedInput();

    Actions m_actions;
    bool m_isInputWatched;
    std::atomic<bool> m_hasBegun;
    core::Descriptor m_wakeRead;
    core::Descriptor m_wakeWrite;
    std::string m_line;
    std::thread m_thread; ///< last: it uses all others
};

} // namespace inferometer::cli
