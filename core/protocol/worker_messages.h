// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/note.h"
#include "core/base/result.h"
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

/// The messages between the core and the Python worker: one JSON object per line. The core sends one request
/// at a time; the worker answers with steps and exactly one reply.
namespace inferometer::core {

constexpr int workerProtocolVersion = 1;

/// Where a model's weights come from.
struct WeightsSource {
    enum class Kind { Random, Hub, Download, Own };

    Kind kind = Kind::Random;
    std::uint64_t seed = 0; ///< Random
    std::string snapshot; ///< Hub: folder
    std::string revision; ///< Hub: commit
};

/// What names a prepared workload: equal texts, equal graphs.
struct WorkerWorkload {
    std::string modelEntry; ///< of the catalogue, as JSON text
    Workload workload;
    int threads = 1;
    Attention attention = Attention::Sdpa;
    Layout layout = Layout::Contiguous;
    CudaChoices cuda;
    WeightsSource weights;
    std::string image; ///< path
    std::string imageSha256;
    std::string sampleImage; ///< path; random weights take their statistics from it
};

/// Makes a workload's weights (unless they are given), inputs, expected outputs and graph.
struct PrepareRequest {
    WorkerWorkload workload;
    std::string weightsIn; ///< exactly one of these two
    std::string weightsOut;
    std::string graphOut;
};

/// Compiles a prepared graph for the C++ engine.
struct CompileRequest {
    WorkerWorkload workload;
    std::string weightsIn;
    std::string graphIn;
    CompileMode mode = CompileMode::Default;
    bool frozen = false;
    std::string packageOut;
    std::string inductorCache; ///< fresh: compiles must not warm each other
};

/// What a worker's Python environment is; a version that is not there is absent.
struct WorkerHello {
    std::map<std::string, std::string> environment;
};

struct WorkerStep {
    std::string step; ///< load, weights, process, reference, export, check, save, compile
};

struct PreparedReply {
    double export_s = 0;
    double parameters = 0;
    double flops = 0;
    std::optional<Attention> attention; ///< that the graph computes; nothing: none
};

struct CompiledReply {
    double compile_s = 0;
    double export_s = 0;
    std::vector<Note> notes;
};

struct WorkerFailure {
    Outcome outcome = Outcome::PrepareFailed;
    Note reason;
    std::string detail; ///< first line of the real error
    std::string log; ///< the whole of it; with paths, for this machine only
    std::optional<std::uint64_t>
        peak_bytes{}; ///< that it reached when it ran out of memory; no part of a message
};

using WorkerEvent = std::variant<WorkerHello, WorkerStep, PreparedReply, CompiledReply, WorkerFailure>;

std::string encode(const PrepareRequest& request, const std::string& job);
std::string encode(const CompileRequest& request, const std::string& job);
std::string encodeQuit();

struct DecodedWorkerEvent {
    std::string job; ///< empty in messages that nobody asked for
    std::optional<WorkerEvent> event; ///< nothing: a type that this version does not know
};

/// Bounded, checked; a line that is no valid message is a ProtocolError.
Result<DecodedWorkerEvent> decodeWorkerEvent(std::string_view line);

} // namespace inferometer::core
