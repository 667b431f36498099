// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plan/support.h"

#include "core/plan/note_codes.h"

namespace inferometer::core {

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

} // namespace inferometer::core
