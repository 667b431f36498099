// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/targets.h"
#include "tests/support/fake_world.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace inferometer::tests {

using namespace core;

/// A world whose targets are simulated machines: the real command line with fake runner and worker, in
/// folders of its own, behind a launcher that loses connections.
class Machines {
public:
    explicit Machines(int count)
    {
        world.services.tools.commandLine = INFEROMETER_CLI_PATH;
        world.services.paths.targets = world.folder.path() / "targets.json";
        world.services.reconnectPause_s = 0;
        ::setenv("INFEROMETER_RUNNER", INFEROMETER_FAKE_RUNNER_PATH, 1);
        ::setenv("INFEROMETER_PYTHON", INFEROMETER_FAKE_WORKER_PATH, 1);
        setLoss(count, 0);
    }

    ~Machines()
    {
        ::unsetenv("INFEROMETER_RUNNER");
        ::unsetenv("INFEROMETER_PYTHON");
    }

    /// Connections that break off, in percent.
    void setLoss(int count, int percent)
    {
        std::vector<Target> targets;
        for (int i = 0; i < count; ++i) {
            const auto home = (world.folder.path() / ("machine" + std::to_string(i))).string();
            targets.push_back({"m" + std::to_string(i),
                {INFEROMETER_LOSSY_LAUNCHER, std::to_string(i), std::to_string(percent), "env",
                    "INFEROMETER_MACHINE=" + home, "XDG_CACHE_HOME=" + home + "/cache",
                    "XDG_DATA_HOME=" + home + "/data"},
                INFEROMETER_CLI_PATH, {}});
        }
        ASSERT_TRUE(writeTargets(world.services.paths.targets, targets));
    }

    Plan plan(int count, int visitsPerTarget, const std::vector<std::string>& batches = {"1"}) const
    {
        Selection selection;
        selection.models = {"resnet"};
        selection.batches = batches;
        selection.modes = {"default"};
        selection.preset = "quick";
        selection.devices = {"cpu"};
        selection.visits = visitsPerTarget;
        Machine machine{{Device{}}, 2};
        for (int i = 0; i < count; ++i) {
            selection.targets.push_back("m" + std::to_string(i));
            machine.devices.push_back(Device{DeviceKind::Cpu, 0, selection.targets.back()});
        }
        return *makePlan(selection, world.catalog, machine);
    }

    /// A run that ends before its first visit and goes on with a target that measures all of it.
    Result<RunEnd> runOn(const std::string& target, const Plan& plan)
    {
        world.stopAfterVisit.request_stop();
        const auto begun = world.run(plan);
        world.stopAfterVisit = std::stop_source();
        if (!begun)
            return begun;
        RunOrder order;
        order.catalog = world.catalog;
        order.resume = begun->file;
        order.elsewhere = target;
        return executeRun(order, world.services, world.loop, world.observer, {});
    }

    /// A target that is started and never says a word.
    Target silentTarget() const
    {
        auto target = readTargets(world.services.paths.targets)->front();
        target.launcher = {"/bin/sh", "-c", "exec sleep 600"};
        return target;
    }

    FakeWorld world;
};

inline int measuredRows(const RunRecord& run)
{
    int measured = 0;
    for (const auto& visit : run.visits) {
        for (const auto& row : visit.rows)
            measured += row.result.outcome == Outcome::Measured;
    }
    return measured;
}

} // namespace inferometer::tests
