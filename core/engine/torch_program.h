// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/failure.h"

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <optional>
#include <vector>

namespace inferometer::engine {

/// A way to execute a workload with the tensors that it was built with.
class TorchProgram {
public:
    virtual ~TorchProgram() = default;
    /// What is to be done once before the first `run`.
    virtual Attempt<void> prepare() { return {}; }
    /// One inference; on a device it may still be under way when this returns. Throws what Torch throws. The
    /// outputs belong to the caller, who drops them before the next call.
    virtual std::vector<at::Tensor> run() = 0;
    /// Of the device's memory, what it keeps between runs beside weights and inputs; nothing where none is
    /// counted.
    virtual std::optional<std::uint64_t> keptBytes() const { return std::nullopt; }
};

} // namespace inferometer::engine
