// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/target_doctor.h"

#include "core/base/utc.h"
#include "core/run/slurm.h"
#include "core/run/target_process.h"

#include <memory>

namespace inferometer::core {

namespace {

constexpr double silence_s = 900; // importing torch from a cold network disk

/// The version that can be used; empty: there is none.
std::string torchOf(const std::vector<Check>& checks)
{
    for (const auto& check : checks) {
        if (check.finding.code == "torch-found" && !check.finding.args.empty())
            return check.finding.args.front();
    }
    return {};
}

void cancelJob(Loop& loop, const std::vector<std::string>& command)
{
    const auto cancelling = command.empty() ? nullptr : startQuietly(loop, command, {});
    loop.runFor(nanoseconds(jobCancel_s), [&] { return !cancelling || cancelling->hasEnded(); });
}

} // namespace

Result<TargetReport> examineTarget(const RunServices& services, Loop& loop, const Target& target,
    const std::stop_token& stop, const std::function<void(const Note&)>& say)
{
    TargetReport report;
    std::optional<TargetEnd> end;
    std::unique_ptr<JobWatch> watch;
    std::vector<std::string> cancel;
    bool hasBegun = false;
    TargetObserver observer;
    observer.message = [&](StreamMessage message) {
        hasBegun = true;
        if (auto* check = std::get_if<Check>(&message))
            report.checks.push_back(std::move(*check));
    };
    observer.ended = [&](TargetEnd ended) { end = std::move(ended); };
    TargetCall call{target, services.tools.guard, {"doctor", "--lines"}, {}, services.answerLimit_s,
        silence_s * services.deadlineFactor};
    if (auto job = jobOf(call)) {
        cancel = job->cancel;
        watch = std::make_unique<JobWatch>(
            loop, target.name, *std::move(job), jobLook_s * services.deadlineFactor, say);
    }
    TargetProcess process(loop, call, std::move(observer));
    loop.runUntil([&] { return end || stop.stop_requested() || hasBegun; });
    watch.reset();
    loop.runUntil([&] { return end || stop.stop_requested(); });
    if (!end)
        process.stop();
    loop.runUntil([&] { return end.has_value(); });
    if (stop.stop_requested() || end->exitCode != 0) // it may wait in the queue all the same
        cancelJob(loop, cancel);
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, "The target was not asked to its end."};
    if (!end->hello || end->mismatch || report.checks.empty())
        return lossOf(target, *end);
    report.facts = {
        end->hello->devices, end->hello->cores, end->hello->version, torchOf(report.checks), utcNow()};
    return report;
}

} // namespace inferometer::core
