// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

/// Codes of the notes that an engine puts on rows and visits: why a row is not measured, or what to know
/// about it. `text/` has a sentence for each; `arguments` is what the sentence may mention, in order.
namespace inferometer::core::reasons {

struct Reason {
    std::string_view code;
    int arguments = 0;
};

inline constexpr Reason jobInvalid{"job-invalid", 0};
// Loading.
inline constexpr Reason fileMissing{"file-missing", 1}; ///< file name
inline constexpr Reason weightsDamaged{"weights-damaged", 1}; ///< file name
inline constexpr Reason graphDamaged{"graph-damaged", 1}; ///< what is wrong, English
inline constexpr Reason packageDamaged{"package-damaged", 1}; ///< what is wrong, English
inline constexpr Reason unknownOperator{"unknown-operator", 1}; ///< operator
inline constexpr Reason operatorMismatch{"operator-mismatch", 2}; ///< operator, argument
inline constexpr Reason constantMissing{"constant-missing", 1}; ///< name of the tensor
inline constexpr Reason constantMismatch{"constant-mismatch", 1}; ///< name of the tensor
inline constexpr Reason stalePackage{
    "stale-package", 3}; ///< what differs, value of the package, value found here
inline constexpr Reason loadError{"load-error", 0};
inline constexpr Reason deviceMissing{"device-missing", 1}; ///< device
inline constexpr Reason engineWithoutCuda{"engine-without-cuda", 0};
inline constexpr Reason driverMissing{"driver-missing", 0};
inline constexpr Reason driverTooOld{"driver-too-old", 0};
inline constexpr Reason noKernelImage{"no-kernel-image", 0};
inline constexpr Reason deviceBusy{"device-busy", 0}; ///< somebody has it for himself
inline constexpr Reason cudaGraphNeedsCuda{"cuda-graph-needs-cuda", 0};
inline constexpr Reason modeNeedsCuda{"mode-needs-cuda", 1}; ///< compile mode
inline constexpr Reason frozenNeedsCompile{"frozen-needs-compile", 0};
inline constexpr Reason pythonNotHere{
    "python-not-here", 0}; ///< no peers when measuring inside the window's process
// Running.
inline constexpr Reason hostMemory{"host-memory", 0};
inline constexpr Reason deviceMemory{"device-memory", 0};
inline constexpr Reason deviceError{"device-error", 0};
inline constexpr Reason runError{"run-error", 0};
inline constexpr Reason captureError{"capture-error", 0};
inline constexpr Reason peerEnded{"peer-ended", 1}; ///< how: "exit 1", "signal 11"
inline constexpr Reason peerProtocol{"peer-protocol", 0};
inline constexpr Reason cancelled{"cancelled", 0};
// Checking outputs.
inline constexpr Reason outputCount{"output-count", 2}; ///< found, expected
inline constexpr Reason outputShape{"output-shape", 1}; ///< index of the output
inline constexpr Reason outputType{"output-type", 1}; ///< index of the output
inline constexpr Reason outputDiffers{"output-differs", 3}; ///< index, error, tolerance
inline constexpr Reason outputNotFinite{"output-not-finite", 1}; ///< index of the output
inline constexpr Reason referenceWithoutSpread{"reference-without-spread", 1}; ///< index of the output
inline constexpr Reason changedItsInputs{"program-changed-its-inputs", 0};
// Warnings.
inline constexpr Reason threadsDiffer{"threads-differ", 2}; ///< asked for, found
inline constexpr Reason engineNotOptimised{"engine-not-optimised", 0};
inline constexpr Reason engineSanitised{"engine-sanitised", 1}; ///< sanitizers
inline constexpr Reason copiesItsInputs{"copies-its-inputs", 0}; ///< the graph writes into weights or inputs
inline constexpr Reason memoryPeakUnknown{"memory-peak-unknown", 0};
inline constexpr Reason peaksTooLarge{"peaks-too-large", 2}; ///< of all variants, what the visit may use
inline constexpr Reason graphBreaks{"graph-breaks", 1}; ///< how many
inline constexpr Reason recompiles{"recompiles", 1};
inline constexpr Reason cudagraphSkips{"cudagraph-skips", 1};
inline constexpr Reason samplesDiscarded{
    "samples-discarded", 2}; ///< how many, variant that failed while they were taken
inline constexpr Reason deviceSlowed{"device-slowed", 3}; ///< samples, of samples, words of core/device
inline constexpr Reason deviceShared{"device-shared", 1}; ///< other processes on it

inline constexpr std::array all{jobInvalid, fileMissing, weightsDamaged, graphDamaged, packageDamaged,
    unknownOperator, operatorMismatch, constantMissing, constantMismatch, stalePackage, loadError,
    deviceMissing, driverMissing, driverTooOld, noKernelImage, deviceBusy, cudaGraphNeedsCuda, deviceSlowed,
    deviceShared, engineWithoutCuda, modeNeedsCuda, frozenNeedsCompile, pythonNotHere, hostMemory,
    deviceMemory, deviceError, runError, captureError, peerEnded, peerProtocol, cancelled, outputCount,
    outputShape, outputType, outputDiffers, outputNotFinite, referenceWithoutSpread, changedItsInputs,
    threadsDiffer, engineNotOptimised, engineSanitised, copiesItsInputs, memoryPeakUnknown, peaksTooLarge,
    graphBreaks, recompiles, cudagraphSkips, samplesDiscarded};

} // namespace inferometer::core::reasons
