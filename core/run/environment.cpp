// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/environment.h"

#include "core/base/files.h"
#include "core/base/numbers.h"
#include "core/base/text.h"
#include "core/plan/note_codes.h"

#include <algorithm>
#include <sys/utsname.h>

namespace inferometer::core {

namespace fs = std::filesystem;

namespace {

/// "0-3,8": the form of the kernel.
std::string rangesOf(const std::vector<int>& numbers)
{
    std::string text;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t end = i;
        while (end + 1 < numbers.size() && numbers[end + 1] == numbers[end] + 1)
            ++end;
        text += (text.empty() ? "" : ",") + std::to_string(numbers[i]);
        if (end > i)
            text += "-" + std::to_string(numbers[end]);
        i = end + 1;
    }
    return text;
}

std::string system(const fs::path& systemRoot, const char* name)
{
    return trimmed(readSystemFile(systemRoot / name));
}

std::string operatingSystem(const fs::path& systemRoot)
{
    for (const auto& line : split(readSystemFile(systemRoot / "etc/os-release"), '\n')) {
        constexpr std::string_view key = "PRETTY_NAME=";
        if (!line.starts_with(key))
            continue;
        auto name = line.substr(key.size());
        std::erase(name, '"');
        return oneLine(name, 100);
    }
    return {};
}

std::string kernel(const fs::path& systemRoot)
{
    if (auto release = system(systemRoot, "proc/sys/kernel/osrelease"); !release.empty())
        return release;
    utsname facts{};
    return ::uname(&facts) == 0 ? facts.release : "";
}

std::string governor(const fs::path& systemRoot, const std::vector<int>& processors)
{
    std::string found;
    for (const int processor : processors) {
        const auto name = system(systemRoot,
            ("sys/devices/system/cpu/cpu" + std::to_string(processor) + "/cpufreq/scaling_governor").c_str());
        if (!name.empty() && name != found)
            found = found.empty() ? name : "mixed";
    }
    return found;
}

/// A discharging battery with no mains.
bool isOnBattery(const fs::path& systemRoot)
{
    bool isDischarging = false;
    std::error_code failure;
    const auto folder = systemRoot / "sys/class/power_supply";
    for (fs::directory_iterator entry(folder, failure); !failure && entry != fs::directory_iterator();
         entry.increment(failure)) {
        if (trimmed(readSystemFile(entry->path() / "online")) == "1")
            return false;
        isDischarging = isDischarging || trimmed(readSystemFile(entry->path() / "status")) == "Discharging";
    }
    return isDischarging;
}

std::string loadAverage(const fs::path& systemRoot)
{
    const auto words = split(readSystemFile(systemRoot / "proc/loadavg"), ' ');
    return words.empty() ? std::string() : words.front();
}

std::string driverVersion(const fs::path& systemRoot)
{
    // "NVRM version: NVIDIA UNIX x86_64 Kernel Module  580.65.06  Sun Jul 27 ..."
    for (const auto& word : split(readSystemFile(systemRoot / "proc/driver/nvidia/version"), ' ')) {
        if (word.find('.') != std::string::npos && word.find_first_not_of("0123456789.") == std::string::npos)
            return word;
    }
    return {};
}

/// How many processors are online: "0-3,8".
int onlineProcessors(const fs::path& systemRoot)
{
    int count = 0;
    for (const auto& range : split(system(systemRoot, "sys/devices/system/cpu/online"), ',')) {
        const auto ends = split(range, '-');
        const auto first = ends.empty() ? std::nullopt : integerFrom(ends.front());
        const auto last = ends.empty() ? std::nullopt : integerFrom(ends.back());
        if (first && last && *last >= *first)
            count += static_cast<int>(*last - *first) + 1;
    }
    return count;
}

/// The lowest limit of a clock in percent of its highest; nothing where clocks are not limited or not known.
std::optional<double> clockLimit_percent(const fs::path& systemRoot, const std::vector<int>& processors)
{
    std::optional<double> lowest;
    for (const int processor : processors) {
        const auto folder =
            systemRoot / "sys/devices/system/cpu" / ("cpu" + std::to_string(processor)) / "cpufreq";
        const auto limit = doubleFrom(trimmed(readSystemFile(folder / "scaling_max_freq")));
        const auto highest = doubleFrom(trimmed(readSystemFile(folder / "cpuinfo_max_freq")));
        if (limit && highest && *highest > 0 && *limit < *highest)
            lowest = std::min(lowest.value_or(100), *limit / *highest * 100);
    }
    return lowest;
}

double numberOf(const Environment& environment, const char* key)
{
    return doubleFrom(valueOf(environment, key)).value_or(0);
}

/// One sentence: the narrowest share that the threads have to live with.
void addDoubtsAboutThreads(const Environment& environment, std::vector<Note>& notes)
{
    const double threads = numberOf(environment, "threads");
    const double cores = numberOf(environment, "cores");
    const double quota = numberOf(environment, "cgroup_quota_cores");
    const auto add = [&](std::string_view code, const char* share) {
        notes.push_back(
            Note{std::string(code), {valueOf(environment, "threads"), valueOf(environment, share)}});
    };
    if (quota > 0 && quota < threads)
        add(codes::quotaBelowThreads, "cgroup_quota_cores");
    else if (cores > 0 && threads > numberOf(environment, "logical_processors") && threads > cores)
        add(codes::moreThreadsThanCores, "cores");
    else if (cores > 0 && threads > cores)
        add(codes::smtSiblingsShared, "cores");
}

} // namespace

Environment observeEnvironment(
    const fs::path& systemRoot, const std::vector<DeviceFacts>& devices, int threads)
{
    const auto processors = affinity();
    Environment environment;
    const auto add = [&](const char* key, const std::string& value) {
        if (!value.empty())
            environment[key] = value;
    };
    if (!devices.empty()) {
        add("cpu_model", devices.front().name);
        if (devices.front().memory_bytes)
            add("memory_bytes", std::to_string(*devices.front().memory_bytes));
    }
    for (const auto& facts : devices) {
        if (facts.device.kind == DeviceKind::Cuda)
            add(("gpu_" + std::to_string(facts.device.index)).c_str(),
                facts.name + ", " + facts.capability + (facts.isSlice ? ", slice" : "")
                    + (facts.drivesDisplay ? ", drives the display" : ""));
    }
    add("cores", std::to_string(usableCores(systemRoot)));
    add("logical_processors", std::to_string(processors.size()));
    add("affinity", rangesOf(processors));
    if (const auto quota = groupQuota_cores(systemRoot))
        add("cgroup_quota_cores", exactText(*quota));
    if (const auto online = onlineProcessors(systemRoot); online > 0)
        add("online_processors", std::to_string(online));
    if (const auto limit = clockLimit_percent(systemRoot, processors))
        add("clock_limit_percent", fixedText(*limit, 0));
    add("smt", system(systemRoot, "sys/devices/system/cpu/smt/control"));
    add("governor", governor(systemRoot, processors));
    add("power", isOnBattery(systemRoot) ? "battery" : "");
    add("os", operatingSystem(systemRoot));
    add("kernel", kernel(systemRoot));
    add("load_average", loadAverage(systemRoot));
    add("threads", std::to_string(threads));
    add("driver", driverVersion(systemRoot));
    add("build_type", INFEROMETER_BUILD_TYPE);
    add("sanitizers", INFEROMETER_SANITIZERS);
    add("inferometer", INFEROMETER_VERSION);
    add("inferometer_git", INFEROMETER_GIT);
    return environment;
}

std::vector<Note> conditionWarnings(const Environment& environment)
{
    constexpr double maxLoadPerCore = 0.5;
    std::vector<Note> notes;
    const auto add = [&](std::string_view code, std::vector<std::string> arguments) {
        notes.push_back(Note{std::string(code), std::move(arguments)});
    };
    const auto governor = valueOf(environment, "governor");
    const auto cores = numberOf(environment, "cores");
    if (!governor.empty() && governor != "performance")
        add(codes::governorNotPerformance, {governor});
    if (cores > 0 && numberOf(environment, "load_average") > maxLoadPerCore * cores)
        add(codes::highLoad, {valueOf(environment, "load_average"), valueOf(environment, "cores")});
    addDoubtsAboutThreads(environment, notes);
    const auto allowed = numberOf(environment, "logical_processors");
    if (allowed > 0 && allowed < numberOf(environment, "online_processors"))
        add(codes::affinityLimited,
            {valueOf(environment, "logical_processors"), valueOf(environment, "online_processors")});
    if (const auto limit = valueOf(environment, "clock_limit_percent"); !limit.empty())
        add(codes::clockLimited, {limit});
    if (valueOf(environment, "build_type") == "Debug")
        add(codes::debugBuild, {valueOf(environment, "build_type")});
    if (!valueOf(environment, "sanitizers").empty())
        add(codes::sanitizedBuild, {valueOf(environment, "sanitizers")});
    if (valueOf(environment, "power") == "battery")
        add(codes::onBattery, {});
    return notes;
}

} // namespace inferometer::core
