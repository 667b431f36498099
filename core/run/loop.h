// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <functional>
#include <memory>

struct uv_loop_s;

namespace inferometer::core {

/// The dispatcher's event loop: runs on the thread that calls it, starts no threads, and must be destroyed on
/// the thread that made it, after everything that uses it.
class Loop {
public:
    Loop();
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;
    ~Loop();

    /// Handles events until `isDone` says so; asked after every event.
    void runUntil(const std::function<bool()>& isDone);
    /// As runUntil with a limit; false when the time is over first.
    bool runFor(Nanoseconds limit, const std::function<bool()>& isDone);
    /// Handles what has arrived and returns at once.
    void poll();
    /// Lets a waiting loop look again. The only function for other threads; safe in a signal handler.
    void wake() const noexcept;

    uv_loop_s* native() const;

private:
    struct Content;
    std::unique_ptr<Content> m_content;
};

} // namespace inferometer::core
