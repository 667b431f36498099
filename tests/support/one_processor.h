// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sched.h>

namespace inferometer::test {

/// Gives this process and those that it starts one processor: what measures for a test whose times do not
/// matter then uses one thread, which does not wait for a second one that the tests beside it keep from
/// running.
inline void useOneProcessor()
{
    cpu_set_t allowed;
    if (sched_getaffinity(0, sizeof allowed, &allowed) != 0)
        return;
    for (int cpu = CPU_SETSIZE - 1; cpu >= 0 && CPU_COUNT(&allowed) > 1; --cpu)
        CPU_CLR(cpu, &allowed);
    sched_setaffinity(0, sizeof allowed, &allowed);
}

} // namespace inferometer::test
