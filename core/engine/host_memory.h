// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/workload.h"

#include <cstdint>
#include <optional>

namespace inferometer::engine {

/// The resident memory of a process of this user, from now on.
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

/// Makes glibc keep freed memory (`Retain`) from now on. Holds for the main thread's arena only, so
/// inferences run on the main thread.
void applyAllocator(core::Allocator allocator);

/// Whether variants with these peaks in sum may share a process that may use so much: up to 70 % of it.
bool isSafeTogether(std::uint64_t peaks_bytes, std::uint64_t limit_bytes);

/// Limits the data that this process may allocate beyond what it holds now (libraries with CUDA hold half a
/// gigabyte that is never touched). To be called when the threads of parallel regions exist: one that meets
/// the limit while it starts ends the process.
bool limitFurtherData(std::uint64_t bytes);
/// The same for another process of this user.
bool limitFurtherDataOf(int pid, std::uint64_t bytes);

} // namespace inferometer::engine
