// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/process_memory.h"
#include "core/plan/workload.h"

#include <cstdint>

namespace inferometer::engine {

using core::limitFurtherDataOf;
using core::MemoryWatch;

/// Makes glibc keep freed memory (`Retain`) from now on. Holds for the main thread's arena only, so
/// inferences run on the main thread.
void applyAllocator(core::Allocator allocator);

/// Whether variants that need so much in sum, weights and peaks, may share what a visit may use: up to 70 %
/// of it.
bool isSafeTogether(std::uint64_t needed_bytes, std::uint64_t limit_bytes);

/// Limits the data that this process may allocate beyond what it holds now (libraries with CUDA hold half a
/// gigabyte that is never touched). To be called when the threads of parallel regions exist: one that meets
/// the limit while it starts ends the process.
bool limitFurtherData(std::uint64_t bytes);

} // namespace inferometer::engine
