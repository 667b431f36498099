// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/child_process.h"
#include "core/engine/failure.h"
#include "core/engine/peer_replies.h"
#include "core/measure/subject.h"
#include "core/protocol/runner_messages.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace inferometer::engine {

/// A Python process that holds one variant and answers one request at a time. It measures with its own clock,
/// the way the guide does; this process only asks for blocks and waits.
class Peer final : public core::Subject {
public:
    /// `systemRoot`: of what the system counts.
    static Attempt<std::unique_ptr<Peer>> start(
        const core::VisitJob& job, const std::filesystem::path& systemRoot = "/");

    Attempt<LoadedReply> load(const core::VisitJob& job, const core::VariantJob& variant);
    Attempt<FirstRunReply> firstRun();
    /// Writes the outputs of one run as a safetensors file; false when weights or inputs changed meanwhile.
    Attempt<bool> writeOutputs(const std::filesystem::path& path);
    Attempt<std::optional<std::uint64_t>> peakBytes();
    /// Seconds that an inference keeps the device at work; nothing where it is not known.
    std::optional<double> busy_s(double hold_s);
    Attempt<std::map<std::string, double>> counters();
    core::Result<core::Block> block(int count) override;
    bool limitFurtherData(std::uint64_t bytes);
    int pid() const { return m_process.pid(); }

    /// Why the last block failed, with all that the error of a block cannot say.
    const std::optional<Failure>& lastFailure() const { return m_lastFailure; }

private:
    Peer(ChildProcess process, std::filesystem::path systemRoot, long killsBefore)
        : m_process(std::move(process))
        , m_systemRoot(std::move(systemRoot))
        , m_killsBefore(killsBefore)
    {
    }
    template <typename Reply> Attempt<Reply> ask(const std::string& request);
    Failure ended();

    ChildProcess m_process;
    std::filesystem::path m_systemRoot;
    long m_killsBefore; ///< of the kernel, for lack of memory
    std::optional<Failure> m_lastFailure;
};

} // namespace inferometer::engine
