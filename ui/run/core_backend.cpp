// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/core_backend.h"

#include "core/base/files.h"
#include "core/base/text.h"
#include "core/catalog/hub_cache.h"
#include "core/plan/selection.h"
#include "core/run/downloads.h"
#include "core/run/environment_setup.h"
#include "core/run/target_doctor.h"
#include "core/run/user_files.h"
#include "core/store/guide_script.h"
#include "core/study/reference.h"

namespace inferometer::ui {

namespace {

/// Makes the loop of a run reachable for as long as the run lasts.
class LoopGuard {
public:
    LoopGuard(std::mutex& mutex, core::Loop*& place, core::Loop& loop)
        : m_mutex(mutex)
        , m_place(place)
    {
        const std::lock_guard lock(m_mutex);
        m_place = &loop;
    }
    ~LoopGuard()
    {
        const std::lock_guard lock(m_mutex);
        m_place = nullptr;
    }
    LoopGuard(const LoopGuard&) = delete;
    LoopGuard& operator=(const LoopGuard&) = delete;

private:
    std::mutex& m_mutex;
    core::Loop*& m_place;
};

core::Catalog shippedIn(const core::Catalog& catalog)
{
    auto models = catalog.models();
    std::erase_if(models, [](const core::CatalogModel& model) { return model.own.has_value(); });
    return core::Catalog(std::move(models));
}

} // namespace

CoreBackend::CoreBackend(core::RunServices services, core::Catalog catalog)
    : m_services(std::move(services))
{
    m_catalogs.push_back(std::make_unique<const core::Catalog>(std::move(catalog)));
    m_catalog = m_catalogs.back().get();
}

CoreBackend::~CoreBackend() = default;

core::Result<std::unique_ptr<Backend>> CoreBackend::make()
{
    auto paths = core::userPaths();
    if (!paths)
        return paths.error();
    core::RunServices services;
    services.paths = *std::move(paths);
    services.tools = core::findTools();
    auto catalog = core::readCatalog(services.tools.resources / "models.json");
    if (!catalog)
        return catalog.error();
    // A damaged list of the user's own models must not keep the window from opening.
    if (const auto own = core::readOwnModels(services.paths.ownModels, core::Catalogue::User)) {
        if (auto extended = catalog->with(*own))
            catalog = std::move(extended);
    }
    return std::unique_ptr<Backend>(std::make_unique<CoreBackend>(std::move(services), *std::move(catalog)));
}

core::Result<core::OwnModel> CoreBackend::examineModel(
    const std::string& word, const core::Reading& reading) const
{
    const auto extended = core::withWords(catalog(), {word}, m_services.paths.hub, reading);
    if (!extended)
        return extended.error();
    const auto* model = extended->catalog.findByName(extended->names.front());
    if (!model)
        return core::Error{
            core::ErrorCode::ModelNotFound, core::Note{"model-unknown", {core::oneLine(word, 100)}}};
    if (catalog().findByName(model->name))
        return core::Error{core::ErrorCode::UsageInvalid, core::Note{"model-in-catalogue", {model->name}}};
    return *model->own;
}

core::Result<void> CoreBackend::addModel(const core::OwnModel& model)
{
    return rewriteModels([&](std::vector<core::OwnModel>& models) { models.push_back(model); });
}

core::Result<void> CoreBackend::changeModel(const core::OwnModel& model)
{
    return rewriteModels([&](std::vector<core::OwnModel>& models) {
        for (auto& known : models) {
            if (known.name == model.name)
                known = model;
        }
    });
}

core::Result<void> CoreBackend::removeModel(const std::string& name)
{
    return rewriteModels([&](std::vector<core::OwnModel>& models) {
        std::erase_if(models, [&](const core::OwnModel& model) { return model.name == name; });
    });
}

/// Changes the file of the user's models, which another program may have changed meanwhile, and the catalogue
/// with it.
core::Result<void> CoreBackend::rewriteModels(const std::function<void(std::vector<core::OwnModel>&)>& change)
{
    auto models = core::readOwnModels(m_services.paths.ownModels, core::Catalogue::User);
    if (!models)
        return models.error();
    change(*models);
    auto extended = shippedIn(catalog()).with(*models);
    if (!extended)
        return extended.error();
    if (const auto written = core::writeOwnModels(m_services.paths.ownModels, *models); !written)
        return written;
    m_catalogs.push_back(std::make_unique<const core::Catalog>(*std::move(extended)));
    m_catalog = m_catalogs.back().get();
    return {};
}

core::Result<core::Plan> CoreBackend::plan(
    const core::Selection& selection, const std::vector<core::DeviceFacts>& devices) const
{
    const int cores = core::usableCores(m_services.systemRoot);
    return core::makePlan(selection, catalog(), core::machineFrom(devices, cores));
}

core::Result<core::Plan> CoreBackend::study(
    core::Study study, const core::Selection& selection, const std::vector<core::DeviceFacts>& devices) const
{
    const int cores = core::usableCores(m_services.systemRoot);
    return core::makeStudy(study, selection, catalog(), core::machineFrom(devices, cores));
}

core::Result<std::vector<core::StudyTable>> CoreBackend::publishedTables() const
{
    return core::readReference(m_services.tools.resources / "reference" / "guide.csv", catalog());
}

std::filesystem::path CoreBackend::sampleRun() const
{
    const auto path = m_services.tools.resources / "sample.inferometer.jsonl";
    std::error_code ignored;
    return std::filesystem::exists(path, ignored) ? path : std::filesystem::path();
}

std::filesystem::path CoreBackend::sampleImage() const
{
    return m_services.tools.resources / "images" / "sample.png";
}

core::Result<std::string> CoreBackend::pythonScript(const core::FlatRow& row) const
{
    const auto known = core::catalogOf(row.run->plan, catalog());
    if (!known)
        return known.error();
    const auto model = known->find(row.visit->workload.model);
    if (!model)
        return model.error();
    const auto frame = core::readFile(m_services.tools.resources / "guide_script.py", 1u << 20);
    return frame ? core::guideScript(*frame, *model, row) : core::Result<std::string>(frame.error());
}

bool CoreBackend::hasInProcessEngine() const
{
    std::error_code ignored;
    return std::filesystem::exists(m_services.tools.engineLibrary, ignored);
}

bool CoreBackend::canSetUp() const
{
    return core::canSetUp(m_services);
}

/// An environment may have been made since this program was started.
core::RunServices CoreBackend::services() const
{
    auto services = m_services;
    core::findEnvironment(services.tools);
    services.cacheLimit_bytes = m_cacheLimit_bytes;
    return services;
}

std::vector<core::DeviceFacts> CoreBackend::devices() const
{
    auto devices = core::findDevices(m_services.systemRoot, m_services.driver);
    const auto known =
        core::readTargets(m_services.paths.targets); // the page of targets says what is wrong with it
    for (const auto& target : known ? *known : std::vector<core::Target>()) {
        const auto own = core::devicesOf(target);
        devices.insert(devices.end(), own.begin(), own.end());
    }
    return devices;
}

std::map<std::string, ModelState> CoreBackend::modelStates() const
{
    std::map<std::string, ModelState> states;
    for (const auto& model : catalog().models()) {
        ModelState state;
        if (auto why = model.own ? core::whyNotRunnable(*model.own) : std::nullopt) {
            state.kind = ModelState::Kind::NotRunnable;
            state.reason = *std::move(why);
        } else if (model.hubId.empty()) {
            state.kind = ModelState::Kind::Own;
        } else if (const auto snapshot = core::findSnapshot(m_services.paths.hub, model.hubId)) {
            state.kind = ModelState::Kind::Pretrained;
            state.bytes = static_cast<double>(snapshot->bytes);
        }
        states[model.name] = state;
    }
    return states;
}

core::Forecast CoreBackend::forecast(const core::Plan& plan) const
{
    return core::forecast(plan, catalog(), m_services);
}

core::Result<void> CoreBackend::checkPrerequisites() const
{
    return core::checkPrerequisites(services());
}

std::vector<core::Check> CoreBackend::examine(const std::stop_token& stop) const
{
    core::Loop loop;
    const std::stop_callback wake(stop, [&loop] { loop.wake(); });
    return core::examine(services(), loop, stop);
}

std::vector<core::Check> CoreBackend::examineStart() const
{
    return core::examineStart(services());
}

core::Result<std::vector<core::Target>> CoreBackend::targets() const
{
    return core::readTargets(m_services.paths.targets);
}

core::Result<std::vector<core::Target>> CoreBackend::addTarget(const core::Target& target) const
{
    return core::addTarget(m_services.paths.targets, target);
}

core::Result<std::vector<core::Target>> CoreBackend::removeTarget(const std::string& name) const
{
    return core::removeTarget(m_services.paths.targets, name);
}

core::Result<std::vector<core::Check>> CoreBackend::askTarget(
    const core::Target& target, const Say& say, const std::stop_token& stop) const
{
    core::Loop loop;
    const std::stop_callback wake(stop, [&loop] { loop.wake(); });
    auto report = core::examineTarget(services(), loop, target, stop, say);
    if (!report)
        return report.error();
    if (const auto kept = core::rememberFacts(m_services.paths.targets, target.name, report->facts); !kept)
        return kept.error();
    return std::move(report->checks);
}

core::Result<core::RunEnd> CoreBackend::execute(const core::Plan& plan, const Resumption& resume,
    core::SweepObserver& observer, const core::StopTokens& stop)
{
    core::RunOrder order;
    order.plan = plan;
    if (const auto read = core::refreshModels(order.plan, stop.now); !read)
        return read.error();
    order.catalog = catalog();
    order.resume = resume.file;
    order.elsewhere = resume.elsewhere;
    core::Loop loop;
    const LoopGuard guard(m_loopMutex, m_loop, loop);
    return core::executeRun(order, services(), loop, observer, stop);
}

core::Result<void> CoreBackend::download(
    const std::vector<std::string>& models, core::SweepObserver& observer, const std::stop_token& stop)
{
    std::vector<const core::CatalogModel*> chosen;
    for (const auto& name : models) {
        if (const auto* model = catalog().findByName(name))
            chosen.push_back(model);
    }
    core::Progress progress;
    progress.rows = static_cast<int>(chosen.size());
    progress.step = "download";
    const auto onModel = [&](int index) {
        progress.rowsDone = index;
        progress.workload.model = chosen[static_cast<std::size_t>(index)]->name;
        observer.progressed(progress);
    };
    core::Loop loop;
    const LoopGuard guard(m_loopMutex, m_loop, loop);
    return core::downloadWeights(chosen, m_services, loop, onModel, stop);
}

core::Result<void> CoreBackend::setUp(core::SweepObserver& observer, const std::stop_token& stop)
{
    core::Loop loop;
    const LoopGuard guard(m_loopMutex, m_loop, loop);
    const auto onStep = [&](const core::SetupStep& step) {
        core::Progress progress;
        progress.rows = step.packages;
        progress.rowsDone = step.package - 1;
        progress.step = "set-up";
        progress.workload.model = step.name;
        observer.progressed(progress);
    };
    return core::setUpEnvironment(m_services, loop, onStep, stop);
}

core::Result<core::TrialEnd> CoreBackend::tryModel(
    const core::TrialOrder& order, core::SweepObserver& observer, const std::stop_token& stop)
{
    core::Loop loop;
    const LoopGuard guard(m_loopMutex, m_loop, loop);
    const auto onStep = [&](const std::string& step) {
        core::Progress progress;
        progress.step = step;
        progress.workload.model = order.model.label;
        observer.progressed(progress);
    };
    return core::tryModel(order, shippedIn(catalog()), services(), loop, onStep, stop);
}

void CoreBackend::wakeRun()
{
    const std::lock_guard lock(m_loopMutex);
    if (m_loop)
        m_loop->wake();
}

} // namespace inferometer::ui
