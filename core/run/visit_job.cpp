// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/visit_job.h"

#include "core/measure/sample_room.h"

#include <algorithm>

namespace inferometer::core {

namespace {

/// Empty where none could be made: then the runner takes a folder of the system's.
std::string scratchFolder(ArtifactCache& cache, std::vector<ScratchFolder>& scratch)
{
    auto folder = cache.scratch();
    if (!folder)
        return {};
    scratch.push_back(*std::move(folder));
    return scratch.back().path().string();
}

} // namespace

VisitJob visitJob(const Plan& plan, const Visit& visit, const std::vector<Variant>& variants,
    const PreparedVisit& prepared, const RunServices& services, ArtifactCache& cache,
    std::vector<ScratchFolder>& scratch)
{
    VisitJob job;
    job.job = visit.id;
    job.workload = visit.workload;
    job.attention = plan.attention;
    job.allocator = plan.allocator;
    job.cuda = plan.cuda;
    job.threads = plan.threads;
    job.policy = plan.policy;
    job.policy.sampleRoom = roomOfVariant(visit.variants.size()); // also of those measured apart
    job.weightsFolder = prepared.weights.folder.string();
    job.graphFolder = prepared.graph.folder.string();
    job.compileTimeout_s = plan.compileTimeout_s;
    job.gated = true;
    if (visit.workload.device.kind == DeviceKind::Cpu && !plan.inProcess)
        job.memoryLimit_bytes =
            plan.memoryLimit_bytes ? plan.memoryLimit_bytes : safeMemory_bytes(services.systemRoot);
    bool needsPeer = false;
    for (const auto& variant : variants) {
        VariantJob own{variant, {}, {}};
        if (const auto package = prepared.packages.find(variant); package != prepared.packages.end())
            own.packageFolder = package->second.folder.string();
        if (variant.engine == Engine::Python && variant.isCompiled())
            own.inductorCache = scratchFolder(cache, scratch);
        needsPeer = needsPeer || variant.engine == Engine::Python;
        job.variants.push_back(std::move(own));
    }
    if (needsPeer) {
        const auto python = services.tools.python.string();
        job.peer = PeerSetup{};
        job.peer->python = plan.peerPython.empty() ? python : plan.peerPython;
        job.peer->workerFolder = services.tools.worker.string();
        job.peer->modelEntry = prepared.modelEntry;
        job.peer->scratchFolder = scratchFolder(cache, scratch);
    }
    return job;
}

} // namespace inferometer::core
