// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/worker_memory.h"

#include "core/run/machine.h"

#include <algorithm>

namespace inferometer::core {

WorkerMemory::WorkerMemory(
    int process, std::optional<std::uint64_t> limit_bytes, std::filesystem::path systemRoot)
    : m_process(process)
    , m_limit_bytes(limit_bytes)
    , m_systemRoot(std::move(systemRoot))
    , m_libraries_bytes(dataOf(process))
{
}

void WorkerMemory::begin(const Device& device)
{
    m_room_bytes = device.kind == DeviceKind::Cpu ? roomNow() : std::nullopt;
    if (!limitDataOf(
            m_process, m_room_bytes ? std::optional(*m_libraries_bytes + *m_room_bytes) : std::nullopt))
        m_room_bytes.reset();
    m_watch.emplace(m_process);
}

/// What an earlier request left in the process is taken already, not available.
std::optional<std::uint64_t> WorkerMemory::roomNow() const
{
    const auto held = dataOf(m_process);
    if (!held || !m_libraries_bytes)
        return std::nullopt;
    if (m_limit_bytes)
        return m_limit_bytes;
    const auto safe = safeMemory_bytes(m_systemRoot);
    return safe ? std::optional(*safe + *held - std::min(*held, *m_libraries_bytes)) : std::nullopt;
}

std::optional<std::uint64_t> WorkerMemory::reached() const
{
    return m_watch ? m_watch->increase() : std::nullopt;
}

} // namespace inferometer::core
