// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/process_memory.h"

#include <algorithm>
#include <fstream>
#include <limits>
#include <string>

#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

namespace inferometer::core {

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

std::optional<std::uint64_t> dataOf(int pid)
{
    return statusBytes("VmData:", pid);
}

bool limitDataOf(int pid, std::optional<std::uint64_t> bytes)
{
    rlimit limit{};
    if (prlimit(pid, RLIMIT_DATA, nullptr, &limit) != 0)
        return false;
    limit.rlim_cur =
        std::min<rlim_t>(bytes.value_or(RLIM_INFINITY), limit.rlim_max); // "no limit" is the largest number
    return prlimit(pid, RLIMIT_DATA, &limit, nullptr) == 0;
}

bool limitFurtherDataOf(int pid, std::uint64_t bytes)
{
    const auto held = dataOf(pid);
    return held && limitDataOf(pid, *held + bytes);
}

} // namespace inferometer::core
