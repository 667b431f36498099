// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/background.h"

namespace inferometer::ui {

Background::Background(QObject* parent)
    : QObject(parent)
{
    m_quick.thread.setObjectName(QStringLiteral("background"));
    m_slow.thread.setObjectName(QStringLiteral("background, slow"));
    for (auto* lane : {&m_quick, &m_slow}) {
        lane->worker.moveToThread(&lane->thread);
        lane->thread.start();
    }
}

Background::~Background()
{
    m_stop.request_stop();
    for (auto* lane : {&m_quick, &m_slow})
        lane->thread.quit();
    for (auto* lane : {&m_quick, &m_slow})
        lane->thread.wait();
}

void Background::send(Lane& lane, std::function<void()> work)
{
    ++m_open;
    QMetaObject::invokeMethod(&lane.worker, std::move(work), Qt::QueuedConnection);
}

void Background::deliver(std::function<void()> answer)
{
    QMetaObject::invokeMethod(
        this,
        [this, answer = std::move(answer)] {
            --m_open;
            answer();
        },
        Qt::QueuedConnection);
}

} // namespace inferometer::ui
