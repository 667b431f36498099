// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/process_memory.h"
#include "core/plan/workload.h"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace inferometer::core {

/// Keeps the Python worker within the memory that a visit on the CPU may use, as the runner keeps itself. Its
/// compilers inherit the limit, each for itself.
class WorkerMemory {
public:
    /// What the process holds now, its libraries, does not count. No limit: a safe share of what is available
    /// when a request begins.
    WorkerMemory(
        int process, std::optional<std::uint64_t> limit_bytes, std::filesystem::path systemRoot = "/");

    /// A request for a device begins: only what is made for the CPU is limited.
    void begin(const Device& device);
    /// What that request may take; nothing: as much as there is.
    const std::optional<std::uint64_t>& room() const { return m_room_bytes; }
    /// The most that it took so far, of memory in use; nothing where that cannot be known.
    std::optional<std::uint64_t> reached() const;

private:
    std::optional<std::uint64_t> roomNow() const;

    int m_process;
    std::optional<std::uint64_t> m_limit_bytes;
    std::filesystem::path m_systemRoot;
    std::optional<std::uint64_t> m_libraries_bytes;
    std::optional<std::uint64_t> m_room_bytes;
    std::optional<MemoryWatch> m_watch;
};

} // namespace inferometer::core
