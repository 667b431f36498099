// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/loop.h"

#include <uv.h>

#include <cassert>
#include <csignal>

namespace inferometer::core {

struct Loop::Content {
    uv_loop_t loop{};
    uv_async_t waker{};
    uv_timer_t timer{};
};

Loop::Loop()
    : m_content(std::make_unique<Content>())
{
    // A child that ended must show as a failed write, not as the end of this program.
    std::signal(SIGPIPE, SIG_IGN); // NOLINT(cert-err33-c)
    uv_loop_init(&m_content->loop);
    uv_async_init(&m_content->loop, &m_content->waker, [](uv_async_t*) {});
    uv_timer_init(&m_content->loop, &m_content->timer);
}

Loop::~Loop()
{
    // Closing twice aborts, and a loop that is left open when its thread ends crashes: everything is drained
    // here.
    uv_close(reinterpret_cast<uv_handle_t*>(&m_content->waker), nullptr);
    uv_close(reinterpret_cast<uv_handle_t*>(&m_content->timer), nullptr);
    uv_run(&m_content->loop, UV_RUN_DEFAULT);
    [[maybe_unused]] const int left = uv_loop_close(&m_content->loop);
    assert(left == 0);
}

void Loop::runUntil(const std::function<bool()>& isDone)
{
    while (!isDone())
        uv_run(&m_content->loop, UV_RUN_ONCE);
}

bool Loop::runFor(Nanoseconds limit, const std::function<bool()>& isDone)
{
    struct End {
        Content* content;
        bool isOver = false;
    } end{m_content.get()};
    m_content->timer.data = &end;
    const auto milliseconds = std::chrono::ceil<std::chrono::milliseconds>(limit).count();
    uv_update_time(&m_content->loop);
    uv_timer_start(
        &m_content->timer,
        [](uv_timer_t* timer) {
            auto& own = *static_cast<End*>(timer->data);
            own.isOver = true;
            uv_async_send(&own.content->waker); // see Timer
        },
        static_cast<std::uint64_t>(std::max<std::int64_t>(milliseconds, 0)), 0);
    runUntil([&] { return end.isOver || isDone(); });
    uv_timer_stop(&m_content->timer);
    return isDone();
}

void Loop::poll()
{
    uv_run(&m_content->loop, UV_RUN_NOWAIT);
}

void Loop::wake() const noexcept
{
    uv_async_send(&m_content->waker);
}

uv_loop_s* Loop::native() const
{
    return &m_content->loop;
}

} // namespace inferometer::core
