// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/plan/study.h"
#include "core/run/doctor.h"
#include "core/run/forecast.h"
#include "core/run/machine.h"
#include "core/run/model_trial.h"
#include "core/run/sweep_observer.h"
#include "core/run/targets.h"
#include "core/store/flat_rows.h"
#include "core/store/run_reader.h"
#include "core/study/study_table.h"
#include "ui/models/model_tree_model.h"
#include "ui/models/run_summary.h"

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace inferometer::ui {

/// An earlier run to go on with.
struct Resumption {
    std::filesystem::path file; ///< empty: none, this is a new run
    std::string elsewhere; ///< a target, or "local", that measures all that is left; empty: as planned
};

/// What the window knows of the machine, the models and the files. Questions are asked on the background
/// threads, `execute` on the run's thread; no function is called by two threads at once, except `wakeRun`.
class Backend {
public:
    virtual ~Backend() = default;

    // Answered at once.
    virtual const core::Catalog& catalog() const = 0;
    /// Puts a model of the user's own into the catalogue, for good. The old catalogue stays where it is.
    virtual core::Result<void> addModel(const core::OwnModel& model) = 0;
    virtual core::Result<void> changeModel(const core::OwnModel& model) = 0; ///< the one of this name
    virtual core::Result<void> removeModel(const std::string& name) = 0; ///< its files stay
    virtual core::Result<core::Plan> plan(
        const core::Selection& selection, const std::vector<core::DeviceFacts>& devices) const = 0;
    /// A whole study after the guide on the devices of a selection.
    virtual core::Result<core::Plan> study(core::Study study, const core::Selection& selection,
        const std::vector<core::DeviceFacts>& devices) const = 0;
    /// The guide's series; an error where the installation lacks them.
    virtual core::Result<std::vector<core::StudyTable>> publishedTables() const = 0;
    virtual std::filesystem::path sampleRun() const = 0; ///< shipped; empty where there is none
    virtual std::filesystem::path sampleImage() const = 0;
    /// A stand-alone Python script after the guide for a row.
    virtual core::Result<std::string> pythonScript(const core::FlatRow& row) const = 0;
    virtual std::filesystem::path historyFolder() const = 0;
    virtual std::filesystem::path hubFolder() const = 0;
    virtual bool hasInProcessEngine() const = 0;
    virtual bool canSetUp() const = 0; ///< whether it makes its Python environment itself
    virtual void setCacheLimit(std::uint64_t bytes) = 0; ///< of runs that begin later

    // Slow questions, which may take minutes.
    /// What a user's word for a model means (see core::ownModelFrom), with a name that is free.
    virtual core::Result<core::OwnModel> examineModel(
        const std::string& word, const core::Reading& reading) const = 0;
    virtual std::vector<core::Check> examine(const std::stop_token& stop) const = 0;
    using Say = std::function<void(const core::Note&)>;
    /// Asks a target what it has and keeps the answer; says on its thread what it waits for. The answer is
    /// what the target found in examining itself.
    virtual core::Result<std::vector<core::Check>> askTarget(
        const core::Target& target, const Say& say, const std::stop_token& stop) const = 0;

    // Background thread.
    virtual std::vector<core::DeviceFacts> devices() const = 0;
    virtual std::map<std::string, ModelState> modelStates() const = 0;
    virtual core::Forecast forecast(const core::Plan& plan) const = 0;
    virtual core::Result<void> checkPrerequisites() const = 0;
    virtual std::vector<core::Check> examineStart() const = 0; ///< what a first start needs
    virtual core::Result<std::vector<core::Target>> targets() const = 0;
    virtual core::Result<std::vector<core::Target>> addTarget(const core::Target& target) const = 0;
    virtual core::Result<std::vector<core::Target>> removeTarget(const std::string& name) const = 0;

    virtual std::vector<RunSummary> history() const = 0;
    /// A run with the paths that its plan has on this machine.
    virtual core::Result<core::RunFile> read(const std::filesystem::path& file) const = 0;
    virtual core::Result<void> relabel(
        const std::filesystem::path& file, const std::string& label, const std::string& note) const = 0;
    /// Moves a run out of the history; the answer brings it back.
    virtual core::Result<std::filesystem::path> remove(const std::filesystem::path& file) const = 0;
    virtual core::Result<void> restore(
        const std::filesystem::path& removed, const std::filesystem::path& file) const = 0;
    virtual core::Result<void> clearCache() const = 0;
    virtual double cacheSize_bytes() const = 0;

    // The run's thread; a run to resume, or a plan.
    virtual core::Result<core::RunEnd> execute(const core::Plan& plan, const Resumption& resume,
        core::SweepObserver& observer, const core::StopTokens& stop) = 0;
    /// Fetches weights of models, by short names, into the Hugging Face cache.
    virtual core::Result<void> download(const std::vector<std::string>& models, core::SweepObserver& observer,
        const std::stop_token& stop) = 0;
    /// Makes the Python environment, which the user has agreed to; the progress counts packages as rows.
    virtual core::Result<void> setUp(core::SweepObserver& observer, const std::stop_token& stop) = 0;
    virtual core::Result<core::TrialEnd> tryModel(
        const core::TrialOrder& order, core::SweepObserver& observer, const std::stop_token& stop) = 0;
    /// Makes a run look at its stop tokens at once. From any thread.
    virtual void wakeRun() = 0;
};

} // namespace inferometer::ui
