// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace inferometer::core {

/// Conditions of CUDA devices, PyTorch's defaults unless chosen otherwise. The same for all engines of a run.
struct CudaChoices {
    bool tf32Matmul = false; ///< float32 matrix products may use TF32
    bool tf32Conv = true; ///< float32 convolutions may
    bool cudnnBenchmark = false; ///< cuDNN tries its algorithms and keeps the fastest
    bool staticInputs =
        false; ///< replayed graphs read their inputs where they lie, instead of copying them first

    bool operator==(const CudaChoices&) const = default;
};

} // namespace inferometer::core
