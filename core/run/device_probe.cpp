// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/device_probe.h"

#include "core/run/deadlines.h"

#include <algorithm>

namespace inferometer::core {

namespace {

constexpr double probeLimit_s = 120; // starts a runner from a cold disk and makes a device's context

} // namespace

DeviceProbe::DeviceProbe(
    Loop& loop, const RunnerSetup& setup, const Device& device, std::function<void(bool isAlive)> answered)
    : m_answered(std::move(answered))
    , m_deadline(loop)
{
    ChildObserver observer;
    observer.ended = [this](const ChildEnd& how) {
        end(!m_isLate && !how.isStuck && how.signal == 0 && how.exitCode == 0);
    };
    auto child =
        ChildProcess::start(loop, runnerCommand(setup, {"--probe", toText(device)}), std::move(observer));
    if (!child) {
        m_deadline.start(0, [this] { end(false); });
        return;
    }
    m_child = *std::move(child);
    m_deadline.start(std::max(shortestDeadline_s, probeLimit_s * setup.deadlineFactor), [this] {
        m_isLate = true;
        m_child->stop();
    });
}

void DeviceProbe::cancel()
{
    if (m_child && !m_isOver) {
        m_isLate = true;
        m_child->stop();
    }
}

void DeviceProbe::end(bool isAlive)
{
    m_deadline.stop();
    m_isOver = true;
    m_answered(isAlive);
}

} // namespace inferometer::core
