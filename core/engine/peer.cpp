// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/peer.h"

#include "core/base/text.h"
#include "core/engine/host_memory.h"
#include "core/protocol/json.h"

#include <memory>

#include <unistd.h>

namespace inferometer::engine {

using core::Json;
using core::Outcome;
namespace reasons = core::reasons;

namespace {

constexpr int maxMessages = 100'000; ///< of one answer: a peer that talks without end is broken

struct LoadedReply {
    double load_s = 0;
    Json environment;
};
struct FirstRunReply {
    double seconds = 0;
    std::map<std::string, double> counters;
    std::vector<core::Note> notes;
};
struct OutputsReply {
    bool isUnchanged = true;
};
struct MemoryReply {
    std::optional<std::uint64_t> peakBytes;
};
struct BusyReply {
    std::optional<double> busy_s;
};
struct BlockReply {
    std::vector<double> samples_s;
    std::vector<double> device_s;
    std::vector<double> warmup_s;
    long minorFaults = 0;
};
struct CountersReply {
    std::map<std::string, double> values;
};
struct FailedReply {
    Outcome outcome = Outcome::Crashed;
    core::Note reason;
    std::string detail;
};

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

} // namespace inferometer::engine

namespace inferometer::core {

template <> struct Fields<engine::LoadedReply> {
    static constexpr auto all = std::tuple{
        Field{"load_s", &engine::LoadedReply::load_s, Presence::Required},
        Field{"environment", &engine::LoadedReply::environment},
    };
};
template <> struct Fields<engine::FirstRunReply> {
    static constexpr auto all = std::tuple{
        Field{"seconds", &engine::FirstRunReply::seconds, Presence::Required},
        Field{"counters", &engine::FirstRunReply::counters},
        Field{"notes", &engine::FirstRunReply::notes},
    };
};
template <> struct Fields<engine::OutputsReply> {
    static constexpr auto all = std::tuple{Field{"unchanged", &engine::OutputsReply::isUnchanged}};
};
template <> struct Fields<engine::MemoryReply> {
    static constexpr auto all = std::tuple{Field{"peak_bytes", &engine::MemoryReply::peakBytes}};
};
template <> struct Fields<engine::BusyReply> {
    static constexpr auto all = std::tuple{Field{"busy_s", &engine::BusyReply::busy_s}};
};
template <> struct Fields<engine::BlockReply> {
    static constexpr auto all = std::tuple{
        Field{"samples_s", &engine::BlockReply::samples_s, Presence::Required},
        Field{"device_s", &engine::BlockReply::device_s},
        Field{"warmup_s", &engine::BlockReply::warmup_s, Presence::Required},
        Field{"minor_faults", &engine::BlockReply::minorFaults},
    };
};
template <> struct Fields<engine::FailedReply> {
    static constexpr auto all = std::tuple{
        Field{"outcome", &engine::FailedReply::outcome, Presence::Required},
        Field{"reason", &engine::FailedReply::reason, Presence::Required},
        Field{"detail", &engine::FailedReply::detail},
    };
};

} // namespace inferometer::core

namespace inferometer::engine {

namespace {

/// dynamo's counters stand among other fields of their message.
Attempt<CountersReply> countersIn(const Json& message)
{
    CountersReply reply;
    for (const auto* name : {"graphs", "graph_breaks", "recompiles", "cudagraph_skips"}) {
        if (const auto found = message.find(name); found != message.end() && found->is_number())
            reply.values[name] = found->get<double>();
    }
    return reply;
}

/// What figures of a Python process depend on. Its environment may be the user's own, with another torch.
std::map<std::string, std::string> versionsIn(const Json& environment)
{
    std::map<std::string, std::string> versions;
    for (const auto* name :
        {"python", "torch", "torch_git", "cuda", "transformers", "timm", "torchvision", "triton"}) {
        const auto found = environment.find(name);
        if (found == environment.end())
            continue;
        if (found->is_string())
            versions[name] = core::oneLine(found->get<std::string>(), 80);
        else if (found->is_null())
            versions[name] = "";
    }
    return versions;
}

template <typename Reply> Attempt<Reply> replyIn(const Json& message)
{
    if constexpr (std::is_same_v<Reply, CountersReply>) {
        return countersIn(message);
    } else {
        auto reply = core::fromJson<Reply>(message);
        if (!reply)
            return failure(Outcome::ProtocolError, reasons::peerProtocol, {}, reply.error().detail);
        return *std::move(reply);
    }
}

Failure failureIn(const Json& message)
{
    auto reply = core::fromJson<FailedReply>(message);
    if (!reply)
        return failure(Outcome::ProtocolError, reasons::peerProtocol, {}, reply.error().detail);
    return {reply->outcome, std::move(reply->reason), std::move(reply->detail)};
}

} // namespace

template <typename Reply> Attempt<Reply> Peer::ask(const std::string& text, const std::string& type)
{
    if (!m_process.writeLine(text))
        return ended();
    for (int count = 0; count < maxMessages; ++count) {
        const auto line = m_process.readLine();
        if (!line)
            return ended();
        const auto message = core::parseJson(*line);
        if (!message || !message->is_object())
            return failure(Outcome::ProtocolError, reasons::peerProtocol, {}, *line);
        const auto kind = message->value("type", Json());
        if (kind == type)
            return replyIn<Reply>(*message);
        if (kind == "failed")
            return failureIn(*message);
    }
    return failure(
        Outcome::ProtocolError, reasons::peerProtocol, {}, "The Python process talks without end.");
}

Failure Peer::ended()
{
    const auto end = m_process.waitForEnd();
    return failure(Outcome::Crashed, reasons::peerEnded, {end}, "The Python process ended with " + end + ".");
}

Attempt<std::unique_ptr<Peer>> Peer::start(const core::VisitJob& job)
{
    const auto& setup = *job.peer;
    auto process = ChildProcess::start({setup.python, "-I", setup.workerFolder, "peer"}, environmentOf(job));
    if (!process)
        return failure(Outcome::LoadFailed, reasons::loadError, {}, process.error().detail);
    return std::unique_ptr<Peer>(new Peer(*std::move(process)));
}

Attempt<Peer::Loaded> Peer::load(const core::VisitJob& job, const core::VariantJob& variant)
{
    const auto reply = ask<LoadedReply>(
        request("load",
            {{"job", job.job}, {"model", modelOf(*job.peer)}, {"dtype", core::writeJson(job.workload.dtype)},
                {"batch", job.workload.batch}, {"device", core::writeJson(job.workload.device)},
                {"threads", job.threads}, {"attention", core::writeJson(job.attention)},
                {"layout", core::writeJson(variant.variant.layout)}, {"weights_in", job.weightsFolder},
                {"graph_in", job.graphFolder}, {"mode", core::writeJson(variant.variant.mode)},
                {"inductor_cache", variant.inductorCache}, {"cuda", core::writeJson(job.cuda)}}),
        "loaded");
    if (!reply)
        return reply.failure();
    return Loaded{reply->load_s, versionsIn(reply->environment)};
}

Attempt<Peer::FirstRun> Peer::firstRun()
{
    auto reply = ask<FirstRunReply>(request("first_run"), "first_run");
    if (!reply)
        return reply.failure();
    return FirstRun{reply->seconds, std::move(reply->counters), std::move(reply->notes)};
}

Attempt<bool> Peer::writeOutputs(const std::filesystem::path& path)
{
    const auto reply = ask<OutputsReply>(request("verify", {{"path", path.string()}}), "outputs");
    if (!reply)
        return reply.failure();
    return reply->isUnchanged;
}

Attempt<std::optional<std::uint64_t>> Peer::peakBytes()
{
    const auto reply = ask<MemoryReply>(request("memory"), "memory");
    if (!reply)
        return reply.failure();
    return reply->peakBytes;
}

std::optional<double> Peer::busy_s(double hold_s)
{
    const auto reply = ask<BusyReply>(request("busy", {{"hold_s", hold_s}}), "busy");
    return reply ? reply->busy_s : std::nullopt;
}

Attempt<std::map<std::string, double>> Peer::counters()
{
    auto reply = ask<CountersReply>(request("counters"), "counters");
    if (!reply)
        return reply.failure();
    return std::move(reply->values);
}

core::Result<core::Block> Peer::block(int count)
{
    auto reply = ask<BlockReply>(request("block", {{"count", count}, {"warmup", 1}}), "block");
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
