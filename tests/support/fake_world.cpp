// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_world.h"

#include "core/base/numbers.h"
#include "core/base/process_facts.h"
#include "core/base/text.h"
#include "core/run/machine.h"

#include <algorithm>
#include <cstdlib>
#include <thread>
#include <unistd.h>

namespace inferometer::tests {

using namespace core;
namespace fs = std::filesystem;

int countFrom(const char* variable, int otherwise)
{
    const char* text = std::getenv(variable);
    return text ? static_cast<int>(integerFrom(text).value_or(otherwise)) : otherwise;
}

long residentBytes()
{
    const auto words = split(readSystemFile("/proc/self/statm"), ' ');
    return words.size() > 1 ? static_cast<long>(integerFrom(words[1]).value_or(0)) * 4096 : 0;
}

void RecordingObserver::started(const RunRecord&, const fs::path&) { }

void RecordingObserver::progressed(const Progress& progress)
{
    steps.push_back(progress.step);
    if (onProgress)
        onProgress(progress);
}

void RecordingObserver::roundMeasured(const Progress&, const std::vector<Variant>&, const RoundEvent&)
{
    ++rounds;
    if (onRound)
        onRound();
}

void RecordingObserver::visitFinished(const Progress&, const VisitRecord& record)
{
    finished.push_back(record.visit);
    if (onFinished)
        onFinished(record);
}

void RecordingObserver::noted(const Note& note)
{
    notes.push_back(note);
    if (onNote)
        onNote(note);
}

bool RecordingObserver::hasNoted(const std::string& code) const
{
    return std::any_of(notes.begin(), notes.end(), [&](const Note& note) { return note.code == code; });
}

namespace {

Catalog shippedCatalog()
{
    return *readCatalog(fs::path(INFEROMETER_SOURCE_DIR) / "resources" / "models.json");
}

} // namespace

FakeWorld::FakeWorld()
    : catalog(shippedCatalog())
{
    furnish();
    scriptRunner("");
    scriptWorker("");
}

FakeWorld::FakeWorld(const fs::path& root)
    : folder(root)
    , catalog(shippedCatalog())
{
    furnish();
}

void FakeWorld::furnish()
{
    services.paths = Paths{folder.path() / "runs", folder.path() / "cache", folder.path() / "hub", {},
        folder.path() / "models.json"};
    services.tools.guard = INFEROMETER_GUARD_PATH;
    services.tools.runner = INFEROMETER_FAKE_RUNNER_PATH;
    services.tools.python = INFEROMETER_FAKE_WORKER_PATH;
    services.tools.worker = folder.write("worker/prepare.py", "").parent_path();
    services.tools.engineLibrary = INFEROMETER_FAKE_ENGINE_PATH;
    services.tools.resources = fs::path(INFEROMETER_SOURCE_DIR) / "resources";
    services.machine = folder.path().string();
    ::setenv("INFEROMETER_MACHINE", services.machine.c_str(), 1); // for command lines that a run starts
    services.minFree_bytes = 0;
    services.pauseLimit_s = 0.2;
    fs::create_directories(folder.path() / "state");
    ::setenv("INFEROMETER_FAKE_STATE", (folder.path() / "state").c_str(), 1);
}

FakeWorld::~FakeWorld()
{
    ::unsetenv("INFEROMETER_MACHINE");
    ::unsetenv("INFEROMETER_FAKE_STATE");
}

void FakeWorld::scriptRunner(const std::string& rules) const
{
    ::setenv("INFEROMETER_FAKE_RUNNER", rules.c_str(), 1);
}

void FakeWorld::scriptWorker(const std::string& rules) const
{
    ::setenv("INFEROMETER_FAKE_WORKER", rules.c_str(), 1);
}

void FakeWorld::makeEnvironment()
{
    folder.write("venv/lib/python3.11/site-packages/torch/version.py", "2.15");
    const auto python = folder.path() / "venv" / "bin" / "python";
    fs::create_directories(python.parent_path());
    fs::create_symlink(services.tools.python, python);
    services.tools.python = python;
}

Plan FakeWorld::plan(const std::vector<std::string>& batches, const std::vector<std::string>& modes,
    const std::vector<std::string>& models, const std::vector<std::string>& devices) const
{
    Selection selection;
    selection.models = models;
    selection.batches = batches;
    selection.modes = modes;
    selection.preset = "quick";
    selection.devices = devices;
    return *makePlan(selection, catalog, machineFrom(findDevices(services.systemRoot, services.driver), 2));
}

ScriptedDriver& FakeWorld::addGpus(std::vector<ScriptedDevice> devices)
{
    if (devices.empty())
        devices = {{.name = "First", .mark = 'a'}, {.name = "Second", .mark = 'b'}};
    m_driver = std::make_unique<ScriptedDriver>(std::move(devices));
    services.driver = m_driver->symbols();
    return *m_driver;
}

Result<RunEnd> FakeWorld::run(const Plan& plan)
{
    RunOrder order;
    order.plan = plan;
    order.catalog = catalog;
    return execute(order);
}

int FakeWorld::runElsewhere(const Plan& plan)
{
    const int child = ::fork();
    if (child != 0)
        return child;
    RunOrder order;
    order.plan = plan;
    order.catalog = catalog;
    Loop own; // the other one was made before the fork
    (void)executeRun(order, services, own, observer, {});
    ::_exit(0);
}

Result<RunEnd> FakeWorld::resume(const fs::path& file)
{
    RunOrder order;
    order.catalog = catalog;
    order.resume = file;
    return execute(order);
}

Result<RunEnd> FakeWorld::execute(const RunOrder& order)
{
    return executeRun(order, services, loop, observer, {stopAfterVisit.get_token(), stopNow.get_token()});
}

std::vector<std::string> FakeWorld::rowsOf(const RunRecord& run, const std::string& visit)
{
    std::vector<std::string> rows;
    const auto* record = findVisit(run, visit);
    if (!record)
        return {"no record"};
    for (const auto& row : record->rows)
        rows.push_back(toText(row.result.variant) + ": " + std::string(toWord(row.result.outcome)));
    return rows;
}

std::vector<std::string> FakeWorld::recorded(const std::string& file) const
{
    return split(readSystemFile(folder.path() / "state" / file), '\n');
}

std::vector<std::string> FakeWorld::living() const
{
    const auto mark = "INFEROMETER_FAKE_STATE=" + (folder.path() / "state").string();
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator("/proc")) {
        const auto number = integerFrom(entry.path().filename().string());
        if (!number || *number == ::getpid())
            continue;
        const auto facts = processFacts(static_cast<int>(*number));
        // A zombie has no environment any more, and only its parent can let it go.
        const bool isZombie = facts && facts->state == 'Z';
        const bool isOurs = isZombie
            ? facts->parent == ::getpid()
            : readSystemFile(entry.path() / "environ").find(mark) != std::string::npos;
        if (isOurs && facts)
            names.push_back(trimmed(readSystemFile(entry.path() / "comm")));
    }
    return names;
}

bool FakeWorld::isAtWork(const std::string& program) const
{
    const auto names = living();
    return std::find(names.begin(), names.end(), program) != names.end();
}

int FakeWorld::processesLeft(double patience_s) const
{
    const SteadyClock clock;
    const auto begin = clock.now();
    auto left = living().size();
    while (left > 0 && seconds(clock.now() - begin) < patience_s) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        left = living().size();
    }
    return static_cast<int>(left);
}

} // namespace inferometer::tests
