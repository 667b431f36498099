// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/doctor.h"

#include "core/base/files.h"
#include "core/base/numbers.h"
#include "core/base/text.h"
#include "core/catalog/catalog.h"
#include "core/run/environment.h"
#include "core/run/local_facts.h"
#include "core/run/preflight.h"
#include "core/run/python_facts.h"
#include "core/run/user_files.h"
#include "core/run/worker_process.h"
#include "core/store/history.h"
#include "core/store/run_reader.h"

#include <unistd.h>

namespace inferometer::core {

namespace fs = std::filesystem;

namespace {

Check check(std::string topic, CheckState state, Note finding, Note remedy = {}, std::string path = {})
{
    return {std::move(topic), state, std::move(finding), std::move(remedy), std::move(path)};
}

Check check(std::string topic, CheckState state, std::string finding, std::vector<std::string> arguments = {},
    std::string remedy = {}, std::string path = {})
{
    return check(std::move(topic), state, Note{std::move(finding), std::move(arguments)},
        Note{std::move(remedy), {}}, std::move(path));
}

/// What an error says itself, else a finding around its words.
Note findingOf(const Error& error, std::string finding)
{
    return error.reasons.empty() ? Note{std::move(finding), {oneLine(error.detail)}} : error.reasons.front();
}

bool isProgram(const fs::path& path)
{
    std::error_code ignored;
    return !path.empty() && fs::is_regular_file(path, ignored) && ::access(path.c_str(), X_OK) == 0;
}

/// What Inductor calls: CXX, else g++.
fs::path findCompiler()
{
    const fs::path name = environmentVariable("CXX").value_or("g++");
    if (name.has_parent_path())
        return isProgram(name) ? name : fs::path();
    for (const auto& folder : split(environmentVariable("PATH").value_or(""), ':')) {
        if (isProgram(fs::path(folder) / name))
            return fs::path(folder) / name;
    }
    return {};
}

void examineDevices(
    const RunServices& services, const std::vector<DeviceFacts>& devices, std::vector<Check>& checks)
{
    const auto problem = findNvidiaDevices(services.driver).problem;
    if (!problem.empty())
        checks.push_back(check("gpu", CheckState::Doubtful, "gpu-problem", {oneLine(problem)}));
    else if (devices.size() == 1)
        checks.push_back(check("gpu", CheckState::Good, "gpu-none"));
    for (std::size_t i = 1; i < devices.size(); ++i) {
        const auto& facts = devices[i];
        checks.push_back(check("gpu", CheckState::Good, "gpu-found",
            {toText(facts.device), facts.name, facts.capability, facts.driver}));
        if (facts.isSlice)
            checks.push_back(check("gpu", CheckState::Doubtful, "gpu-slice", {toText(facts.device)}));
        if (facts.drivesDisplay)
            checks.push_back(check("gpu", CheckState::Doubtful, "gpu-display", {toText(facts.device)}));
    }
}

/// Whether torch can run on the devices that are there, and compile for them.
void examineCuda(const RunServices& services, const Environment& python, std::vector<Check>& checks)
{
    const auto devices = findDevices(services.systemRoot, services.driver);
    const auto architectures = valueOf(python, "cuda_archs");
    if (devices.size() == 1)
        return;
    for (std::size_t i = 1; i < devices.size(); ++i) {
        if (!hasCodeFor(architectures, devices[i].capability))
            checks.push_back(check("torch", CheckState::Bad, "torch-without-code",
                {toText(devices[i].device), devices[i].capability,
                    architectures.empty() ? "-" : architectures},
                "other-torch"));
    }
    const bool canCompile = !valueOf(python, "cuda_headers").empty() && !valueOf(python, "ptxas").empty();
    if (!valueOf(python, "cuda").empty())
        checks.push_back(canCompile
                ? check("compiler", CheckState::Good, "cuda-compiler-found")
                : check("compiler", CheckState::Bad, "cuda-compiler-incomplete", {}, "run-quickstart"));
}

void examineMachine(const RunServices& services, std::vector<Check>& checks)
{
    const auto devices = findDevices(services.systemRoot, services.driver);
    const auto cores = usableCores(services.systemRoot);
    const auto environment = observeEnvironment(services.systemRoot, devices, cores);
    checks.push_back(
        check("cpu", CheckState::Good, "cpu-found", {devices.front().name, std::to_string(cores)}));
    if (devices.front().memory_bytes)
        checks.push_back(check("memory", CheckState::Good, "memory-found",
            {bytesText(*devices.front().memory_bytes),
                bytesText(safeMemory_bytes(services.systemRoot).value_or(0))}));
    examineDevices(services, devices, checks);
    for (const auto& warning : conditionWarnings(environment))
        checks.push_back({"conditions", CheckState::Doubtful, warning, {}, {}});
}

void examinePrograms(const RunServices& services, std::vector<Check>& checks)
{
    const auto& tools = services.tools;
    checks.push_back(isProgram(tools.runner)
            ? check("runner", CheckState::Good, "runner-found", {}, {}, tools.runner.string())
            : check("runner", CheckState::Bad, "runner-missing", {}, "build-engine", tools.runner.string()));
    const auto catalog = readCatalog(tools.resources / "models.json");
    checks.push_back(catalog ? check("resources", CheckState::Good, "catalogue-found",
                         {std::to_string(catalog->models().size())})
                             : check("resources", CheckState::Bad,
                                 findingOf(catalog.error(), "catalogue-bad"), Note{"reinstall", {}}));
}

void examinePython(
    const RunServices& services, Loop& loop, const std::stop_token& stop, std::vector<Check>& checks)
{
    const auto& tools = services.tools;
    if (!isProgram(tools.python)) {
        checks.push_back(
            check("python", CheckState::Bad, "python-missing", {}, "run-quickstart", tools.python.string()));
        return;
    }
    WorkerProcess worker(loop,
        WorkerSetup{tools.guard, tools.python, tools.worker, services.paths.hub, fs::temp_directory_path()},
        stop);
    const auto answer = worker.environment();
    if (const auto* failed = std::get_if<WorkerFailure>(&answer)) {
        checks.push_back(check("python", CheckState::Bad, "python-broken", {failed->detail}, "run-quickstart",
            tools.python.string()));
        return;
    }
    const auto& facts = std::get<WorkerHello>(answer).environment;
    const auto value = [&](const char* key) { return facts.contains(key) ? facts.at(key) : std::string(); };
    checks.push_back(
        check("python", CheckState::Good, "python-found", {value("python")}, {}, tools.python.string()));
    const auto fits = isProgram(tools.runner) ? checkEngine(loop, services, services.paths.cache, facts, stop)
                                              : Result<void>();
    checks.push_back(fits ? check("torch", CheckState::Good, "torch-found", {value("torch"), value("cuda")})
                          : check("torch", CheckState::Bad, findingOf(fits.error(), "python-broken")));
    checks.push_back(value("transformers").empty()
            ? check("transformers", CheckState::Bad, "transformers-missing", {}, "run-quickstart")
            : check("transformers", CheckState::Good, "transformers-found", {value("transformers")}));
    checks.push_back(value("compiler").empty()
            ? check("compiler", CheckState::Bad, "compiler-missing", {}, "install-compiler")
            : check("compiler", CheckState::Good, "compiler-found", {value("compiler")}));
    examineCuda(services, facts, checks);
}

/// Runs whose peers had a Python that only the file beside the run named, which is gone.
std::vector<fs::path> runsWithoutPython(const fs::path& history)
{
    std::vector<fs::path> lost;
    for (const auto& file : runFiles(history)) {
        auto plan = readPlan(file);
        if (!plan)
            continue;
        addLocalFacts(file, *plan);
        if (lacksPython(*plan))
            lost.push_back(file);
    }
    return lost;
}

void examineFolders(const RunServices& services, std::vector<Check>& checks)
{
    const auto cachePath = services.paths.cache.string();
    auto cache = ArtifactCache::open(services.paths.cache, services.cacheLimit_bytes);
    for (const auto& usable : {checkWritable(cachePath, "XDG_CACHE_HOME"), checkExecutable(cachePath)}) {
        if (cache && !usable)
            cache = usable.error();
    }
    if (cache) {
        std::uint64_t bytes = cache->quarantined_bytes();
        for (const auto& entry : cache->usage())
            bytes += entry.bytes;
        checks.push_back(check("cache", CheckState::Good, "cache-found",
            {bytesText(bytes), bytesText(cache->limit_bytes())}, {}, cachePath));
        const auto space = freeSpace(services.paths.cache);
        const auto free = space ? *space : 0;
        const bool isEnough = free >= services.minFree_bytes;
        checks.push_back(check("space", isEnough ? CheckState::Good : CheckState::Bad,
            isEnough ? "space-enough" : "space-low", {bytesText(free), bytesText(services.minFree_bytes)},
            isEnough ? "" : "prune-cache"));
    } else {
        checks.push_back(
            check("cache", CheckState::Bad, findingOf(cache.error(), "cache-unusable"), {}, cachePath));
    }
    const auto made = makeFolder(services.paths.history);
    const bool isWritable = made && ::access(services.paths.history.c_str(), W_OK) == 0;
    checks.push_back(isWritable
            ? check("history", CheckState::Good, "history-found",
                {std::to_string(runFiles(services.paths.history).size())}, {},
                services.paths.history.string())
            : check("history", CheckState::Bad, "history-unusable", {}, {}, services.paths.history.string()));
    const auto lost = runsWithoutPython(services.paths.history);
    if (!lost.empty())
        checks.push_back(check("history", CheckState::Doubtful, "runs-without-python",
            {std::to_string(lost.size()), lost.front().filename().string()}));
    std::error_code ignored;
    const bool hasHub = fs::exists(services.paths.hub, ignored);
    checks.push_back(check(
        "hub", CheckState::Good, hasHub ? "hub-found" : "hub-none", {}, {}, services.paths.hub.string()));
}

} // namespace

std::vector<Check> examine(const RunServices& services, Loop& loop, const std::stop_token& stop)
{
    std::vector<Check> checks;
    examineMachine(services, checks);
    examinePrograms(services, checks);
    examinePython(services, loop, stop, checks);
    examineFolders(services, checks);
    return checks;
}

std::vector<Check> examineStart(const RunServices& services)
{
    std::vector<Check> checks;
    const auto ready = checkPrerequisites(services);
    checks.push_back(ready ? check("python", CheckState::Good, "environment-found")
                           : check("python", CheckState::Bad, "environment-missing", {}, "run-quickstart"));
    const auto compiler = findCompiler();
    checks.push_back(compiler.empty()
            ? check("compiler", CheckState::Bad, "compiler-missing", {}, "install-compiler")
            : check("compiler", CheckState::Good, "compiler-found", {compiler.string()}));
    return checks;
}

namespace {

/// What stands behind a word in a text, up to the end of the line or a closing quotation mark.
std::string valueAfter(const std::string& text, const std::string& word)
{
    const auto place = text.find(word);
    if (place == std::string::npos)
        return {};
    const auto begin = place + word.size();
    return text.substr(begin, text.find_first_of("+' \n\\", begin) - begin);
}

/// A package's runner was built for one version of torch: another one has other functions under the same
/// names.
Result<void> checkTorch(const Tools& tools)
{
    constexpr std::size_t maxBytes = 1u << 20;
    if (tools.torchLibraries.empty())
        return {};
    const auto list = readFile(tools.requirements, maxBytes);
    const auto version = readFile(tools.torchLibraries.parent_path() / "version.py", maxBytes);
    const auto wanted = list ? valueAfter("\n" + *list, "\ntorch==") : std::string();
    const auto found = version ? valueAfter(*version, "__version__ = '") : std::string();
    if (!wanted.empty() && wanted == found)
        return {};
    return Error{ErrorCode::EnvironmentMissing, Note{"torch-is-another", {found, wanted}}};
}

} // namespace

Result<void> checkPrerequisites(const RunServices& services)
{
    const auto& tools = services.tools;
    const bool isPackage = !tools.requirements.empty();
    const auto missing = [&](Note what) {
        const Error error(ErrorCode::EnvironmentMissing, std::move(what));
        return error.followedBy(isPackage ? Note{"set-up-of-package", {}} : Note{"set-up-of-tree", {}});
    };
    if (!isProgram(tools.guard))
        return missing(Note{"no-guard", {tools.guard.string()}});
    if (!isProgram(tools.runner))
        return missing(Note{"no-runner", {tools.runner.string()}});
    if (!isProgram(tools.python))
        return missing(Note{"no-python", {tools.python.string()}});
    std::error_code ignored;
    if (!fs::is_directory(tools.worker, ignored))
        return missing(Note{"no-worker", {tools.worker.string()}});
    return checkTorch(tools);
}

} // namespace inferometer::core
