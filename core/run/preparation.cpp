// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/preparation.h"

#include "core/base/files.h"
#include "core/base/numbers.h"
#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/catalog/hub_cache.h"
#include "core/plan/note_codes.h"
#include "core/plan/support.h"
#include "core/protocol/json.h"
#include "core/run/artifact_facts.h"
#include "core/run/python_facts.h"
#include "core/run/user_files.h"

namespace inferometer::core {

namespace fs = std::filesystem;

namespace {

fs::path samplePath(const fs::path& resources)
{
    return resources / "images" / "sample.png";
}

WorkerFailure cacheFailure(const Error& error)
{
    const auto outcome = error.code == ErrorCode::Cancelled ? Outcome::Cancelled : Outcome::PrepareFailed;
    const auto code = error.code == ErrorCode::Cancelled ? codes::cancelled : codes::cacheFailed;
    return {outcome, Note{std::string(code), {}}, oneLine(error.detail), error.detail};
}

WorkerSetup workerSetup(const RunServices& services, const Plan& plan, const fs::path& scratch)
{
    WorkerSetup setup;
    setup.guard = services.tools.guard;
    setup.python = services.tools.python;
    setup.folder = services.tools.worker;
    setup.hub = services.paths.hub;
    setup.scratch = scratch;
    setup.systemRoot = services.systemRoot;
    setup.threads = plan.threads;
    setup.memoryLimit_bytes = plan.memoryLimit_bytes;
    setup.compileTimeout_s = plan.compileTimeout_s;
    setup.deadlineFactor = services.deadlineFactor;
    return setup;
}

/// The entry for the worker and its peer; a user's model of Transformers is configured by its snapshot alone.
std::string entryFor(const CatalogModel& model, const std::string& snapshot)
{
    if (!model.own || snapshot.empty())
        return model.entry;
    auto entry = Json::parse(model.entry, nullptr, false);
    entry["source"]["snapshot"] = snapshot;
    return toLine(entry);
}

/// A user's model of the hub that is not there and must not be fetched: nothing says what it is.
bool isOutOfReach(const CatalogModel& model, const WeightsSource& weights)
{
    return model.own && model.own->source.kind == ModelKind::Hub
        && weights.kind == WeightsSource::Kind::Random;
}

/// Half of what a worker wrote before it broke off is nothing to go on with.
void clear(const fs::path& folder)
{
    std::error_code failure;
    for (fs::directory_iterator entry(folder, failure); !failure && entry != fs::directory_iterator();
         entry.increment(failure))
        fs::remove_all(entry->path(), failure);
}

bool needsPackage(const Workload& workload, const Variant& variant)
{
    return variant.engine == Engine::Cpp && variant.isCompiled() && !whyUnsupported(workload, variant);
}

} // namespace

Result<ImageFacts> imageFacts(const std::string& chosenPath, const fs::path& resources)
{
    const auto path = chosenPath.empty() ? samplePath(resources) : fs::absolute(chosenPath);
    auto hash = sha256OfFile(path);
    if (!hash)
        return hash.error();
    const auto name = chosenPath.empty()
        ? std::string(sampleImageName)
        : oneLine(path.filename().string(), 80) + " sha256:" + hash->substr(0, 12);
    return ImageFacts{path.string(), *std::move(hash), name};
}

WeightsChoice weightsOf(const CatalogModel& model, const fs::path& hub, const Plan& plan)
{
    constexpr std::size_t shown = 12; // digits of a hash
    WeightsChoice choice;
    auto& source = choice.source;
    if (model.own && !model.own->source.path.empty()) {
        const auto& own = model.own->source;
        const bool isFolder = own.kind == ModelKind::Folder;
        source.kind = isFolder ? WeightsSource::Kind::Hub : WeightsSource::Kind::Own;
        source.snapshot = isFolder ? own.path : std::string();
        source.revision = isFolder ? own.sha256 : std::string();
        choice.name = "own-" + own.sha256.substr(0, shown);
    } else if (const auto snapshot = findSnapshot(hub, model.hubId)) {
        source.kind = WeightsSource::Kind::Hub;
        source.snapshot = snapshot->folder.string();
        source.revision = snapshot->commit;
        choice.name = "pretrained-" + snapshot->commit;
    } else {
        source.kind = plan.allowDownload ? WeightsSource::Kind::Download : WeightsSource::Kind::Random;
        source.seed = plan.weightsSeed;
        choice.name = "random-seed-" + std::to_string(plan.weightsSeed);
        choice.leavesPickles = !plan.allowDownload && holdsOnlyPickles(hub, model.hubId);
    }
    return choice;
}

/// One visit being prepared.
struct Preparer::Job {
    const Visit& visit;
    const CatalogModel& model;
    const PreparationObserver& observer;
    KeyInputs keys;
    WorkerWorkload workload;
    PreparedVisit prepared;

    void choose(WeightsChoice choice)
    {
        if (choice.leavesPickles)
            prepared.warnings = {Note{"pickles-not-used", {model.hubId}}};
        keys.weightsName = std::move(choice.name);
        workload.weights = std::move(choice.source);
        workload.modelEntry = entryFor(model, workload.weights.snapshot);
        prepared.modelEntry = workload.modelEntry;
    }
    void say(const std::string& step, const std::optional<Variant>& variant = {}) const
    {
        if (observer.step)
            observer.step(step, variant);
    }
    void note(std::string_view code, std::vector<std::string> arguments) const
    {
        if (observer.note)
            observer.note(Note{std::string(code), std::move(arguments)});
    }
    std::string factsText(const std::string& what, const ArtifactFacts& more) const
    {
        auto facts = more;
        facts.model = model.name;
        facts.what = what;
        return toText(facts);
    }
};

Preparer::Preparer(Loop& loop, const RunServices& services, const Plan& plan, ArtifactCache& cache,
    ImageFacts image, std::stop_token stop)
    : m_loop(loop)
    , m_services(services)
    , m_plan(plan)
    , m_cache(cache)
    , m_image(std::move(image))
    , m_workerDigest(workerDigest(services.tools.worker))
    , m_stop(stop)
    , m_scratch(cache.scratch())
    , m_worker(loop, workerSetup(services, plan, m_scratch ? m_scratch->path() : fs::path()), stop)
{
    const auto sample = sha256OfFile(samplePath(services.tools.resources));
    m_sampleSha256 = sample ? *sample : std::string();
}

std::variant<Environment, WorkerFailure> Preparer::environment()
{
    if (m_environment)
        return *m_environment;
    const auto stamp = pythonStamp(m_services.tools.python, m_services.tools.worker, m_services.systemRoot);
    if (stamp)
        m_environment = readPythonFacts(m_cache.root(), *stamp);
    if (m_environment)
        return *m_environment;
    auto answer = m_worker.environment();
    if (auto* failed = std::get_if<WorkerFailure>(&answer))
        return std::move(*failed);
    m_environment = std::get<WorkerHello>(answer).environment;
    if (stamp)
        (void)writePythonFacts(m_cache.root(), *stamp, *m_environment); // without it the next run asks again
    return *m_environment;
}

template <typename Ask>
auto Preparer::askTwice(Job& job, const std::optional<Variant>& variant, const Ask& ask)
{
    auto answer = ask();
    const auto* failed = std::get_if<WorkerFailure>(&answer);
    // Beside what earlier requests left in the process there may have been too little room.
    const bool mayHelp =
        failed && (hasBrokenOff(*failed) || (isOverItsLimit(*failed) && !m_worker.wasFresh()));
    if (!mayHelp || m_stop.stop_requested())
        return answer;
    job.note(codes::retrying,
        {job.visit.id, variant ? toText(*variant) : std::string(), std::string(toWord(failed->outcome))});
    return ask();
}

/// Lets the worker fetch the snapshot into the Hugging Face cache; what it makes of it is thrown away,
/// because only now the commit is known that names the artefacts.
std::optional<WorkerFailure> Preparer::download(Job& job)
{
    job.say("download");
    auto weights = m_cache.scratch();
    auto graph = m_cache.scratch();
    if (!weights || !graph)
        return cacheFailure(weights ? graph.error() : weights.error());
    const PrepareRequest request{job.workload, {}, weights->path().string(), graph->path().string()};
    auto answer = m_worker.prepare(request, [&](const std::string& step) { job.say(step); });
    if (auto* failed = std::get_if<WorkerFailure>(&answer))
        return std::move(*failed);
    job.choose(weightsOf(job.model, m_services.paths.hub, m_plan));
    if (job.workload.weights.kind == WeightsSource::Kind::Download)
        return WorkerFailure{Outcome::PrepareFailed, Note{"download-failed", {job.model.hubId}}, {}, {}};
    return std::nullopt;
}

Result<std::optional<Artifact>> Preparer::find(const ArtifactKey& key, Job& job)
{
    const bool wasThere = m_cache.contains(key);
    auto found = m_cache.find(key);
    if (found && !*found && wasThere)
        job.note(codes::entryRebuilt, {std::string(toWord(key.kind))});
    return found;
}

/// Waits for another process that makes the same entry.
Result<ArtifactBuild> Preparer::begin(const ArtifactKey& key, Job& job)
{
    constexpr auto pause = std::chrono::milliseconds(300);
    bool isSaid = false;
    while (true) {
        auto build = m_cache.begin(key);
        if (build || build.error().code != ErrorCode::Locked)
            return build;
        if (!std::exchange(isSaid, true)) {
            job.say("wait-cache");
            job.note(codes::waitingForCache, {std::string(toWord(key.kind))});
        }
        if (m_loop.runFor(pause, [this] { return m_stop.stop_requested(); }))
            return Error{ErrorCode::Cancelled, "Cancelled."};
    }
}

std::optional<WorkerFailure> Preparer::makeWeightsAndGraph(Job& job)
{
    auto weights = find(weightsKey(job.keys), job);
    auto graph = find(graphKey(job.keys), job);
    if (!weights || !graph)
        return cacheFailure(weights ? graph.error() : weights.error());
    if (*weights && *graph) {
        job.prepared.weights = **std::move(weights);
        job.prepared.graph = **std::move(graph);
        return std::nullopt;
    }
    if (job.observer.hasSpace && !job.observer.hasSpace())
        return cacheFailure(Error{ErrorCode::Cancelled, "There is no space."});
    std::optional<ArtifactBuild> weightsBuild;
    if (!*weights) {
        auto begun = begin(weightsKey(job.keys), job);
        if (!begun)
            return cacheFailure(begun.error());
        weightsBuild.emplace(*std::move(begun));
    }
    auto graphBuild = begin(graphKey(job.keys), job);
    if (!graphBuild)
        return cacheFailure(graphBuild.error());
    const auto weightsIn = *weights ? (*weights)->folder.string() : std::string();
    const auto weightsOut = weightsBuild ? weightsBuild->folder().string() : std::string();
    const PrepareRequest request{job.workload, weightsIn, weightsOut, graphBuild->folder().string()};
    auto answer = askTwice(job, std::nullopt, [&] {
        if (weightsBuild)
            clear(weightsBuild->folder());
        clear(graphBuild->folder());
        return m_worker.prepare(request, [&](const std::string& step) { job.say(step); });
    });
    if (auto* failed = std::get_if<WorkerFailure>(&answer))
        return std::move(*failed);
    job.prepared.weights = *weights ? **std::move(weights) : Artifact{};
    return keep(job, std::move(weightsBuild), *std::move(graphBuild), std::get<PreparedReply>(answer));
}

std::optional<WorkerFailure> Preparer::keep(
    Job& job, std::optional<ArtifactBuild> weights, ArtifactBuild graph, const PreparedReply& reply)
{
    const ArtifactFacts facts{
        {}, {}, reply.export_s, std::nullopt, reply.parameters, reply.flops, reply.attention, {}};
    if (weights) {
        auto made = m_cache.commit(*std::move(weights), job.factsText(job.keys.weightsName, facts));
        if (!made)
            return cacheFailure(made.error());
        job.prepared.weights = *std::move(made);
    }
    const auto what = "batch " + std::to_string(job.visit.workload.batch) + ", "
        + std::string(toWord(job.visit.workload.dtype)) + ", " + job.keys.weightsName;
    auto made = m_cache.commit(std::move(graph), job.factsText(what, facts));
    if (!made)
        return cacheFailure(made.error());
    job.prepared.graph = *std::move(made);
    return std::nullopt;
}

void Preparer::makePackage(Job& job, const Variant& variant)
{
    auto& prepared = job.prepared;
    const auto key = packageKey(job.keys, variant);
    const auto fail = [&](WorkerFailure failure) { prepared.failures.emplace(variant, std::move(failure)); };
    auto found = find(key, job);
    if (!found)
        return fail(cacheFailure(found.error()));
    const bool isCached = found->has_value();
    if (!isCached) {
        if (job.observer.hasSpace && !job.observer.hasSpace())
            return fail(cacheFailure(Error{ErrorCode::Cancelled, "There is no space."}));
        auto build = begin(key, job);
        auto inductor = m_cache.scratch();
        if (!build || !inductor)
            return fail(cacheFailure(build ? inductor.error() : build.error()));
        auto workload = job.workload;
        workload.layout = variant.layout;
        const CompileRequest request{workload, prepared.weights.folder.string(),
            prepared.graph.folder.string(), variant.mode, variant.frozen, build->folder().string(),
            inductor->path().string()};
        auto answer = askTwice(job, variant, [&] {
            clear(build->folder());
            clear(inductor->path());
            return m_worker.compile(request, [&](const std::string& step) { job.say(step, variant); });
        });
        if (auto* failed = std::get_if<WorkerFailure>(&answer))
            return fail(std::move(*failed));
        const auto& reply = std::get<CompiledReply>(answer);
        const ArtifactFacts facts{{}, {}, reply.export_s, reply.compile_s, 0, 0, {}, reply.notes};
        const auto what = toText(variant) + ", batch " + std::to_string(job.visit.workload.batch);
        auto made = m_cache.commit(*std::move(build), job.factsText(what, facts));
        if (!made)
            return fail(cacheFailure(made.error()));
        *found = *std::move(made);
    }
    const auto facts = factsOf(**found);
    prepared.costs[variant].compile_s = facts.compile_s;
    prepared.costs[variant].isCompileCached = isCached;
    prepared.notes[variant] = facts.notes;
    prepared.packages.emplace(variant, **std::move(found));
}

std::variant<PreparedVisit, WorkerFailure> Preparer::prepare(const Visit& visit, const CatalogModel& model,
    const DeviceFacts& device, const PreparationObserver& observer)
{
    auto python = environment();
    if (auto* failed = std::get_if<WorkerFailure>(&python))
        return std::move(*failed);
    Job job{visit, model, observer, {}, {}, {}};
    job.workload =
        WorkerWorkload{model.entry, visit.workload, m_plan.threads, m_plan.attention, Layout::Contiguous,
            m_plan.cuda, {}, m_image.path, m_image.sha256, samplePath(m_services.tools.resources).string()};
    job.keys = KeyInputs{&model, visit.workload, &m_plan, &std::get<Environment>(python), m_workerDigest, {},
        m_sampleSha256, m_image.sha256, device.capability, driverName(device), device.name};
    job.choose(weightsOf(model, m_services.paths.hub, m_plan));
    if (isOutOfReach(model, job.workload.weights))
        return WorkerFailure{Outcome::PrepareFailed, Note{"hub-model-not-here", {model.hubId}}, {}, {}};
    if (job.workload.weights.kind == WeightsSource::Kind::Download) {
        if (auto failed = download(job))
            return *std::move(failed);
    }
    if (auto failed = makeWeightsAndGraph(job))
        return *std::move(failed);
    const auto facts = factsOf(job.prepared.graph);
    job.prepared.weightsName = job.keys.weightsName;
    job.prepared.parameters = facts.parameters;
    job.prepared.flops = facts.flops;
    job.prepared.attention = facts.attention;
    for (const auto& variant : visit.variants) {
        job.prepared.costs[variant].export_s = variant.engine == Engine::Cpp ? facts.export_s : std::nullopt;
        if (needsPackage(visit.workload, variant) && !m_stop.stop_requested())
            makePackage(job, variant);
    }
    return std::move(job.prepared);
}

} // namespace inferometer::core
