// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/worker_messages.h"
#include "core/run/child_process.h"
#include "core/run/loop.h"
#include "core/run/worker_memory.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <variant>

namespace inferometer::core {

struct WorkerSetup {
    std::filesystem::path guard;
    std::filesystem::path python;
    std::filesystem::path folder; ///< the package
    std::filesystem::path hub; ///< Hugging Face cache
    std::filesystem::path scratch; ///< for what Inductor keeps between calls
    std::filesystem::path systemRoot = "/"; ///< below it proc/ and sys/
    int threads = 1;
    std::optional<std::uint64_t> memoryLimit_bytes{}; ///< on a CPU; nothing: a safe share of what there is
    double prepareTimeout_s = 1800;
    double downloadTimeout_s = 7200;
    double compileTimeout_s = 1800;
    double startTimeout_s = 180; ///< importing torch and Transformers from a cold disk
    double deadlineFactor = 1;
};

/// Whether a worker ended or hung before it answered: another one may not. What it says itself is final.
bool hasBrokenOff(const WorkerFailure& answer);
/// Whether a worker met its limit of memory.
bool isOverItsLimit(const WorkerFailure& answer);

/// The Python process that prepares and compiles. Started by the first request, and again after it ended.
class WorkerProcess {
public:
    using OnStep = std::function<void(const std::string& step)>;
    template <typename Reply> using Answer = std::variant<Reply, WorkerFailure>;

    WorkerProcess(Loop& loop, WorkerSetup setup, std::stop_token stop);
    ~WorkerProcess();

    /// Each waits on the loop until the worker has answered, failed, taken too long, or a stop is asked for.
    Answer<WorkerHello> environment();
    Answer<PreparedReply> prepare(const PrepareRequest& request, const OnStep& onStep);
    Answer<CompiledReply> compile(const CompileRequest& request, const OnStep& onStep);

    bool isRunning() const { return m_child != nullptr; }
    /// Whether the process had done nothing else before the last request.
    bool wasFresh() const { return m_wasFresh; }
    /// Lets it end; the next request starts another.
    void quit();

private:
    struct Conversation;

    Answer<WorkerHello> start();
    std::optional<WorkerFailure> ensureRunning();
    WorkerEvent ask(const std::string& line, const std::string& job, const Device& device, double limit_s,
        const OnStep& onStep);
    template <typename Reply> Answer<Reply> reply(WorkerEvent event);
    WorkerFailure afterEnd(Outcome outcome);
    WorkerFailure outOfMemory(WorkerFailure failed, const std::string& step) const;
    bool onLine(std::string_view line);
    std::string newJob();

    Loop& m_loop;
    WorkerSetup m_setup;
    std::stop_token m_stop;
    int m_jobs = 0;
    bool m_wasFresh = true;
    bool m_isFresh = true; ///< the process has not been asked for anything
    long m_killsBefore = 0; ///< by the kernel, for lack of memory, before the request
    std::optional<WorkerMemory> m_memory; ///< of the process that said hello last
    std::unique_ptr<Conversation> m_talk;
    std::unique_ptr<ChildProcess> m_child; ///< last: it ends before what its observer uses
};

} // namespace inferometer::core
