// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

/// The closed list of reasons and warnings that arise outside the measuring process: while planning,
/// preparing, dispatching and reading. Comments name the arguments.
namespace inferometer::core::codes {

// Why a row was not measured, known before anything starts.
inline constexpr std::string_view reduceOverheadNeedsCudaGraphs = "reduce-overhead-needs-cuda-graphs";
inline constexpr std::string_view noCudagraphsIsMaxAutotuneOnCpu = "no-cudagraphs-is-max-autotune-on-cpu";
inline constexpr std::string_view cudaGraphNeedsCuda = "cuda-graph-needs-cuda";
inline constexpr std::string_view smallerBatchOutOfMemory =
    "smaller-batch-out-of-memory"; ///< the batch that did
inline constexpr std::string_view attemptsExhausted =
    "attempts-exhausted"; ///< times that the application ended in the middle
inline constexpr std::string_view cancelled = "cancelled";

// How a runner ended. The phase is a word of the protocol.
inline constexpr std::string_view deadlinePassed = "deadline-passed"; ///< phase, seconds
inline constexpr std::string_view endedBySignal = "ended-by-signal"; ///< signal, phase
inline constexpr std::string_view killedPerhapsForMemory = "killed-perhaps-for-memory"; ///< phase
inline constexpr std::string_view killedForMemory = "killed-for-memory"; ///< phase
inline constexpr std::string_view endedWithCode = "ended-with-code"; ///< exit code, phase
inline constexpr std::string_view endedWithoutResult = "ended-without-result"; ///< phase
inline constexpr std::string_view protocolBroken = "protocol-broken"; ///< phase
inline constexpr std::string_view runnerNotStarted = "runner-not-started";
inline constexpr std::string_view hostMemory = "host-memory";
inline constexpr std::string_view deviceMemory = "device-memory";
inline constexpr std::string_view deviceError = "device-error";
inline constexpr std::string_view deviceStuck = "device-stuck"; ///< phase
inline constexpr std::string_view resultIncomplete = "result-incomplete";

// How a worker ended. The step is a word of the protocol.
inline constexpr std::string_view workerNotStarted = "worker-not-started";
inline constexpr std::string_view workerEnded = "worker-ended"; ///< step, signal or exit code
inline constexpr std::string_view workerDeadline = "worker-deadline"; ///< step, seconds
inline constexpr std::string_view workerProtocol = "worker-protocol"; ///< step
inline constexpr std::string_view workerMemory = "worker-memory"; ///< step, what it may take
inline constexpr std::string_view workerKilledForMemory = "worker-killed-for-memory"; ///< step
inline constexpr std::string_view cacheFailed = "cache-failed";
inline constexpr std::string_view diskFull = "disk-full";
inline constexpr std::string_view writeFailed = "write-failed";

// What to know about a row.
inline constexpr std::string_view measuredAlone =
    "measured-alone"; ///< it ran out of memory beside the other variants
inline constexpr std::string_view apartForMemory = "apart-for-memory"; ///< together they might need too much
inline constexpr std::string_view apartForAllocator =
    "apart-for-allocator"; ///< pages given back by one variant would be faults of the next
inline constexpr std::string_view measuredAnew =
    "measured-anew"; ///< how an attempt before ended, of which nothing counts
inline constexpr std::string_view measuredAnewAfterSleep =
    "measured-anew-after-sleep"; ///< seconds asleep in such an attempt
inline constexpr std::string_view otherEnvironment = "other-environment"; ///< condition, before, now
inline constexpr std::string_view governorNotPerformance = "governor-not-performance"; ///< governor
inline constexpr std::string_view highLoad = "high-load"; ///< load average, cores
inline constexpr std::string_view debugBuild = "debug-build"; ///< build type
inline constexpr std::string_view sanitizedBuild = "sanitized-build"; ///< sanitizers
inline constexpr std::string_view moreThreadsThanCores = "more-threads-than-cores"; ///< threads, cores
inline constexpr std::string_view smtSiblingsShared = "smt-siblings-shared"; ///< threads, cores
inline constexpr std::string_view quotaBelowThreads = "quota-below-threads"; ///< threads, cores granted
inline constexpr std::string_view affinityLimited = "affinity-limited"; ///< processors allowed, of how many
inline constexpr std::string_view clockLimited = "clock-limited"; ///< % of the highest clock
inline constexpr std::string_view onBattery = "on-battery";
inline constexpr std::string_view devicesInParallel = "devices-in-parallel";

// What happens on targets.
inline constexpr std::string_view connectionLost = "connection-lost"; ///< target
inline constexpr std::string_view missingOnTarget = "missing-on-target"; ///< path there, or model
inline constexpr std::string_view differsOnTarget = "differs-on-target"; ///< path there
inline constexpr std::string_view targetIsTriedAgain = "target-is-tried-again"; ///< target

// Why a job of Slurm waits. The target is the first argument.
inline constexpr std::string_view jobWaitsForResources = "job-waits-for-resources";
inline constexpr std::string_view jobWaitsForPriority = "job-waits-for-priority";
inline constexpr std::string_view jobWaitsForNodes = "job-waits-for-nodes";
inline constexpr std::string_view jobWaitsForPartition = "job-waits-for-partition";
inline constexpr std::string_view jobWaitsForLimit = "job-waits-for-limit";
inline constexpr std::string_view jobWaitsForTime = "job-waits-for-time";
inline constexpr std::string_view jobIsHeld = "job-is-held";
inline constexpr std::string_view jobStarts = "job-starts";
inline constexpr std::string_view jobIs = "job-is"; ///< and state, reason

// What is said while a run goes on.
inline constexpr std::string_view coolingTo = "cooling-to"; ///< device, degrees now, degrees wanted
inline constexpr std::string_view stillWarm =
    "still-warm"; ///< device, degrees now, degrees wanted, seconds waited
inline constexpr std::string_view retrying = "retrying"; ///< visit, variant or nothing, outcome
inline constexpr std::string_view waitingForSpace =
    "waiting-for-space"; ///< what for (cache, run), free, needed
inline constexpr std::string_view waitingForCache = "waiting-for-cache"; ///< kind of entry
inline constexpr std::string_view entryRebuilt = "entry-rebuilt"; ///< kind of entry that was damaged
inline constexpr std::string_view resumedElsewhere = "resumed-elsewhere"; ///< condition, before, now
inline constexpr std::string_view noiseFloorsUnreadable = "noise-floors-unreadable"; ///< why
inline constexpr std::string_view noiseFloorNotKept = "noise-floor-not-kept"; ///< why
inline constexpr std::string_view deviceQuarantined = "device-quarantined"; ///< device

inline constexpr std::array planAndRun{reduceOverheadNeedsCudaGraphs, noCudagraphsIsMaxAutotuneOnCpu,
    cudaGraphNeedsCuda, coolingTo, stillWarm, smallerBatchOutOfMemory, attemptsExhausted, cancelled,
    deadlinePassed, endedBySignal, killedPerhapsForMemory, killedForMemory, endedWithCode, endedWithoutResult,
    protocolBroken, runnerNotStarted, hostMemory, deviceMemory, deviceError, deviceStuck, resultIncomplete,
    workerNotStarted, workerEnded, workerDeadline, workerProtocol, workerMemory, workerKilledForMemory,
    cacheFailed, diskFull, writeFailed, measuredAlone, apartForMemory, apartForAllocator, measuredAnew,
    measuredAnewAfterSleep, otherEnvironment, governorNotPerformance, highLoad, debugBuild, sanitizedBuild,
    moreThreadsThanCores, smtSiblingsShared, quotaBelowThreads, affinityLimited, clockLimited, onBattery,
    devicesInParallel, retrying, waitingForSpace, waitingForCache, entryRebuilt, resumedElsewhere,
    noiseFloorsUnreadable, noiseFloorNotKept, deviceQuarantined, connectionLost, missingOnTarget,
    differsOnTarget, targetIsTriedAgain, jobWaitsForResources, jobWaitsForPriority, jobWaitsForNodes,
    jobWaitsForPartition, jobWaitsForLimit, jobWaitsForTime, jobIsHeld, jobStarts, jobIs};

} // namespace inferometer::core::codes
