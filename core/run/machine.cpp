// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/machine.h"

#include "core/base/control_groups.h"
#include "core/base/files.h"
#include "core/base/numbers.h"
#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <sched.h>
#include <set>
#include <thread>

namespace inferometer::core {

namespace fs = std::filesystem;

namespace {

std::string processorName(const fs::path& systemRoot)
{
    for (const auto& line : split(readSystemFile(systemRoot / "proc/cpuinfo"), '\n')) {
        if (line.starts_with("model name") || line.starts_with("Model"))
            return trimmed(std::string_view(line).substr(line.find(':') + 1));
    }
    return "CPU";
}

std::optional<std::uint64_t> memoryValue(const fs::path& systemRoot, std::string_view key)
{
    for (const auto& line : split(readSystemFile(systemRoot / "proc/meminfo"), '\n')) {
        const auto words = split(line, ' ');
        if (words.size() >= 2 && words[0] == key)
            return static_cast<std::uint64_t>(integerFrom(words[1]).value_or(0)) * 1024;
    }
    return std::nullopt;
}

std::optional<std::uint64_t> groupValue(const fs::path& group, const char* name)
{
    const auto value = integerFrom(trimmed(readSystemFile(group / name)));
    return value ? std::optional(static_cast<std::uint64_t>(*value)) : std::nullopt;
}

std::optional<double> quotaOf_cores(const fs::path& group)
{
    const auto words = split(trimmed(readSystemFile(group / "cpu.max")), ' ');
    const auto quota = words.size() == 2 ? doubleFrom(words[0]) : std::nullopt;
    const auto period = words.size() == 2 ? doubleFrom(words[1]) : std::nullopt;
    return quota && period && *period > 0 ? std::optional(*quota / *period) : std::nullopt;
}

} // namespace

std::vector<int> affinity()
{
    cpu_set_t set;
    CPU_ZERO(&set);
    std::vector<int> processors;
    if (::sched_getaffinity(0, sizeof set, &set) == 0) {
        for (int i = 0; i < CPU_SETSIZE; ++i) {
            if (CPU_ISSET(i, &set))
                processors.push_back(i);
        }
    }
    return processors;
}

std::optional<double> groupQuota_cores(const fs::path& systemRoot)
{
    std::optional<double> least;
    for (const auto& group : controlGroups(systemRoot)) {
        if (const auto quota = quotaOf_cores(group))
            least = std::min(least.value_or(*quota), *quota);
    }
    return least;
}

int usableCores(const fs::path& systemRoot)
{
    // Hyper-threads of one core share its arithmetic units: one thread per core, as torch itself does.
    std::set<std::string> cores;
    for (const int processor : affinity()) {
        const auto siblings = trimmed(readSystemFile(systemRoot / "sys/devices/system/cpu"
            / ("cpu" + std::to_string(processor)) / "topology/thread_siblings_list"));
        cores.insert(siblings.empty() ? std::to_string(processor) : siblings);
    }
    int count = std::max(static_cast<int>(cores.size()), 1);
    if (const auto quota = groupQuota_cores(systemRoot))
        count = std::clamp(static_cast<int>(std::ceil(*quota)), 1, count);
    return count;
}

std::vector<DeviceFacts> findDevices(const fs::path& systemRoot, const DriverSymbols& symbols)
{
    std::vector<DeviceFacts> devices;
    devices.push_back({Device{}, processorName(systemRoot), memoryValue(systemRoot, "MemTotal:"), {}, {}});
    auto nvidia = findNvidiaDevices(symbols);
    for (auto& found : nvidia.devices) {
        DeviceFacts facts{Device{DeviceKind::Cuda, found.index}, std::move(found.name), found.memory_bytes,
            std::move(found.capability), nvidia.cuda};
        facts.driverVersion = nvidia.driver;
        facts.pciBus = std::move(found.pciBus);
        facts.multiprocessors = found.multiprocessors;
        facts.isSlice = found.isSlice;
        facts.drivesDisplay = found.drivesDisplay;
        facts.uuid = std::move(found.uuid);
        devices.push_back(std::move(facts));
    }
    return devices;
}

DeviceFacts factsOf(const std::vector<DeviceFacts>& devices, const Device& device)
{
    const auto found = std::find_if(
        devices.begin(), devices.end(), [&](const DeviceFacts& facts) { return facts.device == device; });
    return found == devices.end() ? DeviceFacts{device, {}, {}, {}, {}} : *found;
}

std::string driverName(const DeviceFacts& facts)
{
    return facts.driverVersion.empty() ? facts.driver : facts.driverVersion;
}

Machine machineFrom(const std::vector<DeviceFacts>& devices, int cores)
{
    Machine machine;
    machine.threads = cores;
    for (const auto& facts : devices)
        machine.devices.push_back(facts.device);
    return machine;
}

std::optional<std::uint64_t> safeMemory_bytes(const fs::path& systemRoot)
{
    constexpr double share = 0.8; // the rest is for the page cache, this program and what else runs
    auto available = memoryValue(systemRoot, "MemAvailable:");
    for (const auto& group : controlGroups(systemRoot)) {
        const auto limit = groupValue(group, "memory.max");
        if (!limit)
            continue;
        const auto used = groupValue(group, "memory.current").value_or(0);
        const auto left = *limit > used ? *limit - used : 0;
        available = std::min(available.value_or(left), left);
    }
    return available ? std::optional(static_cast<std::uint64_t>(static_cast<double>(*available) * share))
                     : std::nullopt;
}

} // namespace inferometer::core
