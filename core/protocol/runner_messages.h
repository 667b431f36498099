// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/note.h"
#include "core/base/result.h"
#include "core/device/device_state.h"
#include "core/measure/policy.h"
#include "core/plan/cuda_choices.h"
#include "core/plan/outcome.h"
#include "core/plan/workload.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// The messages between the core and a runner: one JSON object per line, versioned. Core sends one VisitJob,
/// then Go after every round that the runner reports when the job asks for a gate; the runner answers with
/// events and exactly one VisitResult or VisitFailure.
namespace inferometer::core {

constexpr int runnerProtocolVersion = 1;
constexpr std::size_t maxLineBytes = 16u << 20;

/// What the runner is doing; each has a deadline of its own.
enum class Phase { Spawn, Load, FirstRun, Verify, Memory, WarmUp, Measure, Exit };

template <> struct Words<Phase> {
    static constexpr std::array all{
        Word<Phase>{Phase::Spawn, "spawn"},
        Word<Phase>{Phase::Load, "load"},
        Word<Phase>{Phase::FirstRun, "first-run"},
        Word<Phase>{Phase::Verify, "verify"},
        Word<Phase>{Phase::Memory, "memory"},
        Word<Phase>{Phase::WarmUp, "warm-up"},
        Word<Phase>{Phase::Measure, "measure"},
        Word<Phase>{Phase::Exit, "exit"},
    };
};

/// One variant of the job and where its program lies.
struct VariantJob {
    Variant variant;
    std::string packageFolder; ///< compiled C++ variants
    std::string inductorCache; ///< compiled Python variants: a fresh folder
};

/// How to start Python peers (absent when no variant needs one).
struct PeerSetup {
    std::string python; ///< interpreter
    std::string workerFolder; ///< started as `python -I workerFolder peer`
    std::string modelEntry; ///< the catalogue's entry as JSON text
    std::string scratchFolder; ///< for outputs on their way to the check; empty: a temporary one
};

struct VisitJob {
    std::string job; ///< echoed in every event
    Workload workload;
    Attention attention = Attention::Sdpa;
    Allocator allocator = Allocator::Retain;
    int threads = 1;
    std::optional<std::uint64_t> memoryLimit_bytes;
    Policy policy;
    std::string weightsFolder;
    std::string graphFolder;
    std::vector<VariantJob> variants;
    std::optional<PeerSetup> peer;
    double compileTimeout_s = 1800; ///< limit of a Python peer's first, compiling run
    bool gated = false; ///< wait for Go after every round
    CudaChoices cuda;
};

struct HelloEvent {
    int protocol = runnerProtocolVersion;
    std::map<std::string, std::string> versions; ///< torch, torch_git, cuda, ...
};

struct PhaseEvent {
    Phase phase = Phase::Load;
    std::optional<Variant> variant;
    double expected_s = 0; ///< estimate of how long this phase takes; 0: unknown
};

/// Sent between rounds only.
struct RoundEvent {
    int round = 0;
    double progress = 0; ///< share of the measuring done, 0..1, by the stop rule's own estimate
    std::vector<double> mean_s; ///< per variant of the job, mean of this round's block; NaN where it has none
};

/// How outputs were judged. Rule "float32-relative": largest error / scale of the reference <= tolerance.
/// Rule "float64-multiple": error against a float64 reference <= tolerance x eager's own error (PyTorch's
/// dynamo benchmarks).
struct Verification {
    std::string rule;
    double tolerance = 0;
    double maxAbsError = 0;
    double relativeError = 0; ///< what is compared with the tolerance
    bool isPassed = false;
    Note reason; ///< why it failed: code empty when passed
};

struct RoundSamples {
    int round = 0;
    std::vector<double> samples_s;
    std::vector<double> device_s; ///< CUDA events; empty on a CPU
    double opening_s = 0; ///< the untimed inference that opened the block
    std::optional<DeviceState> device{}; ///< right after the block, where the driver tells
};

struct WarmUpRecord {
    int count = 0;
    double duration_s = 0;
    bool isTrendGone = false;
};

/// What the runner found out about one variant.
struct VariantResult {
    Variant variant;
    Outcome outcome = Outcome::NotRun;
    Note reason; ///< empty code when measured
    std::string detail; ///< first line of the real error, English; for logs and details
    std::vector<RoundSamples> rounds;
    WarmUpRecord warmUp;
    std::optional<double> load_s;
    /// The first inference, with what is done once per variant: recording, Python's compile. What the engine
    /// does once per process, starting the libraries of a device, lies before it.
    std::optional<double> firstRun_s;
    /// Increase over loaded and idle, taken alone. Of what ran out of memory while it was prepared: of the
    /// worker.
    std::optional<std::uint64_t> peak_bytes;
    /// Seconds that one inference keeps the device at work, when no launch keeps it waiting.
    std::optional<double> deviceBusy_s{};
    std::optional<double> energy_j{}; ///< of the whole board per inference
    std::optional<std::uint64_t> graph_bytes{}; ///< that a recorded graph keeps for itself
    std::optional<double> minorFaultsPerRun;
    std::optional<Verification> before;
    std::optional<Verification> after;
    std::map<std::string, double> counters; ///< graph_breaks, recompiles, ... of a Python peer
    std::vector<Note> warnings;
    /// Of the Python process that measured it: torch, transformers, ...; empty value: it has none. The
    /// engine's own are the visit's.
    std::map<std::string, std::string> versions{};
    /// Only of a variant that had a runner of its own: why that one stopped.
    std::string stoppedBecause{};
    std::vector<Note> notReached{}; ///< criteria of the policy: what was reached, what was asked for
};

/// Conditions that only the measuring process knows.
struct RunnerConditions {
    int threads = 0; ///< at::get_num_threads() as found
    std::string affinity; ///< "0-1"
    std::string deviceName;
    std::string cpuCapability;
    std::string allocator; ///< as in force
    bool isOptimised = true;
    std::string sanitizers;
    std::map<std::string, std::string> versions;
};

struct VisitResult {
    std::vector<VariantResult> variants; ///< in the order of the job
    std::string stoppedBecause; ///< code
    double measuring_s = 0; ///< wall time of the measuring phase
    double insideShare = 0; ///< share of it inside inferences, timed or opening
    RunnerConditions conditions;
    std::vector<Note> warnings;
};

/// The whole visit failed; `variant` names the one that was at work, when there was one.
struct VisitFailure {
    Outcome outcome = Outcome::LoadFailed;
    Note reason;
    std::string detail;
    std::optional<Variant> variant;
};

using RunnerEvent = std::variant<HelloEvent, PhaseEvent, RoundEvent, VisitResult, VisitFailure>;

/// One line without the newline. `sequence` counts from 0 per sender.
std::string encode(const VisitJob& job);
std::string encodeGo(const std::string& job, int round);
std::string encode(const std::string& job, int sequence, const RunnerEvent& event);

struct DecodedEvent {
    std::string job;
    int sequence = 0;
    std::optional<RunnerEvent> event; ///< nothing: a type that this version does not know; to be ignored
};

/// Bounded, checked; a line that is no valid message is a ProtocolError.
Result<VisitJob> decodeJob(std::string_view line);
Result<int> decodeGo(std::string_view line);
Result<DecodedEvent> decodeEvent(std::string_view line);

} // namespace inferometer::core
