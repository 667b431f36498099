// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/timer.h"

#include <uv.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace inferometer::core {

struct Timer::Content {
    uv_timer_t handle{};
    std::function<void()> then;
    Loop* loop = nullptr;
};

Timer::Timer(Loop& loop)
    : m_content(new Content)
    , m_loop(loop)
{
    uv_timer_init(loop.native(), &m_content->handle);
    m_content->handle.data = m_content;
    m_content->loop = &loop;
}

Timer::~Timer()
{
    const auto release = [](uv_handle_t* handle) { delete static_cast<Content*>(handle->data); };
    uv_close(reinterpret_cast<uv_handle_t*>(&m_content->handle), release);
}

void Timer::start(double delay_s, std::function<void()> then)
{
    constexpr double longest_s = 1e7;
    const auto delay_ms = std::ceil(std::clamp(delay_s, 0.0, longest_s) * 1e3);
    m_content->then = std::move(then);
    uv_update_time(m_loop.native());
    const auto call = [](uv_timer_t* timer) {
        auto& content = *static_cast<Content*>(timer->data);
        content.loop->wake(); // libuv runs what is due before it waits, and would then wait without asking
        const auto function = std::exchange(content.then, {});
        function();
    };
    uv_timer_start(&m_content->handle, call, static_cast<std::uint64_t>(delay_ms), 0);
}

void Timer::stop()
{
    uv_timer_stop(&m_content->handle);
}

} // namespace inferometer::core
