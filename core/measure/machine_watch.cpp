// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/machine_watch.h"

#include "core/base/control_groups.h"
#include "core/base/files.h"
#include "core/base/numbers.h"
#include "core/base/text.h"
#include "core/measure/note_codes.h"

#include <algorithm>
#include <sched.h>
#include <string>
#include <sys/resource.h>
#include <unistd.h>

namespace inferometer::core {

namespace fs = std::filesystem;

namespace {

double ticksAsSeconds(const std::string& ticks)
{
    static const double perSecond = static_cast<double>(sysconf(_SC_CLK_TCK));
    return static_cast<double>(integerFrom(ticks).value_or(0)) / perSecond;
}

std::vector<std::string> wordsOf(std::string_view line)
{
    auto words = split(trimmed(line), ' ');
    std::erase(words, "");
    return words;
}

/// proc(5): "cpu0 user nice system idle iowait irq softirq steal guest guest_nice".
void addProcessor(MachineCounts& counts, const std::vector<std::string>& words)
{
    constexpr std::size_t user = 1, nice = 2, system = 3, irq = 6, softirq = 7, steal = 8;
    if (words.size() <= steal)
        return;
    ++counts.processors;
    for (const auto place : {user, nice, system, irq, softirq})
        counts.busy_s += ticksAsSeconds(words[place]);
    for (std::size_t place = user; place <= steal; ++place)
        counts.passed_s += ticksAsSeconds(words[place]);
    counts.stolen_s += ticksAsSeconds(words[steal]);
}

std::optional<long> numberIn(const fs::path& path)
{
    const auto number = integerFrom(trimmed(readSystemFile(path)));
    return number ? std::optional(static_cast<long>(*number)) : std::nullopt;
}

/// cgroup v2: "nr_throttled 3" among the lines of cpu.stat, for each group by its own limit.
std::optional<long> throttledPeriods(const fs::path& systemRoot)
{
    std::optional<long> periods;
    for (const auto& group : controlGroups(systemRoot)) {
        for (const auto& line : split(readSystemFile(group / "cpu.stat"), '\n')) {
            const auto words = wordsOf(line);
            if (words.size() == 2 && words[0] == "nr_throttled")
                periods = periods.value_or(0) + static_cast<long>(integerFrom(words[1]).value_or(0));
        }
    }
    return periods;
}

std::optional<long> difference(const std::optional<long>& before, const std::optional<long>& after)
{
    return before && after && *after > *before ? std::optional(*after - *before) : std::nullopt;
}

} // namespace

MachineCounts readMachineCounts(const fs::path& systemRoot)
{
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    sched_getaffinity(0, sizeof allowed, &allowed);
    MachineCounts counts;
    for (const auto& line : split(readSystemFile(systemRoot / "proc/stat"), '\n')) {
        const auto words = wordsOf(line);
        const auto number =
            words.empty() || !words[0].starts_with("cpu") ? std::nullopt : integerFrom(words[0].substr(3));
        if (!number || *number < 0 || *number >= CPU_SETSIZE
            || !CPU_ISSET(static_cast<std::size_t>(*number), &allowed))
            continue;
        addProcessor(counts, words);
        const auto throttling =
            systemRoot / "sys/devices/system/cpu" / words[0] / "thermal_throttle/core_throttle_count";
        if (const auto events = numberIn(throttling))
            counts.thermalEvents = counts.thermalEvents.value_or(0) + *events;
    }
    counts.quotaPeriods = throttledPeriods(systemRoot);
    return counts;
}

double ownProcessorTime_s()
{
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    double sum_s = 0;
    for (const auto who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
        rusage usage{};
        getrusage(who, &usage);
        sum_s += seconds(usage.ru_utime) + seconds(usage.ru_stime);
    }
    return sum_s;
}

double processorTimeOf_s(int process, const fs::path& systemRoot)
{
    // The name in parentheses may hold anything; utime, stime, cutime and cstime are the 12th to 15th words
    // behind it.
    const auto text = readSystemFile(systemRoot / "proc" / std::to_string(process) / "stat");
    const auto end = text.rfind(')');
    const auto words = end == std::string::npos ? std::vector<std::string>() : wordsOf(text.substr(end + 1));
    constexpr std::size_t userTime = 11, systemTimeOfChildren = 14;
    double sum_s = 0;
    for (auto place = userTime; place <= systemTimeOfChildren && place < words.size(); ++place)
        sum_s += ticksAsSeconds(words[place]);
    return sum_s;
}

std::vector<Note> doubtsBetween(const MachineCounts& before, const MachineCounts& after, double ours_s)
{
    std::vector<Note> notes;
    const auto add = [&](std::string_view code, double number, int digits) {
        notes.push_back(Note{std::string(code), {fixedText(number, digits)}});
    };
    const double passed_s = after.passed_s - before.passed_s;
    if (before.processors == after.processors && passed_s > 0) {
        const double others = (after.busy_s - before.busy_s - ours_s) / passed_s * 100;
        const double stolen = (after.stolen_s - before.stolen_s) / passed_s * 100;
        if (others > othersBusy_percent)
            add(codes::othersBusy, others, 0);
        if (stolen > timeStolen_percent)
            add(codes::timeStolen, stolen, 1);
    }
    if (const auto events = difference(before.thermalEvents, after.thermalEvents))
        add(codes::thermallyThrottled, static_cast<double>(*events), 0);
    if (const auto periods = difference(before.quotaPeriods, after.quotaPeriods))
        add(codes::quotaThrottled, static_cast<double>(*periods), 0);
    return notes;
}

} // namespace inferometer::core
