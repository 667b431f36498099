// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/selection.h"
#include "core/run/run_session.h"
#include "tests/support/scripted_driver.h"
#include "tests/support/temporary_folder.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace inferometer::tests {

/// How often to try, from an environment variable: few times on every commit, many in the long forms.
int countFrom(const char* variable, int otherwise);
/// Memory of this process that is in RAM.
long residentBytes();

/// Keeps what a run reported, and lets a test act on it.
class RecordingObserver : public core::SweepObserver {
public:
    void started(const core::RunRecord& run, const std::filesystem::path& file) override;
    void progressed(const core::Progress& progress) override;
    void roundMeasured(const core::Progress& progress, const std::vector<core::Variant>& variants,
        const core::RoundEvent& round) override;
    void visitFinished(const core::Progress& progress, const core::VisitRecord& record) override;
    void noted(const core::Note& note) override;

    bool hasNoted(const std::string& code) const;

    std::vector<std::string> steps;
    std::vector<std::string> finished; ///< visits
    std::vector<core::Note> notes;
    int rounds = 0;
    std::function<void(const core::Progress&)> onProgress;
    std::function<void()> onRound;
    std::function<void(const core::VisitRecord&)> onFinished;
    std::function<void(const core::Note&)> onNote;
};

/// A machine of its own for one test: folders, a fake runner and worker, and one loop.
class FakeWorld {
public:
    FakeWorld();
    /// In a folder that stays, with the scripts that the environment gives.
    explicit FakeWorld(const std::filesystem::path& root);
    ~FakeWorld();

    /// Scripts of the fakes, see fake_runner.cpp and fake_worker.cpp.
    void scriptRunner(const std::string& rules) const;
    void scriptWorker(const std::string& rules) const;
    /// Puts the fake worker into an environment whose facts can be told from files, as quickstart makes it.
    void makeEnvironment();

    core::Plan plan(const std::vector<std::string>& batches = {"1"},
        const std::vector<std::string>& modes = {"default"},
        const std::vector<std::string>& models = {"resnet"},
        const std::vector<std::string>& devices = {"cpu"}) const;
    /// Gives the machine GPUs, by a driver that lists them; two without a word.
    ScriptedDriver& addGpus(std::vector<ScriptedDevice> devices = {});
    core::Result<core::RunEnd> run(const core::Plan& plan);
    /// In a process of its own, whose number is returned: the caller kills it and waits for it.
    int runElsewhere(const core::Plan& plan);
    core::Result<core::RunEnd> resume(const std::filesystem::path& file);

    /// "cpp/none: measured", ... of a visit, in its order.
    static std::vector<std::string> rowsOf(const core::RunRecord& run, const std::string& visit);
    /// Lines that the fakes wrote to a file of their state folder.
    std::vector<std::string> recorded(const std::string& file) const;
    /// Whether a program of this world is at work.
    bool isAtWork(const std::string& program) const;
    /// Living processes that belong to this world, and zombies of this one's own; waits for at most so long
    /// that there are none.
    int processesLeft(double patience_s) const;

    TemporaryFolder folder;
    core::RunServices services;
    core::Catalog catalog;
    core::Loop loop;
    RecordingObserver observer;
    std::stop_source stopAfterVisit;
    std::stop_source stopNow;

private:
    std::unique_ptr<ScriptedDriver> m_driver;

    void furnish();
    /// Names of the living processes that belong to this world, without this one.
    std::vector<std::string> living() const;
    core::Result<core::RunEnd> execute(const core::RunOrder& order);
};

constexpr const char* firstVisit = "resnet.cpu.b1.float32";
constexpr const char* secondVisit = "resnet.cpu.b4.float32";

/// What FakeWorld::rowsOf() gives for a visit in which nothing failed.
inline const std::vector<std::string> allMeasured{"cpp/none: measured", "cpp/default: measured"};

} // namespace inferometer::tests
