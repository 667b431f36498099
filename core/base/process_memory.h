// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

/// The memory of processes of this user, as the kernel counts it.
namespace inferometer::core {

/// The resident memory of a process, from now on.
class MemoryWatch {
public:
    MemoryWatch(); ///< this process, which gives back first all that it has freed
    explicit MemoryWatch(int pid);

    /// Its largest increase so far. Nothing where the kernel does not let a peak be reset, or when the
    /// process is gone.
    std::optional<std::uint64_t> increase() const;

private:
    int m_pid;
    std::optional<std::uint64_t> m_before; ///< nothing: the peak could not be reset
};

/// The data that a process holds, touched or not; nothing when it is gone.
std::optional<std::uint64_t> dataOf(int pid);
/// Limits that data, and that of each process which it starts from now on; nothing: as far as its user may.
bool limitDataOf(int pid, std::optional<std::uint64_t> bytes);
/// Limits what a process may hold beyond what it holds now.
bool limitFurtherDataOf(int pid, std::uint64_t bytes);

} // namespace inferometer::core
