// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/host_memory.h"

#include <climits>

#include <malloc.h>
#include <unistd.h>

namespace inferometer::engine {

void applyAllocator(core::Allocator allocator)
{
    if (allocator != core::Allocator::Retain)
        return;
    mallopt(M_MMAP_THRESHOLD, INT_MAX);
    mallopt(M_TRIM_THRESHOLD, INT_MAX);
}

bool isSafeTogether(std::uint64_t needed_bytes, std::uint64_t limit_bytes)
{
    constexpr double safeShare = 0.7;
    return static_cast<double>(needed_bytes) <= safeShare * static_cast<double>(limit_bytes);
}

bool limitFurtherData(std::uint64_t bytes)
{
    return limitFurtherDataOf(getpid(), bytes);
}

} // namespace inferometer::engine
