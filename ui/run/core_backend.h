// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/run/backend.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

namespace inferometer::ui {

/// The backend on the core: this user's folders, this machine, real runs.
class CoreBackend final : public Backend {
public:
    CoreBackend(core::RunServices services, core::Catalog catalog);
    ~CoreBackend() override;

    /// Finds folders, programs and the catalogue; fails where the installation is incomplete.
    static core::Result<std::unique_ptr<Backend>> make();

    const core::Catalog& catalog() const override { return *m_catalog.load(); }
    core::Result<void> addModel(const core::OwnModel& model) override;
    core::Result<void> changeModel(const core::OwnModel& model) override;
    core::Result<void> removeModel(const std::string& name) override;
    core::Result<core::Plan> plan(
        const core::Selection& selection, const std::vector<core::DeviceFacts>& devices) const override;
    core::Result<core::Plan> study(core::Study study, const core::Selection& selection,
        const std::vector<core::DeviceFacts>& devices) const override;
    core::Result<std::vector<core::StudyTable>> publishedTables() const override;
    std::filesystem::path sampleRun() const override;
    std::filesystem::path sampleImage() const override;
    core::Result<std::string> pythonScript(const core::FlatRow& row) const override;
    std::filesystem::path historyFolder() const override { return m_services.paths.history; }
    std::filesystem::path hubFolder() const override { return m_services.paths.hub; }
    bool hasInProcessEngine() const override;
    bool canSetUp() const override;
    void setCacheLimit(std::uint64_t bytes) override { m_cacheLimit_bytes = bytes; }

    core::Result<core::OwnModel> examineModel(
        const std::string& word, const core::Reading& reading) const override;
    std::vector<core::DeviceFacts> devices() const override;
    std::map<std::string, ModelState> modelStates() const override;
    core::Forecast forecast(const core::Plan& plan) const override;
    core::Result<void> checkPrerequisites() const override;
    std::vector<core::Check> examine(const std::stop_token& stop) const override;
    std::vector<core::Check> examineStart() const override;
    core::Result<std::vector<core::Target>> targets() const override;
    core::Result<std::vector<core::Target>> addTarget(const core::Target& target) const override;
    core::Result<std::vector<core::Target>> removeTarget(const std::string& name) const override;
    core::Result<std::vector<core::Check>> askTarget(
        const core::Target& target, const Say& say, const std::stop_token& stop) const override;
    std::vector<RunSummary> history() const override;
    core::Result<core::RunFile> read(const std::filesystem::path& file) const override;
    core::Result<void> relabel(
        const std::filesystem::path& file, const std::string& label, const std::string& note) const override;
    core::Result<std::filesystem::path> remove(const std::filesystem::path& file) const override;
    core::Result<void> restore(
        const std::filesystem::path& removed, const std::filesystem::path& file) const override;
    core::Result<void> clearCache() const override;
    double cacheSize_bytes() const override;

    core::Result<core::RunEnd> execute(const core::Plan& plan, const Resumption& resume,
        core::SweepObserver& observer, const core::StopTokens& stop) override;
    core::Result<void> download(const std::vector<std::string>& models, core::SweepObserver& observer,
        const std::stop_token& stop) override;
    core::Result<void> setUp(core::SweepObserver& observer, const std::stop_token& stop) override;
    core::Result<core::TrialEnd> tryModel(
        const core::TrialOrder& order, core::SweepObserver& observer, const std::stop_token& stop) override;
    void wakeRun() override;

private:
    core::RunServices services() const;
    core::Result<void> rewriteModels(const std::function<void(std::vector<core::OwnModel>&)>& change);

    core::RunServices m_services;
    std::vector<std::unique_ptr<const core::Catalog>> m_catalogs; ///< older ones may still be read
    std::atomic<const core::Catalog*> m_catalog;
    std::atomic<std::uint64_t> m_cacheLimit_bytes = core::ArtifactCache::defaultLimit_bytes;
    std::mutex m_loopMutex;
    core::Loop* m_loop = nullptr; ///< of the run at work
};

} // namespace inferometer::ui
