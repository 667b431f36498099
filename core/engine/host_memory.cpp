// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/host_memory.h"

#include <algorithm>
#include <climits>
#include <fstream>
#include <limits>
#include <string>

#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

namespace inferometer::engine {

namespace {

std::optional<std::uint64_t> statusBytes(const std::string& key, int pid)
{
    std::ifstream status("/proc/" + std::to_string(pid) + "/status");
    std::string word;
    while (status >> word) {
        std::uint64_t kilobytes = 0;
        if (word == key && status >> kilobytes)
            return kilobytes * 1024;
        status.ignore(std::numeric_limits<std::streamsize>::max(), '\n');
    }
    return std::nullopt;
}

bool resetResidentPeak(int pid)
{
    std::ofstream file("/proc/" + std::to_string(pid) + "/clear_refs");
    file << "5" << std::flush; // proc(5): resets VmHWM to the current resident set
    return file.good();
}

} // namespace

MemoryWatch::MemoryWatch()
    : MemoryWatch((malloc_trim(0), getpid()))
{
}

MemoryWatch::MemoryWatch(int pid)
    : m_pid(pid)
    , m_before(resetResidentPeak(pid) ? statusBytes("VmRSS:", pid) : std::nullopt)
{
}

std::optional<std::uint64_t> MemoryWatch::increase() const
{
    const auto peak = statusBytes("VmHWM:", m_pid);
    if (!m_before || !peak)
        return std::nullopt;
    return *peak > *m_before ? *peak - *m_before : 0;
}

void applyAllocator(core::Allocator allocator)
{
    if (allocator != core::Allocator::Retain)
        return;
    mallopt(M_MMAP_THRESHOLD, INT_MAX);
    mallopt(M_TRIM_THRESHOLD, INT_MAX);
}

bool isSafeTogether(std::uint64_t peaks_bytes, std::uint64_t limit_bytes)
{
    constexpr double safeShare = 0.7;
    return static_cast<double>(peaks_bytes) <= safeShare * static_cast<double>(limit_bytes);
}

bool limitFurtherData(std::uint64_t bytes)
{
    return limitFurtherDataOf(getpid(), bytes);
}

bool limitFurtherDataOf(int pid, std::uint64_t bytes)
{
    const auto held = statusBytes("VmData:", pid);
    rlimit limit{};
    if (!held || prlimit(pid, RLIMIT_DATA, nullptr, &limit) != 0)
        return false;
    limit.rlim_cur = std::min<rlim_t>(*held + bytes, limit.rlim_max); // "no limit" is the largest number
    return prlimit(pid, RLIMIT_DATA, &limit, nullptr) == 0;
}

} // namespace inferometer::engine
