// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/support.h"

#include "core/plan/note_codes.h"

#include <charconv>

namespace inferometer::core {

namespace {

constexpr std::string_view dtypeEmulated = "dtype-emulated"; ///< the worker's code, for the same

} // namespace

std::optional<Note> whyUnsupported(const Workload& workload, const Variant& variant)
{
    if (variant.mode == CompileMode::ReduceOverhead && workload.device.kind == DeviceKind::Cpu)
        return Note{std::string(codes::reduceOverheadNeedsCudaGraphs), {}};
    if (variant.mode == CompileMode::MaxAutotuneNoCudagraphs && workload.device.kind == DeviceKind::Cpu)
        return Note{std::string(codes::noCudagraphsIsMaxAutotuneOnCpu), {}};
    if (variant.cudaGraph && workload.device.kind == DeviceKind::Cpu)
        return Note{std::string(codes::cudaGraphNeedsCuda), {}};
    return std::nullopt;
}

std::optional<Note> whyNotCompiled(DataType dtype, const Device& device, std::string_view capability)
{
    constexpr int ampere = 8;
    int major = ampere;
    std::from_chars(capability.data(), capability.data() + capability.size(), major);
    if (dtype == DataType::BFloat16 && device.kind == DeviceKind::Cuda && major < ampere)
        return Note{std::string(dtypeEmulated), {std::string(capability)}};
    return std::nullopt;
}

} // namespace inferometer::core
