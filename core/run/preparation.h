// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/paths.h"
#include "core/catalog/catalog.h"
#include "core/plan/plan.h"
#include "core/protocol/worker_messages.h"
#include "core/run/machine.h"
#include "core/run/run_session.h"
#include "core/run/worker_process.h"
#include "core/store/artifact_cache.h"
#include "core/store/record.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <variant>

namespace inferometer::core {

/// Facts of a run's image: its path stays on this machine.
struct ImageFacts {
    std::string path;
    std::string sha256;
    std::string name; ///< "sample", or file name and start of the hash
};

Result<ImageFacts> imageFacts(const std::string& chosenPath, const std::filesystem::path& resources);

/// Names of everything that a visit's artefacts depend on.
struct KeyInputs {
    const CatalogModel* model = nullptr;
    Workload workload;
    const Plan* plan = nullptr;
    const Environment* python = nullptr; ///< the worker's facts
    std::string workerDigest;
    std::string weightsName; ///< "random-seed-0", "pretrained-<commit>", "own-<start of the hash>"
    std::string sampleSha256;
    std::string imageSha256;
    std::string capability; ///< of a CUDA device
    std::string driver; ///< likewise: its version
    std::string deviceName{}; ///< likewise: what is tuned on one model need not be best on another
};

/// Where a model's weights come from as things are now, and the name of these weights.
struct WeightsChoice {
    WeightsSource source;
    std::string name;
    bool leavesPickles = false; ///< random ones, because all that is there is pickled
};
WeightsChoice weightsOf(const CatalogModel& model, const std::filesystem::path& hub, const Plan& plan);

ArtifactKey weightsKey(const KeyInputs& inputs);
ArtifactKey graphKey(const KeyInputs& inputs);
ArtifactKey packageKey(const KeyInputs& inputs, const Variant& variant);

/// What a visit needs on disk, and what came of making it.
struct PreparedVisit {
    Artifact weights;
    Artifact graph;
    std::map<Variant, Artifact> packages;
    std::map<Variant, WorkerFailure> failures; ///< variants that cannot be measured
    std::map<Variant, PreparationCost> costs;
    std::map<Variant, std::vector<Note>> notes;
    std::vector<Note> warnings; ///< of all variants
    std::string weightsName;
    std::string modelEntry; ///< for a Python peer
    double parameters = 0;
    double flops = 0;
    std::optional<Attention> attention; ///< that the graph computes; nothing: none
};

/// Told while something is prepared.
struct PreparationObserver {
    std::function<void(const std::string& step, const std::optional<Variant>& variant)> step;
    std::function<void(const Note& note)> note;
    /// Called before something large is written; false: the run is to end.
    std::function<bool()> hasSpace;
};

/// Gets a visit's artefacts from the cache, and from the worker what is not there. Python is started only for
/// that.
class Preparer {
public:
    Preparer(Loop& loop, const RunServices& services, const Plan& plan, ArtifactCache& cache,
        ImageFacts image, std::stop_token stop);

    /// The worker's facts, from the cache where they are known to hold.
    std::variant<Environment, WorkerFailure> environment();

    /// A failure that leaves nothing to measure, or what there is.
    std::variant<PreparedVisit, WorkerFailure> prepare(const Visit& visit, const CatalogModel& model,
        const DeviceFacts& device, const PreparationObserver& observer);

    /// Lets Python end, and with it what it holds of a device; preparing more starts it again.
    void release() { m_worker.quit(); }

private:
    struct Job;

    /// Asks the worker, and a fresh one where it broke off or ran out of memory after other work; `ask`
    /// begins with empty folders each time.
    template <typename Ask> auto askTwice(Job& job, const std::optional<Variant>& variant, const Ask& ask);
    std::optional<WorkerFailure> download(Job& job);
    std::optional<WorkerFailure> makeWeightsAndGraph(Job& job);
    std::optional<WorkerFailure> keep(
        Job& job, std::optional<ArtifactBuild> weights, ArtifactBuild graph, const PreparedReply& reply);
    void makePackage(Job& job, const Variant& variant);
    Result<std::optional<Artifact>> find(const ArtifactKey& key, Job& job);
    Result<ArtifactBuild> begin(const ArtifactKey& key, Job& job);

    Loop& m_loop;
    const RunServices& m_services;
    const Plan& m_plan;
    ArtifactCache& m_cache;
    ImageFacts m_image;
    std::string m_sampleSha256;
    std::string m_workerDigest;
    std::stop_token m_stop;
    Result<ScratchFolder> m_scratch;
    WorkerProcess m_worker;
    std::optional<Environment> m_environment;
};

} // namespace inferometer::core
