// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/child_process.h"
#include "core/run/executor.h"
#include "core/run/loop.h"

#include <filesystem>
#include <map>
#include <memory>

namespace inferometer::core {

class DeviceProbe;

struct RunnerSetup {
    std::filesystem::path guard;
    std::filesystem::path program;
    std::filesystem::path systemRoot = "/";
    double deadlineFactor = 1;
    std::filesystem::path torchLibraries; ///< empty: the runner knows where they are
};

/// Starts the runner where it finds its LibTorch.
ChildCommand runnerCommand(const RunnerSetup& setup, std::vector<std::string> arguments,
    std::vector<std::pair<std::string, std::string>> variables = {});

/// Measures every visit in a runner process of its own.
class RunnerProcess final : public Executor {
public:
    RunnerProcess(Loop& loop, RunnerSetup setup);
    ~RunnerProcess() override;

    VisitId start(const VisitJob& job, VisitObserver observer) override;
    VisitId probe(const Device& device, std::function<void(bool isAlive)> answered) override;
    void cancel(VisitId visit) override;

private:
    class ActiveVisit;

    Loop& m_loop;
    RunnerSetup m_setup;
    VisitId m_next = 0;
    std::map<VisitId, std::unique_ptr<ActiveVisit>> m_visits;
    std::map<VisitId, std::unique_ptr<DeviceProbe>> m_probes;
};

} // namespace inferometer::core
