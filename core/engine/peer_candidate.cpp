// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/candidate.h"
#include "core/engine/device_watch.h"
#include "core/engine/host_memory.h"
#include "core/engine/peer.h"
#include "core/measure/machine_watch.h"

#include <cstdlib>
#include <filesystem>

namespace inferometer::engine {

using core::Outcome;
namespace reasons = core::reasons;
namespace fs = std::filesystem;

namespace {

/// A folder of one's own for one file, gone with this object.
class Scratch {
public:
    explicit Scratch(const std::string& parent)
    {
        std::error_code failure;
        const auto root = parent.empty() ? fs::temp_directory_path(failure) : fs::path(parent);
        auto pattern = (root / "inferometer-XXXXXX").string();
        if (mkdtemp(pattern.data()) != nullptr)
            m_folder = pattern;
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch()
    {
        std::error_code failure;
        if (!m_folder.empty())
            fs::remove_all(m_folder, failure);
    }

    const fs::path& folder() const { return m_folder; }

private:
    fs::path m_folder;
};

class PeerCandidate final : public Candidate {
public:
    PeerCandidate(const core::VisitJob& job, const core::VariantJob& variant,
        std::optional<std::uint64_t> memoryLimit_bytes, const fs::path& systemRoot)
        : m_job(job)
        , m_variant(variant)
        , m_memoryLimit_bytes(memoryLimit_bytes)
        , m_systemRoot(systemRoot)
    {
    }

    Attempt<double> load() override
    {
        auto peer = Peer::start(m_job, m_systemRoot);
        if (!peer)
            return peer.failure();
        m_peer = *std::move(peer);
        auto loaded = m_peer->load(m_job, m_variant);
        if (!loaded)
            return loaded.failure();
        if (m_memoryLimit_bytes)
            m_peer->limitFurtherData(*m_memoryLimit_bytes);
        m_versions = std::move(loaded->versions);
        return loaded->seconds;
    }

    Attempt<double> firstRun() override
    {
        auto first = m_peer->firstRun();
        if (!first)
            return first.failure();
        m_notes = std::move(first->notes);
        return first->seconds;
    }

    std::vector<core::Note> notes() const override { return m_notes; }

    Attempt<CandidateOutputs> outputs() override
    {
        const Scratch scratch(m_job.peer->scratchFolder);
        const auto path = scratch.folder() / "outputs.safetensors";
        const auto unchanged = m_peer->writeOutputs(path);
        if (!unchanged)
            return unchanged.failure();
        const auto file = TensorFile::read(path, at::kCPU);
        if (!file)
            return file.failure();
        return CandidateOutputs{file->list("output"), *unchanged};
    }

    Attempt<std::optional<std::uint64_t>> peakBytes() override { return m_peer->peakBytes(); }
    void watchMemory() override
    {
        if (m_peer && m_job.workload.device.kind == core::DeviceKind::Cpu)
            m_memory.emplace(m_peer->pid());
    }
    std::optional<std::uint64_t> memoryReached() const override
    {
        return m_memory ? m_memory->increase() : std::nullopt;
    }
    core::Subject& subject() override { return *m_peer; }
    std::optional<double> deviceBusy_s(double mean_s) override
    {
        return typicalBusy_s(mean_s, [this](double hold_s) { return m_peer->busy_s(hold_s); });
    }

    Failure failureOfBlock(const core::Error& error) const override
    {
        if (m_peer->lastFailure())
            return *m_peer->lastFailure();
        return failureOf(error, Outcome::Crashed, reasons::runError);
    }

    std::map<std::string, double> counters() override
    {
        auto counters = m_peer->counters();
        return counters ? *std::move(counters) : std::map<std::string, double>();
    }

    std::map<std::string, std::string> versions() const override { return m_versions; }

    double processorTime_s() const override { return core::processorTimeOf_s(m_peer->pid()); }

private:
    const core::VisitJob& m_job;
    const core::VariantJob& m_variant;
    std::optional<std::uint64_t> m_memoryLimit_bytes;
    const fs::path& m_systemRoot;
    std::unique_ptr<Peer> m_peer;
    std::map<std::string, std::string> m_versions;
    std::vector<core::Note> m_notes;
    std::optional<MemoryWatch> m_memory; ///< of the peer's process
};

} // namespace

std::unique_ptr<Candidate> makePeerCandidate(const core::VisitJob& job, const core::VariantJob& variant,
    std::optional<std::uint64_t> memoryLimit_bytes, const fs::path& systemRoot)
{
    return std::make_unique<PeerCandidate>(job, variant, memoryLimit_bytes, systemRoot);
}

} // namespace inferometer::engine
