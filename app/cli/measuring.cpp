// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/measuring.h"

#include "app/cli/interrupts.h"
#include "app/cli/progress_line.h"

namespace inferometer::cli {

core::Result<core::RunEnd> measure(const core::RunOrder& order, const core::RunServices& services,
    const std::string& when, const Console& console)
{
    core::Loop loop;
    const core::SteadyClock clock;
    const bool hasTerminal = isTerminal();
    ProgressLine progress(progressStyle(when, console, hasTerminal), clock);
    std::stop_source stop;
    const Interrupts interrupts(
        [&] {
            progress.stopping();
            stop.request_stop();
            loop.wake();
        },
        hasTerminal ? std::function<void()>([&] { progress.tick(); }) : std::function<void()>());
    return core::executeRun(order, services, loop, progress, {std::stop_token(), stop.get_token()});
}

} // namespace inferometer::cli
