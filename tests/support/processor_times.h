// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/temporary_folder.h"

#include <sched.h>
#include <unistd.h>

namespace inferometer::tests {

/// One that this process may use.
inline int firstProcessor()
{
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    sched_getaffinity(0, sizeof allowed, &allowed);
    int processor = 0;
    while (!CPU_ISSET(processor, &allowed))
        ++processor;
    return processor;
}

/// A made-up /proc/stat with one processor of this process, in hundredths of a second of user, idle and
/// stolen time.
inline void writeProcessorTimes(const TemporaryFolder& root, int user, int idle, int stolen = 0)
{
    const auto ticks = [](int hundredths) {
        return " " + std::to_string(hundredths * sysconf(_SC_CLK_TCK) / 100);
    };
    root.write("proc/stat",
        "cpu 9 9 9 9 9 9 9 9 9 9\ncpu" + std::to_string(firstProcessor()) + ticks(user) + " 0 0" + ticks(idle)
            + " 0 0 0" + ticks(stolen) + " 0 0\ncpu1023 7000 0 0 0 0 0 0 0 0 0\nintr 1 2 3\n");
}

} // namespace inferometer::tests
