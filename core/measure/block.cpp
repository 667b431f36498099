// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/measure/block.h"

#include <numeric>
#include <sys/resource.h>

namespace inferometer::core {
namespace {

/// Of the whole process: the threads of a parallel region fault as well.
long minorFaults()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_minflt;
}

/// Nothing but the work stands between the two readings of the clock.
Result<void> timeOne(Program& program, const Clock& clock, Nanoseconds& taken)
{
    const auto begin = clock.now();
    auto result = program.runAndRelease();
    taken = clock.now() - begin;
    return result;
}

} // namespace

double Block::inside_s() const
{
    return std::accumulate(samples_s.begin(), samples_s.end(), opening_s);
}

Result<Block> measureBlock(Program& program, const Clock& clock, int count)
{
    Block block;
    block.samples_s.reserve(static_cast<std::size_t>(count));
    block.device_s.reserve(static_cast<std::size_t>(count));
    Nanoseconds taken{};
    if (auto opened = timeOne(program, clock, taken); !opened)
        return opened.error();
    block.opening_s = seconds(taken);

    const long faultsBefore = minorFaults();
    for (int i = 0; i < count; ++i) {
        if (auto ran = timeOne(program, clock, taken); !ran)
            return ran.error();
        block.samples_s.push_back(seconds(taken));
        if (const auto device = program.lastDevice_s())
            block.device_s.push_back(*device);
    }
    block.minorFaults = minorFaults() - faultsBefore;
    return block;
}

} // namespace inferometer::core
