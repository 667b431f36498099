// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/background.h"

namespace inferometer::ui {

Background::Background(QObject* parent)
    : QObject(parent)
{
    m_thread.setObjectName(QStringLiteral("background"));
    m_worker.moveToThread(&m_thread);
    m_thread.start();
}

Background::~Background()
{
    m_thread.quit();
    m_thread.wait();
}

void Background::post(std::function<void()> work)
{
    ++m_open;
    QMetaObject::invokeMethod(&m_worker, std::move(work), Qt::QueuedConnection);
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
