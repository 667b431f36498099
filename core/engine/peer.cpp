// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/peer.h"

#include "core/base/control_groups.h"
#include "core/engine/host_memory.h"
#include "core/protocol/json.h"

#include <csignal>
#include <memory>

#include <unistd.h>

namespace inferometer::engine {

using core::Json;
using core::Outcome;
namespace reasons = core::reasons;

namespace {

constexpr int maxMessages = 100'000; ///< of one answer: a peer that talks without end is broken

/// glibc reads these when a process starts, which is the only way to reach the main thread of a Python.
constexpr const char* largestThreshold = "2147483647";

std::map<std::string, std::string> environmentOf(const core::VisitJob& job)
{
    const auto threads = std::to_string(job.threads);
    std::map<std::string, std::string> environment{
        {"INFEROMETER_PARENT_PID", std::to_string(getpid())},
        {"OMP_NUM_THREADS", threads},
        {"MKL_NUM_THREADS", threads},
    };
    if (!job.peer->scratchFolder.empty())
        environment["TMPDIR"] = job.peer->scratchFolder; // of compilers: /tmp may be full, or small
    if (job.allocator == core::Allocator::Retain) {
        environment["MALLOC_MMAP_THRESHOLD_"] = largestThreshold;
        environment["MALLOC_TRIM_THRESHOLD_"] = largestThreshold;
    }
    return environment;
}

std::string request(const std::string& type, Json fields = Json::object())
{
    fields["type"] = type;
    return core::toLine(fields);
}

Json modelOf(const core::PeerSetup& setup)
{
    auto entry = core::parseJson(setup.modelEntry);
    return entry ? *std::move(entry) : Json();
}

} // namespace

template <typename Reply> Attempt<Reply> Peer::ask(const std::string& text)
{
    if (!m_process.writeLine(text))
        return ended();
    for (int count = 0; count < maxMessages; ++count) {
        const auto line = m_process.readLine();
        if (!line)
            return ended();
        if (auto reply = replyIn<Reply>(*line))
            return *std::move(reply);
    }
    return failure(
        Outcome::ProtocolError, reasons::peerProtocol, {}, "The Python process talks without end.");
}

Failure Peer::ended()
{
    const auto end = m_process.waitForEnd();
    const auto detail = "The Python process ended with " + end + ".";
    const auto isKilled = end == "signal " + std::to_string(SIGKILL);
    if (isKilled && core::kernelKills(m_systemRoot) > m_killsBefore)
        return failure(Outcome::OutOfMemory, reasons::hostMemory, {}, detail);
    return failure(Outcome::Crashed, reasons::peerEnded, {end}, detail);
}

Attempt<std::unique_ptr<Peer>> Peer::start(const core::VisitJob& job, const std::filesystem::path& systemRoot)
{
    const auto& setup = *job.peer;
    const auto killsBefore = core::kernelKills(systemRoot);
    auto process = ChildProcess::start({setup.python, "-I", setup.workerFolder, "peer"}, environmentOf(job));
    if (!process)
        return failure(Outcome::LoadFailed, reasons::loadError, {}, process.error().detail);
    return std::unique_ptr<Peer>(new Peer(*std::move(process), systemRoot, killsBefore));
}

Attempt<LoadedReply> Peer::load(const core::VisitJob& job, const core::VariantJob& variant)
{
    return ask<LoadedReply>(request("load",
        {{"job", job.job}, {"model", modelOf(*job.peer)}, {"dtype", core::writeJson(job.workload.dtype)},
            {"batch", job.workload.batch}, {"device", core::writeJson(job.workload.device)},
            {"threads", job.threads}, {"attention", core::writeJson(job.attention)},
            {"layout", core::writeJson(variant.variant.layout)}, {"weights_in", job.weightsFolder},
            {"graph_in", job.graphFolder}, {"mode", core::writeJson(variant.variant.mode)},
            {"inductor_cache", variant.inductorCache}, {"cuda", core::writeJson(job.cuda)}}));
}

Attempt<FirstRunReply> Peer::firstRun()
{
    return ask<FirstRunReply>(request("first_run"));
}

Attempt<bool> Peer::writeOutputs(const std::filesystem::path& path)
{
    const auto reply = ask<OutputsReply>(request("verify", {{"path", path.string()}}));
    if (!reply)
        return reply.failure();
    return reply->isUnchanged;
}

Attempt<std::optional<std::uint64_t>> Peer::peakBytes()
{
    const auto reply = ask<MemoryReply>(request("memory"));
    if (!reply)
        return reply.failure();
    return reply->peakBytes;
}

std::optional<double> Peer::busy_s(double hold_s)
{
    const auto reply = ask<BusyReply>(request("busy", {{"hold_s", hold_s}}));
    return reply ? reply->busy_s : std::nullopt;
}

Attempt<std::map<std::string, double>> Peer::counters()
{
    auto reply = ask<CountersReply>(request("counters"));
    if (!reply)
        return reply.failure();
    return std::move(reply->values);
}

core::Result<core::Block> Peer::block(int count)
{
    auto reply = ask<BlockReply>(request("block", {{"count", count}, {"warmup", 1}}));
    if (!reply) {
        m_lastFailure = reply.failure();
        return core::Error{core::ErrorCode::ProcessFailed, reply.failure().detail};
    }
    core::Block block;
    block.opening_s = reply->warmup_s.empty() ? 0 : reply->warmup_s.front();
    block.samples_s = std::move(reply->samples_s);
    if (reply->device_s.size() == block.samples_s.size())
        block.device_s = std::move(reply->device_s);
    block.minorFaults = reply->minorFaults;
    return block;
}

bool Peer::limitFurtherData(std::uint64_t bytes)
{
    return limitFurtherDataOf(m_process.pid(), bytes);
}

} // namespace inferometer::engine
