// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/device_watch.h"

#include <algorithm>
#include <optional>

namespace inferometer::core {

namespace {

constexpr int maxProbes = 2;

bool isDoubt(Outcome outcome)
{
    return outcome == Outcome::DeviceLost || outcome == Outcome::TimedOut;
}

} // namespace

DeviceWatch::DeviceWatch(Loop& loop, Executor& executor, std::stop_token stop)
    : m_loop(loop)
    , m_executor(executor)
    , m_stop(std::move(stop))
{
}

bool DeviceWatch::isDoubtful(const Device& device, const VisitEnd& end)
{
    if (device.kind == DeviceKind::Cpu)
        return false;
    if (const auto* failure = std::get_if<VisitFailure>(&end.content))
        return isDoubt(failure->outcome);
    const auto& rows = std::get<VisitResult>(end.content).variants;
    return std::any_of(
        rows.begin(), rows.end(), [](const VariantResult& row) { return isDoubt(row.outcome); });
}

bool DeviceWatch::answers(const Device& device)
{
    for (int probe = 0; probe < maxProbes; ++probe) {
        if (answersOnce(device) || m_stop.stop_requested())
            return true;
    }
    m_lost.insert(device);
    return false;
}

bool DeviceWatch::answersOnce(const Device& device)
{
    std::optional<bool> answer;
    const auto id = m_executor.probe(device, [&](bool isAlive) { answer = isAlive; });
    m_loop.runUntil([&] { return answer || m_stop.stop_requested(); });
    if (!answer) {
        m_executor.cancel(id);
        m_loop.runUntil([&] { return answer.has_value(); });
    }
    return *answer;
}

} // namespace inferometer::core
