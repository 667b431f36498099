// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/loop.h"

#include <functional>
#include <memory>

namespace inferometer::core {

/// Brings work from other threads to the loop, in order.
class Inbox {
public:
    explicit Inbox(Loop& loop);
    Inbox(const Inbox&) = delete;
    Inbox& operator=(const Inbox&) = delete;
    /// What has not been done by then is dropped. No thread may post any more.
    ~Inbox();

    /// From any thread.
    void post(std::function<void()> work);

private:
    struct Content;
    Content* m_content; ///< owned by the loop once closing has begun
};

} // namespace inferometer::core
