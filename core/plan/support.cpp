// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/support.h"

#include "core/plan/note_codes.h"

#include <charconv>

namespace inferometer::core {

namespace {

constexpr std::string_view dtypeEmulated = "dtype-emulated"; ///< the worker's code, for the same

/// Whether a device is known to be older than the first one with bfloat16 and TF32 (compute capability 8.0).
bool isBeforeAmpere(const Device& device, std::string_view capability)
{
    constexpr int ampere = 8;
    int major = ampere;
    std::from_chars(capability.data(), capability.data() + capability.size(), major);
    return device.kind == DeviceKind::Cuda && major < ampere;
}

} // namespace

std::optional<Note> whyUnsupported(
    const Workload& workload, const Variant& variant, std::string_view capability)
{
    if (variant.mode == CompileMode::ReduceOverhead && workload.device.kind == DeviceKind::Cpu)
        return Note{std::string(codes::reduceOverheadNeedsCudaGraphs), {}};
    if (variant.mode == CompileMode::MaxAutotuneNoCudagraphs && workload.device.kind == DeviceKind::Cpu)
        return Note{std::string(codes::noCudagraphsIsMaxAutotuneOnCpu), {}};
    if (variant.cudaGraph && workload.device.kind == DeviceKind::Cpu)
        return Note{std::string(codes::cudaGraphNeedsCuda), {}};
    return whyTypeUnsupported(workload.dtype, workload.device, capability);
}

std::optional<Note> whyTypeUnsupported(DataType dtype, const Device& device, std::string_view capability)
{
    if (dtype == DataType::BFloat16 && isBeforeAmpere(device, capability))
        return Note{std::string(dtypeEmulated), {std::string(capability)}};
    return std::nullopt;
}

std::optional<Note> whyNoTf32(const Device& device, std::string_view capability)
{
    if (isBeforeAmpere(device, capability))
        return Note{"tf32-without-effect", {std::string(capability)}};
    return std::nullopt;
}

std::optional<Note> doubtAboutTf32(
    const CudaChoices& choices, const Workload& workload, std::string_view capability)
{
    return choices.tf32Matmul && workload.dtype == DataType::Float32 ? whyNoTf32(workload.device, capability)
                                                                     : std::nullopt;
}

} // namespace inferometer::core
