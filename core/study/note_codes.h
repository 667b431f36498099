// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

/// The closed list of what the study of a whole run says. Arguments in the order given; numbers are
/// locale-free text, times are in ms unless they say s, and a value may carry its 95 % interval: "9.12
/// [8.90, 9.35]".
namespace inferometer::core::codes {

// Headline: variant, device, ...
inline constexpr std::string_view headlineSpeedup = "headline-speedup"; ///< variant, device, factor, rows
inline constexpr std::string_view headlineNothing = "headline-nothing"; ///< variant, device, rows left out
inline constexpr std::string_view headlineBest = "headline-best"; ///< label, batch, variant, factor
inline constexpr std::string_view headlineWorst = "headline-worst"; ///< label, batch, variant, factor
inline constexpr std::string_view headlineCompiledNow = "headline-compiled-now"; ///< s, all in this run
inline constexpr std::string_view headlineCompileTime =
    "headline-compile-time"; ///< s in all, s spent in this run
// Rows left out of it: label, batch, variant, ...
inline constexpr std::string_view excludedPrefix = "excluded-";
inline constexpr std::string_view excludedSeveral = "excluded-several"; ///< rows, variant, what is alike
inline constexpr std::string_view excludedNotMeasured = "excluded-not-measured"; ///< ..., outcome
inline constexpr std::string_view excludedWrongOutput = "excluded-wrong-output";
inline constexpr std::string_view excludedNotChecked = "excluded-not-checked";
inline constexpr std::string_view excludedNoBaseline = "excluded-no-baseline";
inline constexpr std::string_view excludedBaseline = "excluded-baseline"; ///< ..., outcome of the baseline
inline constexpr std::string_view excludedBaselineNotChecked = "excluded-baseline-not-checked";
inline constexpr std::string_view excludedNoSpeedup = "excluded-no-speedup";

// Two steps: label, batch, variant, before, after, saved by the first, saved by compiling.
inline constexpr std::string_view split = "split"; ///< the first is leaving Python
inline constexpr std::string_view splitLayout = "split-layout"; ///< the first is channels-last

// Repetitions: label, batch, variant, how many, least mean, largest mean, percent between them.
inline constexpr std::string_view compileSpread = "compile-spread";
inline constexpr std::string_view visitSpread = "visit-spread";

// The decision.
inline constexpr std::string_view decisionCompile =
    "decision-compile"; ///< label, variant, batch, before, after
inline constexpr std::string_view decisionCompilePays = "decision-compile-pays"; ///< the same, inferences
inline constexpr std::string_view decisionDoNotCompile = "decision-do-not-compile"; ///< label, batch, before
inline constexpr std::string_view decisionUnclear = "decision-unclear"; ///< label, batch
inline constexpr std::string_view decisionNothingFits = "decision-nothing-fits"; ///< label
inline constexpr std::string_view decisionNoBaseline = "decision-no-baseline"; ///< label, engine
// What it rests on: label, batch, variant, ...
inline constexpr std::string_view decisionNotMeasured = "decision-not-measured"; ///< ..., outcome
inline constexpr std::string_view decisionNotVerified = "decision-not-verified";
inline constexpr std::string_view decisionNoInterval = "decision-no-interval";
inline constexpr std::string_view decisionTooSlow = "decision-too-slow"; ///< ..., tail, limit
inline constexpr std::string_view decisionMemoryUnknown = "decision-memory-unknown";
inline constexpr std::string_view decisionTooLarge = "decision-too-large"; ///< ..., peak, limit
inline constexpr std::string_view decisionSame = "decision-same";
inline constexpr std::string_view decisionSlower = "decision-slower";
inline constexpr std::string_view decisionNotClear = "decision-not-clear";
inline constexpr std::string_view decisionCostUnknown = "decision-cost-unknown";
inline constexpr std::string_view decisionDoesNotPay =
    "decision-does-not-pay"; ///< ..., needed, inferences per process
inline constexpr std::string_view decisionMayNotPay = "decision-may-not-pay"; ///< the same
inline constexpr std::string_view decisionNothingCompiled = "decision-nothing-compiled";

// Sanity.
/// label, variant, device, smaller batch, its ms, larger batch, its ms
inline constexpr std::string_view largerBatchFaster = "larger-batch-faster";
inline constexpr std::string_view growthBeyondBatch =
    "growth-beyond-batch"; ///< the same, factor of time, of batch
/// label, device, batch; label, device, batch, variant of the other; ms
inline constexpr std::string_view identicalFigures = "identical-figures";
/// label, batch, variant, device; label and batch of what fitted
inline constexpr std::string_view outOfMemoryBelowLarger = "out-of-memory-below-larger";
/// label, batch, variant; slower device, its ms; faster device, its ms; cells it leads, common cells
inline constexpr std::string_view slowerDeviceAhead = "slower-device-ahead";
/// label, batch, variant, device, improvement %, before, after
inline constexpr std::string_view implausibleImprovement = "implausible-improvement";

// Published and imported tables.
inline constexpr std::string_view publishedMeanOnly = "published-mean-only";
inline constexpr std::string_view publishedPython = "published-python"; ///< comparable with Python rows only
inline constexpr std::string_view publishedOutOfMemory = "published-out-of-memory";
inline constexpr std::string_view notPublished = "not-published"; ///< label
inline constexpr std::string_view unbatchedAsBatchOne = "unbatched-as-batch-one"; ///< label
inline constexpr std::string_view checkpointLinkOpen = "checkpoint-link-open"; ///< label
inline constexpr std::string_view checkpointNotListed = "checkpoint-not-listed"; ///< label
inline constexpr std::string_view differentEngine = "different-engine";
inline constexpr std::string_view importedFrom = "imported-from"; ///< tool or file
inline constexpr std::string_view importedNotChecked = "imported-not-checked";
inline constexpr std::string_view importedRowsLeftOut =
    "imported-rows-left-out"; ///< rows, first line, English detail
inline constexpr std::string_view importedOneScenario = "imported-one-scenario";
inline constexpr std::string_view importedWithoutReport = "imported-without-report"; ///< names of folders

// Runs side by side.
inline constexpr std::string_view runsDiffer = "runs-differ"; ///< change % with interval
inline constexpr std::string_view runsAgree = "runs-agree"; ///< low %, high % (99 %), margin %
inline constexpr std::string_view runsChangeTooSmall = "runs-change-too-small"; ///< change %, minimum %
inline constexpr std::string_view runsOverlap = "runs-overlap"; ///< change %
inline constexpr std::string_view runsIntervalTooWide =
    "runs-interval-too-wide"; ///< low %, high % (99 %), margin %
inline constexpr std::string_view runsTooFewRounds =
    "runs-too-few-rounds"; ///< rounds of base and other, needed
inline constexpr std::string_view identicalRows = "identical-rows";
inline constexpr std::string_view comparedMissing = "compared-missing";
inline constexpr std::string_view comparedOtherDevices = "compared-other-devices"; ///< table, its devices
inline constexpr std::string_view comparedRepeats = "compared-repeats"; ///< table, rows
inline constexpr std::string_view comparedNotTimed = "compared-not-timed"; ///< outcome
inline constexpr std::string_view comparedWrongOutput = "compared-wrong-output";
inline constexpr std::string_view regressionSlower =
    "regression-slower"; ///< label, batch, variant, change %, limit %
inline constexpr std::string_view regressionFailed = "regression-failed"; ///< label, batch, variant, outcome

// Time per image over the batch size: label, variant, device, ...
inline constexpr std::string_view scalingThroughout =
    "scaling-throughout"; ///< ..., smallest and largest batch
inline constexpr std::string_view scalingStopsPaying =
    "scaling-stops-paying"; ///< ..., last batch that pays, first that does not
inline constexpr std::string_view scalingStartsPaying =
    "scaling-starts-paying"; ///< ..., last that does not, first that does
inline constexpr std::string_view scalingNever = "scaling-never"; ///< ..., smallest and largest batch
inline constexpr std::string_view scalingUnclear = "scaling-unclear"; ///< ..., smallest and largest batch
/// ..., smallest batch, its improvement %, largest batch, its improvement %
inline constexpr std::string_view scalingMeansOnly = "scaling-means-only";

inline constexpr std::array study{headlineSpeedup, headlineNothing, headlineBest, headlineWorst,
    headlineCompiledNow, headlineCompileTime, excludedSeveral, excludedNotMeasured, excludedWrongOutput,
    excludedNotChecked, excludedNoBaseline, excludedBaseline, excludedBaselineNotChecked, excludedNoSpeedup,
    split, splitLayout, compileSpread, visitSpread, decisionCompile, decisionCompilePays,
    decisionDoNotCompile, decisionUnclear, decisionNothingFits, decisionNoBaseline, decisionNotMeasured,
    decisionNotVerified, decisionNoInterval, decisionTooSlow, decisionMemoryUnknown, decisionTooLarge,
    decisionSame, decisionSlower, decisionNotClear, decisionCostUnknown, decisionDoesNotPay,
    decisionMayNotPay, decisionNothingCompiled, largerBatchFaster, growthBeyondBatch, identicalFigures,
    outOfMemoryBelowLarger, slowerDeviceAhead, implausibleImprovement, publishedMeanOnly, publishedPython,
    publishedOutOfMemory, notPublished, unbatchedAsBatchOne, checkpointLinkOpen, checkpointNotListed,
    differentEngine, importedFrom, importedNotChecked, importedRowsLeftOut, importedOneScenario,
    importedWithoutReport, runsDiffer, runsAgree, runsChangeTooSmall, runsOverlap, runsIntervalTooWide,
    runsTooFewRounds, identicalRows, comparedMissing, comparedOtherDevices, comparedRepeats, comparedNotTimed,
    comparedWrongOutput, regressionSlower, regressionFailed, scalingThroughout, scalingStopsPaying,
    scalingStartsPaying, scalingNever, scalingUnclear, scalingMeansOnly};

} // namespace inferometer::core::codes
