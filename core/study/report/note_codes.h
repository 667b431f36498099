// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

/// The closed list of what a report says beside the conclusions themselves. Arguments as in
/// core/study/note_codes.h.
namespace inferometer::core::codes {

inline constexpr std::string_view reportTitle = "report-title"; ///< label of the run
inline constexpr std::string_view reportIntro = "report-intro"; ///< date, devices, torch
inline constexpr std::string_view reportSample = "report-sample";
inline constexpr std::string_view reportTables = "report-tables";
inline constexpr std::string_view reportTrust = "report-trust";
inline constexpr std::string_view reportSource = "report-source";
inline constexpr std::string_view headingBenefits = "heading-benefits";
inline constexpr std::string_view headingAdvice = "heading-advice";
inline constexpr std::string_view headingMethod = "heading-method";
inline constexpr std::string_view headingModels = "heading-models";
inline constexpr std::string_view headingResults = "heading-results";
inline constexpr std::string_view headingDeviceBatch = "heading-device-batch"; ///< device, batch, variant
inline constexpr std::string_view headingMode = "heading-mode"; ///< variant
inline constexpr std::string_view headingDevice = "heading-device"; ///< device, variant
inline constexpr std::string_view headingTrust = "heading-trust";
inline constexpr std::string_view headingSplit = "heading-split";
inline constexpr std::string_view headingScaling = "heading-scaling";
inline constexpr std::string_view headingDoubts = "heading-doubts";
inline constexpr std::string_view headingPublished = "heading-published";
inline constexpr std::string_view headingSeries = "heading-series"; ///< torch, mode
inline constexpr std::string_view headingClaims = "heading-claims";
inline constexpr std::string_view headingClaimsPython = "heading-claims-python";
inline constexpr std::string_view headingClaimsCpp = "heading-claims-cpp";
inline constexpr std::string_view headingDifferences = "heading-differences";
inline constexpr std::string_view headingConditions = "heading-conditions";
inline constexpr std::string_view conditionName = "condition-name"; ///< key: a window knows a name for it
inline constexpr std::string_view figureBatchComparison = "figure-batch-comparison"; ///< device
inline constexpr std::string_view figureBatchComparisonOf = "figure-batch-comparison-of"; ///< device, engine
inline constexpr std::string_view figureDuration = "figure-duration"; ///< device, batch
inline constexpr std::string_view figureImprovement = "figure-improvement"; ///< device, batch
inline constexpr std::string_view taskClassification = "task-classification";
inline constexpr std::string_view taskSegmentation = "task-segmentation";
inline constexpr std::string_view taskDetection = "task-detection";
inline constexpr std::string_view taskOther = "task-other";
inline constexpr std::string_view modelLine = "model-line"; ///< hub id, label
inline constexpr std::string_view rowClassification = "row-classification"; ///< label
inline constexpr std::string_view rowSegmentation = "row-segmentation"; ///< label
inline constexpr std::string_view rowDetection = "row-detection"; ///< label
inline constexpr std::string_view rowOther = "row-other"; ///< label
inline constexpr std::string_view conditionsLine =
    "conditions-line"; ///< device, variant, torch, type, weights, image, threads, attention, allocator
inline constexpr std::string_view captionPublished = "caption-published"; ///< the guide's torch, this one's
inline constexpr std::string_view conditionsOfRun =
    "conditions-of-run"; ///< devices, torch, weights, image, threads, attention, allocator, order
inline constexpr std::string_view columnHere = "column-here"; ///< device, variant
inline constexpr std::string_view columnHereOtherEngine = "column-here-other-engine"; ///< device, variant
inline constexpr std::string_view columnGuide = "column-guide"; ///< device
inline constexpr std::string_view columnTaskModel = "column-task-model";
inline constexpr std::string_view columnBatchSize = "column-batch-size";
inline constexpr std::string_view columnNoCompile = "column-no-compile"; ///< torch
inline constexpr std::string_view columnCompile = "column-compile"; ///< torch
inline constexpr std::string_view columnDevice = "column-device";
inline constexpr std::string_view columnVariant = "column-variant";
inline constexpr std::string_view columnImprovement = "column-improvement";
inline constexpr std::string_view columnVerdict = "column-verdict";
inline constexpr std::string_view columnCompileTime = "column-compile-time";
inline constexpr std::string_view columnBreakEven = "column-break-even";
inline constexpr std::string_view columnBreakEvenWarm = "column-break-even-warm";
inline constexpr std::string_view columnPeakMemory = "column-peak-memory";
inline constexpr std::string_view columnAdvice = "column-advice";
inline constexpr std::string_view columnReason = "column-reason";
inline constexpr std::string_view columnClaim = "column-claim";
inline constexpr std::string_view columnStanding = "column-standing";
inline constexpr std::string_view columnFinding = "column-finding";
inline constexpr std::string_view columnCondition = "column-condition";
inline constexpr std::string_view columnValue = "column-value";
inline constexpr std::string_view cellUnbatched = "cell-unbatched";
inline constexpr std::string_view cellNotPublished = "cell-not-published";
inline constexpr std::string_view cellTimeOfWrongOutput = "cell-time-of-wrong-output"; ///< ms
inline constexpr std::string_view methodCpp = "method-cpp";
inline constexpr std::string_view methodPython = "method-python";
inline constexpr std::string_view methodWarmUp = "method-warm-up"; ///< s at most
inline constexpr std::string_view methodFixedWarmUp = "method-fixed-warm-up"; ///< inferences
inline constexpr std::string_view methodExactSamples = "method-exact-samples"; ///< inferences
inline constexpr std::string_view methodFewestSamples = "method-fewest-samples"; ///< inferences, s, s at most
inline constexpr std::string_view methodAdaptiveSamples =
    "method-adaptive-samples"; ///< inferences, rounds, s, half-width %, s at most
inline constexpr std::string_view methodInterleaved = "method-interleaved";
inline constexpr std::string_view methodSequential = "method-sequential";
inline constexpr std::string_view methodVerified = "method-verified";
inline constexpr std::string_view methodVerdict =
    "method-verdict"; ///< rounds, significance %, smallest improvement %
inline constexpr std::string_view differsCpp = "differs-cpp";
inline constexpr std::string_view differsCpu = "differs-cpu"; ///< threads
inline constexpr std::string_view differsType = "differs-type";
inline constexpr std::string_view differsWeights = "differs-weights";
inline constexpr std::string_view differsImage = "differs-image";
inline constexpr std::string_view differsInterleaved = "differs-interleaved";
inline constexpr std::string_view differsSamples = "differs-samples";
inline constexpr std::string_view differsAttention = "differs-attention";
inline constexpr std::string_view differsAllocator = "differs-allocator";
inline constexpr std::string_view differsVerified = "differs-verified";
inline constexpr std::string_view differsVersions = "differs-versions"; ///< torch, transformers
inline constexpr std::string_view claimThirty = "claim-thirty";
inline constexpr std::string_view claimDefaultCompilesFastest = "claim-default-compiles-fastest";
inline constexpr std::string_view claimAutotuneCompilesLongest = "claim-autotune-compiles-longest";
inline constexpr std::string_view claimAutotuneRunsFastest = "claim-autotune-runs-fastest";
inline constexpr std::string_view claimReduceOverheadRunsFaster = "claim-reduce-overhead-runs-faster";
inline constexpr std::string_view claimNotTested = "claim-not-tested";
inline constexpr std::string_view claimsWithoutPython = "claims-without-python";
inline constexpr std::string_view claimThirtyFound =
    "claim-thirty-found"; ///< largest %, label, batch, variant, rows above, rows below, rows
inline constexpr std::string_view claimCompiledFastest =
    "claim-compiled-fastest"; ///< cases, all, factor of the next
inline constexpr std::string_view claimCompiledLongest = "claim-compiled-longest"; ///< cases, all
inline constexpr std::string_view claimRan = "claim-ran"; ///< faster, same, slower, not told apart, all

// Words in cells: the prefix and a word of an enumeration.
inline constexpr std::string_view cellPrefix = "cell-"; ///< outcome: what stands in place of a time
inline constexpr std::string_view verdictPrefix = "verdict-"; ///< verdict
inline constexpr std::string_view standingPrefix = "standing-"; ///< standing of a claim

inline constexpr std::array reporting{reportTitle, reportIntro, reportSample, reportTables, reportTrust,
    reportSource, headingBenefits, headingAdvice, headingMethod, headingModels, headingResults,
    headingDeviceBatch, headingMode, headingDevice, headingTrust, headingSplit, headingScaling, headingDoubts,
    headingPublished, captionPublished, conditionsOfRun, columnHere, columnHereOtherEngine, columnGuide,
    columnAdvice, columnReason, headingSeries, headingClaims, headingClaimsPython, headingClaimsCpp,
    claimsWithoutPython, headingDifferences, headingConditions, figureBatchComparison, figureDuration,
    figureImprovement, taskClassification, taskSegmentation, taskDetection, taskOther, modelLine,
    rowClassification, rowSegmentation, rowDetection, rowOther, conditionsLine, columnTaskModel,
    columnBatchSize, columnNoCompile, columnCompile, columnDevice, columnVariant, columnImprovement,
    columnVerdict, columnCompileTime, columnBreakEven, columnBreakEvenWarm, columnPeakMemory, columnClaim,
    columnStanding, columnFinding, columnCondition, columnValue, cellUnbatched, cellNotPublished,
    cellTimeOfWrongOutput, methodCpp, methodPython, methodWarmUp, methodFixedWarmUp, methodExactSamples,
    methodFewestSamples, methodAdaptiveSamples, methodInterleaved, methodSequential, methodVerified,
    methodVerdict, differsCpp, differsCpu, differsType, differsWeights, differsImage, differsInterleaved,
    differsSamples, differsAttention, differsAllocator, differsVerified, differsVersions, claimThirty,
    claimDefaultCompilesFastest, claimAutotuneCompilesLongest, claimAutotuneRunsFastest,
    claimReduceOverheadRunsFaster, claimNotTested, claimThirtyFound, claimCompiledFastest,
    claimCompiledLongest, claimRan, conditionName, figureBatchComparisonOf};

} // namespace inferometer::core::codes
