// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/engine/failure.h"
#include "core/engine/visit_data.h"
#include "core/measure/subject.h"
#include "core/protocol/runner_messages.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace inferometer::engine {

/// What one run of a candidate came to, for the check.
struct CandidateOutputs {
    std::vector<at::Tensor> tensors;
    bool areInputsUnchanged = true;
};

/// One variant of a visit, from loading to its last block. Steps are called in the order of declaration;
/// after a failure none is called any more.
class Candidate {
public:
    virtual ~Candidate() = default;
    virtual Attempt<double> load() = 0; ///< seconds
    virtual Attempt<double>
    firstRun() = 0; ///< seconds; includes what is done once (recording, Python's compile)
    virtual Attempt<CandidateOutputs> outputs() = 0;
    virtual Attempt<std::optional<std::uint64_t>> peakBytes() = 0;
    /// Begins anew to watch the memory that the candidate takes; called before every step.
    virtual void watchMemory() = 0;
    /// Its largest increase since then, also after a failure; nothing where it cannot be known.
    virtual std::optional<std::uint64_t> memoryReached() const = 0;
    virtual core::Subject& subject() = 0;
    /// Seconds that an inference of about `mean_s` keeps the device at work; nothing where it is not known.
    virtual std::optional<double> deviceBusy_s(double /*mean_s*/) { return std::nullopt; }
    virtual std::optional<std::uint64_t> graphBytes() const { return std::nullopt; }
    /// What the user should know of how it was made.
    virtual std::vector<core::Note> notes() const { return {}; }
    /// What a failed block of the subject means.
    virtual Failure failureOfBlock(const core::Error& error) const = 0;
    virtual std::map<std::string, double> counters() { return {}; }
    /// Of a process of its own, once loaded.
    virtual std::map<std::string, std::string> versions() const { return {}; }
    /// Of a process of its own, so far.
    virtual double processorTime_s() const { return 0; }
};

/// What is given by reference outlives the candidate.
std::unique_ptr<Candidate> makeLocalCandidate(
    const core::VisitJob& job, const core::VariantJob& variant, VisitData& data, const core::Clock& clock);
std::unique_ptr<Candidate> makePeerCandidate(const core::VisitJob& job, const core::VariantJob& variant,
    std::optional<std::uint64_t> memoryLimit_bytes, const std::filesystem::path& systemRoot);

} // namespace inferometer::engine
