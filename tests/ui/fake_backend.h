// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/run/backend.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <semaphore>

namespace inferometer::test {

/// A machine with a CPU and a GPU, a history, and runs that take as long as a test lets them. Nothing of this
/// user is read or written.
class FakeBackend final : public ui::Backend {
public:
    FakeBackend();

    static constexpr int stepsPerVisit = 20; ///< that are told before it is measured

    // What a test sets up.
    std::vector<ui::RunSummary> runs;
    std::map<std::filesystem::path, std::shared_ptr<const core::RunRecord>> files;
    bool readsForever = false; ///< a model, until it is stopped
    std::vector<core::Note> problems; ///< of every file that is read
    std::vector<core::Check> checks;
    std::vector<core::DeviceFacts> machine;
    mutable std::vector<core::Target> knownTargets;
    std::optional<core::Note> targetSays; ///< while it is asked
    std::vector<core::Check> targetChecks; ///< what it answers
    core::Result<void> prerequisites;
    core::Result<void> storage; ///< answer of relabel, remove, restore, clearCache
    std::shared_ptr<const core::RunRecord> script; ///< what a run measures
    std::optional<core::Error> startFailure;
    std::optional<core::Error> endFailure; ///< with everything measured
    /// Runs stop before each visit until it is allowed; all at first.
    std::atomic<int> allowedVisits{1 << 20};
    int roundsPerVisit = 1;
    std::atomic<int> executed{0};
    mutable std::atomic<int> examined{0};
    std::atomic<int> roundsBegun{0};
    std::atomic<bool> waitsForWindow{false}; ///< as the runner does between two rounds
    std::counting_semaphore<> runsEnded{0};
    std::filesystem::path lastResumed; ///< file that the last run went on with
    std::string lastElsewhere; ///< where it went on; empty: as planned
    core::Plan lastPlan; ///< of the run that was executed last; to be read after its end
    mutable std::map<std::filesystem::path, std::string> labels; ///< as they were written
    std::vector<std::string> downloaded; ///< models whose weights were asked for
    core::Result<void> network; ///< answer of a download
    bool isPackage = false; ///< it can make its environment
    core::Result<void> setUpEnd; ///< a set-up ends so, and waits while it is held
    std::atomic<bool> isHeld = false; ///< set-ups, trials and what is asked slowly
    bool hasEngine = true; ///< for runs in this process
    core::TrialEnd trialEnd; ///< what becomes of a model that is tried
    std::vector<core::OwnModel> tried;
    std::uint64_t cacheLimit_bytes = 0; ///< as the window set it

    const core::Catalog& catalog() const override { return m_catalog; }
    core::Result<void> addModel(const core::OwnModel& model) override;
    core::Result<void> changeModel(const core::OwnModel& model) override;
    core::Result<void> removeModel(const std::string& name) override;
    core::Result<core::OwnModel> examineModel(
        const std::string& word, const core::Reading& reading) const override;
    core::Result<core::Plan> plan(
        const core::Selection& selection, const std::vector<core::DeviceFacts>& devices) const override;
    core::Result<core::Plan> study(core::Study study, const core::Selection& selection,
        const std::vector<core::DeviceFacts>& devices) const override;
    core::Result<std::vector<core::StudyTable>> publishedTables() const override;
    std::filesystem::path sampleRun() const override { return "/sample.inferometer.jsonl"; }
    std::filesystem::path sampleImage() const override;
    core::Result<std::string> pythonScript(const core::FlatRow& row) const override;
    std::filesystem::path historyFolder() const override { return "/history"; }
    std::filesystem::path hubFolder() const override { return "/home/user/.cache/huggingface/hub"; }
    bool hasInProcessEngine() const override { return hasEngine; }
    bool canSetUp() const override { return isPackage; }

    std::vector<core::DeviceFacts> devices() const override; ///< with those of the targets
    std::map<std::string, ui::ModelState> modelStates() const override;
    core::Forecast forecast(const core::Plan& plan) const override;
    core::Result<void> checkPrerequisites() const override { return prerequisites; }
    std::vector<core::Check> examine(const std::stop_token& stop) const override;
    std::vector<core::Check> examineStart() const override;
    core::Result<std::vector<core::Target>> targets() const override { return knownTargets; }
    core::Result<std::vector<core::Target>> addTarget(const core::Target& target) const override;
    core::Result<std::vector<core::Target>> removeTarget(const std::string& name) const override;
    core::Result<std::vector<core::Check>> askTarget(
        const core::Target& target, const Say& say, const std::stop_token& stop) const override;
    std::vector<ui::RunSummary> history() const override { return runs; }
    core::Result<core::RunFile> read(const std::filesystem::path& file) const override;
    core::Result<void> relabel(
        const std::filesystem::path& file, const std::string& label, const std::string& note) const override;
    core::Result<std::filesystem::path> remove(const std::filesystem::path& file) const override;
    core::Result<void> restore(const std::filesystem::path&, const std::filesystem::path&) const override
    {
        return storage;
    }
    core::Result<void> clearCache() const override { return storage; }
    void setCacheLimit(std::uint64_t bytes) override { cacheLimit_bytes = bytes; }
    double cacheSize_bytes() const override { return 3.4e9; }

    core::Result<core::RunEnd> execute(const core::Plan& plan, const ui::Resumption& resume,
        core::SweepObserver& observer, const core::StopTokens& stop) override;
    core::Result<void> download(const std::vector<std::string>& models, core::SweepObserver& observer,
        const std::stop_token& stop) override;
    core::Result<void> setUp(core::SweepObserver& observer, const std::stop_token& stop) override;
    core::Result<core::TrialEnd> tryModel(
        const core::TrialOrder& order, core::SweepObserver& observer, const std::stop_token& stop) override;
    void wakeRun() override { }

private:
    bool isStopped(const std::stop_token& stop) const; ///< after waiting while things are held

    core::Catalog m_catalog;
};

/// The published table of a device.
core::StudyTable guideOn(const FakeBackend& backend, const std::string& device);
/// Findings of each kind.
std::vector<core::Check> sampleChecks();

} // namespace inferometer::test
