// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/environment_setup.h"

#include "core/base/numbers.h"
#include "core/base/text.h"
#include "core/run/child_process.h"

#include <optional>

namespace inferometer::core {

namespace {

/// "3 of 71: torch", as packaging/linux/environment.sh writes it; other lines say nothing of progress.
std::optional<SetupStep> stepFrom(std::string_view line)
{
    const auto of = line.find(" of ");
    const auto colon = line.find(": ");
    if (of == std::string_view::npos || colon == std::string_view::npos || colon < of + 4)
        return std::nullopt;
    const auto package = integerFrom(line.substr(0, of));
    const auto packages = integerFrom(line.substr(of + 4, colon - of - 4));
    constexpr int most = 10'000;
    if (!package || !packages || *package < 1 || *packages > most || *package > *packages)
        return std::nullopt;
    return SetupStep{
        static_cast<int>(*package), static_cast<int>(*packages), oneLine(line.substr(colon + 2), 60)};
}

} // namespace

bool canSetUp(const RunServices& services)
{
    std::error_code ignored;
    return !services.tools.setup.empty() && std::filesystem::is_regular_file(services.tools.setup, ignored);
}

Result<void> setUpEnvironment(const RunServices& services, Loop& loop,
    const std::function<void(const SetupStep&)>& onStep, const std::stop_token& stop)
{
    const ChildCommand command{
        services.tools.guard, services.tools.setup, {"--yes"}, childEnvironment({{"PYTHONUNBUFFERED", "1"}})};
    std::optional<ChildEnd> end;
    ChildObserver observer;
    observer.line = [&](std::string_view line) {
        if (const auto step = stepFrom(line))
            onStep(*step);
        return true;
    };
    observer.broken = [] {};
    observer.ended = [&](ChildEnd how) { end = std::move(how); };
    const std::stop_callback wake(stop, [&loop] { loop.wake(); });
    const auto child = ChildProcess::start(loop, command, std::move(observer));
    if (!child)
        return child.error();
    // No deadline: how long a download takes is the network's matter, and the user sees it and can stop it.
    loop.runUntil([&] { return end.has_value() || stop.stop_requested(); });
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, "The set-up was cancelled."};
    if (end->exitCode != 0 || end->signal != 0)
        return Error{
            ErrorCode::EnvironmentMissing, Note{"environment-not-made", {lastLine(end->errorOutput)}}};
    return {};
}

} // namespace inferometer::core
