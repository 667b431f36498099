// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/measuring.h"

#include "app/cli/input_watch.h"
#include "app/cli/interrupts.h"
#include "app/cli/progress_line.h"
#include "app/cli/progress_stream.h"

#include <optional>

namespace inferometer::cli {

core::Result<core::RunEnd> measure(const core::RunOrder& order, const core::RunServices& services,
    const Following& following, const Console& console)
{
    core::Loop loop;
    const core::SteadyClock clock;
    const bool isStreamed = following.progress == "stream";
    const bool hasTerminal = isTerminal();
    ProgressLine line(progressStyle(isStreamed ? "never" : following.progress, console, hasTerminal), clock);
    ProgressStream stream(clock);
    std::stop_source now;
    std::stop_source afterVisit;
    const Interrupts interrupts(
        [&] {
            line.stopping();
            now.request_stop();
            loop.wake();
        },
        hasTerminal ? std::function<void()>([&] { line.tick(); }) : std::function<void()>());
    std::optional<InputWatch> watch;
    if (order.toStandardOutput)
        watch.emplace(following.hasInput, isStreamed,
            InputWatch::Actions{[&] { afterVisit.request_stop(); }, [&] { now.request_stop(); }});
    line.onStarted([&] {
        if (watch)
            watch->runHasBegun();
    });
    core::SweepObserver& observer = isStreamed ? static_cast<core::SweepObserver&>(stream) : line;
    return core::executeRun(order, services, loop, observer, {afterVisit.get_token(), now.get_token()});
}

} // namespace inferometer::cli
