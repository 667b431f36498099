// SPDX-FileCopyrightText: 2026 Inferometer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/accelerator.h"
#include "core/engine/torch_program.h"

#include <memory>
#include <vector>

namespace inferometer::engine {

/// Records another program once as a graph of the device and replays it: what reduce-overhead and
/// max-autotune mean on CUDA. Runs it a few times beside the stream that is measured before it is recorded. A
/// recording that fails is a failure, never a run without one.
class CapturedProgram final : public TorchProgram {
public:
    /// `inner` reads `buffers`; `inputs` are copied into them by each run, as torch.compile's CUDA graphs do,
    /// or are empty: then nothing is copied. The accelerator outlives the program.
    CapturedProgram(std::unique_ptr<TorchProgram> inner, std::vector<at::Tensor> inputs,
        std::vector<at::Tensor> buffers, Accelerator& accelerator);

    Attempt<void> prepare() override;
    /// The outputs are those of the graph: the next run overwrites them.
    std::vector<at::Tensor> run() override;
    std::optional<std::uint64_t> keptBytes() const override;

private:
    void record();

    std::unique_ptr<TorchProgram> m_inner;
    std::vector<at::Tensor> m_inputs;
    std::vector<at::Tensor> m_buffers;
    Accelerator& m_accelerator;
    std::unique_ptr<DeviceGraph> m_graph;
    std::uint64_t m_kept_bytes = 0;
    std::vector<at::Tensor> m_outputs; ///< in the graph's memory, so released before it
};

} // namespace inferometer::engine
