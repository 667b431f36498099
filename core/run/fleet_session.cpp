// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/fleet_session.h"

#include "core/plan/selection.h"
#include "core/run/fleet.h"
#include "core/run/targets.h"
#include "core/run/user_files.h"

#include <algorithm>

namespace inferometer::core {

namespace {

/// The targets that measure something.
Result<std::vector<Target>> targetsFor(
    const RunOrder& order, const Plan& plan, const std::filesystem::path& settings)
{
    if (order.elsewhere.empty())
        return targetsOf(plan, settings);
    if (order.elsewhere == "local")
        return std::vector<Target>();
    const auto known = readTargets(settings);
    if (!known)
        return known;
    auto target = findTarget(*known, order.elsewhere);
    return target ? Result<std::vector<Target>>(std::vector{*std::move(target)})
                  : Result<std::vector<Target>>(target.error());
}

Result<void> checkShares(const Beginning& beginning, const RunOrder& order, const RunServices& services)
{
    if (beginning.run.isSample)
        return Error{ErrorCode::UsageInvalid, Note{"sample-not-resumable", {}}};
    const auto& plan = beginning.run.plan;
    const auto devices = findDevices(services.systemRoot, services.driver);
    return checkPlan(plan, order.catalog, machineFrom(devices, usableCores(services.systemRoot)),
        order.isForTarget ? WhatIsMissing::CostsItsRows : WhatIsMissing::IsAnError);
}

/// Whether the user consents to the code of the plan's models: what they are here is what may run there. A
/// plan that came from another machine is checked where it is measured.
Result<bool> consent(const RunOrder& order, Plan& plan, const std::stop_token& stop)
{
    if (order.isForTarget)
        return order.allowsCode;
    if (const auto checked = checkModels(order, {}, plan, stop); !checked)
        return checked.error();
    return std::any_of(plan.models.begin(), plan.models.end(),
        [](const OwnModel& model) { return runsCode(model.source.kind); });
}

} // namespace

Result<RunEnd> executeOnTargets(const RunOrder& order, const RunServices& services, Loop& loop,
    SweepObserver& observer, const StopTokens& stop, Beginning& beginning)
{
    auto& run = beginning.run;
    if (const auto checked = checkShares(beginning, order, services); !checked)
        return checked.error();
    const auto allowsCode = consent(order, run.plan, stop.now);
    if (!allowsCode)
        return allowsCode.error();
    auto targets = targetsFor(order, run.plan, services.paths.targets);
    if (!targets)
        return targets.error();
    auto journal = openJournal(order, services, loop, observer, stop, beginning);
    if (!journal)
        return journal.error();
    observer.started(run, journal->file());
    const SteadyClock clock;
    Fleet fleet(
        {services, clock, loop, *journal, observer, stop, *std::move(targets), order.elsewhere, *allowsCode},
        run);
    const auto ending = fleet.execute();
    auto end = closeRun(run, ending, *journal);
    if (!end.failure)
        end.failure = fleet.failure();
    return end;
}

} // namespace inferometer::core
