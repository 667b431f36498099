// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fake_backend.h"

#include "core/base/files.h"
#include "core/store/guide_script.h"
#include "core/study/reference.h"
#include "tests/support/sample_record.h"
#include "ui/models/run_view.h"

#include <QString>

#include <chrono>
#include <thread>

namespace inferometer::test {

using namespace core;

namespace {

const std::filesystem::path resources = INFEROMETER_RESOURCES;

ui::RunSummary summary(const std::shared_ptr<const RunRecord>& record)
{
    return ui::summaryOf(ui::RunView(record), "/history/" + record->id + ".inferometer.jsonl");
}

} // namespace

FakeBackend::FakeBackend()
    : checks(sampleChecks())
    , machine(
          {{Device{DeviceKind::Cpu, 0}, "Intel(R) Xeon(R) Platinum 8481C CPU @ 2.70GHz", 64ull << 30, "", ""},
              {Device{DeviceKind::Cuda, 0}, "NVIDIA H100 80GB HBM3", 80ull << 30, "9.0", "13.0"}})
    , script(studyRecord())
    , m_catalog(readCatalog(resources / "models.json").value())
{
    for (const auto& record : {outcomesRecord(), firstRecord(), studyRecord()}) {
        runs.push_back(summary(record));
        files[runs.back().file] = record;
    }
    RunRecord sample = *studyRecord();
    sample.isSample = true;
    files["/sample.inferometer.jsonl"] = std::make_shared<const RunRecord>(std::move(sample));
}

Result<Plan> FakeBackend::study(
    Study study, const Selection& selection, const std::vector<DeviceFacts>& devices) const
{
    return makeStudy(study, selection, m_catalog, machineFrom(devices, 8));
}

Result<std::vector<StudyTable>> FakeBackend::publishedTables() const
{
    return readReference(resources / "reference" / "guide.csv", m_catalog);
}

std::filesystem::path FakeBackend::sampleImage() const
{
    return resources / "images" / "sample.png";
}

Result<std::string> FakeBackend::pythonScript(const FlatRow& row) const
{
    const auto frame = readFile(resources / "guide_script.py", 1u << 20);
    const auto model = m_catalog.find(row.visit->workload.model);
    return frame && model ? guideScript(*frame, *model, row) : Result<std::string>(Error{});
}

Result<void> FakeBackend::addModel(const OwnModel& model)
{
    auto extended = m_catalog.with({model});
    if (!extended)
        return extended.error();
    m_catalog = *std::move(extended);
    return {};
}

Result<void> FakeBackend::changeModel(const OwnModel& model)
{
    if (const auto removed = removeModel(model.name); !removed)
        return removed;
    return addModel(model);
}

Result<void> FakeBackend::removeModel(const std::string& name)
{
    auto models = m_catalog.models();
    std::erase_if(models, [&](const CatalogModel& model) { return model.name == name; });
    m_catalog = Catalog(std::move(models));
    return {};
}

std::vector<Check> FakeBackend::examineStart() const
{
    Check python{"python", CheckState::Good, {"environment-found", {}}, {}, ""};
    if (!prerequisites)
        python = {"python", CheckState::Bad, {"environment-missing", {}}, {"run-quickstart", {}}, ""};
    return {python, {"compiler", CheckState::Good, {"compiler-found", {"/usr/bin/g++"}}, {}, ""}};
}

bool FakeBackend::isStopped(const std::stop_token& stop) const
{
    while (isHeld && !stop.stop_requested())
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return stop.stop_requested();
}

Result<void> FakeBackend::setUp(SweepObserver& observer, const std::stop_token& stop)
{
    Progress progress;
    progress.rows = 71;
    progress.rowsDone = 2;
    progress.step = "set-up";
    progress.workload.model = "torch";
    observer.progressed(progress);
    if (isStopped(stop))
        return Error{ErrorCode::Cancelled, "The set-up was cancelled."};
    if (setUpEnd)
        prerequisites = {};
    return setUpEnd;
}

Result<TrialEnd> FakeBackend::tryModel(
    const TrialOrder& order, SweepObserver& observer, const std::stop_token& stop)
{
    tried.push_back(order.model);
    Progress progress;
    progress.step = "export";
    observer.progressed(progress);
    if (isStopped(stop))
        return Error{ErrorCode::Cancelled, "The preparation was cancelled."};
    return trialEnd;
}

Result<OwnModel> FakeBackend::examineModel(const std::string& word, const Reading& reading) const
{
    if (readsForever) {
        reading.progressed(0.25);
        while (!reading.stop.stop_requested())
            std::this_thread::yield();
    }
    const auto model = ownModelFrom(word, hubFolder(), reading);
    if (!model)
        return model.error();
    if (!*model)
        return Error{ErrorCode::ModelNotFound, "There is no model '" + word + "'."};
    return **model;
}

Result<Plan> FakeBackend::plan(const Selection& selection, const std::vector<DeviceFacts>& devices) const
{
    return makePlan(selection, m_catalog, machineFrom(devices, 8));
}

std::map<std::string, ui::ModelState> FakeBackend::modelStates() const
{
    std::map<std::string, ui::ModelState> states{{"resnet", {ui::ModelState::Kind::Pretrained, 102e6, {}}},
        {"detr", {ui::ModelState::Kind::Pretrained, 166e6, {}}},
        {"maskformer", {ui::ModelState::Kind::NotRunnable, 0, {"timm-unknown", {"swin"}}}}};
    for (const auto& name : downloaded)
        states[name] = {ui::ModelState::Kind::Pretrained, 100e6, {}};
    return states;
}

Forecast FakeBackend::forecast(const Plan& plan) const
{
    Forecast forecast;
    forecast.visits = static_cast<int>(plan.visits.size());
    forecast.compiles = forecast.visits;
    forecast.compile_s = 30.0 * forecast.visits;
    forecast.measuring_s = 40.0 * forecast.visits;
    forecast.disk_bytes = 7'000'000ull * plan.visits.size();
    return forecast;
}

std::vector<DeviceFacts> FakeBackend::devices() const
{
    auto devices = machine;
    for (const auto& target : knownTargets) {
        const auto own = devicesOf(target);
        devices.insert(devices.end(), own.begin(), own.end());
    }
    return devices;
}

std::vector<Check> FakeBackend::examine(const std::stop_token& stop) const
{
    ++examined;
    (void)isStopped(stop);
    return checks;
}

Result<std::vector<Target>> FakeBackend::addTarget(const Target& target) const
{
    if (!storage)
        return storage.error();
    std::erase_if(knownTargets, [&](const Target& other) { return other.name == target.name; });
    knownTargets.push_back(target);
    return knownTargets;
}

Result<std::vector<Target>> FakeBackend::removeTarget(const std::string& name) const
{
    if (!storage)
        return storage.error();
    std::erase_if(knownTargets, [&](const Target& other) { return other.name == name; });
    return knownTargets;
}

Result<std::vector<Check>> FakeBackend::askTarget(
    const Target& target, const Say& say, const std::stop_token& stop) const
{
    if (targetSays)
        say(*targetSays);
    if (isStopped(stop))
        return Error{ErrorCode::Cancelled, "The target was not asked to its end."};
    for (auto& known : knownTargets) {
        if (known.name == target.name)
            known.facts = TargetFacts{{{Device{DeviceKind::Cuda, 0}, "NVIDIA A100", {}, "8.0", "13.0"}}, 16,
                "0.1.0", "2.13.0", "2026-01-01T00:00:00Z"};
    }
    return targetChecks;
}

Result<RunFile> FakeBackend::read(const std::filesystem::path& file) const
{
    const auto found = files.find(file);
    if (found == files.end())
        return Error{ErrorCode::FileInvalid, "'" + file.string() + "' is no run of Inferometer."};
    RunFile content;
    content.run = *found->second;
    content.problems = problems;
    return content;
}

Result<void> FakeBackend::relabel(
    const std::filesystem::path& file, const std::string& label, const std::string&) const
{
    if (storage)
        labels[file] = label;
    return storage;
}

Result<std::filesystem::path> FakeBackend::remove(const std::filesystem::path& file) const
{
    if (!storage)
        return storage.error();
    return file.parent_path() / "removed" / file.filename();
}

Result<RunEnd> FakeBackend::execute(
    const Plan& plan, const ui::Resumption& resume, SweepObserver& observer, const StopTokens& stop)
{
    lastPlan = plan;
    lastResumed = resume.file;
    lastElsewhere = resume.elsewhere;
    ++executed;
    if (startFailure)
        return *startFailure;
    RunRecord run = *script;
    const auto visits = std::exchange(run.visits, {});
    const std::filesystem::path file = "/history/" + run.id + ".inferometer.jsonl";
    run.ending = Ending::Interrupted;
    observer.started(run, file);
    Progress progress;
    progress.visits = static_cast<int>(run.plan.visits.size());
    for (const auto& visit : run.plan.visits)
        progress.rows += static_cast<int>(visit.variants.size());
    for (std::size_t i = 0; i < visits.size(); ++i) {
        progress.visit = static_cast<int>(i);
        progress.workload = visits[i].workload;
        progress.elapsed_s = static_cast<double>(i); // as if each took a second
        progress.step = "compile";
        for (int step = 0; step < stepsPerVisit; ++step)
            observer.progressed(progress);
        progress.step = "measure";
        observer.progressed(progress);
        RoundEvent round;
        std::vector<Variant> variants;
        for (const auto& row : visits[i].rows) {
            variants.push_back(row.result.variant);
            round.mean_s.push_back(row.conclusions ? row.conclusions->mean_s : 0);
        }
        for (round.round = 0; round.round < roundsPerVisit; ++round.round) {
            ++roundsBegun;
            waitsForWindow = true;
            observer.roundMeasured(progress, variants, round);
            waitsForWindow = false;
            for (double& mean : round.mean_s)
                mean *= 1 + 0.01 * (round.round % 3 - 1);
        }
        while (static_cast<int>(i) >= allowedVisits && !stop.now.stop_requested()
            && !stop.afterVisit.stop_requested())
            std::this_thread::sleep_for(std::chrono::milliseconds(5)); // next to no processor time
        if (stop.now.stop_requested()) {
            run.ending = Ending::Cancelled;
            break;
        }
        addVisit(run, visits[i]);
        progress.rowsDone += static_cast<int>(visits[i].rows.size());
        observer.visitFinished(progress, visits[i]);
        if (stop.afterVisit.stop_requested()) {
            run.ending = Ending::Cancelled;
            break;
        }
        run.ending = Ending::Completed;
    }
    runsEnded.release();
    return RunEnd{std::make_shared<const RunRecord>(std::move(run)), file, endFailure};
}

Result<void> FakeBackend::download(
    const std::vector<std::string>& models, SweepObserver& observer, const std::stop_token&)
{
    Progress progress;
    progress.step = "download";
    progress.workload.model = models.empty() ? std::string() : models.front();
    observer.progressed(progress);
    if (network)
        downloaded = models;
    return network;
}

std::vector<Check> sampleChecks()
{
    return {
        {"cpu", CheckState::Good, {"cpu-found", {"Intel Xeon Platinum 8481C", "8"}}, {}, ""},
        {"gpu", CheckState::Good, {"gpu-found", {"cuda:0", "NVIDIA H100 80GB HBM3", "9.0", "13.0"}}, {}, ""},
        {"conditions", CheckState::Doubtful, {"governor-not-performance", {"powersave"}}, {}, ""},
        {"runner", CheckState::Good, {"runner-found", {}}, {}, "/opt/inferometer/bin/inferometer-runner"},
        {"python", CheckState::Good, {"python-found", {"3.11.2"}}, {},
            "/home/user/.cache/inferometer/python"},
        {"torch", CheckState::Good, {"torch-found", {"2.15.0", "13.2"}}, {}, ""},
        {"compiler", CheckState::Bad, {"compiler-missing", {}}, {"install-compiler", {}}, ""},
        {"space", CheckState::Good, {"space-enough", {"212 GiB"}}, {}, "/home/user/.cache/inferometer"},
    };
}

core::StudyTable guideOn(const FakeBackend& backend, const std::string& device)
{
    return core::ofDevice(backend.publishedTables().value().front(), device);
}

} // namespace inferometer::test
