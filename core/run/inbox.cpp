// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/inbox.h"

#include <uv.h>

#include <mutex>
#include <vector>

namespace inferometer::core {

struct Inbox::Content {
    uv_async_t waker{};
    std::mutex mutex;
    std::vector<std::function<void()>> work;

    void doAll()
    {
        std::vector<std::function<void()>> arrived;
        {
            const std::lock_guard lock(mutex);
            arrived.swap(work);
        }
        for (const auto& item : arrived)
            item();
    }
};

Inbox::Inbox(Loop& loop)
    : m_content(new Content)
{
    m_content->waker.data = m_content;
    const auto call = [](uv_async_t* waker) { static_cast<Content*>(waker->data)->doAll(); };
    uv_async_init(loop.native(), &m_content->waker, call);
}

Inbox::~Inbox()
{
    const auto release = [](uv_handle_t* handle) { delete static_cast<Content*>(handle->data); };
    uv_close(reinterpret_cast<uv_handle_t*>(&m_content->waker), release);
}

void Inbox::post(std::function<void()> work)
{
    {
        const std::lock_guard lock(m_content->mutex);
        m_content->work.push_back(std::move(work));
    }
    uv_async_send(&m_content->waker);
}

} // namespace inferometer::core
